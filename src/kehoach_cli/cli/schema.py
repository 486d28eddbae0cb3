"""``kehoach schema``: JSON Schema of the data files, for editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.options import Force, read_path


def command(
    *,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="THƯ_MỤC", parser=read_path, help="Nơi ghi các tệp JSON Schema."
        ),
    ] = Path("schemas"),
    force: Force = False,
) -> int:
    """Viết JSON Schema của từng loại tệp dữ liệu, để trình soạn thảo gợi ý khóa và báo lỗi khi gõ.

    Trình soạn thảo hiểu yaml-language-server (VS Code với tiện ích YAML) dùng được ngay; thư mục
    làm việc do kehoach init tạo đã nối sẵn.

    Ví dụ: kehoach schema --out schemas
    """
    from kehoach_cli.cli.output import write_all
    from kehoach_cli.workspace.schemas import schema_files

    for path in write_all(out, schema_files(), force=force):
        sys.stdout.write(f"Đã ghi {path}\n")
    return exits.CLEAN
