"""What needs the extra ``argmap[classroom]``, and what is said where it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from argmap.errors import ArgmapError


class MissingExtraError(ArgmapError):
    """A package that argmap does not bring by itself is not installed; the message says how to install it."""


_PACKAGES = {"docx": "python-docx", "pptx": "python-pptx"}
"""What packages are called where they are installed from, where that is not the name of their module."""


def needed(module: str, what: str) -> Any:
    """Return a module of a package that only the extra brings.

    Args:
        module: Its name.
        what: What cannot be made without it, in the plural.

    Raises:
        MissingExtraError: It is not installed.

    Example:
        >>> needed("no_such_typesetter", "Printed sheets")
        Traceback (most recent call last):
            ...
        argmap.classroom.extra.MissingExtraError: Printed sheets need the package no_such_typesetter, which is not \
installed. Type: pip install "argmap[classroom]"
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name != package:
            raise
        package = _PACKAGES.get(package, package)
        raise MissingExtraError(
            f'{what} need the package {package}, which is not installed. Type: pip install "argmap[classroom]"'
        ) from error
