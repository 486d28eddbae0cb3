"""Write the pages of ``docs/`` that come from the program itself; ``--check`` only compares.

Run from the repository: ``python docs/generate.py``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from kehoach_cli.model.status import STATES, STATUSES
from kehoach_cli.progress import (
    COMMITMENT_STATES,
    DIFFICULTY_STATES,
    EXTENSION_STATES,
    LETTER_STATES,
    PROPOSAL_STATES,
    RECEIPTS,
    REGISTER_STATES,
)
from kehoach_cli.progress.confirmations import CONFIRMATION_STATES
from kehoach_cli.rules import RULES
from kehoach_cli.rules.page import page

DOCS = Path(__file__).parent
NOTE = "<!-- Trang này do docs/generate.py viết ra; đừng sửa tay. -->"

GROUPS = {
    "KH0": "Tệp và YAML",
    "KH1": "Mã và tham chiếu",
    "KH2": "Ngày và thời hạn",
    "KH3": "Tiến độ và minh chứng",
    "KH4": "Đối tác và văn bản hợp tác",
    "KH5": "Văn bản và mẫu",
    "KH6": "Kinh phí",
    "KH7": "Ngôn ngữ",
    "KH8": "Thể thức tệp Word",
    "KH9": "Biểu Excel gửi về, tệp đem nhập",
}


class Labelled(Protocol):
    """A row of a table of states."""

    @property
    def code(self) -> str: ...  # noqa: D102

    @property
    def label(self) -> str: ...  # noqa: D102


COMPUTED: tuple[tuple[str, Sequence[Labelled]], ...] = (
    ("Lượt giao, nhiệm vụ", STATES),
    ("Cam kết của đối tác", COMMITMENT_STATES),
    ("Lời của đối tác và của cơ quan phía tỉnh về một cam kết", CONFIRMATION_STATES),
    ("Khó khăn, vướng mắc", DIFFICULTY_STATES),
    ("Đề xuất", PROPOSAL_STATES),
    ("Gia hạn", EXTENSION_STATES),
    ("Báo cáo của một đơn vị", RECEIPTS),
    ("Sổ báo cáo đến", REGISTER_STATES),
    ("Công văn đi", LETTER_STATES),
)
"""The tables of computed states, and what is in exactly one of each."""

SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}


def rules() -> Iterator[str]:
    """One chapter for each hundred, one section for each rule: its docstring."""
    yield f"{NOTE}\n\n# Các quy tắc kiểm tra\n"
    yield "Xem một quy tắc ngay trên dòng lệnh: `kehoach explain KH201`.\n"
    group = ""
    for rule in RULES:
        if rule.CODE[:3] != group:
            group = rule.CODE[:3]
            yield f"## {group}xx: {GROUPS[group]}\n"
        title, _, rest = page(rule).partition("\n")
        yield f"### {rule.CODE}: {title.rstrip('.')}\n"
        yield f"`{rule.NAME}` · {SEVERITIES[rule.SEVERITY]}\n\n{rest.strip()}\n"


def statuses() -> Iterator[str]:
    """The tables of what is declared and of the states that are computed."""
    yield f"{NOTE}\n\n# Tình trạng và trạng thái\n"
    yield "## Tình trạng do cơ quan báo cáo khai (`status:`)\n"
    yield "| viết trong tệp | nghĩa | cần kèm |\n|---|---|---|"
    for status in STATUSES.values():
        needs = ", ".join(f"`{key}`" for key in status.needs) or "–"
        yield f"| `{status.code}` | {status.label} | {needs} |"
    yield "\n## Trạng thái được tính ra\n"
    yield "Mỗi thứ ở đúng một trạng thái; khi nào ở trạng thái nào: xem [các con số](figures.md)."
    for heading, rows in COMPUTED:
        yield f"\n### {heading}\n\n| mã | trạng thái |\n|---|---|"
        yield from (f"| `{row.code}` | {row.label} |" for row in rows)


def commands() -> Iterator[str]:
    """What ``--help`` prints, command by command."""
    from kehoach_cli.cli.vietnamese import speak_vietnamese

    speak_vietnamese()  # before typer is imported, which keeps the words that it finds then
    from kehoach_cli.cli.app import COMMANDS

    yield f"{NOTE}\n\n# Các lệnh\n"
    yield "Mã thoát và khuôn dạng JSON: [hợp đồng của dòng lệnh](cli-contract.md).\n"
    for name in ("", *(name for name, _, _ in COMMANDS)):
        yield f"## kehoach {name}".rstrip() + f"\n\n```\n{_help(name)}\n```\n"


PLAIN = {
    "COLUMNS": "100",
    "NO_COLOR": "1",
    "TERM": "dumb",
    "GITHUB_ACTIONS": None,
    "FORCE_COLOR": None,
}
"""The surroundings of a help page: the same wherever the page is made."""


def _help(name: str) -> str:
    from typer.testing import CliRunner

    from kehoach_cli.cli.app import app

    done = CliRunner(env=PLAIN).invoke(app, [*name.split(), "--help"], prog_name="kehoach")
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


KINDS = {
    "text": "chữ",
    "day": "ngày (`date32`)",
    "count": "số nguyên (`int64`)",
    "dong": "đồng (`int64`)",
    "flag": "có, không",
}

PARQUET = """\
# Bộ dữ liệu Parquet

