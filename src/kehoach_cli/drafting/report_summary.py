"""What ``kehoach report`` shows on the screen: the figures in short, and who has not reported."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Block, Paragraph, Role, Text
from kehoach_cli.drafting.agency_tables import silent_table
from kehoach_cli.drafting.progress_tables import overdue_table
from kehoach_cli.drafting.report_parts import KindView, kind_view
from kehoach_cli.drafting.report_view import ReportView
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, name_of
from kehoach_cli.progress import Progress
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace


def report_summary(
    ws: Workspace, progress: Progress, *, agency: str | None = None
) -> tuple[Block, ...]:
    """The period's figures by kind, what is overdue, who has not reported; of one agency or all."""
    progress = of_agency(progress, agency) if agency else progress
    whose = f" – {name_of(ws, agency)}" if agency else ""
    scene = Scene(ws, progress.as_of, given=progress, sender=agency)
    tables = (overdue_table(scene), silent_table(scene)) if progress.has_begun else ()
    return (
        Paragraph(Role.SECTION, (Text(f"Báo cáo {progress.period.label}{whose}"),)),
        *(Paragraph(Role.BODY, (Text(line),)) for line in _lines(ReportView(scene))),
        *(table for table in tables if table.rows),
    )


def _lines(report: ReportView) -> Iterator[str]:
    progress = report.progress
    if progress.has_begun:
        yield f"Số liệu đến ngày {format_day(progress.day)}."
    else:
        yield f"Kỳ báo cáo chưa bắt đầu (từ ngày {format_day(progress.period.first)})."
    drafts = sum(not plan.is_issued for plan in report.plans)
    yield f"{len(report.plans)} kế hoạch" + (f", {drafts} chưa ban hành." if drafts else ".")
    yield from (_kind_line(kind, has_begun=progress.has_begun) for kind in report.kinds)
    if progress.commitments:
        promised = kind_view("commitment", progress.commitment_totals)
        yield _kind_line(promised, has_begun=progress.has_begun)
    if progress.has_begun:
        yield f"{report.come}/{report.expected} đơn vị đã gửi báo cáo."
    else:
        yield f"{report.expected} đơn vị phải gửi báo cáo."


def _kind_line(kind: KindView, *, has_begun: bool) -> str:
    label = capitalised(kind.label)
    if not has_begun:
        return f"{label}: {kind.total}."
    parts = "; ".join(f"{state.count} {state.label}" for state in kind.states)
    past = f", trong đó {kind.silent_past} đã qua thời hạn" if kind.silent_past else ""
    return f"{label}: {kind.total} ({parts}{past})."
