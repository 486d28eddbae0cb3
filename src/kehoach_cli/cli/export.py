"""``kehoach export``: the figures of a period as a data set for engines that read many of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written
from kehoach_cli.cli.opening import open_context, working
from kehoach_cli.cli.options import AsOf, Force, PeriodOption, Public, Root, one_of, read_path
from kehoach_cli.cli.selection import chosen_period
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.drafting.dataset.columns import Filled
    from kehoach_cli.progress import Progress
    from kehoach_cli.rules.base import Context

FORMATS = ("parquet",)


def command(
    *,
    to: Annotated[
        str,
        typer.Option("--to", metavar="DẠNG", parser=one_of(FORMATS), help="parquet."),
    ] = "parquet",
    out: Annotated[
        Path, typer.Option("--out", metavar="THƯ_MỤC", parser=read_path, help="Nơi ghi các tệp.")
    ] = Path("build/parquet"),
    public: Public = False,
    period: PeriodOption = None,
    as_of: AsOf = None,
    force: Force = False,
    root: Root = None,
) -> int:
    """Xuất số liệu của một kỳ thành bộ dữ liệu Parquet, để truy vấn nhiều tỉnh bằng DuckDB, Spark.

    Mỗi bảng một thư mục, chia theo tỉnh và năm; nhiều tỉnh xuất chung vào một nơi thì thành một bộ.
    Các bảng, các cột: docs/parquet.md. Cần cài thêm pyarrow: pip install 'kehoach-cli[parquet]'.

    Ví dụ: kehoach export --to parquet --out du-lieu · kehoach export --public --out cong-khai
    """
    from kehoach_cli.cli.output import write_all
    from kehoach_cli.drafting.dashboard.audience import OFFICE, public_of, shown_to
    from kehoach_cli.drafting.dataset import TABLES, filled
    from kehoach_cli.progress import evaluate

    context = open_context(root, as_of)
    chosen = chosen_period(context, period) if period else None
    errors, has_bad_reports = errors_in(context, known_plans(context, []))
    if errors:
        return refuse(context, errors)
    ws = context.ws
    audience = public_of(ws.settings.value if ws.settings else None) if public else OFFICE
    with working("đang lập bộ dữ liệu"):
        progress = shown_to(audience, evaluate(ws, context.as_of, period=chosen))
        tables = {one.name: filled(one, ws, progress, audience) for one in TABLES}
        _refuse_mixing(out, [name for name, table in tables.items() if table is None])
        files = _files(context, progress, filter(None, tables.values()), to)
    say_written(write_all(out, files, force=force))
    return exits.FOUND if has_bad_reports else exits.CLEAN


def _files(
    context: Context, progress: Progress, tables: Iterable[Filled], to: str
) -> dict[str, bytes]:
    from kehoach_cli.writers.parquet import table_parquet

    settings = context.ws.settings.value if context.ws.settings else None
    province = settings.province.code if settings else ""
    notice = (settings.notice or "") if settings else ""
    where = f"province={province}/year={progress.period.year}/{progress.period.id}.{to}"
    return {
        f"{one.name}/{where}": table_parquet(one.kinds, one.meanings, one.rows, notice)
        for one in tables
    }


def _refuse_mixing(out: Path, hidden: list[str]) -> None:
    """A public data set beside tables that are not: whoever copies the folder gives them away."""
    if mixed := [out / name for name in hidden if (out / name).exists()]:
        raise OutputError(
            f"«{mixed[0]}» là bảng nội bộ đã xuất trước đây, không để chung với bản công khai",
            "chọn thư mục khác bằng --out",
        )
