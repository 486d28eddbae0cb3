"""The page of a measurement, for ``docs/``: machine, medians, ratios, peak memory."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from math import log
from pathlib import Path
from statistics import linear_regression

import yaml
from benchmarks.processes import Measured

_CPU_INFO = Path("/proc/cpuinfo")
_HEADING = re.compile(r"\n## .*\n")

_INTRO = """\
<!-- Trang này do benchmarks/run.py viết ra; đừng sửa tay. -->

# Tốc độ

Mỗi dòng so một lệnh của `kehoach` với một việc tối thiểu của Python. Hai bên chạy xen kẽ
A B A B …, mỗi bên {rounds} lần, mỗi lần một tiến trình riêng, tính cả thời gian khởi động; số ghi
là trung vị. Tỷ lệ là trung vị của các tỷ lệ trong từng cặp nên ít phụ thuộc vào máy; tỷ lệ CPU
tính theo thời gian bộ xử lý, không bị nhiễu khi máy còn chạy việc khác.

Dữ liệu đo là của một tỉnh giả định, do `benchmarks/generate.py` sinh ra: mỗi kế hoạch 100 nhiệm
vụ (bộ nhỏ nhất 50), mỗi nhiệm vụ ít nhất 9 khóa, có mốc, kinh phí, phần việc của đối tác; một phần
ba kế hoạch có báo cáo tiến độ. `validate` đọc mọi tệp, dựng mô hình, chạy mọi quy tắc và in báo
cáo; bên so sánh chỉ đọc từng tệp rồi bỏ đi.
"""

_TABLE = """\
| việc đo | `kehoach` | so với | thời gian so | tỷ lệ | tỷ lệ CPU | mục tiêu | bộ nhớ cao nhất |
|---|---:|---|---:|---:|---:|---:|---:|
"""

_GROWTH = """\
`kehoach validate` lần đầu khi kho lớn dần, mỗi cỡ một lượt (thời gian bộ xử lý, kể cả khởi động,
tăng theo số nhiệm vụ với số mũ {exponent}):

| nhiệm vụ | thời gian | thời gian bộ xử lý | mỗi 1.000 nhiệm vụ | bộ nhớ cao nhất |
|---:|---:|---:|---:|---:|
{steps}"""

_PACKAGES = ("pydantic", "pydantic_core", "typer")

_AGAIN = """\
Đo lại, từ thư mục gốc của kho: `python -m benchmarks.run --write docs/benchmarks.md`
"""


@dataclass(frozen=True, slots=True)
class Result:
    """A comparison as measured; the ratios are ours over the baseline's, by clock and processor."""

    title: str
    ours: Measured
    baseline_title: str
    baseline: Measured
    ratio: float
    cpu_ratio: float
    aim: float | None = None


def page(results: Sequence[Result], grown: Mapping[int, Measured], rounds: int) -> str:
    """The page in Markdown, without its chapters; ``grown``: tasks → a look at so many."""
    rows = "".join(f"{row}\n" for row in _rows(results))
    slope = exponent({tasks: one.cpu_seconds for tasks, one in grown.items()})
    steps = "".join(f"{row}\n" for row in _steps(grown))
    growth = _GROWTH.format(exponent=number(slope, 2), steps=steps)
    made = f"Máy đo: {machine()},\n{versions(_PACKAGES)}.\n\n{_AGAIN}"
    return f"{_INTRO.format(rounds=rounds)}\n{_TABLE}{rows}\n{growth}\n{made}"


def _steps(grown: Mapping[int, Measured]) -> Iterator[str]:
    for tasks, one in grown.items():
        each_ms = one.cpu_seconds / tasks * 1_000_000
        times = f"{number(one.seconds, 1)} s | {number(one.cpu_seconds, 1)} s"
        yield f"| {grouped(tasks)} | {times} | {number(each_ms)} ms | {number(one.peak_mib)} MiB |"


def _rows(results: Sequence[Result]) -> Iterator[str]:
    for one in results:
        cells = (
            one.title,
            f"{number(one.ours.seconds, 2)} s",
            one.baseline_title,
            f"{number(one.baseline.seconds, 2)} s",
            number(one.ratio, 2),
            number(one.cpu_ratio, 2),
            "–" if one.aim is None else f"≤ {number(one.aim, 2)}",
            f"{number(one.ours.peak_mib)} MiB; {number(one.baseline.peak_mib)} MiB",
        )
        yield f"| {' | '.join(cells)} |"


def machine() -> str:
    """Processor, cores, Python and parser that were measured with."""
    parser = "libyaml" if getattr(yaml, "__with_libyaml__", False) else "không có libyaml"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    cores = f"{os.cpu_count()} nhân"
    system = f"{platform.system()} {platform.machine()}"
    return f"{_processor()}, {cores}, {system}, {python}, PyYAML {yaml.__version__} ({parser})"


def versions(packages: Sequence[str]) -> str:
    """«name version» of each Python package that is installed."""
    installed = {one.name.lower(): one.version for one in distributions()}
    return ", ".join(f"{name} {installed[name]}" for name in packages if name in installed)


def exponent(seconds_by_size: Mapping[int, float]) -> float:
    """How time grows with size: the slope through both logarithms, 1.0 when twice costs twice."""
    sizes = [log(size) for size in seconds_by_size]
    times = [log(seconds) for seconds in seconds_by_size.values()]
    return linear_regression(sizes, times).slope


def _processor() -> str:
    """Its name, as far as the system tells it."""
    if _CPU_INFO.exists():
        for line in _CPU_INFO.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def with_chapter(old: str, chapter: str) -> str:
    """The page with the chapter of that heading replaced, or added at its end.

    ``chapter`` begins with an empty line and its heading, «## …»; so do all that a page holds.
    """
    heading = _HEADING.match(chapter)
    if heading is None:
        raise ValueError("a chapter begins with its heading")
    before, found, after = old.partition(heading[0])
    return before + chapter + (chapters_of(after) if found else "")


def put(chapter: str, into: Path | None) -> None:
    """Show a chapter, and put it into the page there, where one is named."""
    print(chapter, end="")
    if into:
        old = into.read_text(encoding="utf-8") if into.exists() else ""
        into.write_text(with_chapter(old, chapter), encoding="utf-8", newline="\n")


def chapters_of(page: str) -> str:
    """All chapters of a page, without what stands before the first."""
    found = _HEADING.search(page)
    return page[found.start() :] if found else ""


def grouped(count: int) -> str:
    """With dots between thousands."""
    return f"{count:,}".replace(",", ".")


def number(value: float, decimals: int = 0) -> str:
    """With a decimal comma."""
    return f"{value:.{decimals}f}".replace(".", ",")
