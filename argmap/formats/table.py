"""Which formats there are: a plain table; the module of a format is imported when it is first used.

A new format is one line in `_TABLE` and one module with these names:

* ``read(given) -> ParseResult``, given an `argmap.formats.given.Given`: what is wrong with the text becomes
  diagnostics, what the map cannot hold losses, and nothing an exception;
* ``write(m) -> Written``: the whole text of the file, what it could not hold, and the files that belong to it;
* ``looks_like(given) -> bool``: whether a text of unknown origin is of this format. The first line of the table
  whose function says yes is taken, so a format that takes anything stands last;
* ``KEEPS``: the `argmap.formats.keeping.Keeps` of the format, what comes back when its files are read again.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from argmap.errors import ArgmapError, ReadError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.given import Given
    from argmap.formats.keeping import Keeps
    from argmap.formats.written import Written
    from argmap.model import ArgumentMap
    from argmap.text import ParseResult


class FormatModule(Protocol):
    """What the module of a format offers."""

    KEEPS: Keeps
    """What comes back when its files are read again."""

    def read(self, given: Given) -> ParseResult:
        """Return the map in a text."""
        ...

    def write(self, m: ArgumentMap) -> Written:
        """Return the text of a map, and what it does not hold."""
        ...

    def looks_like(self, given: Given) -> bool:
        """Whether a text is probably of this format."""
        ...


# How texts of formats with such endings begin. Argdown may begin with a bracket as well.
_BEGINS = (
    (".json", re.compile(r'\s*+(?:\{\s*+["}]|\[\s*+[\[{"\]])')),
    ((".xml", ".graphml"), re.compile(r"\s*+<")),
)


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        name: The word for it in calls and options.
        title: What people call it.
        suffixes: The endings of its files, in lower case, that no other format has; the first is the one that argmap
            writes. They may have two parts, as in ``.aif.json``.
        module: Where its functions are.
        also: Endings that its files may have as well, and files of other formats too: then the content decides.
        companions: Endings of files that belong to one of its files, bear its name and stand beside it.
        reads: Whether argmap reads it.
        writes: Whether argmap writes it.
        package: The package that brings it, and its version; empty for argmap's own formats.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    also: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    reads: bool = True
    writes: bool = True
    package: str = ""

    def load(self) -> FormatModule:
        """Return the module of the format, imported on first use.

        Raises:
            ArgmapError: It is that of another package, and cannot be imported.
        """
        if self.package:
            from argmap.formats.plugins import Guarded

            return Guarded(self)
        return cast("FormatModule", import_module(self.module))

    def looks_like(self, given: Given) -> bool:
        """Whether a text is probably of this format; not where its module cannot be used."""
        # Most texts are no JSON and no XML; to find that out, no module is needed.
        for endings, beginning in _BEGINS:
            if self.suffixes[0].endswith(endings) and beginning.match(given.text) is None:
                return False
        try:
            return self.load().looks_like(given)
        except ArgmapError:
            return False


# In the order in which a text of unknown origin is held against them. The JSON of argmap takes any JSON object, to say
# what is wrong with it, and Argdown any text.
_TABLE = (
    Format("ova", "the JSON of OVA 1 and 2", (".ova.json",), "argmap.formats.ova", also=(".json",)),
    Format("xaif", "xAIF as OVA3 saves it", (".xaif.json",), "argmap.formats.xaif", also=(".json",)),
    Format("aif", "AIF-JSON as AIFdb stores it", (".aif.json",), "argmap.formats.aif", also=(".json",)),
    Format("argdown-json", "Argdown's JSON", (".argdown-json.json",), "argmap.formats.argdown_json", also=(".json",)),
    Format("graphml", "GraphML", (".graphml",), "argmap.formats.graphml"),
    Format("microtexts", "arg-microtexts XML", (".arggraph.xml",), "argmap.formats.microtexts", also=(".xml",)),
    Format("brat", "BRAT standoff", (".ann",), "argmap.formats.brat", companions=(".txt",)),
    Format("csv", "CSV", (".csv",), "argmap.formats.tables.commas", companions=(".edges.csv",)),
    Format("tsv", "TSV", (".tsv",), "argmap.formats.tables.tabs", companions=(".edges.tsv",)),
    Format("arguebuf", "JSON of arguebuf", (".arguebuf.json",), "argmap.formats.arguebuf", also=(".json",)),
    Format("sadface", "SADFace JSON", (".sadface.json",), "argmap.formats.sadface", also=(".json",)),
    Format("json", "argmap's own JSON", (".json",), "argmap.formats.native", also=(".json",)),
    Format("apx", "APX of ASPARTIX", (".apx",), "argmap.formats.apx"),
    Format("iccma", "the framework format of ICCMA 2023", (".af", ".i23"), "argmap.formats.iccma"),
    Format("tgf", "Trivial Graph Format", (".tgf",), "argmap.formats.tgf"),
    Format("kialo", "Kialo's text export", (".kialo.txt",), "argmap.formats.kialo", also=(".txt",)),
    Format(
        "kialo-markdown",
        "lists of pros and cons in Markdown",
        (".kialo.md",),
        "argmap.formats.kialo_markdown",
        also=(".md", ".txt"),
    ),
    Format(
        "carneades",
        "Carneades' YAML",
        (".carneades.yml", ".carneades.yaml"),
        "argmap.formats.carneades",
        also=(".yml", ".yaml"),
    ),
    Format(
        "bullets",
        "a list in plain text",
        (".bullets.txt", ".bullets.md"),
        "argmap.formats.bullets",
        also=(".txt", ".md"),
        writes=False,
    ),
    Format("argdown", "Argdown text", (".argdown", ".ad"), "argmap.formats.argdown"),
)


_LAST = ("json", "argdown")
"""The formats that take nearly any text; those of other packages are asked before them."""

_OWN = re.compile(r'\s*\{\s*"format"\s*:\s*"argmap"')
_TEXTS = (".txt", ".md")  # which tell nothing of what is in a file
_COMMON = (*_TEXTS, ".xml", ".yml", ".yaml", ".csv", ".tsv")  # of which most are no debates


def built_in() -> tuple[Format, ...]:
    """Return the formats that come with argmap, in the order in which a text is held against them."""
    return _TABLE


def formats() -> tuple[Format, ...]:
    """Return the formats argmap knows, those of other packages among them, in the order of the alphabet.

    Example:
        >>> {"argdown", "json"} <= {each.name for each in formats()}
        True
    """
    return tuple(sorted(_all(), key=lambda each: each.name))


def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that argmap reads.

    Example:
        >>> {".argdown", ".ad", ".json"} <= set(suffixes())
        True
    """
    return _endings(formats())


