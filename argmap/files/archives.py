"""Files that people take for texts: archives, compressed files and documents, told by their first bytes."""

from __future__ import annotations

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PACKED = (
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ\0", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
)
_BZIP_BLOCK = b"1AY&SY"  # so that a text that begins with BZh is one
_TAR, _TAR_SIGN = 257, b"ustar"
_OFFICE = (
    b"[Content_Types].xml",
    b"_rels/.rels",
    b"docProps/",
    b"word/document.xml",
    b"xl/workbook.xml",
    b"ppt/presentation.xml",
    b"mimetypeapplication/vnd.oasis.opendocument",
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT = "is a document of an office program, not text. Save it as plain text or CSV first."
_LOOK = 200


def packed(data: bytes) -> str:
    r"""Return what a file is, and what to do, if it is none of text but has one in it; else nothing.

    Example:
        >>> packed(b"PK\x03\x04..."), packed(b"[A]: It rains.")
        ('is a ZIP archive, not text. Unpack it first, and give a file from it.', '')
    """
    if data.startswith(_ZIP):
        if any(sign in data[:_LOOK] for sign in _OFFICE):
            return _DOCUMENT
        return "is a ZIP archive, not text. Unpack it first, and give a file from it."
    if data[_TAR : _TAR + len(_TAR_SIGN)] == _TAR_SIGN and b"\0" in data[:_TAR]:
        return "is a tar archive, not text. Unpack it first, and give a file from it."
    if data.startswith((_OLD_OFFICE, b"{\\rtf")):
        return _DOCUMENT
    if data.startswith(b"%PDF-"):
        return "is a PDF, not text. Save what is in it as plain text first."
    sort = next((words for sign, words in _PACKED if data.startswith(sign)), "")
    if not sort or (data.startswith(b"BZh") and data[4:10] != _BZIP_BLOCK):
        return ""
    return f"is {sort}, not text. Unpack it first, and give {'a file from it' if 'archive' in sort else 'the result'}."
