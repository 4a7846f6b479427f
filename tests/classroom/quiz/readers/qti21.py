"""QTI 2.1 packages: the manifest leads to a test, the test to its items in order."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

from tests.classroom.quiz.readers import Seen

PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


def documents(data: bytes) -> dict[str, bytes]:
    """The test and the items, as the manifest names them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        manifest = ET.fromstring(archive.read("imsmanifest.xml"))
        resources = {each.get("identifier"): each for each in manifest.iter(f"{PACKAGE}resource")}
        paths = [each.get("href") for each in resources.values()]
        assert all(each.find(f"{PACKAGE}file").get("href") == each.get("href") for each in resources.values())
        depends = {each.get("identifierref") for each in manifest.iter(f"{PACKAGE}dependency")}
        assert depends == {n for n, each in resources.items() if each.get("type") == "imsqti_item_xmlv2p1"}
        assert ["imsmanifest.xml", *paths] == archive.namelist()
        return {str(path): archive.read(str(path)) for path in paths}


def read(data: bytes) -> list[Seen]:
    found = documents(data)
    (path, test), *items = found.items()
    refs = [each.get("href") for each in ET.fromstring(test).iter(f"{QTI}assessmentItemRef")]
    assert refs == [name for name, _ in items]
    assert path == "assessment.xml"
    return [_question(each) for _, each in items]


def _question(data: bytes) -> Seen:
    item = ET.fromstring(data)
    for element in item.iter():
        element.tag = element.tag.removeprefix(QTI)
    right = [value.text for value in item.findall("responseDeclaration/correctResponse/value")]
    body = item.find("itemBody")
    (interaction,) = (each for each in body if each.tag.endswith("Interaction"))
    choices = {
        each.get("identifier"): each.text
        for each in interaction.iter()
        if each.tag.startswith("simple") and each.text.strip()
    }
    stem = (interaction.findtext("prompt"), *("".join(p.itertext()).strip() for p in body.findall("p")))
    cardinality = item.find("responseDeclaration").get("cardinality")
    if interaction.tag == "choiceInteraction":
        assert cardinality == "single"
        assert len(right) == 1
        answers: Any = [(text, name in right) for name, text in choices.items()]
    elif interaction.tag == "orderInteraction":
        assert cardinality == "ordered"
        answers = [(choices[name], True) for name in right]
    else:
        assert cardinality == "multiple"
        answers = [(choices[pair.split()[0]], choices[pair.split()[1]]) for pair in right]
    return Seen(item.get("identifier"), stem, tuple(answers), body.findtext("rubricBlock/p") or "")
