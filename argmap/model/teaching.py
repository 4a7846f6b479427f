"""Calls of a map for teaching with it, and for the work of several people on one map."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from argmap.model.container import Container

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argmap.check.binding import Binding
    from argmap.check.open_questions import OpenQuestions
    from argmap.model.records import Argument, Claim
    from argmap.schemes import Scheme


class Teaching(Container):
    """The calls that teach with a map; a base of `ArgumentMap`, not used by itself.

    What they return comes from layers above this one, which are imported at the first call.
    """

    def bind(
        self, argument: str | Argument, scheme: str | Scheme, roles: Mapping[str | Claim, int] | None = None
    ) -> Binding:
        """Say which scheme an argument follows, and which of its claims plays which premise; write both into its data.

        Args:
            argument: The argument, or its id.
            scheme: The scheme, or one of its names, such as "expert opinion".
            roles: For claims among the premises of the argument, or their ids, the number of the premise of the
                scheme, from 1. None leaves roles as they are, and takes them out if the argument had another scheme
                before; an empty mapping takes them out.

        Returns:
            How the argument fills in the scheme now; printed, it is a form.

        Raises:
            UnknownNameError: If there is no such argument or scheme, or a claim is none of its premises.
            ModelError: If a claim is named as the argument, or a number is none of a premise of the scheme.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.support("Dr Meyer says that fluoride protects teeth", m.claim("It does"), title="Dentist")
            >>> print(m.bind("Dentist", "expert opinion"))
            “Dentist” follows the scheme Expert opinion.
              1. E is an expert in the field F.
                missing
              2. The claim A belongs to the field F.
                missing
              3. E says that A is true.
                “Dr Meyer says that fluoride protects teeth” (proposed)
              2 premises of the scheme are missing.
        """
        found: Binding = import_module("argmap.check.binding").bind(self, argument, scheme, roles)
        return found

    def binding(self, argument: str | Argument, *, language: str | None = None) -> Binding:
        """Return how an argument fills in its scheme: which claim plays which premise, and what is missing.

        Args:
            argument: The argument, or its id.
            language: The code of the language to say it in; by default that of the map, else English.

        Raises:
            UnknownNameError: If there is no such argument, or argmap does not know its scheme.
            ModelError: If a claim is named, or the argument names no scheme.

        Example:
            >>> import argmap
            >>> argmap.datasets.load("phones_in_class").binding("Attention").is_complete
            True
        """
        found: Binding = import_module("argmap.check.binding").binding(self, argument, language=language)
        return found

    def open_questions(
        self,
        argument: str | Argument | None = None,
        *,
        only_open: bool = True,
        kind: str | None = None,
        language: str | None = None,
    ) -> OpenQuestions:
        """Return the critical questions of the map's schemes that need an answer and have none yet.

        Args:
            argument: An argument, or its id, if only its questions are wanted.
            only_open: Whether to leave out what is answered, and what needs no answer until somebody asks it.
            kind: ``premise``, ``assumption`` or ``exception``, if only questions of that kind are wanted.
            language: The code of the language to say it in; by default that of the map, else English.

        Raises:
            UnknownNameError: If there is no such argument or kind.
            ModelError: If a claim is named.

        Example:
            >>> import argmap
            >>> m = argmap.datasets.load("wet_street")
            >>> print(m.open_questions())
            “Wet street” follows the scheme Sign.
              How reliable is A as a sign of B? (sign.strength)
                Not answered yet. Whoever put the argument forward owes an answer.
        """
        found: OpenQuestions = import_module("argmap.check.open_questions").open_questions(
            self, argument, only_open=only_open, kind=kind, language=language
        )
        return found

    def exercise(self, kind: str, *, seed: int = 0, **options: Any) -> Any:
        """Return an exercise made from the map, with its key, as an `argmap.classroom.exercises.Exercise`.

        Args:
            kind: What kind of exercise, such as ``blanks``; `argmap.classroom.exercises.KINDS` lists them.
            seed: What every choice depends on: the same map with the same seed gives the same exercise.
            **options: ``level`` (the age of the pupils, such as ``14-16``), ``language``, and what the kind can be
                told; see `argmap.classroom.exercises.exercise`.

        Raises:
            UnknownNameError: There is no such kind, level or option.
            NoMaterialError: The map has not what an exercise of this kind needs; the message says what.

        Example:
            >>> import argmap
            >>> made = argmap.datasets.school_uniforms().exercise("which_box", seed=1)
            >>> print(made.tasks[0].prompt)
            What does D2 speak against? “Shoes, bags and phones still show money.”
            >>> made.apply(made.answers) == made.map
            True
        """
        return import_module("argmap.classroom.exercises").exercise(self, kind, seed=seed, **options)

    def quiz(self, count: int = 10, *, seed: int = 0, **options: Any) -> Any:
        """Return questions about the map, each with exactly one right answer, as an `argmap.classroom.quiz.Quiz`.

        Args:
            count: How many questions at most; there are fewer where the map has no material for more.
            seed: What every choice depends on: the same map with the same seed gives the same quiz.
            **options: As for `argmap.classroom.quiz.quiz`: ``kinds``, ``level``, ``language``.

        Raises:
            UnknownNameError: There is no such kind of question or level.
            ArgmapError: The map has no material for a question.

        Example:
            >>> import argmap
            >>> made = argmap.datasets.phones_in_class().quiz(5, seed=7, kinds=["answer"])
            >>> question = made.questions[0]
            >>> print(question.text, question.lines[0].statement.text)
            Which of these answers the objection? A phone that is switched off distracts nobody.
            >>> print(question.answer.text)
            Many pupils keep their phones switched on in their bags.
        """
        return import_module("argmap.classroom.quiz").quiz(self, count, seed=seed, **options)

    def flow(self, format: str | None = None, **options: Any) -> Any:  # noqa: A002
        """Return the map as the flow sheet of a round of debate, as an `argmap.classroom.rounds.Flow`.

        Args:
            format: The format of debate, such as ``policy``, ``pf`` or ``bp``; by default what the front matter names
                as ``format``, else Public Forum.
            **options: As for `argmap.classroom.rounds.flow`: ``sides``, ``language``.

        Raises:
            UnknownNameError: There is no such format or side.

        Example:
            >>> import argmap
            >>> flow = argmap.datasets.school_uniforms().flow("ld")
            >>> flow
            <Flow of 'Should our school have a uniform?' (ld): 4 lines, 6 points>
            >>> [(entry.id, entry.speeches) for entry in flow.lines[0].entries]
            [('Same for all', ('AC',)), ('Shoes tell', ('NC',))]
        """
        return import_module("argmap.classroom.rounds").flow(self, format, **options)

    def lesson(self, folder: str | Path, **options: Any) -> Any:
        """Write everything for a lesson with the map into a folder, and return what was written, as a `Lesson`.

        Notes for the teacher, the reading, the map on paper, worksheets with answers, cards, a quiz, briefs, slides, a
        poster and the page of the map; `index.html` links all of it.

        Args:
            folder: Where to. A folder that holds other things than a lesson is left alone, unless ``force`` is true.
            **options: As for `argmap.classroom.lesson.lesson`: ``pupils``, ``minutes``, ``level``, ``format``,
                ``looks``, ``paper``, ``language``, ``seed`` ...

        Raises:
            UnknownNameError: There is no such level, format, method, look or paper.
            ArgmapError: A number is out of its range, or nothing is said in the map.
            WriteError: The folder holds other things, or cannot be written to.

        Example:
            >>> import argmap, tempfile
            >>> from pathlib import Path
            >>> with tempfile.TemporaryDirectory() as place:
            ...     made = argmap.datasets.wet_street().lesson(Path(place, "rain"), pupils=2, looks=["standard"])
            ...     made.plan.protocol.name, made.files[0]
            ('tutorial', 'index.html')
        """
        return import_module("argmap.classroom.lesson").lesson(self, folder, **options)

    def compare(self, *keys: Any, **options: Any) -> Any:
        r"""Return how this map of a pupil stands to a key or several, as an `argmap.classroom.comparing.Comparison`.

        Args:
            *keys: Maps of a teacher; the one that the pupil's is nearest to counts.
            **options: As for `argmap.classroom.comparing.compare`: ``by`` what boxes are told to be the same (``id``,
                ``span`` or ``text``), or the codes of ``cards``.

        Raises:
            ArgmapError: There is no key.
            UnknownNameError: Boxes cannot be told to be the same in that way.

        Example:
            >>> import argmap
            >>> key = argmap.parse(
            ...     "[Ban]: Ban cars.\n  + [Air]: Cars foul the air.\n  - [Work]: Cars bring us to work."
            ... ).map
            >>> pupil = argmap.parse("[Ban]: Ban cars.\n  + [Work]: Cars bring us to work.").map
            >>> found = pupil.compare(key)
            >>> found, found["sign_accuracy"].value
            (<Comparison: 2 of 3 claims, 2 edits>, 0.0)
            >>> for hint in found.hints():
            ...     print(hint)
            Why should anybody believe “Ban cars”? Have you put down all the reasons?
            Suppose “Cars bring us to work” is true. Is “Ban cars” easier to believe then, or harder?
        """
        return import_module("argmap.classroom.comparing").compare(self, *keys, **options)

    def diff(self, other: Any) -> Any:
        """Return what changed from this map to another one, as an `argmap.Diff`.

        Args:
            other: The later map.

        Example:
            >>> import argmap
            >>> old, new = argmap.parse("[Rain]: It rains.").map, argmap.parse("[Rain]: It rains now.").map
            >>> print(old.diff(new))
            [Rain]
              Reworded: It rains{+ now+}.
        """
        return import_module("argmap.changes").diff(self, other)
