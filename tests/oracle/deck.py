"""Imports decks and tables into a collection by the library of Anki itself, one after the other; run on its own.

Standard input is JSON: a list of paths. Prints, for each, how many notes were new, changed and as before, and then the
first field of every note of the collection.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition

ALWAYS = ImportAnkiPackageUpdateCondition.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS
told = []
with tempfile.TemporaryDirectory() as folder:
    collection = Collection(str(Path(folder) / "collection.anki2"))
    for path in json.load(sys.stdin):
        if path.endswith(".apkg"):
            options = ImportAnkiPackageOptions(merge_notetypes=True, update_notes=ALWAYS)
            done = collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
        else:
            metadata = collection.get_csv_metadata(path, None)
            done = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata))
        told.append([len(done.log.new), len(done.log.updated), len(done.log.duplicate)])
    fields = [collection.get_note(each).fields[0] for each in collection.find_notes("")]
    collection.close()
json.dump([told, fields], sys.stdout)
