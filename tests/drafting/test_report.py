from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.document.blocks import Paragraph, Role, SectionBreak, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.frame import Document, TitledFrame
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.plain_text import plain_paragraphs
from kehoach_cli.drafting.report_document import report_document
from kehoach_cli.drafting.report_summary import report_summary
from kehoach_cli.drafting.status_view import status_json, status_view
from kehoach_cli.model.status import STATES
from kehoach_cli.progress import COMMITMENT_STATES, Progress, evaluate
from kehoach_cli.workspace import Workspace, load

if TYPE_CHECKING:
    from tests.conftest import Golden
    from tests.drafting.conftest import Copy

BEFORE = date(2026, 11, 21)
CLOSING = date(2027, 12, 14)
HOP_TAC = "data/plans/hop-tac-so"


@pytest.fixture(scope="module")
def document(every_state: Progress) -> Document:
    return report_document(every_state.workspace, every_state)


def test_the_report_of_every_state_reads_as_it_was_found_good(
    document: Document, golden: Golden
) -> None:
    golden("drafting/bao-cao-every-state.txt", "\n".join(plain_paragraphs(document)) + "\n")


def test_the_real_report_of_2027_reads_as_it_was_found_good(
    real: Workspace, golden: Golden
) -> None:
    progress = evaluate(real, BEFORE, period="2027")
    text = "\n".join(plain_paragraphs(report_document(real, progress)))
    golden("drafting/bao-cao-2027.txt", text + "\n")


def test_a_period_that_has_not_begun_is_said_in_the_title_without_figures_of_results(
    real: Workspace,
) -> None:
    progress = evaluate(real, BEFORE, period="2027")
    document = report_document(real, progress)
    text = _text(document)
    assert isinstance(document.frame, TitledFrame)
    assert document.frame.title.endswith("năm 2027 (Kỳ báo cáo chưa bắt đầu)")
    assert "quá hạn" not in text.lower()
    assert "(chưa ban hành)" in text
    assert not re.search(r"\b0+ (nhiệm vụ|đơn vị|lượt)", text)
    assert all(table.rows for table in _tables(document).values())


def test_a_real_period_under_way_names_all_communes_at_once(real: Workspace) -> None:
    progress = evaluate(real, date(2027, 6, 1))
    tables = _tables(report_document(real, progress))
    silent = [[cell_text(cell) for cell in row.cells] for row in tables["chua-bao-cao"].rows]
    assert [row[1:] for row in silent if "xã" in row[1]] == [
        ["UBND các xã, phường", "102/102", "Tất cả các xã, phường"]
    ]
    agencies = [cell_text(row.cells[1]) for row in tables["theo-don-vi"].rows]
    assert "UBND các xã, phường (102 đơn vị)" in agencies
    assert len(agencies) < 20


def test_the_outline_is_that_of_the_governments_own_reports(document: Document) -> None:
    sections = [
        f"{one.number} {plain(one.inlines)}"
        for one in document.blocks
        if isinstance(one, Paragraph) and one.role is Role.SECTION
    ]
    assert sections == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, ĐIỀU HÀNH",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN",
        "IV. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI",
        "V. ĐỀ XUẤT, KIẾN NGHỊ",
    ]


def test_the_frame_goes_from_the_focal_agency_up_to_the_province(real: Workspace) -> None:
    frame = report_document(real, evaluate(real, BEFORE, period="2027")).frame
    assert isinstance(frame, TitledFrame)
    assert frame.parent == ("UBND TỈNH ĐẮK LẮK",)
    assert frame.issuer == ("SỞ KHOA HỌC VÀ CÔNG NGHỆ",)
    assert frame.symbol == "BC-SKHCN"
    assert frame.addressees == ("Ủy ban nhân dân tỉnh Đắk Lắk.",)
    assert (frame.recipients, frame.filing) == (("Như trên",), "Lưu: VT")
    assert (frame.signer.lines, frame.signer.name) == (("GIÁM ĐỐC",), "")


