"""The tables of the data set; ``docs/parquet.md`` is made of what stands here."""

from __future__ import annotations

from typing import Any

from kehoach_cli.drafting.dashboard.audience import Audience
from kehoach_cli.drafting.dataset import rows
from kehoach_cli.drafting.dataset.columns import ColumnKind, DataColumn, DataTable, Filled
from kehoach_cli.drafting.dataset.rows import (
    CommitmentRow,
    DifficultyRow,
    ReportRow,
    StateRow,
    TaskRow,
    named,
)
from kehoach_cli.drafting.item_words import title_of
from kehoach_cli.progress import MoneyEntry, Progress
from kehoach_cli.workspace import Workspace

_AS_IN_STATUS = "mã trạng thái như trang Tình trạng và trạng thái"

_TASKS: tuple[DataColumn[TaskRow], ...] = (
    DataColumn("key", "text", "khóa của dòng, không trùng trong tỉnh", lambda row: row.item.key),
    DataColumn("task", "text", "mã nhiệm vụ", lambda row: row.item.id),
    DataColumn("plan", "text", "mã kế hoạch", lambda row: row.item.plan_id),
    DataColumn("plan_title", "text", "tên kế hoạch", lambda row: row.title_of_plan),
    DataColumn("plan_issued", "flag", "kế hoạch đã ban hành", lambda row: row.plan.is_issued),
    DataColumn(
        "kind", "text", "loại: annex, duty, conclusion, proposal", lambda row: row.item.kind
    ),
    DataColumn("mode", "text", "cách giao (khóa mode)", lambda row: row.item.mode),
    DataColumn("clause", "text", "điểm, mục trong kế hoạch", lambda row: row.item.clause),
    DataColumn(
        "heading", "text", "nhóm nhiệm vụ trong Phụ lục (khóa group)", lambda row: row.item.group
    ),
    DataColumn("title", "text", "nội dung", lambda row: title_of(row.item).rstrip(".")),
    DataColumn("due", "text", "thời hạn như văn bản in", lambda row: row.task.due),
    DataColumn("last_day", "day", "ngày cuối, đã kể gia hạn", lambda row: row.item.last_day),
    DataColumn(
        "original_last_day",
        "day",
        "ngày cuối ban đầu",
        lambda row: row.item.original_last_day,
    ),
    DataColumn("occurrence", "day", "lần của việc lặp lại", lambda row: row.item.occurrence),
    DataColumn("state", "text", _AS_IN_STATUS, lambda row: row.item.state.code),
    DataColumn(
        "past_by_plan",
        "flag",
        "chưa có báo cáo và đã qua ngày cuối theo kế hoạch",
        lambda row: row.item.is_past_by_plan,
    ),
    DataColumn("assignment_count", "count", "số lượt giao", lambda row: row.item.assignment_count),
    DataColumn("done_count", "count", "số lượt đã hoàn thành", lambda row: row.item.done_count),
    DataColumn("challenge", "text", "mã bài toán lớn", lambda row: row.task.challenge),
    DataColumn("commitment", "text", "mã cam kết được thực hiện", lambda row: row.task.commitment),
    DataColumn("product", "text", "sản phẩm", lambda row: row.task.product),
    DataColumn("approver", "text", "mã cấp phê duyệt", lambda row: row.task.approver),
    DataColumn("person", "text", "người phụ trách", lambda row: row.task.person, "people"),
)

