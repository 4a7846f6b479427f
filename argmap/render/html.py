"""The page: one HTML file with the picture, the map as a list, and what one may want to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.render.picture import Picture


def draw(picture: Picture) -> bytes:
    """Return the bytes of the page of a picture, in UTF-8.

    The page needs no network and no other file. It is whole without JavaScript; see `argmap.render.page`.

    Raises:
        EngineError: If the layout program fails. Where there is none, or it takes too long, the page comes without
            a picture and says so.
    """
    from argmap.render.page.document import document

    return document(picture).encode()
