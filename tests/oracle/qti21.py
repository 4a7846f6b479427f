"""Reads QTI 2.1 by the library pyslet and prints what it sees as JSON; run on its own, with pyslet on the path.

Standard input is JSON: a list of documents. A fault that pyslet finds, or only warns of, ends the program.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import warnings

warnings.simplefilter("ignore")

from pyslet.qtiv2.variables import ItemSessionState  # noqa: E402
from pyslet.qtiv2.xml import QTIDocument  # noqa: E402


class Refusing(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        raise SystemExit(record.getMessage())


def plain(value: object) -> object:
    if isinstance(value, dict):  # a bag: values with their numbers
        return sorted(list(pair) for pair in value)
    return value


logging.getLogger().addHandler(Refusing())
found = []
for text in json.load(sys.stdin):
    document = QTIDocument()
    document.read(src=io.BytesIO(text.encode()))
    root = document.root
    seen = {"class": type(root).__name__, "identifier": root.identifier, "title": root.title}
    if seen["class"] == "AssessmentItem":
        state = ItemSessionState(root)
        state.begin_session()
        seen["correct"] = plain(state["RESPONSE.CORRECT"].value)
        seen["score"] = state["SCORE"].value
    found.append(seen)
json.dump(found, sys.stdout)
