"""What a printed sheet is made of, apart from how it looks: headings, texts, lists, tables, pictures, cards, gaps.

A sheet holds its own answers: a gap knows what belongs in it, lines know what may be written on them. A pupil's sheet
leaves them out; the teacher's key is the same sheet with the answers in their places.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that stands out, or leads somewhere.

    Attributes:
        text: The text.
        bold: Whether it is bold. Italics and underlining are not offered: they are hard to read for many.
        href: Where a link leads; empty for none.
    """

    text: str
    bold: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place within a line to write in.

    Attributes:
        answer: What belongs there.
        width: How long it is, in letters; a pupil cannot tell the answer by it where all gaps are equally long.
    """

    answer: str = ""
    width: int = 16


Text = str | tuple[str | Run | Gap, ...]
"""Text of one paragraph, item, cell or card. A string has no markup: every letter stands for itself."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 1 for a part of the sheet, 2 and 3 for parts of that. The title of the sheet is none of them."""

    text: Text
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, and what stands under it."""

    text: Text
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, with bullets or with numbers."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """Answers to tick.

    Attributes:
        options: What can be ticked; they bear the letters A, B, C ...
        right: The positions of those that are right.
        are_codes: Whether they are short names of boxes; these stand beside each other, without letters of their own.
    """

    options: tuple[Text, ...]
    right: frozenset[int] = frozenset()
    are_codes: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        head: The names of its columns; empty for none. It is repeated on every page.
        rows: Its rows, each as long as the widest; a cell that is empty is one to write in.
        widths: How wide the columns are, in proportion to each other; empty for equally wide ones.
        height: How high rows are at least, in lines of text, so that one can write in them.
    """

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...] = ()
    height: float = 1.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing.

    Attributes:
        svg: The drawing as SVG.
        alt: What it shows, in words, for those who do not see it.
        width: How wide it is at most, as a part of the width of the text.
    """

    svg: str
    alt: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on.

    Attributes:
        count: How many.
        answer: What may be written there; a paragraph each.
    """

    count: int
    answer: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """A row of labels with room to write behind each, as for a name and a date."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out.

    Attributes:
        text: What it says.
        corner: A short code in its corner, such as ``K7``.
        back: What its back says; printed on a page of its own, mirrored, where any card has a back.
        more: What it says below that, a paragraph each.
    """

    text: Text
    corner: str = ""
    back: Text = ""
    more: tuple[Text, ...] = ()

    @property
    def front(self) -> tuple[Text, ...]:
        """All paragraphs of its front."""
        return (self.text, *self.more)


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out, with lines to cut along; they fill pages of their own.

    Attributes:
        cards: The cards, row by row.
        columns: How many stand beside each other.
        rows: How many stand below each other on a page; fewer where the text is large.
    """

    cards: tuple[Card, ...]
    columns: int = 2
    rows: int = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around other blocks, for what is to be seen first; a page does not end within it where it fits on one."""

    blocks: tuple[Block, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page where they fit on one: a question and its answers, say."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class KeyOnly:
    """Blocks that only the key has."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The end of a page."""


Block = (
    Heading
    | Paragraph
    | Listing
    | Choices
    | Table
    | Picture
    | Lines
    | Fields
    | Cards
    | Box
    | Together
    | KeyOnly
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, or several: a worksheet, a brief, the notes of a teacher.

    Attributes:
        name: What its file is called, without an ending.
        title: What stands on top.
        blocks: What stands below.
        footer: What stands at the foot of every page, beside its number: the map, the seed, the version.
        is_landscape: Whether it is wider than high.
        language: The code of the language it is in.
        is_key: Whether the answers are shown.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    footer: str = ""
    is_landscape: bool = False
    language: str = "en"
    is_key: bool = False

    def key(self, title: str) -> Sheet:
        """Return the same sheet with the answers in their places, without room for a name and cards to cut out.

        Args:
            title: What stands on top of it.

        Example:
            >>> sheet = Sheet("gaps", "Gaps", (Paragraph(("Because ", Gap("it rains"))),))
            >>> sheet.key("Gaps: answers").is_key
            True
        """
        blocks = tuple(block for block in self.blocks if not isinstance(block, Fields | Cards))
        return replace(self, name=f"{self.name}-key", title=title, blocks=blocks, is_key=True)


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide.

    Attributes:
        title: What stands on top.
        blocks: What stands below; headings and cards do not belong on slides.
        notes: What the speaker sees.
        is_key: Whether answers are shown on it; a question and its answer are two slides.
    """

    title: str
    blocks: tuple[Block, ...]
    notes: str = ""
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides: what is revealed step by step is one slide for each step.

    Attributes:
        name: What its file is called, without an ending.
        title: What it is about.
        slides: The slides.
        language: The code of the language it is in.
    """

    name: str
    title: str
    slides: tuple[Slide, ...]
    language: str = "en"