def own_suffixes() -> tuple[str, ...]:
    """Return the endings of the files that argmap reads without other packages, which are not looked up for it."""
    return _endings(_TABLE)


def _endings(some: Iterable[Format]) -> tuple[str, ...]:
    ordered = sorted(some, key=lambda each: each.name)
    return tuple(dict.fromkeys(suffix for each in ordered if each.reads for suffix in (*each.suffixes, *each.also)))


def _all() -> Iterator[Format]:
    """Yield the formats in the order in which a text is held against them; who stops early looks up no packages."""
    yield from (each for each in _TABLE if each.name not in _LAST)
    from argmap.formats.plugins import plugin_formats

    yield from plugin_formats()
    yield from (each for each in _TABLE if each.name in _LAST)


def format_named(name: str) -> Format:
    """Return the format of this name; upper and lower case are the same.

    Raises:
        UnknownNameError: There is no such format; the message offers the nearest.

    Example:
        >>> format_named("Argdown").suffixes
        ('.argdown', '.ad')
    """
    asked = name.casefold() if isinstance(name, str) else ""
    found = next((each for each in _TABLE if each.name == asked), None)
    if found is None:
        known = {each.name: each for each in formats()}
        found = known.get(asked)
    if found is None:
        listed = ", ".join(known)
        raise UnknownNameError(
            f"There is no format {name!r}.{nearest(str(name), list(known))} The formats are: {listed}."
        )
    return found


def format_of_path(path: str) -> Format | None:
    """Return the format that the ending of a file name tells, or None.

    Example:
        >>> format_of_path("debate.AD").name
        'argdown'
        >>> format_of_path("debate.txt") is None
        True
    """
    name = os.path.basename(path).casefold()  # noqa: PTH119  # pathlib refuses some names that exist
    return _told(name)[1]


def _told(name: str) -> tuple[str, Format | None]:
    """Return the longest ending of a file name, in lower case, that one format has for itself, and that format."""
    found = [(suffix, each) for each in _TABLE for suffix in each.suffixes if _ends(name, suffix)]
    shared = {suffix for each in _TABLE for suffix in each.also}
    if (not found and "." in name) or (name.count(".") > 1 and any(_ends(name, suffix) for suffix in shared)):
        # Another package may know the name, or a longer ending of it.
        found = [(suffix, each) for each in _all() for suffix in each.suffixes if _ends(name, suffix)]
    return max(found, key=lambda pair: len(pair[0]), default=("", None))


