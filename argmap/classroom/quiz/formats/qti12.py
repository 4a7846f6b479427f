"""QTI 1.2 in a package as Canvas exports and imports it; other programs that know QTI 1.2 read it as well.

The structure is that of the specification, "IMS Question & Test Interoperability: ASI XML Binding 1.2.1", within the
subset and with the metadata that Canvas knows (``question_type`` and others).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from argmap.classroom.packing import packed
from argmap.classroom.quiz.formats.building import Building, add
from argmap.classroom.quiz.formats.layout import Pairs, html, losses_of_orders, pairs_of, stem_html
from argmap.classroom.quiz.question import Form

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from argmap.classroom.quiz.question import Question, Quiz
    from argmap.loss import Loss

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_RESPONSE = "response1"
_WHY = "general_fb"


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold."""
    # The id of the quiz depends on the map alone, so that a second import takes the place of the first.
    name = f"argmap_quiz_{hashlib.sha256(quiz.map.encode()).hexdigest()[:16]}"
    files = {
        "imsmanifest.xml": _manifest(name),
        f"{name}/{name}.xml": _assessment(quiz, name),
        f"{name}/assessment_meta.xml": _meta(quiz, name),
    }
    return packed(files), losses_of_orders(quiz)


def _manifest(name: str) -> bytes:
    made = Building(_PACKAGE, "http://www.imsglobal.org/xsd/imscp_v1p1.xsd", "manifest", identifier=f"{name}_manifest")
    metadata = add(made.root, "metadata")
    add(metadata, "schema", "IMS Content")
    add(metadata, "schemaversion", "1.1.3")
    add(made.root, "organizations")
    resources = add(made.root, "resources")
    quiz = add(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
    add(quiz, "file", href=f"{name}/{name}.xml")
    add(quiz, "dependency", identifierref=f"{name}_meta")
    meta = add(
        resources,
        "resource",
        identifier=f"{name}_meta",
        type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
        href=f"{name}/assessment_meta.xml",
    )
    add(meta, "file", href=f"{name}/assessment_meta.xml")
    return made.bytes()


def _meta(quiz: Quiz, name: str) -> bytes:
    made = Building(_CANVAS, "https://canvas.instructure.com/xsd/cccv1p0.xsd", "quiz", identifier=name)
    for key, value in (
        ("title", quiz.title),
        ("description", ""),
        ("shuffle_answers", "true"),
        ("scoring_policy", "keep_highest"),
        ("quiz_type", "assignment"),
        ("points_possible", f"{len(quiz.questions)}.0"),
        ("show_correct_answers", "true"),
        ("allowed_attempts", "1"),
        ("one_question_at_a_time", "false"),
        ("available", "false"),
    ):
        add(made.root, key, value)
    return made.bytes()


def _assessment(quiz: Quiz, name: str) -> bytes:
    made = Building(_QTI, "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd", "questestinterop")
    assessment = add(made.root, "assessment", ident=name, title=quiz.title)
    _facts(assessment, cc_maxattempts="1")
    section = add(assessment, "section", ident="root_section")
    for question in quiz.questions:
        _item(section, question, quiz.language)
    return made.bytes()


def _facts(parent: Element, **facts: str) -> None:
    table = add(parent, "qtimetadata")
    for label, entry in facts.items():
        field = add(table, "qtimetadatafield")
        add(field, "fieldlabel", label)
        add(field, "fieldentry", entry)


def _item(section: Element, question: Question, language: str) -> None:
    is_choice = question.form is Form.CHOICE
    item = add(section, "item", ident=question.id, title=question.name)
    names = [_option(question, place) for place in range(len(question.options))]
    _facts(
        add(item, "itemmetadata"),
        question_type="multiple_choice_question" if is_choice else "matching_question",
        points_possible="1",
        original_answer_ids=",".join(names),
        assessment_question_identifierref=f"{question.id}_ref",
    )
    presentation = add(item, "presentation")
    _material(presentation, stem_html(question, language))
    if is_choice:
        _choices(presentation, question, _RESPONSE, [html(option.text) for option in question.options], "text/html")
        _score_choice(item, question)
    else:
        pairs = pairs_of(question, language)
        for number, text in enumerate(pairs.items):
            _choices(presentation, question, f"response_{number}", pairs.options, "text/plain", text)
        _score_pairs(item, question, pairs)
    if question.explanation:
        feedback = add(add(item, "itemfeedback", ident=_WHY), "flow_mat")
        _material(feedback, f"<p>{html(question.explanation)}</p>")


def _choices(
    presentation: Element,
    question: Question,
    response: str,
    options: list[str] | tuple[str, ...],
    kind: str,
    asked: str = "",
) -> None:
    given = add(presentation, "response_lid", ident=response, rcardinality="Single")
    if asked:
        _material(given, asked, "text/plain")
    choices = add(given, "render_choice")
    for place, text in enumerate(options):
        _material(add(choices, "response_label", ident=_option(question, place)), text, kind)


def _score_choice(item: Element, question: Question) -> None:
    processing = _processing(item, question)
    condition = add(processing, "respcondition", **{"continue": "No"})
    right = _option(question, question.right[0])
    add(add(condition, "conditionvar"), "varequal", right, respident=_RESPONSE)
    add(condition, "setvar", "100", action="Set", varname="SCORE")


def _score_pairs(item: Element, question: Question, pairs: Pairs) -> None:
    processing = _processing(item, question)
    for number, place in enumerate(pairs.right):
        condition = add(processing, "respcondition", **{"continue": "Yes"})
        add(add(condition, "conditionvar"), "varequal", _option(question, place), respident=f"response_{number}")
        add(condition, "setvar", f"{100 / len(pairs.right):.2f}", action="Add", varname="SCORE")


def _processing(item: Element, question: Question) -> Element:
    processing = add(item, "resprocessing")
    score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    add(add(processing, "outcomes"), "decvar", **score)
    if question.explanation:
        condition = add(processing, "respcondition", **{"continue": "Yes"})
        add(add(condition, "conditionvar"), "other")
        add(condition, "displayfeedback", feedbacktype="Response", linkrefid=_WHY)
    return processing


def _material(parent: Element, text: str, kind: str = "text/html") -> None:
    add(add(parent, "material"), "mattext", text, texttype=kind)


def _option(question: Question, place: int) -> str:
    return f"{question.id}_{place + 1}"
