import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, Claim, Relation, RelationKind, Section, Step
from argmap.render import EngineError, find_engine, to_dot, to_svg
from argmap.render.labels import cut_nodes
from argmap.render.palettes import DARK
from argmap.render.theme import DEFAULT, Theme
from argmap.render.typesetting import UNFIT
from argmap.view import EdgeKind, View, diagram_of
from tests.maps import maps
from tests.render.drawings import SVG, every_kind, nodes, of, open_or_closed, parsed, width_of, words

HOSTILE = [
    "\"double\" and 'single'",
    "back\\slash \\N \\G \\L \\E \\n \\l",
    "".join(map(chr, range(32))) + "\x7f\x85\x9f",
    "\ud800 half \udfff",
    "\ufffe\uffff\ufdd0\U0001fffe",
    "\x00",
    "\ufeffa byte order mark",
    "]]>",
    "<script>alert(1)</script>",
    "<b>bold</b><br/></table>><font>",
    "&amp; &lt; &#0; &#x1; & <",
    "<!-- comment --> <?php ?> <![CDATA[x]]>",
    "javascript:alert(1)",
    "url(http://evil.example/x.svg) file:///etc/passwd",
    '" onload="alert(1)',
    'F" onload="x"',
    "{record|with} fields",
    "%1 %s {0} ${x}",
    "\u202e turned round \u2066\u2069",
    "e" + "\u0301" * 3000,
    "👩‍👩‍👧‍👦👍🏽" * 200,
    "漢字かな交じり文。" * 300,
    "يجب رفع الحد الأدنى للأجور.",
    "צריך להעלות את שכר המינימום.",
    "\u2028\u2029\u00a0\u200b",
    "n0:p0_0:e",
    "x" * 1_000_000,
    "many words " * 100_000,
    "\n" * 1_000_000 + "x",
    "-->",
    "\\",
    "",
]


def graph_of(root: ET.Element) -> ET.Element:
    graph = root.find(f"{SVG}g")
    assert graph is not None
    return graph


def full_of(text: str) -> ArgumentMap:
    """A map with `text` wherever a map can hold text, ids included; nothing of it is cleaned by the model."""
    claim, thesis = Claim(text or "c", text, title=text), Claim("t", text, data={"side": text})
    sketch = Argument("A" + text, text, title=text, data={"side": text})
    step = Argument("B" + text, title=text, steps=(Step((claim.id,), "t", (text, text)),), data={"side": text})
    return ArgumentMap.from_records(
        title=text,
        data={"sides": {text: text}},
        claims=[claim, thesis],
        arguments=[sketch, step],
        relations=[
            Relation(RelationKind.UNDERCUT, sketch.id, step.id, 0),
            Relation(RelationKind.CONTRADICTORY, claim.id, thesis.id),
        ],
        sections=[Section("s1", text, data={"isGroup": True})],
    )


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_is_drawn_and_inert(engine, text):
    svg = to_svg(full_of(text), engine=engine)
    root = parsed(svg)
    assert len(nodes(root)) == 3
    assert len(svg) < 200_000
    assert not UNFIT.search(svg.replace("\n", ""))


@given(st.text(max_size=60), st.text(max_size=30))
@settings(max_examples=25)
def test_any_text_is_drawn_and_inert(text, other):
    m = full_of(text)
    m.title = other
    turns = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    seen = "".join(words(parsed(to_svg(m, engine="bundled"))).translate(turns).split())
    for word in UNFIT.sub("", text).translate(turns).split():
        assert word in seen


@given(maps())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_any_map_is_drawn_and_inert(m):
    diagram = diagram_of(m, View(group=2))
    root = parsed(to_svg(diagram, engine="bundled"))
    drawn = [node for node in nodes(root) if not node.get("class", "").endswith("junction")]
    assert len(nodes(root)) == len(diagram.nodes)
    assert all(node.get("role") in ("img", "group") and node.get("aria-label") for node in drawn)
    signs = [edge for edge in diagram.edges if DEFAULT.strokes[edge.kind].sign and not edge.starts_in_junction]
    badges = [len(group) for group in root.iter(f"{SVG}g") if group.get("class") == "signs"]
    assert sum(badges) == 2 * len(signs)


