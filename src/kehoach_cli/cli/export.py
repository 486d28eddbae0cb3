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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
        files = _files(context, progress, filter(None, tables.values()), to)
        _refuse_others(context, out, tables, [] if force else files)
    say_written(write_all(out, files, force=force))
    return exits.FOUND if has_bad_reports else exits.CLEAN


def _files(
    context: Context, progress: Progress, tables: Iterable[Filled], to: str
) -> dict[str, bytes]:
    from kehoach_cli.writers.parquet import table_parquet

    settings = context.ws.settings.value if context.ws.settings else None
    notice = (settings.notice or "") if settings else ""
    where = f"{_folder(context)}/year={progress.period.year}/{progress.period.id}.{to}"
    return {
        f"{one.name}/{where}": table_parquet(one.kinds, one.meanings, one.rows, notice)
        for one in tables
    }


def _folder(context: Context) -> str:
    """Where the files of this province lie, in each table's folder."""
    settings = context.ws.settings
    return f"province={settings.value.province.code if settings else ''}"


def _refuse_others(
    context: Context, out: Path, tables: Mapping[str, Filled | None], files: Iterable[str]
) -> None:
    """Nothing goes beside what is for others, or over what ``files`` hold of another province."""
    from kehoach_cli.cli.data_sets import refuse_mixing, refuse_namesake

    refuse_mixing(out, tables, _folder(context))
    if settings := context.ws.settings:
        refuse_namesake([out / name for name in files], settings.value.province.name)
