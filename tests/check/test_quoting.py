"""A quotation held against a text: where it stands, and what differs."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check.quotations.quoting import Text, Verdict, match, tokens

LETTERS = "abcdefghijklmnop"
word = st.text(LETTERS, min_size=3, max_size=8)
texts = st.lists(word, min_size=30, max_size=80, unique=True)
prose = st.text("aBcé öß019 ,;:.!?-–—'’“”\n%", max_size=300).filter(lambda text: ".." not in text and ". ." not in text)
TEXT = Text(
    "Few people doubt that phones distract. Some teachers, however, use them very well in class. "
    "A ban is cheap – and it is not easy to enforce."
)


@given(prose, st.data())
def test_a_cut_stands_there_word_for_word(text: str, data: st.DataObject) -> None:
    found = list(tokens(text))
    if not found:
        assert match("“…”", Text(text)) is None
        return
    first = data.draw(st.integers(0, len(found) - 1))
    last = data.draw(st.integers(first, len(found) - 1))
    quote = text[found[first].start : found[last].end]
    if [token.word for token in tokens(quote)] != [token.word for token in found[first : last + 1]]:
        return  # a sign such as the hyphen of "-5" is read by what stands before it
    got = match(quote, Text(text))
    assert got is not None
    assert (got.verdict, got.is_in_order, got.differences) == (Verdict.EXACT, True, ())
    assert match(text[got.start : got.end], Text(text)).verdict is Verdict.EXACT


@given(texts, st.data())
def test_changed_words_are_named(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 12))
    cut = words[start : start + 12]
    places = sorted(data.draw(st.sets(st.integers(0, 11), min_size=1, max_size=3)))
    changed = [f"zz{place}" if place in places else each for place, each in enumerate(cut)]
    got = match(" ".join(changed), Text(" ".join(words)))
    assert got is not None
    assert got.verdict is Verdict.NEAR
    assert " ".join(each.quoted for each in got.differences).split() == [changed[place] for place in places]
    assert " ".join(each.found for each in got.differences).split() == [cut[place] for place in places]
    quote = " ".join(changed)
    assert all(quote[each.start : each.end] == each.quoted for each in got.differences)


@given(texts, st.data())
def test_words_left_out_are_named(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(5, len(words) - 6))
    end = data.draw(st.integers(start + 1, len(words) - 5))
    text = Text(" ".join(words))
    got = match(" ".join(words[:start] + words[end:]), text)
    assert got is not None
    assert (got.verdict, got.only_cuts) == (Verdict.NEAR, True)
    assert [each.found for each in got.differences] == [" ".join(words[start:end])]
    marked = match(" ".join([*words[:start], "…", *words[end:]]), text)
    assert marked is not None
    assert marked.verdict is Verdict.EXACT
    assert [text.text[a:b] for a, b in marked.cuts] == [" ".join(words[start:end])]


@given(texts, st.integers(1, 10), st.integers(1, 3))
def test_words_put_in_are_named(words: list[str], at: int, count: int) -> None:
    added = [f"zz{number}" for number in range(count)]
    quote = " ".join([*words[:at], *added, *words[at:12]])
    got = match(quote, Text(" ".join(words)))
    assert got is not None
    assert got.verdict is Verdict.NEAR
    assert [(each.quoted, each.found) for each in got.differences] == [(" ".join(added), "")]
    marked = match(" ".join([*words[:at], f"[{' '.join(added)}]", *words[at:12]]), Text(" ".join(words)))
    assert marked is not None
    assert marked.verdict is Verdict.EXACT


@given(texts, st.lists(st.text("qrstuvwxyz", min_size=3), min_size=1, max_size=30))
def test_other_words_are_absent(words: list[str], others: list[str]) -> None:
    got = match(" ".join(others), Text(" ".join(words)))
    assert got is not None
    assert (got.verdict, got.start) == (Verdict.ABSENT, -1)


@given(texts, st.booleans())
def test_parts_out_of_order(words: list[str], has_dots: bool) -> None:
    quote = " ".join([*words[15:25], *(["..."] if has_dots else []), *words[:10]])
    got = match(quote, Text(" ".join(words)))
    assert got is not None
    assert (got.verdict, got.is_in_order) == (Verdict.EXACT, False)


@pytest.mark.parametrize(
    "quote",
    [
        "few people DOUBT that phones distract",
        "“Few people doubt that phones distract.”",
        "Few people ... phones distract",
        "Few people [...] phones distract",
        "Few people (…) [mobiles] distract",
        "[S]ome teachers, however",
        "a ban is cheap - and it is not easy",
        "a ban is cheap—and",
        "teach\u00aders however",
        "te\u200bachers however",
    ],
)
def test_what_is_not_compared(quote: str) -> None:
    got = match(quote, TEXT)
    assert got is not None
    assert (got.verdict, got.is_in_order) == (Verdict.EXACT, True)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("the ofﬁce of the ﬂag", "the office of the flag"),
        ("the develop-\n  ment of open-source models", "the development of open-source models"),
        ("a cafe\u0301 in town", "a café in town"),
        ("he said ‘no’ to «that»", 'he said "no" to "that"'),
        ("the end of [p. 12] a page", "the end of a page"),
        ("the end of\f12\f a page", "the end of … a page"),
        ("it rose by 1.5 % in 2020", "it rose by 1.5 % in 2020."),
        ("ΑΣ and ẞ", "ας and ß"),
    ],
)
def test_texts_as_they_are_stored(text: str, quote: str) -> None:
    got = match(quote, Text(text))
    assert got is not None
    assert got.verdict is Verdict.EXACT, got


@pytest.mark.parametrize(
    ("quote", "verdict", "differences"),
    [
        ("several people doubt that phones distract", Verdict.NEAR, [("several", "Few")]),
        ("teachers use them very well", Verdict.NEAR, [("", "however")]),
        ("people really doubt that phones distract", Verdict.NEAR, [("really", "")]),
        ("Few doubt that phones distract", Verdict.NEAR, [("", "people")]),
        ("however, use them well in class", Verdict.NEAR, [("", "very")]),
        ("it is not easy enforce", Verdict.NEAR, [("", "to")]),
        ("it is easy to enforce", Verdict.NEAR, [("", "not")]),
        ("it is very easy to enforce", Verdict.NEAR, [("very", "not")]),
        ("We ban and enforce.", Verdict.ABSENT, []),
        ("art", Verdict.ABSENT, []),
        ("", None, []),
        ("…", None, []),
        ("[…] – !", None, []),
    ],
)
def test_what_differs(quote: str, verdict: Verdict | None, differences: list[tuple[str, str]]) -> None:
    got = match(quote, TEXT)
    assert (None if got is None else got.verdict) == verdict
    assert [(each.quoted, each.found) for each in (got.differences if got else ())] == differences


def test_a_part_that_stands_is_shown() -> None:
    got = match("people doubt that phones distract and that every school of the land should ban them at once", TEXT)
    assert got is not None
    assert (got.verdict, got.standing) == (Verdict.PARTLY, "people doubt that phones distract")


def test_pages_apart_without_dots_are_a_cut() -> None:
    filler = " ".join(f"filler{number}" for number in range(2_000))
    got = match(
        "It began in the north of the town. It ended in the south.",
        Text(f"It began in the north of the town. {filler}. It ended in the south."),
    )
    assert got is not None
    assert (got.verdict, got.only_cuts, got.is_in_order) == (Verdict.NEAR, True, True)


@given(st.text(), st.text())
def test_any_text_and_any_quote(text: str, quote: str) -> None:
    got = match(quote, Text(text))
    assert got is None or -1 <= got.start <= got.end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["a " * 200_000, "a-" * 200_000, "[p. " * 100_000, "…" * 200_000, " " * 400_000, "'" * 400_000, "1." * 200_000],
)
def test_texts_made_to_be_slow(text: str) -> None:
    start = time.process_time()
    prepared = Text(text)
    match("a b a c a d a e", prepared)
    match("a a a a a b a a a", prepared)
    match(text[:2_000], prepared)
    assert time.process_time() - start < 5


def test_a_long_source_with_many_quotes_is_fast() -> None:
    rng = random.Random(1)
    vocabulary = ["".join(rng.choices(LETTERS, k=rng.randint(2, 9))) for _ in range(8_000)]
    words = rng.choices(vocabulary, weights=[1 / (rank + 1) for rank in range(8_000)], k=150_000)
    text = " ".join(words)
    starts = [rng.randrange(149_000) for _ in range(500)]
    begun = time.process_time()
    prepared = Text(text)
    assert all(match(" ".join(words[at : at + 20]), prepared).verdict is Verdict.EXACT for at in starts)
    assert time.process_time() - begun < 2  # about 0.3 s
    begun = time.process_time()
    for at in starts[:100]:
        near = [*words[at : at + 8], "zzz", *words[at + 9 : at + 20]]
        assert match(" ".join(near), prepared).verdict is Verdict.NEAR
    assert time.process_time() - begun < 2  # about 0.15 s
