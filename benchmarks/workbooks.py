"""Measures how fast a long table becomes an .xlsx, beside bare strings and beside other tools.

Run from the repository: ``python -m benchmarks.workbooks --write docs/benchmarks.md``; it replaces
its own chapter and leaves the rest of the page.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.page import exponent, machine, number, versions, with_chapter
from benchmarks.sheets import SHEET_WAYS, installed_for_sheets
from benchmarks.writing import Written, middle, once

ROWS = 5_000
GROWTH = (5_000, 10_000, 20_000, 50_000)
ROUNDS = 3
TITLES = {
    "xlsx-bare": "chuỗi XML ghép tay, chỉ có ô",
    "xlsx-ours": "`kehoach --to xlsx`",
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
Máy đo: {machine}, {versions}.

Đo lại: `python -m benchmarks.workbooks --write docs/benchmarks.md`
"""


def chapter(ways: Mapping[str, Written], growth: Mapping[int, Written]) -> str:
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


def _ways(ways: Mapping[str, Written]) -> Iterator[str]:
    base = ways["xlsx-bare"].cpu_seconds
    for way, one in ways.items():
        times = number(one.cpu_seconds / base, 1)
        seconds, memory = f"{number(one.seconds, 2)} s", f"{number(one.peak_mib)} MiB"
        yield f"| {TITLES[way]} | {seconds} | {times} | {memory} |"


def _growth(growth: Mapping[int, Written]) -> Iterator[str]:
    for rows, one in growth.items():
        count = f"{rows:,}".replace(",", ".")
        yield f"| {count} | {number(one.cpu_seconds, 2)} s | {number(one.peak_mib)} MiB |"


def main() -> None:
    """``[--write PAGE]``."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", type=Path, help="also put the chapter into the page there")
    chosen = options.parse_args()
    found: dict[str, list[Written]] = {way: [] for way in installed_for_sheets()}
    for _ in range(ROUNDS):
        for way, runs in found.items():
            runs.append(once(way, ROWS))
    growth = {rows: middle([once("xlsx-ours", rows) for _ in range(3)]) for rows in GROWTH}
    text = chapter({way: middle(runs) for way, runs in found.items()}, growth)
    print(text, end="")
    if chosen.write:
        page = chosen.write.read_text(encoding="utf-8")
        chosen.write.write_text(with_chapter(page, text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
