"""The oracle itself: what it says about a few texts, checked by hand, and that no document spoils another."""

from __future__ import annotations

import pytest

from tests.oracle.differences import differences, same
from tests.oracle.official import Official
from tests.oracle.reading import official_reading

pytestmark = pytest.mark.usefixtures("official")

READ = {
    # text: claims as (key, member texts), arguments as (key, number of steps), relations
    "[A]: t\n  +<B>": ([("[A]", ["t"])], [("<B>", 0)], [["support", "<B>", "[A]", None]]),
    "A\n - B\n - C": (
        [("claim 1:1", ["A"]), ("claim 2:4", ["B"]), ("claim 3:4", ["C"])],
        [],
        [["attack", "claim 2:4", "claim 1:1", None], ["attack", "claim 3:4", "claim 1:1", None]],
    ),
    "III.A. The Types": ([("claim 1:1", ["III∀ The Types"])], [], []),
    "[A]: x\n\n[A]: y": ([("[A]", ["x", "y"])], [], []),
    "<A>\n\n(1) a\n----\n  <_ <U>\n(2) b": (
        [("claim 3:5", ["a"]), ("claim 6:5", ["b"])],
        [("<A>", 1), ("<U>", 0)],
        [["undercut", "<U>", "<A>", 0]],
    ),
    "(1) a\n----\n(2) b": ([("claim 1:5", ["a"]), ("claim 3:5", ["b"])], [("argument 1", 1)], []),
    "<A>\n\n(1) [P]\n----\n(2) [C]\n\n<A>\n  - <B>\n  +> [D]": (
        [("[P]", [None]), ("[C]", [None]), ("[D]", [None])],
        [("<A>", 1), ("<B>", 0)],
        [["attack", "<B>", "<A>", None], ["support", "[C]", "[D]", None]],
    ),
    "===\nmodel: {mode: strict}\n===\n\n[A]\n  + [B]\n  - [C]\n  >< [D]": (
        [("[A]", [None]), ("[B]", [None]), ("[C]", [None]), ("[D]", [None])],
        [],
        [["contradictory", "[A]", "[D]", None], ["contrary", "[A]", "[C]", None], ["entails", "[B]", "[A]", None]],
    ),
    # mended: see DIFFERENCES
    "[constructor]: x": ([("[constructor]", ["x"])], [], []),
    "<A>\n\n(1) p\n----\n(2) c\n\n[X]\n  <_ <U>": (
        [("claim 3:5", ["p"]), ("claim 5:5", ["c"]), ("[X]", [None])],
        [("<A>", 1), ("<U>", 0)],
        [["undercut", "<U>", "[X]", None]],
    ),
    "[A]\n  + [B]\n  + [A]": (
        [("[A]", [None, None]), ("[B]", [None])],
        [],
        [["support", "[A]", "[A]", None], ["support", "[B]", "[A]", None]],
    ),
}

INVALID = {
    "- a": (1, 1),
    "A\n- B": (2, 1),
    "[A]: 😀 see [B] here": (1, 12),  # columns are code points
    "<A>\n(1) a\n----\n(2) c": (2, 1),
    "===\ntitle: x\n===\n[A]: y": (4, 1),
    "[A]\n    + <B>\n  + <C>": (3, 1),
    "a *b c": (1, 6),
}

EXCEPTIONS = {
    "": "missing-input",
    "/* a */": "endLine",
    "<A>\n\n(1) a\n----\n(2) b\n\n<A>\n\n(1) a\n----\n(2) b": "multiple-pcs",
    "[A]: x {a: [}": "YAMLException",
}


@pytest.mark.parametrize("text", READ)
def test_valid_texts_are_read(official: Official, text: str):
    answer = official.read(text)
    assert answer.valid, (answer.errors, answer.exception)
    assert answer.reading is not None
    reading = official_reading(answer.reading, text)
    claims, arguments, relations = READ[text]
    assert [(one["key"], [member["text"] for member in one["members"]]) for one in reading["claims"]] == claims
    assert [(one["key"], len(one["steps"])) for one in reading["arguments"]] == arguments
    assert reading["relations"] == relations


