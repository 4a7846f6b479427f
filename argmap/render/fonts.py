"""The fonts that pictures are set in: those that come with argmap, those of font packages, those of the system.

Latin, Greek, Cyrillic and Hebrew letters come with every install. For other scripts, the first font that has the
letter is taken: from the font packages that are installed (``pip install "argmap[fonts]"`` brings them for nearly
every script), then from the folders where the system keeps fonts. The order depends on nothing but names, so the
same machine sets the same picture in the same fonts every time.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REGULAR, BOLD = 400, 700
"""Weights, as in OpenType and CSS."""

FAMILIES = {
    "arimo": "Arimo",
    "arial": "Arimo",
    "helvetica": "Arimo",
    "liberation sans": "Arimo",
    "sans-serif": "Arimo",
    "atkinson hyperlegible": "Atkinson Hyperlegible",
}
"""The families of CSS that the fonts of argmap stand for; Arimo has the widths of Arial and Helvetica."""

PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk", "noto_cjk_sans_jp_regular")
"""The modules of font packages that are looked for; those of the fontpkg project tell of themselves."""

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_MOST_FILES = 5000  # of the system's; opening one takes about 0.1 ms, and a letter may be in none
_STYLED = (
    "bold", "italic", "oblique", "light", "thin", "black", "heavy", "medium", "semi", "demi", "extra", "ultra",
    "condensed", "narrow", "display", "mono",
)  # fmt: skip
_PLAIN = ("notosans", "notoemoji", "dejavusans", "liberationsans", "segoeui", "arial")
_REGIONS = (
    ("JP", "\u3041", "\u30ff"),
    ("KR", "\uac00", "\ud7a3"),
    ("TC", "\u3105", "\u312f"),
    ("SC", "\u3400", "\u9fff"),
)


class FontNotFound(ArgmapError):  # noqa: N818 - the name of what happened
    """A font that comes with argmap is not there."""


@dataclass(frozen=True)
class Font:
    """One font in a file.

    Attributes:
        path: The file.
        index: Which one it is of the fonts in the file.
    """

    path: Path
    index: int = 0

    @cached_property
    def face(self) -> Any:
        """The font as HarfBuzz holds it; one without glyphs where the file cannot be read or is not a font."""
        import uharfbuzz

        try:
            blob = uharfbuzz.Blob.from_file_path(str(self.path))
        except uharfbuzz.HarfBuzzError:
            blob = uharfbuzz.Blob(b"")
        return uharfbuzz.Face(blob, self.index)

    @cached_property
    def signs(self) -> Any:
        """The code points it has glyphs for; none where the file is not a font."""
        return self.face.unicodes

    @cached_property
    def family(self) -> str:
        """The name of its family; empty where it tells none."""
        import uharfbuzz

        name: str | None = self.face.get_name(uharfbuzz.OTNameIdPredefined.FONT_FAMILY)
        return name or ""

    def draws(self, sign: str) -> bool:
        """Return whether the font draws the sign with lines that can be filled, and not as a picture in colours."""
        import uharfbuzz

        if ord(sign) not in self.signs or not {"glyf", "CFF ", "CFF2"} & set(self.face.table_tags):
            return False
        font = uharfbuzz.Font(self.face)
        extents = font.get_glyph_extents(font.get_nominal_glyph(ord(sign)))
        return is_unseen(sign) or (extents is not None and extents.width != 0)


def is_unseen(sign: str) -> bool:
    r"""Return whether a sign leaves no mark of its own: white space, or one that steers the signs beside it.

    Example:
        >>> is_unseen("\u200d"), is_unseen(" "), is_unseen("x")
        (True, True, False)
    """
    return sign.isspace() or unicodedata.category(sign) in ("Cf", "Cc", "Zs") or "\ufe00" <= sign <= "\ufe0f"


@lru_cache(maxsize=16)
def bundled(family: str = "Arimo", weight: int = REGULAR) -> Font:
    """Return the font of a family that comes with argmap.

    Args:
        family: ``Arimo`` or ``Atkinson Hyperlegible``.
        weight: `REGULAR` or `BOLD`. A file may hold both.

    Raises:
        FontNotFound: If its package is not installed.

    Example:
        >>> bundled("Atkinson Hyperlegible", BOLD).path.name
        'AtkinsonHyperlegible-Bold.ttf'
    """
    import fontpkg

    try:
        return Font(Path(fontpkg.path(family, weight)))
    except fontpkg.FontpkgError as reason:
        package = f"fontpkg-{family.lower().replace(' ', '-')}"
        raise FontNotFound(
            f"The font {family} is not there, although argmap needs its package; pip install {package}."
        ) from reason


def family_of(families: str) -> str:
    """Return the bundled family for a list of families as CSS writes it, Arimo where it names none of them.

    Example:
        >>> family_of("'Atkinson Hyperlegible', Arial"), family_of("Arial, sans-serif"), family_of("Papyrus")
        ('Atkinson Hyperlegible', 'Arimo', 'Arimo')
    """
    for name in families.split(","):
        known = FAMILIES.get(name.strip(" \t\n'\"").lower())
        if known:
            return known
    return "Arimo"


def region_of(text: str) -> str:
    """Return where a text with Chinese signs is from, since the same sign has another form in each region.

    Returns:
        ``JP`` with kana, ``KR`` with hangul, ``TC`` with bopomofo, ``SC`` with nothing but Chinese signs; else empty.

    Example:
        >>> region_of("直すべき"), region_of("直接"), region_of("direct")
        ('JP', 'SC', '')
    """
    signs = set(text)
    for region, first, last in _REGIONS:
        if any(first <= sign <= last for sign in signs):
            return region
    return ""


@lru_cache(maxsize=65536)
def find_font(sign: str, *, region: str = "", outlines: bool = True) -> Font | None:
    """Return the first font that has a sign, in the order: bundled, font packages, the system.

    Args:
        sign: One code point.
        region: Whose form of a Chinese sign is wanted, see `region_of`.
        outlines: Whether pictures in colours, as in fonts of emoji, are no answer.

    Raises:
        FontNotFound: If the fonts that come with argmap are not installed.

    Example:
        >>> find_font("Ж").family
        'Arimo'
    """
    for font in _ordered(region):
        if font.draws(sign) if outlines else ord(sign) in font.signs:
            return font
    return None


def signs_without_font(text: str, *, outlines: bool = True) -> tuple[str, ...]:
    """Return the signs of a text that no font on this machine has, each once, in order of code point.

    Args:
        text: The words of a picture.
        outlines: As in `find_font`: True for what a PDF shows, False for what a PNG shows.

    Example:
        >>> signs_without_font("Nothing is missing here")
        ()
    """
    return tuple(
        sign for sign in sorted(set(text)) if not is_unseen(sign) and find_font(sign, outlines=outlines) is None
    )


def _bundled_fonts() -> Iterator[Font]:
    for family in dict.fromkeys(FAMILIES.values()):
        for weight in (REGULAR, BOLD):
            yield bundled(family, weight)


def _ordered(region: str) -> Iterator[Font]:
    """Yield all fonts there are, best first."""
    yield from _bundled_fonts()
    for paths in (_files_of_packages, _files_of_system):
        for path in paths():
            yield from _fonts_in(path, region)


@lru_cache(maxsize=4096)
def _fonts_in(path: Path, region: str) -> tuple[Font, ...]:
    """Return the fonts in a file, those for the region first."""
    first = Font(path)
    fonts = [first, *(Font(path, index) for index in range(1, first.face.count))]
    return tuple(sorted(fonts, key=lambda font: region not in font.family.split())) if region else tuple(fonts)


@lru_cache(maxsize=1)
def _files_of_packages() -> tuple[Path, ...]:
    """Return the upright fonts of the font packages that are installed."""
    import fontpkg

    found = [file.path for family in fontpkg.families().values() for file in family.files if file.style == "normal"]
    for name in PACKAGES:
        spec = find_spec(name)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            found += _fonts_below(folder)
    return _best_first(found)


@lru_cache(maxsize=1)
def _files_of_system() -> tuple[Path, ...]:
    return _best_first([path for folder in system_folders() for path in _fonts_below(folder)])[:_MOST_FILES]


def system_folders() -> tuple[str, ...]:
    """Return the folders where systems of this kind keep fonts, whether they are there or not."""
    if sys.platform == "win32":
        windows, local = os.environ.get("WINDIR", r"C:\Windows"), os.environ.get("LOCALAPPDATA", "")
        return (rf"{windows}\Fonts", *([rf"{local}\Microsoft\Windows\Fonts"] if local else []))
    home = Path("~").expanduser()
    if sys.platform == "darwin":
        return "/System/Library/Fonts", "/Library/Fonts", str(home / "Library/Fonts")
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    return "/usr/share/fonts", "/usr/local/share/fonts", f"{own}/fonts", str(home / ".fonts")


def _fonts_below(folder: str) -> Iterator[Path]:
    for here, _, names in os.walk(folder):
        for name in names:
            if name.lower().endswith(_ENDINGS):
                yield Path(here, name)


def _best_first(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return paths with the plainest fonts first: upright, of ordinary weight and width, without serifs."""

    def rank(path: Path) -> tuple[bool, bool, bool, str, str]:
        name = path.stem.lower().replace("-", "").replace(" ", "").replace("_", "")
        is_styled = any(word in name for word in _STYLED)
        return is_styled, "serif" in name, not name.startswith(_PLAIN), path.name, str(path)

    return tuple(sorted(set(paths), key=rank))
