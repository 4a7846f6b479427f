"""What a PDF draws, read from its content: sizes of text, colours, where pictures lie in pictures."""

from __future__ import annotations

import io
import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ContentStream

if TYPE_CHECKING:
    from collections.abc import Iterator

Matrix = tuple[float, float, float, float, float, float]
AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_COLOURS = {"rg", "RG", "k", "K", "sc", "SC", "scn", "SCN", "g", "G"}


class Drawn(NamedTuple):
    """Something a page draws.

    Attributes:
        operator: What is done.
        operands: With what.
        size: How high the text is, in points, where text is drawn.
        place: Where it begins, in points.
    """

    operator: str
    operands: list[Any]
    size: float
    place: tuple[float, float]


def _matrix(numbers: Any) -> Matrix:
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


@lru_cache(maxsize=64)
def drawn(pdf: bytes, page: int | None = None) -> tuple[Drawn, ...]:
    """Return what is drawn on the pages of a PDF, in pictures as well."""
    reader = PdfReader(io.BytesIO(pdf))
    return tuple(
        each
        for number, here in enumerate(reader.pages)
        if page in (None, number) and "/Contents" in here
        for each in _walk(here["/Contents"], here.get("/Resources", {}), reader, (1, 0, 0, 1, 0, 0))
    )


def _walk(contents: Any, resources: Any, reader: PdfReader, matrix: Matrix) -> Iterator[Drawn]:
    saved: list[tuple[Matrix, float]] = []
    text: Matrix = AS_IT_IS
    line: Matrix = AS_IT_IS
    size = 0.0
    resources = resources.get_object()
    for operands, name in ContentStream(contents, reader).operations:
        operator = name.decode() if isinstance(name, bytes) else name
        if operator == "q":
            saved.append((matrix, size))
        elif operator == "Q":
            matrix, size = saved.pop()
        elif operator == "cm":
            matrix = _times(_matrix(operands), matrix)
        elif operator == "BT":
            text = line = AS_IT_IS
        elif operator == "Tf":
            size = float(operands[1])
        elif operator == "Tm":
            text = line = _matrix(operands)
        elif operator in ("Td", "TD"):
            text = line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)
        elif operator in ("Tj", "TJ", "'", '"'):
            whole = _times(text, matrix)
            high = abs(size) * math.hypot(whole[2], whole[3])  # how wide letters are does not count
            yield Drawn(operator, operands, high, (whole[4], whole[5]))
        elif operator in _COLOURS:
            yield Drawn(operator, operands, 0.0, (0.0, 0.0))
        elif operator == "Do":
            part = resources["/XObject"][operands[0]].get_object()
            if part["/Subtype"] == "/Form":
                own = _matrix(part.get("/Matrix", AS_IT_IS))
                yield from _walk(part, part.get("/Resources", resources), reader, _times(own, matrix))


def smallest_text(pdf: bytes) -> float:
    """Return how high the smallest text of a PDF is, in points, infinite where there is none."""
    return min((each.size for each in drawn(pdf) if each.operator in ("Tj", "TJ", "'", '"')), default=math.inf)


def colours(pdf: bytes) -> set[tuple[float, ...]]:
    """Return the colours that are not grey, as they are told."""
    found = set()
    for each in drawn(pdf):
        values = [float(value) for value in each.operands if isinstance(value, int | float)]
        if each.operator in _COLOURS and len(values) >= 3 and max(values[:3]) - min(values[:3]) > 0.004:
            found.add(tuple(values))
    return found


def all_bytes(pdf: bytes) -> bytes:
    """Return all streams of a PDF, unpacked, and all that is not in streams."""
    reader = PdfReader(io.BytesIO(pdf))
    parts = [pdf]
    size: Any = reader.trailer["/Size"]
    for number in range(1, size):
        found = reader.get_object(number)
        if found is not None:
            parts.append(found.get_data() if hasattr(found, "get_data") else repr(found).encode())
    return b"\n".join(parts)
