from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from kehoach_cli.document.blocks import (
    Cell,
    Paragraph,
    Role,
    Row,
    SectionBreak,
    Table,
    Text,
)
from kehoach_cli.document.frame import TitledFrame
from kehoach_cli.document.styles import ROLE_STYLES
from kehoach_cli.errors import OutputError, TemplateError
from kehoach_cli.writers import WRITERS
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.widths import text_width

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kehoach_cli.document.frame import Document

    ToDocx = Callable[[Document], bytes]
    Golden = Callable[[str, str], None]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECTION_ORDER = (
    *("headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols"),
    "titlePg",
)


def xml(data: bytes, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(part))


def indented(root: etree._Element) -> str:
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]+"', "", text) + "\n"


def styled(data: bytes, name: str) -> list[WordParagraph]:
    document = docx.Document(io.BytesIO(data))
    cells = [p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs]
    return [p for p in (*document.paragraphs, *cells) if p.style and p.style.name == name]


def test_document_xml_of_a_plan(plan: Document, to_docx: ToDocx, golden: Golden) -> None:
    golden("docx/plan.document.xml", indented(xml(to_docx(plan))))


def test_document_xml_of_a_report(report: Document, to_docx: ToDocx, golden: Golden) -> None:
    golden("docx/report.document.xml", indented(xml(to_docx(report))))


def test_document_xml_of_a_letter(letter: Document, to_docx: ToDocx, golden: Golden) -> None:
    golden("docx/letter.document.xml", indented(xml(to_docx(letter))))


def test_document_xml_of_minutes(minutes: Document, to_docx: ToDocx, golden: Golden) -> None:
    golden("docx/minutes.document.xml", indented(xml(to_docx(minutes))))


def test_what_a_letter_is_about_stands_under_its_number_and_above_nothing_else(
    letter: Document, to_docx: ToDocx
) -> None:
    data = to_docx(letter)
    (number,) = styled(data, "KH Số, ký hiệu")
    (subject,) = styled(data, "KH Trích yếu công văn")
    assert (number.text, subject.text.split("\n")[0]) == (
        "Số: 45/SKHCN-CĐS",
        "V/v đề nghị báo cáo kết quả thực hiện",
    )
    style = subject.style
    assert style is not None
    assert style.font.size is not None
    space = style.paragraph_format.space_before
    assert space is not None
    assert (style.font.size.pt, space.pt) == (12, 6)
    assert styled(data, "KH Tên loại") == styled(data, "KH Trích yếu") == []


def test_minutes_have_no_day_and_two_signatures_on_one_level(
    minutes: Document, to_docx: ToDocx
) -> None:
    data = to_docx(minutes)
    assert [p.text for p in styled(data, "KH Địa danh, ngày tháng")] == [""]
    assert [p.text for p in styled(data, "KH Quyền hạn, chức vụ")] == [
        *("THƯ KÝ", ""),
        *("CHỦ TỌA", "PHÓ GIÁM ĐỐC"),
    ]
    signing = docx.Document(io.BytesIO(data)).tables[-1]
    left = [row.cells[0].text.split("\n")[0] for row in signing.rows]
    assert left == ["THƯ KÝ", "Nơi nhận:"]
    assert signing.rows[1].cells[1].text == ""


def test_the_other_parts_of_a_plan(plan: Document, to_docx: ToDocx, golden: Golden) -> None:
    data = to_docx(plan)
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    parts = [n for n in names if re.search(r"header|footer|core|Types|rels", n)]
    golden("docx/plan.parts.xml", "".join(f"<!-- {n} -->\n{indented(xml(data, n))}" for n in parts))


def test_the_same_input_gives_the_same_bytes(plan: Document, to_docx: ToDocx) -> None:
    data = to_docx(plan)
    assert data == to_docx(plan)
    for member in zipfile.ZipFile(io.BytesIO(data)).infolist():
        assert member.date_time == (1980, 1, 1, 0, 0, 0)


D = "20/7/2026"


