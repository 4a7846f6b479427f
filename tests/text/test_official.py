"""argmap reads Argdown as the official implementation does.

Where it does not, the difference has a name in `tests.oracle.differences`. These tests need Node (see
`tests.oracle.official`) and are skipped without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.text import ParseResult, parse
from tests import grammar
from tests.oracle.differences import DIFFERENCES, differences, excuse_for_errors, excuse_for_silence
from tests.oracle.reading import for_official, official_reading, reading_of, restored

if TYPE_CHECKING:
    from tests.oracle.official import Answer, Official

pytestmark = pytest.mark.usefixtures("official")

ROOT = Path(__file__).parents[2]
CONFORMANCE = ROOT / "tests" / "conformance"
GOOD = sorted((CONFORMANCE / "good").rglob("*.argdown"))
BAD = sorted((CONFORMANCE / "bad").rglob("*.argdown"))
FOREIGN = sorted((ROOT.parent / "shared" / "data" / "argdown").rglob("*.argdown"))

FEWEST_DOCUMENTS = 500
"""How many generated documents every run compares, whatever the profile."""


def read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def name_of(path: Path) -> str:
    return "/".join(path.parts[-2:])


def ask(official: Official, text: str) -> tuple[ParseResult, Answer]:
    """What argmap reads, and what the official implementation says."""
    result = parse(text)
    shown, table = for_official(text, result)
    answer = official.read(shown)
    if answer.reading is not None and table:
        answer.reading.update(restored(answer.reading, table))
    return result, answer


def assert_same_reading(text: str, result: ParseResult, answer: Answer) -> None:
    assert answer.reading is not None
    found = differences(reading_of(result), official_reading(answer.reading, text))
    assert not found, "\n".join(["The readings differ:", *found, text])
    errors = result.errors
    assert not errors, (
        f"The text is officially valid, but argmap reports: {[error.message for error in errors]}\n{text}"
    )


def assert_faults_agree(text: str, result: ParseResult, answer: Answer) -> None:
    """Officially invalid: at least one diagnostic. Officially valid: no error (unless the difference has a name)."""
    if answer.valid:
        errors = [item for item in result.diagnostics if item.severity is Severity.ERROR]
        if errors:
            assert excuse_for_errors(text, result, answer) in DIFFERENCES, (text, errors)
    elif not result.diagnostics:
        assert excuse_for_silence(text, answer) in DIFFERENCES, (text, answer.errors, answer.exception)


@pytest.mark.parametrize("path", GOOD, ids=name_of)
def test_good_files_read_the_same(official: Official, path: Path):
    text = read_text(path)
    result, answer = ask(official, text)
    assert answer.valid, (answer.errors, answer.exception)
    assert_same_reading(text, result, answer)


@pytest.mark.parametrize("path", FOREIGN, ids=name_of)
def test_files_of_the_official_project_read_the_same(official: Official, path: Path):
    text = read_text(path)
    result, answer = ask(official, text)
    if answer.valid:
        assert_same_reading(text, result, answer)
    else:
        assert_faults_agree(text, result, answer)


@pytest.mark.parametrize("path", BAD, ids=name_of)
def test_bad_files_have_diagnostics(official: Official, path: Path):
    text = read_text(path)
    result, answer = ask(official, text)
    assert result.diagnostics
    assert_faults_agree(text, result, answer)


def test_generated_documents_read_the_same(official: Official):
    current = settings.default
    assert current is not None
    documents, valid = [], 0

    @settings(max_examples=max(FEWEST_DOCUMENTS, current.max_examples))
    @given(text=grammar.documents())
    def compare(text: str) -> None:
        nonlocal valid
        result, answer = ask(official, text)
        documents.append(text)
        if answer.valid:
            valid += 1
            assert_same_reading(text, result, answer)
        else:
            assert_faults_agree(text, result, answer)

    compare()
    # The grammar is worth its name: else little would have been compared.
    assert valid > 0.9 * len(documents) >= 0.9 * FEWEST_DOCUMENTS


@given(text=st.one_of(grammar.mutations(), grammar.any_text()))
def test_faults_agree(official: Official, text: str):
    result, answer = ask(official, text)
    assert_faults_agree(text, result, answer)


PROBES = [
    "   ",
    "\n",
    "- a",
    "A\n- B\n- C",
    "[A]\n    + <B>\n  + <C>",
    "[A]: I do not believe [...] this",
    "[A]: see [B] here",
    "[A]: 3 < 4 and 5 > 2",
    "[A]: a <b> c",
    "[A], then",
    "<A> text",
    "[A]: x\n\u00a0\u00a0+ [B]",
    "(1) a\n---\n(2) b",
    "<A>\n(1) a\n----\n(2) c",
    "<A>\n\n(1) a\n----\n  + <U>\n(2) b",
    "[A] {a: 1} #tag",
    "===\ntitle: x\n===\n[A]: y",
    "<A>\n\n(1) a\n----\n(2) b\n\n<A>\n\n(1) a\n----\n(2) b",
    "# H\n[A]: x",
    "* a\n  * b",
    "a *b c",
    "_a",
    "[A] :text",
    "<-A>: x",
    "[A]: x {a: 1}\n{b: 2}",
    "/* a */",
    "a_b_c and\n",
    "[A]: snake_case here\n",
    "[A]: 2*3*4\n",
    "[A]: {x} y\n",
    "\\frac{a}{b}\n",
    "[A]: x\n  -- y\n",
    "A\n-- B\n",
    "`code [x]`\n",
    "[A]: x {a: [}",
    "(1) a\n-- MP, --\n(2) b",
    "(1) a",
    "[C]\n  >< <A>",
]


@pytest.mark.parametrize("text", PROBES)
def test_officially_invalid_texts_have_diagnostics(official: Official, text: str):
    result, answer = ask(official, text)
    assert not answer.valid
    assert result.diagnostics
