"""``kehoach render-docx``: any kind of document in the form of NĐ 30/2020, as Word and others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written, write_documents
from kehoach_cli.cli.kinds import Wanted, check_kind, documents_of
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import (
    ISSUERS,
    AgencyOption,
    AsOf,
    Force,
    Out,
    Params,
    PeriodOption,
    Root,
    To,
    one_of,
    params_of,
)


def command(
    plans: Annotated[
        list[str] | None,
        typer.Argument(metavar="KẾ_HOẠCH", help="Mã kế hoạch; không ghi thì xuất tất cả."),
    ] = None,
    *,
    kind: Annotated[
        str, typer.Option("--kind", metavar="LOẠI", help="Loại văn bản: tên một mẫu.")
    ] = "ke-hoach",
    param: Params = None,
    partner: Annotated[
        str | None, typer.Option("--partner", metavar="MÃ", help="Chỉ đối tác có mã này.")
    ] = None,
    period: PeriodOption = None,
    agency: AgencyOption = None,
    session: Annotated[
        str | None,
        typer.Option("--session", metavar="MÃ", help="Chương trình làm việc có mã này."),
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", metavar="", help="Giấy mời: mỗi đại biểu một bản.")
    ] = False,
    issuer: Annotated[
        str | None,
        typer.Option(
            "--issuer",
            metavar="focal|ubnd|vp-ubnd",
            parser=one_of(ISSUERS),
            help="Cơ quan ban hành; không ghi thì theo mẫu.",
        ),
    ] = None,
    as_of: AsOf = None,
    to: To = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Xuất Kế hoạch kèm Phụ lục, hoặc văn bản loại khác, thành tệp Word đúng thể thức.

    Thể thức theo Nghị định 30/2020/NĐ-CP. Các loại: tên tệp trong templates/. Với --to pdf, html,
    md, xlsx thì xuất dạng khác.

    Tham số dùng được với mọi loại: khan (độ khẩn), luu_hanh (phạm vi lưu hành), soan_thao (ký hiệu
    người soạn thảo và số bản), ban (giấy hoặc điện tử).

    Ví dụ: kehoach render-docx · kehoach render-docx mobifone-2026-2030 --out ban-in ·
    kehoach render-docx --to docx --to pdf ·
    kehoach render-docx --kind de-cuong-bao-cao --agency so-yt --period 2027 ·
    kehoach render-docx --kind giay-moi --session lam-viec-2026 --each
    """
    written_by = ISSUERS[issuer] if issuer else None
    wanted = Wanted(
        kind, params_of(param), partner, period, agency, session, each=each, written_by=written_by
    )
    context = open_context(root, as_of)
    check_kind(context, wanted, plans or [])
    chosen = known_plans(context, plans or [])
    errors, has_bad_reports = errors_in(context, chosen)
    if errors:
        return refuse(context, errors)
    documents, draws_on_reports = documents_of(context, wanted, chosen)
    say_written(write_documents(context, documents, formats=to or ["docx"], out=out, force=force))
    return exits.FOUND if draws_on_reports and has_bad_reports else exits.CLEAN
