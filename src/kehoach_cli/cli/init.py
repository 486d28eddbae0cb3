"""``kehoach init``: a new workspace, with all that surrounds the data in git and in editors."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.options import read_path
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.workspace.starting.provinces import Province


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="THƯ_MỤC", parser=read_path, help="Nơi đặt thư mục làm việc.")
    ],
    *,
    province: Annotated[
        str, typer.Option("--province", metavar="TỈNH", help="Tên hoặc mã tỉnh, thành phố.")
    ],
    plan: Annotated[
        str, typer.Option("--plan", metavar="MÃ", help="Mã của kế hoạch đầu tiên.")
    ] = "ke-hoach",
) -> int:
    """Tạo thư mục làm việc mới: danh bạ xã, phường của tỉnh, một kế hoạch mẫu, CI, trình soạn thảo.

    Không ghi đè tệp nào: đã có dữ liệu thì dừng, tệp khác đã có thì giữ nguyên.

    Ví dụ: kehoach init ke-hoach-tinh --province "Đắk Lắk"
    """
    from kehoach_cli.cli.adding import checked_id
    from kehoach_cli.cli.opening import today
    from kehoach_cli.workspace.starting import FOCAL, NewPlan, workspace_texts

    year = today().year
    first = NewPlan(
        checked_id(plan), "[Trích yếu của kế hoạch]", f"{year} - {year + 4}", focal=FOCAL
    )
    texts = workspace_texts(_known(province), first)
    if not _began(folder):
        _refuse_data(folder)
        _write(folder, texts)
    root = shlex.quote(str(folder))
    sys.stdout.write(f"Đã tạo thư mục làm việc. Tiếp theo: kehoach validate --root {root}\n")
    return exits.CLEAN


def _began(folder: Path) -> bool:
    """Keep the folder for this run; whether it just finished what a run before it had begun."""
    from kehoach_cli.cli.output import reason_of
    from kehoach_cli.cli.storing import make_ready

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"không ghi được vào «{folder}»: {reason_of(error)}") from error
    return make_ready(folder, to_write=True)


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """The schemas first: while there are no data the command may be run again."""
    from kehoach_cli.cli.output import write_new

    for path in (*_write_schemas(folder), *write_new(folder, texts)):
        sys.stdout.write(f"Giữ nguyên {path}\n")


def _known(text: str) -> Province:
    from kehoach_cli.workspace.starting.provinces import find_province, nearest_province, provinces

    found = find_province(text)
    if found is not None:
        return found
    near = nearest_province(text)
    names = ", ".join(one.name for one in provinces())
    hint = f"có phải là {near}?" if near else f"các tỉnh, thành phố: {names}"
    raise typer.BadParameter(f"không có tỉnh, thành phố «{text}»; {hint}")


def _refuse_data(folder: Path) -> None:
    """Where there are data already nothing is written at all."""
    for name in ("kehoach.yaml", "data"):
        if os.path.lexists(folder / name):
            raise OutputError(
                f"«{folder / name}» đã có nên không tạo thư mục làm việc ở đây",
                "chọn thư mục khác; thêm kế hoạch vào chỗ đã có: kehoach new plan",
            )


def _write_schemas(folder: Path) -> list[Path]:
    """As ``kehoach schema`` does, so that it may write them anew; what is there is kept."""
    from kehoach_cli.cli.output import LEDGER, write_all
    from kehoach_cli.workspace.schemas import SCHEMAS, schema_files

    own = folder / SCHEMAS / LEDGER
    if os.path.lexists(folder / SCHEMAS) and not own.exists():
        return [folder / SCHEMAS]
    write_all(folder / SCHEMAS, schema_files(), force=False)
    return []
