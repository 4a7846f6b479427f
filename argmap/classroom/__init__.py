"""Teaching with a map: exercises, quizzes, debate rounds, lessons, and help for a pupil's own map.

A room each, and none but `lesson` knows another of them. `exercises` makes worksheets with keys: a map is taken as
boxes and links (`exercises.boxes`), a small part of it is chosen (`exercises.part`), and each kind is one module.
`quiz` asks questions with one right answer: a map is taken as facts (`quiz.debate`), with one module a kind
(`quiz.kinds`) and one a format (`quiz.formats`). `rounds` has flow sheets, briefs, role cards and judges' sheets for
formats of debate: a map is taken as what debaters write down (`rounds.points`). `comparing` holds a pupil's map against
a teacher's, for one pupil and for a class. `lesson` puts all of these into a folder: a map is taken as it is told in
class (`lesson.points`), `lesson.choosing` takes what a lesson has time for, `lesson.plan` divides the time. What they
print is made of `sheets`: values (`sheets.blocks`, `sheets.grids`) in a look (`sheets.look`), written by one module an
output. Below all stand `age` (how old pupils are), `card_bank` (codes of cards), `extra` (packages that must be
installed) and `packing` (archives). The words that pupils and teachers see stand in `argmap.language`; the same calls
on a map, in `argmap.model.teaching`.
"""
