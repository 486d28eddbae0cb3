"""``kehoach dashboard``: the figures as a small site that needs no server."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse
from kehoach_cli.cli.opening import open_context, working
from kehoach_cli.cli.options import AsOf, Force, PeriodOption, PlanOption, Public, Root, read_path
from kehoach_cli.cli.selection import chosen_period

_OPEN = "Đã ghi trang theo dõi: mở {}\n"
_GOING = "Trang của {}; đang làm báo cáo {}: trang của kỳ ấy thì thêm --period {}.\n"
_NO_PLANS = "Chưa có kế hoạch nào đã ban hành để công khai; trang chỉ có khung.\n"


def command(
    *,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="THƯ_MỤC", parser=read_path, help="Thư mục ghi trang theo dõi."
        ),
    ] = Path("site"),
    public: Public = False,
    plan: PlanOption = None,
    period: PeriodOption = None,
    as_of: AsOf = None,
    force: Force = False,
    root: Root = None,
) -> int:
    """Xuất trang theo dõi cho lãnh đạo, máy chiếu, điện thoại: mở index.html là xem được.

    Không cần máy chủ, không cần mạng; chép cả thư mục lên trang nào cũng chạy. Trang tổng quan in
    vừa một mặt giấy A4. Cùng số liệu nằm ở tệp data.json cho chương trình khác đọc.

    Ví dụ: kehoach dashboard --out site/ · kehoach dashboard --public --out cong-khai/
    """
    from kehoach_cli.cli.output import write_all
    from kehoach_cli.drafting.dashboard.audience import OFFICE, public_of, shown_to
    from kehoach_cli.drafting.dashboard.data import dashboard_data
    from kehoach_cli.progress import evaluate
    from kehoach_cli.progress.current_round import round_before
    from kehoach_cli.writers.site import write_site

    context = open_context(root, as_of)
    chosen = chosen_period(context, period) if period else None
    errors, has_bad_reports = errors_in(context, known_plans(context, [plan] if plan else []))
    if errors:
        return refuse(context, errors)
    ws = context.ws
    audience = public_of(ws.settings.value if ws.settings else None) if public else OFFICE
    with working("đang lập trang theo dõi"):
        progress = shown_to(audience, evaluate(ws, context.as_of, period=chosen, plan=plan))
        files = write_site(dashboard_data(ws, progress, audience))
    write_all(out, files, force=force)
    sys.stdout.write(_OPEN.format(out / "index.html"))
    if other := round_before(ws, progress.period, context.as_of):
        words = _GOING.format(progress.period.label, other.label, other.id)
        sys.stdout.write(words)
    if public and not progress.plans:
        sys.stdout.write(_NO_PLANS)
    return exits.FOUND if has_bad_reports else exits.CLEAN
