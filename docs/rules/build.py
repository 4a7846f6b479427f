"""The pages of all rules of `argmap check`, built from their docstrings, and a list of them.

`python docs/rules/build.py` writes them beside this file; `mkdocs build` does so first, as a hook. What it makes is not
kept in the repository.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from argmap.check import FAMILIES, PROFILES, Needs, Rule, all_rules
from argmap.check.settings import defaults_of
from argmap.wording import begins

HERE = Path(__file__).parent


def on_pre_build(config: Any) -> None:  # noqa: ARG001 - mkdocs gives it
    """Write the pages before the others are built."""
    build(HERE)


def build(folder: Path) -> list[Path]:
    """Write a page for each rule and the list of all into a folder, and return what was written.

    Args:
        folder: Where to; it has to be there.
    """
    written = []
    for name, text in [("index.md", _index()), *((f"{rule.code}.md", page(rule)) for rule in all_rules())]:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def page(rule: Rule) -> str:
    """Return the page of a rule."""
    summary, _, rest = rule.page.partition("\n")
    profiles = ", ".join(f"`{name}`" for name in PROFILES if name in rule.profiles)
    facts = [
        f"- Severity: {rule.severity}",
        f"- Family: {FAMILIES[rule.family]}",
        f"- Profiles: {profiles or 'none; it runs when it is selected'}",
        f"- Since: {rule.since}",
    ]
    if rule.options is not None:
        set_to = "\n".join(f"{name} = {_toml(value)}" for name, value in defaults_of(rule.options).items())
        rest += f"\n\nIn `argmap.toml`, with the defaults:\n\n```toml\n[check.rules.{rule.name}]\n{set_to}\n```"
    if rule.needs is Needs.READING:
        rest += "\n\n[Messages](../messages.md) shows a text that it is said of."
    return "\n".join([f"# {rule.code} {rule.name}", "", summary, "", *facts, "", _linked(rest.strip(), rule), ""])


def _linked(text: str, rule: Rule) -> str:
    """Return a page with links from the names of other rules to their pages; examples stay as they are."""
    codes = {each.name: each.code for each in all_rules() if each.name != rule.name}

    def link(found: re.Match[str]) -> str:
        code = codes.get(found[1] or "")
        return f"[`{found[1]}`]({code}.md)" if code else found[0]

    return re.sub(r"(?ms)^```.*?^```$|(?<!\[)`([a-z-]+)`", link, text)


def _index() -> str:
    lines = [
        "# Rules",
        "",
        "What `argmap check` asks. [Checks](../checks.md) tells how to choose among the rules, set their options, and "
        "suppress findings. In the examples, `// finding: CODE` marks the lines that are found.",
    ]
    # What is wrong with the text explains itself where it is found, so it comes last.
    for family, title in sorted(FAMILIES.items(), key=lambda each: each[0] == "SYN"):
        some = [rule for rule in all_rules() if rule.family == family]
        if some:
            lines += ["", f"## {begins(title)} ({family})", "", "| rule | severity | standard | finds |"]
            lines.append("|---|---|---|---|")
        for rule in some:
            standard = "yes" if "standard" in rule.profiles else "no"
            finds = rule.summary.replace("|", "\\|")
            lines.append(f"| [{rule.code} {rule.name}]({rule.code}.md) | {rule.severity} | {standard} | {finds} |")
    return "\n".join([*lines, ""])


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple | frozenset | set):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + "}"
    return f'"{value}"' if isinstance(value, str) else str(value)


if __name__ == "__main__":
    for path in build(HERE):
        print(path)
