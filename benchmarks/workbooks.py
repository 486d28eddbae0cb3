"""Measures how fast a long table becomes an .xlsx, beside bare strings and beside other tools.

Run from the repository: ``python -m benchmarks.workbooks --write docs/benchmarks.md``; it replaces
its own chapter and leaves the rest of the page.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.page import exponent, grouped, machine, number, put, versions
from benchmarks.processes import Measured, middle
from benchmarks.sheets import SHEET_WAYS, installed_for_sheets
from benchmarks.writing import once

ROWS = 5_000
GROWTH = (5_000, 10_000, 20_000, 50_000)
ROUNDS = 3
TITLES = {
    "xlsx-bare": "chuỗi XML ghép tay, chỉ có ô",
    "xlsx-ours": "kehoach, `--to xlsx`",
    "xlsxwriter": "xlsxwriter, từng ô",
    "openpyxl": "openpyxl, từng dòng",
    "pandas": "pandas.to_excel",
}
_PACKAGES = ("xlsxwriter", "openpyxl", "pandas")

_CHAPTER = """
## Viết bảng tính

Bảng 5.000 dòng × 10 cột thành tệp .xlsx, mỗi cách {rounds} lần xen kẽ, mỗi lần một tiến trình
riêng; thư viện và dữ liệu được nạp trước khi tính giờ; số ghi là trung vị, tỷ lệ tính theo thời
gian bộ xử lý. Chỉ `kehoach` kẻ khung, đặt độ rộng cột, ngắt dòng, lặp lại dòng đầu khi in và giữ
ngày, số là ngày, số.

| cách viết | thời gian | tỷ lệ CPU | bộ nhớ cao nhất |
|---|---:|---:|---:|
{rows}{missing}
`kehoach` khi bảng dài ra (thời gian tăng theo số dòng với số mũ {exponent}):

| dòng | thời gian bộ xử lý | bộ nhớ cao nhất |
|---:|---:|---:|
{steps}
Máy đo: {machine},
{versions}.

Đo lại: `python -m benchmarks.workbooks --write docs/benchmarks.md`
"""


def chapter(ways: Mapping[str, Measured], growth: Mapping[int, Measured]) -> str:
    """The chapter in Markdown."""
    absent = [TITLES[way] for way in SHEET_WAYS if way not in ways]
    return _CHAPTER.format(
        rounds=ROUNDS,
        rows="".join(f"{row}\n" for row in _ways(ways)),
        missing=f"\nKhông đo được vì máy không có: {', '.join(absent)}.\n" if absent else "",
        exponent=number(exponent({rows: one.cpu_seconds for rows, one in growth.items()}), 2),
        steps="".join(f"{row}\n" for row in _growth(growth)),
        machine=machine(),
        versions=versions(_PACKAGES),
    )


def _ways(ways: Mapping[str, Measured]) -> Iterator[str]:
    base = ways["xlsx-bare"].cpu_seconds
    for way, one in ways.items():
        times = number(one.cpu_seconds / base, 1)
        seconds, memory = f"{number(one.seconds, 2)} s", f"{number(one.peak_mib)} MiB"
        yield f"| {TITLES[way]} | {seconds} | {times} | {memory} |"


def _growth(growth: Mapping[int, Measured]) -> Iterator[str]:
    for rows, one in growth.items():
        count = grouped(rows)
        yield f"| {count} | {number(one.cpu_seconds, 2)} s | {number(one.peak_mib)} MiB |"


def main() -> None:
    """``[--write PAGE]``."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", type=Path, help="also put the chapter into the page there")
    chosen = options.parse_args()
    found: dict[str, list[Measured]] = {way: [] for way in installed_for_sheets()}
    for _ in range(ROUNDS):
        for way, runs in found.items():
            runs.append(once(way, ROWS))
    growth = {rows: middle([once("xlsx-ours", rows) for _ in range(3)]) for rows in GROWTH}
    put(chapter({way: middle(runs) for way, runs in found.items()}, growth), chosen.write)


if __name__ == "__main__":
    main()
