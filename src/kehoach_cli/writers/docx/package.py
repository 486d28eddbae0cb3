"""The .docx package: the reference file with new content, headers, properties and fixed stamps.

The reference's own text, headers and footers go; its styles, settings and page stay.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path

import docx
from docx.document import Document as Package
from docx.opc.constants import RELATIONSHIP_TYPE as RELATIONSHIP
from docx.parts.document import DocumentPart
from docx.section import Section

from kehoach_cli.document.frame import Document, LetterFrame, Properties
from kehoach_cli.writers.characters import refuse_illegal
from kehoach_cli.writers.docx.body import build
from kehoach_cli.writers.docx.outside import drop_outside
from kehoach_cli.writers.docx.page import Margins, address, notice, page_number, read_page
from kehoach_cli.writers.docx.pictures import store
from kehoach_cli.writers.docx.strange import strange_looks
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.xml import Element, Xml, el, parsed, reference, root, tag

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STAMP = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file can tell


def assemble(document: Document, looks: Path | bytes) -> bytes:
    """The bytes of the file."""
    refuse_illegal(document)
    saved = io.BytesIO()
    with strange_looks():
        part = _open(looks).part
        drop_outside(part.package)
        styles = Styles(part.styles.element)
        page = read_page(part.element)
        _drop_margins(part)
        # python-docx sees a body with nothing but one section, to which it ties headers, footers.
        part._element = parsed("document", [el("body", el("sectPr"))])  # noqa: SLF001 - no setter in 1.2
        margins = _margins(part, styles, document)
        pictures = store(document.blocks, part)
        _describe(part.document, document.properties)
        part.save(saved)
    body = build(document, styles, page, margins, pictures)
    content = root("document", el("body", *body))
    return _restamped(saved, part.partname.lstrip("/"), f"{_DECLARATION}{content}")


def _margins(part: DocumentPart, styles: Styles, document: Document) -> Margins:
    """Makes the header and, with a line for every page or an address, the footers.

    The address stands at the foot of page 1 alone (NĐ 30/2020, PL I, III.4), so the first annex
    gets a first page's footer of its own.
    """
    section = part.document.sections[0]
    _fill(_part(section.header), [page_number(styles)])
    line = document.notice
    where = document.frame.address if isinstance(document.frame, LetterFrame) else ""
    below = [notice(styles, line)] if line else []
    if line:
        _fill(_part(section.footer), below)
    if where or line:
        shown = [address(styles, where)] if where else []
        _fill(_part(section.first_page_footer), [*shown, *below])
    main = _references(section)
    if not where:
        return Margins(main)
    annex = part.document.add_section()
    _fill(_part(annex.first_page_footer), below or [notice(styles, "")])
    return Margins(main, _references(annex))


def _references(section: Section) -> list[Xml]:
    return [
        reference(child)
        for child in section._sectPr  # noqa: SLF001 - references only
        if child.tag in {tag("headerReference"), tag("footerReference")}
    ]


def _open(looks: Path | bytes) -> Package:
    return docx.Document(io.BytesIO(looks) if isinstance(looks, bytes) else str(looks))


def _part(margin: docx.section._BaseHeaderFooter) -> Element:
    """The element of a header or footer of its own, made when it is not there."""
    margin.is_linked_to_previous = False
    element: Element = margin._element  # noqa: SLF001 - python-docx 1.2 shows paragraphs only, styles by name
    return element


def _fill(parent: Element, children: Iterable[Xml]) -> None:
    for child in list(parent):
        parent.remove(child)
    parent.extend(parsed("body", children))  # a few paragraphs


def _drop_margins(part: DocumentPart) -> None:
    relationships = part.rels
    for key, relationship in list(relationships.items()):
        if relationship.reltype in {RELATIONSHIP.HEADER, RELATIONSHIP.FOOTER}:
            del relationships[key]


def _describe(package: Package, properties: Properties) -> None:
    """Core properties from the document alone: nothing of the reference's author or days."""
    core = package.core_properties
    _fill(core._element, [])  # noqa: SLF001 - python-docx 1.2 can set a property, not remove it
    moment = datetime.combine(properties.created, time(), UTC)
    core.title = properties.title
    core.author = properties.author
    core.last_modified_by = properties.author
    core.language = properties.language
    core.created = moment
    core.modified = moment
    core.revision = 1


def _restamped(saved: io.BytesIO, main: str, content: str) -> bytes:
    """The package with ``content`` as its ``main`` member, all in fixed order and of one day."""
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, _STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # the same on every system
            new.writestr(member, content if name == main else old.read(name))
    return out.getvalue()
