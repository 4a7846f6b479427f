"""Hypothesis strategies for debates as people write them, with all that rules listen for: `written()`.

Few titles, sides, sources and words, so that they clash: claims that are named and never worded, titles and keys one
slip apart, the same sentence twice, quotations cut from the text of a source and then spoilt.
"""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

PASSAGE = (
    "Phones ring in class. Most teachers say that a ban on phones helps the weaker pupils, but they doubt that it "
    "lasts. In 2023 about 40 % of the schools had such a ban; none of them gave it up."
)
TITLES = ["Rain", "Wet street", "Wet stret", "wet-street", "Snow", "Phone ban", "Phone bann", "A", "Straße", "日本語"]
SENTENCES = [
    "It rains.",
    "It does not rain",
    "The the street is wet wet",
    "Is it true?",
    "Obviously, phones distract pupils from the lessons",
    "Phones certainly distract all pupils, because they ring",
    "Phones distract pupils from lessons.",
    "Phones do not distract pupils from lessons.",
    "The city must ban phones in every school and pay the teachers",
    "If it rains, the street is wet",
    "The street is wet",
    "Studies show that 40 % of the schools fail",
    "You are an idiot, so this is wrong",
    "Experts say that everybody knows this",
    "Either we ban phones or the lessons end",
    "I think the NATO should not never help",
    "TODO",
    "Il pleut, donc la rue est mouillée",
    "**Phones** distract _pupils_ from [lessons](http://example.org/a_b)",
    "Phones distract #cost pupils from lessons @[Rain]",
    "Phones /* really */ distract pupils from from lessons",
    "Phones distract\n  pupils from lessons // so they say\n  all day",
    "Some pupils need phones. They ring! Are they off?",
    "Bans were never shown to work",
    PASSAGE,
]  # fmt: skip
CODES = ["STR108", "STR", "WRD201", "self-relation", "unused-suppression", "STR109, WRD104", "EVD", "all", "STR999", ""]
KEYS = [
    "side", "sdie", "values", "scheme", "cites", "role", "qualifier", "weight", "wieght", "status", "speech",
    "strength", "probability", "question", "questions", "asks", "answers", "impact", "implicit", "basis", "stasis",
    "sense", "formula", "preferred-to", "isInMap", "uses", "from", "author", "tags", "language", "isGroup",
]  # fmt: skip
FRONT = [
    "title", "titel", "author", "date", "abstract", "language", "lang", "thesis", "sides", "sources", "participants",
    "speeches", "values", "audiences", "preferences", "perspectives", "schemes", "symbols", "glossary", "synonyms",
    "abbreviations", "check", "argmap", "model", "ordinal-dots",
]  # fmt: skip
WORDS = [
    "open", "opne", "closed", "reading", "raeding", "Ada 1", "Ada", "Ada1", "Bob 2", "accepted", "acepted", "rejected",
    "expert opinion", "expert_opinoin", "practical_reasoning", "rain -> wet", "rain & ~rain", "all x (F(x) -> G(x))",
    "(", "safety > freedom > safety", "safety", "40 %", "0.5", "2023-01-01", "14", "12-13", "en", "fr", "de", "strict",
    "1", "-1", "yes", ".inf", ".nan", *TITLES[:7], *SENTENCES[:3],
]  # fmt: skip

plain = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([None, True, False, 0, 1, -2, 0.5, 1.5, 10**30, "", " ", "\u2028", "[x"]),
    st.integers(-3, 150),
    st.text(max_size=5),
)
anything = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(WORDS + KEYS + FRONT)), inner, max_size=3),
    ),
    max_leaves=6,
)


@st.composite
def quotations(draw: st.DrawFn) -> str:
    """Words of the passage, as they stand or spoilt."""
    words = PASSAGE.split()
    start = draw(st.integers(0, len(words) - 4))
    cut = words[start : draw(st.integers(start + 3, min(len(words), start + 14)))]
    how = draw(st.sampled_from(["as it is", "as it is", "left out", "put in", "changed", "dots"]))
    at = draw(st.integers(1, max(1, len(cut) - 2)))
    if how == "left out":
        del cut[at]
    elif how != "as it is":
        cut[at : at + (how != "put in")] = {"put in": ["very"], "changed": ["some"], "dots": ["…"]}[how]
    return " ".join(cut)


