"""The first sheet of a form: whose it is, what the report says of itself, how to fill it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlsxwriter.worksheet import Worksheet

from kehoach_cli.document.blocks import Cell
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.exchange.forms.annex_layout import ANNEX, MONEY
from kehoach_cli.exchange.forms.content import Form
from kehoach_cli.exchange.forms.display import cell_of
from kehoach_cli.exchange.forms.layout import (
    COMMITMENTS,
    DIFFICULTIES,
    PERIOD_LABEL,
    PLAN_LABEL,
    PROPOSALS,
    REGISTER,
    RESULTS,
    SENDER_LABEL,
    TASKS,
    ListName,
)
from kehoach_cli.exchange.forms.looks import Looks, validation
from kehoach_cli.exchange.forms.purposes import ANNEX_BOOK, REPORT
from kehoach_cli.exchange.forms.writing import write_cell
from kehoach_cli.vn.dates import format_day
from kehoach_cli.writers.xlsx.measures import row_points

_WIDTHS_MM = (62.0, 118.0)
_PIXELS_PER_MM = 96 / 25.4
_FOR_ALL, _FOR_SENDERS, _FOR_PERIOD = "", "senders", "period"
_COLOURS = (
    "Chỉ điền các ô nền trắng. Ô nền xám do cơ quan đầu mối lập, dùng để nhận ra từng dòng; sửa ô "
    "xám không có tác dụng."
)
_OF_TASKS = (
    f"Trang «{TASKS.name}»: mỗi dòng một nhiệm vụ. Chọn tình trạng trước. Đã hoàn thành thì ghi "
    "ngày hoàn thành và sản phẩm; đã trình thì ghi số, ngày tờ trình; tạm dừng hoặc thôi thực hiện "
    "thì ghi văn bản cho phép; chậm thì chọn lý do."
)
_OF_COMMITMENTS = (
    f"Trang «{COMMITMENTS.name}»: mỗi dòng một cam kết. Chọn tình trạng, ghi kết quả và sản phẩm "
    "nếu có."
)
_OF_DIFFICULTIES = (
    f"Trang «{DIFFICULTIES.name}»: mỗi dòng một khó khăn, vướng mắc, cơ quan nào giải quyết được "
    "và đề nghị giải quyết thế nào. Không có thì để trống."
)
_OF_PROPOSALS = (
    f"Trang «{PROPOSALS.name}»: mỗi dòng một nhiệm vụ, giải pháp, nhu cầu hoặc dự án muốn đề xuất "
    "thêm. Không có thì để trống."
)
_OF_REGISTER = (
    f"Trang «{REGISTER.name}»: mỗi dòng một đơn vị phải báo cáo. Báo cáo đến thì ghi ngày nhận, "
    "hình thức, số và ngày văn bản; chưa đến thì để trống. Điền xong thì chạy kehoach forms import."
)
_OF_RESULTS = (
    f"Trang «{RESULTS.name}»: mỗi dòng một nhiệm vụ của một đơn vị. Đơn vị báo cáo bằng giấy thì "
    f"ghi ngày nhận ở trang «{REGISTER.name}» rồi nhập hộ kết quả ở đây; nhận về thì kết quả vào "
    "báo cáo của đơn vị. Không nhập hộ thì để trống."
)
_FREEDOM = (
    "Thêm cột ghi chú riêng, ẩn cột đều được. Muốn đổi thứ tự dòng thì bỏ bảo vệ trang trước (thẻ "
    "Review, Unprotect Sheet; không có mật khẩu). Đừng gộp ô, đừng dùng công thức ở ô phải điền."
)
_OF_ANNEX = (
    f"Trang «{ANNEX.name}»: mỗi dòng một nhiệm vụ. Nhiệm vụ mới ghi vào dòng trống bất kỳ, kể cả "
    "dòng chèn thêm, để trống ô mã: mã được đặt khi nhận, nhiệm vụ mới đứng sau dòng ở trên nó "
    "hoặc cuối nhóm của nó. Bỏ một nhiệm vụ thì xóa dòng của nó; lúc nhận, chương trình hỏi lại. "
    "Thời hạn ghi như in trong Phụ lục."
)
_OF_MONEY = (
    f"Trang «{MONEY.name}»: mỗi dòng một khoản theo năm, nguồn; mỗi nhiệm vụ có sẵn một dòng trống "
    "để thêm. Bỏ một khoản thì xóa trắng dòng. Kinh phí của nhiệm vụ mới ghi ở lần lập bảng sau."
)
_OPEN = (
    "Thêm cột, thêm trang ghi chú riêng, ẩn cột, đổi thứ tự dòng đều được; thứ tự nhiệm vụ trong "
    "dữ liệu giữ nguyên. Đừng gộp ô, đừng dùng công thức. Điền xong thì chạy kehoach tasks import."
)
_HOW = (
    (_FOR_ALL, _COLOURS),
    (ANNEX.part, _OF_ANNEX),
    (MONEY.part, _OF_MONEY),
    (TASKS.part, _OF_TASKS),
    (COMMITMENTS.part, _OF_COMMITMENTS),
    (DIFFICULTIES.part, _OF_DIFFICULTIES),
    (PROPOSALS.part, _OF_PROPOSALS),
    (REGISTER.part, _OF_REGISTER),
    (RESULTS.part, _OF_RESULTS),
    (_FOR_SENDERS, "Dòng nào chưa có gì để báo cáo thì để trống cả dòng, đừng xóa dòng."),
    (_FOR_PERIOD, "Ngày ghi đủ ngày/tháng/năm, ví dụ 30/11/2027. Xuống dòng trong ô: Alt+Enter."),
    (_FOR_PERIOD, _FREEDOM),
    (ANNEX.part, _OPEN),
    (_FOR_SENDERS, "Điền xong, lưu tệp ở dạng Excel (.xlsx) rồi gửi lại cơ quan đầu mối."),
)
"""How to fill it in: which part a line is about (``_FOR_ALL``: every form has it), the line."""


def fill_guide(sheet: Worksheet, form: Form, looks: Looks, sources: Mapping[ListName, str]) -> None:
    """Writes the sheet; the caller protects it and sets its page."""
    for place, width in enumerate(_WIDTHS_MM):
        sheet.set_column_pixels(place, place, round(width * _PIXELS_PER_MM))
    sheet.write_string(0, 0, form.purpose.title, looks.title)
    row = 1
    if form.notice:
        sheet.write_string(row, 0, form.notice, looks.note)
        row += 1
    for label, text in _facts(form):
        _line(sheet, row, label, text, looks)
        row += 1
    is_head = bool(form.head_columns)
    row = _fill_head(sheet, row + 1, form, looks, sources) if is_head else row + 1
    sheet.write_string(row, 0, "CÁCH ĐIỀN", looks.title)
    parts = {_FOR_ALL, *(one.kind.part for one in form.sheets)}
    parts |= {_FOR_SENDERS} if form.purpose is REPORT else set()
    parts |= {_FOR_PERIOD} if form.purpose.is_reported else set()
    told = [text for part, text in _HOW if part in parts]
    for number, text in enumerate(told, start=1):
        _paragraph(sheet, row + number, f"{number}. {text}", looks)
    sheet.print_area(0, 0, row + len(told), 1)


def _facts(form: Form) -> Iterator[tuple[str, str]]:
    if form.purpose is ANNEX_BOOK:
        yield form.purpose.subject, form.period_label
        yield PLAN_LABEL, form.period
        return
    yield "Đơn vị báo cáo", form.name
    yield SENDER_LABEL, form.sender
    yield "Kỳ báo cáo", capitalised(form.period_label)
    yield PERIOD_LABEL, form.period
    if form.purpose is REPORT:
        yield "Gửi về", form.focal
        yield "Hạn gửi", format_day(form.send_by) if form.send_by else "chưa ấn định ngày gửi"
    for plan in form.plans:
        yield "Kế hoạch", plan.title if plan.is_issued else f"{plan.title} (chưa ban hành)"


def _line(sheet: Worksheet, row: int, label: str, text: str, looks: Looks) -> None:
    sheet.set_row(row, row_points([Cell(label), Cell(text)], _WIDTHS_MM))
    sheet.write_string(row, 0, label, looks.label)
    sheet.write_string(row, 1, text, looks.fact)


def _fill_head(
    sheet: Worksheet, row: int, form: Form, looks: Looks, sources: Mapping[ListName, str]
) -> int:
    """What the report says of itself; the row after it."""
    sheet.write_string(row, 0, "THÔNG TIN BÁO CÁO (điền ở cột bên phải)", looks.title)
    for number, column in enumerate(form.head_columns, start=row + 1):
        sheet.write_string(number, 0, column.title, looks.label)
        value = cell_of(column, form.head[column.key], form.lists)
        write_cell(sheet, (number, 1), value, looks.cell(column, is_locked=False))
        rule = validation(column, sources)
        if rule:
            sheet.data_validation(number, 1, number, 1, rule)
    return row + len(form.head_columns) + 2


def _paragraph(sheet: Worksheet, row: int, text: str, looks: Looks) -> None:
    """A line over both columns; a merged cell does not grow by itself."""
    sheet.merge_range(row, 0, row, 1, "", looks.words)
    sheet.write_string(row, 0, text, looks.words)
    sheet.set_row(row, row_points([Cell(text)], (sum(_WIDTHS_MM),)))
