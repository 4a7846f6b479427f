"""Build a small debate in Python, save it as Argdown and draw it.

Run it with `python examples/build_a_map.py FOLDER`; without FOLDER the two files go where you are.
"""

import sys
from pathlib import Path

import argmap


def build() -> argmap.ArgumentMap:
    """Return a map of six claims: a position, a linked reason, a rebuttal and an undercut."""
    m = argmap.ArgumentMap("Open or closed?")
    closed = m.claim("Powerful AI models should be kept behind an API", title="Keep closed", side="closed")
    harm = m.claim("Some uses of a powerful model do great harm", side="closed")
    gate = m.claim("An API provider can refuse harmful users", side="closed")

    # Two premises in one call: they are linked, and the argument needs both.
    m.support([harm, gate], closed, title="Safety", side="closed", rules="Practical reasoning")

    # An attack on a premise of that argument ...
    futile = m.claim("Determined bad actors will find a way regardless", side="open")
    rebuttal = m.rebut(futile, gate, title="Bad actors will find a way", side="open")

    # ... and an attack on the step of the attack, which leaves what it says alone.
    m.undercut("How easy it is still matters", rebuttal, title="How easy should it be?", side="closed")

    # Exactly one of the two positions is right.
    release = m.claim("The weights of powerful AI models should be released", title="Release", side="open")
    m.contradict(closed, release)
    return m


def main() -> None:
    """Build the map, write two files, and say what there is to see."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    m = build()
    m.save(folder / "small_debate.argdown")
    m.render(folder / "small_debate.svg")
    print(m)
    for claim in m.claims:
        print(f"  {claim.id}: {claim.text}")
    print(f"Written: {folder / 'small_debate.argdown'} and {folder / 'small_debate.svg'}")


if __name__ == "__main__":
    main()
