"""The published XSDs of QTI, where somebody has put them.

No package brings them, and they are not ours to give away. 1EdTech (IMS Global) publishes them beside its
specifications. They are looked for in the folder that the variable ARGMAP_QTI_XSD names, else in ``shared/data/qti``
beside the folder of this repository, by the names that `published` is asked for.
"""

from __future__ import annotations

import os
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from lxml import etree

_XS = "http://www.w3.org/2001/XMLSchema"
_XML = "http://www.w3.org/XML/1998/namespace"
_TYPES = {"element": "xs:anyType", "attribute": "xs:anySimpleType"}


def published(*names: str) -> etree.XMLSchema:
    """Return the schema in the first of these files that is there; skip the test where none is."""
    folder = Path(os.environ.get("ARGMAP_QTI_XSD") or Path(__file__).parents[3].parent / "shared" / "data" / "qti")
    found = next((folder / name for name in names if (folder / name).is_file()), None)
    if found is None:
        pytest.skip(
            f"There is no {' or '.join(names)} in {folder}. Put the file there that 1EdTech publishes, or name the "
            "folder that has it in ARGMAP_QTI_XSD."
        )
    return alone(found)


def alone(path: Path) -> etree.XMLSchema:
    """Return the schema in a file without the ones that it imports.

    A quiz has nothing of other namespaces but ``xml:lang``. So whatever the schema refers to there is declared by a
    stub, as something that may be anything, and nothing is fetched.
    """
    root = etree.parse(path).getroot()
    stubs = _Stubs()
    for number, each in enumerate(root.iterfind(f"{{{_XS}}}import")):
        stubs.made[f"stub:{number}"] = _stub(root, each.get("namespace"))
        each.set("schemaLocation", f"stub:{number}")
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(stubs)
    return etree.XMLSchema(etree.fromstring(etree.tostring(root), parser))


class _Stubs(etree.Resolver):  # type: ignore[misc]
    def __init__(self) -> None:
        self.made: dict[str, str] = {}

    def resolve(self, url, _public, context):
        return self.resolve_string(self.made[url], context)


def _stub(root: etree._Element, namespace: str) -> str:
    declared = set()
    for each in root.iter(f"{{{_XS}}}element", f"{{{_XS}}}attribute"):
        prefix, colon, name = each.get("ref", "").partition(":")
        if colon and {**each.nsmap, "xml": _XML}[prefix] == namespace:
            what = etree.QName(each).localname
            kind = "xs:language" if (namespace, name) == (_XML, "lang") else _TYPES[what]
            declared.add(f'<xs:{what} name="{name}" type="{kind}"/>')
    head = f'<xs:schema xmlns:xs="{_XS}" targetNamespace={quoteattr(namespace)}>'
    return f"{head}{''.join(sorted(declared))}</xs:schema>"