@pytest.mark.parametrize("text", INVALID)
def test_errors_have_places(official: Official, text: str):
    answer = official.read(text)
    assert not answer.valid
    assert answer.errors[0][:2] == INVALID[text]
    assert answer.reading is None


@pytest.mark.parametrize("text", EXCEPTIONS)
def test_exceptions_are_told(official: Official, text: str):
    answer = official.read(text)
    assert not answer.valid
    assert answer.exception is not None
    assert EXCEPTIONS[text] in answer.exception


def test_ranges_and_columns_are_code_points(official: Official):
    text = "😀 **b😀** [l😀](u) #t @[Ä] c {a: 1}\n  + 😀 [x](y)"
    reading = official.read(text).reading
    assert reading is not None
    first, second = official_reading(reading, text)["claims"]
    assert (first["key"], second["key"]) == ("claim 1:1", "claim 2:5")
    assert first["text"] == "😀 b😀 l😀 #t @[Ä] c"
    assert [(first["text"][start:end], kind, target) for kind, start, end, target in first["ranges"]] == [
        ("b😀", "bold", None),
        ("l😀", "link", "u"),
        ("#t", "tag", "t"),
        ("@[Ä]", "statement-mention", "Ä"),
    ]
    assert second["ranges"] == [["link", 2, 3, "y"]]


def test_no_document_spoils_the_next(official: Official):
    plain = "[A]: x .zz. *i* #t"
    expected = official.read(plain).reading
    spoilers = [
        *EXCEPTIONS,
        *INVALID,
        "===\nmodel: {mode: strict, removeTagsFromText: true, shortcodes: {.zz.: {unicode: Z}}}\n===\n\nx .zz. #t",
        "===\nprocess: [none]\nthrowExceptions: false\ninput: y\nmodel: strict\n===\n\na .v. b",
        "===\n__proto__: {x: 1}\nconstructor: {prototype: {y: 1}}\n===\n\nz",
        "\n".join("x" if not depth else " " * depth + "- x" for depth in range(2000)),
        "[A]: **x .v. y",
        "\ud800",
    ]
    texts = [text for spoiler in spoilers for text in (spoiler, plain)]
    answers = official.read_all(texts)
    assert [answer.text for answer in answers] == texts
    assert all(answer.reading == expected for answer in answers[1::2])


def test_a_slow_document_is_given_up(official: Official):
    with Official(timeout=0.0) as hasty:
        assert hasty.read("[A]: x").exception == "oracle: no answer in time"
        hasty.timeout = official.timeout
        assert hasty.read("[A]: x").valid


def test_differences_are_sentences(official: Official):
    first, second = (
        official_reading(official.read(text).reading or {}, text)
        for text in ("[A]: x {a: 1}\n  + [B]", "[A]: y\n  - [B]\n\n# S #t")
    )
    assert differences(first, first) == []
    assert differences(first, second) == [
        "[A]: text is 'x', officially 'y'.",
        "[A]: data is {'a': 1}, officially {}.",
        "Member 1 of [A]: text is 'x', officially 'y'.",
        "Member 1 of [A]: data is {'a': 1}, officially {}.",
        "Only argmap has the relation [B] support [A].",
        "Only the official reader has the relation [B] attack [A].",
        "There are 0 sections, officially 1.",
        "The tags are [], officially ['t'].",
    ]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("2020-01-31", {"$date": "2020-01-31T00:00:00.000Z"}),
        ("2020-01-31T10:00:00+02:00", {"$date": "2020-01-31T08:00:00.000Z"}),
        (".inf", {"$number": "Infinity"}),
        ("-.INF", {"$number": "-Infinity"}),
        (".NaN", {"$number": "NaN"}),
        (10**20, 1e20),
        ({"a": [1, None, True]}, {"a": [1, None, True]}),
    ],
)
def test_same_values(ours: object, theirs: object):
    assert same(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("2020-01-30", {"$date": "2020-01-31T00:00:00.000Z"}),
        (".inf", {"$number": "-Infinity"}),
        ("x", {"$number": "NaN"}),
        (1, True),
        ("1", 1),
        (None, {}),
        ([1], [1, 2]),
        ({"a": 1, "b": 2}, {"a": 1}),
    ],
)
def test_other_values(ours: object, theirs: object):
    assert not same(ours, theirs)
