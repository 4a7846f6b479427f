"""Spoilt files of every format: whatever is in them, there is a map, something to say, or an error of argmap's own."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.formats import read_result
from argmap.formats.table import format_named
from argmap.formats.writing import to_files
from argmap.model import ArgumentMap
from tests.formats.sampling import OWN, Sample, samples
from tests.formats.test_matrix import read_files

SAMPLES = samples()
AS_JSON = [each for each in SAMPLES if each.files[""].lstrip().startswith((b"{", b"["))]
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
DEEP = 20_000

ODD_WORDS = [
    "", "0", "-1", "1e999", "-0.0", "9" * 5_000, "1" * 25, "NaN", "null", "true", '"', "'", "\\", "<", ">", "</", "&", "&#0;",
    "&amp;", "&x;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "\0", "\ufeff", "\ud7ff", "\u2028", "\t",
    "\n", "\r\n", "\r", "    ", "{", "}", "[", "]", ":", ",", "#", "|", "- ", "* ", "1. ", "p af 3", "#\n", "arg(", ").", "T1\t",
    "R1\t", "A1\t", "Arg1:T1", "Pro: ", "-> See 1.1.", "1.1.1.1.1.1. Con: x", "!!python/object:os.system", "&a [*a]", "%", "=1+1",
]  # fmt: skip
NESTS = ["[", "{", '{"a":', "<a>", "- ", "1.", "(", "[[", "  ", "\t", "> ", "{a: [", '"children":[{']
ODD_VALUES: list[Any] = [
    None, True, False, 0, -1, 1, 2.5, 1e308, 10**30, -(10**25), "", " ", "x", "0", "1", "\0", "\u2028", "a\nb", "id", "I", "RA", "CA",
    "null", [], {}, [[]], [{}], [None], {"": None}, {"a": 1}, [1, "a", None, {}], {"id": {}}, {"text": ["a"]}, "𝔘", "<b>", "[A]",
]  # fmt: skip


def check(sample: Sample, data: bytes, *, is_named: bool) -> None:
    """What holds for every file."""
    into = format_named(sample.format)
    name = f"debate{into.suffixes[0]}" if is_named else "debate"
    try:
        found = read_files({**sample.files, "": data}, name, into if is_named else None)
    except ArgmapError as error:
        assert str(error)  # noqa: PT017
        return
    m = found.map
    size = 1 if m.source is None else max(1, len(m.source.text))
    for item in found.diagnostics:
        assert 0 <= item.span.start <= item.span.end <= size, item
        assert item.message.endswith((".", "?")), item
    assert all(str(loss).strip() and loss.why.endswith(".") for loss in found.losses)
    for relation in m.relations:
        assert relation.source in m
        assert relation.target in m
    for argument in m.arguments:
        assert all(end in m.claims for step in argument.steps for end in (*step.premises, step.conclusion))
    assert ArgumentMap.from_json(m.to_json()) == m
    if is_named and into.writes:
        try:
            to_files(m, into)
        except ArgmapError as error:
            assert str(error)  # noqa: PT017


def spans(draw: st.DrawFn, size: int) -> tuple[int, int]:
    start = draw(st.integers(0, size))
    return start, min(size, start + draw(st.sampled_from([0, 1, 2, 5, 20, 100, size])))


@st.composite
def spoilt_bytes(draw: st.DrawFn) -> tuple[Sample, bytes]:
    """A sample with bytes flipped, cut, repeated or put in."""
    sample = draw(st.sampled_from(SAMPLES))
    data = sample.files[""]
    for _ in range(draw(st.integers(1, 3))):
        start, end = spans(draw, len(data))
        how = draw(st.sampled_from(["flip", "cut", "repeat", "put", "end", "begin"]))
        if how == "flip" and start < len(data):
            data = data[:start] + bytes([data[start] ^ draw(st.integers(1, 255))]) + data[start + 1 :]
        elif how == "cut":
            data = data[:start] + data[end:]
        elif how == "repeat":
            data = data[:end] + data[start:end] * draw(st.sampled_from([1, 2, 50])) + data[end:]
        elif how == "put":
            data = data[:start] + draw(st.binary(max_size=8)) + data[start:]
        else:
            data = data[:start] if how == "end" else data[start:]
        data = data[:1_000_000]
    return sample, data


@st.composite
def spoilt_words(draw: st.DrawFn) -> tuple[Sample, bytes]:
    """A sample with tokens swapped, doubled, left out or replaced, numbers huge, and nests deep."""
    sample = draw(st.sampled_from(SAMPLES))
    tokens = _TOKEN.findall(sample.files[""].decode("utf-8", "replace"))
    for _ in range(draw(st.integers(1, 4))):
        if not tokens:
            break
        one, two = draw(st.integers(0, len(tokens) - 1)), draw(st.integers(0, len(tokens) - 1))
        how = draw(st.sampled_from(["swap", "double", "drop", "odd", "number", "copy", "line", "nest"]))
        if how == "swap":
            tokens[one], tokens[two] = tokens[two], tokens[one]
        elif how == "double":
            tokens.insert(one, tokens[one])
        elif how == "drop":
            del tokens[one]
        elif how == "odd":
            tokens[one] = draw(st.sampled_from(ODD_WORDS))
        elif how == "number":
            numbers = [place for place, token in enumerate(tokens) if token.isdigit()]
            if numbers:
                tokens[numbers[one % len(numbers)]] = draw(
                    st.sampled_from(["0", "9" * 30, "9" * 5_000, "-5", "1e9", "٣"])
                )
        elif how == "copy":
            tokens[one] = tokens[two]
        elif how == "line":
            ends = [place for place, token in enumerate(tokens) if "\n" in token]
            if len(ends) > 1:
                first, last = sorted((ends[one % len(ends)], ends[two % len(ends)]))
                tokens[first:first] = tokens[first:last]
        else:
            tokens.insert(one, draw(st.sampled_from(NESTS)) * draw(st.sampled_from([3, 70, DEEP])))
    return sample, "".join(tokens).encode()


def paths_of(value: Any) -> list[tuple[Any, Any]]:
    """Return each place in a JSON value: what holds it, and its key or number."""
    found: list[tuple[Any, Any]] = []
    stack = [value]
    while stack:
        each = stack.pop()
        items = each.items() if isinstance(each, dict) else enumerate(each) if isinstance(each, list) else ()
        for key, inner in items:
            found.append((each, key))
            if isinstance(inner, dict | list):
                stack.append(inner)
    return found


@st.composite
def spoilt_json(draw: st.DrawFn) -> tuple[Sample, bytes]:
    """A JSON sample with values of other types, keys left out, values from elsewhere, and nests."""
    sample = draw(st.sampled_from(AS_JSON))
    value = json.loads(sample.files[""])
    for _ in range(draw(st.integers(1, 4))):
        places = paths_of(value)
        if not places:
            break
        inside, key = places[draw(st.integers(0, len(places) - 1))]
        other, at = places[draw(st.integers(0, len(places) - 1))]
        how = draw(st.sampled_from(["odd", "odd", "drop", "move", "wrap", "rename", "nest", "double"]))
        if how == "odd":
            inside[key] = copy.deepcopy(draw(st.sampled_from(ODD_VALUES)))
        elif how == "drop":
            del inside[key]
        elif how == "move":
            inside[key] = json.loads(json.dumps(other[at]))
        elif how == "wrap":
            inside[key] = draw(st.sampled_from([[inside[key]], {"id": inside[key]}, {"a": [inside[key]]}]))
        elif how == "rename" and isinstance(inside, dict):
            inside[draw(st.sampled_from(["", "x", "id", "text", "argmap", "\0"]))] = inside.pop(key)
        elif how == "nest":
            nest: Any = inside[key]
            for _ in range(draw(st.sampled_from([5, 70, 250]))):
                nest = [nest] if draw(st.booleans()) else {"a": nest}
                if isinstance(nest, list) and len(json.dumps(nest)) > 100_000:
                    break
            inside[key] = nest
        elif how == "double" and isinstance(inside, list):
            inside.append(json.loads(json.dumps(inside[key])))
        if len(json.dumps(value)) > 1_000_000:
            break
    return sample, json.dumps(value, ensure_ascii=draw(st.booleans())).encode("utf-8", "replace")


loose = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@loose
@given(spoilt_bytes(), st.booleans())
def test_spoilt_bytes(spoilt, is_named):
    check(*spoilt, is_named=is_named)


@loose
@given(spoilt_words(), st.booleans())
def test_spoilt_words(spoilt, is_named):
    check(*spoilt, is_named=is_named)


@loose
@given(spoilt_json(), st.booleans())
def test_spoilt_json(spoilt, is_named):
    check(*spoilt, is_named=is_named)


WHOLE = {
    "nothing": b"",
    "blanks": b" \n\t\n",
    "null": b"null",
    "a number": b"1",
    "a list": b"[]",
    "an object": b"{}",
    "lists in lists": b"[" * DEEP,
    "closed lists": b"[" * DEEP + b"]" * DEEP,
    "objects in objects": b'{"nodes":' * DEEP,
    "open elements": b"<a>" * DEEP,
    "elements in elements": b"<a>" * DEEP + b"</a>" * DEEP,
    "a bomb of entities": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'aaaa'>"
    + b"".join(b"<!ENTITY a%d '&a%s;&a%s;'>" % (n, str(n - 1).encode() if n else b"", b"") for n in range(30))
    + b"]><a>&a29;</a>",
    "a bomb of anchors": b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(50)),
    "a file from outside": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><a>&a;</a>",
    "one long line": b"a" * 300_000,
    "many lines": b"1.1. Pro: a\n" * 5_000,
    "many tabs": b"\t" * 50_000,
    "many quotes": b'"' * 50_000,
    "many commas": b"," * 50_000,
}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("format", [each.name for each in OWN])
def test_files_of_something_else(format, name):  # noqa: A002
    check(Sample(format, "", {}), WHOLE[name], is_named=True)


@pytest.mark.parametrize("name", WHOLE)
def test_files_of_nobody_knows_what(name):
    try:
        result = read_result(WHOLE[name] + b"\n")
    except ArgmapError as error:
        assert str(error)  # noqa: PT017
    else:
        assert "root:" not in result.map.to_json()
