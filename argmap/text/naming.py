"""The ids of what a text holds, given when all titles are known: the title, or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.text.drafts import Draft


def ids_of(claims: list[Draft], arguments: list[Draft]) -> tuple[list[str], list[str]]:
    """Return the ids of all claims and of all arguments: of each its title, or the next free C or A number.

    An argument whose title a claim has too is called by it in angle brackets.

    Example:
        >>> from argmap.text.drafts import Draft
        >>> ids_of([Draft("Rain", 0), Draft(None, 1)], [Draft("Rain", -1), Draft(None, -2)])
        (['Rain', 'C1'], ['<Rain>', 'A1'])
    """
    claim_ids = [draft.title or "" for draft in claims]
    argument_ids = [draft.title or "" for draft in arguments]
    titles = {draft.title for draft in claims}
    used = {*claim_ids}
    clashes: list[tuple[int, str]] = []
    for k, draft in enumerate(arguments):
        if draft.title is None:
            continue
        if draft.title in titles:
            clashes.append((k, draft.title))
        else:
            used.add(draft.title)
    for k, title in clashes:
        count = 2
        name = f"<{title}>"
        while name in used:
            name = f"{title} ({count})"
            count += 1
        argument_ids[k] = name
        used.add(name)
    for ids, letter in ((claim_ids, "C"), (argument_ids, "A")):
        count = 0
        for k, known in enumerate(ids):
            if not known:
                count += 1
                while f"{letter}{count}" in used:
                    count += 1
                ids[k] = f"{letter}{count}"
    return claim_ids, argument_ids
