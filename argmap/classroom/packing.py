"""Archives that are the same whenever they are made: all their files bear the same date."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date that an archive can hold."""


def packed(files: Mapping[str, bytes | str], *, stored: tuple[str, ...] = ()) -> bytes:
    """Return files as a ZIP archive, in the order given.

    Args:
        files: What they hold, by their paths within the archive.
        stored: The paths of those that are not to be compressed.

    Example:
        >>> packed({"a.txt": "It rains."}) == packed({"a.txt": "It rains."})
        True
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, _DATE)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if path in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return held.getvalue()


def repacked(archive: bytes) -> bytes:
    """Return an archive that another library made, with the same files and none of its dates.

    Example:
        >>> once = packed({"a.txt": "It rains."})
        >>> repacked(once) == once
        True
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return packed({name: opened.read(name) for name in opened.namelist()})
