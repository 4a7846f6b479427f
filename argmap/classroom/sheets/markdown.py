"""A sheet as Markdown, in which every text shows as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import (
    Box,
    Cards,
    Choices,
    Fields,
    Gap,
    Heading,
    Lines,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Together,
)
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.pdf_data import letters
from argmap.classroom.sheets.showing import runs_of, shown
from argmap.language import Words
from argmap.render.markdown import escaped

_RULE = "\\_" * 16

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.classroom.sheets.blocks import Block, Item, Sheet, Text
    from argmap.classroom.sheets.look import Look


def markdown_of(sheet: Sheet, look: Look = LOOKS["standard"]) -> str:
    r"""Return a sheet as Markdown.

    Args:
        sheet: The sheet.
        look: Has no effect: Markdown has no looks.

    Example:
        >>> from argmap.classroom.sheets.blocks import Sheet
        >>> print(markdown_of(Sheet("gap", "A gap", (Paragraph(("Because ", Gap("it rains"), ".")),))), end="")
        # A gap
        <BLANKLINE>
        Because \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_.
    """
    del look
    sheet = shown(sheet)
    words = Words.of(sheet.language)
    parts = [f"# {escaped(sheet.title) or words.say('sheets.untitled')}", *_blocks(sheet.blocks, words)]
    if sheet.footer:
        parts += ["---", escaped(sheet.footer)]
    return "\n\n".join(parts) + "\n"


def inline(text: Text) -> str:
    """Return a text as Markdown in one line."""
    parts: list[str] = []
    for run in runs_of(text):
        if isinstance(run, Gap):
            parts.append(f"**{escaped(run.answer)}**" if run.answer.strip() else "\\_" * run.width)
            continue
        words = _kept(run.text)
        if run.bold and run.text.strip():
            inner = escaped(run.text)
            before, after = run.text[:1].isspace(), run.text[-1:].isspace()
            words = f"{' ' * before}**{inner}**{' ' * after}"
        parts.append(f"[{words}](<{run.href}>)" if run.href and "<" not in run.href and ">" not in run.href else words)
    return "".join(parts).strip()


def _kept(text: str) -> str:
    """Return words escaped, with the blanks at their ends."""
    return f"{' ' * text[:1].isspace()}{escaped(text)}{' ' * (text[-1:].isspace() and bool(text.strip()))}"


def _blocks(blocks: Iterable[Block], words: Words) -> Iterator[str]:
    for block in blocks:
        yield from filter(None, _block(block, words))


def _block(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (min(max(block.level, 1), 3) + 1)} {inline(block.text)}".strip()
        case Paragraph():
            yield inline(block.text)
        case Listing():
            yield "\n".join(_items(block.items, 0, numbered=block.numbered))
        case Choices() if block.are_codes:
            yield " · ".join(
                f"☑ **{inline(option)}**" if n in block.right else f"☐ {inline(option)}"
                for n, option in enumerate(block.options)
            )
        case Choices():
            yield "\n".join(
                f"- {'☑' if n in block.right else '☐'} {letter}. "
                + (f"**{inline(option)}**" if n in block.right else inline(option))
                for n, (letter, option) in enumerate(zip(letters(len(block.options)), block.options, strict=True))
            )
        case Table():
            yield _table(block)
        case Picture():
            yield f"*{escaped(block.alt)}*" if block.alt.strip() else ""
        case Lines():
            if block.answer:
                yield f"**{words.say('sheets.answer')}:**"
                yield from map(inline, block.answer)
            else:
                yield "\\\n".join(["\\_" * 60] * min(block.count, 200))
        case Fields():
            yield " ".join(f"{escaped(label)} {_RULE}" for label in block.labels)
        case Cards():
            for card in block.cards:
                corner = f"**{escaped(card.corner)}** " if card.corner.strip() else ""
                back = f" — {inline(card.back)}" if card.back else ""
                front = "<br>".join(map(inline, card.front))
                yield f"- {corner}{front}{back}"
        case Box():
            inside = "\n\n".join(
                [*([f"**{escaped(block.title)}**"] if block.title.strip() else []), *_blocks(block.blocks, words)]
            )
            yield "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
        case Together():
            yield from _blocks(block.blocks, words)
        case PageBreak():
            yield "---"


def _items(items: tuple[Item, ...], depth: int, *, numbered: bool) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        yield f"{'    ' * depth}{f'{number}.' if numbered else '-'} {inline(item.text)}".rstrip()
        yield from _items(item.items, depth + 1, numbered=numbered)


def _table(table: Table) -> str:
    if not table.widths:
        return ""
    head = table.head or ("",) * len(table.widths)
    rows = [[inline(cell) for cell in row] for row in (head, *table.rows)]
    rows.insert(1, ["---"] * len(table.widths))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
