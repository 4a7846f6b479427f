"""A pupil's map beside a teacher's: what is the same, what is missing, and hints."""

from argmap.classroom.comparing.comparing import Comparing, compare
from argmap.classroom.comparing.comparison import Box, Comparison
from argmap.classroom.comparing.edits import Edit, EditKind, Graph
from argmap.classroom.comparing.hints import Feedback, Hint
from argmap.classroom.comparing.matching import Matching, match
from argmap.classroom.comparing.measures import MEASURES
from argmap.classroom.comparing.profile import PROFILE, growth, profile
from argmap.classroom.comparing.shape import Bearing, Group, Line

__all__ = [
    "MEASURES",
    "PROFILE",
    "Bearing",
    "Box",
    "Comparing",
    "Comparison",
    "Edit",
    "EditKind",
    "Feedback",
    "Graph",
    "Group",
    "Hint",
    "Line",
    "Matching",
    "compare",
    "growth",
    "match",
    "profile",
]
