"""Settings: from files, front matter and calls; what cannot be used is said, and nothing raises that should not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from argmap.check import Settings, all_rules, check, find_settings, read_settings
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError, NoFileError
from tests.check.cases import read


def refused(given: dict[Any, Any]) -> str:
    """What is said of settings that cannot be used."""
    with pytest.raises(ArgmapError) as error:
        Settings().merged(given, "argmap.toml")
    assert str(error.value).startswith("argmap.toml")
    assert str(error.value).endswith((".", "?"))
    return str(error.value)


# -- keys and values ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ({"profil": "strict"}, "there is no setting 'profil'. Did you mean 'profile'?"),
        ({"extend_selekt": []}, "Did you mean 'extend-select'?"),
        ({"zzz": 1}, "Use one of: profile, select, extend-select, ignore, fail-on, per-file, rules."),
        ({1: 2}, "there is no setting 1."),
        ({"profile": "strickt"}, "there is no profile 'strickt'. Did you mean 'strict'?"),
        ({"profile": "qqq"}, "Use one of: draft, standard"),
        ({"profile": ["strict"]}, "there is no profile ['strict']."),
        ({"profile": {}}, "there is no profile {}."),
        ({"profile": None}, "there is no profile None."),
        ({"fail-on": "eror"}, "there is no severity 'eror'. Did you mean 'error'?"),
        ({"fail-on": []}, "there is no severity []. Use one of: error, warning, info."),
        ({"select": ["STR999"]}, "There is no rule 'STR999'."),
        ({"select": ["self-relatoin"]}, "Did you mean 'self-relation'?"),
        ({"select": 3}, "select must be a list of codes"),
        ({"ignore": {"a": 1}}, "ignore must be a list of codes"),
        ({"ignore": ["STR108", 3]}, "ignore must be a list of codes"),
        ({"ignore": [""]}, "There is no rule ''."),
        ({"rules": []}, "rules must be a table"),
        ({"rules": {"self-relatoin": {}}}, "Did you mean 'self-relation'?"),
        ({"rules": {"self-relation": {"a": 1}}}, "the rule self-relation has no options. Remove it."),
        ({"rules": {"shallow": 3}}, "the options of shallow must be a table, not 3."),
        ({"rules": {"shallow": {"level": 3}}}, "has no option 'level'. Did you mean 'levels'?"),
        ({"rules": {"shallow": {"qq": 3}}}, "has no option 'qq'. Use one of: levels."),
        ({"rules": {"shallow": {"levels": -1}}}, "the option levels of shallow cannot be -1: "),
        ({"rules": {"shallow": {"levels": "three"}}}, "the option levels of shallow cannot be 'three': "),
        ({"rules": {"shallow": {"levels": None}}}, "the option levels of shallow cannot be None: "),
        ({"rules": {"one-sided": {"least-points": 0}}}, "the option least-points of one-sided cannot be 0: "),
        ({"rules": {"missing-source-per-claim": {"of": "all"}}}, "Input should be 'nothing', 'leaves' or 'claims'."),
        ({"rules": {"name-leak": {"roster": ["Ada", {}]}}}, "the option roster.1 of name-leak cannot be {}: "),
        ({"per-file": []}, "per-file must be a table"),
        ({"per-file": {"a": 1}}, "per-file must be a table"),
        ({"per-file": {"a": {"profil": "strict"}}}, "per-file 'a': there is no setting 'profil'."),
        ({"per-file": {"a": {"fail-on": "info"}}}, "fail-on belongs to all files of a run."),
        ({"per-file": {"a": {"per_file": {}}}}, "per_file belongs to all files of a run."),
    ],
)
def test_what_is_not_known_is_named_with_what_is_near(given: dict[Any, Any], part: str) -> None:
    assert part in refused(given)


def test_long_values_are_cut_in_messages() -> None:
    assert len(refused({"profile": "x" * 100_000})) < 500
    assert len(refused({"select": [["x" * 100_000]]})) < 500


def test_all_keys_are_used_with_hyphens_or_underscores() -> None:
    made = Settings().merged(
        {
            "profile": "strict",
            "extend-select": ["CLS"],
            "ignore": "STR108, BAL",
            "fail_on": "error",
            "per_file": {"drafts/*": {"profile": "draft"}},
            "rules": {"one-sided": {"least-points": 3}, "CLS103": {"levels": 2}},
        },
        "test",
    )
    assert (made.profile, made.extend_select, made.ignore) == ("strict", ("CLS",), ("STR108", "BAL"))
    assert made.fail_on is Severity.ERROR
    assert made.options["one-sided"].least_points == 3
    assert made.options["shallow"].levels == 2
    assert "CLS112" in made.codes()
    assert "STR108" not in made.codes()


# -- one on top of the other ----------------------------------------------------------------------------------------


def test_selections_on_top_replace_and_what_is_left_out_adds_up() -> None:
    below = Settings().merged({"select": ["STR"], "ignore": ["BAL"], "extend-select": ["CLS112"]}, "below")
    above = below.merged({"select": ["CLS"], "ignore": ["CFG"], "extend-select": ["BAL101"]}, "above")
    assert (above.select, above.ignore, above.extend_select) == (("CLS",), ("BAL", "CFG"), ("CLS112", "BAL101"))


@pytest.mark.parametrize("given", [{"profile": "strict"}, {"profile": "strict", "select": ["STR"]}])
def test_a_profile_on_top_takes_the_place_of_a_selection(given: dict[str, Any]) -> None:
    below = Settings().merged({"select": ["CLS"]}, "below")
    assert below.merged(given, "above").select == tuple(given.get("select", ()))
    backwards = dict(reversed(given.items()))
    assert below.merged(backwards, "above").select == tuple(given.get("select", ()))


def test_options_on_top_keep_the_other_options_below() -> None:
    below = Settings().merged({"rules": {"too-few-contributions": {"claims": 3, "sources": 1}}}, "below")
    above = below.merged({"rules": {"CLS101": {"claims": 5}}}, "above")
    made = above.options["too-few-contributions"]
    assert (made.claims, made.sources, made.replies) == (5, 1, 0)
    assert below.options["too-few-contributions"].claims == 3


def test_rules_on_comments_and_errors_of_the_text_are_always_asked() -> None:
    codes = Settings(select=("STR108",)).codes()
    assert {"STR108", "CFG101", "CFG102", "CFG103", "CFG105", "SYN305"} <= codes
    assert "CFG104" not in codes
    assert "CFG104" in Settings(profile="strict").codes()
    assert "CFG101" not in Settings(ignore=("CFG",)).codes()


def test_every_profile_has_rules_and_draft_has_errors_only() -> None:
    by_code = {rule.code: rule for rule in all_rules()}
    for profile in ("draft", "standard", "strict", "analysis", "debate", "classroom"):
        assert Settings(profile=profile).codes()
    draft = [by_code[code] for code in Settings(profile="draft").codes() if not code.startswith(("CFG", "SYN"))]
    assert {rule.severity for rule in draft} == {Severity.ERROR}


# -- files ----------------------------------------------------------------------------------------------------------


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def test_settings_are_found_in_the_folder_and_above(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", '[tool.argmap.check]\nprofile = "debate"\n')
    inner = tmp_path / "a" / "b"
    debate = write(inner, "x.argdown", "[A]: a\n")
    assert find_settings(debate).profile == find_settings(inner).profile == "debate"
    assert find_settings(inner / "not-there.argdown").profile == "debate"
    write(tmp_path / "a", "argmap.toml", '[check]\nprofile = "classroom"\n')
    assert find_settings(debate).profile == "classroom"
    write(inner, "pyproject.toml", "[project]\nname = 'without settings'\n")
    assert find_settings(debate).profile == "classroom"
    write(inner, ".argmap.toml", '[check]\nprofile = "draft"\n')
    assert find_settings(debate).profile == "draft"
    write(inner, "argmap.toml", '[check]\nprofile = "strict"\n')
    assert find_settings(debate).profile == "strict"


def test_relative_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "argmap.toml", '[check]\nprofile = "draft"\n')
    monkeypatch.chdir(tmp_path)
    assert find_settings("x.argdown").profile == find_settings(".").profile == "draft"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = write(tmp_path, "argmap.toml", '\ufeff[check]\nprofile = "draft"\n')
    assert read_settings(file).profile == "draft"


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("argmap.toml", "[check\n", "cannot be read"),
        ("argmap.toml", "check = 3\n", "check must be a table of settings, not 3."),
        ("argmap.toml", '[check]\nprofil = "strict"\n', "there is no setting 'profil'"),
        ("argmap.toml", 'profile = "strict"\n', "Write [check] above them."),
        ("pyproject.toml", '[tool.argmap]\nprofile = "strict"\n', "Write [tool.argmap.check] above them."),
        ("pyproject.toml", "tool = 3\n", "has no settings for checks."),
        ("pyproject.toml", "[tool]\nargmap = 3\n", "has no settings for checks."),
        ("argmap.toml", "", "has no settings for checks. Write them under [check]."),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, name: str, text: str, part: str) -> None:
    file = write(tmp_path, name, text)
    with pytest.raises(ArgmapError) as error:
        read_settings(file)
    assert part in str(error.value)
    assert str(file) in str(error.value)
    assert str(error.value).endswith((".", "?"))


def test_files_that_are_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(NoFileError, match=r"There is no file '.*argmap\.toml'\."):
        read_settings(tmp_path / "argmap.toml")
    (tmp_path / "argmap.toml").write_bytes(b"\xff\xfe[check]")
    with pytest.raises(ArgmapError, match="cannot be read"):
        find_settings(tmp_path)


# -- per file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "path", "is_meant"),
    [
        ("drafts/*", "drafts/a.argdown", True),
        ("drafts/*", "./drafts/a.argdown", True),
        ("drafts/*", "/home/ada/drafts/a.argdown", True),
        ("drafts/*", "final/a.argdown", False),
        ("drafts/*", "drafts.argdown", False),
        ("*.argdown", "deep/down/a.argdown", True),
        ("a.argdown", "b/a.argdown", True),
        ("a.argdown", "ba.argdown", False),
        ("[ab]?.argdown", "a1.argdown", True),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, is_meant: bool) -> None:
    settings = Settings().merged({"per-file": {pattern: {"profile": "draft"}}}, "test")
    assert (settings.for_file(path).profile == "draft") is is_meant


def test_later_patterns_come_on_top() -> None:
    settings = Settings().merged(
        {"per-file": {"*": {"profile": "draft", "ignore": ["BAL"]}, "final/*": {"profile": "strict"}}}, "test"
    )
    found = settings.for_file("final/a.argdown")
    assert (found.profile, found.ignore) == ("strict", ("BAL",))
    assert isinstance(hash(settings), int)


# -- calls ----------------------------------------------------------------------------------------------------------


def test_calls_take_the_same_settings() -> None:
    m = read("[A]: It rains.\n  + [A]\n")
    assert check(m, select=["STR108"]).counts() == {"STR108": 1}
    assert "STR108" not in check(m, ignore=["STR108"]).counts()
    assert check(m, select=["STR108"], fail_on="error").fails
    with pytest.raises(ArgmapError, match="check: there is no setting"):
        check(m, profil="strict")
