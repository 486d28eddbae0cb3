"""``kehoach rollup``: the figures of many workspaces side by side, and added up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.answering import Form, Sheets, Telling, tell
from kehoach_cli.cli.opening import today
from kehoach_cli.cli.options import AsOf, Force, Out, PeriodOption, one_of, read_path
from kehoach_cli.cli.screen import stepping
from kehoach_cli.cli.selection import refuse_no_period

if TYPE_CHECKING:
    from kehoach_cli.drafting.questions.provinces import Province

SHEETS = ("xlsx", "csv")
_SEVERAL = "Có tỉnh ghi lời riêng về dữ liệu của mình, nêu ở đầu bảng tổng hợp"


def command(
    workspaces: Annotated[
        list[Path],
        typer.Argument(
            metavar="THƯ_MỤC", parser=read_path, help="Các thư mục làm việc (có kehoach.yaml)."
        ),
    ],
    *,
    period: PeriodOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="DẠNG",
            parser=one_of(SHEETS),
            help="Ghi các bảng thành tệp: xlsx (mỗi bảng một trang) hoặc csv (mỗi bảng một tệp).",
        ),
    ] = None,
    out: Out = Path("build"),
    force: Force = False,
) -> int:
    """Cộng số liệu của nhiều tỉnh theo tỉnh, kế hoạch, bài toán lớn và trạng thái.

    Số của mỗi tỉnh đúng như kehoach status ở thư mục ấy. Thư mục không đọc được thì nêu tên và lý
    do ở cuối, các tỉnh khác vẫn được tính.

    Ví dụ: kehoach rollup tinh-a tinh-b --period 2027 · kehoach rollup tinh-a tinh-b --to xlsx
    """
    from kehoach_cli.cli.provinces import Asked, each_once, read_provinces
    from kehoach_cli.drafting.questions.provinces import LeftOut, Province
    from kehoach_cli.drafting.questions.rollup import rollup_view

    refuse_no_period(period)
    day = as_of or today()
    folders = each_once(workspaces)
    reading = read_provinces(folders, Asked(day, period))
    found = list(stepping(reading, "đang cộng số liệu", len(folders)))
    provinces = [one for one in found if isinstance(one, Province)]
    left_out = [one for one in found if isinstance(one, LeftOut)]
    view = rollup_view(provinces, left_out, as_of=day, period=period)
    name = "-".join(filter(None, ("tong-hop", period)))
    tell(view, form, Sheets(to, out, name, force), Telling(_notice(provinces), "", day))
    if not provinces:
        return exits.FAILED
    return exits.FOUND if left_out or any(one.errors for one in provinces) else exits.CLEAN


def _notice(provinces: list[Province]) -> str:
    """What all of them say on their pages; where they differ the tables begin with it."""
    said = {one.notice for one in provinces if one.notice}
    return _SEVERAL if len(said) > 1 else next(iter(said), "")