citations = st.one_of(
    st.sampled_from(["reading", "raeding", "other", "http://example.org"]),
    st.fixed_dictionaries(
        {"source": st.sampled_from(["reading", "reading", "other", "raeding"])},
        optional={"quote": quotations(), "page": plain, "line": plain, "pgae": plain, "section": plain, "date": plain},
    ),
)
_MEANT: dict[str, st.SearchStrategy[Any]] = {
    "side": st.sampled_from(["open", "closed", "opne", "Open"]),
    "cites": st.one_of(citations, st.lists(citations, max_size=3)),
    "weight": st.sampled_from([0.5, 2, -1, "40 %", "70%", "0.5", 1]),
    "probability": st.sampled_from([0.5, 0.9, 2, "40 %", "70%", 1]),
    "scheme": st.sampled_from(["expert opinion", "expert_opinoin", "practical reasoning", "mine"]),
    "status": st.sampled_from(["accepted", "rejected", "acepted", "open"]),
    "speech": st.one_of(st.sampled_from(["Ada 1", "Bob 2", "Ada1"]), st.lists(st.sampled_from(["Ada 1", "Bob 2"]))),
    "formula": st.sampled_from(["rain -> wet", "rain", "~rain", "wet", "rain & ~rain", "F(a)", "all x F(x)", "rain ->"]),
    "preferred-to": st.sampled_from(TITLES),
    "values": st.lists(st.sampled_from(["safety", "freedom", "calm"]), max_size=3),
    "answers": st.dictionaries(st.sampled_from(["1", "field", "filed"]), plain, max_size=2),
}  # fmt: skip
_FRONT_MEANT: dict[str, st.SearchStrategy[Any]] = {
    "thesis": st.one_of(st.sampled_from(TITLES), st.lists(st.sampled_from(TITLES), max_size=2)),
    "sides": st.sampled_from([["open", "closed"], {"open": "Open it", "closed": "Keep it"}, ["open"]]),
    "sources": st.fixed_dictionaries(
        {"reading": st.fixed_dictionaries({"title": st.just("A reading"), "text": st.just(PASSAGE)})},
        optional={
            "other": st.fixed_dictionaries({}, optional={"text": quotations(), "titel": plain, "year": plain}),
            "third": anything,
        },
    ),
    "participants": st.dictionaries(
        st.sampled_from(["Ada", "Bob"]), st.fixed_dictionaries({}, optional={"side": st.sampled_from(["open", "x"])})
    ),
    "speeches": st.lists(
        st.one_of(
            st.sampled_from(["Ada 1", "Bob 2"]),
            st.fixed_dictionaries(
                {"id": st.sampled_from(["Ada 1", "Bob 2", "Ada 3"])},
                optional={"side": st.sampled_from(["open", "closed"]), "speaker": plain, "new": plain, "answers": plain},
            ),
        ),
        max_size=4,
    ),
    "language": st.sampled_from(["en", "en", "de", "fr", "en-GB"]),
    "glossary": st.dictionaries(st.sampled_from(["phone", "ban", "rain", "NATO"]), anything, max_size=2),
    "synonyms": st.lists(st.lists(st.sampled_from(["phones", "bans", "rain", "snow", "wet street"]), max_size=3), max_size=3),
    "preferences": st.sampled_from(["Rain > Snow", ["Rain", "Snow", "Rain"], "Rain > Nothing"]),
    "audiences": st.dictionaries(st.sampled_from(["pupils", "parents"]), st.sampled_from(["safety > calm > safety"])),
    "check": st.sampled_from(
        [
            {"profile": "strict"},
            {"rules": {"too-wide": {"most": 1}}},
            {"rules": {"missing-objection": {"count": 1}, "shallow": {"depth": 9}}},
            {"rules": {"too-wide": 3, "no-such": {}}},
            {"ignore": ["STR"]},
            {"select": "all"},
            {"ignore": "nothing-known"},
            {"fail-on": "info"},
            {"per-file": {}},
            3,
            [],
        ]
    ),
}  # fmt: skip


@st.composite
def mappings(
    draw: st.DrawFn, keys: list[str], meant: dict[str, st.SearchStrategy[Any]], often: list[str], most: int
) -> dict[str, Any]:
    """Data: under most keys what is meant to stand there, under some anything."""
    listed = st.one_of(st.sampled_from([*often, *often, *meant]), st.sampled_from(keys))
    chosen = draw(st.lists(listed, max_size=most, unique=True))
    return {key: draw(anything if key not in meant or draw(st.integers(0, 4)) == 0 else meant[key]) for key in chosen}


record_data = mappings(KEYS, _MEANT, ["side", "side", "cites", "speech", "formula"] * 2, 4)
front_data = mappings(FRONT, _FRONT_MEANT, ["sides", "sources", "sources", "speeches", "thesis", "check"], 8)


