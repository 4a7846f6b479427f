"""Building XML: elements in namespaces, made and written the same way every time."""

from __future__ import annotations

from xml.etree import ElementTree as ET  # writing only


class Building:
    """A document of one namespace while it is built.

    Args:
        namespace: The namespace of its elements.
        schema: Where its schema is, for those who look.
        root: The name of the root element.
        **attributes: The attributes of the root.
    """

    def __init__(self, namespace: str, schema: str, root: str, **attributes: str) -> None:
        # Written out as they are, not by ElementTree's ways with namespaces, so that no prefix is needed.
        self.root = ET.Element(
            root,
            {
                "xmlns": namespace,
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation": f"{namespace} {schema}",
                **attributes,
            },
        )

    def bytes(self) -> bytes:
        """Return the document. Elements that hold text hold it as it is."""
        ET.indent(self.root)
        made: bytes = ET.tostring(self.root, encoding="utf-8", xml_declaration=True)
        return made + b"\n"


def add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Add an element, perhaps with a text, and return it."""
    made = ET.SubElement(parent, name, attributes)
    made.text = text
    return made