def test_all_text_is_read_back(plan: Document, to_docx: ToDocx) -> None:
    data = to_docx(plan)
    for role, text in (
        (Role.SECTION, "I. Mục đích, yêu cầu"),
        (Role.CLAUSE, "1. Mục đích"),
        (Role.DASH, "- Kết nối & chia sẻ dữ liệu <dùng chung>, “một cửa” không ranh giới."),
        (Role.NUMBERED, "1. Khoản viết tay."),
        (Role.POINT, "đ) Điểm viết tay."),
    ):
        assert [p.text for p in styled(data, ROLE_STYLES[role])] == [text]
    rows = docx.Document(io.BytesIO(data)).tables[-1].rows
    assert [[cell.text for cell in row.cells] for row in rows][2:] == [
        ["I. Chính quyền số"] * 6,
        ["1", "Dữ liệu dùng chung", "Sở KH&CN\nSở Tài chính", "Các sở, ban, ngành", "1.200", D],
        ["2", "Đào tạo", "Sở Nội vụ", "Các sở, ban, ngành", "300", "2027"],
        ["Tổng cộng"] * 4 + ["1.500", ""],
    ]


@pytest.mark.parametrize("role", [Role.NUMBERED, Role.POINT])
@pytest.mark.parametrize(("is_bold", "runs"), [(True, 1), (False, 2)])
def test_a_typed_number_is_bold_where_its_whole_text_is(
    role: Role, runs: int, plan: Document, to_docx: ToDocx, *, is_bold: bool
) -> None:
    texts = (Text("Báo cáo kết quả", bold=True), Text(" năm 2027.", bold=is_bold))
    document = replace(plan, blocks=(Paragraph(role, texts, number="1."),))
    (found,) = styled(to_docx(document), ROLE_STYLES[role])
    bold = [run.text for run in found.runs if run.style.name == "KH Đậm"]
    assert bold == (["1. Báo cáo kết quả năm 2027."] if is_bold else ["Báo cáo kết quả"])
    assert len(found.runs) == runs + (not is_bold)


@pytest.mark.parametrize("text", ["a & b < c > d", "“ngoặc” 'đơn' \"kép\"", "😀 ỆỬ", "  hai  "])
def test_any_legal_text_survives(text: str, plan: Document, to_docx: ToDocx) -> None:
    document = replace(plan, blocks=(Paragraph(Role.BODY, (Text(text),)),))
    assert [p.text for p in styled(to_docx(document), "KH Thân văn bản")] == [text]


def test_line_ends_and_tabs_stay(plan: Document, to_docx: ToDocx) -> None:
    document = replace(plan, blocks=(Paragraph(Role.BODY, (Text("một\nhai\tba"),)),))
    assert styled(to_docx(document), "KH Thân văn bản")[0].text == "một\nhai\tba"


@pytest.mark.parametrize("bad", ["\x08", "\x00", "\ufffe", "\ud800"])
def test_an_illegal_character_is_refused_with_its_place(
    bad: str, plan: Document, to_docx: ToDocx
) -> None:
    block = Paragraph(Role.BODY, (Text(f"Nội dung{bad} hỏng"),), line=12)
    with pytest.raises(OutputError) as caught:
        to_docx(replace(plan, blocks=(block,)))
    assert caught.value.message == (
        f"Đoạn 1 (dòng 12 của bản thảo) có ký tự điều khiển U+{ord(bad):04X} không ghi được vào tệp"
    )
    assert caught.value.hint == "xóa ký tự đó trong «Nội dung□ hỏng»"


def test_an_illegal_character_in_a_cell_names_table_and_row(
    plan: Document, to_docx: ToDocx
) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    broken = replace(table, rows=(*table.rows, Row((Cell("\x01"),))))
    with pytest.raises(OutputError, match="Bảng «nhiem-vu», dòng 5 có"):
        to_docx(replace(plan, blocks=(broken,)))