def format_of(given: Given) -> Format:
    """Return the format of a text: by its name where that tells one, else the first that its content looks like.

    Where the ending of the name is one that some formats share and the content looks like none of these, the last of
    them is to say what is wrong; but ``.txt`` and ``.md`` tell nothing then. A text without a name that tells anything
    is Argdown if nothing else.

    Example:
        >>> from argmap.formats.given import Given
        >>> from argmap.source import Source
        >>> format_of(Given(Source('{"format": "argmap", "version": 1}', "debate.txt"))).name
        'json'
    """
    name = os.path.basename(given.path or given.source.name).casefold()  # noqa: PTH119
    ending, told = _told(name)
    if told is not None and told.reads and ending not in told.also:
        return told
    if _OWN.match(given.text):
        return format_named("json")
    sharing = None
    for each in _all():
        if each.reads and any(_ends(name, suffix) for suffix in each.also):
            if each.looks_like(given):
                return each
            sharing = each
    if sharing is not None and not name.endswith(_TEXTS):
        return sharing
    return next(each for each in _all() if each.reads and each.looks_like(given))


def format_of_content(given: Given) -> Format | None:
    """Return the format that a text looks like, whatever its name; None where that is any JSON or any text.

    Example:
        >>> from argmap.formats.given import Given
        >>> from argmap.source import Source
        >>> format_of_content(Given(Source('{"AIF": {"nodes": []}}'))).name
        'xaif'
        >>> format_of_content(Given(Source("It rains.")))
    """
    if _OWN.match(given.text):
        return format_named("json")
    return next(
        (each for each in _all() if each.reads and each.name not in _LAST and each.looks_like(given)),
        None,
    )


def is_debate(path: str, format: Format | None = None) -> bool:  # noqa: A002  # the word users know
    """Whether a file that stands in a folder is a debate, as far as its ending tells, or its content.

    What belongs to a file that stands beside it is none, such as the text of a file of annotations. An ending that any
    file may have, such as ``.txt`` or ``.xml``, tells nothing: the content must look like one of the formats that use
    it. That costs the reading of the file; other endings cost nothing.

    Args:
        path: The file.
        format: The format it must have; by default any that is read will do.

    Example:
        >>> is_debate("a/debate.argdown"), is_debate("no-such-file.txt")
        (True, False)
    """
    from argmap.files.opening import open_source
    from argmap.formats.given import Given
    from argmap.source import Source

    name = os.path.basename(path).casefold()  # noqa: PTH119
    among = [each for each in (_all() if format is None else (format,)) if each.reads]
    using = [each for each in among if any(_ends(name, suffix) for suffix in (*each.suffixes, *each.also))]
    ending = _told(name)[0]
    if owner(path, format) is not None:
        return False
    if not using or (ending not in _COMMON and (ending or not name.endswith(_COMMON))):
        return bool(using)
    try:
        text = open_source(path).source.text
    except ReadError:
        return False
    # Without the name, which would speak for formats of text.
    given = Given(Source(text))
    return any(each.looks_like(given) for each in using)


def owner(path: str, format: Format | None = None) -> str | None:  # noqa: A002  # the word users know
    """Return the file that a file belongs to, beside it, and with which it is read; None where there is none.

    Args:
        path: The file.
        format: The format that files are read in; by default any that is read will do.

    Example:
        >>> owner("no-such-debate.edges.csv") is None
        True
    """
    name = path.casefold()
    for each in _all() if format is None else (format,):
        for ending in each.companions if each.reads else ():
            if _ends(name, ending):
                bare = path[: -len(ending)]
                for suffix in (*each.suffixes, *each.also):
                    if os.path.isfile(bare + suffix):  # noqa: PTH113  # it never raises
                        return bare + suffix
    return None


def stem(path: str) -> str:
    """Return a path without the ending that tells a format, which may have two parts.

    Example:
        >>> stem("a/debate.argdown"), stem("debate.v2.txt")
        ('a/debate', 'debate.v2')
    """
    ending = _told(os.path.basename(path).casefold())[0]  # noqa: PTH119
    return path[: -len(ending)] if ending else os.path.splitext(path)[0]  # noqa: PTH122


def _ends(name: str, suffix: str) -> bool:
    return name.endswith(suffix) and len(name) > len(suffix)
