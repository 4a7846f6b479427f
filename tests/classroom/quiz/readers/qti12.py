"""QTI 1.2 packages: the manifest leads to the questions; responses are scored by the conditions of each question."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

from tests.classroom.quiz.readers import Seen, paragraphs, whole

PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
CANVAS = "{http://canvas.instructure.com/xsd/cccv1p0}"


def assessment(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        manifest = ET.fromstring(archive.read("imsmanifest.xml"))
        files = {
            each.get("type"): each.find(f"{PACKAGE}file").get("href") for each in manifest.iter(f"{PACKAGE}resource")
        }
        assert {"imsmanifest.xml", *files.values()} == set(archive.namelist())
        meta = ET.fromstring(archive.read(files["associatedcontent/imscc_xmlv1p1/learning-application-resource"]))
        assert meta.tag == f"{CANVAS}quiz"
        assert meta.findtext(f"{CANVAS}title")
        return archive.read(files["imsqti_xmlv1p2"])


def plain(data: bytes) -> ET.Element:
    """The assessment without its namespace."""
    root = ET.fromstring(assessment(data))
    for element in root.iter():
        element.tag = element.tag.removeprefix("{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}")
    return root


def read(data: bytes) -> list[Seen]:
    return [_question(item) for item in plain(data).iter("item")]


def _question(item: ET.Element) -> Seen:
    facts = {f.findtext("fieldlabel"): f.findtext("fieldentry") for f in item.iter("qtimetadatafield")}
    responses = item.findall("presentation/response_lid")
    texts = {label.get("ident"): label.findtext("material/mattext") for label in item.iter("response_label")}
    assert facts["original_answer_ids"].split(",") == list(texts)
    scored: dict[str, list[tuple[str, float]]] = {}
    for condition in item.iter("respcondition"):
        for equal in condition.iter("varequal"):
            points = float(condition.findtext("setvar"))
            scored.setdefault(equal.get("respident"), []).append((equal.text, points))
    assert set(scored) == {response.get("ident") for response in responses}
    assert all(len(found) == 1 for found in scored.values()), "each has one right response"
    assert abs(sum(points for ((_, points),) in scored.values()) - 100) < 0.1
    if facts["question_type"] == "multiple_choice_question":
        ((right, _),) = scored["response1"]
        answers: Any = [(whole(text), name == right) for name, text in texts.items()]
    else:
        assert facts["question_type"] == "matching_question"
        answers = [
            (each.findtext("material/mattext"), texts[scored[str(each.get("ident"))][0][0]]) for each in responses
        ]
    shown = item.findtext("itemfeedback/flow_mat/material/mattext")
    assert re.fullmatch(r"\w+-\w+", item.get("ident"))
    return Seen(
        item.get("ident"), paragraphs(item.findtext("presentation/material/mattext")), tuple(answers), whole(shown)
    )
