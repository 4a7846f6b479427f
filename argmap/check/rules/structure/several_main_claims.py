"""STR104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.shape import components
from argmap.check.graph.unsaid import unsaid
from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR104")
def several_main_claims(subject: Subject) -> Iterator[Found]:
    """Reasons lead to a claim that is not the thesis, and end there.

    ## What it does

    Where the front matter names the thesis, it looks for other claims and arguments that have reasons or objections and
    speak for or against nothing themselves. A claim that contradicts another one is accepted: that is what it speaks
    against. Parts of the map that nothing connects with a thesis are left to `islands`, and titles without a text to
    `undefined-claim` and `empty-reason`.

    ## Why it matters

    A thesis says what the debate is about. Reasons that end somewhere else may be good ones, but nobody can tell
    what they do for the thesis. Perhaps one link is missing, or the debate has a second thesis.

    ## Flagged

    ```argdown
    ===
    thesis: Longer break
    ===

    [Longer break]: The long break should last half an hour.
      + [Play]: Pupils need time to play.
      + [Hungry]: Many pupils are hungry by eleven.

    [Late lunch]: Lunch comes too late.  // finding: STR104
      + [Hungry]
    ```

    ## Accepted

    ```argdown
    ===
    thesis: Longer break
    ===

    [Longer break]: The long break should last half an hour.
      + [Play]: Pupils need time to play.
      >< [Short break]

    [Short break]: The long break should stay as it is.
      + [Home]: Pupils want to be home early.
    ```

    A slip of the pen in a title is told as such (STR206):

    ```argdown
    ===
    thesis: Longer break
    ===

    [Longer break]: The long break should last half an hour.
      - [Late bus]: The bus leaves at one.
        - [Second bus]
      + [Play]: Pupils need time to play.

    [Second bus]: There is a bus at two.
      -> [Late bsu]
    ```
    """
    theses = {thesis.id for thesis in subject.theses}
    if not subject.data.get("thesis") or not theses:
        return
    opposed = {
        end
        for relation in subject.map.relations
        if relation.kind.is_symmetric
        for end in (relation.source, relation.target)
    }
    parts = [{record.id for record in part} for part in subject.shared(components).parts]
    near = set().union(*(part for part in parts if not theses.isdisjoint(part)))
    said = subject.shared(unsaid)
    explained = theses | opposed | said.meant.keys() | said.misspelt
    for record in subject.map.roots():
        if record.id in near and record.id not in explained and subject.map.neighbours(record):
            thesis = subject.name(subject.theses[0])
            yield Found(
                record,
                f"Reasons lead to {subject.name(record)} and end there, apart from the thesis {thesis}. Link it to "
                "the thesis, or add it to `thesis` in the front matter.",
            )
