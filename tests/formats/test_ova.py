"""OVA: its numbers, its look, the document it is about."""

import json

from argmap.formats import read
from argmap.model import ArgumentMap
from tests.formats.aif_family import SAMPLES, back, read_text, written

DOGS = SAMPLES / "ova" / "dogs.ova.json"
RAIN = SAMPLES / "ova" / "rain.json"


def test_the_main_claim_is_the_thesis():
    m = read(DOGS)
    assert m.data["thesis"] == "1"
    m.data["thesis"] = ["1", "2"]
    nodes = json.loads(written(m, "ova")[0])["nodes"]
    assert [node["id"] for node in nodes if node.get("majorClaim")] == [1, 2]
    assert back(m, "ova") == m
    m.data["thesis"] = "nobody"
    assert not any(node.get("majorClaim") for node in json.loads(written(m, "ova")[0])["nodes"])
    assert back(m, "ova") == m


def test_the_document():
    m = read(DOGS)
    assert m.title == "Dogs"
    m.title = "Cats"
    assert json.loads(written(m, "ova")[0])["analysis"]["documentTitle"] == "Cats"
    assert back(m, "ova") == m
    m.title = ""
    assert back(m, "ova") == m


def test_words_of_the_text_and_who_says_them():
    m = read(DOGS)
    assert m["2"].data["cites"] == [{"source": "text", "quote": "the ranger says so", "start": 39, "end": 57}]
    assert m["2"].data["author"] == "4"
    assert m.data["participants"] == {"4": "Rob Ranger"}


def test_descriptors_keep_their_signs():
    m = read(DOGS)
    assert m["5"].scheme == "expert_opinion"
    assert "s_Conclusion\u0589 A is true" in m["5"].data["aif"]["descriptors"]


def test_edges_repeat_whole_nodes_and_only_their_ids_count():
    value = json.loads(DOGS.read_text())
    for edge in value["edges"]:
        edge["from"] = {"id": edge["from"]["id"]}
        edge["to"] = edge["to"]["id"]
    m = read_text(json.dumps(value), "ova").map
    assert m == read(DOGS)
    again = json.loads(written(m, "ova")[0])
    nodes = {node["id"]: node for node in again["nodes"]}
    assert all(edge["from"] == nodes[edge["from"]["id"]] for edge in again["edges"])
    assert all(edge["to"] == nodes[edge["to"]["id"]] for edge in again["edges"])


def test_a_map_gets_numbers_and_places():
    m = ArgumentMap("Rain")
    m.rebut(["It rains", "It pours"], m.claim("It is dry", id="7"))
    value = json.loads(written(m, "ova")[0])
    assert [(node["id"], node["type"], node["scheme"]) for node in value["nodes"]] == [
        (7, "I", "0"),
        (8, "I", "0"),
        (9, "I", "0"),
        (10, "CA", "71"),
    ]
    assert len({(node["x"], node["y"]) for node in value["nodes"]}) == 4
    assert value["analysis"]["documentTitle"] == "Rain"
    assert back(m, "ova") == m


def test_a_node_that_was_moved_keeps_its_new_place():
    m = ArgumentMap()
    m.claim("It rains")
    value = json.loads(written(m, "ova")[0])
    value["nodes"][0]["x"] = 999
    moved = read_text(json.dumps(value), "ova").map
    assert moved["C1"].data["aif"]["x"] == 999
    assert json.loads(written(moved, "ova")[0])["nodes"][0]["x"] == 999


def test_the_oldest_files():
    m = read(RAIN)
    assert (m["6"].premises, m["6"].conclusion, m["6"].scheme) == (("5",), "2", None)
    assert m.data["ova"] == {"txt": "It rains."}
