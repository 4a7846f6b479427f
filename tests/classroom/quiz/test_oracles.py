"""Quizzes as other programs read them, and against what is published of the formats.

Programs that are no package of the test environment lie in the folder that the variable ARGMAP_ORACLE names: after
``npm install gift-pegjs@1.0.2`` there, and with the source of pyslet 0.7.20170805 unpacked there, which brings the DTD of
QTI 1.2.1. Without them these tests are skipped; with ARGMAP_REQUIRE_ORACLE=1 they fail. `test_schemas` holds the
packages of QTI against the published XSDs, which lie elsewhere.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import etree
from moodle_xml_parser.parser import parse_bytes

from argmap.classroom.quiz import Form, Quiz
from argmap.classroom.quiz.formats import gift, moodle
from argmap.classroom.quiz.formats import qti12 as write12
from argmap.classroom.quiz.formats import qti21 as write21
from tests.classroom.quiz.debates import QUIZZES
from tests.classroom.quiz.oracles import oracle
from tests.classroom.quiz.readers import expected, paragraphs, qti12, qti21, whole

PYSLET = "pyslet-0.7.20170805"


@pytest.mark.parametrize("quiz", QUIZZES)
def test_gift_is_what_gift_pegjs_reads(quiz):
    oracle("node_modules/gift-pegjs")
    if shutil.which("node") is None:
        pytest.skip("Node is not on the PATH.")
    program = Path(__file__).parents[2] / "oracle" / "gift.mjs"
    done = subprocess.run(["node", program], input=gift.write(quiz)[0], capture_output=True, timeout=60, check=True)
    first, *questions = json.loads(done.stdout)
    assert first["type"] == "Category"
    for read, question, seen in zip(questions, quiz.questions, expected(quiz), strict=True):
        assert read["id"] == question.id
        assert read["title"] == question.name
        assert read["tags"] == [question.kind, f"difficulty-{question.difficulty}"]
        assert paragraphs(read["stem"]["text"]) == seen.stem
        assert whole(read["globalFeedback"]["text"]) == seen.why
        if question.form is Form.CHOICE:
            assert read["type"] == "MC"
            answers = [(whole(each["text"]["text"]), each["isCorrect"]) for each in read["choices"]]
        else:
            assert read["type"] == "Matching"
            # gift-pegjs leaves its own marks for escaped signs in the right-hand sides.
            answers = [
                (whole(each["subquestion"]["text"]), _unmarked(each["subanswer"])) for each in read["matchPairs"]
            ]
        assert tuple(answers) == seen.answers


def _unmarked(text: str) -> str:
    return re.sub(r"&&(\d{3});", lambda found: chr(int(found[1])), text)


@pytest.mark.parametrize("quiz", QUIZZES)
def test_moodle_xml_is_what_moodle_xml_parser_reads(quiz, capsys):
    found = parse_bytes(moodle.write(quiz)[0])["multichoice"]
    choices = [(q, seen) for q, seen in zip(quiz.questions, expected(quiz), strict=True) if q.form is Form.CHOICE]
    assert capsys.readouterr().out == "", "it prints what it cannot parse"
    for read, (question, seen) in zip(found, choices, strict=True):
        assert read.single
        assert read.shuffle_answers
        assert read.name == html.unescape(question.name)
        # It takes away one layer of HTML.
        wanted = [(f"<p>{text}</p>", 100 * is_right) for text, is_right in seen.answers]
        assert [(each.answer, each.score_fraction) for each in read.options] == wanted


@pytest.mark.parametrize("quiz", QUIZZES)
def test_qti_12_is_of_the_published_dtd(quiz):
    data = write12.write(quiz)[0]
    with oracle(f"{PYSLET}/unittests/data_imsqtiv1p2p1/ims_qtiasiv1p2p1.dtd").open("rb") as file:
        dtd = etree.DTD(file)
    # A DTD knows no namespaces.
    bare = re.sub(rb' xmlns(:\w+)?="[^"]*"| xsi:schemaLocation="[^"]*"', b"", qti12.assessment(data), count=3)
    root = etree.fromstring(bare)
    assert dtd.validate(root), dtd.error_log
    root[0].append(etree.Element("item", ident="stray"))
    assert not dtd.validate(root), "the DTD refuses something"


def test_qti_12_is_built_as_text2qti_builds_it_for_canvas():
    quiz = next(each for each in QUIZZES if each.map.startswith("Should our school"))
    theirs = _text2qti(quiz)
    ours = qti12.plain(write12.write(quiz)[0])
    for item in next(iter(ours.iter("section"))).findall("item"):
        if any(field.text == "matching_question" for field in item.iter("fieldentry")):
            ours.find("assessment/section").remove(item)
    assert _paths(ours) == _paths(theirs)
    assert _facts(ours) == _facts(theirs)


def _paths(root: ET.Element, above: str = "") -> set[str]:
    """The ways from the root to every element, with the names of attributes."""
    here = f"{above}/{root.tag}[{','.join(sorted(name for name in root.attrib if '}' not in name))}]"
    return {here}.union(*(_paths(child, here) for child in root))


def _facts(root: ET.Element) -> list[tuple[list[str | None], list[str], list[str]]]:
    """Of each question: the names of its metadata, the texts of its options, and the text of the right one."""
    found = []
    for item in root.iter("item"):
        texts = {label.get("ident"): whole(label.findtext("material/mattext")) for label in item.iter("response_label")}
        scored = [
            c.findtext("conditionvar/varequal") for c in item.iter("respcondition") if c.find("setvar") is not None
        ]
        labels = [field.text for field in item.iter("fieldlabel")]
        found.append((labels, [text.strip() for text in texts.values()], [texts[name].strip() for name in scored]))
    return found


def _text2qti(quiz: Quiz) -> ET.Element:
    from text2qti.config import Config
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz as Theirs

    lines = [f"Quiz title: {quiz.title}", ""]
    choices = [question for question in quiz.questions if question.form is Form.CHOICE]
    for number, question in enumerate(choices, 1):
        lines += [f"Title: {question.name}", f"{number}. {question.text} {question.id}"]
        lines.append(f"... {question.explanation}")
        for letter, (place, option) in zip("abcdefg", enumerate(question.options), strict=False):
            lines.append(f"{'*' if place in question.right else ''}{letter}) {option.text}")
        lines.append("")
    made = QTI(Theirs("\n".join(lines), config=Config(), source_name="quiz"))
    root = ET.fromstring(made.assessment)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


@pytest.mark.parametrize("quiz", QUIZZES)
def test_qti_21_is_what_pyslet_reads(quiz):
    folder = oracle(PYSLET)
    documents = [data.decode() for data in qti21.documents(write21.write(quiz)[0]).values()]
    program = Path(__file__).parents[2] / "oracle" / "qti21.py"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", program],
        input=json.dumps(documents),
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    test, *items = json.loads(done.stdout)
    assert test["class"] == "AssessmentTest"
    assert test["title"] == quiz.title
    for item, question in zip(items, quiz.questions, strict=True):
        assert (item["identifier"], item["title"], item["score"]) == (question.id, question.name, 0)
        names = [f"option{place + 1}" for place in question.right]
        pairs = sorted([f"item{number}", name] for number, name in enumerate(names, 1))
        wanted = {Form.CHOICE: names[0], Form.ORDERING: names, Form.MATCHING: pairs}[question.form]
        assert item["correct"] == wanted
