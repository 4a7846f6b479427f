"""The file format PDF (ISO 32000-1:2008): numbered objects, streams, and the table that says where each begins."""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_IRREGULAR = re.compile(r"[^!-~]|[#()<>\[\]{}/%]")


class Pdf:
    """A PDF file in the making.

    Values are written as they stand in the file: ``"/Name"``, ``"<0041>"``, ``"12 0 R"``. The same calls give the
    same bytes, with the same zlib.

    Example:
        >>> pdf = Pdf()
        >>> pages = pdf.reserve()
        >>> page = pdf.add({"Type": "/Page", "Parent": pages, "MediaBox": "[0 0 9 9]"})
        >>> _ = pdf.fill(pages, {"Type": "/Pages", "Count": 1, "Kids": f"[{page}]"})
        >>> pdf.to_bytes(root=pdf.add({"Type": "/Catalog", "Pages": pages}))[:8]
        b'%PDF-1.7'
    """

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def reserve(self) -> str:
        """Return the reference of an object that is told later, by `fill`."""
        self._objects.append(b"null")
        return f"{len(self._objects)} 0 R"

    def fill(self, reference: str, entries: Mapping[str, object], data: bytes | None = None) -> str:
        """Say what a reserved object is: a dictionary, or with `data` a stream; return its reference."""
        said = dict(entries)
        if data is not None:
            packed = zlib.compress(data, 9)
            said |= {"Filter": "/FlateDecode", "Length": len(packed)}
        body = dictionary(said).encode("latin-1")
        if data is not None:
            body += b"\nstream\n" + packed + b"\nendstream"
        self._objects[int(reference.split()[0]) - 1] = body
        return reference

    def add(self, entries: Mapping[str, object], data: bytes | None = None) -> str:
        """Add a dictionary, or with `data` a stream; return its reference."""
        return self.fill(self.reserve(), entries, data)

    def to_bytes(self, *, root: str, info: str | None = None) -> bytes:
        """Return the file.

        Args:
            root: The reference of the catalogue.
            info: The reference of the dictionary that tells about the document.
        """
        written = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for index, body in enumerate(self._objects, 1):
            places.append(len(written))
            written += b"%d 0 obj\n%b\nendobj\n" % (index, body)
        start = len(written)
        # Names the content; says nothing of when or where the file was made.
        name = hashlib.sha256(bytes(written)).hexdigest()[:32]
        trailer: dict[str, object] = {"Size": len(places) + 1, "Root": root, "ID": f"[<{name}> <{name}>]"}
        if info is not None:
            trailer["Info"] = info
        written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        written += b"".join(b"%010d 00000 n \n" % place for place in places)
        written += b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (dictionary(trailer).encode(), start)
        return bytes(written)


def dictionary(entries: Mapping[str, object]) -> str:
    """Return a dictionary as it is written in the file.

    Example:
        >>> dictionary({"Type": "/Page", "Rotate": 90})
        '<</Type /Page /Rotate 90>>'
    """
    return f"<<{' '.join(f'/{name} {value}' for name, value in entries.items())}>>"


def words(text: str) -> str:
    """Return a text as it is written in the file, in UTF-16.

    Example:
        >>> words("Ja")
        '<FEFF004A0061>'
    """
    return f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    """Return the digits of a text in UTF-16; half a pair of surrogates becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-16-be").hex().upper()


def name_of(text: str) -> str:
    """Return a name without what cannot stand in one.

    Example:
        >>> name_of("Noto Sans")
        '/NotoSans'
    """
    return "/" + (_IRREGULAR.sub("", text) or "Font")


def amount(value: float) -> str:
    """Return a number as it is written in the file: as short as it may be, to the thousandth.

    Example:
        >>> amount(12.0), amount(0.12345), amount(-1e-9)
        ('12', '0.123', '0')
    """
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
