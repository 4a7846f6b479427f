"""Rules on the shape of a map, beyond the cases on their pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check import Finding, Fix, Settings, all_rules, fix
from argmap.check.data_words import FRONT, RECORD
from argmap.check.subject import Subject
from argmap.check.words.slips import is_slip
from argmap.diagnostics import Span
from argmap.model import ArgumentMap, Relation, RelationKind
from tests import grammar
from tests.check.cases import found_in, places, read
from tests.maps import maps

STRUCTURE = [rule for rule in all_rules() if rule.family == "STR"]
BY_NAME = {rule.name: rule for rule in STRUCTURE}


def found(text: str, *names: str) -> list[tuple[int, str]]:
    """Where the rules named find something in a text; all of the family if none is named."""
    return places(findings(text, *names))


def findings(text: str, *names: str) -> tuple[Finding, ...]:
    """What the rules named find in a text."""
    codes = tuple(BY_NAME[name].code for name in names) or tuple(rule.code for rule in STRUCTURE)
    return found_in(text, Settings(select=codes))


def messages(m: ArgumentMap, name: str) -> list[str]:
    """What one rule says of a map."""
    return [each.message for each in BY_NAME[name].run(Subject(m))]


# -- whatever a map holds ------------------------------------------------------------------------------------------


@given(maps())
def test_maps_made_in_python_raise_nothing(m: ArgumentMap) -> None:
    for rule in STRUCTURE:
        for each in rule.run(Subject(m)):
            assert each.fix is None
            assert each.span is None
            assert each.message.endswith((".", "?"))


@given(st.one_of(grammar.documents(), grammar.mutations(), maps(argdown=True).map(lambda m: m.to_argdown())))
def test_places_lie_in_the_text(text: str) -> None:
    m = read(text)
    for rule in STRUCTURE:
        for each in rule.run(Subject(m)):
            for span in (each.span, *(place for place, _ in each.related), *_spans(each.fix)):
                assert span is None or 0 <= span.start <= span.end <= len(text)


@st.composite
def debates(draw: st.DrawFn) -> str:
    """A small debate: few titles, much that clashes."""
    lines: list[str] = []
    claims = st.sampled_from(["[Alpha]", "[Beta]", "[Gamma]", "[Alpah]", "[Delta]: It rains.", "It rains."])
    sketches = st.sampled_from(["<Argument>", "<Reason>", "<Raeson>", "<Other>: It is so."])
    signs = st.sampled_from(["+", "-", "_", "+>", "->", "_>", "<+", "><"])
    data = st.sampled_from(["", "", " {sdie: for}", " {side: fro}", " {status: conceeded}", " {cites: {qoute: x}}"])
    if draw(st.booleans()):
        lines += ["===", "thesis: Alhpa", "sides: [for, against]", "subtitle: x", "===", ""]

    def element(indent: str) -> str:
        sign = draw(signs)
        return f"{indent}{sign} {draw(claims if sign == '><' else st.one_of(claims, sketches))}{draw(data)}"

    for _ in range(draw(st.integers(1, 5))):
        lines.append(draw(st.one_of(claims, sketches)) + draw(data))
        for _ in range(draw(st.integers(0, 3))):
            lines += [element("  "), *([element("    ")] if draw(st.booleans()) else [])]
        if draw(st.booleans()):
            name = draw(st.sampled_from(["Argument", "Reason", "Other"]))
            uses = draw(st.sampled_from(["----", "-- R {uses: [1]} --", "-- R {uses: [2, 9]} --"]))
            lines += ["", f"<{name}>", "", f"(1) {draw(claims)}", f"(2) {draw(claims)}", uses, f"(3) {draw(claims)}"]
            lines += [element("  ")] if draw(st.booleans()) else []
        lines.append("")
    return "\n".join(lines) + "\n"


@given(debates())
def test_fixes_remove_what_they_mend(text: str) -> None:
    def check(m: ArgumentMap) -> tuple[Finding, ...]:
        assert m.source is not None
        return found_in(m.source.text, Settings(select=("STR",)))

    before = check(read(text))
    fixed = fix(text, read, check, unsafe=True)
    assert not fixed.refused
    left = check(read(fixed.text))
    assert [each.message for each in left if each.fix is not None] == []
    assert fix(fixed.text, read, check, unsafe=True).text == fixed.text
    assert len(fixed.applied) > 0 or not any(each.fix for each in before)


def _spans(mended: Fix | None) -> list[Span]:
    return [] if mended is None else [edit.span for edit in mended.edits]


# -- size ----------------------------------------------------------------------------------------------------------


def test_a_chain_of_20_000_claims() -> None:
    lines = ["[T0]: The first."]
    lines += [f"\n[T{n}]: One more.\n  {'+' if n % 2 else '-'}> [T{n - 1}]" for n in range(1, 20_000)]
    subject = Subject(read("\n".join(lines) + "\n"))
    got = [each.message for rule in STRUCTURE for each in rule.run(subject)]
    assert got == [
        "[T19999] lies 19,999 levels below what the debate is about, and 19,990 more lie below level 8. Make the "
        "branch a map of its own, or leave steps out."
    ]


def test_an_argument_of_20_000_steps() -> None:
    lines = [f"({n}) [P{n}]: Point {n} holds.\n-- R {{uses: [1]}} --" for n in range(1, 20_000)]
    subject = Subject(read("<Long>: It is long.\n\n" + "\n".join(lines) + "\n(20000) [End]: The end.\n"))
    got = [(rule.name, len(list(rule.run(subject)))) for rule in STRUCTURE]
    assert [each for each in got if each[1]] == [("unused-premise", 19_998)]


# -- grounding -----------------------------------------------------------------------------------------------------

NOISE = """
<Noise>: The road is loud.

