"""The words of a claim or argument that are to be written, and what else a diagram says of it, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.view.diagram import ROLES, Cell, Label, Node, NodeKind
from argmap.view.key import MUTUAL
from argmap.wording import shorten

if TYPE_CHECKING:
    from argmap.language import Words
    from argmap.view.diagram import Edge
    from argmap.view.outline import OutlineLine

_SHORT = 60


def words_of(item: Node | Cell, *, or_id: bool = True) -> tuple[str, str]:
    """Return the title and the text of a node or cell that are to be written; one of them may be empty.

    Args:
        item: The node or cell.
        or_id: Whether the id stands for what has no words to show; a junction has neither.

    Example:
        >>> from argmap.view import Node, NodeKind
        >>> words_of(Node("C1", NodeKind.CLAIM, "Rain", "It rains", label=Label.TITLE))
        ('Rain', '')
        >>> words_of(Node("A1", NodeKind.ARGUMENT))
        ('A1', '')
    """
    if isinstance(item, Node) and item.kind is NodeKind.JUNCTION:
        return "", ""
    name = item.claim if isinstance(item, Cell) else item.of
    title, text = item.title or "", item.text
    if item.label is Label.NONE or (item.label is Label.HIDE_UNTITLED and not title):
        title = text = ""
    elif item.label is Label.TITLE and title:
        text = ""
    elif item.label is Label.TEXT and text:
        title = ""
    elif not title and not text and not (isinstance(item, Node) and item.blocks):
        title = name
    return (name, "") if or_id and not title and not text else (title, text)


def words_of_cell(one: Cell) -> str:
    """Return what is written of a claim in a card: its text; its title where it is told elsewhere; may be empty.

    Example:
        >>> words_of_cell(Cell("p0", "C1", "It rains", "Rain", 1))
        'It rains'
        >>> words_of_cell(Cell("p0", "C1", "It rains", "Rain", 1, is_elsewhere=True))
        'Rain'
    """
    if one.label is Label.NONE or (one.label is Label.HIDE_UNTITLED and not one.title):
        return ""
    if one.is_elsewhere or one.label is Label.TITLE:
        return one.title or one.text or one.claim
    return one.text or one.title or one.claim


def role_in_words(role: str, words: Words) -> str:
    """Return the role of a node as it is written: the parts that an argument has are named in the language.

    Example:
        >>> from argmap.language import Words
        >>> role_in_words("PRO · Warrant", Words("es"))
        'PRO · Garantía'
    """
    told = [words.say(f"picture.toulmin.{one.lower()}") if one in ROLES else one for one in role.split(" · ")]
    return " · ".join(told)


def words_of_line(line: OutlineLine, words: Words) -> tuple[str, str, list[str]]:
    """Return the title and the text of a line of an outline that is no inference, and what else is to be said of it.

    Where it is told elsewhere its name is enough to find it again; without one, its first words.
    """
    item = line.cell or line.node
    title, text = (" ".join(part.split()) for part in words_of(item))
    if line.cell is None and line.node.kind is NodeKind.JUNCTION:
        text = words.say("picture.told.inference")
    if line.see:
        return title, "" if title else shorten(text, _SHORT), [words.say(f"picture.told.{line.see}")]
    return title, text, [*([item.side] if item.side else []), *remarks(item, words)]


def remarks(item: Node | Cell, words: Words) -> list[str]:
    """Return what a picture marks on a node or cell, in words: its status, its strength, findings, and so on.

    Example:
        >>> from argmap.language import Words
        >>> from argmap.view import Node, NodeKind, Status
        >>> rain = Node("C1", NodeKind.CLAIM, status=Status.REJECTED, strength=0.25, tags=("law",), hidden=2)
        >>> remarks(rain, Words("en"))
        ['rejected', 'strength 0.25', '#law', '2 more below']
    """
    said = []
    if item.change:
        said.append(words.say(f"picture.told.{item.change}"))
    if item.status:
        said.append(words.say(f"picture.told.{item.status}"))
    if item.strength is not None:
        said.append(words.say("picture.told.strength", strength=f"{item.strength:.2f}"))
    if isinstance(item, Node):
        said += [words.say("picture.told.promotes", name=value) for value in item.values]
        said += [f"#{tag}" for tag in item.tags]
    for finding in item.findings:
        severity = words.known(f"picture.told.{finding.severity}") or finding.severity
        said.append(words.say("picture.says", what=severity, text=finding.message))
    if isinstance(item, Node) and item.hidden:
        said.append(words.say("picture.told.hidden", n=item.hidden))
    return said


def deed_of(edge: Edge, words: Words) -> str:
    """Return what an edge says, in words.

    Example:
        >>> from argmap.language import Words
        >>> from argmap.view import Edge, EdgeKind
        >>> deed_of(Edge("C1", "C2", EdgeKind.ATTACK, is_mutual=True, strength=0.5), Words("en"))
        'attack each other (strength 0.50)'
    """
    is_mutual = edge.is_mutual and edge.kind in MUTUAL
    deed = words.say(f"picture.key.mutual-{edge.kind}" if is_mutual else f"picture.does.{edge.kind}")
    said = [words.say(f"picture.told.{edge.change}")] if edge.change else []
    if edge.strength is not None:
        said.append(words.say("picture.told.strength", strength=f"{edge.strength:.2f}"))
    return f"{deed} ({', '.join(said)})" if said else deed
