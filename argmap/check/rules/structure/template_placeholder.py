"""STR120."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject

_DOTS = " .…?_"


@rule("STR120")
def template_placeholder(subject: Subject) -> Iterator[Found]:
    """A claim or argument still has the words of a template.

    ## What it does

    Looks for texts of dots alone, for notes to oneself in capital letters such as TODO, and for the words that
    templates put where a claim is to stand, such as "your reason here". The words are those of the map's language.

    ## Why it matters

    An empty place in a template is a task, not a claim. Left in a finished map it makes a reason look as if it were
    there.

    ## Flagged

    ```argdown
    [Bike racks]: The school needs more bike racks.
      + <Reason 1>: Your reason here.  // finding: STR120
      + <Reason 2>: TODO ask the janitor  // finding: STR120
      - <Objection>: ...  // finding: STR120
    ```

    ## Accepted

    ```argdown
    [Bike racks]: The school needs more bike racks.
      + <List>: The janitor has bike racks on his todo list.
      + <Here>: Your school is easy to reach by bike, so pupils come here by bike.
    ```
    """
    found: dict[str, tuple[Node, str]] = {}
    for name in ("placeholders", "placeholder-marks"):
        for record, hits in subject.hits(name, arguments=True):
            said = [subject.words(record).said(*each) for each in hits]
            said = [each for each in said if name == "placeholders" or each.isupper()]
            if said:
                found.setdefault(record.id, (record, said[0]))
    for record in subject.map:
        if record.text and record.id not in found and not record.text.strip(_DOTS) and set(record.text) & {".", "…"}:
            found[record.id] = (record, record.text)
    for record, words in found.values():
        start = record.text.find(words)
        yield Found(
            record,
            f'{subject.name(record)} still says "{words.strip()}". Write what it claims, or remove it.',
            subject.places.of_words(record, start, start + len(words)),
        )
