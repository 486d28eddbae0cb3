"""``kehoach report``: the yearly Báo cáo, summed up on the screen and written as a document."""

from __future__ import annotations

import sys
from pathlib import Path

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import (
    errors_in,
    known_plans,
    refuse,
    say_written,
    write_documents,
)
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import (
    AgencyOption,
    AsOf,
    Force,
    Out,
    PeriodOption,
    PlanOption,
    ReportYear,
    Root,
    To,
    WithPictures,
)
from kehoach_cli.cli.screen import print_blocks
from kehoach_cli.cli.selection import chosen_period, known_agency


def command(
    *,
    year: ReportYear = None,
    period: PeriodOption = None,
    plan: PlanOption = None,
    agency: AgencyOption = None,
    pictures: WithPictures = False,
    as_of: AsOf = None,
    to: To = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Viết Báo cáo kết quả thực hiện kế hoạch trong năm và tóm tắt trên màn hình.

    Kỳ báo cáo năm chốt từ 15/12 năm trước đến 14/12. Không nêu kỳ thì là kỳ đã mở đang báo cáo;
    chưa mở kỳ nào thì là năm này, cả sau ngày 14/12.

    Ví dụ: kehoach report · kehoach report --year 2027 --agency so-yt ·
    kehoach report --year 2027 --period 2027-h1 · kehoach report --pictures
    """
    from kehoach_cli.document.blocks import Picture
    from kehoach_cli.drafting.pictures import WITH_PICTURES
    from kehoach_cli.drafting.report_document import report_document
    from kehoach_cli.drafting.report_summary import report_summary
    from kehoach_cli.progress import evaluate

    context = open_context(root, as_of)
    wanted = known_plans(context, [plan] if plan else [])
    chosen = chosen_period(context, period, year)
    only = known_agency(context, agency) if agency else None
    errors, has_bad_reports = errors_in(context, wanted)
    if errors:
        return refuse(context, errors)
    progress = evaluate(context.ws, context.as_of, period=chosen, plan=plan)
    print_blocks(report_summary(context.ws, progress, agency=only), sys.stdout)
    name = "-".join(filter(None, ("bao-cao", chosen, plan, only)))
    params = WITH_PICTURES if pictures else {}
    document = report_document(context.ws, progress, plan=plan, agency=only, params=params)
    if pictures and not any(isinstance(block, Picture) for block in document.blocks):
        sys.stderr.write("Kỳ này chưa có số liệu để vẽ hình; Báo cáo không kèm hình.\n")
    say_written(
        write_documents(context, {name: document}, formats=to or ["docx"], out=out, force=force)
    )
    return exits.FOUND if has_bad_reports else exits.CLEAN
