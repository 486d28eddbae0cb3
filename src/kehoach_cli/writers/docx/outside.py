"""Nothing of the reference file may have Word fetch something when a document is opened."""

from __future__ import annotations

from collections.abc import Container

from docx.opc.package import OpcPackage
from docx.opc.part import XmlPart
from docx.opc.rel import Relationships

from kehoach_cli.writers.docx.xml import Element, tag


def drop_outside(package: OpcPackage) -> None:
    """Take out what leads to files and pages elsewhere, and what asks for it.

    A template attached by its address is fetched, with its macros, by whoever opens the document;
    a mail merge (trộn thư) asks a data source. Neither belongs to the looks.
    """
    _drop_external(package.rels)
    for part in package.iter_parts():
        lost = _drop_external(part.rels)
        if isinstance(part, XmlPart):
            _drop_asking(part.element, lost)


def _drop_external(relationships: Relationships) -> set[str]:
    lost = {key for key, one in relationships.items() if one.is_external}
    for key in lost:
        del relationships[key]
    return lost


def _drop_asking(root: Element, lost: Container[str]) -> None:
    asking = root.findall(tag("mailMerge"))
    if lost:
        asking += [one for one in root.iter() if _asks(one, lost)]
    for one in asking:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _asks(element: Element, lost: Container[str]) -> bool:
    """Whether an attribute names one of those relationships, in either edition of the format."""
    return any(
        value in lost and name.partition("}")[0].endswith("/relationships")
        for name, value in element.items()
    )
