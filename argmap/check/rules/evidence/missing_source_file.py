"""EVD206."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import place_of_source, sources_of
from argmap.check.quotations.source_texts import stored
from argmap.check.rule import Found, rule
from argmap.check.telling import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("EVD206")
def missing_source_file(subject: Subject) -> Iterator[Found]:
    """The text of a source cannot be read, so its quotations were not checked.

    ## What it does

    Reads the file that a source names by `path`, relative to the file of the map. It must be a text or Markdown file
    in UTF-8 that lies in the folder of the map or below. Of a map that lies in no folder, no file is read.

    ## Why it matters

    Quotations can only be checked against the text. If the file is not found, no finding does not mean that all of them
    are right.

    ## Flagged

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group, path: [study.md, more.md]}  # finding: EVD206
    ===

    [Few]: Few pupils learn with a phone. {cites: {source: study, quote: "Few pupils learn"}}
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      study: {title: Phones at school, author: A research group, text: Few pupils learn with a phone.}
    ===

    [Few]: Few pupils learn with a phone. {cites: {source: study, quote: "Few pupils learn"}}
    ```
    """
    problems = subject.shared(stored).problems
    for name, problem in problems.items():
        path = subject.shared(sources_of)[name].data.get("path")
        said = f"The file {shortened(path)!r}" if isinstance(path, str) else "The path"
        yield Found(
            None,
            f"{said} of the source {name!r} {problem}. Correct the path, or put the file there.",
            place_of_source(subject, name),
        )
