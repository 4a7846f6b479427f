"""Writing to a stream that somebody else opened."""

from __future__ import annotations

import io
from typing import IO, Any

from argmap.errors import WriteError


def write_to_stream(stream: IO[Any], data: bytes) -> None:
    """Write bytes of UTF-8 to a stream of text or bytes, which is not closed.

    Raises:
        WriteError: The stream does not take them.

    Example:
        >>> stream = io.StringIO()
        >>> write_to_stream(stream, "Grüße".encode())
        >>> stream.getvalue()
        'Grüße'
    """
    given = getattr(stream, "name", None)
    shown = given if isinstance(given, str) else "<stream>"
    try:
        if isinstance(stream, io.RawIOBase):
            # It may take less at a time than it is given.
            rest = memoryview(data)
            while rest:
                rest = rest[stream.write(rest) or 0 :]
        else:
            # Streams of text know of an encoding, if only that there is none.
            is_text = isinstance(stream, io.TextIOBase) or hasattr(stream, "encoding")
            stream.write(data.decode() if is_text else data)
    except UnicodeEncodeError as error:
        raise WriteError(f"{shown} cannot be written: it takes {error.encoding} only; open it as UTF-8.") from error
    except (OSError, ValueError, TypeError) as error:
        reason = getattr(error, "strerror", None) or str(error).rstrip(".")
        raise WriteError(f"{shown} cannot be written: {reason}.") from error
