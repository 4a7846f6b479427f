"""The model: frozen records, and the `ArgumentMap` that holds them."""

from argmap.model.container import RecordView
from argmap.model.index import Adjacency, MapIndex
from argmap.model.map import ArgumentMap
from argmap.model.records import (
    Argument,
    Citation,
    Claim,
    Occurrence,
    Participant,
    Range,
    RangeKind,
    Relation,
    RelationKind,
    Role,
    Section,
    Source,
    Step,
    Wording,
)

__all__ = [
    "Adjacency",
    "Argument",
    "ArgumentMap",
    "Citation",
    "Claim",
    "MapIndex",
    "Occurrence",
    "Participant",
    "Range",
    "RangeKind",
    "RecordView",
    "Relation",
    "RelationKind",
    "Role",
    "Section",
    "Source",
    "Step",
    "Wording",
]
