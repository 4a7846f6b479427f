"""Documents that something is wrong with, to see whether two schemas refuse the same."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

VALUES = (None, "", "no such", "-1", "1x", "Yes", "true")


def shortened(root: etree._Element) -> etree._Element:
    """Return a document with at most two of a kind under one parent: more would only be spoilt in the same ways."""
    copied = deepcopy(root)
    for each in [each for each in copied.iter() if sum(1 for _ in each.itersiblings(each.tag, preceding=True)) > 1]:
        each.getparent().remove(each)
    return copied


def spoilings(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield a document with one thing at a time missing, doubled, moved, renamed or put to another value."""
    for place, each in enumerate(root.iter()):
        name = etree.QName(each).localname
        for key in (key for key in each.attrib if "schemaLocation" not in key):
            for value in VALUES:
                spoilt, found = _copy(root, place)
                if value is None:
                    del found.attrib[key]
                else:
                    found.set(key, value)
                yield f"{key} of {name} is {value!r}", spoilt
        spoilt, found = _copy(root, place)
        found.set("stray", "1")
        yield f"{name} has a stray attribute", spoilt
        if each.getparent() is None:
            continue
        spoilt, found = _copy(root, place)
        found.getparent().remove(found)
        yield f"there is no {name}", spoilt
        spoilt, found = _copy(root, place)
        found.addnext(deepcopy(found))
        yield f"{name} is there twice", spoilt
        spoilt, found = _copy(root, place)
        found.tag = f"{found.tag}X"
        yield f"{name} is called otherwise", spoilt
        spoilt, found = _copy(root, place)
        found.tail = "stray"
        yield f"there is a text after {name}", spoilt
        if each.getnext() is not None:
            spoilt, found = _copy(root, place)
            found.addprevious(found.getnext())
            yield f"{name} stands after what follows it", spoilt


def _copy(root: etree._Element, place: int) -> tuple[etree._Element, etree._Element]:
    copied = deepcopy(root)
    return copied, list(copied.iter())[place]
