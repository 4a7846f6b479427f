"""Files of every format to try things with: those in `samples/NAME/`, and one that argmap writes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from argmap.formats import formats
from argmap.formats.table import Format
from argmap.formats.writing import to_files
from tests.formats.everything import everything

FOLDER = Path(__file__).parent / "samples"
OWN = [each for each in formats() if each.reads and not each.package]


class Sample(NamedTuple):
    """The files that one debate is in, by their endings; the ending of the first is empty."""

    format: str
    name: str
    files: dict[str, bytes]

    @property
    def is_written(self) -> bool:
        """Whether argmap wrote it."""
        return self.name == "written"

    def put(self, folder: Path, ending: str, stem: str = "debate") -> Path:
        """Write the files into a folder, the first with this ending; return its path."""
        for other, data in self.files.items():
            (folder / f"{stem}{other or ending}").write_bytes(data)
        return folder / f"{stem}{ending}"


@cache
def samples() -> tuple[Sample, ...]:
    """Return all samples."""
    return tuple(sample for each in OWN for sample in _of(each))


def _of(each: Format) -> list[Sample]:
    found = []
    if each.writes:
        found.append(Sample(each.name, "written", to_files(everything(), each)[0]))
    folder = FOLDER / each.name
    paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    endings = (*each.suffixes, *each.also)
    for path in paths:
        # A text belongs to what stands beside it under the same name.
        beside = [other for other in paths if other.with_suffix("") == path.with_suffix("") and other != path]
        belongs = path.suffix == ".txt" and any(other.suffix == ".ann" for other in beside)
        if path.name.casefold().endswith(endings) and not belongs:
            more = {other.suffix: other.read_bytes() for other in beside if other.suffix == ".txt"}
            found.append(Sample(each.name, path.relative_to(folder).as_posix(), {"": path.read_bytes(), **more}))
    return found
