"""Measures ``kehoach validate`` beside what an office would pick instead to check its YAML.

Run from the repository: ``python -m benchmarks.checkers --write docs/benchmarks.md``, with the
other programs on ``PATH`` (``pip install check-jsonschema yamllint doorstop``, ``npm install -g
@sourcemeta/jsonschema ajv-cli``); those that are not there are named as not measured.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import SIZES, Size, generate
from benchmarks.page import grouped, machine, number, put
from benchmarks.processes import KEHOACH, VALIDATE, Measured, environment, measure, middle

ROUNDS = 3
SLOW_ROUNDS = 1
AIM = 1 / 20
"""Of the time of check-jsonschema."""

DOORSTOP_ITEMS = 3_000
TASKS = "data/plans/*/tasks.yaml"

_ITEM = """\
active: true
derived: false
header: ''
level: {number}
links: []
normative: true
ref: ''
reviewed: null
text: |
  Nâng cấp nền tảng tích hợp, chia sẻ dữ liệu, phần {number}
"""


@dataclass(frozen=True, slots=True)
class Checker:
    """A program that checks files: what it says of them, and what it cannot say.

    ``command`` gives its words for a workspace whose JSON Schemas lie in the second folder.
    """

    name: str
    program: str
    command: Callable[[Path, Path], tuple[str, ...]]
    sees: str
    misses: str
    version: tuple[str, ...] = ("--version",)
    is_slow: bool = False


def _tasks(root: Path) -> tuple[str, ...]:
    return tuple(str(path) for path in sorted(root.glob(TASKS)))


def _schema(schemas: Path) -> str:
    return str(schemas / "tasks.schema.json")


OURS = Checker(
    "`kehoach validate`",
    sys.executable,
    lambda root, _: (*VALIDATE, str(root)),
    "mọi tệp: kiểu, khóa, mã tham chiếu, thời hạn, 6 rõ, lời văn, chính tả; đúng dòng, đúng cột",
    "–",
    ("-m", "kehoach_cli", "--version"),
)

OTHERS = (
    Checker(
        "check-jsonschema",
        "check-jsonschema",
        lambda root, schemas: ("--schemafile", _schema(schemas), *_tasks(root)),
        "kiểu và khóa của tasks.yaml",
        "dòng, cột; tham chiếu giữa các tệp; thời hạn; lời văn",
        is_slow=True,
    ),
    Checker(
        "@sourcemeta/jsonschema",
        "jsonschema",
        lambda root, schemas: ("validate", _schema(schemas), *_tasks(root)),
        "kiểu và khóa của tasks.yaml, lỗi đầu tiên của mỗi tệp",
        "tham chiếu giữa các tệp; thời hạn; lời văn",
        ("version",),
    ),
    Checker(
        "ajv-cli",
        "ajv",
        lambda root, schemas: (
            *("validate", "--strict=false", "--validate-formats=false"),
            *("-s", _schema(schemas), "-d", str(root / TASKS)),
        ),
        "kiểu và khóa của tasks.yaml",
        "dòng, cột; tham chiếu; thời hạn; lời văn; coi ngày gõ không có ngoặc kép là sai kiểu",
        (),
    ),
    Checker(
        "yamllint -d relaxed",
        "yamllint",
        lambda root, _: ("-d", "relaxed", str(root / "data")),
        "cú pháp và cách trình bày YAML, khóa trùng",
        "khóa, kiểu, tham chiếu, thời hạn, lời văn",
        is_slow=True,
    ),
)
DOORSTOP = Checker(
    "doorstop, 3.000 mục",
    "doorstop",
    lambda root, _: ("--no-reformat", "-j", str(root)),
    "liên kết giữa các mục, mỗi mục một tệp",
    "khóa, kiểu, thời hạn, lời văn; chỉ đo với một phần mười số nhiệm vụ",
    is_slow=True,
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A checker as measured; ``version`` is empty where the program is not installed."""

    checker: Checker
    version: str
    measured: Measured | None


def compare(folder: Path, size: Size) -> Iterator[Compared]:
    """Ours and every other program in turn, over one workspace made in ``folder``."""
    root, schemas, items = folder / "ws", folder / "schemas", folder / "doorstop"
    generate(root, size)
    env = {**environment(folder), "KEHOACH_CACHE": "0"}
    subprocess.run(
        [*KEHOACH, "schema", "--out", str(schemas)],
        env=env,
        cwd=root,
        check=True,
        capture_output=True,
    )
    generate_items(items, min(DOORSTOP_ITEMS, size.plans * size.tasks))
    for checker in (OURS, *OTHERS):
        yield _compared(checker, root, schemas, env)
    yield _compared(DOORSTOP, items, schemas, env)