def test_bold_is_not_switched_off_where_the_style_is_bold(plan: Document, to_docx: ToDocx) -> None:
    title = Paragraph(Role.CLAUSE, (Text("đậm", bold=True), Text("nghiêng", italic=True)))
    runs = styled(to_docx(replace(plan, blocks=(title,))), "KH Khoản có tiêu đề")[0].runs
    assert [run.style.name for run in runs if run.style] == ["Default Paragraph Font", "KH Nghiêng"]


def test_no_rule_is_typed(plan: Document, report: Document, to_docx: ToDocx) -> None:
    for document in (plan, report):
        texts = xml(to_docx(document)).iter(f"{W}t")
        assert all("_" not in (text.text or "") for text in texts)


def test_an_annex_lies_across_with_its_own_page_numbers(plan: Document, to_docx: ToDocx) -> None:
    main, annex = xml(to_docx(plan)).iter(f"{W}sectPr")
    for section in (main, annex):
        names = [etree.QName(child).localname for child in section]
        assert names == sorted(names, key=SECTION_ORDER.index)
        assert "titlePg" in names
    assert main.find(f"{W}pgNumType") is None
    numbering, size = annex.find(f"{W}pgNumType"), annex.find(f"{W}pgSz")
    assert numbering is not None
    assert numbering.get(f"{W}start") == "1"
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}orient")) == ("16838", "landscape")


def test_two_annexes_are_two_sections(plan: Document, to_docx: ToDocx) -> None:
    note = Paragraph(Role.BODY, (Text("x"),))
    document = replace(plan, blocks=(note, SectionBreak(), note, SectionBreak(landscape=True)))
    sizes = [s.get(f"{W}orient") for s in xml(to_docx(document)).iter(f"{W}pgSz")]
    assert sizes == [None, None, "landscape"]


def test_header_rows_repeat_and_no_row_breaks(plan: Document, to_docx: ToDocx) -> None:
    table = list(xml(to_docx(plan)).iter(f"{W}tbl"))[-1]
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] * 2 + [
        False
    ] * 4
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    widths = [int(c.get(f"{W}w", "0")) for c in table.iter(f"{W}gridCol")]
    assert sum(widths) == 16838 - 1701 - 1134


def test_a_row_longer_than_a_third_of_a_page_breaks(plan: Document, to_docx: ToDocx) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    long = replace(table.rows[-1].cells[1], text="UBND phường Bình Kiến; " * 100)
    cells = (table.rows[-1].cells[0], long, *table.rows[-1].cells[2:])
    rows = (*table.rows[:-1], replace(table.rows[-1], cells=cells))
    document = replace(plan, blocks=(*plan.blocks[:-1], replace(table, rows=rows)))
    drawn = list(list(xml(to_docx(document)).iter(f"{W}tbl"))[-1].iter(f"{W}tr"))
    whole = [one.find(f"{W}trPr/{W}cantSplit") is not None for one in drawn]
    assert whole == [True] * (len(drawn) - 1) + [False]


def test_a_table_without_rows_prints_its_sentence(plan: Document, to_docx: ToDocx) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    empty = replace(table, rows=(), empty="(Danh mục chưa có trong dữ liệu nguồn)")
    data = to_docx(replace(plan, blocks=(empty,)))
    assert [p.text for p in styled(data, "KH Bảng trống")] == [empty.empty]
    bare = replace(table, rows=(), header_groups=(), caption="")
    tables = docx.Document(io.BytesIO(to_docx(replace(plan, blocks=(bare,))))).tables
    assert [cell.text for cell in tables[1].rows[0].cells][:2] == ["TT", "Nhiệm vụ"]


def test_one_addressee_stands_beside_kinh_gui(report: Document, to_docx: ToDocx) -> None:
    assert isinstance(report.frame, TitledFrame)
    one = replace(report, frame=replace(report.frame, addressees=("UBND tỉnh",)))
    assert [p.text for p in styled(to_docx(one), "KH Kính gửi")] == ["Kính gửi: UBND tỉnh"]
    many = [p.text for p in styled(to_docx(report), "KH Nơi gửi đến")]
    assert many == ["- UBND tỉnh Đắk Lắk;", "- Sở Tài chính."]