@st.composite
def inline(draw: st.DrawFn) -> str:
    """Data behind an element, on the same line, or none."""
    if draw(st.booleans()):
        return ""
    data = draw(record_data)
    if draw(st.booleans()):
        # As people write it: bare keys.
        return " {" + ", ".join(f"{key}: {_yaml(value)}" for key, value in data.items()) + "}"
    return " " + _yaml(data)


def _yaml(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    said = said if said.isprintable() else json.dumps(value)
    return said.replace('".nan"', ".nan").replace('".inf"', ".inf").replace("*/", "")


_comments = st.one_of(
    st.just(""),
    st.just(""),
    st.just(""),
    st.builds(
        "  // argmap: {}[{}]{}".format,
        st.sampled_from(["ignore", "ignore", "disable", "enable", "ignore-file", "ingore"]),
        st.sampled_from(CODES),
        st.sampled_from(["", " It is so."]),
    ),
    st.sampled_from(["  // a remark", "  // argmap: ignore", "  // argmap: ignore[STR108"]),
)
titles = st.sampled_from(TITLES)
sentences = st.sampled_from(SENTENCES)


@st.composite
def heads(draw: st.DrawFn, *, claims_only: bool = False) -> str:
    """An element without its data: a reference, a definition, or words alone."""
    kind = draw(st.sampled_from(["[]", "[]", "[]:", "[]:", "text", "<>", "<>:"][: 5 if claims_only else 7]))
    if kind == "text":
        return draw(sentences)
    name = f"{kind[0]}{draw(titles)}{kind[1]}"
    return f"{name}: {draw(sentences)}" if kind.endswith(":") else name


@st.composite
def trees(draw: st.DrawFn) -> str:
    """An element with relations below it, some below these."""
    lines = [draw(heads()) + draw(inline()) + draw(_comments)]
    depth = 0
    for _ in range(draw(st.integers(0, 5))):
        depth = draw(st.integers(1, min(depth + 1, 4)))
        sign = draw(st.sampled_from(["+", "+", "-", "-", "<+", "<-", "+>", "->", "_", "><"]))
        lines.append(f"{'  ' * depth}{sign} {draw(heads(claims_only=sign == '><'))}{draw(inline())}{draw(_comments)}")
    return "\n".join(lines)


@st.composite
def structures(draw: st.DrawFn) -> str:
    """An argument with premises and conclusions, in one step or several."""
    lines = [f"<{draw(titles)}>{draw(inline())}", ""] if draw(st.booleans()) else []
    number = 1
    for step in range(draw(st.integers(1, 3))):
        for _ in range(draw(st.integers(0 if step else 1, 3))):
            lines.append(f"({number}) {draw(heads(claims_only=True))}{draw(inline())}{draw(_comments)}")
            number += 1
        uses = draw(st.sampled_from(["", "", " {uses: [1]}", " {uses: [1, 9]}", " {uses: x}", " {from: [2], a: null}"]))
        rule = draw(st.sampled_from(["Modus ponens", "Practical reasoning", "Expert opinion"]))
        lines.append(f"-- {rule}{uses} --" if uses or draw(st.booleans()) else "----")
        lines.append(f"({number}) {draw(heads(claims_only=True))}{draw(inline())}")
        number += 1
        if draw(st.integers(0, 3)) == 0:
            lines.append(f"  {draw(st.sampled_from(['+', '-', '+>', '->']))} {draw(heads())}")
    return "\n".join(lines)


@st.composite
def sections(draw: st.DrawFn) -> str:
    """A heading."""
    data = draw(st.sampled_from(["", "", " {isGroup: true}", " {isGruop: true}", " {cites: reading}"]))
    return f"{'#' * draw(st.integers(1, 3))} {draw(st.sampled_from(['Reasons', 'Answers', 'TODO']))}{data}"


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """Front matter, in block style or as one mapping."""
    data = draw(front_data)
    lines = [f"{key}: {_yaml(value)}" for key, value in data.items()]
    if draw(st.integers(0, 3)) == 0:
        lines.append(f"# argmap: ignore[{draw(st.sampled_from(CODES))}] So it is.")
    return "===\n" + "\n".join(lines) + "\n===\n\n" if lines else ""


@st.composite
def written(draw: st.DrawFn) -> str:
    """A debate as text."""
    blocks = draw(st.lists(st.one_of(trees(), trees(), structures(), sections()), min_size=1, max_size=8))
    text = (
        (draw(fronts()) if draw(st.integers(0, 3)) else "")
        + "\n\n".join(blocks)
        + draw(st.sampled_from(["\n", "", "\n\n"]))
    )
    return text.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else text