def test_number_and_day_of_the_report_may_be_given(real: Workspace) -> None:
    progress = evaluate(real, BEFORE, period="2027")
    params = {"so": "5/BC-SKHCN", "ngay": "20/12/2027"}
    frame = report_document(real, progress, params=params).frame
    assert isinstance(frame, TitledFrame)
    assert (frame.number, frame.day) == ("5", date(2027, 12, 20))


def test_the_report_on_one_plan_carries_its_title(every: Copy) -> None:
    ws = every.load()
    progress = evaluate(ws, CLOSING, plan="hop-tac-so")
    frame = report_document(ws, progress, plan="hop-tac-so").frame
    assert isinstance(frame, TitledFrame)
    title = ws.folder("hop-tac-so").plan.value.title  # type: ignore[union-attr]
    assert frame.title == f"Kết quả năm 2027 thực hiện Kế hoạch {title[0].lower()}{title[1:]}"


def test_every_annex_is_referred_to_by_the_text(document: Document) -> None:
    at = next(n for n, one in enumerate(document.blocks) if isinstance(one, SectionBreak))
    body = _said(document.blocks[:at])
    annexes = [
        plain(one.inlines)
        for one in document.blocks
        if isinstance(one, Paragraph) and one.role is Role.ANNEX_NUMBER
    ]
    assert annexes == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert all(re.search(rf"{name}\b", body) for name in annexes)


def test_prose_tables_and_data_say_the_same(document: Document, every_state: Progress) -> None:
    data = status_json(every_state)
    totals = data["totals"]
    assert isinstance(totals, dict)
    prose = _said(document.blocks)
    for state in STATES:
        count = totals["tasks"]["states"][state.code]
        assert f"{state.label.capitalize()}: {count:02d} nhiệm vụ" in prose
    *_, total = _tables(document)["theo-don-vi"].rows
    figures = dict(zip(_keys(document), total.cells, strict=True))
    for state in STATES:
        assert figures[state.code].value == totals["assignments"]["states"][state.code]
    assert figures["total"].value == totals["assignments"]["total"] == 58
    assert figures["dated"].value == totals["assignments"]["with_last_day"] == 43
    assert figures["silent-past"].value == totals["assignments"]["no_report_past_last_day"] == 5
    assert totals["tasks"]["total"] == 41
    assert "Trong kỳ theo dõi 41 nhiệm vụ, trách nhiệm, tương ứng 58 lượt giao" in prose


def test_the_rows_of_the_agencies_add_up_to_the_total(document: Document) -> None:
    table = _tables(document)["theo-don-vi"]
    *rows, total = table.rows
    for at, column in enumerate(table.columns):
        if column.key not in {"number", "agency"} and not column.key.startswith("ratio"):
            assert sum(int(str(row.cells[at].value)) for row in rows) == total.cells[at].value


def test_ratios_name_their_denominator(document: Document) -> None:
    prose = _said(document.blocks)
    assert "Trên tổng số có thời hạn (33 nhiệm vụ): hoàn thành đúng hạn 24,24%" in prose
    assert "tổng số đã hoàn thành và quá hạn chưa hoàn thành (21 nhiệm vụ): 66,67%" in prose
    ratios = [cell_text(one) for one in _tables(document)["theo-don-vi"].rows[-1].cells[-3:]]
    assert ratios == ["34,88", "11,63", "16,28"]


def test_items_and_commitments_are_all_there(document: Document, every_state: Progress) -> None:
    tables = _tables(document)
    listed = [row for name in ("trach-nhiem", "nhiem-vu") for row in tables[name].rows]
    assert sum(not row.group for row in listed) == len(every_state.tasks)
    promised = [row.cells[2].value for row in tables["cam-ket"].rows if not row.group]
    for state in COMMITMENT_STATES:
        expected = every_state.commitment_totals.states[state]
        assert promised.count(state.label.capitalize()) == expected


