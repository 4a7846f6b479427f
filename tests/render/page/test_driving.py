"""Every feature of the page, by mouse and by keyboard, on a wide screen and on a phone."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.render.page.driving import NODE, act, focus, named, press, until

FLAG = "open_vs_closed"
BOTH = pytest.mark.parametrize("size", ["wide", "phone"])


def zoom_of(page):
    return page.locator("svg.argmap").bounding_box()["width"]


def seen(page):
    """Return the numbers of the items that are drawn and not hidden."""
    return set(page.locator(f"{NODE}:not(.gone)").evaluate_all("all => all.map((each) => each.dataset.i)"))


def plain(page):
    """Return the numbers of the items in full view."""
    return set(page.locator(f"{NODE}:not(.gone):not(.off)").evaluate_all("all => all.map((each) => each.dataset.i)"))


def on_map(page):
    if page.locator("#map").is_hidden():
        page.locator("#b-map").click()
    page.locator(f'{NODE}[tabindex="0"]').focus()


# -- views ---------------------------------------------------------------------------------------------------------


def test_a_wide_screen_shows_the_map_first_and_a_phone_the_list(opened, pages):
    assert opened(pages(FLAG)).locator("#stage").is_visible()
    phone = opened(pages(FLAG), "phone")
    assert phone.locator("#stage").is_hidden()
    assert phone.locator("#list").is_visible()


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_views_are_chosen(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    for name in ("map", "list"):
        page.locator(f"#b-{name}").press("Enter") if keys else page.locator(f"#b-{name}").click()
        assert page.locator("#stage").is_visible() is (name == "map")
        assert page.locator(f"#b-{name}").get_attribute("aria-pressed") == "true"
    page.reload()
    assert page.locator("#stage").is_hidden()  # the choice is kept


@BOTH
def test_the_page_does_not_scroll_sideways(opened, pages, size):
    page = opened(pages(FLAG), size)
    for view in ("first", "list", "details", "reading"):
        act(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_text_at_twice_the_size_still_fits(opened, pages):
    page = opened(pages(FLAG), {"width": 640, "height": 360})
    act(page, "list")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@BOTH
def test_targets_are_large_enough(opened, pages, size):
    page = opened(pages(FLAG), size)
    act(page, "details")
    least = 24 if size == "wide" else 44
    for each in page.locator("button:visible, select:visible, #tree summary:visible").all():
        box = each.bounding_box()
        assert box["height"] >= least - 0.5, each.evaluate("element => element.outerHTML")
        assert box["width"] >= 24


# -- zoom and moving -----------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_zoom(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    before = zoom_of(page)

    def do(button, key):
        page.keyboard.press(key) if keys else page.locator(f"#b-{button}").click()

    do("zoomIn", "+")
    assert zoom_of(page) == pytest.approx(before * 1.25, rel=0.02)
    do("zoomOut", "-")
    assert zoom_of(page) == pytest.approx(before, rel=0.02)
    do("fit", "0")
    stage = page.locator("#stage").bounding_box()
    drawn = page.locator("svg.argmap").bounding_box()
    assert drawn["height"] <= stage["height"]
    assert drawn["width"] <= stage["width"]
    page.locator("#b-actual").press("Enter")
    assert zoom_of(page) > 1000


@BOTH
def test_the_picture_is_moved_by_buttons(opened, pages, size):
    page = opened(pages(FLAG), size)
    on_map(page)
    page.locator("#b-actual").click()
    place = "[document.getElementById('stage').scrollLeft, document.getElementById('stage').scrollTop]"
    before = page.evaluate(place)
    page.locator("#b-moveRight").click()
    page.locator("#b-moveDown").press("Enter")
    after = page.evaluate(place)
    assert after[0] > before[0]
    assert after[1] > before[1]


def test_wheel_with_ctrl_zooms_and_dragging_moves(opened, pages):
    page = opened(pages(FLAG))
    box = page.locator("#stage").bounding_box()
    middle = box["x"] + 60, box["y"] + box["height"] / 2
    before = zoom_of(page)
    page.mouse.move(*middle)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    until(page, "before => document.querySelector('svg.argmap').getBoundingClientRect().width > before", before)
    left = page.evaluate("document.getElementById('stage').scrollLeft")
    page.mouse.down()
    page.mouse.move(middle[0] + 400, middle[1], steps=4)
    page.mouse.up()
    assert page.evaluate("document.getElementById('stage').scrollLeft") < left - 100
    assert page.locator("#details").is_hidden()  # a drag is no click


def test_two_fingers_zoom(opened, pages):
    page = opened(pages(FLAG), "phone")
    page.locator("#b-map").tap()
    before = zoom_of(page)
    page.evaluate(
        """() => {
          const stage = document.getElementById("stage");
          const fire = (type, gap) => {
            const touch = (id, x) => new Touch({ identifier: id, target: stage, clientX: x, clientY: 500 });
            const touches = [touch(1, 150 - gap), touch(2, 150 + gap)];
            stage.dispatchEvent(new TouchEvent(type, { touches, bubbles: true, cancelable: true }));
          };
          fire("touchstart", 20); fire("touchmove", 40);
        }"""
    )
    assert zoom_of(page) == pytest.approx(before * 2, rel=0.02)


# -- pictures made beforehand, branches ----------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_layouts_made_beforehand(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    if size == "phone":
        page.locator("#b-tools").click()
    whole = page.locator(NODE).count()
    if keys:
        page.locator("#show").focus()
        page.keyboard.press("ArrowDown")
    else:
        page.locator("#show").select_option(index=1)
    until(page, "count => document.querySelectorAll('#stage [data-i]').length < count", whole)
    assert page.locator("#stage script, #stage style, #stage [style*=fill]").count() == 0
    page.locator("#show").select_option(index=0)
    until(page, "count => document.querySelectorAll('#stage [data-i]').length === count", whole)


def test_there_is_a_layout_for_depths_sides_and_sections(opened, pages):
    page = opened(pages(FLAG))
    options = page.locator("#show option").all_inner_texts()
    assert "Main claims only" in options
    assert "Side: Release the weights of powerful models" in options
    assert "Section: The case for control" in options


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_a_branch_alone(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    page.locator("#find").fill("Monopoly")
    page.keyboard.press("Enter")
    everything = plain(page)
    if keys:
        page.keyboard.press("b")
    else:
        page.get_by_role("button", name="Only this branch").click()
    assert named(page, "Monopoly") in plain(page)
    assert named(page, "Safety") not in plain(page)
    assert page.locator("#strip").is_visible()
    assert page.locator("#tree li[data-i]:not(.out)").count() < 60
    page.locator("#b-everything").click()
    assert plain(page) == everything


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_folding(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    before = seen(page)
    page.locator("#find").fill("Guardrails come off")
    page.keyboard.press("Enter")
    if keys:
        page.keyboard.press("f")
    else:
        page.get_by_role("button", name="Fold what is below").click()
    after = seen(page)
    assert named(page, "Guardrails come off") in after
    assert after < before
    assert page.locator(".badge text").text_content().startswith("+")
    if keys:
        page.keyboard.press("f")
    else:
        page.get_by_role("button", name="Unfold").click()
    assert seen(page) == before


# -- search and filter ---------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_search(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    if keys:
        page.locator("#tree summary").first.focus()
        page.keyboard.press("/")
        page.keyboard.type("RECALL")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    else:
        page.locator("#find").fill("recall")
        page.locator("#hits button").first.click()
    assert "No recall" in page.locator("#details").inner_text()
    assert page.url.endswith("#c=No%20recall")
    assert page.locator("#hits").is_hidden()


def test_a_search_in_vain_says_so(opened, pages):
    page = opened(pages(FLAG))
    page.locator("#find").fill("xyzzy")
    assert "Nothing found" in page.locator("#hits").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#hits").is_hidden()


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_filter(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    press(page, "filter")
    tick = page.locator('#filter input[value="open"]')
    if keys:
        tick.focus()
        page.keyboard.press("Space")
    else:
        tick.check()
    assert named(page, "Monopoly") in plain(page)
    assert named(page, "Safety") not in plain(page)
    assert "side=open" in page.url
    page.reload()
    assert page.locator('#filter input[value="open"]').is_checked()


def test_filter_by_tag_and_status(opened, tmp_path):
    import argmap
    from argmap.render import draw

    m = argmap.ArgumentMap("Rain")
    rain = m.claim("It rains", tags=["wet"])
    m.rebut(m.claim("It shines", data={"status": "accepted"}), rain)
    file = tmp_path / "rain.html"
    file.write_bytes(draw(m, "html"))
    page = opened(file)
    press(page, "filter")
    assert page.locator("#filter legend").all_inner_texts() == ["Tag", "Status"]
    page.get_by_label("wet", exact=True).check()
    assert plain(page) == {"0"}
    page.get_by_label("wet", exact=True).uncheck()
    page.locator("#filter").get_by_label("accepted").check()
    assert plain(page) == {"1"}


def test_sides_are_told_by_their_words(opened, pages):
    page = opened(pages(FLAG))
    press(page, "filter")
    told = page.locator("#filter label").all_inner_texts()
    assert "open: Release the weights of powerful models" in [each.strip() for each in told]
    page.keyboard.press("Escape")
    act(page, "details")
    assert "closed: Keep powerful models behind a controlled service" in page.locator("#details-body dl").inner_text()


def test_the_frame_of_a_cell_lies_on_no_other_cell(opened, pages):
    page = opened(pages(FLAG))
    act(page, "details")
    frame = page.locator("#stage .ring").bounding_box()
    cell = page.locator(f'{NODE}[data-i="{focus_of(page)}"]').bounding_box()
    assert frame["y"] >= cell["y"] - 3
    assert frame["y"] + frame["height"] <= cell["y"] + cell["height"] + 3


# -- step by step --------------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_step_by_step(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    if keys:
        page.keyboard.press("s")
        page.evaluate("document.activeElement.blur()")
    else:
        press(page, "steps")
    assert seen(page) == {named(page, "Keep closed")}
    for count in (2, 3):
        page.keyboard.press("Space" if count == 2 else "ArrowRight") if keys else page.locator("#b-next").click()
        assert len(seen(page)) == count
        assert f"Step {count} of" in page.locator("#step-of").inner_text()
        box = page.locator(f'{NODE}[data-i="{focus_of(page)}"]').bounding_box()
        stage = page.locator("#stage").bounding_box()
        assert stage["x"] <= box["x"] <= stage["x"] + stage["width"]
        assert stage["y"] <= box["y"] <= stage["y"] + stage["height"]
    page.keyboard.press("ArrowLeft") if keys else page.locator("#b-back").click()
    assert len(seen(page)) == 2
    page.keyboard.press("Escape") if keys else page.locator("#b-end").click()
    assert len(seen(page)) > 30


WORDS = "[...document.querySelectorAll('#stage .node text')].map((each) => each.getBoundingClientRect().height)"


@BOTH
def test_steps_can_be_read_from_the_back_of_the_room(opened, pages, size):
    page = opened(pages(FLAG), size)
    on_map(page)
    before = page.evaluate(WORDS)
    press(page, "steps")
    heights = sorted(page.evaluate(WORDS))
    assert heights[len(heights) // 2] >= 18
    page.locator("#b-end").click()
    assert page.evaluate(WORDS) == pytest.approx(before, abs=0.5)


def focus_of(page):
    """Return the item that is looked at, by the frame round it in the list."""
    return page.locator("#tree li.now").first.get_attribute("data-i")


def test_answers_can_be_covered_first(opened, pages):
    page = opened(pages(FLAG))
    press(page, "steps")
    page.locator("#cover").check()
    page.locator("#b-next").click()
    covered = page.locator(f"{NODE}.covered")
    assert covered.count() == 1
    until(page, "document.getElementById('say').textContent.includes('Covered')")
    page.locator("#b-next").click()
    assert covered.count() == 0
    assert len(seen(page)) == 2


@BOTH
def test_step_by_step_in_the_list(opened, pages, size):
    page = opened(pages(FLAG), size)
    page.locator("#b-list").click()
    press(page, "steps")
    page.locator("#b-next").click()
    assert page.locator("#tree li[data-i]:not(.out)").count() == 2


# -- details and the reading ---------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_details(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    part = page.locator(f'{NODE}[data-i="{named(page, "Keep closed")}"]')
    if keys:
        part.focus()
        page.keyboard.press("Enter")
    else:
        part.click(position={"x": 8, "y": 8})
    told = page.locator("#details").inner_text()
    for words in (
        "Keep closed",
        "safety, accountability, innovation",
        "Supported by",
        "Guardrails come off",
        "Contradicts",
    ):
        assert words in told
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()
    assert focus(page) == named(page, "Keep closed")


@BOTH
def test_details_from_the_list(opened, pages, size):
    page = opened(pages(FLAG), size)
    page.locator("#b-list").click()
    page.locator("#tree summary").first.focus()
    page.locator("#tree .acts button:visible").first.press("Enter")
    assert "Keep closed" in page.locator("#details").inner_text()
    page.locator("#b-close").click()
    assert page.locator("#details").is_hidden()


def test_details_lead_on(opened, pages):
    page = opened(pages(FLAG), link="#c=Safety")
    page.keyboard.press("Enter")
    page.locator("#details button.ref", has_text="Great harm").click()
    assert "A powerful AI model can do great harm" in page.locator("#details").inner_text()
    assert "Premise of" in page.locator("#details").inner_text()


def test_open_questions(opened, pages):
    page = opened(pages(FLAG), link="#c=Guardrails%20come%20off")
    page.keyboard.press("Enter")
    assert "unanswered: Closed models are jailbroken too" in page.locator("#questions").inner_text()


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_the_reading_and_the_map_lead_to_each_other(opened, pages, size, keys):
    page = opened(pages(FLAG), size)

    def use(locator):
        locator.press("Enter") if keys else locator.click()

    use(page.locator("#b-reading"))
    assert page.locator("#reading mark").count() >= 20
    passage = page.locator("#reading mark a", has_text="can recall a model once its weights are out").first
    use(passage)
    assert "No recall" in page.locator("#details").inner_text()
    use(page.locator("#details button", has_text="in the reading"))
    marked = page.locator("#reading mark.now")
    assert "can recall a model" in marked.first.inner_text()
    assert page.evaluate("document.activeElement.closest('mark') !== null")


def test_every_quotation_of_the_flagship_is_found(opened, pages):
    page = opened(pages(FLAG))
    told = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).items.flatMap((item) => item.cites ?? [])"
    )
    assert len(told) > 20
    assert all(cite["exact"] for cite in told)


# -- keys ----------------------------------------------------------------------------------------------------------


def test_arrows_go_along_the_relations(opened, pages):
    page = opened(pages("school_uniforms"))
    page.locator("#stage").evaluate("each => each.querySelector('[tabindex=\"0\"]').focus()")
    start = focus(page)
    page.keyboard.press("ArrowDown")
    first = focus(page)
    assert first != start
    page.keyboard.press("ArrowRight")
    assert focus(page) not in (start, first)
    page.keyboard.press("ArrowLeft")
    assert focus(page) == first
    page.keyboard.press("ArrowUp")
    assert focus(page) == start
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert focus(page) == start
    assert page.locator(f'{NODE}[tabindex="0"]').count() == 1
    assert page.locator("#stage .ring").count() == 1


def test_tab_passes_through_the_map_in_one_stop(opened, pages):
    page = opened(pages(FLAG))
    page.locator(f'{NODE}[tabindex="0"]').focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "b-zoomIn"
    page.keyboard.press("Shift+Tab")
    assert focus(page) is not None


def test_the_bar_never_hides_what_has_the_focus(opened, pages):
    page = opened(pages(FLAG))
    page.locator("#b-list").click()
    page.locator("#b-openAll").click()
    page.locator("#tree summary:visible").last.focus()
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert top >= page.locator("#bar").bounding_box()["height"] - 1


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_help(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    page.keyboard.press("?") if keys else press(page, "help")
    assert page.locator("#keys-help").is_visible()
    page.keyboard.press("Escape") if keys else page.locator("#keys-help button").click()
    assert page.locator("#keys-help").is_hidden()


def test_single_letter_keys_can_be_turned_off(opened, pages):
    page = opened(pages(FLAG))
    press(page, "settings")
    page.locator("#keys").uncheck()
    page.locator("#b-settings").press("?")
    assert page.locator("#keys-help").is_hidden()
    page.reload()
    page.locator("#b-map").press("?")
    assert page.locator("#keys-help").is_hidden()


# -- links, light, language, print ---------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("link", ["#c=No%20recall", "#No%20recall", "#i{number}"])
def test_links_lead_to_a_claim(opened, pages, size, link):
    probe = opened(pages(FLAG))
    page = opened(pages(FLAG), size, link.format(number=named(probe, "No recall")))
    until(page, "document.querySelector('#tree li.now')")
    assert focus_of(page) == named(page, "No recall")
    if size == "phone":
        assert page.locator("#tree li.now > details > summary").is_visible()


MISSING = {"en": "This page has no claim or argument “No <b>such", "de": "noch ein Argument „No <b>such"}
MISSING |= {"fr": "ni argument «\u00a0No <b>such", "es": "ni ningún argumento «No <b>such"}


@BOTH
@pytest.mark.parametrize("keys", [False, True])
@pytest.mark.parametrize("link", ["#c=No%20%3Cb%3Esuch", "#No%20%3Cb%3Esuch"])
def test_a_link_to_what_is_not_there_says_so_in_any_language(opened, pages, size, keys, link):
    page = opened(pages(FLAG), size, link)
    line = page.locator("#missing")
    assert line.is_visible()
    assert MISSING["en"] in line.inner_text()
    until(page, "told => document.getElementById('say').textContent.includes(told)", MISSING["en"])
    press(page, "settings")
    for code, told in MISSING.items():
        page.locator("#language").select_option(code)
        assert told in line.inner_text()
    page.keyboard.press("Escape")  # closes the settings
    assert line.is_visible()
    search = page.locator("#b-searchIt")
    search.press("Enter") if keys else search.click()
    assert line.is_hidden()
    assert page.evaluate("document.activeElement.id") == "find"


@pytest.mark.parametrize("keys", [False, True])
def test_the_line_on_what_is_not_there_is_closed_or_goes_by_itself(opened, pages, keys):
    page = opened(pages(FLAG), link="#i999999")
    line = page.locator("#missing")
    assert line.is_visible()
    page.keyboard.press("Escape") if keys else page.locator("#b-closeMissing").click()
    assert line.is_hidden()
    page.evaluate("location.hash = 'c=Nowhere'")
    until(page, "!document.getElementById('missing').hidden")
    page.evaluate("location.hash = 'c=Monopoly'")
    until(page, "document.getElementById('missing').hidden")
    assert focus(page) == named(page, "Monopoly")


@pytest.mark.parametrize("link", ["", "#", "#top", "#list", "#side=open", "#side=nobody", "#c=Monopoly"])
def test_links_to_other_places_miss_nothing(opened, pages, link):
    page = opened(pages(FLAG), link=link)
    page.wait_for_timeout(60)
    assert page.locator("#missing").is_hidden()


def test_what_a_link_leads_to_is_in_sight_on_a_phone(opened, pages):
    page = opened(pages(FLAG), "phone", "#c=Monopoly")
    until(page, "document.querySelector('#tree li.now .acts, #tree li:has(.now) .acts')")
    page.wait_for_timeout(100)
    line = page.locator("#tree li.now > details > summary").bounding_box()
    assert line["y"] >= 0
    assert line["y"] + line["height"] <= page.viewport_size["height"]


def test_what_has_the_focus_stays_in_sight_beside_its_details(opened, pages):
    page = opened(pages("school_uniforms"))
    boxes = page.locator(NODE)
    last = max(range(boxes.count()), key=lambda number: boxes.nth(number).bounding_box()["x"])
    boxes.nth(last).click()
    part, room = boxes.nth(last).bounding_box(), page.locator("#stage").bounding_box()
    assert page.locator("#details").is_visible()
    assert room["x"] <= part["x"]
    assert part["x"] + part["width"] <= room["x"] + room["width"]


def test_the_address_follows_the_focus(opened, pages):
    page = opened(pages(FLAG))
    on_map(page)
    page.keyboard.press("ArrowDown")
    number = focus(page)
    title = page.evaluate("n => JSON.parse(document.getElementById('data').textContent).items[n].id", int(number))
    assert page.url.endswith(f"#c={quote(title)}")


@BOTH
def test_light_is_chosen_and_kept(opened, pages, size):
    page = opened(pages(FLAG), size, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    fill = "getComputedStyle(document.querySelector('#stage text')).fill"
    day, words = page.evaluate(ground), page.evaluate(fill)
    press(page, "settings")
    page.locator("#light").select_option("dark")
    assert page.evaluate(ground) != day
    assert page.evaluate(fill) != words
    page.reload()
    assert page.evaluate(ground) != day
    page.emulate_media(media="print")
    assert page.evaluate(ground) == day
    assert page.evaluate(fill) == words


def test_the_system_asks_for_dark_and_the_reader_for_light(opened, pages):
    page = opened(pages(FLAG), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    press(page, "settings")
    page.locator("#light").select_option("light")
    assert page.evaluate(ground) != dark


def test_a_dark_theme_begins_dark_and_can_be_turned_light(opened, pages):
    page = opened(pages("school_uniforms", theme="dark"), color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    fill = "getComputedStyle(document.querySelector('#stage text')).fill"
    dark = page.evaluate(ground), page.evaluate(fill)
    assert page.evaluate("document.getElementById('light').value") == "dark"
    press(page, "settings")
    page.locator("#light").select_option("auto")
    page.reload()
    day = page.evaluate(ground), page.evaluate(fill)
    bright = opened(pages("school_uniforms"), color_scheme="light")
    assert day == (bright.evaluate(ground), bright.evaluate(fill))
    assert not set(day) & set(dark)


def test_a_theme_for_paper_offers_no_choice_of_light(opened, pages):
    page = opened(pages("school_uniforms", theme="print"))
    press(page, "settings")
    assert page.locator("#light").is_hidden()
    assert page.locator("#language").is_visible()


@pytest.mark.parametrize("code", ["en", "de", "fr", "es"])
@BOTH
def test_the_bar_has_the_same_rows_in_every_language(opened, pages, size, code):
    page = opened(pages(FLAG), size)
    press(page, "settings")
    page.locator("#language").select_option(code)
    last = page.locator("#tools" if size == "wide" else "#b-tools").bounding_box()
    assert abs(last["y"] - page.locator(".seg").bounding_box()["y"]) < 10


@BOTH
def test_language_is_chosen(opened, pages, size):
    page = opened(pages(FLAG), size)
    press(page, "settings")
    page.locator("#language").select_option("de")
    assert page.locator("#b-map").inner_text() == "Karte"
    assert page.locator("html").get_attribute("lang") == "de"
    assert "Hauptthese" in page.locator("#tree summary").first.inner_text()
    assert "Hauptthese" in page.locator(f'{NODE}[tabindex="0"]').get_attribute("aria-label")
    page.locator("#language").select_option("fr")
    assert "Thèses principales\u00a0: " in page.locator("header .counts").inner_text()
    assert "Thèse principale, " in (said := page.locator(f'{NODE}[tabindex="0"]').get_attribute("aria-label"))
    assert "\u00a0: " in said
    for code in ("es", "en"):
        page.locator("#language").select_option(code)
    assert page.locator("#b-map").inner_text() == "Map"
    assert "Main claims: " in page.locator("header .counts").inner_text()


def test_it_is_whole_without_javascript(opened, pages):
    page = opened(pages(FLAG), java_script_enabled=False)
    assert page.locator(".head h1").is_visible()
    assert page.locator("svg.argmap").is_visible()
    assert page.locator("#bar").is_hidden()
    assert page.locator("#tree li[data-i]:visible").count() == 119
    assert page.locator("#reading mark").first.is_visible()
    assert page.locator("#sources").is_visible()
    page.locator('#tree a[href^="#p"]').first.click()
    assert re.search(r"#p\d+$", page.url)


def test_nothing_moves_where_motion_is_unwanted(opened, pages):
    page = opened(pages(FLAG))
    assert page.evaluate("getComputedStyle(document.querySelector('#stage .node')).transitionDuration") in ("0s", "")


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_the_map_is_laid_out_anew(opened, pages, size, keys):
    pytest.importorskip("easydot")
    page = opened(pages(FLAG, relayout=True), size)
    on_map(page)
    page.locator("#find").fill("Monopoly")
    page.keyboard.press("Enter")
    before = zoom_box(page)
    page.keyboard.press("b") if keys else page.get_by_role("button", name="Only this branch").click()
    until(page, "document.querySelectorAll('#stage .node').length < 20")
    assert zoom_box(page) < before
    assert named(page, "Monopoly") in plain(page)
    assert {named(page, "Few firms lead"), named(page, "Closed is exclusive")} <= plain(page)  # cells of its card
    fonts = page.locator("#stage .node text").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).fontFamily)"
    )
    assert all("Atkinson Hyperlegible" in each for each in fonts)
    on_map(page)
    page.keyboard.press("ArrowDown")
    assert focus(page) == named(page, "Few firms lead")
    assert page.locator("#stage [href], #stage script, #stage [style*=fill]").count() == 0
    page.locator("#b-everything").click()
    until(page, "document.querySelectorAll('#stage .node').length > 30")


def zoom_box(page):
    """Return how high the picture is in its own measure."""
    return float(re.split(r"\s+", page.locator("svg.argmap").get_attribute("viewBox"))[3])
