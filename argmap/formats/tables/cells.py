"""What stands in a cell: words that no spreadsheet takes for a formula, tags, and values of data."""

from __future__ import annotations

import re

# Signs that start a formula in some spreadsheet (OWASP, "CSV Injection"), the wide ones in Japanese.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile("''*[=+\\-@\t\r\n＝＋－＠]")
_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,15}\.\d{1,17}", re.ASCII)
_TAG = re.compile(r'[ \t]*"((?:[^"]|"")*+)"[ \t]*(?=[,;]|$)|([^,;]+)')


def guarded(text: str) -> str:
    """Return the words of a cell: those that begin like a formula get an apostrophe in front.

    A number is no formula. What has apostrophes before such a sign already gets one more, so that all come back.

    Example:
        >>> guarded("=1+1"), guarded("'=1"), guarded("-5"), guarded("It rains")
        ("'=1+1", "''=1", '-5', 'It rains')
    """
    return f"'{text}" if _FORMULA.match(text) and not is_number(text) else text


def unguarded(cell: str) -> str:
    """Return the words that a cell stands for; the opposite of `guarded`.

    Example:
        >>> unguarded("'=1+1"), unguarded("''=1"), unguarded("'tis")
        ('=1+1', "'=1", "'tis")
    """
    return cell[1:] if cell[:1] == "'" and _ESCAPED.match(cell) else cell


def is_number(text: str) -> bool:
    """Whether a cell holds a number as every spreadsheet writes it."""
    return _WHOLE.fullmatch(text) is not None or _DECIMAL.fullmatch(text) is not None


def value_of(cell: str) -> str | int | float | bool:
    """Return the value that a cell of data stands for: a number, true or false, else its words.

    Digits after a 0 in front are words, as in the number of a telephone.

    Example:
        >>> value_of("12"), value_of("0.50"), value_of("TRUE"), value_of("007"), value_of("1e5")
        (12, 0.5, True, '007', '1e5')
    """
    if cell[:1].isdigit() or cell[:1] == "-":
        bare = cell.removeprefix("-")
        if cell.isascii() and (bare[:1] != "0" or bare == "0" or bare[1:2] == "."):
            if _WHOLE.fullmatch(cell):
                return int(cell)
            if _DECIMAL.fullmatch(cell):
                return float(cell)
        return cell
    if cell[:1] in "tTfF" and cell.casefold() in ("true", "false"):
        return cell.casefold() == "true"
    return unguarded(cell)


def cell_of(value: object) -> str | None:
    """Return the cell from which `value_of` makes this value, or None if no cell does.

    Example:
        >>> cell_of(0.5), cell_of(True), cell_of("-5"), cell_of("-x"), cell_of([1])
        ('0.5', 'true', None, "'-x", None)
    """
    if isinstance(value, str):
        cell = guarded(value)
        is_plain = value == value.strip() != "" and "\r" not in value
    elif isinstance(value, bool):
        return "true" if value else "false"
    elif isinstance(value, int | float):
        cell, is_plain = repr(value), True
    else:
        return None
    back = value_of(cell)
    return cell if is_plain and back == value and type(back) is type(value) else None


def tags_cell(tags: tuple[str, ...]) -> str:
    """Return tags in one cell, with commas between them; in quotation marks where they hold commas themselves.

    Example:
        >>> tags_cell(("safety", "cost, benefit"))
        'safety, "cost, benefit"'
    """
    quoted = (tag.replace('"', '""') for tag in tags)
    return guarded(", ".join(f'"{tag}"' if any(sign in tag for sign in ',;"') else tag for tag in quoted))


def tags_of(cell: str) -> list[str]:
    """Return the tags in a cell; commas and semicolons stand between them.

    Example:
        >>> tags_of('safety; costs, "cost, benefit"')
        ['safety', 'costs', 'cost, benefit']
    """
    if '"' not in cell:
        return [each for part in unguarded(cell).replace(";", ",").split(",") if (each := part.strip())]
    found = (
        match[1].replace('""', '"') if match[1] is not None else match[2].strip()
        for match in _TAG.finditer(unguarded(cell))
    )
    return [each for each in found if each]
