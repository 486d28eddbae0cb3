"""Measures how fast a long annex becomes a .docx, beside bare strings and beside other tools.

Run from the repository: ``python -m benchmarks.writing --write docs/benchmarks.md``; it replaces
the chapter on writing and leaves the rest of the page.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from statistics import median

from benchmarks.documents import WAYS, installed, rows_of
from benchmarks.page import exponent, grouped, machine, number, put, versions
from benchmarks.processes import REPOSITORY, Measured, middle
from benchmarks.sheets import SHEET_WAYS

ROWS = 5_000
GROWTH = (5_000, 10_000, 20_000, 50_000)
ROUNDS = 7
SLOW_ROUNDS = 2
AIM = 4.5
_ALL = {**WAYS, **SHEET_WAYS}
SLOW = ("docxtpl", "python-docx", "pandoc")
TITLES = {
    "bare": "chuỗi XML ghép tay, chỉ có bảng",
    "ours": "`kehoach`: cả Kế hoạch",
    "docxtpl": "docxtpl",
    "python-docx": "python-docx, từng ô",
    "pandoc": "pandoc, từ HTML",
}


def once(way: str, rows: int) -> Measured:
    """In a process of its own: all is loaded and made ready before the clock runs."""
    command = [sys.executable, "-m", "benchmarks.writing", "--once", way, "--rows", str(rows)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True)
    return Measured(**json.loads(done.stdout))


def _measure(way: str, rows: int) -> Measured:
    write = _ALL[way](rows_of(rows))
    gc.collect()
    gc.disable()  # as the command line of kehoach does; the same for all
    start, used = time.perf_counter(), _cpu()
    write()
    seconds, cpu = time.perf_counter() - start, _cpu() - used
    whom = resource.RUSAGE_CHILDREN if way == "pandoc" else resource.RUSAGE_SELF
    return Measured(seconds, cpu, resource.getrusage(whom).ru_maxrss / 1024)


def _cpu() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, whose))


def compare() -> tuple[dict[str, Measured], float]:
    """Medians of every way, and our ratio to bare strings: the median of those of each round."""
    found: dict[str, list[Measured]] = {way: [] for way in installed()}
    for turn in range(ROUNDS):
        for way, runs in found.items():
            if way not in SLOW or turn < SLOW_ROUNDS:
                runs.append(once(way, ROWS))
    pairs = zip(found["ours"], found["bare"], strict=True)
    ratio = median(ours.cpu_seconds / bare.cpu_seconds for ours, bare in pairs)
    return {way: middle(runs) for way, runs in found.items()}, ratio


def chapter(ways: dict[str, Measured], ratio: float, growth: dict[int, Measured]) -> str:
    """The chapter in Markdown."""
    rows = "".join(f"{row}\n" for row in _ways(ways, ratio))
    steps = "".join(f"{row}\n" for row in _growth(growth))
    absent = [TITLES[way] for way in WAYS if way not in ways]
    missing = f"\nKhông đo được vì máy không có: {', '.join(absent)}.\n" if absent else ""
    return _CHAPTER.format(
        rows=rows,
        steps=steps,
        missing=missing,
        exponent=number(exponent({rows: one.cpu_seconds for rows, one in growth.items()}), 2),
        machine=machine(),
        versions=versions(("python-docx", "docxtpl", "pypandoc_binary")),
        rounds=ROUNDS,
        slow=SLOW_ROUNDS,
    )


_CHAPTER = """
## Viết văn bản

Phụ lục 5.000 dòng × 10 cột thành tệp .docx. Mỗi cách chạy trong một tiến trình riêng, lần lượt A B
C D …; thư viện và dữ liệu được nạp trước khi tính giờ. `kehoach` và chuỗi ghép tay chạy {rounds}
lần, cách khác {slow} lần; số ghi là trung vị, tỷ lệ tính theo thời gian bộ xử lý. Chuỗi ghép tay
không có kiểu, độ rộng cột, dòng đầu lặp lại hay thể thức; các cách khác cũng chỉ viết bảng.

| cách viết | thời gian | tỷ lệ CPU | mục tiêu | bộ nhớ cao nhất |
|---|---:|---:|---:|---:|
{rows}{missing}
`kehoach` khi phụ lục dài ra (thời gian tăng theo số dòng với số mũ {exponent}):

| dòng | thời gian bộ xử lý | mỗi 1.000 dòng | bộ nhớ cao nhất |
|---:|---:|---:|---:|
{steps}
Máy đo: {machine},
{versions}.

Đo lại: `python -m benchmarks.writing --write docs/benchmarks.md`; docxtpl và pandoc (gói
`pypandoc_binary`) được đo khi có.
"""


def _ways(ways: dict[str, Measured], ratio: float) -> Iterator[str]:
    base = ways["bare"].cpu_seconds
    for way, one in ways.items():
        times = ratio if way == "ours" else one.cpu_seconds / base
        aim = f"≤ {number(AIM, 1)}" if way == "ours" else "–"
        seconds = f"{number(one.seconds, 2)} s"
        shown = (TITLES[way], seconds, number(times, 1), aim, f"{number(one.peak_mib)} MiB")
        yield f"| {' | '.join(shown)} |"


def _growth(growth: dict[int, Measured]) -> Iterator[str]:
    for rows, one in growth.items():
        each = one.cpu_seconds / rows * 1_000_000
        shown = (
            grouped(rows),
            f"{number(one.cpu_seconds, 2)} s",
            f"{number(each)} ms",
            f"{number(one.peak_mib)} MiB",
        )
        yield f"| {' | '.join(shown)} |"


def main() -> None:
    """``[--write PAGE]``; ``--once WAY --rows N`` is what each process of its own does."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--once", choices=_ALL)
    options.add_argument("--rows", type=int, default=ROWS)
    options.add_argument("--write", type=Path, help="also put the chapter into the page there")
    chosen = options.parse_args()
    if chosen.once:
        print(json.dumps(asdict(_measure(chosen.once, chosen.rows))))
        return
    ways, ratio = compare()
    growth = {rows: middle([once("ours", rows) for _ in range(3)]) for rows in GROWTH}
    put(chapter(ways, ratio, growth), chosen.write)


if __name__ == "__main__":
    main()
