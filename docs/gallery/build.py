"""The gallery: every style and theme of the flagship and of small teaching maps, many scripts, and a stepped reveal.

`python docs/gallery/build.py` draws all of it beside this file; `mkdocs build` does so first, as a hook. What it
makes is not kept in the repository.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import argmap
from argmap import datasets
from argmap.render import STYLES, THEMES, draw

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "examples" / "many_scripts.argdown"

MAPS = ("wet_street", "school_uniforms", "phones_in_class", "open_vs_closed")
"""The maps, small ones first."""
TOLD = {
    "auto": "What argmap chooses by itself, from the size and the shape of the map.",
    "cards": "Linked premises stand in one card, as in Rationale.",
    "argdown": "Claims and arguments, each in one box, as in Argdown's own maps.",
    "junctions": "Every claim has a box; linked premises meet in a point.",
    "camps": "Two camps face each other, with what is in dispute between them.",
    "tree": "Pros and cons under each claim, as in Kialo.",
    "toulmin": "Grounds, warrant, backing, qualifier and rebuttal, as Toulmin has them.",
    "aif": "Information, inference and conflict as nodes, as in the Argument Interchange Format.",
}
"""What each style does, in a sentence."""


def on_pre_build(config: Any) -> None:  # noqa: ARG001 - mkdocs gives it
    """Draw the gallery before the pages are built."""
    build(HERE)


def build(folder: Path) -> list[Path]:
    """Draw the gallery into a folder, and return what was written.

    Args:
        folder: Where to; it has to be there.
    """
    written = []

    def write(name: str, data: bytes | str) -> None:
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        written.append(path)

    lines = [
        "# Gallery",
        "",
        "Every picture here is drawn by argmap as you have it. Each style is a look over the same map; each theme is a "
        "set of colours and sizes, and goes with every style.",
        "",
    ]
    lines += [f"- [{datasets.load(name).title}]({name}.md), in every style and theme" for name in MAPS]
    lines += ["", "## Styles", ""]
    school = datasets.load("school_uniforms")
    for style in STYLES:
        write(f"style_{style}.svg", draw(school, "svg", style=style))
        lines += [f"### {style}", "", TOLD[style], "", f"![{school.title}, style {style}](style_{style}.svg)", ""]
    lines += ["## Themes", ""]
    street = datasets.load("wet_street")
    for theme in THEMES:
        write(f"theme_{theme}.svg", draw(street, "svg", theme=theme))
        lines += [f"### {theme}", "", f"![{street.title}, theme {theme}](theme_{theme}.svg)", ""]
    lines += ["## Any script", "", *_scripts(write), "## Step by step", "", *_reveal(write)]
    write("index.md", "\n".join(lines))
    for name in MAPS:
        write(f"{name}.md", "\n".join(_every_look(name, write)))
    return written


def _scripts(write: Any) -> list[str]:
    m = argmap.read(SCRIPTS)
    write("scripts.svg", draw(m, "svg"))
    write("scripts.png", draw(m, "png"))
    return [
        "Boxes are measured by argmap itself, so that they fit in any script. As SVG, in the fonts of the reader:",
        "",
        f"![{m.title}](scripts.svg)",
        "",
        "As PNG, in the fonts that argmap found:",
        "",
        f"![{m.title}](scripts.png)",
        "",
    ]


def _reveal(write: Any) -> list[str]:
    m = datasets.load("school_uniforms")
    lines = ["A view with a depth shows a debate from the thesis outwards; what is left out is counted.", ""]
    for depth in range(3):
        write(f"reveal_{depth}.svg", draw(m, "svg", view=m.view(depth=depth)))
        lines += [f"`--depth {depth}`", "", f"![{m.title}, depth {depth}](reveal_{depth}.svg)", ""]
    return lines


def _every_look(name: str, write: Any) -> list[str]:
    m = datasets.load(name)
    lines = [f"# {m.title}", ""]
    for style in STYLES:
        lines += [f"## {style}", "", TOLD[style], ""]
        for theme in THEMES:
            file = f"{name}_{style}_{theme}.svg"
            write(file, draw(m, "svg", style=style, theme=theme))
            lines += [f"### {style}, {theme}", "", f"![{m.title}, style {style}, theme {theme}]({file})", ""]
    return lines


if __name__ == "__main__":
    print(f"{len(build(HERE))} files are drawn.")
