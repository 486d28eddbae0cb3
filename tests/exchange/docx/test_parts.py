"""Parts are found as people really type them, and doubts are said instead of guessed."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from kehoach_cli.exchange.docx.checking import check
from kehoach_cli.exchange.docx.finding import find_parts
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.reading import read
from kehoach_cli.exchange.docx.ruleset import rule_set

RULES = rule_set("nd30-2020")
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DAY = "Giả Định, ngày 05 tháng 3 năm 2027"
RIGHT = f"{NATION}\n{MOTTO}\n{DAY}"


def blank() -> Document:
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    return made


def table(made: Document, left: str, right: str) -> None:
    cells = made.add_table(1, 2).row_cells(0)
    cells[0].text, cells[1].text = left, right


def form_of(made: Document) -> Form:
    return find_parts(read(saved(made)), "x.docx", RULES)


def saved(made: Document) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def texts(form: Form, kind: Kind) -> list[str]:
    return [one.words for one in form.of(kind)]


def reasons(form: Form) -> list[str]:
    return [one.reason for one in form.unclear]


@pytest.mark.parametrize(
    ("left", "parents", "issuers"),
    [
        ("UBND TỈNH GIẢ ĐỊNH\nSỞ GIẢ ĐỊNH", ["UBND TỈNH GIẢ ĐỊNH"], ["SỞ GIẢ ĐỊNH"]),
        ("SỞ GIẢ ĐỊNH\nPHÒNG MỘT", ["SỞ GIẢ ĐỊNH"], ["PHÒNG MỘT"]),
        ("UBND TỈNH GIẢ ĐỊNH", [], ["UBND TỈNH GIẢ ĐỊNH"]),
        ("HỎA TỐC\nUBND TỈNH GIẢ ĐỊNH", [], ["UBND TỈNH GIẢ ĐỊNH"]),
    ],
)
def test_the_parent_is_told_from_the_issuer(
    left: str, parents: list[str], issuers: list[str]
) -> None:
    made = blank()
    table(made, f"{left}\n_______\nSố: 12/KH-SGD", RIGHT)
    form = form_of(made)
    assert texts(form, Kind.PARENT) == parents
    assert texts(form, Kind.ISSUER) == issuers
    assert texts(form, Kind.NUMBER) == ["Số: 12/KH-SGD"]
    assert (texts(form, Kind.NATION), texts(form, Kind.DATE)) == ([NATION], [DAY])


def test_stamps_are_told_from_names_that_begin_alike() -> None:
    made = blank()
    table(made, "TỈNH GIẢ ĐỊNH\nKHÁNH HÒA\nSố: 07/SGD\nKHẨN", f"{RIGHT}\nLƯU HÀNH NỘI BỘ")
    form = form_of(made)
    assert texts(form, Kind.URGENCY) == ["KHẨN"]
    assert texts(form, Kind.CIRCULATION) == ["LƯU HÀNH NỘI BỘ"]
    assert texts(form, Kind.ISSUER) == ["KHÁNH HÒA"]


def test_a_head_in_two_tables_is_one_head() -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH", f"{NATION}\n{MOTTO}")
    made.add_paragraph()
    table(made, "Số: 12/SGD-VP\nV/v một việc\ngiả định", DAY)
    form = form_of(made)
    assert texts(form, Kind.SUBJECT) == ["V/v một việc", "giả định"]
    assert texts(form, Kind.DATE) == [DAY]
    assert form.nature == "letter"


def test_addressees_may_stand_in_a_table() -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH\nSố: 12/SGD-VP\nV/v một việc", RIGHT)
    made.add_paragraph()
    table(made, "Kính gửi:", "- Sở Một;\n- Sở Hai.")
    assert texts(form_of(made), Kind.ADDRESSEES) == ["Kính gửi:", "- Sở Một; - Sở Hai."]


def test_the_only_addressee_may_stand_below() -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH\nSố: 12/SGD-VP\nV/v một việc", RIGHT)
    for text in ("Kính gửi:", "Ủy ban nhân dân tỉnh", "Sở Giả định báo cáo như sau:"):
        made.add_paragraph(text)
    form = form_of(made)
    assert texts(form, Kind.ADDRESSEES) == ["Kính gửi:", "Ủy ban nhân dân tỉnh"]
    assert texts(form, Kind.BODY) == ["Sở Giả định báo cáo như sau:"]


def test_initials_are_no_heading_and_a_sentence_is_no_basis() -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH\nSố: 12/KH-SGD", RIGHT)
    for text in (
        "KẾ HOẠCH",
        "Một việc giả định",
        "",
        "Căn cứ Luật Một;",
        "Căn cứ Luật Hai.",
        "Căn cứ tình hình, Sở Giả định ban hành:",
        "I. MỘT",
        "C. Mác là một tên.",
        "II. HAI",
    ):
        made.add_paragraph(text)
    form = form_of(made)
    assert texts(form, Kind.TYPE_NAME) == ["KẾ HOẠCH"]
    assert texts(form, Kind.TITLE) == ["Một việc giả định"]
    assert texts(form, Kind.BASIS) == ["Căn cứ Luật Một;", "Căn cứ Luật Hai."]
    assert texts(form, Kind.SECTION) == ["I. MỘT", "II. HAI"]


def test_type_and_title_may_be_one_paragraph() -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH\nSố: 12/KH-SGD", RIGHT)
    made.add_paragraph("KẾ HOẠCH\nMột việc giả định")
    form = form_of(made)
    assert texts(form, Kind.TYPE_NAME) == ["KẾ HOẠCH"]
    assert texts(form, Kind.TITLE) == ["Một việc giả định"]


def test_the_signature_is_told_from_the_name_and_notes() -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH\nSố: 12/KH-SGD", RIGHT)
    made.add_paragraph("KẾ HOẠCH")
    table(
        made,
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nPL.(30)",
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Chữ ký của\nngười ký)\n\nNguyễn Văn Giả",
    )
    form = form_of(made)
    assert texts(form, Kind.OFFICE) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert texts(form, Kind.SIGNER) == ["Nguyễn Văn Giả"]
    assert texts(form, Kind.RECIPIENTS) == ["- Như trên;", "- Lưu: VT."]


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda made: made.add_paragraph("Ghi chép cuộc họp"), ["no-form"]),
        (lambda made: made.add_paragraph(f"UBND TỈNH\t{NATION}"), ["head-without-table"]),
    ],
)
def test_what_cannot_be_told_is_said(
    make: Callable[[Document], object], expected: list[str]
) -> None:
    made = blank()
    make(made)
    assert reasons(form_of(made)) == expected


def test_a_file_without_page_setup_says_so() -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH\nSố: 07/SGD", RIGHT)
    assert "no-page-setup" not in reasons(form_of(made))
    body = made.element.body
    body.remove(body.sectPr)
    assert "no-page-setup" in reasons(form_of(made))


def test_a_second_document_in_the_file_is_not_judged() -> None:
    made = blank()
    for number in (12, 13):
        table(made, f"SỞ GIẢ ĐỊNH\nSố: {number}/KH-SGD", RIGHT)
        made.add_paragraph("KẾ HOẠCH")
    form = form_of(made)
    assert reasons(form) == ["several-documents"]
    assert texts(form, Kind.NUMBER) == ["Số: 12/KH-SGD"]


def test_much_text_behind_the_signature_is_not_judged() -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH\nSố: 12/KH-SGD", RIGHT)
    made.add_paragraph("KẾ HOẠCH")
    table(made, "Nơi nhận:\n- Lưu: VT.", "GIÁM ĐỐC")
    for _ in range(9):
        made.add_paragraph("Danh mục không có tiêu đề.")
    assert reasons(form_of(made)) == ["after-signature"]


def test_an_annex_in_a_file_of_its_own_needs_no_head() -> None:
    made = blank()
    for text in ("Số: 12/KH-SGD; 05/3/2027; 09:00:00", "Phụ lục", "DANH MỤC", "Nội dung."):
        made.add_paragraph(text)
    assert form_of(made).nature == "annex"


@pytest.mark.parametrize(
    "reference",
    [
        ["(Kèm theo Kế hoạch số 12/KH-SGD của Sở Giả định)"],
        ["(Kèm theo Kế hoạch số 12/KH-SGD", "của Sở Giả định)"],
    ],
)
def test_a_centred_line_below_a_closed_reference_is_no_part_of_it(reference: list[str]) -> None:
    made = blank()
    table(made, "SỞ GIẢ ĐỊNH\nSố: 12/KH-SGD", RIGHT)
    made.add_paragraph("KẾ HOẠCH")
    table(made, "Nơi nhận:\n- Lưu: VT.", "GIÁM ĐỐC")
    caption = "Hình 1. Tiến độ (số liệu đến ngày 05/3/2027)"
    for text in ("Phụ lục", "DANH MỤC", *reference, caption):
        made.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    assert texts(form_of(made), Kind.ANNEX_REFERENCE) == reference


@pytest.mark.parametrize("number", ["Số 12-KH/TU", "Số: 120 - BC/ĐUK"])
def test_documents_of_the_party_are_left_alone(number: str) -> None:
    made = blank()
    table(
        made, f"TỈNH ỦY GIẢ ĐỊNH\n*\n{number}", "ĐẢNG CỘNG SẢN VIỆT NAM\nGiả Định, ngày 05/3/2027"
    )
    made.add_paragraph("KẾ HOẠCH")
    (fault,) = check(saved(made), "x.docx", RULES).faults
    assert fault.kind == "party-document"
