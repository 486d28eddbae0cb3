"""Measures a country: 34 workspaces with a million tasks, checked one by one and added up.

Run from the repository: ``python -m benchmarks.provinces --write docs/benchmarks.md``; it replaces
its own chapter and leaves the rest of the page. It needs 700 MB of temporary space and minutes.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import SIZES, Size, generate
from benchmarks.page import grouped, machine, number, put
from benchmarks.processes import DAY, KEHOACH, VALIDATE, Measured, environment, measure

PROVINCES = 34
"""The provinces and cities of Việt Nam since 1/7/2025."""

_CHAPTER = """
## Nhiều tỉnh

{provinces} thư mục làm việc giả định, tất cả {tasks} nhiệm vụ ({files} tệp, {megabytes} MB YAML),
mỗi việc đo một lượt. `validate` chạy lần lượt từng tỉnh, mỗi tỉnh một lệnh, có mọi quy tắc;
`rollup` là một lệnh cho tất cả. Bộ nhớ là của tiến trình lớn nhất.

| việc đo | thời gian | thời gian bộ xử lý | mỗi 1.000 nhiệm vụ | bộ nhớ cao nhất |
|---|---:|---:|---:|---:|
{rows}
Máy đo: {machine}.

Đo lại: `python -m benchmarks.provinces --write docs/benchmarks.md`
"""


@dataclass(frozen=True, slots=True)
class Country:
    """The workspaces that are measured, and how much is in them."""

    roots: tuple[Path, ...]
    tasks: int
    files: int
    megabytes: float


def make(folder: Path, provinces: int, size: Size) -> Country:
    """Write the workspaces, each with a code and a seed of its own."""
    roots = tuple(folder / f"tinh-{number:02d}" for number in range(1, provinces + 1))
    for seed, root in enumerate(roots, 1):
        generate(root, size, seed)
        settings = root / "kehoach.yaml"
        text = settings.read_text(encoding="utf-8")
        own = text.replace('code: "00"', f'code: "{seed:02d}"').replace(
            "name: Mẫu", f"name: Mẫu {seed}"
        )
        settings.write_text(own, encoding="utf-8")
    files = [path for root in roots for path in root.rglob("*.yaml")]
    megabytes = sum(path.stat().st_size for path in files) / 1_000_000
    return Country(roots, provinces * size.plans * size.tasks, len(files), megabytes)


def measured(country: Country, env: Mapping[str, str]) -> dict[str, Measured]:
    """What is done → seconds and peak memory; first without what was remembered, then with it."""
    validate = [(*VALIDATE, str(root)) for root in country.roots]
    rollup = (*KEHOACH, "rollup", *DAY, "--format", "json", *map(str, country.roots))
    return {
        "`kehoach validate`, lần đầu": _together([measure(one, env) for one in validate]),
        "`kehoach validate`, không có gì đổi": _together([measure(one, env) for one in validate]),
        "`kehoach rollup`": measure(rollup, env),
    }


def _together(runs: Sequence[Measured]) -> Measured:
    return Measured(
        sum(one.seconds for one in runs),
        sum(one.cpu_seconds for one in runs),
        max(one.peak_mib for one in runs),
    )


def chapter(country: Country, found: Mapping[str, Measured]) -> str:
    """The chapter in Markdown."""
    rows = "".join(f"| {title} | {_cells(one, country.tasks)} |\n" for title, one in found.items())
    return _CHAPTER.format(
        provinces=len(country.roots),
        tasks=grouped(country.tasks),
        files=grouped(country.files),
        megabytes=number(country.megabytes),
        rows=rows,
        machine=machine(),
    )


def _cells(one: Measured, tasks: int) -> str:
    times = (f"{number(seconds, 1)} s" for seconds in (one.seconds, one.cpu_seconds))
    each_ms = one.cpu_seconds / tasks * 1_000_000
    return " | ".join((*times, f"{number(each_ms)} ms", f"{number(one.peak_mib)} MiB"))


def main() -> None:
    """``[--provinces N] [--size SIZE] [--write PAGE]``."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--provinces", type=int, default=PROVINCES)
    options.add_argument("--size", choices=SIZES, default="large")
    options.add_argument("--write", type=Path, help="put the chapter into this page")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as folder:
        country = make(Path(folder), chosen.provinces, SIZES[chosen.size])
        env = {name: text for name, text in environment(Path(folder)).items() if name != "CI"}
        text = chapter(country, measured(country, env))
    put(text, chosen.write)


if __name__ == "__main__":
    main()