def test_a_theme_cannot_smuggle_in_a_script(engine):
    theme = Theme(DEFAULT.light, DEFAULT.dark, DEFAULT.strokes, font='F" onload="alert(1)', fonts=('x"><script>',))
    parsed(to_svg(open_or_closed(), theme=theme, engine=engine))


def test_a_long_text_is_cut_with_a_mark_and_kept_in_the_tooltip():
    m = ArgumentMap()
    m.claim("word " * 600)
    root = parsed(to_svg(m))
    assert words(root).endswith("…")
    assert len(words(root)) < DEFAULT.text_limit * 1.1
    (node,) = nodes(root)
    assert node.findtext(f"{SVG}title") == ("word " * 600).strip()


def test_a_tooltip_has_the_colon_of_its_language():
    m = ArgumentMap(data={"language": "fr"})
    m.claim("La rue est mouillée", title="Rue")
    (node,) = nodes(parsed(to_svg(m)))
    assert node.findtext(f"{SVG}title") == "Rue : La rue est mouillée"


class TestSignsAndWords:
    diagram = diagram_of(every_kind())

    @pytest.fixture(autouse=True)
    def drawn(self):
        self.svg = to_svg(self.diagram, engine="bundled")
        self.root = parsed(self.svg)

    def test_every_kind_of_edge_has_its_sign(self):
        (badges,) = [group for group in self.root.iter(f"{SVG}g") if group.get("class") == "signs"]
        seen = [text.text or "" for text in badges.iter(f"{SVG}text")]
        drawn = [DEFAULT.strokes[edge.kind].sign for edge in self.diagram.edges if not edge.starts_in_junction]
        assert sorted(seen) == sorted(sign for sign in drawn if sign)
        assert {edge.kind for edge in self.diagram.edges} == set(EdgeKind)

    def test_the_key_shows_each_sign(self):
        samples = [part for part in graph_of(self.root) if part.tag == f"{SVG}g" and part.get("id") is None]
        texts = [[text.text for text in sample.iter(f"{SVG}text")] for sample in samples[:7]]
        assert texts == [["+"], ["→"], ["−"], ["×"], ["|"], ["≠"], []]

    def test_it_has_a_title_and_a_description(self):
        titles = of(self.root, "aria-labelledby").split()
        told = {part.get("id"): part.text for part in self.root if part.get("id") in titles}
        assert list(told.values()) == ["Every kind", self.diagram.description]
        assert self.root.get("role") == "img"

    def test_each_node_says_what_it_is(self):
        told = [node for node in nodes(self.root) if node.get("role")]
        labels = {of(node, "data-id"): of(node, "aria-label") for node in told}
        assert labels["C2"] == "Main claim, side dry: It will stay dry."
        assert "Premise 1: The sky is grey." in labels["Sky"]

    def test_edges_are_not_read_out(self):
        edges = [group for group in self.root.iter(f"{SVG}g") if group.get("class", "").startswith("edge")]
        assert len(edges) == len(self.diagram.edges)
        assert all(edge.get("aria-hidden") == "true" for edge in edges)

    def test_each_claim_in_a_card_is_a_part_of_its_own(self):
        cells = [part for node in nodes(self.root) for part in node.iter(f"{SVG}g") if part.get("class") == "cell"]
        told = [(of(cell, "data-id"), of(cell, "aria-label")) for cell in cells]
        assert [claim for claim, _ in told] == [one.claim for node in self.diagram.nodes for one in node.cells]
        assert told[0] == ("C5", "Premise 1: The sky is grey.")
        assert all("".join(cell.itertext()).strip() and cell.get("role") == "img" for cell in cells)
        assert {of(node, "role") for node in nodes(self.root) if node.find(f"{SVG}g") is not None} == {"group"}

    def test_nodes_are_read_in_the_order_of_the_diagram(self):
        ids = [of(node, "id").rpartition("-n")[2] for node in nodes(self.root)]
        assert ids == [str(index) for index in range(len(self.diagram.nodes))]

    def test_edges_tell_what_they_tie(self):
        edges = [group for group in self.root.iter(f"{SVG}g") if group.get("class", "").startswith("edge")]
        told = {(of(edge, "data-from"), of(edge, "data-kind"), of(edge, "data-to")) for edge in edges}
        assert ("C1", "contradictory", "C2") in told
        known = {node.id for node in self.diagram.nodes} | {c.claim for n in self.diagram.nodes for c in n.cells}
        assert {end for start, _, end in told} | {start for start, _, _ in told} <= known
        (undercut,) = [edge for edge in told if edge[2] == "Sky"]
        assert undercut[1] == "undercut"

    def test_ids_are_unique_and_of_this_picture(self):
        ids = [part.get("id") for part in self.root.iter() if part.get("id")]
        prefix = of(self.root, "id")
        assert len(ids) == len(set(ids))
        assert re.fullmatch("argmap-[0-9a-f]{8}", prefix)
        assert all(name and name.startswith(prefix) for name in ids)
        assert to_svg(open_or_closed()).split('id="')[1] != self.svg.split('id="')[1]

    def test_lines_are_told_their_length(self):
        told = 0
        for text in self.root.iter(f"{SVG}text"):
            if text.get("textLength"):
                assert float(of(text, "textLength")) == pytest.approx(width_of(text), abs=0.01)
                told += 1
        assert told > 20

    def test_no_text_leaves_the_picture(self):
        left, top, width, height = map(float, of(self.root, "viewBox").split())
        shift = re.findall(r"translate\(([-.\d]+) ([-.\d]+)\)", of(graph_of(self.root), "transform"))[0]
        for text in self.root.iter(f"{SVG}text"):
            x, y = (float(of(text, axis)) + float(by) for axis, by in zip("xy", shift, strict=True))
            assert left <= x
            assert x + (width_of(text) if text.get("text-anchor") == "start" else 0) <= left + width
            assert top <= y <= top + height

    def test_every_colour_turns_in_the_dark(self):
        used = {part.get(name) for part in self.root.iter() for name in ("fill", "stroke")} - {None, "none"}
        style = self.root.findtext(f"{SVG}style", "")
        assert "@media (prefers-color-scheme:dark)" in style
        assert used <= set(DEFAULT.in_the_dark())
        assert all(f'"{colour}"' in style for colour in used)