_STATES: tuple[DataColumn[StateRow], ...] = (
    DataColumn("key", "text", "khóa của nhiệm vụ, như ở bảng tasks", lambda row: row.item.key),
    DataColumn("task", "text", "mã nhiệm vụ", lambda row: row.item.id),
    DataColumn("plan", "text", "mã kế hoạch", lambda row: row.item.plan_id),
    DataColumn("agency", "text", "mã đơn vị nhận việc", lambda row: row.one.agency),
    DataColumn("agency_name", "text", "tên đơn vị", lambda row: named(row.ws, row.one.agency)),
    DataColumn("role", "text", "vai trò", lambda row: row.one.role),
    DataColumn("via", "text", "mã nhóm mà qua đó đơn vị nhận việc", lambda row: row.one.via),
    DataColumn("state", "text", _AS_IN_STATUS, lambda row: row.one.state.code),
    DataColumn("last_day", "day", "ngày cuối, đã kể gia hạn", lambda row: row.one.last_day),
    DataColumn("days_late", "count", "số ngày lịch quá hạn", lambda row: row.one.days_late),
    DataColumn("reported", "flag", "đơn vị đã có báo cáo của kỳ", lambda row: row.one.reported),
    DataColumn(
        "status",
        "text",
        "tình trạng đơn vị tự khai",
        lambda row: row.one.status.code if row.one.status else None,
    ),
    DataColumn(
        "percent", "count", "phần trăm tự khai", lambda row: row.said.percent if row.said else None
    ),
    DataColumn(
        "done_on", "day", "ngày hoàn thành", lambda row: row.said.done_on if row.said else None
    ),
    DataColumn(
        "past_by_plan",
        "flag",
        "chưa có báo cáo và đã qua ngày cuối theo kế hoạch",
        lambda row: row.one.is_past_by_plan,
    ),
    DataColumn(
        "late_reason", "text", "lý do chậm", lambda row: row.one.late_reason, "late-reasons"
    ),
    DataColumn(
        "invalid_report",
        "flag",
        "có báo cáo nhưng chưa hợp lệ",
        lambda row: row.one.invalid_report,
        "senders",
    ),
)

_COMMITMENTS: tuple[DataColumn[CommitmentRow], ...] = (
    DataColumn("commitment", "text", "mã cam kết", lambda row: row.item.id),
    DataColumn("plan", "text", "mã kế hoạch", lambda row: row.item.plan_id),
    DataColumn("partner", "text", "mã đối tác", lambda row: row.partner),
    DataColumn("partner_name", "text", "tên đối tác", lambda row: named(row.ws, row.partner)),
    DataColumn("letter", "text", "điểm trong kế hoạch", lambda row: row.promise.letter),
    DataColumn("text", "text", "lời cam kết", lambda row: title_of(row.item)),
    DataColumn("counterpart", "text", "mã cơ quan phía tỉnh", lambda row: row.promise.counterpart),
    DataColumn("state", "text", "mã trạng thái của cam kết", lambda row: row.item.state.code),
)

_MONEY: tuple[DataColumn[MoneyEntry], ...] = (
    DataColumn("plan", "text", "mã kế hoạch", lambda row: row.plan_id),
    DataColumn("task", "text", "mã nhiệm vụ", lambda row: row.task),
    DataColumn(
        "agency", "text", "mã cơ quan mà khoản này thuộc về", lambda row: row.agency or None
    ),
    DataColumn("budget_year", "count", "năm ngân sách", lambda row: row.year),
    DataColumn("level", "text", "cấp ngân sách: tinh, xa", lambda row: row.level),
    DataColumn("money_kind", "text", "loại kinh phí", lambda row: row.kind),
    DataColumn("source", "text", "nguồn", lambda row: row.source),
    DataColumn("supplementary", "flag", "bổ sung trong năm", lambda row: row.supplementary),
    DataColumn("needed", "dong", "nhu cầu", lambda row: row.amounts.needed),
    DataColumn("allocated", "dong", "đã bố trí", lambda row: row.amounts.allocated),
    DataColumn("spent", "dong", "đã chi", lambda row: row.amounts.spent),
    DataColumn(
        "estimated",
        "dong",
        "ước thực hiện cả năm; trống khi không ai ghi",
        lambda row: row.amounts.estimated,
    ),
)

_REPORTS: tuple[DataColumn[ReportRow], ...] = (
    DataColumn("plan", "text", "mã kế hoạch", lambda row: row.plan),
    DataColumn("sender", "text", "mã đơn vị báo cáo", lambda row: row.report.sender),
    DataColumn("sender_name", "text", "tên đơn vị", lambda row: named(row.ws, row.report.sender)),
    DataColumn("report_period", "text", "kỳ ghi trong báo cáo", lambda row: row.report.period),
    DataColumn("reported_on", "day", "ngày báo cáo", lambda row: row.report.reported),
    DataColumn(
        "number",
        "text",
        "số, ký hiệu văn bản báo cáo",
        lambda row: row.report.document.number if row.report.document else None,
    ),
    DataColumn(
        "nothing_to_report",
        "flag",
        "báo «không phát sinh»",
        lambda row: row.report.nothing_to_report,
    ),
    DataColumn("tasks", "count", "số nhiệm vụ nói tới", lambda row: len(row.report.tasks)),
    DataColumn(
        "commitments", "count", "số cam kết nói tới", lambda row: len(row.report.commitments)
    ),
    DataColumn(
        "difficulties", "count", "số khó khăn nêu ra", lambda row: len(row.report.difficulties)
    ),
    DataColumn("proposals", "count", "số đề xuất", lambda row: len(row.report.proposals)),
)

