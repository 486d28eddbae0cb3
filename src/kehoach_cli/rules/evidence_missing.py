"""Không có tệp minh chứng mà báo cáo nêu.

Vì sao: người kiểm tra mở minh chứng ra mà không có thì sản phẩm coi như không có; tệp để ngoài thư
mục của kế hoạch thì không được lưu cùng hồ sơ.

Cách sửa: đặt tệp vào thư mục evidence của kế hoạch và ghi đường dẫn bắt đầu bằng evidence/, viết
hoa, viết thường và dấu đúng như tên tệp.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        product:
          - file: evidence/bien-ban.pdf  # <- KH310
          - file: ../../agencies.yaml  # <- KH310
          - file: tasks.yaml  # <- KH310

Suýt nhầm: minh chứng là đường dẫn thì không cần tệp.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        product:
          - link: https://khodulieu.example.vn/evidence/bien-ban.pdf

Đúng:

    # data/plans/mau/evidence/bien-ban.txt
    Biên bản bàn giao
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        product:
          - file: evidence/bien-ban.txt
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os.path import realpath
from pathlib import Path, PurePosixPath
from typing import Literal

from kehoach_cli.diagnostics import Found, Place, Severity
from kehoach_cli.model.report import Evidence, Report
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.text import fold
from kehoach_cli.workspace import Located, Workspace

CODE = "KH310"
NAME = "evidence-missing"
SEVERITY = Severity.ERROR
MESSAGE = {
    "missing": "không có tệp minh chứng «{file}»",
    "elsewhere": "tệp minh chứng «{file}» không nằm trong thư mục evidence của kế hoạch",
    "outside": "đường dẫn minh chứng «{file}» dẫn ra ngoài thư mục của kế hoạch",
}
HINT = "đặt tệp vào {folder} và ghi đường dẫn bắt đầu bằng evidence/"

_FOLDER = "evidence"


def check(ctx: Context) -> Iterator[Found]:
    """Evidence of tasks and commitments that names a file which is not where it should be."""
    near: Mapping[str, str] | None = None
    for report in ctx.ws.of(Report):
        for place, file in _files(report):
            folder = f"data/plans/{report.owner}"
            reason = _reason(ctx.ws, folder, file)
            if reason is None:
                continue
            near = _by_fold(ctx.ws) if near is None else near
            meant = near.get(fold(f"{folder}/{file}"), "").removeprefix(f"{folder}/")
            args = {"reason": reason, "file": file, "folder": f"{folder}/{_FOLDER}"}
            yield Found(place, {**args, "nearest": meant if meant != file else ""})


def _files(report: Located[Report]) -> Iterator[tuple[Place, str]]:
    tables: tuple[tuple[str, tuple[tuple[Evidence, ...], ...]], ...] = (
        ("tasks", tuple(entry.product for entry in report.value.tasks)),
        ("commitments", tuple(entry.product for entry in report.value.commitments)),
    )
    for table, products in tables:
        for number, product in enumerate(products):
            for item, evidence in enumerate(product):
                if evidence.file is not None:
                    yield report.at(table, number, "product", item, "file"), evidence.file


def _reason(
    ws: Workspace, folder: str, file: str
) -> Literal["missing", "elsewhere", "outside"] | None:
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or "\\" in file:
        return "outside"
    whole = (folder / path).as_posix()
    if path.parts[:1] != (_FOLDER,):
        return "elsewhere" if whole in ws.paths else "missing"
    if whole not in ws.paths:
        return "missing"
    return "outside" if _leads_out(ws, whole) else None


def _leads_out(ws: Workspace, path: str) -> bool:
    """It is a symbolic link to something outside the workspace."""
    own = ws.root / path
    return own.is_symlink() and not Path(realpath(own)).is_relative_to(realpath(ws.root))


def _by_fold(ws: Workspace) -> dict[str, str]:
    """All evidence by its path without case and diacritics."""
    return {fold(path): path for path in sorted(ws.paths) if f"/{_FOLDER}/" in path}
