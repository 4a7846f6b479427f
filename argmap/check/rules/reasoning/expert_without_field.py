"""REA110."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.check.graph.inferences import inferences, schemes_in_use
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.check.subject import Node, Subject


@rule("REA110", Severity.WARNING, profiles=("strict", "analysis"))
def expert_without_field(subject: Subject) -> Iterator[Found]:
    """An argument rests on an expert and does not say who that is, in what field, or what was said.

    ## What it does

    Looks at arguments with the scheme `expert_opinion` (or an alias of it) for three things: who the expert is (data
    `expert`, or a source that is cited), the field (data `field` of the argument, its premises or the source, or a
    word such as *professor* or *virologist*), and what was said (a citation). An argument that is spelt out with
    three premises has said it all.

    ## Why it matters

    Nobody can know everything, so it is reasonable to trust those who know. But a dentist is no expert on bridges,
    and an expert without a name cannot be asked. Who, in what field, in what words: with these, others can check.

    ## Flagged

    ```argdown
    [Sleep]: School should begin at nine.
      + <Experts>

    <Experts>: Experts say that pupils need more sleep.  // finding: REA110
      {scheme: expert_opinion}
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      lee: {title: Sleep at school, author: Dr. Lee, field: medicine}
    ===

    [Sleep]: School should begin at nine.
      + <Experts>

    <Experts>: Dr. Lee says that pupils need more sleep.
      {scheme: expert_opinion, cites: {source: lee, quote: "Pupils need nine hours of sleep."}}
    ```

    ## References

    The first three critical questions of the scheme *Expert opinion*: `argmap.schemes.scheme_named("expert
    opinion")`.
    """
    experts = [name for name, scheme in subject.shared(schemes_in_use).items() if scheme.id == "expert_opinion"]
    if not experts:
        return
    premises: dict[str, dict[str, Node]] = {}
    for inference in subject.shared(inferences):
        premises.setdefault(inference.argument.id, {}).update({claim.id: claim for claim in inference.premises})
    sources = {source.id: source.data for source in subject.map.sources}
    for name in experts:
        argument = subject.map[name]
        near = [argument, *premises.get(name, {}).values()]
        if len(near) > 3:
            continue
        cited = [citation.source for record in near for citation in subject.map.citations(record)]
        lacking = []
        if not cited and not _has("expert", near):
            lacking.append("who the expert is")
        if not _has("field", near) and not _field(near, [sources.get(each, {}) for each in cited], subject):
            lacking.append("in what field")
        if not cited:
            lacking.append("what exactly was said")
        if lacking:
            yield Found(
                argument,
                f"{subject.name(argument)} rests on an expert and does not say {joined(lacking, 'or')}. "
                f"Cite the source, and add `expert` and `field` to its data.",
            )


def _has(key: str, records: list[Node]) -> bool:
    return any(record.data.get(key) for record in records)


def _field(records: list[Node], sources: list[Mapping[str, Any]], subject: Subject) -> bool:
    if any(source.get("field") for source in sources):
        return True
    return any("expertise" in subject.words(record).lists for record in records)