_DIFFICULTIES: tuple[DataColumn[DifficultyRow], ...] = (
    DataColumn(
        "difficulty", "text", "mã khó khăn, vướng mắc", lambda row: row.raised.value.value.id
    ),
    DataColumn("plan", "text", "mã kế hoạch", lambda row: row.raised.plan_id),
    DataColumn("sender", "text", "mã đơn vị nêu", lambda row: row.raised.sender),
    DataColumn("sender_name", "text", "tên đơn vị", lambda row: named(row.ws, row.raised.sender)),
    DataColumn("text", "text", "nội dung", lambda row: row.raised.value.value.text),
    DataColumn("proposal", "text", "đề nghị", lambda row: row.raised.value.value.proposal),
    DataColumn("state", "text", "mã trạng thái", lambda row: row.raised.state.code),
    DataColumn("is_open", "flag", "còn phải trả lời", lambda row: row.raised.state.is_open),
    DataColumn("answerer", "text", "mã người phải trả lời", lambda row: row.raised.answerer),
    DataColumn("since", "day", "ngày báo cáo nêu ra", lambda row: row.raised.since),
    DataColumn("days_open", "count", "số ngày chờ", lambda row: row.raised.days_open),
    DataColumn("carried", "flag", "từ kỳ trước còn lại", lambda row: row.raised.is_carried),
)

TABLES: tuple[DataTable[Any], ...] = (
    DataTable("tasks", "một nhiệm vụ, hoặc một lần của việc lặp lại", rows.task_rows, _TASKS),
    DataTable("states", "một lượt giao", rows.state_rows, _STATES),
    DataTable("commitments", "một cam kết của đối tác", rows.commitment_rows, _COMMITMENTS),
    DataTable("money", "một khoản kinh phí của một năm", rows.money_rows, _MONEY, "money"),
    DataTable("reports", "một báo cáo được tính trong kỳ", rows.report_rows, _REPORTS, "senders"),
    DataTable(
        "difficulties",
        "một khó khăn, vướng mắc",
        rows.difficulty_rows,
        _DIFFICULTIES,
        "difficulties",
    ),
)
"""All tables of the data set."""

HEAD: tuple[tuple[str, ColumnKind, str], ...] = (
    ("province_name", "text", "tên tỉnh"),
    ("period", "text", "kỳ báo cáo; một bộ dữ liệu có thể giữ nhiều kỳ của một năm"),
    ("as_of", "day", "ngày xem"),
)
"""The first columns of every table, beside those that the folders name: province and year."""


def filled(
    table: DataTable[Any], ws: Workspace, progress: Progress, audience: Audience
) -> Filled | None:
    """The table as the audience may see it; None where all of it is kept back.

    Every row begins with ``HEAD``. ``progress`` must be the audience's own (``shown_to``).
    """
    if table.internal is not None and not audience.sees(table.internal):
        return None
    shown = shown_columns(table, audience)
    province = ws.settings.value.province.name if ws.settings else None
    head = (province, progress.period.id, progress.as_of)
    return Filled(
        table.name,
        {name: kind for name, kind, _ in HEAD} | {one.name: one.kind for one in shown},
        {name: meaning for name, _, meaning in HEAD} | {one.name: one.meaning for one in shown},
        [(*head, *(one.read(row) for one in shown)) for row in table.rows(ws, progress)],
    )


def shown_columns(table: DataTable[Any], audience: Audience) -> tuple[DataColumn[Any], ...]:
    """The columns that are not kept back."""
    return tuple(
        one for one in table.columns if one.internal is None or audience.sees(one.internal)
    )
