"""What is checked and how: profiles, selections, options; from files, front matter, and calls."""

from __future__ import annotations

import os
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from argmap.check.registry import all_rules, rule_named, rules_named
from argmap.check.rule import PROFILES, Needs
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError, NoFileError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.check.rule import Rule

OF_A_RUN = ("fail-on", "per-file")
"""The settings that a map cannot bring in its front matter, nor a pattern of paths."""
FILES = ("argmap.toml", ".argmap.toml", "pyproject.toml")
"""The files that may hold settings, in the order in which they win in one folder."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is checked and how.

    Attributes:
        profile: The rules to start from: a name of `PROFILES`.
        select: Codes, names or families to use instead of a profile; empty to use the profile.
        extend_select: Codes, names or families besides.
        ignore: Codes, names or families to leave out.
        fail_on: From which severity on findings make a check fail.
        per_file: For patterns of paths, other settings for the files that match (``profile``, ``select``,
            ``extend-select``, ``ignore``, ``rules``).
        options: Name of a rule: a value of its options.
    """

    profile: str = "standard"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    per_file: tuple[tuple[str, Mapping[str, Any]], ...] = field(default=(), hash=False)
    options: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def codes(self) -> frozenset[str]:
        """Return the codes of the rules that run.

        Example:
            >>> "STR108" in Settings(profile="draft").codes(), "STR108" in Settings(ignore=("STR",)).codes()
            (True, False)
        """
        chosen = rules_named(self.select or (self.profile,)) | rules_named(self.extend_select)
        # Errors of the text are told with whatever is checked: where there are some, other rules are silent. And
        # suppressions are looked after.
        always = {each.code for each in all_rules() if _is_always_asked(each)}
        return (chosen | always) - rules_named(self.ignore)

    def merged(self, given: Mapping[str, Any], where: str) -> Settings:
        """Return these settings with others on top, such as a table of a file.

        Args:
            given: Keys as in ``[tool.argmap.check]``: ``profile``, ``select``, ``extend-select``, ``ignore``,
                ``fail-on``, ``per-file``, ``rules``.
            where: What to call the place in messages.

        Raises:
            ArgmapError: If a key, a name or a value is not known; the message says where, and what is meant.

        Example:
            >>> Settings().merged({"profile": "strict", "ignore": ["STR108"]}, "argmap.toml").profile
            'strict'
        """
        known = {each.name.replace("_", "-"): each.name for each in fields(Settings) if each.name != "options"}
        changed: dict[str, Any] = {}
        for key, value in given.items():
            name = str(key).replace("_", "-")
            if name == "rules":
                changed["options"] = {**self.options, **_options(value, self.options, where)}
            elif name == "per-file":
                changed["per_file"] = (*self.per_file, *_per_file(value, where))
            elif name == "profile":
                changed["profile"] = _one(value, list(PROFILES), "profile", where)
                changed.setdefault("select", ())  # a profile on top takes the place of a selection below
            elif name == "fail-on":
                changed["fail_on"] = Severity(_one(value, [str(each) for each in Severity], "severity", where))
            elif name in known:
                names = _names(value, f"{where}: {name}")
                # Selections on top replace; what is added or left out comes to what was.
                changed[known[name]] = names if name == "select" else (*getattr(self, known[name]), *names)
            else:
                hint = nearest(name, [*known, "rules"])
                raise ArgmapError(f"{where}: there is no setting {key!r}.{hint or _one_of([*known, 'rules'])}")
        return replace(self, **changed)

    def for_file(self, path: str) -> Settings:
        """Return the settings for one file, with what `per_file` says of it.

        Example:
            >>> settings = Settings(per_file=(("drafts/*", {"profile": "draft"}),))
            >>> settings.for_file("drafts/new.argdown").profile, settings.for_file("new.argdown").profile
            ('draft', 'standard')
        """
        found = self
        for pattern, given in self.per_file:
            pure = PurePath(path).as_posix()
            if fnmatch(pure, pattern) or PurePath(path).match(pattern) or fnmatch(pure, f"*/{pattern}"):
                found = found.merged(given, f"per-file {pattern!r}")
        return found


def find_settings(path: str | Path) -> Settings:
    """Return the settings for a file or folder: those of the nearest file above it that holds any.

    Args:
        path: A file or folder; ``[tool.argmap.check]`` of pyproject.toml and ``[check]`` of argmap.toml are looked for
            in its folder, then in each folder above.

    Raises:
        ArgmapError: If such a file cannot be read, or holds what is not known.

    Example:
        >>> find_settings("/").profile
        'standard'
    """
    start = Path(path).absolute()
    for folder in (start, *start.parents):
        for name in FILES:
            file = folder / name
            if os.path.isfile(file):  # noqa: PTH113  # it never raises
                table = _table(file)
                if table is not None:
                    return Settings().merged(table, str(file))
    return Settings()


def read_settings(path: str | Path) -> Settings:
    """Return the settings in one file.

    Raises:
        NoFileError: If it is not there.
        ArgmapError: If it cannot be read, holds no such table, or holds what is not known.
    """
    file = Path(path)
    table = _table(file)
    if table is None:
        raise ArgmapError(f"{file} has no settings for checks. Write them under [check].")
    return Settings().merged(table, str(file))


