"""Children stand in the order that ECMA-376 (wml.xsd) asks for: Word refuses another one."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from kehoach_cli.document.blocks import Paragraph, Picture, Role, Table, Text
from kehoach_cli.document.pictures import Bar, Bars, Series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kehoach_cli.document.frame import Document

    ToDocx = Callable[[Document], bytes]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "body": "p|tbl sectPr",
    "document": "body",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "p": "pPr r",
    "r": "rPr t|br|tab|fldChar|instrText|drawing",
    "drawing": "inline",
    "inline": "extent docPr cNvGraphicFramePr graphic",
    "graphic": "graphicData",
    "graphicData": "pic",
    "pic": "nvPicPr blipFill spPr",
    "nvPicPr": "cNvPr cNvPicPr",
    "blipFill": "blip srcRect stretch",
    "stretch": "fillRect",
    "spPr": "xfrm prstGeom",
    "xfrm": "off ext",
    "prstGeom": "avLst",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr shd tabs spacing ind "
    "contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "pBdr": "top left bottom right between",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing kern sz szCs u lang",
    "rPrDefault": "rPr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap vAlign",
    "sectPr": "headerReference|footerReference type pgSz pgMar pgNumType cols titlePg",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "hdr": "p",
    "ftr": "p",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "compat": "compatSetting",
}
"""The children that an element may have here, in the order of the schema; | between equals."""

ONCE = {"tblPr", "trPr", "tcPr", "pPr", "rPr", "tblGrid"}


def parts(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield name, etree.fromstring(package.read(name))


def faults(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if len(element) == 0:
            continue
        name = etree.QName(element).localname
        children = [etree.QName(child).localname for child in element]
        ranks = {
            child: rank
            for rank, group in enumerate(ORDER.get(name, "").split())
            for child in group.split("|")
        }
        if unknown := set(children) - set(ranks):
            yield f"{name} holds {unknown}"
        elif children != sorted(children, key=ranks.__getitem__):
            yield f"{name} has {children}"
        if any(children.count(child) > 1 for child in ONCE):
            yield f"{name} has twice one of {children}"


def test_the_check_itself_sees_a_wrong_order() -> None:
    wrong = etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc/><w:ind/><w:x/></w:pPr>')
    swapped = etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc/><w:ind/></w:pPr>')
    assert list(faults(wrong)) == ["pPr holds {'x'}"]
    assert list(faults(swapped)) == ["pPr has ['jc', 'ind']"]


def rich(plan: Document) -> Document:
    """Everything that may stand together, a table before each kind of neighbour."""
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    heading = Paragraph(Role.SECTION, (Text("Sau bảng"),), "V.")
    series = (Series("hoàn thành", "finished"),)
    picture = Picture("hinh", Bars(series, (Bar("Sở A", (1,)),), "lượt giao"), "Tiến độ", 1)
    last = Paragraph(Role.BODY, (Text("Đậm", bold=True), Text("\tcuối\n./.", italic=True)))
    head = (*plan.blocks[:6], table, table, heading, table, picture, table, last, picture)
    return replace(plan, blocks=(*head, *plan.blocks[6:], *plan.blocks[-5:], heading))


@pytest.mark.parametrize("of", ["plan", "report", "letter", "minutes"])
def test_children_stand_in_the_order_of_the_schema(
    of: str, request: pytest.FixtureRequest, to_docx: ToDocx
) -> None:
    data = to_docx(request.getfixturevalue(of))
    assert {name: found for name, root in parts(data) if (found := list(faults(root)))} == {}


def test_a_bit_of_everything_stands_in_the_order_of_the_schema(
    plan: Document, to_docx: ToDocx
) -> None:
    data = to_docx(rich(plan))
    assert {name: found for name, root in parts(data) if (found := list(faults(root)))} == {}


def test_the_reference_file_follows_the_schema_too(reference: Path) -> None:
    for name, root in parts(reference.read_bytes()):
        assert list(faults(root)) == [], name


def test_a_cell_ends_in_a_paragraph_and_a_row_fills_the_grid(
    plan: Document, to_docx: ToDocx
) -> None:
    body = dict(parts(to_docx(rich(plan))))["word/document.xml"]
    for cell in body.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
    for table in body.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [c.find(f"{W}tcPr/{W}gridSpan") for c in row.findall(f"{W}tc")]
            taken = (1 if span is None else int(span.get(f"{W}val", "1")) for span in spans)
            assert sum(taken) == columns


def test_the_language_is_vietnamese(plan: Document, to_docx: ToDocx) -> None:
    found = dict(parts(to_docx(plan)))
    language = found["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "vi-VN"
    of_theme = found["word/settings.xml"].find(f"{W}themeFontLang")
    assert of_theme is not None
    assert of_theme.get(f"{W}val") == "vi-VN"
