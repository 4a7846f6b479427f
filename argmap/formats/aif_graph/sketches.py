"""How arguments without steps are written in AIF: as an inference, a conflict, or a proposition with their gist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Argument, RelationKind

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Relation

_AGAINST = (RelationKind.ATTACK, RelationKind.UNDERCUT)


def types_of(m: ArgumentMap, wanted: dict[str, str]) -> dict[str, str]:
    """Return the type of node, RA or CA, of the sketched arguments that are no propositions. Linear.

    A sketch without a gist that claims support and that only supports, or only attacks, is what a node of AIF with
    several inputs says.

    Args:
        m: The map.
        wanted: The types that the file had which the map was read from.
    """
    outs: dict[str, list[Relation]] = {}
    ins: dict[str, list[Relation]] = {}
    sketches = {argument.id for argument in m.arguments if not argument.steps}
    if not sketches:
        return {}
    for relation in m.relations:
        if relation.source in sketches:
            outs.setdefault(relation.source, []).append(relation)
        if relation.target in sketches:
            ins.setdefault(relation.target, []).append(relation)
    found = {}
    for name in (argument.id for argument in m.arguments if argument.id in sketches):
        sort = wanted.get(name) or _shape(m[name].text, outs.get(name, ()), ins.get(name, ()))
        if sort:
            found[name] = sort
    # What cannot be said with an edge needs a proposition at its end; then others may need one too.
    left = list(found)
    while left:
        name = left.pop()
        if name not in found:
            continue
        is_bad = any(not is_edge(m, found, each) for each in outs.get(name, ()))
        if is_bad or any(each.kind.is_symmetric for each in ins.get(name, ())):
            del found[name]
            # An undercut of a proposition is no edge, so that whatever is looked at again goes: the whole stays linear.
            left += [each.source for each in ins.get(name, ()) if each.kind is RelationKind.UNDERCUT]
    return found


def _shape(text: str, outs: list[Relation] | tuple[()], ins: list[Relation] | tuple[()]) -> str:
    if text or not outs:
        return ""
    if all(each.kind in _AGAINST for each in outs):
        return "CA"
    is_backed = any(each.kind is RelationKind.SUPPORT for each in ins)
    return "RA" if is_backed and all(each.kind is RelationKind.SUPPORT for each in outs) else ""


def is_edge(m: ArgumentMap, types: dict[str, str], relation: Relation) -> bool:
    """Whether a relation is a mere edge from or to an inference or conflict of AIF, without a node of its own."""
    kind, source, target = relation.kind, relation.source, relation.target
    if source == target:
        return False
    own = types.get(source)
    if own == "RA":
        return kind is RelationKind.SUPPORT
    end = m[target]
    is_node = isinstance(end, Argument) and (bool(end.steps) or target in types)
    if own == "CA":
        return kind is (RelationKind.UNDERCUT if is_node else RelationKind.ATTACK)
    return kind is RelationKind.SUPPORT and target in types