def test_who_has_not_reported_is_named_by_group(document: Document) -> None:
    rows = _tables(document)["chua-bao-cao"].rows
    named = [cell_text(row.cells[3]) for row in rows if not row.group]
    assert named == ["Sở GD&ĐT", "Xã Phú Lộc", "Trường Đại học Mẫu", "Công an tỉnh"]


def test_a_report_that_cannot_be_used_names_its_sender(every: Copy) -> None:
    path = f"{HOP_TAC}/progress/2027/so-gd.yaml"
    every.write(path, "sender: so-gd\n")
    ws = load(every.root)
    text = _text(report_document(ws, evaluate(ws, CLOSING)))
    assert "Báo cáo chưa hợp lệ, cần gửi lại: Sở GD&ĐT." in text
    assert "Sở GD&ĐT (báo cáo chưa hợp lệ)" in text


def test_late_tasks_come_with_days_and_reasons_and_requests_apart(document: Document) -> None:
    rows = _tables(document)["qua-han"].rows
    texts = [[cell_text(cell) for cell in row.cells] for row in rows]
    assert texts[0] == ["Nhiệm vụ được giao"]
    assert [texts[1][n] for n in (2, 4, 5)] == ["Sở Y tế", "168", "Đối tác thực hiện chậm"]
    assert texts[-2] == ["Nội dung đề nghị phối hợp"]
    assert "nhiệm vụ được giao" not in " ".join(texts[-1]).lower()


def test_an_extension_shows_both_dates(document: Document) -> None:
    dues = [cell_text(row.cells[3]) for row in _tables(document)["nhiem-vu"].rows if not row.group]
    assert "Quý IV/2027 (gia hạn; ban đầu: Quý II/2027)" in dues


def test_money_is_reported_only_where_the_data_have_any(every: Copy, document: Document) -> None:
    assert "Kinh phí" not in _said(document.blocks)
    line = {"year": "2027", "level": "tinh", "kind": "thuong-xuyen", "source": "NSNN"}
    money = [{**line, "needed": "1.500 triệu đồng", "allocated": "1,2 tỷ đồng"}]
    every.put(f"{HOP_TAC}/tasks.yaml", "tasks.0.money", money)
    ws = every.load()
    text = _text(report_document(ws, evaluate(ws, CLOSING)))
    assert "Nhu cầu kinh phí năm 2027: 1,5 tỷ đồng." in text
    assert "Kinh phí đã bố trí: 1,2 tỷ đồng." in text


def test_own_plans_and_integrated_ones_are_told(every: Copy) -> None:
    base = f"{HOP_TAC}/progress/2027"
    every.put(f"{base}/so-yt.yaml", "own_plan", {"number": "7/KH-SYT", "date": "2027-01-20"})
    every.put(f"{base}/so-tc.yaml", "integrated", "Chương trình công tác năm 2027")
    ws = every.load()
    text = _text(report_document(ws, evaluate(ws, CLOSING)))
    assert "kế hoạch riêng: Sở Y tế (Kế hoạch số 7/KH-SYT ngày 20/01/2027)." in text
    assert "hiện có: Sở Tài chính (Chương trình công tác năm 2027)." in text


def test_a_workspace_without_plans_in_the_period_still_reads_well(base: Copy) -> None:
    ws = base.load()
    text = _text(report_document(ws, evaluate(ws, date(2035, 6, 1))))
    for words in (
        "Trong kỳ không có kế hoạch hợp tác nào phải theo dõi.",
        "Trong kỳ không có nhiệm vụ để đánh giá.",
        "Chưa có nhiệm vụ nào phải thực hiện trong thời gian tới.",
    ):
        assert words in text
    assert "Đánh giá chung" not in text


def test_a_round_without_any_report_says_so_in_words(real: Workspace) -> None:
    document = report_document(real, evaluate(real, date(2027, 6, 1)))
    text = _text(document)
    assert "Đến ngày 01/6/2027, chưa có đơn vị nào gửi báo cáo." in text
    assert "nên chưa có cơ sở đánh giá kết quả thực hiện." in text
    assert not re.search(r"\b0(/\d+)? (nhiệm vụ|đơn vị)", text)
    assert len(_tables(document)["cam-ket"].columns) == 2


