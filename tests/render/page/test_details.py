"""Details of a claim, and the passages of the reading that it rests on."""

from __future__ import annotations

import pytest

from tests.render.page.driving import BOTH, FLAG, NODE, act, focus, focus_of, named, on_map, press


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