def test_boxes_hold_their_words():
    """The text of each box lies within its frame, by our own measure of the text."""
    m = ArgumentMap()
    thesis = m.claim("最低賃金を引き上げれば、働く人の暮らしが安定する。")
    m.support([m.claim("WWW MMM " * 6), m.claim("ЩЩЩ " * 12)], thesis, title="Wide letters " * 4)
    m.rebut("صريح " * 12, thesis)
    root = parsed(to_svg(m, engine="bundled"))
    for node in nodes(root):
        xs = [
            float(x)
            for frame in node
            for x in re.findall(r"(-?[\d.]+),-?[\d.]+", frame.get("points") or frame.get("d") or "")
        ]
        for text in node.iter(f"{SVG}text"):
            width = width_of(text)
            x = float(of(text, "x")) - (width if text.get("text-anchor") == "end" else 0)
            assert min(xs) - 0.5 <= x
            assert x + width <= max(xs) + 0.5


def test_pictures_that_differ_only_in_the_dark_have_ids_of_their_own(engine):
    theme = replace(DEFAULT, dark=replace(DARK, text="#fefefe"))
    pictures = [parsed(to_svg(every_kind(), engine=engine, theme=one)) for one in (DEFAULT, theme)]
    assert len({of(root, "id") for root in pictures}) == 2