def test_properties_are_the_documents_own(plan: Document, to_docx: ToDocx) -> None:
    core = docx.Document(io.BytesIO(to_docx(plan))).core_properties
    assert (core.title, core.author, core.language) == ("Kế hoạch", "UBND tỉnh Đắk Lắk", "vi-VN")
    assert str(core.created) == str(core.modified) == "2026-07-20 00:00:00+00:00"
    assert core.comments == ""


def test_a_reference_without_a_style_is_named(plan: Document, reference: Path) -> None:
    broken = rewritten(reference, "word/styles.xml", b"KH M\xe1\xbb\xa5c", b"Khac")
    with pytest.raises(TemplateError, match="thiếu kiểu «KH Mục»"):
        WRITERS["docx"].write(plan, io.BytesIO(), broken)


def test_a_reference_without_a_page_is_named(plan: Document, reference: Path) -> None:
    broken = rewritten(reference, "word/document.xml", b"pgSz", b"pgXx")
    with pytest.raises(TemplateError, match="khổ giấy"):
        WRITERS["docx"].write(plan, io.BytesIO(), broken)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not a zip", b"text"])
def test_a_reference_that_is_no_word_file_is_refused(plan: Document, data: bytes) -> None:
    with pytest.raises(TemplateError, match="không đọc được"):
        WRITERS["docx"].write(plan, io.BytesIO(), data)


def test_a_missing_reference_is_refused(plan: Document, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="không đọc được"):
        WRITERS["docx"].write(plan, io.BytesIO(), tmp_path / "none.docx")


def test_margins_of_a_reference_edited_in_word_are_replaced(
    plan: Document, to_docx: ToDocx
) -> None:
    out = io.BytesIO()
    WRITERS["docx"].write(plan, out, to_docx(plan))
    headers = [n for n in zipfile.ZipFile(out).namelist() if "header" in n]
    assert len(headers) == 1
    assert xml(out.getvalue()).xpath("count(//*[local-name()='p'])") == xml(to_docx(plan)).xpath(
        "count(//*[local-name()='p'])"
    )


def test_what_a_reference_would_have_fetched_is_taken_out(
    plan: Document, reference: Path, to_docx: ToDocx
) -> None:
    namespace = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    asking = (
        b'<w:attachedTemplate xmlns:r="%b" r:id="rId9"/>'
        b'<w:mailMerge><w:connectString w:val="xau"/></w:mailMerge><w:zoom'
    ) % namespace
    relationships = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId9" Type="%b/attachedTemplate" TargetMode="External"'
        b' Target="http://xau.example/a.dotm"/></Relationships>'
    ) % namespace
    broken = io.BytesIO(rewritten(reference, "word/settings.xml", b"<w:zoom", asking))
    with zipfile.ZipFile(broken, "a") as package:
        package.writestr("word/_rels/settings.xml.rels", relationships)
    out = io.BytesIO()
    WRITERS["docx"].write(plan, out, broken.getvalue())
    assert out.getvalue() == to_docx(plan)


def test_a_style_says_what_its_base_says(reference: Path) -> None:
    root = xml(reference.read_bytes(), "word/styles.xml")
    styles = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
    etree.SubElement(styles["Normal"], f"{W}basedOn", {f"{W}val": "Normal"})  # a circle
    letters = styles["KHMuc"].find(f"{W}rPr")
    assert letters is not None
    etree.SubElement(letters, f"{W}i", {f"{W}val": "0"})
    look = Styles(root).look(Role.SECTION)
    assert (look.size_pt, look.bold, look.italic, look.caps) == (14, True, False, True)


def test_widths_follow_the_font() -> None:
    assert text_width("mm", 10, bold=False) == round(2 * 1593 / 2048 * 200)
    assert text_width("😀", 10, bold=True) == 100
    assert text_width("", 10, bold=True) == 0


def rewritten(reference: Path, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(reference) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(old, new) if name == part else data)
    return out.getvalue()
