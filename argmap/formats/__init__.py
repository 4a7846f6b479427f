"""Files: reading and writing a debate in any of the formats that argmap knows.

What a file cannot hold is returned as a `Loss`, what is wrong with a text as a diagnostic; writing is whole or
not at all.
"""

from __future__ import annotations

from argmap.formats.given import Given
from argmap.formats.reading import read, read_result
from argmap.formats.table import Format, formats
from argmap.formats.writing import write
from argmap.formats.written import Written
from argmap.loss import Loss

__all__ = ["Format", "Given", "Loss", "Written", "formats", "read", "read_result", "write"]
