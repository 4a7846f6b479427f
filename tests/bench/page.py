"""The page of a large map: `python -m tests.bench.page [SIZE ...]`.

For debates of 1,000 and 10,000 claims it prints how long the page takes in headless Chromium: to open, until all is
drawn; and to answer, from a key or a click until the next picture is drawn: the first letter of a search, one branch
alone, a filter, the next step, and the change from the map to the list. Beside it stands how long an empty page takes,
which is the least that this way of measuring can tell.

Times are the best of three openings. It needs Chromium and the packages that tests need.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SIZES = (1_000, 10_000)
ROUNDS = 3
DRAWN = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
EMPTY = "<!DOCTYPE html><title>Empty</title><input id=find>"


def search(page: Page) -> None:
    """Look for the first letter."""
    page.locator("#find").focus()
    page.keyboard.press("e")


def branch(page: Page) -> None:
    """Show one branch alone, that of the box that has the focus."""
    page.locator("#stage [data-i]").first.focus()
    page.keyboard.press("b")


def filtered(page: Page) -> None:
    """Show one side alone."""
    page.locator("#b-filter").click()
    page.locator("#filter input").first.check()


def step(page: Page) -> None:
    """Begin to show the map step by step."""
    page.keyboard.press("s")


def listed(page: Page) -> None:
    """Show the list in place of the map."""
    page.locator("#b-list").click()


ANSWERS: dict[str, Callable[[Page], None]] = {
    "search": search,
    "branch": branch,
    "filter": filtered,
    "step": step,
    "list": listed,
}


def seconds(act: Callable[[], object], page: Page) -> float:
    """Return how long something takes until what it changes is drawn."""
    start = time.perf_counter()
    act()
    page.evaluate(DRAWN)
    return time.perf_counter() - start


def measure(browser: object, file: Path, answers: dict[str, Callable[[Page], None]]) -> dict[str, float]:
    """Return the best time to open a file, and of each answer, each in a page that was just opened."""
    best: dict[str, float] = {}
    for name, act in {"open": None, **answers}.items():
        for _ in range(ROUNDS):
            context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")  # type: ignore[attr-defined]
            page = context.new_page()
            page.set_default_timeout(120_000)
            spent = seconds(lambda: page.goto(file.as_uri()), page)  # noqa: B023 - it is called here
            if act is not None:
                page.wait_for_timeout(300)
                spent = seconds(lambda: act(page), page)  # noqa: B023
            best[name] = min(best.get(name, spent), spent)
            context.close()
    return best


def main() -> None:
    from playwright.sync_api import sync_playwright

    from argmap.render import draw
    from tests.bench.debates import debate
    from tests.browser import FLAGS, NAMES

    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        sys.exit("There is no Chromium on this machine. Install it, and try again.")
    sizes = [int(each) for each in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        print(f"{'claims':>8} {'open':>8} " + " ".join([f"{name:>8}" for name in ANSWERS]))
        empty = Path(folder, "empty.html")
        empty.write_text(EMPTY, encoding="utf-8")
        told = measure(browser, empty, {"search": search})
        print(f"{'empty':>8} {told['open'] * 1000:>5,.0f} ms {told['search'] * 1000:>5,.0f} ms")
        for size in sizes:
            m = debate(size)
            file = Path(folder, f"{size}.html")
            file.write_bytes(draw(m, "html"))
            told = measure(browser, file, ANSWERS)
            print(
                f"{len(m.claims):>8,} " + " ".join([f"{spent * 1000:>5,.0f} ms" for spent in told.values()]), flush=True
            )
        browser.close()


if __name__ == "__main__":
    main()
