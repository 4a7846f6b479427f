"""The pages of the rules: one for each, whole, and the list links them all."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from argmap.check import all_rules
from argmap.check.report.markdown import html_of

SCRIPT = Path(__file__).parents[2] / "docs" / "rules" / "build.py"


@pytest.fixture
def pages(tmp_path):
    spec = spec_from_file_location("rules_pages", SCRIPT)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return {path.name: path.read_text("utf-8") for path in module.build(tmp_path)}


def test_every_rule_has_a_page_that_the_list_links(pages):
    linked = set(re.findall(r"\]\((\w+\.md)\)", pages["index.md"]))
    assert linked == {f"{rule.code}.md" for rule in all_rules()} == pages.keys() - {"index.md"}


def test_a_page_is_whole_as_html(pages):
    for rule in all_rules():
        made = html_of(pages[f"{rule.code}.md"], level=2)
        assert made.startswith(f"<h1>{rule.code} {rule.name}</h1>")
        assert made.count("<pre>") == pages[f"{rule.code}.md"].count("```") // 2
        if rule.family != "SYN":
            for title in ("What it does", "Why it matters", "Flagged", "Accepted"):
                assert f"<h2>{title}</h2>" in made
