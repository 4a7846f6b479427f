"""Citations of a map, and its quotations held against the texts of their sources.

`cited` says what the map cites and where its quotations stand, `source_texts` reads the texts, `quoting` finds a
quotation in a text, by the alignment of words in `aligning`, and `paging` counts pages, lines and paragraphs.
"""
