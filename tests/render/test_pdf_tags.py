"""The structure of a PDF, as a program that reads it aloud finds it: pypdf reads the file."""

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from argmap import datasets
from argmap.render import Size, draw, to_svg
from argmap.render.pdf import pdf_of
from tests.render.drawings import every_kind, nodes, of, open_or_closed, parsed


def structure(reader: Any) -> list[tuple[str, str, list[tuple[int, int]]]]:
    """Return each structure element: its type, its alternative text, and the page and number of its content."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    (document,) = root["/K"]
    assert document["/S"] == "/Document"
    found = []
    for part in document["/K"]:
        element = part.get_object()
        places = [(pages[one.raw_get("/Pg").idnum], int(one["/MCID"])) for one in element["/K"]]
        found.append((element["/S"], str(element.get("/Alt", "")), places))
    return found


def marked(reader: Any, number: int) -> list[int]:
    """Return the numbers of marked content of a page in order; nothing may be drawn outside of marked content."""
    inside: list[Any] = []
    numbers: list[int] = []
    for operands, operator in ContentStream(reader.pages[number]["/Contents"].get_object(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            assert not inside
            inside.append(operands)
            numbers += [int(operands[1]["/MCID"])] if operator == b"BDC" else []
        elif operator == b"EMC":
            inside.pop()
        elif operator in (b"f", b"f*", b"S", b"B", b"B*", b"Tj", b"TJ", b"Do", b"sh"):
            assert inside, (operands, operator)
    assert not inside
    return numbers


@pytest.mark.parametrize("make", [open_or_closed, every_kind, datasets.wet_street])
@pytest.mark.parametrize("page", [None, "a4", "a5-tiled"])
def test_every_box_is_told_as_in_the_picture(make, page):
    m = make()
    reader: Any = PdfReader(io.BytesIO(draw(m, "pdf", size=Size(page=page))))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    told = structure(reader)
    boxes = nodes(parsed(to_svg(m)))
    labels = [of(box, "aria-label") for box in boxes if box.get("aria-hidden") != "true"]
    found = [alt for sort, alt, _ in told if sort == "/Figure"]
    assert (
        found == labels if page != "a5-tiled" else sorted(found) == sorted(labels)
    )  # sheets have an order of their own
    assert {sort for sort, _, _ in told} <= {"/H1", "/P", "/Figure"}
    assert [sort for sort, _, _ in told].count("/H1") == bool(m.title)


@pytest.mark.parametrize("page", [None, "a4", "a5-tiled"])
def test_all_content_is_marked_and_has_one_owner(page):
    reader: Any = PdfReader(io.BytesIO(draw(every_kind(), "pdf", size=Size(page=page))))
    told = structure(reader)
    tree = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = {int(tree[place]): tree[place + 1] for place in range(0, len(tree), 2)}
    for number, one in enumerate(reader.pages):
        numbers = marked(reader, number)
        assert numbers == list(range(len(numbers)))
        assert sorted(mcid for _, _, places in told for where, mcid in places if where == number) == numbers
        named = owners[int(one["/StructParents"])]
        assert len(named) == len(numbers)
        for mcid, owner in zip(numbers, named, strict=True):
            places = owner.get_object()["/K"]
            assert any(int(place["/MCID"]) == mcid for place in places)


def test_a_title_of_several_lines_is_one_heading():
    m = open_or_closed()
    m.title = "Should powerful models be open or closed? " * 3
    told = structure(PdfReader(io.BytesIO(draw(m, "pdf"))))
    assert [sort for sort, _, _ in told].count("/H1") == 1


def test_pictures_of_others_are_marked_too():
    svg = '<svg width="90pt" height="36pt" viewBox="0 0 90 36"><path d="M0,0h9v9z"/><text x="9" y="9">Rain</text></svg>'
    reader: Any = PdfReader(io.BytesIO(pdf_of(svg)))
    assert [(sort, alt) for sort, alt, _ in structure(reader)] == [("/P", "")]
    assert marked(reader, 0) == [0]
    assert re.search("Rain", reader.pages[0].extract_text())


def test_a_picture_without_anything_has_an_empty_structure():
    assert structure(PdfReader(io.BytesIO(pdf_of('<svg width="9pt" height="9pt" viewBox="0 0 9 9"/>')))) == []
