"""A map with a script in every field runs nothing, asks for nothing, and shows its words as words."""

from __future__ import annotations

import pytest

from argmap.render import draw
from tests.render.page.driving import act, press
from tests.render.page.test_document import hostile
from tests.render.test_svg import full_of

SCRIPTS = [
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "javascript:window.ran=1",
    "' onfocus='window.ran=1' autofocus='",
    "</style><style>@import 'http://example.org/x'</style>",
    "${window.ran=1}",
]


@pytest.mark.parametrize("text", SCRIPTS)
@pytest.mark.parametrize("make", [hostile, full_of])
def test_nothing_runs(opened, tmp_path, text, make):
    file = tmp_path / "hostile.html"
    file.write_bytes(draw(make(text), "html"))
    page = opened(file, link="#c=<img src=x onerror=window.ran=1>&side=<b>")
    for each in page.locator("#stage [data-i]").all():
        each.click(force=True)
    page.locator("#find").fill(text[:12])
    page.keyboard.press("Escape")
    if page.locator("#b-filter").is_visible():
        press(page, "filter")
    act(page, "list")
    press(page, "steps")
    page.keyboard.press("s")
    page.wait_for_timeout(50)
    assert page.evaluate("typeof window.ran") == "undefined"
    assert page.locator("#details img, #tree img, #hits img, main script").count() == 0
    assert text[:12] in page.locator("#tree").inner_text()
