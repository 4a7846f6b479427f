"""Fonts in a PDF: only the glyphs that are shown, each with the signs it stands for, so that text can be copied.

Each font becomes a composite font whose codes are the numbers of its glyphs (ISO 32000-1:2008, 9.7). HarfBuzz cuts
the glyphs out of the font file at one weight.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from argmap.render.pdf_file import amount, dictionary, name_of, utf16, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.render.pdf_file import Pdf
    from argmap.render.typeset import Face, Glyph

_KEPT = frozenset((
    "glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "CFF ", "CFF2", "fvar", "gvar", "avar",
    "HVAR", "MVAR", "cvar", "OS/2", "post", "name", "STAT",
))  # fmt: skip
Shown = tuple[int, str]
"""A glyph by its number, and the signs it stands for."""

_NEXT_TO_NOTHING = 5e-4  # em; half of what is written
_MOST_IN_MAP = 100  # entries of a block of a ToUnicode map


class Fonts:
    """The fonts of one document.

    Glyphs are told first (`use`), then the fonts are cut (`embed`), and then lines can be written (`shown`).
    """

    def __init__(self) -> None:
        self._used: dict[Face, dict[Shown, None]] = {}
        self._codes: dict[Face, dict[Shown, int]] = {}
        self._names: dict[Face, str] = {}

    def use(self, face: Face, glyphs: Iterable[Glyph]) -> None:
        """Say which glyphs of a font will be shown."""
        used = self._used.setdefault(face, {})
        self._names.setdefault(face, f"F{len(self._names) + 1}")
        for glyph in glyphs:
            used[glyph.number, glyph.words] = None

    def name(self, face: Face) -> str:
        """Return the name of a font in the resources of the document."""
        return self._names[face]

    def embed(self, pdf: Pdf) -> dict[str, str]:
        """Put the fonts into a document; return the reference of each by its name."""
        references = {}
        for face, used in self._used.items():
            reference, self._codes[face] = _embedded(pdf, face, list(used))
            references[self.name(face)] = reference
        return references

    def shown(self, face: Face, glyphs: Iterable[Glyph], size: float) -> str:
        """Return the operators that show glyphs, one after the other.

        Args:
            face: Their font.
            glyphs: The glyphs; `use` was told of them.
            size: The type size.
        """
        codes = self._codes[face]
        written: list[str] = []
        waiting: list[str] = []  # what is inside the current [...] TJ

        def flush() -> None:
            if waiting:
                written.append(f"[{''.join(waiting)}] TJ")
                waiting.clear()

        for glyph in glyphs:
            code = codes.get((glyph.number, glyph.words))
            is_told = code is not None
            if code is None:
                code = next(codes[known] for known in codes if known[0] == glyph.number)
                flush()
                written.append(f"/Span {dictionary({'ActualText': words(glyph.words)})} BDC")
            if glyph.up:
                flush()
                written.append(f"{amount(glyph.up * size)} Ts")
            back = glyph.advance - glyph.right - face.advance_of(glyph.number)
            before = amount(-glyph.right * 1000) if abs(glyph.right) > _NEXT_TO_NOTHING else ""
            after = amount(-back * 1000) if abs(back) > _NEXT_TO_NOTHING else ""
            waiting.append(f"{before}<{code:04X}>{after}")
            if glyph.up:
                flush()
                written.append("0 Ts")
            if not is_told:
                flush()
                written.append("EMC")
        flush()
        return " ".join(written)


def _cut(face: Face, glyphs: set[int]) -> tuple[Any, dict[int, int]]:
    """Return a font of nothing but these glyphs at one weight, and the number of each in it."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.DOWNGRADE_CFF2
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    for tag in face.font.face.table_tags:
        if tag not in _KEPT:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))
    for axis in face.font.face.axis_infos:
        place = face.weight if axis.tag == "wght" else axis.default_value
        wanted.pin_axis_location(face.font.face, axis.tag, min(max(place, axis.min_value), axis.max_value))
    plan = hb.SubsetPlan(face.font.face, wanted)
    return plan.execute(), dict(plan.old_to_new_glyph_mapping)


def _embedded(pdf: Pdf, face: Face, used: list[Shown]) -> tuple[str, dict[Shown, int]]:
    """Put a font into a document; return its reference, and its code for each glyph with each meaning."""
    import uharfbuzz as hb

    glyphs = {glyph for glyph, _ in used}
    cut, numbers = _cut(face, glyphs)

    if face.has_weights:
        said = f"{face.font.family}-{'Bold' if face.is_bold else 'Regular'}"  # the name in the file is of one weight
    else:
        said = face.font.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.font.family
    name = name_of(f"{_tag(glyphs)}+{said}")
    is_cff = "CFF " in cut.table_tags
    codes: dict[Shown, int] = {}
    if is_cff:
        # There, a code is the number of a glyph. What else a glyph means is written where it is shown.
        meant = dict(reversed(used))
        codes = {(glyph, meant[glyph]): numbers[glyph] for glyph in glyphs}
    else:
        codes = {shown: code for code, shown in enumerate(used, 1)}
    extents = face.shaper.get_font_extents("ltr")
    units = face.units
    if is_cff:
        program = pdf.add({"Subtype": "/CIDFontType0C"}, bytes(cut.reference_table("CFF ").data))
    else:
        data = bytes(cut.blob.data)
        program = pdf.add({"Length1": len(data)}, data)
    descriptor = pdf.add(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": 4,  # its codes are its own
            "FontBBox": _box(face, units),
            "ItalicAngle": 0,
            "Ascent": round(extents.ascender * 1000 / units),
            "Descent": round(extents.descender * 1000 / units),
            "CapHeight": 700,
            "StemV": 140 if face.is_bold else 80,
            "FontFile3" if is_cff else "FontFile2": program,
        }
    )
    shown = sorted((code, *meaning) for meaning, code in codes.items())
    widths = " ".join(f"{code} [{amount(face.advance_of(glyph) * 1000)}]" for code, glyph, _ in shown)
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if is_cff else "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
        "FontDescriptor": descriptor,
        "DW": 0,
        "W": f"[{widths}]",
    }
    if not is_cff:
        table = b"".join(numbers[glyph].to_bytes(2, "big") for glyph in (0, *(glyph for _, glyph, _ in shown)))
        descendant["CIDToGIDMap"] = pdf.add({}, table)
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name,
        "Encoding": "/Identity-H",
        "DescendantFonts": f"[{pdf.add(descendant)}]",
        "ToUnicode": pdf.add({}, _to_unicode([(code, signs) for code, _, signs in shown])),
    }
    return pdf.add(font), codes


def _tag(glyphs: set[int]) -> str:
    """Return six letters that name the set of glyphs, as a font that is cut has to have before its name."""
    digest = hashlib.sha256(",".join(map(str, sorted(glyphs))).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _box(face: Face, units: int) -> str:
    head = bytes(face.font.face.reference_table("head").data)
    corners = [int.from_bytes(head[at : at + 2], "big", signed=True) for at in range(36, 44, 2)]
    return f"[{' '.join(str(round(corner * 1000 / units)) for corner in corners)}]"


def _to_unicode(told: list[tuple[int, str]]) -> bytes:
    """Return the map from codes to signs (ISO 32000-1:2008, 9.10.3)."""
    blocks = []
    for start in range(0, len(told), _MOST_IN_MAP):
        block = told[start : start + _MOST_IN_MAP]
        lines = "\n".join(f"<{code:04X}> <{utf16(signs)}>" for code, signs in block)
        blocks.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{''.join(blocks)}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
