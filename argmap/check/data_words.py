"""The words that inline data and front matter may use."""

from __future__ import annotations

from argmap.check.words.slips import Names

RECORD = Names(
    [
        "side", "values", "scheme", "cites", "role", "qualifier", "weight", "status", "speech", "strength",
        "probability", "question", "questions", "asks", "answers", "roles", "impact", "implicit", "basis", "stasis",
        "sense", "formula", "preferred-to", "color", "images", "rank", "isInMap", "isInGroup", "isCanonical",
        "uses", "author", "perspective", "expert", "field", "kind", "type", "lang", "language", "votes",
        "standard", "premise", "inference",
    ]
)  # fmt: skip
"""Of claims and arguments: words that argmap and Argdown know."""

CITATION = Names(
    [
        "source", "quote", "page", "pages", "paragraph", "section", "chapter", "line", "lines", "date", "url",
        "title", "author", "note", "time", "quoted-in", "quoted_in", "quotedIn", "via", "second-hand"
    ]
)  # fmt: skip
"""Of a place in a source, under `cites`."""

SECTION = Names(["isGroup", "isClosed", "isInMap", "color", "images"])
"""Of headings."""

STEP = Names(["uses", "from", "strength", "weight", "scheme", "qualifier", "implicit", "inference"])
"""Of inference lines."""

FRONT = Names(
    [
        "title", "subTitle", "author", "date", "abstract", "language", "lang", "thesis", "sides", "sources",
        "participants", "speeches", "values", "audiences", "preferences", "perspectives", "schemes",
        "symbols", "glossary", "synonyms", "abbreviations", "check", "argmap", "model", "parser", "include",
        "selection", "map", "group", "color", "images", "explodeArguments", "dot", "vizJs", "graphml",
        "dagre", "svgToPdf", "html", "json", "webComponent", "sourceHighlighter", "inputPath", "outputPath",
        "outputSuffix", "ignore", "watch", "process", "processes", "plugins", "logLevel", "throwExceptions",
        "logExceptions", "logParserErrors"
    ]
)  # fmt: skip
"""Of the front matter."""

SOURCE = Names(
    [
        "title", "author", "date", "year", "url", "path", "file", "text", "type", "publisher", "journal",
        "volume", "page", "pages", "first-page", "first_page", "edition", "place", "editor", "editors", "authors",
        "doi", "isbn", "issn", "accessed", "published", "issued", "organisation", "organization", "institution",
        "speaker", "magazine", "newspaper", "archive", "court", "field", "language", "note", "quality"
    ]
)  # fmt: skip
"""Of a document under `sources` in the front matter."""

PARTICIPANT = Names(["name", "side", "role", "group", "note"])
"""Of a speaker under `participants` in the front matter."""
