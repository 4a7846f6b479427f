import subprocess
import sys

import pytest

from argmap.render import fonts
from argmap.render.fonts import BOLD, Font, FontNotFound, bundled, find_font, region_of, signs_without_font
from tests.render.scripts import ALWAYS, WITH_FONTS, bare, packaged

__all__ = ["bare", "packaged"]


def test_fonts_come_with_the_install():
    assert bundled().family == "Arimo"
    assert bundled("Atkinson Hyperlegible", BOLD).path.name == "AtkinsonHyperlegible-Bold.ttf"


@pytest.mark.parametrize("script", ALWAYS)
def test_a_bare_machine_writes(bare, script):
    assert signs_without_font(ALWAYS[script]) == ()


@pytest.mark.parametrize("script", WITH_FONTS)
def test_font_packages_write(packaged, script):
    assert signs_without_font(WITH_FONTS[script]) == ()


def test_a_bare_machine_tells_what_it_cannot_write(bare):
    assert signs_without_font("中a文 a") == ("中", "文")
    assert find_font("中") is None


def test_a_font_that_argmap_needs_is_missed_by_name():
    with pytest.raises(FontNotFound, match="pip install fontpkg-lobster"):
        bundled("Lobster")


def test_signs_that_leave_no_mark_need_no_font(bare):
    assert signs_without_font(" \u200d\ufe0f\u200f\u3000\t") == ()


def test_chinese_signs_have_the_form_of_their_region(packaged):
    assert [region_of(text) for text in ("直接", "直す", "직접 直", "ㄅ直")] == ["SC", "JP", "KR", "TC"]
    assert find_font("直", region="SC").family == "Noto Sans CJK SC"
    assert find_font("直", region="JP").family == "Noto Sans CJK JP"


def test_files_that_are_no_fonts_are_passed_over(monkeypatch, tmp_path, bare):
    (tmp_path / "A.ttf").write_bytes(b"no font")
    (tmp_path / "B.otf").write_bytes(b"")
    (tmp_path / "C.ttc").write_bytes(b"ttcf" + bytes(40))
    (tmp_path / "D.ttf").symlink_to(tmp_path / "gone")
    (tmp_path / "notes.txt").write_text("no font")
    monkeypatch.setattr(fonts, "system_folders", lambda: (str(tmp_path), str(tmp_path / "nothing here")))
    fonts._files_of_system.cache_clear()
    assert len(fonts._files_of_system()) == 4
    assert find_font("中") is None


def test_the_plainest_font_comes_first(tmp_path):
    names = ["Zapf.ttf", "NotoSans-Bold.ttf", "NotoSerif.ttf", "NotoSans.ttf", "DejaVuSansMono.ttf"]
    ordered = [path.name for path in fonts._best_first([tmp_path / name for name in names])]
    assert ordered == ["NotoSans.ttf", "Zapf.ttf", "NotoSerif.ttf", "DejaVuSansMono.ttf", "NotoSans-Bold.ttf"]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_folders(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    assert all(fonts.system_folders())


def test_a_font_in_colours_draws_no_outlines(packaged):
    emoji = find_font("👍")
    assert emoji.draws("👍")
    assert not Font(emoji.path).draws("中")


def test_nothing_of_this_is_imported_for_an_svg():
    code = (
        "import sys, argmap, argmap.render; m = argmap.ArgumentMap(); m.claim('x'); argmap.render.to_svg(m);"
        "names = ('fontpkg', 'uharfbuzz', 'resvg_py', 'argmap.render.fonts', 'argmap.render.png', 'argmap.render.pdf');"
        "sys.exit(str([name for name in names if name in sys.modules]) if set(names) & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
