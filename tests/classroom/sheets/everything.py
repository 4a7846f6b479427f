"""A sheet, slides and a workbook with all there is, texts that have been trouble somewhere, and what to try them with."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from argmap import ArgumentMap
from argmap.classroom.sheets import (
    LOOKS,
    OUTPUTS,
    Box,
    Card,
    Cards,
    Choices,
    Deck,
    Fields,
    Gap,
    Grid,
    Heading,
    Item,
    KeyOnly,
    Lines,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Sheet,
    Slide,
    Table,
    Together,
    Workbook,
    write,
)
from argmap.render import to_svg

SECRETS = ("secretgap", "secretlines", "secretblock")
"""Words that no pupil is to find."""

HOSTILE: tuple[str, ...] = (
    "", " ", "#let x = 1; $ y $ @z <w> *b* _e_ `r` \\ // c", "= h", "- i", "+ j", "/ k: l", "1. m", "=1+1", "@SUM(A1)", "<b onload=x()>&amp;",
    '"]]></w:t>\'', "\x00\x08\x1f\x7f", "\ud800 lone", "\u202eturned\u2066", "two\nlines\r\n\tand a tab", "a" * 3000, "x " * 2000,
    "👩‍👩‍👧 🏳️‍🌈 😀", "السلام عليكم", "שלום (1) abc", "开放模型应该更好。", "直すべき", "한국어", "\ue000\ue001\uf8ff", "\ufeff\ufffe\uffff", "e\u0301" * 40, "|a|b|",
    "[x](javascript:alert(1))", "${7*7}{{7*7}}", "%s %n {n}", "\u200b\u200d\u200e", "</style><script>alert(1)</script>", "กำลังเรียนรู้" * 30,
)  # fmt: skip

texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(codec=None), max_size=60))
runs = st.one_of(
    st.builds(
        Run, texts, st.booleans(), st.sampled_from(["", "https://example.org/a?b=c&d", "javascript:x", "data:,x"])
    ),
    st.builds(Gap, texts, st.integers(-3, 90)),
)
inline = st.one_of(texts, st.lists(st.one_of(texts, runs), max_size=3).map(tuple))


BATCHES = [HOSTILE[n::5] for n in range(5)]
"""Texts as the parts of one, for outputs that take long."""


def _plain(text: object) -> str:
    parts = text if isinstance(text, tuple) else (text,)
    return "".join(part for part in parts if isinstance(part, str)) or "Words"


@cache
def svg(theme: str = "default") -> str:
    """Return a small drawing of argmap."""
    m = ArgumentMap("Rain")
    umbrella = m.claim("We should take the umbrella")
    m.support(m.claim("It rains a lot today"), umbrella)
    m.rebut(m.claim("The umbrella is broken"), umbrella)
    return to_svg(m, theme=theme)


def sheet(theme: str = "default", text: object = "It rains a lot today, and it will go on raining.") -> Sheet:
    """Return a sheet with a block of every kind, all with the text in them."""
    words = _plain(text)
    return Sheet(
        "everything",
        words,
        (
            Fields(("Name", "Class", words)),
            Box((Paragraph(text), Listing((Item(text),))), title=words),
            Heading(text),
            Heading(text, 2),
            Heading(text, 3),
            Paragraph(("Because ", Gap("secretgap"), Run(", certainly", bold=True), Run("here", href="https://example.org"))),
            Listing((Item(text, (Item(text, (Item("deep"),)),)), Item("second"))),
            Listing((Item(text), Item("second")), numbered=True),
            Together((Paragraph(text), Choices((text, "No", "Perhaps"), frozenset({1})))),
            Table(("Claim", text, "Why"), ((text, "support", ""), ("short", "", "")), widths=(2, 1, 1), height=2),
            Picture(svg(theme), f"A map: {words}", width=0.8),
            Lines(3, ("secretlines",)),
            KeyOnly((Paragraph("secretblock"),)),
            PageBreak(),
            Cards((Card(text, "K7", "back"), Card("short", "B2"), Card(text)), columns=2, rows=3),
        ),
        footer=words,
    )  # fmt: skip


def deck(text: object = "It rains a lot today, and it will go on raining.", theme: str = "default") -> Deck:
    """Return slides with what belongs on slides, all with the text in them."""
    words = _plain(text)
    return Deck(
        "slides",
        words,
        (
            Slide(words, (Paragraph(text), Listing((Item(text, (Item("deep"),)), Item("b")), numbered=True)), notes=words),
            Slide("Both", (Paragraph("Look at this."), Picture(svg(theme), f"A map: {words}"))),
            Slide("Vote", (Choices((text, "No"), frozenset({1})), Lines(2, ("secretlines",)), Paragraph((Gap("secretgap"),)))),
            Slide("Table", (Table(("Speech", text), (("First", "4"), (text, "2"))), KeyOnly((Paragraph("secretblock"),)))),
        ),
    )  # fmt: skip


def workbook(text: str = "It rains.") -> Workbook:
    """Return a workbook with text and numbers."""
    return Workbook("book", text, (Grid(text, ("Code", text), (("K7", text), (1, 2.5))), Grid(text, (), (("x",),))))


OUTPUTS_OF_ALL = [
    *[("Sheet", ending) for ending in OUTPUTS["Sheet"]],
    *[("Deck", ending) for ending in OUTPUTS["Deck"]],
    *[("Workbook", ending) for ending in OUTPUTS["Workbook"]],
]


def made(thing: Sheet | Deck | Workbook, ending: str, folder, look: str = "standard") -> bytes:
    """Return what is written for a thing."""
    return write(thing, folder / f"made{ending}", LOOKS[look]).read_bytes()
