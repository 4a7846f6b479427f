"""The structure of a PDF for those who listen to it: its title, its words, and a sentence for each box of the picture.

A box is a figure whose alternative text is the label that it has in the SVG; lines and signs are ornament, as the
sentences tell what they do (ISO 32000-1:2008, 14.7 and 14.8).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.pdf_file import words

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from argmap.render.pdf_file import Pdf
    from argmap.render.pdf_paint import Painted


class _Part(NamedTuple):
    """Something that is read aloud.

    Attributes:
        sort: The type of its structure element: ``H1``, ``P`` or ``Figure``.
        label: What is said of a figure.
        reference: Its structure element.
        places: Where it is drawn: the references to its content on each page.
    """

    sort: str
    label: str
    reference: str
    places: list[str]


class Tags:
    """The structure of one document in the making.

    Args:
        pdf: The file.
        picture: The root of the picture, as `argmap.render.finished.read_svg` returns it.
    """

    def __init__(self, pdf: Pdf, picture: ET.Element) -> None:
        self._pdf = pdf
        self._title = _flat(picture.findtext("title") or "")
        self._document = pdf.reserve()
        self._parts: dict[object, _Part] = {}
        self._pages: list[list[str]] = []

    def on_page(self, page: str, drawn: list[tuple[Painted, str]]) -> list[str]:
        """Return the operators of the things on a page, marked as what they are parts of.

        Args:
            page: The reference of the page.
            drawn: The things, each with its operators.
        """
        written: list[str] = []
        owners: list[str] = []
        for key, some in groupby(drawn, key=lambda pair: self._key(pair[0])):
            things = list(some)
            operators = "\n".join([text for _, text in things])
            if key is None:
                written.append(ornament(operators))
                continue
            part = self._parts.get(key) or self._begun(key, things[0][0])
            part.places.append(f"<</Type /MCR /Pg {page} /MCID {len(owners)}>>")
            written.append(f"/{part.sort} <</MCID {len(owners)}>> BDC\n{operators}\nEMC")
            owners.append(part.reference)
        self._pages.append(owners)
        return written

    def root(self) -> str:
        """Return the reference of the structure, once all pages are written."""
        pdf, tree = self._pdf, self._pdf.reserve()
        for part in self._parts.values():
            said: dict[str, object] = {"Type": "/StructElem", "S": f"/{part.sort}", "P": self._document}
            if part.label:
                said["Alt"] = words(part.label)
            pdf.fill(part.reference, said | {"K": f"[{' '.join(part.places)}]"})
        parts = " ".join(part.reference for part in self._parts.values())
        pdf.fill(self._document, {"Type": "/StructElem", "S": "/Document", "P": tree, "K": f"[{parts}]"})
        numbered = " ".join(f"{number} [{' '.join(owners)}]" for number, owners in enumerate(self._pages))
        parents = pdf.add({"Nums": f"[{numbered}]"})
        said = {"Type": "/StructTreeRoot", "K": f"[{self._document}]", "ParentTree": parents}
        return pdf.fill(tree, said | {"ParentTreeNextKey": len(self._pages)})

    def _key(self, thing: Painted) -> object:
        """Return what a thing is a part of: a box, the title, a text of its own; None for ornament."""
        told = thing.told
        return "title" if told is not None and self._is_title(told) else told

    def _is_title(self, told: ET.Element) -> bool:
        said = _flat("".join(told.itertext())) if told.tag == "text" else ""
        return bool(said) and told.get("font-weight") == "bold" and said.removesuffix("…").strip() in self._title

    def _begun(self, key: object, thing: Painted) -> _Part:
        label = thing.told.get("aria-label", "") if thing.told is not None else ""
        sort = "H1" if key == "title" else "Figure" if label else "P"
        part = self._parts[key] = _Part(sort, label, self._pdf.reserve(), [])
        return part


def ornament(operators: str) -> str:
    """Return operators marked as what nobody needs to hear of."""
    return f"/Artifact BMC\n{operators}\nEMC\n"


def _flat(text: str) -> str:
    return " ".join(text.replace("\u202b", "").replace("\u202c", "").split())
