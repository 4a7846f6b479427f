"""The blocks of a sheet as HTML: elements that say what each thing is, and no style of their own."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import (
    Box,
    Cards,
    Choices,
    Fields,
    Gap,
    Heading,
    Item,
    Lines,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Together,
)
from argmap.classroom.sheets.fitting import fitting_rows
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.pdf_data import letters
from argmap.classroom.sheets.placing import MILLIMETRE, paper_of
from argmap.classroom.sheets.showing import runs_from_right, runs_of
from argmap.classroom.sheets.svg_parts import inlined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.classroom.sheets.blocks import Block, Card, Text
    from argmap.classroom.sheets.look import Look
    from argmap.language import Words

CARD_EDGES = 36.0
"""What cards leave free of the height of a printed page, in millimetres."""
_SCALES = (1.2, 1.1)


class Body:
    """Blocks as HTML, and the rules of CSS that they need besides those of every sheet.

    Args:
        words: What stands on the sheet besides its texts.
        look: How it looks on paper.
    """

    def __init__(self, words: Words, look: Look = LOOKS["standard"]) -> None:
        self.rules: dict[str, str] = {}
        self._words = words
        self._look = look
        self._pictures = 0

    def html(self, blocks: Iterable[Block]) -> str:
        """Return blocks as HTML."""
        return "\n".join(map(self._block, blocks))

    def text(self, text: Text) -> str:
        """Return a text as HTML."""
        return "".join(self._run(run) for run in runs_of(text))

    def _run(self, run: object) -> str:
        if isinstance(run, Gap):
            if run.answer:
                return f'<ins class="answer">{_escaped(run.answer)}</ins>'
            name = self._class(f"g{run.width}", f".g{run.width}{{width:{run.width * 0.55:.2f}em}}")
            return f'<span class="gap {name}" role="img" aria-label="{self._say("gap")}"></span>'
        words = _escaped(run.text)  # type: ignore[attr-defined]
        if run.bold:  # type: ignore[attr-defined]
            words = f"<strong>{words}</strong>"
        href = run.href  # type: ignore[attr-defined]
        return f'<a href="{_escaped(href)}" rel="noopener noreferrer">{words}</a>' if href else words

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                level = min(max(block.level, 1), 3) + 1
                return f'<h{level} dir="auto">{self.text(block.text)}</h{level}>'
            case Paragraph():
                return f'<p dir="auto">{self.text(block.text)}</p>'
            case Listing():
                return self._listing(block.items, "ol" if block.numbered else "ul")
            case Choices():
                return self._choices(block)
            case Table():
                return self._table(block)
            case Picture():
                return self._picture(block)
            case Lines():
                return self._lines(block)
            case Fields():
                labels = "".join(
                    f'<li><span dir="auto">{_escaped(label)}</span><span class="room"></span></li>'
                    for label in block.labels
                )
                return f'<ul class="fields">{labels}</ul>' if labels else ""
            case Cards():
                return self._cards(block)
            case Box():
                title = f'<p class="boxtitle" dir="auto">{_escaped(block.title)}</p>' if block.title else ""
                return f'<section class="box">{title}{self.html(block.blocks)}</section>'
            case Together():
                return f'<div class="together">{self.html(block.blocks)}</div>'
            case PageBreak():
                return '<div class="pagebreak"></div>'
            case _:
                return ""

    def _listing(self, items: tuple[Item, ...], tag: str) -> str:
        inside = "".join(
            f'<li dir="auto">{self.text(item.text)}{self._listing(item.items, tag) if item.items else ""}</li>'
            for item in items
        )
        turned = ' dir="rtl"' if items and runs_from_right(items[0].text) else ""
        return f"<{tag}{turned}>{inside}</{tag}>" if inside else ""

    def _choices(self, choices: Choices) -> str:
        lines = []
        for n, (letter, option) in enumerate(zip(letters(len(choices.options)), choices.options, strict=True)):
            is_right = n in choices.right
            tick = f'<span class="tick">{"✓" if is_right else ""}</span>'
            said = f' <span class="vh">({self._say("right")})</span>' if is_right else ""
            words = f"<strong>{self.text(option)}</strong>" if is_right else self.text(option)
            name = "" if choices.are_codes else f'<b class="letter">{letter}</b> '
            lines.append(f'<li><span aria-hidden="true">{tick}</span>{name}<span dir="auto">{words}{said}</span></li>')
        turned = ' dir="rtl"' if choices.options and runs_from_right(choices.options[0]) else ""
        kind = "choices codes" if choices.are_codes else "choices"
        return f'<ul class="{kind}"{turned}>{"".join(lines)}</ul>' if lines else ""

    def _table(self, table: Table) -> str:
        if not table.widths:
            return ""
        whole = sum(table.widths)
        columns = "".join(
            f'<col class="{self._class(name, f".{name}{{width:{share}%}}")}">'
            for share, name in ((_number(100 * width / whole), f"w{_number(100 * width / whole)}".replace(".", "-"))
                                for width in table.widths)
        )  # fmt: skip
        head = "".join(f'<th scope="col" dir="auto">{self.text(cell)}</th>' for cell in table.head)
        rows = "".join(
            "<tr>" + "".join(f'<td dir="auto">{self.text(cell)}</td>' for cell in row) + "</tr>" for row in table.rows
        )
        name = f"h{_number(min(table.height, 20))}".replace(".", "-")
        tall = self._class(name, f".{name} td{{height:calc(var(--leading)*{_number(min(table.height, 20))}em)}}")
        narrow = " many" if len(table.widths) > 3 else " three" if len(table.widths) == 3 else ""
        return (
            f'<div class="scroll{narrow}" tabindex="0"><table class="{tall}"><colgroup>{columns}</colgroup>'
            + (f"<thead><tr>{head}</tr></thead>" if head else "")
            + f"<tbody>{rows}</tbody></table></div>"
        )

    def _picture(self, picture: Picture) -> str:
        self._pictures += 1
        share = _number(100 * picture.width)
        name = self._class(f"p{share}".replace(".", "-"), f".p{share.replace('.', '-')} svg{{max-width:{share}%}}")
        return (
            f'<figure class="{name}" role="img" tabindex="0" aria-label="{_escaped(picture.alt)}">'
            f"{inlined(picture, f'p{self._pictures}-')}</figure>"
        )

    def _lines(self, lines: Lines) -> str:
        if lines.answer:
            paragraphs = "".join(f'<p dir="auto">{self.text(each)}</p>' for each in lines.answer)
            return f'<div class="answers"><p class="label">{self._say("answer")}</p>{paragraphs}</div>'
        ruled = "<i></i>" * lines.count
        said = html.escape(self._words.say("sheets.lines", n=lines.count))
        return f'<div class="lines" role="img" aria-label="{said}">{ruled}</div>' if ruled else ""

    def _cards(self, cards: Cards) -> str:
        columns, rows, scale = self._fitting(cards)
        each = columns * rows
        name = f"c{columns}r{rows}"
        self._class(
            name,
            f".{name}{{grid-template-columns:repeat({columns},minmax(0,1fr));"
            f"grid-auto-rows:minmax(calc(var(--cardheight)/{rows}),auto)}}\n.{name} li{{font-size:{scale}rem}}",
        )
        has_backs = any(card.back for card in cards.cards)
        pages = []
        for start in range(0, len(cards.cards), each):
            some: list[Card | None] = list(cards.cards[start : start + each])
            pages.append(self._page(some, name, is_back=False))
            if has_backs:
                some += [None] * (-len(some) % columns)
                lines = [some[at : at + columns][::-1] for at in range(0, len(some), columns)]
                pages.append(self._page([card for line in lines for card in line], name, is_back=True))
        return "\n".join(pages)

    def _fitting(self, cards: Cards) -> tuple[int, int, float]:
        """Return columns and rows of cards on a printed page, and how many times the text's the size of letters is."""
        paper = paper_of(self._look, is_landscape=False)
        room = (paper.width - 20) * MILLIMETRE, (paper.height - CARD_EDGES) * MILLIMETRE

        def fitted(scale: float) -> tuple[int, int]:
            look = replace(self._look, size=self._look.size * scale)
            return fitting_rows(cards, look, *room, padding=look.size)

        # Letters are as large as all cards of a set allow.
        wanted = fitted(1.0)
        scale = next((scale for scale in _SCALES if not self._look.is_large and fitted(scale) == wanted), 1.0)
        return (*wanted, scale)

    def _page(self, cards: list[Card | None], name: str, *, is_back: bool) -> str:
        said = self._say("backs" if is_back else "cards")
        return f'<ul class="cards {name}" aria-label="{said}">{"".join(self._sides(cards, is_back=is_back))}</ul>'

    def _sides(self, cards: list[Card | None], *, is_back: bool) -> Iterator[str]:
        for card in cards:
            if card is None:
                yield '<li class="none"></li>'
                continue
            corner = f'<b class="corner">{_escaped(card.corner)}</b>' if card.corner else ""
            said = "".join(f'<p dir="auto">{self.text(one)}</p>' for one in ((card.back,) if is_back else card.front))
            yield f"<li>{corner}{said}</li>"

    def _class(self, name: str, rule: str) -> str:
        self.rules[name] = rule
        return name

    def _say(self, key: str) -> str:
        return _escaped(self._words.say(f"sheets.{key}"))


def _escaped(text: str) -> str:
    return html.escape(text)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
