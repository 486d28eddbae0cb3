"""What stands already where a data set is exported: it must be of the same audience and province.

Nothing is read but the heads of the files, and of one table the name of a province.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.drafting.dataset.columns import Filled

_APART = "chọn thư mục khác bằng --out; bản nội bộ, bản công khai để riêng"


def refuse_mixing(out: Path, tables: Mapping[str, Filled | None], province: str) -> None:
    """Refuse an internal table or column beside public ones, and the other way round.

    Whoever copies the folder gives them away. ``tables``: None for those that are hidden;
    ``province``: the name of its folders. Files of other provinces may show other columns.
    """
    hidden = [out / name for name, table in tables.items() if table is None]
    if mixed := [folder for folder in hidden if folder.exists()]:
        raise OutputError(
            f"«{mixed[0]}» là bảng nội bộ đã xuất trước đây, không để chung với bản công khai",
            "chọn thư mục khác bằng --out",
        )
    for table in filter(None, tables.values()):
        for file in sorted((out / table.name / province).rglob("*.parquet")):
            if odd := _other_columns(file, table):
                raise OutputError(f"«{file}» và bảng sắp xuất khác nhau ở cột {odd}", _APART)


def refuse_namesake(files: Iterable[Path], name: str) -> None:
    """Refuse to write over the figures of a province that has the same code by mistake."""
    for file in files:
        if others := set(_provinces(file)) - {name}:
            raise OutputError(
                f"«{file}» đang giữ số liệu của {', '.join(sorted(others))}, trùng mã với {name}",
                "sửa province.code trong kehoach.yaml, chọn thư mục khác bằng --out, "
                "hoặc thêm --force để ghi đè",
            )


def _other_columns(file: Path, table: Filled) -> str:
    """What only one of them has; nothing where there is no such file, which others look after."""
    from pyarrow import parquet

    try:
        held = set(parquet.read_schema(file).names) if file.is_file() else set(table.kinds)
    except (OSError, ValueError):
        return ""
    return ", ".join(sorted(held ^ set(table.kinds)))


def _provinces(file: Path) -> Iterator[str]:
    from pyarrow import parquet

    try:
        if file.is_file():
            with parquet.ParquetFile(file) as held:
                yield from held.read(columns=["province_name"])[0].unique().to_pylist()
    except (OSError, ValueError):
        return
