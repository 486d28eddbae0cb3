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
from docx.opc.exceptions import OpcError
from docx.parts.document import DocumentPart

from kehoach_cli.document.frame import Document, Properties
from kehoach_cli.errors import TemplateError
from kehoach_cli.writers.characters import refuse_illegal
from kehoach_cli.writers.docx.body import build
from kehoach_cli.writers.docx.page import notice, page_number, read_page
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.xml import Element, Xml, el, parsed

_STAMP = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file can tell


def assemble(document: Document, reference: Path | bytes) -> bytes:
    """The bytes of the file."""
    refuse_illegal(document)
    part = _open(reference).part
    styles = Styles(part.styles.element)
    page = read_page(part.element.body)
    _drop_margins(part)
    body = el("body", *build(document, styles, page))
    # The whole element is exchanged: lxml 6 takes quadratic time to move one from tree to tree.
    part._element = parsed("document", [body])  # noqa: SLF001 - python-docx 1.2 has no setter
    package = part.document
    first = package.sections[0]
    _fill(_part(first.header), [page_number(styles)])
    if document.notice:
        _fill(_part(first.footer), [notice(styles, document.notice)])
        _fill(_part(first.first_page_footer), [notice(styles, document.notice)])
    _describe(package, document.properties)
    saved = io.BytesIO()
    package.save(saved)
    return _restamped(saved)


def _open(reference: Path | bytes) -> Package:
    source = io.BytesIO(reference) if isinstance(reference, bytes) else str(reference)
    try:
        return docx.Document(source)
    except (OpcError, OSError, KeyError, ValueError, zipfile.BadZipFile) as cause:
        raise TemplateError(
            "không đọc được tệp kiểu reference.docx",
            "lấy lại tệp gốc, hoặc mở bằng Word và lưu lại dưới dạng .docx",
        ) from cause


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


def _restamped(saved: io.BytesIO) -> bytes:
    """The same package with its members in fixed order and without the day of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, _STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # the same on every system
            new.writestr(member, old.read(name))
    return out.getvalue()
