"""How the lines of a document are set: titles in phrases, rules, gaps beside tables."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from kehoach_cli.document.blocks import Cell, Paragraph, Role, Row, SectionBreak, Table, Text
from kehoach_cli.document.frame import TitledFrame
from kehoach_cli.document.styles import ROLE_STYLES, Style
from kehoach_cli.writers.docx.widths import text_width

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.document.frame import Document

    ToDocx = Callable[[Document], bytes]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def styled(data: bytes, name: str) -> list[WordParagraph]:
    document = docx.Document(io.BytesIO(data))
    cells = [p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs]
    return [p for p in (*document.paragraphs, *cells) if p.style and p.style.name == name]


def left_over(rule: WordParagraph, room: int) -> int:
    """What the indents of a rule leave of the room it stands in, in twips."""
    indents = rule._p.find(f"{W}pPr/{W}ind")  # noqa: SLF001 - python-docx gives no twips
    assert indents is not None
    return room - int(indents.get(f"{W}left", "0")) - int(indents.get(f"{W}right", "0"))


def test_rules_are_drawn_in_their_lengths(plan: Document, to_docx: ToDocx) -> None:
    data = to_docx(plan)
    issuer, motto = styled(data, Style.RULE)
    assert left_over(motto, 5102) == text_width("Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    line = text_width("TỈNH ĐẮK LẮK", 12, bold=True)
    assert line / 3 <= left_over(issuer, 3969) <= line / 2
    title, annex = styled(data, Style.TITLE_RULE)
    line = text_width(styled(data, Style.TITLE)[0].text.split("\n")[-1], 14, bold=True)
    assert line / 3 <= left_over(title, 9071) <= line / 2
    line = text_width("(Kèm theo Kế hoạch của UBND tỉnh)", 13, bold=False)
    assert line / 3 <= left_over(annex, 14003) <= line / 2


def test_the_title_reads_as_one_line_and_its_annexes_too(plan: Document, to_docx: ToDocx) -> None:
    assert isinstance(plan.frame, TitledFrame)
    long = f"Danh mục {plan.frame.title} và các nội dung khác có liên quan đến chuyển đổi số"
    title = Paragraph(Role.ANNEX_TITLE, (Text(long),))
    data = to_docx(replace(plan, blocks=(plan.blocks[0], SectionBreak(landscape=True), title)))
    for style, text in ((Style.TITLE, plan.frame.title), (ROLE_STYLES[title.role], long)):
        (shown,) = (paragraph.text for paragraph in styled(data, style))
        assert "\n" in shown
        assert " ".join(shown.split()) == text


def test_a_rule_follows_the_last_line_of_a_long_issuer(plan: Document, to_docx: ToDocx) -> None:
    issuer = ("Ban Quản lý các khu công nghiệp", "và khu kinh tế", "tỉnh Đắk Lắk")
    data = to_docx(replace(plan, frame=replace(plan.frame, issuer=issuer)))
    texts = [paragraph.text for paragraph in styled(data, Style.ISSUER)]
    assert texts == ["Ban Quản lý", "các khu công nghiệp", *issuer[1:]]
    line = text_width("TỈNH ĐẮK LẮK", 12, bold=True)
    assert line / 3 <= left_over(styled(data, Style.RULE)[0], 3969) <= line / 2


def test_what_follows_a_table_stands_off(plan: Document, to_docx: ToDocx) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    bare = replace(table, caption="")
    sentence = replace(bare, rows=(), empty="Chưa có.")
    heading = Paragraph(Role.SECTION, (Text("Sau bảng"),), "V.")
    document = replace(plan, blocks=(bare, heading, bare, bare, sentence, heading))
    body = list(body_of(to_docx(document)))
    gaps = [
        None if gap is None else gap.get(f"{W}before")
        for before, gap in (
            (body[i - 1], element.find(f"{W}pPr/{W}spacing")) for i, element in enumerate(body)
        )
        if before.tag == f"{W}tbl"
    ]
    assert gaps[1:-1] == [
        "120",
        "120",
        None,
    ]  # heading; next table; the sentence's style has its own


def test_five_thousand_rows_are_one_table(plan: Document, to_docx: ToDocx) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    row = Row(tuple(Cell(f"Ô {n} & <b>") for n in range(6)))
    many = replace(table, rows=(row,) * 5000)
    body = body_of(to_docx(replace(plan, blocks=(many,))))
    assert len(list(body.iter(f"{W}tr"))) == 2 + 2 + 5000 + 1


def test_a_table_never_begins_or_ends_a_section(plan: Document, to_docx: ToDocx) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    document = replace(plan, blocks=(table, SectionBreak(landscape=True), table))
    body = body_of(to_docx(document))
    names = "".join(etree.QName(child).localname[0] for child in body)  # t(bl), p, s(ectPr)
    assert "tt" not in names
    assert names.endswith("pptps")  # caption above, paragraph below
    bare = replace(table, caption="")
    document = replace(plan, blocks=(bare, bare, SectionBreak(landscape=True), bare))
    names = "".join(etree.QName(child).localname[0] for child in body_of(to_docx(document)))
    assert names == "tppp" + "tptpt" + "p" + "ptps"
