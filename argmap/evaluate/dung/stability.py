"""Why a framework has no stable extension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.dung.answers import Answer
from argmap.evaluate.dung.encoding import Sets, conflict_free
from argmap.evaluate.dung.oracle import OutOfTimeError
from argmap.evaluate.dung.semantics import semantics_named
from argmap.evaluate.dung.tasks import OUT_OF_TIME, Task
from argmap.wording import joined

if TYPE_CHECKING:
    from argmap.evaluate.dung.framework import Framework
    from argmap.evaluate.dung.part import Part


def why_no_stable(framework: Framework, time_limit: float | None) -> Answer[tuple[str, ...]]:
    """Return arguments that cannot all be settled, none of which could be spared.

    A minimal unsatisfiable core, by deletion: one call of the solver for each argument of the first core (Niskanen and
    Järvisalo, "Smallest explanations and diagnoses of rejection in abstract argumentation", KR 2020, look for
    smallest ones).
    """
    task = Task(framework, semantics_named("stable"), time_limit)
    core: list[int] = []
    part = None
    try:
        for part in task.parts:
            if _shrunk(task, part, core):
                break
        else:
            return Answer((), True, "There is a stable extension.")
    except OutOfTimeError:
        if not core or part is None:
            return Answer((), False, f"{OUT_OF_TIME} Whether there is a stable extension is not known.")
        names = framework.names(part.at(sorted(core)))
        return Answer(
            names, False, f"{OUT_OF_TIME} There is no stable extension; some of {len(names):,} arguments suffice."
        )
    core.sort()
    names = framework.names(part.at(core))
    return Answer(names, True, f"There is no stable extension: {_in_words(part, core, names)}")


def _shrunk(task: Task, part: Part, core: list[int]) -> bool:
    """Put into `core` the arguments of a part that cannot all be settled; return whether there are such."""
    sets = Sets(part, task.clock, conflict_free)
    oracle, inside = sets.oracle, sets.inside
    wanted = {oracle.literal(): number for number in range(len(part))}
    for literal, number in wanted.items():
        oracle.add([-literal, inside[number], *(inside[attacker] for attacker in part.attackers[number])])
    if oracle.can(*wanted):
        return False
    literals = sorted(oracle.core())
    core[:] = [wanted[literal] for literal in literals]
    for literal in tuple(literals):
        if literal in literals and not oracle.can(*(other for other in literals if other != literal)):
            literals = sorted(oracle.core())
            core[:] = [wanted[literal] for literal in literals]
    return True


def _in_words(part: Part, core: list[int], names: tuple[str, ...]) -> str:
    within = set(core)
    if len(core) == 1:
        rivals = "else" if set(part.attackers[core[0]]) == within else "that can be accepted"
        return f"{names[0]!r} attacks itself, and nothing {rivals} attacks it."
    listed = joined([repr(name) for name in names])
    ends = [within.intersection(part.attacked[number]) for number in core]
    if all(len(end) == 1 for end in ends) and len(set().union(*ends)) == len(core) and len(core) % 2:
        return f"{listed} attack each other in a circle of odd length."
    return f"no set without conflict holds or attacks every one of {listed}."