def generate_items(root: Path, count: int) -> None:
    """A doorstop document of that many items, in a git repository as it asks for."""
    (root / "kh").mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    settings = "settings:\n  digits: 5\n  itemformat: yaml\n  prefix: KH\n  sep: ''\n"
    (root / "kh" / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for item in range(1, count + 1):
        text = _ITEM.format(number=item)
        (root / "kh" / f"KH{item:05d}.yml").write_text(text, encoding="utf-8")


def _compared(checker: Checker, root: Path, schemas: Path, env: Mapping[str, str]) -> Compared:
    program = shutil.which(checker.program)
    if program is None:
        return Compared(checker, "", None)
    words = checker.command(root, schemas)
    command = words if checker is OURS else (program, *words)
    rounds = SLOW_ROUNDS if checker.is_slow else ROUNDS
    runs = [measure(command, env, root) for _ in range(rounds + 1)][-rounds:]
    return Compared(checker, _version(checker, program, env), middle(runs))


def _version(checker: Checker, program: str, env: Mapping[str, str]) -> str:
    """As the program itself says, or as the package beside it does."""
    if not checker.version:
        return _npm_version(Path(program).resolve())
    told = subprocess.run([program, *checker.version], env=env, capture_output=True, check=True)
    return told.stdout.decode().split()[-1].lstrip("v")


def _npm_version(program: Path) -> str:
    import json

    for folder in program.parents:
        if (folder / "package.json").is_file():
            return str(json.loads((folder / "package.json").read_text("utf-8"))["version"])
    return "?"


_CHAPTER = """
## Bên cạnh những chương trình khác

Cùng một lượt, cùng một kho {tasks} nhiệm vụ. Mỗi chương trình chạy một lần không tính giờ rồi
{rounds} lần lấy trung vị (chương trình chậm: {slow} lần), tính cả thời gian khởi động. Các chương
trình khác chỉ đọc tệp nhiệm vụ hoặc thư mục `data/`; `kehoach` đọc mọi tệp và không dùng bộ nhớ
đệm. Mục tiêu: không quá 1/20 thời gian của check-jsonschema.

| chương trình | phiên bản | thời gian | `kehoach` bằng | bộ nhớ | thấy gì | không thấy gì |
|---|---|---:|---:|---:|---|---|
{rows}{missing}
Máy đo: {machine}.

Đo lại: `python -m benchmarks.checkers --write docs/benchmarks.md`
"""


def chapter(found: list[Compared], size: Size) -> str:
    """The chapter in Markdown."""
    absent = [one.checker.name for one in found if one.measured is None]
    return _CHAPTER.format(
        tasks=grouped(size.plans * size.tasks),
        rounds=ROUNDS,
        slow=SLOW_ROUNDS,
        rows="".join(f"{row}\n" for row in _rows(found)),
        missing=f"\nKhông đo được vì máy không có: {', '.join(absent)}.\n" if absent else "",
        machine=machine(),
    )


def _rows(found: list[Compared]) -> Iterator[str]:
    ours = next(one.measured for one in found if one.checker is OURS)
    for one in found:
        if one.measured is not None and ours is not None:
            cells = (
                one.checker.name,
                one.version,
                f"{number(one.measured.seconds, 2)} s",
                "–" if one.checker is OURS else f"{_ratio(ours, one.measured)} lần",
                f"{number(one.measured.peak_mib)} MiB",
                one.checker.sees,
                one.checker.misses,
            )
            yield f"| {' | '.join(cells)} |"


def _ratio(ours: Measured, other: Measured) -> str:
    return number(ours.seconds / other.seconds, 2)


def main() -> None:
    """``[--size NAME] [--write PAGE]``."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", choices=SIZES, default="large")
    options.add_argument("--write", type=Path, help="also put the chapter into the page there")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as folder:
        found = list(compare(Path(folder), SIZES[chosen.size]))
    put(chapter(found, SIZES[chosen.size]), chosen.write)


if __name__ == "__main__":
    main()
