"""The programs that lay out a graph: the Graphviz that comes with argmap, or one that the system has."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from argmap.errors import ArgmapError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "ARGMAP_ENGINE"
"""The environment variable that names the engine to use where a call says ``auto``."""

_NAMES = "bundled", "dot"  # in the order in which `auto` tries them
_BUNDLED_FORMATS = frozenset(
    ("svg", "png", "jpeg", "json", "json0", "dot_json", "xdot", "dot", "gv", "canon", "plain", "plain-ext")
)
_VERSION = re.compile(r"(\d+)\.(\d+)(?:\.(\d+))?(?!.*\d+\.\d+)")
_LONGEST = 1_000_000.0  # seconds, eleven days; subprocess cannot wait for any number of them
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class EngineError(ArgmapError):
    """A layout program failed.

    Attributes:
        stderr: What the program said.
        returncode: What it returned; None when it did not come to an end by itself.
    """

    def __init__(self, message: str, *, stderr: str = "", returncode: int | None = None) -> None:
        super().__init__(message)
        self.stderr = stderr
        self.returncode = returncode


class EngineTimeout(EngineError):  # noqa: N818 - the name of what happened
    """A layout took longer than it was given; the program was ended."""


class EngineNotFound(EngineError):  # noqa: N818 - the name of what happened
    """There is no such layout program on this machine."""


@runtime_checkable
class Engine(Protocol):
    """What can lay out a graph. Anything with these four names can be given as ``engine=``.

    Attributes:
        name: A word for it, such as ``bundled``.
        version: Its version, such as ``(16, 1, 0)``.
        formats: The formats it writes; at least ``svg``.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 - said above
    @property
    def version(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def formats(self) -> frozenset[str]: ...  # noqa: D102

    def layout(self, dot: str, *, format: str = "svg", program: str = "dot", timeout: float = 30.0) -> bytes:  # noqa: A002
        """Return the drawing of a graph in the DOT language.

        Args:
            dot: The graph.
            format: The format of the answer.
            program: The way to lay out: ``dot``, ``neato``, ``fdp``, ``sfdp``, ``circo``, ``twopi`` ...
            timeout: The longest time it may take, in seconds: above 0, and at most 1,000,000.

        Raises:
            EngineTimeout: If it took longer.
            EngineError: If the graph could not be drawn, or `timeout` is not such a number.
        """
        ...


def check_timeout(timeout: float) -> None:
    """Hold that a layout can be given this time.

    Raises:
        EngineError: If `timeout` is not a number of seconds above 0, or one that cannot be waited for.
    """
    if not isinstance(timeout, (int, float)) or not 0 < timeout <= _LONGEST:  # nan is not above 0 either
        raise EngineError(
            f"The timeout of a layout cannot be {timeout!r}; give a number of seconds above 0, and at most 1000000."
        )


@dataclass(frozen=True)
class Graphviz:
    """A Graphviz program on this machine, run once for each layout.

    Attributes:
        name: ``bundled``, ``dot``, or the path that was asked for.
        path: The program.
    """

    name: str
    path: Path

    @cached_property
    def version(self) -> tuple[int, ...]:
        """The Graphviz version, such as ``(16, 1, 0)``; empty when the program does not tell."""
        done = self._run(["-V"], b"", 10.0)
        found = _VERSION.search(done.stderr.decode(errors="replace") or done.stdout.decode(errors="replace"))
        return tuple(int(part) for part in found.groups() if part) if found else ()

    @cached_property
    def formats(self) -> frozenset[str]:
        """The formats it writes."""
        if self.name == "bundled":
            return _BUNDLED_FORMATS
        done = self._run(["-T?"], b"", 10.0)  # an unknown format is answered by a list of the known ones
        listed = done.stderr.decode(errors="replace").partition("Use one of:")[2]
        return frozenset(word for word in listed.split() if ":" not in word)

    def layout(self, dot: str, *, format: str = "svg", program: str = "dot", timeout: float = 30.0) -> bytes:  # noqa: A002
        """Return the drawing of a graph in the DOT language; see `Engine.layout`."""
        if _CONTROL.search(dot):
            raise EngineError("The graph holds a control character, which no Graphviz can draw; take it out.")
        done = self._run([f"-K{program}", f"-T{format}"], dot.encode(), timeout)
        said = _last_words(done.stderr.decode(errors="replace"))
        if done.returncode != 0 or not done.stdout:
            reason = said or f"it ended with {done.returncode} and drew nothing"
            raise EngineError(
                f"{self} could not draw the graph: {reason.rstrip('.')}.",
                stderr=done.stderr.decode(errors="replace"),
                returncode=done.returncode,
            )
        return done.stdout

    def __str__(self) -> str:
        return f"Graphviz ({self.name})"

    def _run(self, options: list[str], data: bytes, timeout: float) -> subprocess.CompletedProcess[bytes]:
        check_timeout(timeout)
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0
        try:
            return subprocess.run(
                [str(self.path), *options],
                input=data,
                capture_output=True,
                timeout=timeout,
                creationflags=flags,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise EngineTimeout(f"{self} did not finish the layout within {timeout:g} seconds.") from late
        except OSError as reason:
            raise EngineNotFound(
                f"The layout program {str(self.path)!r} could not be started: {reason.strerror or reason}. "
                f"Use engine='auto', or give the path of a Graphviz `dot`."
            ) from reason


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """Whether an engine can be used here.

    Attributes:
        name: ``bundled`` or ``dot``.
        engine: The engine, or None when it is not there.
        reason: Why it is not there; empty when it is.
    """

    name: str
    engine: Graphviz | None
    reason: str = ""


def engines() -> tuple[EngineStatus, ...]:
    """Return the engines argmap knows, in the order in which ``auto`` tries them.

    Example:
        >>> [status.name for status in engines()]
        ['bundled', 'dot']
    """
    return tuple(_status(name) for name in _NAMES)


def _status(name: str) -> EngineStatus:
    if name == "bundled":
        engine = _bundled()
        missing = "The package graphviz-pure is not installed for this platform."
    else:
        system = shutil.which("dot")
        engine = Graphviz("dot", Path(system)) if system else None
        missing = "There is no program `dot` on the PATH."
    return EngineStatus(name, engine, "" if engine else missing)


def find_engine(engine: str | Engine = "auto") -> Engine:
    """Return the engine that is asked for.

    Args:
        engine: ``auto`` (the one that the environment variable ARGMAP_ENGINE names, else the bundled one, else
            the system's), ``bundled``, ``dot``, the path of a Graphviz program, or an `Engine`.

    Raises:
        EngineNotFound: If it is not on this machine; the message says what to install.
        UnknownNameError: If the name is neither an engine nor a path.

    Example:
        >>> find_engine("bundled").name
        'bundled'
    """
    if not isinstance(engine, str):
        return engine
    wanted = os.environ.get(VARIABLE, "").strip() or "auto" if engine == "auto" else engine
    if wanted == "auto":
        reasons = []
        for name in _NAMES:
            status = _status(name)
            if status.engine is not None:
                return status.engine
            reasons.append(status.reason)
        raise EngineNotFound(
            f"There is no Graphviz to lay out the picture. {' '.join(reasons)} Install Graphviz, or `pip install "
            f"graphviz-pure`; or write the picture as DOT text to a file that ends in .dot."
        )
    if wanted in _NAMES:
        status = _status(wanted)
        if status.engine is None:
            raise EngineNotFound(f"{status.reason} Install it, or use engine='auto'.")
        return status.engine
    if os.sep in wanted or "/" in wanted or Path(wanted).is_file():
        if not Path(wanted).is_file():
            raise EngineNotFound(f"There is no layout program at {wanted!r}. Use engine='auto', or mend the path.")
        return Graphviz(wanted, Path(wanted))
    hint = nearest(wanted, ["auto", *_NAMES])
    raise UnknownNameError(
        f"There is no engine {wanted!r}; use 'auto', 'bundled', 'dot', or the path of a Graphviz `dot`.{hint}"
    )


def _bundled() -> Graphviz | None:
    """Find the program of the package graphviz-pure, which installs a program and no Python module."""
    name = "graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure"
    for candidate in _bundled_candidates(name):
        if candidate.is_file():
            return Graphviz("bundled", candidate.resolve())
    return None


def _bundled_candidates(name: str) -> Iterator[Path]:
    yield Path(sysconfig.get_path("scripts")) / name  # nearly always there, and looking costs next to nothing
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        package = distribution("graphviz-pure")
    except PackageNotFoundError:
        pass
    else:
        for file in package.files or ():
            if file.name == name:
                yield Path(str(file.locate()))
        yield Path(str(package.locate_file(""))) / "bin" / name  # `pip install --target`
    on_path = shutil.which(name)
    if on_path:
        yield Path(on_path)


def _last_words(said: str) -> str:
    """Return the last line of what a program said that is not about the widths of letters."""
    lines = [
        line.strip()
        for line in said.splitlines()
        if line.strip() and "no value for width" not in line and "no hard-coded metrics" not in line
    ]
    return lines[-1] if lines else ""
