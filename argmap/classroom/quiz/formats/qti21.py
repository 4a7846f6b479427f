"""QTI 2.1 in a package: an item for each question, a test that puts them in order, and a manifest.

The structure is that of the specification, "IMS Question and Test Interoperability: Assessment Test, Section, and Item
Information Model 2.1": choices, associations of two sets (``matchInteraction``) and orders are questions of their own.
Answers are scored by the standard template ``match_correct``, which every program knows; it has no place for feedback,
so that explanations stand in a block for those who score.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from argmap.classroom.packing import packed
from argmap.classroom.quiz.formats.building import Building, add
from argmap.classroom.quiz.formats.layout import labelled, pairs_of
from argmap.classroom.quiz.question import Form
from argmap.loss import Loss
from argmap.wording import counted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from argmap.classroom.quiz.question import Question, Quiz

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_QTI_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_PACKAGE_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
_MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
_TEST = "assessment.xml"
_SORTS = {
    Form.CHOICE: ("single", "identifier"),
    Form.ORDERING: ("ordered", "identifier"),
    Form.MATCHING: ("multiple", "directedPair"),
}


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold."""
    name = f"argmap_quiz_{hashlib.sha256(quiz.map.encode()).hexdigest()[:16]}"
    files = {"imsmanifest.xml": _manifest(quiz, name), _TEST: _test(quiz, name)}
    files |= {_path(question): _item(question, quiz.language) for question in quiz.questions}
    explained = sum(bool(question.explanation) for question in quiz.questions)
    losses = []
    if explained:
        what = "the explanation" if explained == 1 else f"the explanations of {counted(explained, 'question')}"
        why = "The standard way to score, which every program knows, shows no feedback to pupils."
        losses.append(Loss(what, quiz.title, why, "notes for the teacher"))
    return packed(files), losses


def _path(question: Question) -> str:
    return f"items/{question.id}.xml"


def _manifest(quiz: Quiz, name: str) -> bytes:
    made = Building(_PACKAGE, _PACKAGE_SCHEMA, "manifest", identifier=f"{name}_manifest")
    metadata = add(made.root, "metadata")
    add(metadata, "schema", "QTIv2.1 Package")
    add(metadata, "schemaversion", "1.0.0")
    add(made.root, "organizations")
    resources = add(made.root, "resources")
    test = add(resources, "resource", identifier=f"{name}_test", type="imsqti_test_xmlv2p1", href=_TEST)
    add(test, "file", href=_TEST)
    for question in quiz.questions:
        add(test, "dependency", identifierref=f"{question.id}_item")
    for question in quiz.questions:
        path = _path(question)
        item = add(resources, "resource", identifier=f"{question.id}_item", type="imsqti_item_xmlv2p1", href=path)
        add(item, "file", href=path)
    return made.bytes()


def _test(quiz: Quiz, name: str) -> bytes:
    made = Building(_QTI, _QTI_SCHEMA, "assessmentTest", identifier=name, title=quiz.title)
    part = add(made.root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="simultaneous")
    section = add(part, "assessmentSection", identifier="section", title=quiz.title, visible="true")
    for question in quiz.questions:
        add(section, "assessmentItemRef", identifier=question.id, href=_path(question))
    return made.bytes()


def _item(question: Question, language: str) -> bytes:
    made = Building(
        _QTI,
        _QTI_SCHEMA,
        "assessmentItem",
        identifier=question.id,
        title=question.name,
        adaptive="false",
        timeDependent="false",
        **{"xml:lang": language},
    )
    cardinality, sort = _SORTS[question.form]
    response = add(made.root, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=sort)
    correct = add(response, "correctResponse")
    for number, place in enumerate(question.right):
        value = f"item{number + 1} option{place + 1}" if question.form is Form.MATCHING else f"option{place + 1}"
        add(correct, "value", value)
    outcome = add(made.root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    add(add(outcome, "defaultValue"), "value", "0")
    body = add(made.root, "itemBody")
    if question.explanation:
        note = add(body, "rubricBlock", view="scorer tutor")
        add(note, "p", question.explanation)
    for label, text in labelled(question, language):
        line = add(body, "p")
        add(line, "strong", f"{label}:").tail = f" {text}"
    if question.form is Form.MATCHING:
        _match(body, question, language)
    else:
        _choose(body, question)
    add(made.root, "responseProcessing", template=_MATCH_CORRECT)
    return made.bytes()


def _choose(body: Element, question: Question) -> None:
    if question.form is Form.CHOICE:
        made = add(body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="true", maxChoices="1")
    else:
        made = add(body, "orderInteraction", responseIdentifier="RESPONSE", shuffle="true")
    add(made, "prompt", question.text)
    for number, option in enumerate(question.options, 1):
        add(made, "simpleChoice", option.text, identifier=f"option{number}")


def _match(body: Element, question: Question, language: str) -> None:
    pairs = pairs_of(question, language)
    most = str(len(pairs.items))
    made = add(body, "matchInteraction", responseIdentifier="RESPONSE", shuffle="true", maxAssociations=most)
    add(made, "prompt", question.text)
    for sort, texts in (("item", pairs.items), ("option", pairs.options)):
        choices = add(made, "simpleMatchSet")
        for number, text in enumerate(texts, 1):
            add(choices, "simpleAssociableChoice", text, identifier=f"{sort}{number}", matchMax="1")
