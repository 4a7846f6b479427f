"""What can be wrong with, or surprising about, an Argdown text: one line a fault, in one place.

The names are stable, for programs; the sentences are for people. A sentence says what was seen and what to type, with
the words of the text put in for the names in braces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Edit, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

FAULTS: Mapping[str, tuple[Severity, str]] = {
    # The document
    "byte-order-mark": (
        _INFO,
        "The text begins with a byte order mark; it is ignored. Save the file as UTF-8 without one.",
    ),
    "old-line-ends": (
        _WARNING,
        "The lines of this text end in carriage returns only; they are read as line ends. Save the file with line "
        "feeds.",
    ),
    "empty-document": (
        _WARNING,
        "The document holds no claim and no argument. Write a sentence, or [a title]: and a sentence.",
    ),
    "not-laid-out": (
        _WARNING,
        "The document is left as it is, because its meaning would change with its layout. Please report it.",
    ),
    "comment-on-last-line": (
        _WARNING,
        "A comment // on the last line needs a line end behind it; it is read as text. Add one.",
    ),
    "bare-address": (
        _WARNING,
        "The address {words} stands bare in the text; other Argdown tools take its // for a comment. Write it as a "
        "link: [words](address).",
    ),
    "include-not-read": (
        _WARNING,
        "{words} is not followed here, because the text did not come from a file. Read the file itself.",
    ),
    "unusable-note": (
        _WARNING,
        "The note {place} in the front matter is not used: {why}.{hint} Mend it, or remove it.",
    ),
    "front-matter-needs-empty-line": (
        _ERROR,
        "The front matter must be followed by an empty line. Add one after the closing ===.",
    ),
    "nothing-after-front-matter": (
        _WARNING,
        "Nothing follows the front matter. Leave an empty line below it and write the debate there.",
    ),
    "front-matter-not-at-start": (
        _ERROR,
        "Front matter between === lines can stand only at the start of a document. Move it there, or write \\=== for "
        "plain text.",
    ),
    "missing-empty-line": (_ERROR, "{what} must be preceded by an empty line. Add one above this line."),
    "stray-line-break": (
        _ERROR,
        "White space behind the comment above makes this line part of an empty paragraph. Remove the blanks at the end "
        "of the comment's line, or add an empty line here.",
    ),
    "front-matter-with-hyphens": (
        _ERROR,
        "Front matter stands between lines of equals signs. Write === instead of --- above and below it.",
    ),
    "front-matter-never-closed": (
        _WARNING,
        "The front matter that === opens is never closed, so it is read as text. Write === below it.",
    ),
    "comment-never-closed": (
        _WARNING,
        "The comment that starts here is never closed, so it is read as text. Write --> or */ at its end.",
    ),
    # Headings and lists
    "heading-without-blank": (
        _INFO,
        "{words} is read as a tag. Write a blank behind # to make this a heading.",
    ),
    "heading-without-text": (_ERROR, "The heading has no words. Write its title behind the # signs."),
    "nested-list": (
        _ERROR,
        "Lists cannot be nested: this mark stands in another column than the first of its list. Move it to the same "
        "column, or write relations such as + and - below the item.",
    ),
    "mixed-list": (
        _ERROR,
        "A list has either numbers or stars. Use the same kind of mark, or add an empty line to begin another list.",
    ),
    "number-read-as-list": (
        _INFO,
        "{words} at the start of a line begins a list, so the number is not part of the text. Write {escaped} to keep "
        "it.",
    ),
    # Titles and texts
    "missing-text": (_ERROR, "{words} has no text behind it. Write a sentence there, or remove it."),
    "definition-without-text": (
        _ERROR,
        "{words} has no text. Write its wording behind the colon, or remove the colon to refer to it.",
    ),
    "data-without-element": (
        _ERROR,
        "Data need a claim, an argument or a heading in front of them. Write one before the brace, or \\{{ for a plain "
        "brace.",
    ),
    "title-in-text": (
        _ERROR,
        "The title {words} cannot stand inside a text. Write @{words} to mention it, or \\{bracket} for a plain "
        "bracket.",
    ),
    "text-after-reference": (
        _ERROR,
        "Text cannot follow the reference {words}. Write {words}: to define it, @{words} to mention it in a sentence, "
        "or put the text in a paragraph of its own.",
    ),
    "title-never-closed": (
        _WARNING,
        "The text starts with {bracket}, but no title follows it on this line. Close the bracket, or write \\{bracket} "
        "for plain text.",
    ),
    "empty-mark": (
        _WARNING,
        "{mark} opens and closes at once, so it leaves nothing in the text. Write {escaped} for plain text.",
    ),
    "backslash-lost": (
        _WARNING,
        "The backslash of {words} only protects the sign behind it and is not part of the text. Write \\{words} to "
        "keep it.",
    ),
    "unclosed-bold": (
        _ERROR,
        "The bold text that starts with {mark} is never closed. Write {mark} at its end, or {escaped} for plain text.",
    ),
    "unclosed-italic": (
        _ERROR,
        "The italic text that starts with {mark} is never closed. Write {mark} at its end, or {escaped} for plain "
        "text.",
    ),
    "stray-backslash": (
        _ERROR,
        "A backslash at the end of a line escapes nothing. Write \\\\ for a backslash, or remove it.",
    ),
    "link-over-lines": (
        _ERROR,
        "The words of a link must stand on one line. Join the lines between the brackets.",
    ),
    "shortcode-in-word": (
        _INFO,
        "{words} right behind a letter is a shortcode and was replaced. Write \\{words} for plain text.",
    ),
    "unknown-mention": (_WARNING, "@{words} mentions {what} that does not stand in this debate.{nearest}"),
    # Data
    "text-after-data": (
        _ERROR,
        "Text cannot follow the data {words}. Move the data to the end, or write \\{{ and \\}} for plain braces.",
    ),
    "second-data": (
        _ERROR,
        "An element has one block of data. Join this one with the block before it: {{a: 1, b: 2}}.",
    ),
    "bad-yaml": (_ERROR, "{reason} Look at the {what} here."),
    "comment-in-data": (
        _WARNING,
        "{words} behind the data is a comment to YAML and is not read. Put tags before the data, and a blank behind "
        "the closing brace.",
    ),
    "data-not-a-mapping": (
        _WARNING,
        "The {what} must be a mapping such as {{key: value}}, not {kind}. It is not used.",
    ),
    "key-without-blank": (
        _WARNING,
        "The data hold the key {words!r} with no value. Write a blank behind the colon: {{{spaced}}}.",
    ),
    "brace-never-closed": (
        _WARNING,
        "The brace that opens here is never closed, so it is read as text. Write }} at its end, or \\{{ for plain "
        "text.",
    ),
    # Relations
    "relation-without-parent": (
        _ERROR,
        "The relation {sign} has no claim or argument above it. Put it directly below one, indented, with no empty "
        "line between.",
    ),
    "relation-without-target": (
        _ERROR,
        "The relation {sign} has nothing behind it. Write a sentence, [a title] or <a title> there, or remove the "
        "line.",
    ),
    "target-on-next-line": (
        _ERROR,
        "{words} belongs on the line of its relation. Write {sign} {words}.",
    ),
    "relation-not-indented": (
        _ERROR,
        "The relation {sign} is not indented. Put spaces before it, more than before the element it belongs to.",
    ),
    "dedent-below-first-level": (
        _ERROR,
        "The relation {sign} is indented by {column}, less than the first relation above it, at {read}. Indent it by "
        "{read}.",
    ),
    "dedent-between-levels": (
        _WARNING,
        "The relation {sign} is indented by {column}, but the levels above it are at {levels}; it is read as one at "
        "{read}. Indent it by {read}.",
    ),
    "contradiction-with-argument": (
        _ERROR,
        "A contradiction >< links two statements. Name the conclusion of the argument instead, as [title].",
    ),
    "relation-below-inference": (
        _ERROR,
        "Only an undercut, written <_ or _, can stand below an inference line, not {sign}. Put the relation below the "
        "conclusion or the argument.",
    ),
    # Premise-conclusion structures
    "argument-as-premise": (
        _ERROR,
        "The argument <{words}> cannot be a premise or conclusion. Write the statement it argues for, or [{words}].",
    ),
    "structure-without-inference": (
        _ERROR,
        "This premise-conclusion structure has no inference line. Write ---- on a line of its own between the premises "
        "and the conclusion, without empty lines.",
    ),
    "structure-without-premise": (
        _ERROR,
        "This premise-conclusion structure begins with its inference line. Write at least one premise above it, with a "
        "number such as (1).",
    ),
    "empty-line-in-structure": (
        _ERROR,
        "An empty line stands inside a premise-conclusion structure. Remove it.",
    ),
    "line-without-number": (
        _ERROR,
        "A line of a premise-conclusion structure needs a number. Write one such as (2) before it.",
    ),
    "inference-not-closed": (
        _ERROR,
        "This inference line is not complete. Write four hyphens ----, or -- rule, another rule -- with at least two "
        "hyphens at both ends.",
    ),
    "inference-without-conclusion": (
        _ERROR,
        "This inference has no conclusion. Write it on the next line, with a number such as (3).",
    ),
    "premise-without-inference": (
        _ERROR,
        "A premise-conclusion structure ends with a conclusion. Add an inference line ---- and a conclusion below this "
        "line, or move it above the inference.",
    ),
    "text-after-inference": (
        _ERROR,
        "Nothing can follow an inference on its line. Put the conclusion on the next line, with a number such as (2), "
        "and rules between the hyphens.",
    ),
    "inference-outside-structure": (
        _ERROR,
        "The inference line {words} stands outside a premise-conclusion structure. Put numbered lines such as (1) and "
        "(2) around it, or write \\-- to begin a line of text with hyphens.",
    ),
    "second-structure": (
        _ERROR,
        "The argument <{words}> has a premise-conclusion structure already. Give this one another title; it is kept as "
        "an argument of its own.",
    ),
    # Includes
    "include-not-found": (
        _ERROR,
        "The file {words} cannot be included: {reason}. Paths are relative to the file they stand in.",
    ),
    "include-outside": (
        _ERROR,
        "The file {words} lies outside the folder of the document and is not included. Move it into the folder, or "
        "give the folder that holds both as the root.",
    ),
    "include-cycle": (
        _ERROR,
        "These files include each other in a circle: {circle}. Remove one of the includes.",
    ),
    "included-twice": (_INFO, "The file {words} is included already; it is put in once only."),
    "include-too-much": (
        _ERROR,
        "The file {words} is not included: a document may have {files:,} files and {characters:,} characters.",
    ),
}
"""Name of a fault: how much it matters, and its sentence."""


def fault(
    code: str,
    start: int,
    end: int,
    *,
    edits: tuple[Edit, ...] = (),
    related: tuple[tuple[Span, str], ...] = (),
    **words: object,
) -> Diagnostic:
    """Return the diagnostic `code` for the stretch from `start` to `end`, with `words` put into its sentence."""
    severity, sentence = FAULTS[code]
    return Diagnostic(
        code=code,
        message=sentence.format(**words),
        span=Span(start, max(start, end)),
        severity=severity,
        edits=edits,
        related=related,
    )
