"""Each value of a workspace with its records is changed, then taken away: what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.rules.conftest import BASE, stretch

from kehoach_cli.diagnostics import DataPath, Diagnostic
from kehoach_cli.errors import EditRefused
from kehoach_cli.rules.changing import refusals
from kehoach_cli.rules.run import worded
from kehoach_cli.source.edit import Operation, Remove, Set, edit
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.workspace import Workspace, load

HERE = "data/plans/mau"
RECORDS = {
    "amendments.yaml": """\
- id: sd-1
  kind: amend
  number: 44/KH-UBND
  date: 2027-03-09
  changes: [{clause: Phụ lục, old: Cũ, new: Kho dữ liệu mở}]
- {id: sd-2, kind: amend, number: 50/KH-UBND, changes: [{clause: Phụ lục, old: Cũ, new: Mới}]}
""",
    "extensions.yaml": """\
- {task: pl-1, due: Quý I/2028, reason: Chờ, granted: {number: 1/UBND-TH, date: 2027-05-04}}
- {task: nv-1, due: Quý I/2029, reason: Chờ, requested: {number: 2/BC, date: 2027-05-05}}
""",
    "closings.yaml": f"""\
- {{period: '2027', closed: 2027-12-17, fingerprint: {"0" * 64}}}
- period: '2026'
  closed: 2026-12-17
  fingerprint: {"1" * 64}
  reopened: {{date: 2027-01-05, document: {{number: 8/UBND, date: 2027-01-05}}, reason: Bổ sung}}
""",
    "receipts.yaml": """\
- {period: '2027', sender: so-yt, received: 2027-06-15, how: scan}
- {period: '2026', sender: so-yt, received: 2026-12-15, how: scan}
""",
    "progress/2027/so-tc.yaml": """\
sender: so-tc
period: '2027'
reported: 2027-06-20
tasks:
  - {task: pl-1, status: done, done_on: 2027-06-10, product: [{file: evidence/kho.txt}]}
""",
    "evidence/kho.txt": "Kho dữ liệu\n",
}

Files = dict[str, bytes]


@cache
def before() -> Files:
    paths = (path for top in ("data", "kehoach.yaml") for path in BASE.glob(f"{top}/**/*.*"))
    files = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in paths}
    files["kehoach.yaml"] = (BASE / "kehoach.yaml").read_bytes()
    return files | {f"{HERE}/{name}": text.encode() for name, text in RECORDS.items()}


@cache
def loaded() -> Workspace:
    return load(BASE, before())


def values(data: Data, path: DataPath = ()) -> Iterator[tuple[DataPath, Data]]:
    steps: Iterator[tuple[str | int, Data]] = iter(())
    if isinstance(data, dict):
        steps = iter(data.items())
    elif isinstance(data, list):
        steps = iter(enumerate(data))
    for step, value in steps:
        yield (*path, step), value
        yield from values(value, (*path, step))


def operations(text: str) -> Iterator[Operation]:
    for path, value in values(fold(text, "").data):
        yield Remove(path)
        if isinstance(value, str):
            yield Set(path, f"{value} khác")


def refused(new: Files, sender: str | None = None) -> list[Diagnostic]:
    old = before()
    touched = [(path, "M" if path in new else "D") for path in old if old[path] != new.get(path)]
    return worded(refusals(loaded(), load(BASE, new), touched, sender))


def told(found: list[Diagnostic]) -> str:
    return "".join(
        f"  {stretch(one.span)}: {one.code} {one.message}\n  → {one.hint}\n" for one in found
    )


CHANGED = ["plan.yaml", "tasks.yaml", *(name for name in RECORDS if name.endswith(".yaml"))]


@pytest.mark.parametrize("name", CHANGED)
def test_every_value(golden: Golden, name: str) -> None:
    file = f"{HERE}/{name}"
    text = before()[file].decode()
    lines = []
    for one in operations(text):
        try:
            new = before() | {file: edit(text, file, [one]).encode()}
        except EditRefused:
            continue
        way = "/".join(map(str, one.path))
        lines.append(f"## {type(one).__name__} {way}\n{told(refused(new))}")
    golden(f"rules/changes/{Path(name).stem}.txt", "".join(lines))


@pytest.mark.parametrize("sender", [None, "so-tc", "so-yt"])
def test_every_file_taken_away(golden: Golden, sender: str | None) -> None:
    lines = []
    for file in sorted(before()):
        new = {path: data for path, data in before().items() if path != file}
        lines.append(f"## {file}\n{told(refused(new, sender))}")
    golden(f"rules/changes/files-of-{sender or 'focal'}.txt", "".join(lines))
