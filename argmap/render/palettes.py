"""The colours of the themes.

They were chosen by eye within what the tests ask for: see `argmap.render.tones.Palette` and tests/render/test_theme.py.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.render.tones import Palette, Tone

LIGHT = Palette(
    page="#ffffff",
    text="#1f2937",
    muted="#566377",
    on_tone="#fffffe",
    cell="#fefefe",
    rule="#d5dce6",
    thesis="#111827",
    focus="#0a5fd8",
    group="#f8f9fb",
    neutral=Tone("#475569", "#f1f5f9"),
    support=Tone("#0b7a5b", "#e6f3ee"),
    attack=Tone("#b83a1e", "#fbebe5"),
    undercut=Tone("#6d4ba3", "#f0ebf8"),
    accepted=Tone("#0f4a2f", "#e6f3ea"),
    rejected=Tone("#666d7a", "#f1f3f5"),
    undecided=Tone("#8c6200", "#fdf5dc"),
    added=Tone("#1161ae", "#e2effc"),
    removed=Tone("#b0421a", "#fdebe1"),
    changed=Tone("#4b1a52", "#f5eaf7"),
    error=Tone("#85102a", "#fce8ea"),
    warning=Tone("#995b06", "#fdf0dc"),
    info=Tone("#2b5d9b", "#e9f1fa"),
    chip=Tone("#3f4b5c", "#e8ecf1"),
    sides=(
        Tone("#1d4f91", "#e8effa"),
        Tone("#8a5a00", "#fbf1df"),
        Tone("#007a78", "#e0f3f2"),
        Tone("#78235f", "#f9e9f3"),
        Tone("#35470d", "#eff4de"),
        Tone("#33243f", "#eeecf3"),
    ),
    camps=("#f5f8fd", "#fefaf3", "#f3fafa", "#fdf6fa", "#f8faf2", "#f8f7fa"),
    tag_colours=(
        Tone("#234f96", "#adcbfa"),
        Tone("#7d4a00", "#fdd6a4"),
        Tone("#2a5c40", "#c3ddcb"),
        Tone("#86296a", "#ecb6d8"),
        Tone("#5a5e00", "#f3f7bf"),
        Tone("#5b3fa0", "#e3d7fc"),
        Tone("#00605a", "#b3f7ea"),
        Tone("#822f12", "#f0b8a2"),
    ),
)
DARK = Palette(
    page="#12161d",
    text="#e7ebf0",
    muted="#9fabbb",
    on_tone="#0d1117",
    cell="#1a2029",
    rule="#3a4452",
    thesis="#f4f6f9",
    focus="#6cb0ff",
    group="#161b23",
    neutral=Tone("#a3b0c2", "#222a35"),
    support=Tone("#4cc9a0", "#12332a"),
    attack=Tone("#ff8a6b", "#3b1e16"),
    undercut=Tone("#b79cf0", "#2a2140"),
    accepted=Tone("#a8eebf", "#17352a"),
    rejected=Tone("#8d97a5", "#20252d"),
    undecided=Tone("#d9a934", "#35290d"),
    added=Tone("#55a8f7", "#12294a"),
    removed=Tone("#ec8a45", "#3d2110"),
    changed=Tone("#f3c6f5", "#36203a"),
    error=Tone("#ff8f95", "#421a20"),
    warning=Tone("#f2b866", "#3a2a12"),
    info=Tone("#8fbcf0", "#1a2c44"),
    chip=Tone("#c9d2de", "#2b3440"),
    sides=(
        Tone("#7fb2f5", "#172a45"),
        Tone("#e3b04b", "#372910"),
        Tone("#54cfc6", "#0f3333"),
        Tone("#e0719a", "#3b1a2a"),
        Tone("#cbe878", "#283212"),
        Tone("#efe2f6", "#2d2836"),
    ),
    camps=("#141c29", "#1e1a14", "#13201f", "#1f161c", "#181c13", "#19181f"),
    tag_colours=(
        Tone("#a9c8fb", "#2a4670"),
        Tone("#f5c27a", "#66400c"),
        Tone("#a5d8b8", "#2f5140"),
        Tone("#f0a6d6", "#512a47"),
        Tone("#dfe58a", "#323609"),
        Tone("#c7b3f7", "#1e1140"),
        Tone("#7ee6da", "#04282c"),
        Tone("#f79c80", "#3a0a06"),
    ),
)

# Green and red as in teachers' books. Their hues look alike to one boy in twelve, so the red is much the darker by
# day, and the green much the lighter in the dark: a copier shows the difference as well.
TRADITIONAL = replace(
    LIGHT,
    support=Tone("#167c38", "#e6f6e9"),
    attack=Tone("#8c0d18", "#fce8e8"),
)
TRADITIONAL_DARK = replace(
    DARK,
    support=Tone("#86e39a", "#15341d"),
    attack=Tone("#f0555a", "#37151a"),
)

# A page that does not glare: cream for white, and a warm dark grey for black.
CREAM = replace(
    LIGHT,
    page="#fbf3e0",
    text="#2a2824",
    muted="#5b5446",
    on_tone="#fffdf7",
    cell="#fff9ec",
    rule="#dccfb2",
    thesis="#231f18",
    group="#f8eed8",
    neutral=Tone("#545046", "#f0e7d3"),
    support=Tone("#06694d", "#dfeedd"),
    attack=Tone("#a9321a", "#fae0d0"),
    undercut=Tone("#64419b", "#eee2ee"),
    accepted=Tone("#0f4a2f", "#dfedd6"),
    rejected=Tone("#696866", "#efe9de"),
    undecided=Tone("#7f5900", "#fcebc2"),
    chip=Tone("#4a4538", "#ebe0c8"),
    sides=(
        Tone("#1d4f91", "#e2e9f0"),
        Tone("#7f5200", "#fbe7c0"),
        Tone("#006f6c", "#d8ede4"),
        Tone("#78235f", "#f7e1e6"),
        Tone("#35470d", "#eaefc9"),
        Tone("#33243f", "#ebe3e6"),
    ),
    camps=("#f3f0e6", "#fcefd3", "#eef2e2", "#faebe0", "#f4f2d8", "#f4ede1"),
)
CREAM_DARK = replace(
    DARK,
    page="#1c1a17",
    text="#ece5d8",
    muted="#b5ab9a",
    on_tone="#171410",
    cell="#24211d",
    rule="#4a443a",
    thesis="#f7f1e6",
    group="#211e1a",
    neutral=Tone("#b8b0a1", "#2f2b25"),
    rejected=Tone("#9b9486", "#2b2823"),
    chip=Tone("#d8cfbe", "#3a352d"),
    camps=("#1e2026", "#26201a", "#1d2321", "#271d20", "#22221a", "#232024"),
)
