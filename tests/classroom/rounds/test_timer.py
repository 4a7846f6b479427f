"""The page with the timer, in a real browser: it runs by a clock of its own, under a policy that lets nothing in."""

from __future__ import annotations

import pytest

import argmap
from argmap.classroom import rounds

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));
"""


@pytest.fixture
def opened(browser, tmp_path):
    contexts, requests, faults = [], [], []

    def open_(html, **options):
        file = tmp_path / "round.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.add_init_script(WATCH)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        if options.get("java_script_enabled", True):
            page.clock.install()
        page.goto(file.as_uri())
        if options.get("java_script_enabled", True):
            page.clock.pause_at("2030-01-01")
        return page

    yield open_
    for context in contexts:
        for page in context.pages:
            if page.evaluate("1") == 1 and requests:
                assert page.evaluate("window.refused || []") == []
        context.close()
    assert faults == []
    assert all(url.startswith("file:") and url.endswith("round.html") for url in requests)


def texts(page, *names):
    return [page.locator(f"#timer-{name}").inner_text() for name in names]


def test_a_speech_runs_and_its_signals_are_words(opened):
    page = opened(argmap.datasets.school_uniforms().flow("wsdc").page())
    assert texts(page, "name", "clock", "state", "signal") == ["P1: First proposition", "8:00", "paused", ""]
    page.keyboard.press("Space")
    page.clock.run_for(61_000)
    assert texts(page, "clock", "state", "signal") == ["6:59", "running", "Points of information may be offered"]
    page.clock.run_for(360_000)
    assert texts(page, "clock", "signal") == ["0:59", "One minute left. No more points of information."]
    page.clock.run_for(30_000)
    assert texts(page, "signal") == ["30 seconds left"]
    page.clock.run_for(31_000)
    assert texts(page, "clock", "state", "signal") == ["+0:02", "time is over", "Time is over"]
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(5_000)
    assert texts(page, "clock") == ["+0:02"]
    page.keyboard.press("n")
    assert texts(page, "name", "clock", "place") == ["O1: First opposition", "8:00", "Speech 2 of 8"]
    assert page.locator("tr[aria-current=step] td").first.inner_text() == "O1: First opposition"
    page.keyboard.press("b")
    page.keyboard.press("b")
    assert texts(page, "name") == ["P1: First proposition"]
    assert page.locator("#timer-back").is_disabled()


def test_preparation_of_each_side_is_counted_apart(opened):
    page = opened(argmap.datasets.school_uniforms().flow("ld").page())
    aff, neg = page.locator("[data-prep]").all()
    assert aff.inner_text() == "Preparation: Affirmative"
    aff.click()
    page.clock.run_for(30_000)
    assert "Affirmative: 3:30 left to prepare" in page.locator("#timer").inner_text()
    neg.click()  # ends that of the other side
    page.clock.run_for(240_000)
    told = page.locator("#timer").inner_text()
    assert "Affirmative: 3:30 left" in told
    assert "Negative: 0:00 left" in told
    assert texts(page, "signal") == ["Negative: No preparation time is left"]
    assert neg.is_disabled()
    page.keyboard.press("Space")
    page.clock.run_for(1_000)
    assert texts(page, "clock") == ["5:59"]


def test_without_javascript_the_sheet_and_the_times_are_there(opened):
    page = opened(argmap.datasets.school_uniforms().flow("pf").page(), java_script_enabled=False)
    assert not page.locator("#timer").is_visible()
    assert page.get_by_text("The timer needs JavaScript").is_visible()
    assert page.get_by_text("A uniform saves time.").first.is_visible()
    assert page.locator("#speeches tr").count() == 12


def test_hostile_words_stay_words(opened):
    text = 'x"><img src=x onerror=alert(1)></script><script>alert(2)</script>{a} &amp; <!--'
    m = argmap.ArgumentMap(text, data={"language": text})
    thesis = m.claim(text, side=text)
    m.support("r" * 5_000 + text, thesis, title=text, side=text)
    for form in rounds.formats()[:2]:
        page = opened(m.flow(form.id).page())
        assert page.locator("img").count() == 0
        assert page.locator("h1").inner_text() == f"Flow sheet: {text}"


def test_a_phone_shows_it_without_scrolling_sideways(opened):
    page = opened(argmap.datasets.school_uniforms().flow("policy").page(), viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