`kehoach export` ghi số liệu của một kỳ thành các bảng có kiểu, để DuckDB, Spark, pandas truy vấn
nhiều tỉnh, nhiều năm mà không phải đọc lại YAML. Mỗi dòng đúng là một dòng mà `kehoach status` đếm;
đếm dòng thì được các tổng số của nó.

Mỗi bảng một thư mục, chia theo tỉnh và năm: `tasks/province=66/year=2027/2027.parquet`. Nhiều tỉnh
xuất chung vào một nơi thì thành một bộ; xuất lại thì thay tệp cũ. Kỳ quý, sáu tháng của cùng năm
nằm ở tệp riêng cạnh kỳ năm nên câu hỏi nào cũng lọc theo `period`.

```sql
SELECT province_name, state, count(*) AS nhiem_vu
FROM read_parquet('du-lieu/tasks/**/*.parquet', hive_partitioning = true,
                  hive_types = {'province': VARCHAR})
WHERE period = '2027'
GROUP BY ALL ORDER BY ALL;
```

Điều không ai ghi là `NULL`, không phải 0 hay chữ trống. Lời của từng cột và dòng thông báo của thư
mục làm việc (khóa `notice`) cũng nằm trong chính tệp Parquet. `province`, `year` lấy từ tên thư
mục; các cột `province_name`, `period`, `as_of` có ở mọi bảng.

`--public` bỏ các bảng, các cột ghi ở cột «nội bộ» dưới đây khi khóa `internal` của `kehoach.yaml`
nêu phần ấy (mặc định là nêu mọi phần), và bỏ kế hoạch còn là dự thảo khi `internal` có `drafts`.
Bản công khai và bản nội bộ không để chung thư mục; hai tỉnh trùng mã không ghi đè nhau. Cần cài
thêm pyarrow: `pip install 'kehoach-cli[parquet]'`.
"""


def dataset() -> Iterator[str]:
    """The tables of ``kehoach export`` with their columns."""
    from kehoach_cli.drafting.dataset import HEAD, TABLES

    yield f"{NOTE}\n\n{PARQUET}"
    yield "## Cột có ở mọi bảng\n\n| Cột | Kiểu | Nghĩa |\n|---|---|---|"
    yield from (f"| `{name}` | {KINDS[kind]} | {meaning} |" for name, kind, meaning in HEAD)
    for table in TABLES:
        kept = f" Nội bộ: `{table.internal}`." if table.internal else ""
        yield f"\n## `{table.name}`\n\nMỗi dòng là {table.meaning}.{kept}\n"
        yield "| Cột | Kiểu | Nghĩa | Nội bộ |\n|---|---|---|---|"
        for one in table.columns:
            internal = f"`{one.internal}`" if one.internal else ""
            yield f"| `{one.name}` | {KINDS[one.kind]} | {one.meaning} | {internal} |"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "rules.md": rules,
    "statuses.md": statuses,
    "cli.md": commands,
    "parquet.md": dataset,
}


SCRIPTS = ("the_thuc.py", "reference_styles.py")
"""What writes pages of its own; each knows ``--check`` too."""


def main() -> int:
    """Write every page, or with ``--check`` name those that are not fresh."""
    stale = []
    for name, write in PAGES.items():
        text = "\n".join(write()) + "\n"
        path = DOCS / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in sys.argv:
            stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.stderr.write(f"docs/ đã cũ: {', '.join(stale)}; chạy: python docs/generate.py\n")
    failed = [script for script in SCRIPTS if _run(script)]
    return 1 if stale or failed else 0


def _run(script: str) -> int:
    return subprocess.run([sys.executable, DOCS / script, *sys.argv[1:]], check=False).returncode  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main())
