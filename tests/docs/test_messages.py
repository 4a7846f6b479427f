"""The page of messages holds every fault, each with a document that shows it."""

from __future__ import annotations

from pathlib import Path

from argmap.text import parse
from argmap.text.faults import FAULTS
from tests.golden import check_golden

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "conformance"
HEAD = """\
# Messages

Every diagnostic has a name, which stays the same, a severity and a sentence. An **error** means that some of the text
could not be used as it stands, a **warning** that it was read, but perhaps not as you expect, and an **info** is worth
knowing. The rest of the document is always read.

Words in braces stand for words of your text.
"""


def page() -> str:
    examples: dict[str, tuple[str, str]] = {}
    for path in sorted((*(CORPUS / "bad").glob("*.argdown"), *(CORPUS / "lossy").glob("*.argdown"))):
        text = path.read_bytes().decode("utf-8")
        found = parse(text).diagnostics
        if len(found) == 1 and "\r" not in text and text.strip():
            code = found[0].code
            if code not in examples or len(text) < len(examples[code][0]):
                examples[code] = (text, found[0].message)
    parts = [HEAD]
    for code in sorted(FAULTS):
        severity, sentence = FAULTS[code]
        shown = sentence.replace("{{", "{").replace("}}", "}").replace(":,}", "}").replace("!r}", "}")
        parts.append(f"## {code}\n\n*{severity}:* {shown.replace('<', '&lt;').replace('*', '&#42;')}\n")
        if code in examples:
            parts.append(f"````text\n{examples[code][0].rstrip()}\n````\n")
    return "\n".join(parts)


def test_the_page_is_what_the_table_says() -> None:
    check_golden(ROOT / "docs" / "messages.md", page())
