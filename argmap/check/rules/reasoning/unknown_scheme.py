"""REA201."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Severity
from argmap.errors import nearest
from argmap.schemes import VOCABULARIES, known, schemes, term_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span


@rule("REA201", Severity.WARNING)
def unknown_scheme(subject: Subject) -> Iterator[Found]:
    """An argument names a scheme that argmap does not know.

    ## What it does

    Looks up the `scheme` in the data of each argument among the schemes of `argmap.schemes`. Capitals, blanks,
    hyphens and the words "argument from" do not matter. Words that AIF, arguebuf or Carneades have for a scheme are
    known as well. Schemes of your own can be named in the front matter, `schemes: [our own]`.

    ## Why it matters

    The name of the scheme decides which critical questions are asked. With a slip in it, none are.

    ## Flagged

    ```argdown
    <Doctors>: Doctors advise it.
      {scheme: expert_opinon}  // finding: REA201
    ```

    ## Accepted

    ```argdown
    ===
    schemes: [house rule]
    ===

    <Doctors>: Doctors advise it.
      {scheme: Argument from expert opinion}

    <Caretaker>: The caretaker decides about the gym.
      {scheme: house rule}
    ```

    ## How it is fixed

    Where one known name is very near, that is written.
    """
    own = subject.data.get("schemes")
    names = {str(each).casefold() for each in own} if isinstance(own, list | dict) else set()
    for argument in subject.map.arguments:
        name = argument.scheme
        if name is None or name.casefold() in names or known(name) is not None:
            continue
        if any(term_of(vocabulary, name) is not None for vocabulary in VOCABULARIES):
            continue
        place = subject.places.of_data(argument, "scheme", name)
        hint = nearest(name, [scheme.id for scheme in schemes()])
        yield Found(
            argument,
            f"{subject.name(argument)} names the scheme {name!r}, which argmap does not know.{hint} Write one of "
            f"`argmap.schemes`, or list your own under `schemes` in the front matter.",
            place,
            fix=_fix(hint, name, place, subject) if subject.places.has_once(argument, name) else None,
        )


def _fix(hint: str, name: str, place: Span | None, subject: Subject) -> Fix | None:
    if not hint or place is None or subject.source is None:
        return None
    if subject.source.text[place.start : place.end] != name:
        return None
    better = hint.split("'")[1]
    return Fix(f"Write {better}", (Edit(place, better),), is_safe=False)
