"""Rows and columns wherever people leave them: matched by their codes, or refused by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kehoach_cli.exchange.forms.layout import SHEETS
from kehoach_cli.exchange.forms.workbook import form_bytes

STATUS, RESULT = "Tình trạng", "Kết quả đạt được"
CODE, TITLE, MARK = "Mã nhiệm vụ", "Nội dung", "Dấu kiểm"
EDIT = {("mau-10", "result"): "Đã mở 12 điểm"}


@pytest.fixture
def edited(yt: Any) -> Any:
    """One cell of one row is filled in."""
    yt.set("mau-10", RESULT, "Đã mở 12 điểm")
    return yt


def values(sheet: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]


def write(sheet: Worksheet, rows: list[list[Any]]) -> None:
    for number, row in enumerate(rows, start=4):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place).value = value


def column_of(sheet: Worksheet, title: str) -> int:
    return next(cell.column for cell in sheet[3] if cell.value == title)


def test_a_form_that_nobody_touched_changes_nothing(office: Any) -> None:
    for sender in ("so-yt", "so-khcn", "cong-ty-mau-tinh", "xa-phu-loc"):
        assert office.taking(form_bytes(office.form(sender))) == {}, sender


@pytest.mark.parametrize(
    "arrange",
    [
        pytest.param(lambda rows: rows[::-1], id="sorted-the-other-way"),
        pytest.param(lambda rows: [rows[3], *rows[:3], *rows[4:]], id="one-row-moved"),
        pytest.param(lambda rows: [*rows[:2], [], [], *rows[2:]], id="empty-rows-in-between"),
        pytest.param(lambda rows: [*rows, rows[2]], id="a-row-copied-as-it-is"),
        pytest.param(lambda rows: [*rows, ["", "", "Người lập biểu"]], id="words-below-the-table"),
        pytest.param(
            lambda rows: [[" MAU-10 ", *r[1:]] if r[0] == "mau-10" else r for r in rows],
            id="a-code-in-capitals",
        ),
    ],
)
def test_order_does_not_matter(
    office: Any, edited: Any, arrange: Callable[[list[list[Any]]], list[list[Any]]]
) -> None:
    sheet = edited.sheet()
    rows = values(sheet)
    sheet.delete_rows(4, len(rows))
    write(sheet, arrange(rows))
    assert office.taking(edited) == EDIT


def test_columns_may_be_put_in_before_and_hidden(office: Any, edited: Any) -> None:
    sheet = edited.sheet()
    sheet.insert_cols(1)
    sheet.insert_cols(8)
    sheet.cell(3, 8).value = "Ghi chú của phòng"
    sheet.cell(5, 8).value = "hỏi lại"
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[5].hidden = True
    assert office.taking(edited) == EDIT


def test_rows_may_be_put_in_above_the_header(office: Any, edited: Any) -> None:
    edited.sheet().insert_rows(1, 3)
    assert office.taking(edited) == EDIT


def test_another_name_of_the_sheet_does_not_matter(office: Any, edited: Any) -> None:
    edited.sheet().title = "Sheet1"
    assert office.taking(edited) == EDIT


def test_a_filter_does_not_matter(office: Any, edited: Any) -> None:
    sheet = edited.sheet()
    sheet.auto_filter.ref = sheet.dimensions
    for row in range(4, 9):
        sheet.row_dimensions[row].hidden = True
    assert office.taking(edited) == EDIT


def test_what_was_cleared_is_taken_away(office: Any, yt: Any) -> None:
    yt.set("mau-14", "Lý do chậm", None)
    assert office.taking(yt) == {("mau-14", "late_reason"): None}


def test_codes_sorted_without_their_rows_are_seen(office: Any, edited: Any) -> None:
    sheet = edited.sheet()
    rows = values(sheet)
    codes = [row[0] for row in rows][::-1]
    write(sheet, [[code, *row[1:]] for code, row in zip(codes, rows, strict=True)])
    assert {reason for _, reason, _ in office.refusing(edited)} == {"moved"}


def test_the_same_is_seen_by_the_titles_where_the_fingerprints_are_gone(
    office: Any, edited: Any
) -> None:
    sheet = edited.sheet()
    sheet.delete_cols(column_of(sheet, MARK))
    rows = values(sheet)
    codes = [row[0] for row in rows][::-1]
    write(sheet, [[code, *row[1:]] for code, row in zip(codes, rows, strict=True)])
    assert {reason for _, reason, _ in office.refusing(edited)} == {"moved"}


def test_a_copy_that_says_something_else_is_refused(office: Any, edited: Any) -> None:
    sheet = edited.sheet()
    rows = values(sheet)
    copied = [*rows[2]]
    copied[column_of(sheet, RESULT) - 1] = "Đã mở 13 điểm"
    write(sheet, [*rows, copied])
    where = "trang «Nhiệm vụ», dòng 12, cột «Mã nhiệm vụ» (ô A12)"
    assert office.refusing(edited) == [("form-row", "twice", where)]


def test_the_row_of_another_sender_is_refused(office: Any, yt: Any) -> None:
    other = office.send("so-khcn")
    rows = values(yt.sheet())
    foreign = next(row for row in values(other.sheet()) if row[0] == "mau-01")
    write(yt.sheet(), [*rows, foreign])
    assert [found[:2] for found in office.refusing(yt)] == [("form-row", "not-yours")]


def test_a_code_that_nobody_knows_is_refused(office: Any, edited: Any) -> None:
    sheet, row = edited.row("mau-10")
    sheet.cell(row, column_of(sheet, MARK)).value = None
    sheet.cell(row, 1).value = "mau-99"
    assert [found[:2] for found in office.refusing(edited)] == [("form-row", "not-yours")]


def test_a_row_without_a_code_is_refused(office: Any, edited: Any) -> None:
    sheet, row = edited.row("mau-10")
    sheet.cell(row, 1).value = None
    assert [found[:2] for found in office.refusing(edited)] == [("form-row", "no-code")]


def test_a_code_that_is_calculated_is_refused(office: Any, edited: Any) -> None:
    sheet, row = edited.row("mau-10")
    sheet.cell(row, 1).value = '="mau"&"-10"'
    assert [found[:2] for found in office.refusing(edited)] == [("form-row", "formula")]


def test_two_columns_of_one_title_are_refused(office: Any, edited: Any) -> None:
    sheet = edited.sheet()
    sheet.cell(3, sheet.max_column + 1).value = RESULT
    assert [found[:2] for found in office.refusing(edited)] == [("form-row", "column-twice")]


def test_a_column_that_was_deleted_leaves_its_values_as_they_are(office: Any, edited: Any) -> None:
    sheet = edited.sheet()
    sheet.delete_cols(column_of(sheet, "Lý do chậm"))
    outcome = office.receive(edited)
    assert [(one.kind, one.args["name"]) for one in outcome.faults] == [
        ("form-column", "Lý do chậm")
    ]
    assert outcome.is_sound
    assert not outcome.is_sure
    assert [path[2:] for path in outcome.taken.values] == [("mau-10", "result")]


def test_a_column_under_another_title_is_never_passed_over_silently(
    office: Any, edited: Any
) -> None:
    sheet = edited.sheet()
    sheet.cell(3, column_of(sheet, RESULT)).value = "Kết quả, số liệu"
    outcome = office.receive(edited)
    assert [one.args.get("name") or one.args["got"] for one in outcome.faults] == [
        RESULT,
        "Kết quả, số liệu",
    ]
    assert not outcome.is_sure


def test_a_sheet_that_was_deleted_leaves_its_values_as_they_are(office: Any, yt: Any) -> None:
    del yt.book["Nhiệm vụ"]
    outcome = office.receive(yt)
    assert [(one.kind, one.args["reason"]) for one in outcome.faults] == [
        ("form-column", "no-sheet")
    ]
    assert outcome.taken.values == {}


def test_a_spare_row_becomes_a_difficulty_under_its_own_code(office: Any, yt: Any) -> None:
    yt.set("so-yt-2027-kk-03", "Khó khăn, vướng mắc", "Thiếu đường truyền")
    yt.set("so-yt-2027-kk-03", "Đề nghị cơ quan nào giải quyết", "Sở KH&CN")
    yt.set("so-yt-2027-kk-03", "Kế hoạch", "Kế hoạch hợp tác chuyển đổi số giai đoạn 2026 - 2030")
    taken = office.receive(yt).taken.values
    assert taken == {
        ("difficulties", "hop-tac-so", "so-yt-2027-kk-03", "text"): "Thiếu đường truyền",
        ("difficulties", "hop-tac-so", "so-yt-2027-kk-03", "to"): "so-khcn",
    }


def test_who_has_several_plans_says_which_one_a_difficulty_is_about(office: Any, yt: Any) -> None:
    yt.set("so-yt-2027-kk-03", "Khó khăn, vướng mắc", "Thiếu đường truyền")
    where = "trang «Khó khăn», dòng 7, cột «Kế hoạch» (ô B7)"
    assert office.refusing(yt) == [("form-incomplete", "no-plan", where)]


def test_a_row_that_says_something_says_enough(office: Any, yt: Any) -> None:
    yt.set("mau-10", STATUS, "Đã hoàn thành")
    assert [found[1] for found in office.refusing(yt)] == ["status-needs", "status-needs"]


def test_nothing_to_report_and_something_reported_contradict(office: Any, yt: Any) -> None:
    yt.set("", "Không có nội dung phát sinh", "Có")
    reasons = {found[1] for found in office.refusing(yt)}
    assert reasons == {"nothing-and-something"}


class TestWithoutTheHiddenPart:
    """WPS, Google Sheets, copy and paste: only what can be seen is left."""

    @pytest.fixture
    def bare(self, edited: Any) -> Any:
        del edited.book["_goc"]
        for sheet in edited.sheets():
            for cell in list(sheet[3]):
                if cell.value == MARK:
                    sheet.delete_cols(cell.column)
        return edited

    def test_gaps_are_filled_after_somebody_has_looked(self, office: Any, bare: Any) -> None:
        outcome = office.receive(bare)
        assert [one.kind for one in outcome.faults] == ["form-unsure"]
        assert outcome.is_sound
        assert not outcome.is_sure
        assert [path[2:] for path in outcome.taken.values] == [("mau-10", "result")]

    def test_what_both_say_differently_is_a_conflict(self, office: Any, bare: Any) -> None:
        bare.set("mau-14", "Lý do chậm", "Lý do khác")
        found = office.refusing(bare)
        assert ("form-conflict", "unknown-base") in [one[:2] for one in found]

    def test_an_empty_cell_takes_nothing_away(self, office: Any, bare: Any) -> None:
        bare.set("mau-14", "Lý do chậm", None)
        assert [path[2:] for path in office.receive(bare).taken.values] == [("mau-10", "result")]

    def test_fingerprints_alone_prove_that_the_data_are_as_they_were(
        self, office: Any, edited: Any
    ) -> None:
        del edited.book["_goc"]
        edited.set("mau-14", "Lý do chậm", None)
        outcome = office.receive(edited)
        assert outcome.is_sure
        assert {path[2:]: value for path, value in outcome.taken.values.items()} == {
            ("mau-10", "result"): "Đã mở 12 điểm",
            ("mau-14", "late_reason"): None,
        }

    def test_without_codes_of_sender_and_period_nobody_knows_whose_it_is(
        self, office: Any, bare: Any
    ) -> None:
        del bare.book["Hướng dẫn"]
        assert [found[:2] for found in office.refusing(bare)] == [("form-foreign", "not-a-form")]


def test_a_value_typed_by_both_sides_is_shown_with_all_three(office: Any, yt: Any) -> None:
    """The data have moved on since the form was made: here the form is made older than they are."""
    base = yt.book["_goc"]
    row = next(
        row for row in base.iter_rows() if (row[2].value, row[3].value) == ("mau-14", "late_reason")
    )
    row[4].value = "khac"
    sheet, number = yt.row("mau-14")
    sheet.cell(number, column_of(sheet, MARK)).value = None
    yt.set("mau-14", "Lý do chậm", "Vướng thủ tục")
    outcome = office.receive(yt)
    (fault,) = outcome.faults
    assert fault.kind == "form-conflict"
    assert {key: fault.args[key] for key in ("base", "theirs", "ours")} == {
        "base": "Lý do khác",
        "theirs": "Vướng thủ tục",
        "ours": "Đối tác thực hiện chậm",
    }
    assert outcome.changes(office.ws) == []


@pytest.mark.parametrize("key", ["percent", "done_on", "spent", "status", "product"])
def test_a_hidden_part_that_was_tampered_with_does_no_harm(office: Any, yt: Any, key: str) -> None:
    base = yt.book["_goc"]
    last = base.max_row + 1
    for place, text in enumerate(("tasks", "hop-tac-so", "mau-02", key, "[oops]"), start=1):
        base.cell(last, place).value = text
    sheet, row = yt.row("mau-02")
    sheet.cell(row, column_of(sheet, MARK)).value = None
    outcome = office.receive(yt)
    assert {one.kind for one in outcome.faults} <= {"form-conflict", "form-incomplete"}


def test_every_sheet_has_titles_of_its_own() -> None:
    """A column is found by its title, so no sheet may have two alike."""
    for kind in SHEETS:
        titles = [column.title for column in kind.columns]
        assert len(titles) == len(set(titles))


class TestWhatIsNotTaken:
    """Told, so that nobody believes it was taken in; the rest of the form is taken."""

    def told(self, office: Any, form: Any) -> list[tuple[str, str]]:
        outcome = office.receive(form)
        assert outcome.is_sure
        assert {one.kind for one in outcome.faults} <= {"form-ignored"}
        return [(str(one.args["reason"]), str(one.args["where"])) for one in outcome.faults]

    def test_a_deadline_changed_in_a_grey_cell(self, office: Any, edited: Any) -> None:
        edited.set("mau-10", "Thời hạn", "Quý I/2030")
        where = "trang «Nhiệm vụ», dòng 6, cột «Thời hạn» (ô E6)"
        assert self.told(office, edited) == [("grey", where)]

    def test_a_row_deleted_that_was_reported_before(self, office: Any, edited: Any) -> None:
        reported = [row for row in office.form("so-yt").sheets[0].rows if row.values["status"]]
        sheet, number = edited.row(reported[0].code)
        sheet.delete_rows(number)
        assert [reason for reason, _ in self.told(office, edited)] == ["gone"]
        taken = office.receive(edited).taken.values
        assert {path[2:]: value for path, value in taken.items()} == EDIT

    def test_who_signs_below_the_table(self, office: Any, edited: Any) -> None:
        sheet = edited.sheet()
        below = sheet.max_row + 2
        sheet.cell(below, 1).value = "Người lập biểu"
        sheet.cell(below, column_of(sheet, RESULT)).value = "GIÁM ĐỐC"
        sheet.cell(below + 2, column_of(sheet, RESULT)).value = "Trần Thị Mẫu"
        assert [reason for reason, _ in self.told(office, edited)] == ["below", "below"]

    def test_a_report_right_below_the_table_is_refused(self, office: Any, edited: Any) -> None:
        sheet = edited.sheet()
        below = sheet.max_row + 1
        sheet.cell(below, column_of(sheet, RESULT)).value = "Việc mới"
        assert office.refusing(edited)[0][:2] == ("form-row", "no-code")
