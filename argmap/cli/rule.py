"""`argmap rule`: the page of a rule, or a list of all."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import wrap
from argmap.cli.terminal import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.check import Rule


@click.command()
@click.argument("names", metavar="RULE...", nargs=-1)
@click.option("--all", "is_all", is_flag=True, help="List all rules.")
@click.option("--profile", metavar="NAME", help="With --all: only the rules of this profile.")
@click.option("--json", "as_json", is_flag=True, help="Print the rules, with their pages, for a program.")
def rule(names: tuple[str, ...], is_all: bool, profile: str | None, as_json: bool) -> None:
    """Explain the rules of `argmap check`.

    Each has a page: what it looks for, why it matters, and examples.

    \b
    argmap rule STR108
    argmap rule self-relation --json
    argmap rule --all --profile classroom
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    from argmap.check import PROFILES, all_rules, rules_named
    from argmap.errors import UnknownNameError, nearest_or_all

    if not names and not is_all:
        raise click.UsageError("Name a rule, such as STR108 or self-relation, or list them with --all.")
    if profile is not None and profile not in PROFILES:
        hint = nearest_or_all(profile, list(PROFILES))
        raise click.UsageError(f"There is no profile {profile!r}.{hint}")
    try:
        codes = rules_named(names) if names else {each.code for each in all_rules()}
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error
    chosen = [each for each in all_rules() if each.code in codes and (profile is None or profile in each.profiles)]
    if as_json:
        click.echo(json.dumps([_as_data(each) for each in chosen], ensure_ascii=False, indent=2))
        return
    width = columns(sys.stdout, 100)
    for line in _listed(chosen, width) if is_all else _explained(chosen, width):
        click.echo(line)


def _as_data(rule: Rule) -> dict[str, Any]:
    from argmap.check import FAMILIES
    from argmap.check.settings import defaults_of

    return {
        "code": rule.code,
        "name": rule.name,
        "family": FAMILIES[rule.family],
        "severity": str(rule.severity),
        "profiles": sorted(rule.profiles),
        "options": {} if rule.options is None else defaults_of(rule.options),
        "since": rule.since,
        "summary": rule.summary,
        "page": rule.page,
    }


def _listed(rules: Sequence[Rule], width: int) -> Iterator[str]:
    """Yield a table of rules, family by family."""
    from argmap.check import FAMILIES
    from argmap.wording import begins

    room = max((len(each.name) for each in rules), default=0)
    for family, title in FAMILIES.items():
        some = [each for each in rules if each.family == family]
        if some:
            yield click.style(f"{family}  {begins(title)}", bold=True)
        for each in some:
            head = f"{each.code}  {each.name:<{room}}  {each.severity:<7}  "
            first, *rest = wrap(each.summary, max(30, width - len(head))) or [""]
            yield head + first
            yield from (" " * len(head) + line for line in rest)
        if some:
            yield ""


def _explained(rules: Sequence[Rule], width: int) -> Iterator[str]:
    from argmap.check import FAMILIES

    for place, each in enumerate(rules):
        if place:
            yield ""
        yield click.style(f"{each.code} {each.name}", bold=True)
        where = ", ".join(sorted(each.profiles)) or "none; select it by name"
        yield f"{each.severity}, {FAMILIES[each.family]}. Profiles: {where}."
        yield ""
        yield from page_lines(each.page, width)


def page_lines(page: str, width: int) -> Iterator[str]:
    r"""Yield the lines of a page for a terminal: headings bold, paragraphs wrapped, blocks indented.

    Example:
        >>> [click.unstyle(line) for line in page_lines("Sum.\n\n## Why\n\nBecause `x`.", 40)]
        ['Sum.', '', 'Why', '', 'Because x.', '']
    """
    text: list[str] = []
    in_block = False
    for line in [*page.strip().split("\n"), ""]:
        if line.startswith("```"):
            in_block = not in_block
        elif in_block:
            yield f"    {line}".rstrip()
        elif line and not line.startswith(("## ", "- ")):
            text.append(line.strip())
        else:
            yield from _wrapped(text, width)
            text = [line] if line.startswith("- ") else []
            if line.startswith("## "):
                yield click.style(line[3:], bold=True)
            elif not line:
                yield ""


def _wrapped(text: list[str], width: int) -> Iterator[str]:
    """Yield a paragraph or an item of a list in lines of a width."""
    words = " ".join(text).replace("`", "")
    if words:
        first, *rest = wrap(words, width)
        yield first
        yield from (f"  {line}" if words.startswith("- ") else line for line in rest)
