"""Documents with faults, and any text."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.grammar.choosing import table
from tests.grammar.documents import documents

_FRAGMENTS = table(
    "[¦]¦]:¦<¦>¦>:¦{¦}¦(¦)¦(1)¦\n¦\n\n¦\n  ¦  ¦\t¦+¦-¦+>¦->¦><¦<_¦_>¦_ ¦--¦----¦\n----\n¦===¦**¦*¦__¦"
    "_¦#¦# ¦#(¦@¦@[¦@<¦//¦/*¦*/¦<!--¦-->¦\\¦\r¦\r\n¦.¦:¦.v.¦,¦;¦'¦\"¦* ¦1. ¦[A]¦[A]: ¦<A>¦<A>: ¦"
    "[l](u)¦{a: 1}¦{a: ¦{\n¦\n}¦a¦x y¦\ufeff¦\u2028¦\x00¦\x85¦\xa0¦😀¦\ud800¦http://e.org/x¦"
    "\n\n(1) a\n----\n(2) b¦&a [*a]¦!!python/object:x {}¦<<: 1"
)
fragments = st.sampled_from(_FRAGMENTS)


@st.composite
def mutations(draw: st.DrawFn, originals: st.SearchStrategy[str] | None = None) -> str:
    """A valid document with one to four random edits."""
    text = draw(originals if originals is not None else documents())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(("insert", "delete", "replace", "repeat", "swap", "indent")))
        if kind == "insert":
            text = text[:start] + draw(fragments) + text[start:]
        elif kind in ("delete", "replace", "repeat"):
            end = min(len(text), start + draw(st.sampled_from((1, 1, 2, 5, 20))))
            middle = {"delete": "", "repeat": text[start:end] * 2}.get(kind)
            text = text[:start] + (draw(fragments) if middle is None else middle) + text[end:]
        else:
            lines = text.split("\n")
            at = draw(st.integers(0, len(lines) - 1))
            if kind == "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            else:
                lines[at] = draw(st.sampled_from((" ", "   ", "\t", ""))) + lines[at].lstrip(" \t")
            text = "\n".join(lines)
    return text


def any_text() -> st.SearchStrategy[str]:
    """Any text at all: random characters, and the signs of the language in random order."""
    return st.one_of(
        st.text(max_size=200),
        st.text(st.sampled_from("[]<>{}()#*_+-=.:/\\@,'\"aA1 \t\n\r"), max_size=200),
        st.lists(fragments, max_size=40).map("".join),
        st.text(st.characters(), max_size=60),
    )
