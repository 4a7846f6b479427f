"""Examples from textbooks and from the papers that defined the semantics."""

from __future__ import annotations

import pytest

from argmap.evaluate.dung import Framework

EXAMPLES: dict[str, tuple[str, str, dict[str, str]]] = {
    # name: (arguments, attacks, {codes: extensions})
    "reinstatement": ("abc", "ab bc", {"GR CO PR ST SST STG ID EAG CF2 STG2": "ac", "NA": "ac b", "AD": "- a ac"}),
    "even cycle": (
        "ab",
        "ab ba",
        {"GR ID EAG": "-", "CO AD": "- a b", "PR ST SST STG NA CF2 STG2": "a b"},
    ),
    "odd cycle": (
        "abc",
        "ab bc ca",
        {"GR CO PR SST ID EAG AD": "-", "ST": "", "NA STG CF2 STG2": "a b c"},
    ),
    "attack on itself": ("a", "aa", {"CF NA AD CO GR PR SST STG ID EAG CF2 STG2": "-", "ST": ""}),
    "floating acceptance": (
        "abcd",
        "ab ba ac bc cd",
        {"GR ID EAG": "-", "PR ST SST CF2 STG2 STG": "ad bd", "CO": "- ad bd", "NA": "ad bd c"},
    ),
    "Nixon, a pacifist as a Quaker and none as a Republican": (
        "qr",
        "qr rq",
        {"GR": "-", "PR": "q r", "CO": "- q r"},
    ),
    # Caminada 2006: a semi-stable extension where there is no stable one.
    "semi-stable, not stable": (
        "abcde",
        "ab ba bc cd de ec",
        {"PR": "a bd", "ST SST STG": "bd", "GR ID": "-", "EAG": "bd"},
    ),
    "semi-stable without stable": (
        "abcx",
        "ab ba bc ac xx",
        {"ST": "", "SST PR": "a b", "STG": "a b", "EAG GR": "-"},
    ),
    # Dung, Mancarella and Toni 2007: more than grounded, less than what preferred sets share.
    "ideal above grounded": ("ab", "aa ab ba", {"GR": "-", "ID PR ST": "b"}),
    "ideal below what all preferred sets share": (
        "abcd",
        "ab ba ac bc cd",
        {"ID": "-", "PR": "ad bd"},
    ),
    # Caminada 2007: more than ideal.
    "eager above ideal": ("abc", "ab ba bc cc", {"GR ID": "-", "PR": "a b", "SST EAG": "b"}),
    # Baroni, Giacomin and Guida 2005: odd and even cycles are treated alike.
    "odd cycle before an argument": (
        "abcd",
        "ab bc ca ad bd cd",
        {"PR GR": "-", "CF2 STG2 STG": "a b c"},
    ),
    # Gaggl and Woltran 2013: CF2 takes a longer odd cycle one way only, stage2 as well.
    "six in a ring, cf2 is wider than stage2": (
        "abcdef",
        "ab bc cd de ef fa",
        {"PR ST STG2": "ace bdf", "CF2": "ace ad be bdf cf"},
    ),
}


def sets(text: str) -> set[frozenset[str]]:
    return {frozenset("" if part == "-" else part) for part in text.split()}


CASES = [
    pytest.param(arguments, attacks, code, extensions, id=f"{name}: {code}")
    for name, (arguments, attacks, rows) in EXAMPLES.items()
    for codes, extensions in rows.items()
    for code in codes.split()
]


@pytest.mark.parametrize(("arguments", "attacks", "code", "extensions"), CASES)
def test_example(arguments, attacks, code, extensions):
    framework = Framework(arguments, [(pair[0], pair[1]) for pair in attacks.split()])
    assert set(framework.extensions(code)) == sets(extensions)
