"""Files: reading and writing a debate in any of the formats that argmap knows.

What a file cannot hold is returned as a `Loss`, what is wrong with a text as a diagnostic; writing is whole or
not at all.
"""

from __future__ import annotations

from argmap.formats.loss import Loss
from argmap.formats.reading import read, read_result
from argmap.formats.table import Format, formats
from argmap.formats.writing import write

__all__ = ["Format", "Loss", "formats", "read", "read_result", "write"]