(1) [Lorries]: Lorries use the road.
----
(2) [Loud]: The road is loud.
"""
HOUSES = """
<Houses>: Houses lose their value.

(1) [Dust]: The road makes dust.
(2) [Dust repels]: Nobody pays for dust.
----
(3) [Cheaper]: Houses get cheaper.
"""


@pytest.mark.parametrize(
    "drawn",
    [
        "[Loud]\n  +> [Dust]",
        "[Loud]\n  +> [Noisy]: It is noisy.\n    +> [Dust]",
        "[Loud]\n  +> <Sketch>: It follows.\n    +> [Dust repels]",
        "(1) [Loud]\n----\n(2) [Dust]",
    ],
)
def test_a_support_is_borne_out_by_a_chain(drawn: str) -> None:
    text = f"<Noise>\n  +> <Houses>\n{NOISE}{HOUSES}"
    assert found(text, "ungrounded-relation") == [(2, "STR201")]
    assert found(f"{text}\n{drawn}\n", "ungrounded-relation") == []


@pytest.mark.parametrize(
    "drawn",
    [
        "[Loud]\n  -> [Clean]: The road is clean.\n    +> [Quiet]: It is quiet.\n    >< [Dust]",
        "[Loud]\n  >< [Cheaper]",
        "[Loud]\n  +> [Lorries stop]: Lorries stop.\n    -> [Dust repels]",
    ],
)
def test_an_attack_is_borne_out_by_what_it_contradicts(drawn: str) -> None:
    text = f"<Noise>\n  -> <Houses>\n{NOISE}{HOUSES}"
    assert found(text, "ungrounded-relation") == [(2, "STR201")]
    mended = found(f"{text}\n{drawn}\n", "ungrounded-relation")
    # What attacks the opposite of a premise speaks for the premise, not against it.
    assert mended == ([(2, "STR201")] if "Clean" in drawn else [])


def test_the_message_says_what_would_ground_it() -> None:
    (one,) = findings(f"<Noise>\n  -> <Houses>\n{NOISE}{HOUSES}", "ungrounded-relation")
    assert one.message == (
        "<Noise>, which concludes [Loud], is said to attack <Houses>, but speaks against none of its premises and "
        "conclusions. Make [Loud] contradict [Dust] or [Dust repels], or make it an undercut."
    )
    assert [words for _, words in one.related] == ["one of the premises", "one of the premises"]


@pytest.mark.parametrize("drawn", ["  _> <Houses>", "  -> <Sketch>", "  +> <Sketch>", "  -> [Dust]", "  +> [Dust]"])
def test_what_cannot_be_told_is_left_alone(drawn: str) -> None:
    text = f"<Noise>\n{drawn}\n{NOISE}{HOUSES}\n<Sketch>: It follows.\n"
    assert found(text, "ungrounded-relation") == []


def test_the_relation_of_a_conclusion_is_its_own() -> None:
    # Written below the conclusion, it says what the conclusion does; below the argument, what the argument shows.
    assert found(f"{NOISE}  +> [Plan]: Stop the plan.\n", "conclusion-mismatch") == []
    assert found(f"<Noise>\n  +> [Plan]: Stop the plan.\n{NOISE}", "conclusion-mismatch") == [(2, "STR202")]
    assert found(f"[Plan]: Stop the plan.\n  + <Noise>\n{NOISE}", "conclusion-mismatch") == [(2, "STR202")]
    assert found(f"[Plan]: Stop.\n  + <Noise>\n{NOISE}\n[Loud]\n  +> [Plan]\n", "conclusion-mismatch") == []


def test_it_is_the_same_without_the_transformation_and_in_strict_mode() -> None:
    drawn = f"<Noise>\n  +> [Plan]: Stop the plan.\n{NOISE}"
    for model in ("{transformArgumentRelations: false}", "{mode: strict}"):
        text = f"===\nmodel: {model}\n===\n\n{drawn}"
        assert found(text, "conclusion-mismatch") == [(6, "STR202")]
        assert found(f"{text}\n[Loud]\n  +> [Plan]\n", "conclusion-mismatch") == []


def test_an_intermediate_conclusion_is_supported() -> None:
    text = "[Wet]: It is wet.\n  + <Sky>\n\n<Sky>\n\n(1) [Dark]: It is dark.\n----\n(2) [Wet]\n----\n(3) [Coat]: Take it.\n"
    assert found(text, "conclusion-mismatch") == []


def test_a_premise_is_the_wrong_way_round() -> None:
    (one,) = findings(f"<Noise>\n  +> [Lorries]\n{NOISE}", "conclusion-mismatch")
    assert one.message.endswith("[Lorries] is one of its premises: turn the relation round.")


def test_same_words_are_one_finding_with_one_fix() -> None:
    text = "[Stop]: Stop the plan.\n  + <A>\n  + <B>\n"
    text += "".join(f"\n<{name}>\n\n(1) Point {name} holds.\n----\n(2) Stop the plan.\n" for name in "AB")
    (one,) = findings(text, "conclusion-mismatch")
    assert len(one.related) == 1
    assert one.fix is not None
    assert one.fix.is_safe
    fixed = fix(text, read, lambda m: findings(m.source.text, "conclusion-mismatch"))
    assert fixed.text.count("(2) [Stop]: Stop the plan.") == 2


def test_grounding_in_python() -> None:
    m = ArgumentMap()
    loud, plan = m.claim("The road is loud.", title="Loud"), m.claim("Stop the plan.", title="Plan")
    noise = m.support("Lorries use it.", loud, title="Noise")
    # Records may say that an argument acts itself; the calls of a map make it act through its conclusion.
    drawn = Relation(RelationKind.SUPPORT, noise.id, plan.id)
    kept = ArgumentMap.from_records(claims=m.claims, arguments=m.arguments, relations=[drawn])
    assert messages(kept, "conclusion-mismatch") == [
        "<Noise> is drawn as a support of [Plan], but it concludes [Loud]. Write [Plan] as the last line of <Noise>, or "
        "say how [Loud] bears on it."
    ]
    m.support(noise, plan)
    assert messages(m, "conclusion-mismatch") == []


def test_a_search_that_is_too_long_finds_nothing() -> None:
    far = "".join(f"\n[T{n}]\n  +> [T{n + 1}]: Point {n}.\n" for n in range(300))
    text = f"<Noise>\n  +> <Houses>\n{NOISE}{HOUSES}\n[Loud]\n  +> [T0]: Start.\n{far}"
    assert found(text, "ungrounded-relation") == []


# -- lines that are used -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "unused"),
    [
        ("----", "----", []),
        ("-- R {uses: [1, 2]} --", "----", []),
        ("-- R {uses: [1]} --", "----", [4]),
        ("-- R {uses: [1]} --", "-- R {uses: [2, 3]} --", [7]),
        ("-- R {uses: [1]} --", "-- R {uses: [2, 3, 4]} --", []),
        ("-- R {from: [1]} --", "-- R {from: [4]} --", [4, 6]),
        ("-- R {from: a book} --", "----", []),
        ("-- R {uses: []} --", "----", []),
        ("-- R {uses: [one]} --", "----", []),
    ],
)
def test_unused_lines(first: str, second: str, unused: list[int]) -> None:
    text = (
        f"<A>\n\n(1) [P]: Pigs fly.\n(2) [Q]: Quails fly.\n{first}\n(3) [R]: R.\n(4) [S]: S.\n{second}\n(5) [T]: T.\n"
    )
    text = text.replace("<A>\n", "<A>: Animals.\n")
    assert [line for line, _ in found(text, "unused-premise")] == unused


def test_data_behind_the_conclusion_count() -> None:
    text = "(1) [P]: Pigs fly.\n(2) [Q]: Quails fly.\n----\n(3) [R]: Rats fly. {uses: [1]}\n"
    assert found(text, "unused-premise") == [(2, "STR203")]
    assert found(text.replace("[1]}", "[3]}"), "unknown-line") == [(3, "STR204")]


# -- slips of the pen ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["sdie", "Side", "sides", "value", "schema", "cite", "colour", "is_in_map", "statsu"])
def test_slips(word: str) -> None:
    assert RECORD.meant(word) is not None


@pytest.mark.parametrize(
    "word", ["side", "size", "date", "note", "name", "type", "form", "tag", "speaker", "", "x" * 99]
)
def test_words_of_your_own(word: str) -> None:
    assert RECORD.meant(word) is None


def test_known_words_are_no_slips_of_each_other_in_data() -> None:
    for names in (RECORD, FRONT):
        assert [name for name in names.names if names.meant(name)] == []


@given(st.text("abcd1", min_size=4, max_size=8), st.text("abcd1", min_size=4, max_size=8))
def test_slips_are_symmetric_and_found(word: str, right: str) -> None:
    from argmap.check.words.slips import Names

    assert is_slip(word, right) == is_slip(right, word)
    if word != right:
        assert (Names([right]).meant(word) == right) == is_slip(word, right)


def test_numbers_tell_titles_apart() -> None:
    text = "[Reason 1]: Pigs fly.\n  + [Reason 2]\n  + [Reason 3]: Cows fly.\n"
    (one,) = findings(text, "undefined-claim")
    assert one.fix is None


def test_a_slip_in_a_title_is_mended_everywhere() -> None:
    text = "[Guardrails]: They hold.\n\n[Open]: Release it.\n  - [Gaurdrails]\n\n[Gaurdrails]\n  + [Tests]: Tests show it.\n"
    fixed = fix(text, read, lambda m: findings(m.source.text, "undefined-claim"), unsafe=True)
    assert fixed.text == text.replace("Gaurd", "Guard")


def test_a_key_beside_the_known_one_is_meant() -> None:
    assert found("[A]: Pigs fly. {side: a, sides: [a, b]}\n", "unknown-data-key") == []


def test_hostile_data() -> None:
    front = "===\nthesis: [1, null, {a: b}, [x], true]\nsides: {a: 1, 2: x}\nparticipants: [a, {b: c}]\nsources: {1: {titel: x}}\n===\n"
    text = f"{front}\n[1]: Pigs fly. {{side: {{a: b}}, status: [1], speech: [null, 3], cites: [[1], {{qoute: 1}}], 1: 2}}\n"
    got = found(text)
    assert (5, "STR211") in got
    assert (8, "STR211") in got


# -- the shape -----------------------------------------------------------------------------------------------------


def test_an_empty_map_has_no_findings() -> None:
    assert [each for rule in STRUCTURE for each in rule.run(Subject(ArgumentMap()))] == []


def test_isolated_claims_in_python() -> None:
    m = ArgumentMap()
    m.support("It is wet.", m.claim("It rains."))
    m.claim("Pigs fly.")
    assert messages(m, "isolated-claim") == [
        '"Pigs fly" has no relation to anything. Say what it supports or attacks, or remove it.'
    ]


def test_a_map_of_claims_alone_is_not_broken() -> None:
    assert found("[A]: Pigs fly.\n\n[B]: Cows fly.\n") == []


def test_a_duplicate_below_an_argument_that_acts_through_its_conclusion() -> None:
    text = "<A>\n  -> [T]: Pigs fly.\n\n(1) [P]: Pigs are heavy.\n----\n(2) [C]: Pigs do not fly.\n\n<B>\n  -> [T]\n\n"
    assert found(text + "(1) [Q]: No wings.\n----\n(2) [C]\n", "duplicate-relation") == []
    assert found(text.replace("fly.\n\n(1)", "fly.\n  -> [T]\n\n(1)", 1), "duplicate-relation") == [(3, "STR109")]


def test_a_cycle_with_a_way_out_has_a_main_claim() -> None:
    assert found("[A]: It is so.\n  + [B]: Because.\n    + [A]\n", "missing-main-claim") == [(1, "STR103")]
    assert found("[A]: It is so.\n  + [B]: Because.\n    + [A]\n    +> [T]: True.\n", "missing-main-claim") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[A]: It is so.\n  -> [B]: It is not.\n    -> [A]\n", None),  # two positions
        ("[A]: It is so.\n  -> [B]: It is not.\n    +> [C]: Or is it?\n      -> [A]\n", None),
        ("[A]: It is so.\n  + [A]\n", None),
        ("[O]: No.\n  -> [A]: It is so.\n    + [B]: Because.\n      + [A]\n", 2),
        ("(1) [A]: It is so.\n----\n(2) [B]: So be it.\n\n(1) [B]\n----\n(2) [A]\n", None),  # STR107 tells it
    ],
)
def test_circles_without_a_main_claim(text: str, line: int | None) -> None:
    assert found(text, "missing-main-claim") == ([] if line is None else [(line, "STR103")])
