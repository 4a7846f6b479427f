"""Maps made to be slow, by a name and a size: `SHAPES`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SAYING = "Phones certainly distract pupils from the the lessons, because they ring"


def _front(*lines: str) -> str:
    return "===\n" + "\n".join(lines) + "\n===\n\n"


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts) + "\n"


def _hub(sign: str, count: int) -> str:
    return "[Hub]: Schools should ban phones. {side: open}\n" + _lines(
        f"  {sign} [Spoke {k}]: {SAYING} {k} {{side: {'open' if k % 2 else 'closed'}}}" for k in range(count)
    )


def _chain(count: int, sign: str = "+") -> str:
    # Not nested, as blanks in front of a line would make the text quadratic.
    return _lines(f"[C {k}]: {SAYING} {k} {{speech: Ada {k}}}\n  {sign} [C {k + 1}]\n" for k in range(count))


def _ring(count: int) -> str:
    return _lines(f"[C {k}]: It rains in place {k}.\n  - [C {(k + 1) % count}]\n" for k in range(count))


def _support_ring(count: int) -> str:
    return _lines(f"[C {k}]: It rains in place {k}.\n  + [C {(k + 1) % count}]\n" for k in range(count))


def _equal(count: int) -> str:
    return _lines(f"{SAYING}\n" for _ in range(count))


def _equal_titled(count: int) -> str:
    return _lines(f"[C {k}]: {SAYING}\n  - [C {k + 1}]\n" for k in range(count))


def _nearly_equal(count: int) -> str:
    return _lines(f"The old phones of the pupils distract every class from lessons word{k}.\n" for k in range(count))


def _slips(count: int) -> str:
    """Titles that are one slip from one another, none put into words."""
    return "[Hub]: It rains.\n" + _lines(
        f"  + [Title {'abcdefghij'[k % 10]}{k:05}]\n  - <Title {k:05}>" for k in range(count)
    )


def _premises(count: int) -> str:
    listed = _lines(f"({k + 1}) [P {k}]: All pupils have phone {k} {{formula: p{k}}}" for k in range(count))
    return f"<Big>\n\n{listed}----\n({count + 1}) [End]: Some pupils have phones. {{formula: q}}\n"


def _steps(count: int) -> str:
    body = "".join(
        f"({2 * k + 1}) [P {k}]: All pupils have phone {k}\n-- Modus ponens {{uses: [{2 * k + 1}]}} --\n"
        f"({2 * k + 2}) [E {k}]: Some pupils have phone {k}\n"
        for k in range(count)
    )
    return f"<Long>\n\n{body}"


def _one_conclusion(count: int) -> str:
    return "[End]: It rains.\n\n" + "".join(
        f"<A {k}>\n  +> [End]\n\n(1) [P {k}]: Phone {k} rings\n----\n(2) [End]\n\n" for k in range(count)
    )


def _speeches(count: int) -> str:
    listed = ", ".join(f"{{id: S {k}, side: {'open' if k % 2 else 'closed'}}}" for k in range(count))
    said = "".join(
        f"[C {k}]: Phone {k} rings {{speech: S {k}, side: {'open' if k % 2 else 'closed'}}}\n  -> [C {max(0, k - 1)}]\n\n"
        for k in range(count)
    )
    return _front("sides: [open, closed]", f"speeches: [{listed}]") + said


def _sources(count: int) -> str:
    listed = [
        f'  s{k}: {{titel: "Source {k}", text: "Phone {k} rings in class. It does not stop at all."}}'
        for k in range(count)
    ]
    said = "".join(
        f'[C {k}]: Phone {k} rings {{cites: {{source: s{k}, quote: "Phone {k} rings very in class."}}}}\n\n'
        for k in range(count)
    )
    return _front("sources:", *listed) + said


def _quotes_of_one(count: int) -> str:
    passage = " ".join(f"Phone {k} rings in class." for k in range(count))
    said = "".join(
        f'[C {k}]: Phone {k} rings {{cites: {{source: s, quote: "Phone {k} rings loudly in class. Phone {k + 1}"}}}}\n\n'
        for k in range(count)
    )
    return _front("sources:", f'  s: {{text: "{passage}"}}') + said


def _citations_of_one(count: int) -> str:
    listed = ", ".join(f'{{source: s{k}, quote: "Phone {k} rings"}}' for k in range(count))
    return f"[C]: It rains. {{cites: [{listed}]}}\n"


def _suppressions(count: int) -> str:
    return _lines(f"[C {k}]: It rains. // argmap: ignore[STR108, WRD999] So {k}.\n" for k in range(count))


def _ranges(count: int) -> str:
    return _lines(
        f"// argmap: disable[STR105]\n\n[C {k}]: It rains.\n\n// argmap: enable[STR105]\n" for k in range(count)
    )


def _synonyms(count: int) -> str:
    listed = ", ".join(f"[word{k}, word{k + 1}]" for k in range(count))
    return _front(f"synonyms: [{listed}]") + _lines(f"It is word{k}.\n" for k in range(count))


def _glossary(count: int) -> str:
    return _front("glossary:", *(f"  word{k}: meaning {k}" for k in range(count))) + _lines(
        f"It is word{k} word{k + 1}.\n" for k in range(count)
    )


def _bipartite(count: int) -> str:
    side = max(2, int(count**0.5))
    return _lines(
        f"[L {a}]: Phone {a} rings {{side: open}}\n" + "".join(f"  - [R {b}]\n  -> [R {b}]\n" for b in range(side))
        for a in range(side)
    )


def _complete(count: int) -> str:
    side = max(2, int(count**0.5))
    return _lines(f"[C {a}]\n" + "".join(f"  + [C {b}]\n" for b in range(side)) for a in range(side))


def _long_claim(count: int) -> str:
    return "[A]: " + " ".join(f"{SAYING} {k}" for k in range(count)) + ".\n  + [A]\n"


def _long_words(count: int) -> str:
    return f"[A]: {'very ' * count}\n  + {'n' * count}\n"


def _sections(count: int) -> str:
    return _lines(f"{'#' * min(6, k % 7 + 1)} Part {k} {{cites: s{k}}}\n\n[C {k}]: It rains.\n" for k in range(count))


def _occurrences(count: int) -> str:
    return _lines(f"[A]: It rains. {{speech: Ada {k}, values: [v{k}]}}\n  + [B {k}]\n" for k in range(count))


def _self(count: int) -> str:
    return "[A]: It rains.\n" + "  + [A]\n" * count


def _twice(count: int) -> str:
    return "[A]: It rains.\n" + _lines(f"  + [B {k}]\n  + [B {k}]" for k in range(count))


def _preferences(count: int) -> str:
    order = " > ".join(f"C {k}" for k in range(count))
    return _front(f'preferences: "{order}"', f'values: "{order} > C 0"') + _lines(
        f"[C {k}]: It rains. {{preferred-to: C {(k + 1) % count}}}\n" for k in range(count)
    )


def _formulas(count: int) -> str:
    return _lines(
        f"[C {k}]: It rains {k}. {{formula: p{k} -> p{k + 1}, side: open}}\n  >< [C {k + 1}]\n" for k in range(count)
    )


def _probabilities(count: int) -> str:
    return "[Hub]: It rains. {probability: 0.9}\n" + _lines(
        f"  >< [C {k}]: It snows in {k}. {{probability: 0.8, weight: 40 %}}" for k in range(count)
    )


def _keys(count: int) -> str:
    return f"[A]: It rains. {{{', '.join(f'wieght{k}: {k}' for k in range(count))}}}\n  + [B] {{sdie: open}}\n"


def _schemes(count: int) -> str:
    return _lines(
        f"<A {k}>: It rains. {{scheme: expert opinion, answers: {{field: x}}, side: opne}}\n" for k in range(count)
    )


def _abbreviations(count: int) -> str:
    return _lines(f"The ABC{k} (Another Body Called {k}) and the XYZ{k} are not the ABC.\n" for k in range(count))


def _unknown(count: int) -> str:
    """Names of all kinds that are not listed, many of each."""
    listed = ", ".join(f"name{k}" for k in range(count))
    sources = ", ".join(f"src{k}: {{titel: Source {k}}}" for k in range(count))
    people = ", ".join(f"person{k}: {{side: edis{k}}}" for k in range(count))
    return _front(
        f"thesis: [{listed}]", f"sides: [{listed}]", f"speeches: [{listed}]", f"sources: {{{sources}}}",
        f"participants: {{{people}}}", f"symbols: {{{', '.join(f'q{k}: It rains' for k in range(count))}}}",
    ) + _lines(
        f"[C {k}]: It rains. {{side: eman{k}, speech: Ada {k}, cites: crs{k}, preferred-to: D {k}, formula: r{k}}}\n"
        for k in range(count)
    )  # fmt: skip


SHAPES: dict[str, Callable[[int], str]] = {
    "hub of attacks": lambda n: _hub("-", n),
    "hub of supports": lambda n: _hub("+", n),
    "hub of contraries": lambda n: _hub("><", n),
    "hub of undercuts": lambda n: _hub("_", n),
    "hub that attacks": lambda n: _hub("->", n),
    "chain of supports": _chain,
    "chain of attacks": lambda n: _chain(n, "-"),
    "ring of attacks": _ring,
    "ring of supports": _support_ring,
    "equal claims": _equal,
    "equal claims with titles": _equal_titled,
    "nearly equal claims": _nearly_equal,
    "titles alike": _slips,
    "premises of one argument": _premises,
    "steps of one argument": _steps,
    "arguments for one claim": _one_conclusion,
    "speeches": _speeches,
    "sources with quotations": _sources,
    "quotations of one source": _quotes_of_one,
    "citations of one claim": _citations_of_one,
    "suppressions": _suppressions,
    "suppressed ranges": _ranges,
    "synonyms": _synonyms,
    "glossary": _glossary,
    "complete bipartite conflict": _bipartite,
    "complete support": _complete,
    "one long claim": _long_claim,
    "one word many times": _long_words,
    "sections": _sections,
    "one claim named many times": _occurrences,
    "one relation to itself": _self,
    "relations written twice": _twice,
    "preferences": _preferences,
    "formulas": _formulas,
    "probabilities": _probabilities,
    "unknown keys": _keys,
    "schemes": _schemes,
    "abbreviations": _abbreviations,
    "unknown names": _unknown,
}  # fmt: skip
