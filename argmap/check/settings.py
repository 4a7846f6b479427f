"""What is checked and how: profiles, selections, options; from files, front matter, and calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from argmap.check.registry import all_rules, rule_named, rules_named
from argmap.check.rule import PROFILES, Needs
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.check.rule import Rule

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
    per_file: tuple[tuple[str, Mapping[str, Any]], ...] = ()
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
        always = {each.code for each in all_rules() if each.family == "CFG" or _is_error_of_text(each)}
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
                changed["options"] = {**self.options, **_options(value, where)}
            elif name == "per-file":
                changed["per_file"] = (*self.per_file, *_per_file(value, where))
            elif name == "profile":
                if value not in PROFILES:
                    hint = nearest(str(value), list(PROFILES))
                    raise ArgmapError(f"{where}: there is no profile {value!r}.{hint or _one_of(PROFILES)}")
                changed["profile"] = value
            elif name == "fail-on":
                if value not in list(Severity):
                    hint = nearest(str(value), list(Severity))
                    raise ArgmapError(f"{where}: there is no severity {value!r}.{hint or _one_of(Severity)}")
                changed["fail_on"] = Severity(value)
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
            if file.is_file():
                table = _table(file)
                if table is not None:
                    return Settings().merged(table, _shown(file))
    return Settings()


def read_settings(path: str | Path) -> Settings:
    """Return the settings in one file.

    Raises:
        ArgmapError: If it cannot be read, holds no such table, or holds what is not known.
    """
    file = Path(path)
    table = _table(file)
    if table is None:
        raise ArgmapError(f"{_shown(file)} has no settings for checks. Write them under [check].")
    return Settings().merged(table, _shown(file))


def _table(file: Path) -> Mapping[str, Any] | None:
    import tomllib

    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ArgmapError(f"{_shown(file)} cannot be read: {error}.") from error
    found: Any = data.get("tool", {}).get("argmap", {}) if file.name == "pyproject.toml" else data
    found = found.get("check") if isinstance(found, dict) else None
    if found is not None and not isinstance(found, dict):
        raise ArgmapError(f"{_shown(file)}: check must be a table of settings, not {found!r}.")
    return found


def _options(given: Any, where: str) -> dict[str, Any]:
    """Return the options of rules, by the names of the rules."""
    from pydantic import TypeAdapter, ValidationError

    if not isinstance(given, dict):
        raise ArgmapError(f"{where}: rules must be a table of rules with their options, not {given!r}.")
    found = {}
    for name, values in given.items():
        try:
            chosen = rule_named(str(name))
        except UnknownNameError as error:
            raise ArgmapError(f"{where}: {error}") from error
        if chosen.options is None:
            raise ArgmapError(f"{where}: the rule {chosen.name} has no options. Remove it.")
        if not isinstance(values, dict):
            raise ArgmapError(f"{where}: the options of {chosen.name} must be a table, not {values!r}.")
        known = [each.name.replace("_", "-") for each in fields(chosen.options)]
        plain = {str(key).replace("-", "_"): value for key, value in values.items()}
        for key in plain:
            if key.replace("_", "-") not in known:
                hint = nearest(key.replace("_", "-"), known)
                raise ArgmapError(
                    f"{where}: the rule {chosen.name} has no option {key.replace('_', '-')!r}.{hint or _one_of(known)}"
                )
        try:
            found[chosen.name] = TypeAdapter(chosen.options).validate_python(plain)
        except ValidationError as error:
            first = error.errors()[0]
            option = "-".join(str(part) for part in first["loc"]).replace("_", "-")
            raise ArgmapError(
                f"{where}: the option {option} of {chosen.name} cannot be {first['input']!r}: {first['msg']}."
            ) from error
    return found


def _per_file(given: Any, where: str) -> list[tuple[str, Mapping[str, Any]]]:
    if not isinstance(given, dict) or not all(isinstance(value, dict) for value in given.values()):
        raise ArgmapError(f'{where}: per-file must be a table such as {{"drafts/*" = {{profile = "draft"}}}}.')
    for pattern, settings in given.items():
        Settings().merged(settings, f"{where}: per-file {pattern!r}")
    return list(given.items())


def _names(given: Any, where: str) -> tuple[str, ...]:
    words = given.replace(",", " ").split() if isinstance(given, str) else given
    if not isinstance(words, list | tuple) or not all(isinstance(word, str) for word in words):
        raise ArgmapError(f"{where} must be a list of codes, names or families of rules, not {given!r}.")
    try:
        rules_named(words)
    except UnknownNameError as error:
        raise ArgmapError(f"{where}: {error}") from error
    return tuple(words)


def _one_of(names: Iterable[str]) -> str:
    return f" Use one of: {', '.join(map(str, names))}."


def _shown(file: Path) -> str:
    return str(file)


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


def _is_error_of_text(rule: Rule) -> bool:
    return rule.needs is Needs.READING and rule.severity is Severity.ERROR
