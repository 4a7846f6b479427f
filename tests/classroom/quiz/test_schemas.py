"""Every file of a QTI package is of its schema: of one of ours always, of the published one where that is there.

Ours, in the folder ``schemas``, have the part that quizzes use, and ask for more. `published` says where the others are
looked for.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from argmap.classroom.quiz import KINDS, Quiz, quiz
from argmap.classroom.quiz.formats import qti12, qti21
from argmap.errors import ArgmapError
from tests.classroom.quiz.debates import QUIZZES, debates
from tests.classroom.quiz.published import alone, published
from tests.classroom.quiz.spoiling import shortened, spoilings

ASI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
# Canvas has the elements of IMS Content Packaging in a namespace of its own.
CANVAS_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"

OURS = {ASI: "qti12.rng", QTI: "qti21.rng", PACKAGE: "manifest.rng", CANVAS: "canvas.rng"}
PUBLISHED = {
    "QTI 1.2": (ASI, ("ims_qtiasiv1p2p1.xsd", "ims_qtiasiv1p2.xsd")),
    "QTI 2.1": (QTI, ("imsqti_v2p1p2.xsd", "imsqti_v2p1p1.xsd", "imsqti_v2p1.xsd")),
    "IMS Content Packaging": (PACKAGE, ("imscp_v1p1.xsd",)),
    "IMS Content Packaging for QTI 2.1": (PACKAGE, ("qtiv2p1_imscpv1p2_v1p0.xsd",)),
}
NAMES = [
    (PACKAGE, {"manifest", "resource"}, "identifier"),
    (QTI, {"assessmentTest", "testPart", "assessmentSection", "assessmentItemRef"}, "identifier"),
    (QTI, {"simpleChoice", "simpleAssociableChoice"}, "identifier"),
    (ASI, {"item"}, "ident"),
]
"""What must not have the name of another one, and the attribute with its name."""
REFERENCES = [
    (PACKAGE, "manifest", "identifierref", ("resource", "identifier")),
    (QTI, "assessmentItem", "responseIdentifier", ("responseDeclaration", "identifier")),
    (ASI, "item", "respident", ("response_lid", "ident")),
    (ASI, "item", "linkrefid", ("itemfeedback", "ident")),
]
"""In what, by which attribute, something is referred to, and the attribute with its name."""


def documents(made: Quiz) -> Iterator[etree._Element]:
    """The roots of all files of both packages of a quiz."""
    for writer in (qti12, qti21):
        with zipfile.ZipFile(io.BytesIO(writer.write(made)[0])) as archive:
            for name in archive.namelist():
                yield etree.fromstring(archive.read(name).replace(CANVAS_PACKAGE.encode(), PACKAGE.encode()))


def namespace_of(root: etree._Element) -> str:
    return str(etree.QName(root).namespace)


@cache
def ours(namespace: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("schemas") / OURS[namespace]))


def fault(root: etree._Element) -> str:
    """What is wrong with a document by our schema, or with its names, which a schema of RELAX NG does not compare."""
    schema = ours(namespace_of(root))
    if not schema.validate(root):
        return str(schema.error_log)
    for namespace, tags, key in NAMES:
        names = [each.get(key) for tag in tags for each in root.iter(f"{{{namespace}}}{tag}")]
        if len(set(names)) < len(names):
            return f"Two of {tags} have one {key}."
    for namespace, inside, key, (named, name) in REFERENCES:
        for each in root.iter(f"{{{namespace}}}{inside}"):
            there = {found.get(name) for found in each.iter(f"{{{namespace}}}{named}")}
            if not {found.get(key) for found in each.iter() if key in found.attrib} <= there:
                return f"A {key} leads to no {named}."
    return ""


def test_the_quizzes_have_questions_of_all_kinds():
    assert set(KINDS) - {question.kind for made in QUIZZES for question in made.questions} == set()


@pytest.mark.parametrize("made", QUIZZES)
def test_every_file_is_of_our_schema(made):
    roots = list(documents(made))
    assert [fault(root) for root in roots] == [""] * len(roots)
    assert {namespace_of(root) for root in roots} == OURS.keys()


def test_our_schemas_refuse_what_they_do_not_know():
    roots = {tuple(each.tag for each in root.iter()): root for root in map(shortened, documents(QUIZZES[-1]))}
    tried = [
        (what, fault(spoilt))
        for root in roots.values()
        for what, spoilt in spoilings(root)
        if what.endswith(("has a stray attribute", "is called otherwise"))
    ]
    assert len(tried) > 100
    assert [what for what, why in tried if not why] == []


@settings(max_examples=10)
@given(debates())
def test_so_are_the_files_of_generated_debates(m):
    try:
        made = quiz(m, 16)
    except ArgmapError:
        return
    assert [each for each in map(fault, documents(made)) if each] == []


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_file_is_of_the_published_schema(name):
    schema = published(*PUBLISHED[name][1])
    roots = [root for made in QUIZZES for root in documents(made) if is_of(root, name)]
    assert roots
    for root in roots:
        assert schema.validate(root), schema.error_log


@pytest.mark.parametrize("name", PUBLISHED)
def test_ours_refuses_what_the_published_schema_refuses(name):
    schema = published(*PUBLISHED[name][1])
    roots = [shortened(root) for made in QUIZZES for root in documents(made) if is_of(root, name)]
    shapes = {tuple(each.tag for each in root.iter()): root for root in roots}
    refused = [
        (what, fault(spoilt))
        for root in shapes.values()
        for what, spoilt in spoilings(root)
        if not schema.validate(spoilt)
    ]
    assert len(refused) > 20, "it would hold of a schema that takes anything as well"
    assert [what for what, why in refused if not why] == []


def is_of(root: etree._Element, name: str) -> bool:
    """Whether a document is of a published schema; that of packages for QTI 2.1 knows no others."""
    if name == "IMS Content Packaging for QTI 2.1":
        return "QTIv2.1 Package" in root.itertext(f"{{{PACKAGE}}}schema")
    return namespace_of(root) == PUBLISHED[name][0]


def test_a_schema_is_read_without_what_it_imports(tmp_path, monkeypatch):
    path = tmp_path / "imscp_v1p1.xsd"
    path.write_text(
        """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:math" targetNamespace="urn:a"
                      elementFormDefault="qualified">
          <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://example.org/xml.xsd"/>
          <xs:import namespace="urn:math" schemaLocation="http://example.org/math.xsd"/>
          <xs:element name="a"><xs:complexType>
            <xs:sequence><xs:element ref="m:math" minOccurs="0"/></xs:sequence><xs:attribute ref="xml:lang"/>
          </xs:complexType></xs:element>
        </xs:schema>"""
    )
    schema = alone(path)
    assert schema.validate(etree.fromstring('<a xmlns="urn:a" xml:lang="en"><m:math xmlns:m="urn:math"/></a>'))
    assert not schema.validate(etree.fromstring('<a xmlns="urn:a" xml:lang="in English"/>'))
    assert not schema.validate(etree.fromstring('<a xmlns="urn:a"><b/></a>'))
    monkeypatch.setenv("ARGMAP_QTI_XSD", str(tmp_path))
    assert published("imscp_v2.xsd", "imscp_v1p1.xsd").validate(etree.fromstring('<a xmlns="urn:a"/>'))
    with pytest.raises(pytest.skip.Exception, match=r"There is no imscp_v2\.xsd or b\.xsd in .* ARGMAP_QTI_XSD\."):
        published("imscp_v2.xsd", "b.xsd")
