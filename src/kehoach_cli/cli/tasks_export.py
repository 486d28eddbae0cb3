"""``kehoach tasks export``: the tasks of an annex as a workbook for whoever drafts the plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.adding import PlanArgument, folder_of
from kehoach_cli.cli.documents import say_written
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Force, Root, read_path
from kehoach_cli.cli.output import write_all
from kehoach_cli.errors import OutputError


def command(
    plan: PlanArgument,
    *,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="THƯ_MỤC", parser=read_path, help="Nơi ghi bảng."),
    ] = Path("build"),
    as_of: AsOf = None,
    force: Force = False,
    root: Root = None,
) -> int:
    """Ghi các nhiệm vụ tại Phụ lục của một kế hoạch đang dự thảo thành một bảng Excel để soạn.

    Trang «Nhiệm vụ» có nhóm, nội dung, chủ trì, phối hợp, sản phẩm, thời hạn…, trang «Kinh phí» có
    từng khoản theo năm. Soạn xong thì nhận về bằng kehoach tasks import.

    Ví dụ: kehoach tasks export mobifone-2026-2030
    """
    from kehoach_cli.exchange.forms.annex_book import annex_form, tasks_file
    from kehoach_cli.exchange.forms.purposes import ANNEX_BOOK
    from kehoach_cli.exchange.forms.workbook import form_bytes
    from kehoach_cli.workspace.records import refuse_faulty

    context = open_context(root, as_of)
    folder = folder_of(context, plan)
    refuse_faulty(context.ws, tasks_file(plan))
    if folder.plan is None:
        raise OutputError(
            f"plan.yaml của kế hoạch «{plan}» không đọc được", "xem: kehoach validate"
        )
    if folder.plan.value.is_issued:
        raise OutputError(
            f"kế hoạch «{plan}» đã ban hành nên Phụ lục không sửa thẳng được",
            "sửa bằng văn bản sửa đổi, bổ sung: xem kehoach amend --help; cần bảng để xem thì "
            f"chạy: kehoach render-docx {plan} --to xlsx",
        )
    data = form_bytes(annex_form(context.ws, folder, context.as_of))
    say_written(write_all(out, {f"{ANNEX_BOOK.sender}-{plan}.xlsx": data}, force=force))
    return exits.CLEAN
