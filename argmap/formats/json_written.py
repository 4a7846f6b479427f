"""Values as JSON text, many small ones fast."""

from __future__ import annotations

import json
import json.encoder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def encoder() -> Callable[[Any], str]:
    """Return a function that makes JSON text of a value, letters as they are.

    It is what `json.JSONEncoder.encode` does, which makes an encoder anew for each value.

    Example:
        >>> encoder()({"a": ["ö", 1.5, None]})
        '{"a": ["ö", 1.5, null]}'
    """
    plain = json.JSONEncoder(ensure_ascii=False)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return plain.encode
    encode = make(None, plain.default, json.encoder.encode_basestring, None, ": ", ", ", False, False, False)

    def text(value: Any) -> str:
        return "".join(encode(value, 0))

    return text