HOSTILE = '**x** # {{ 7 }} ::: bang ten=la \\ "z" - 1.'


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("tasks.yaml", "tasks.0.title"),
        ("tasks.yaml", "tasks.0.due"),
        ("progress/2027/so-khcn.yaml", "tasks.0.result"),
        ("progress/2027/so-khcn.yaml", "difficulties.0.text"),
        ("progress/2027/so-khcn.yaml", "difficulties.0.proposal"),
        ("progress/2027/so-yt.yaml", "integrated"),
        ("plan.yaml", "title"),
    ],
)
def test_whatever_is_reported_comes_out_as_typed(every: Copy, file: str, path: str) -> None:
    every.put(f"{HOP_TAC}/{file}", path, f"- {HOSTILE}")
    ws = every.load()
    assert HOSTILE.rstrip(".") in _text(report_document(ws, evaluate(ws, CLOSING)))


def test_status_data_have_exactly_the_contract_s_keys(every_state: Progress) -> None:
    data = status_json(every_state)
    assert list(data) == ["schema", "as_of", "period", "totals", "items"]
    assert (data["schema"], data["as_of"], data["period"]) == (1, "2027-12-14", "2027")
    items = data["items"]
    assert isinstance(items, list)
    assert len(items) == len(every_state.items)
    assert list(items[0]) == ["id", "kind", "title", "assignments"]
    assert items[0]["assignments"] == [
        {
            "agency": "so-khcn",
            "role": "chủ trì",
            "state": "done-on-time",
            "last_day": "2027-03-31",
            "days_late": 0,
            "days_left": None,
            "reported": True,
        }
    ]


def test_status_of_one_agency_has_only_its_assignments(every_state: Progress) -> None:
    data = status_json(every_state, agency="so-yt")
    row = next(one for one in every_state.by_agency if one.agency == "so-yt")
    totals, items = data["totals"], data["items"]
    assert isinstance(totals, dict)
    assert isinstance(items, list)
    assert totals["assignments"]["total"] == row.totals.total
    assert {one["agency"] for item in items for one in item["assignments"]} == {"so-yt"}


def test_status_on_the_screen_has_a_row_per_item_and_the_sums(every_state: Progress) -> None:
    blocks = status_view(every_state.workspace, every_state)
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert sum(not row.group for row in table.rows) == len(every_state.items)
    said = _said(blocks)
    assert "41 nhiệm vụ: 9 hoàn thành đúng hạn; 5 hoàn thành quá hạn" in said
    assert "58 lượt giao: 16 hoàn thành đúng hạn" in said
    assert "(trong đó 5 đã qua thời hạn)" in said


def test_status_of_one_agency_says_whose_it_is(every_state: Progress) -> None:
    blocks = status_view(every_state.workspace, every_state, agency="so-yt")
    assert "– Sở Y tế" in _said(blocks[:1])
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert "Sở Y tế" in {cell_text(row.cells[3]) for row in table.rows if not row.group}


def test_the_summary_after_a_report_is_short(every_state: Progress, real: Workspace) -> None:
    said = _said(report_summary(every_state.workspace, every_state))
    assert "12/16 đơn vị đã gửi báo cáo." in said
    early = report_summary(real, evaluate(real, BEFORE, period="2027"))
    assert "Kỳ báo cáo chưa bắt đầu (từ ngày 15/12/2026)." in _said(early)
    assert not any(isinstance(one, Table) for one in early)


def _tables(document: Document) -> dict[str, Table]:
    return {one.name: one for one in document.blocks if isinstance(one, Table)}


def _keys(document: Document) -> list[str]:
    return [column.key for column in _tables(document)["theo-don-vi"].columns]


def _said(blocks: tuple[object, ...]) -> str:
    return "\n".join(plain(one.inlines) for one in blocks if isinstance(one, Paragraph))


def _text(document: Document) -> str:
    return "\n".join(plain_paragraphs(document))