def test_the_same_map_gives_the_same_bytes(engine):
    assert to_svg(every_kind(), engine=engine) == to_svg(every_kind(), engine=engine)
    assert to_dot(every_kind()) == to_dot(every_kind())


def test_the_key_tells_mutual_attacks_from_contraries(engine):
    m = ArgumentMap()
    a, b, c = m.claim("a"), m.claim("b"), m.claim("c")
    m.relate(a, "attack", b)
    m.relate(b, "attack", a)
    m.relate(b, "contrary", c)
    root = parsed(to_svg(m, engine=engine))
    shown = words(root)
    assert "attack each other" in shown
    assert "cannot both be true" in shown
    signs = Counter(text.text for text in root.iter(f"{SVG}text") if text.text in ("−", "|"))
    assert signs == {"−": 2, "|": 2}  # on the line and in the key


def test_shortened_texts_are_told(engine):
    m = ArgumentMap()
    m.support(m.claim("word " * 400), m.claim("short"))
    described = next(parsed(to_svg(m, engine=engine)).iter(f"{SVG}desc"))
    assert "1 box holds a text that is drawn shortened" in (described.text or "")
    m.claim("other " * 400)
    described = next(parsed(to_svg(m, engine=engine)).iter(f"{SVG}desc"))
    assert "2 boxes hold texts that are drawn shortened" in (described.text or "")


@pytest.mark.parametrize("text", ["x" * DEFAULT.text_limit, "a  b" + " " * 2 * DEFAULT.text_limit, "short"])
def test_nothing_is_told_where_all_is_drawn(text):
    m = ArgumentMap()
    m.claim(text)
    assert cut_nodes(diagram_of(m), DEFAULT) == ()


def test_the_title_of_a_debate_is_drawn_whole():
    title = "Should the town close its centre to cars, " * 5 + "or not?"
    m = ArgumentMap(title)
    m.claim("It should")
    root = parsed(to_svg(m))
    assert title in words(root)
    assert title == (root.find(f"{SVG}title").text)


def test_what_is_cut_ends_in_dots():
    m = ArgumentMap()
    m.claim("word " * 400, title="title")
    premises = [m.claim("one " * 400), m.claim("two")]
    m.support(premises, m.claim("three"), title="long " * 200)
    diagram = diagram_of(m)
    assert cut_nodes(diagram, DEFAULT) == (diagram.nodes[0].id, diagram.nodes[-1].id)
    assert words(parsed(to_svg(m))).count("…") == 3


def test_webs_that_graphviz_loses_edges_of_are_drawn_all_the_same(engine):
    """Theses on one level that exclude each other every which way: `dot` says that it lost an edge."""
    rounds = 0
    for seed in range(267, 269):
        chance = Random(seed)
        m = ArgumentMap()
        claims = [m.claim("x" * chance.randint(1, 40)) for _ in range(14)]
        for one, other in ((chance.sample(range(10), 2)) for _ in range(18)):
            m.relate(claims[one], chance.choice(["contrary", "contradictory"]), claims[other])
        for reason in claims[10:]:
            m.support(reason, claims[chance.randrange(10)])
        rounds += len(nodes(parsed(to_svg(m, engine=engine, style="cards"))))
    assert rounds == 28


def test_what_one_level_makes_undrawable_is_drawn_without_levels():
    class Fussy:
        name, version, formats = "fussy", (1,), frozenset({"svg"})

        def layout(self, dot: str, **options: Any) -> bytes:
            if "rank=sink" in dot:
                raise EngineError("lost an edge")
            return find_engine("bundled").layout(dot, **options)

    m = ArgumentMap()
    m.contradict(m.claim("a"), m.claim("b"))
    assert len(nodes(parsed(to_svg(m, engine=Fussy())))) == 2