def _table(file: Path) -> Mapping[str, Any] | None:
    import tomllib

    from argmap.files.opening import missing_file

    try:
        data: Any = tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise NoFileError(missing_file(str(file))) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ArgmapError(f"{file} cannot be read: {error}.") from error
    for name in ("tool", "argmap") if file.name == "pyproject.toml" else ():
        data = data.get(name) if isinstance(data, dict) else None
    if not isinstance(data, dict):
        return None
    if "check" not in data and data.keys() & {"profile", "select", "ignore", "fail-on"}:
        table = "[tool.argmap.check]" if file.name == "pyproject.toml" else "[check]"
        raise ArgmapError(f"{file}: settings for checks stand in a table of their own. Write {table} above them.")
    found = data.get("check")
    if found is not None and not isinstance(found, dict):
        raise ArgmapError(f"{file}: check must be a table of settings, not {_short(found)}.")
    return found


def _options(given: Any, below: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Return the options of rules, by the names of the rules; what is not given stays as it was below."""
    from pydantic import TypeAdapter, ValidationError

    if not isinstance(given, dict):
        raise ArgmapError(f"{where}: rules must be a table of rules with their options, not {_short(given)}.")
    found = {}
    for name, values in given.items():
        try:
            chosen = rule_named(str(name))
        except UnknownNameError as error:
            raise ArgmapError(f"{where}: {error}") from error
        if chosen.options is None:
            raise ArgmapError(f"{where}: the rule {chosen.name} has no options. Remove it.")
        if not isinstance(values, dict):
            raise ArgmapError(f"{where}: the options of {chosen.name} must be a table, not {_short(values)}.")
        known = {each.name.replace("_", "-"): each.name for each in fields(chosen.options)}
        before = below.get(chosen.name)
        plain = {} if before is None else {field: getattr(before, field) for field in known.values()}
        for key, value in values.items():
            option = str(key).replace("_", "-")
            if option not in known:
                hint = nearest(option, list(known))
                raise ArgmapError(
                    f"{where}: the rule {chosen.name} has no option {str(key)!r}.{hint or _one_of(known)}"
                )
            plain[known[option]] = value
        try:
            found[chosen.name] = TypeAdapter(chosen.options).validate_python(plain)
        except ValidationError as error:
            first = error.errors()[0]
            option = ".".join(str(part) for part in first["loc"]).replace("_", "-")
            raise ArgmapError(
                f"{where}: the option {option} of {chosen.name} cannot be {_short(first['input'])}: {first['msg']}."
            ) from error
    return found


def _per_file(given: Any, where: str) -> list[tuple[str, Mapping[str, Any]]]:
    if not isinstance(given, dict) or not all(isinstance(value, dict) for value in given.values()):
        raise ArgmapError(f'{where}: per-file must be a table such as {{"drafts/*" = {{profile = "draft"}}}}.')
    found = []
    for key, settings in given.items():
        pattern = str(key)
        place = f"{where}: per-file {pattern!r}"
        for name in settings:
            if str(name).replace("_", "-") in OF_A_RUN:
                raise ArgmapError(f"{place}: {name} belongs to all files of a run. Write it outside of per-file.")
        Settings().merged(settings, place)
        found.append((pattern, settings))
    return found


def _names(given: Any, where: str) -> tuple[str, ...]:
    words = given.replace(",", " ").split() if isinstance(given, str) else given
    if not isinstance(words, list | tuple) or not all(isinstance(word, str) for word in words):
        raise ArgmapError(f"{where} must be a list of codes, names or families of rules, not {_short(given)}.")
    try:
        rules_named(words)
    except UnknownNameError as error:
        raise ArgmapError(f"{where}: {error}") from error
    return tuple(words)


def _one(given: Any, known: Sequence[str], sort: str, where: str) -> str:
    if not isinstance(given, str) or given not in known:
        hint = nearest(given, known) if isinstance(given, str) else ""
        raise ArgmapError(f"{where}: there is no {sort} {_short(given)}.{hint or _one_of(known)}")
    return given


def _short(given: Any) -> str:
    """Return a value as it may stand in a message: hostile ones are long and deep."""
    return reprlib.repr(given)


def _one_of(names: Iterable[str]) -> str:
    return f" Use one of: {', '.join(map(str, names))}."


def defaults_of(options: type[Any]) -> dict[str, Any]:
    """Return the options of a rule by name, with hyphens, and their defaults.

    Example:
        >>> @dataclass(frozen=True)
        ... class Options:
        ...     most_words: int = 40
        >>> defaults_of(Options)
        {'most-words': 40}
    """
    made = options()
    return {each.name.replace("_", "-"): getattr(made, each.name) for each in fields(options)}


def _is_always_asked(rule: Rule) -> bool:
    if rule.needs is Needs.REPORT:
        return rule.severity is not Severity.INFO
    return rule.needs is Needs.READING and rule.severity is Severity.ERROR
