"""``kehoach period close``: from now on the reports of a period do not change silently."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import known_plans
from kehoach_cli.cli.opening import open_context, show_findings
from kehoach_cli.cli.options import AsOf, PlanOption, Root
from kehoach_cli.cli.recording import (
    errors_against_closing,
    folders_of,
    refuse_closed,
    write_changes,
)
from kehoach_cli.cli.selection import chosen_period
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.progress import Progress
    from kehoach_cli.rules.base import Context
    from kehoach_cli.source.fold import Data
    from kehoach_cli.workspace import PlanFolder


def command(
    period: Annotated[
        str | None,
        typer.Argument(metavar="KỲ", help="Kỳ báo cáo; mặc định kỳ đang báo cáo."),
    ] = None,
    *,
    plan: PlanOption = None,
    as_of: AsOf = None,
    root: Root = None,
) -> int:
    """Chốt kỳ báo cáo: ghi dấu vân tay, từ đó báo cáo của kỳ không đổi được lặng lẽ.

    Ngày chốt là ngày nêu ở --as-of. Báo cáo của kỳ còn lỗi thì chưa chốt được.

    Ví dụ: kehoach period close · kehoach period close 2027 --as-of 20/12/2027
    """
    from kehoach_cli.progress import evaluate

    context = open_context(root, as_of, to_write=True)
    known_plans(context, [plan] if plan else [])
    chosen = chosen_period(context, period)
    progress = evaluate(context.ws, context.as_of, period=chosen, plan=plan)
    folders = _still_open(context, progress)
    errors = errors_against_closing(context, [folder.id for folder in folders], chosen)
    if errors:
        show_findings(context, errors, to_stderr=True)
        sys.stderr.write("Chưa chốt kỳ: hãy sửa các lỗi trên rồi chạy lại.\n")
        return exits.FOUND
    _close(context, progress, folders)
    return exits.CLEAN


def _still_open(context: Context, progress: Progress) -> list[PlanFolder]:
    """The plans to close; refused before the last day, without any, and where all are closed."""
    from kehoach_cli.progress.closings import closing_over
    from kehoach_cli.vn.dates import format_day

    period = progress.period
    if context.as_of < period.last:
        raise OutputError(
            f"kỳ {period.id} đến hết ngày {format_day(period.last)} mới kết thúc",
            "chốt từ ngày đó trở đi",
        )
    folders = folders_of(context, [one.id for one in progress.plans])
    found = [one for one in folders if closing_over(context.ws, one, period.id) is None]
    if not folders:
        raise OutputError(f"không có kế hoạch nào trong kỳ {period.id}")
    if not found:
        refuse_closed(context, folders, period.id)
    return found


def _close(context: Context, progress: Progress, folders: list[PlanFolder]) -> None:
    from kehoach_cli.progress.fingerprint import fingerprint_of, sender_fingerprints
    from kehoach_cli.workspace.records import closing_added

    changes, told = [], []
    for folder in folders:
        senders = sender_fingerprints(context.ws, folder, progress.period.id)
        own: list[Data] = [{"sender": key, "fingerprint": one} for key, one in senders.items()]
        record: dict[str, Data] = {
            "period": progress.period.id,
            "closed": context.as_of.isoformat(),
            "fingerprint": fingerprint_of(senders),
            **({"senders": own} if own else {}),
        }
        changes.append(closing_added(folder, record))
        silent = sum(one.plan_id == folder.id for one in progress.missing)
        told.append(f"{folder.id}: {len(senders)} đơn vị đã gửi, {silent} đơn vị chưa có báo cáo.")
    write_changes(context, changes)
    sys.stdout.write(f"Đã chốt kỳ báo cáo {progress.period.label}.\n")
    sys.stdout.write("".join(f"  {line}\n" for line in told))
