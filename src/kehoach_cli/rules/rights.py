"""Who may change what: one row for each part of a workspace, a cell for each who changes it.

``kehoach check-change`` refuses what the cells do not allow; ``docs/quyen-sua.md`` prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kehoach_cli.frozen import frozen

Right = Literal["free", "document", "reopening", "own", "new", "never"]

RIGHT_LABELS: Mapping[Right, str] = {
    "free": "được",
    "document": "chỉ theo văn bản",
    "reopening": "chỉ khi mở lại kỳ",
    "own": "chỉ tệp của mình",
    "new": "chỉ thêm tệp mới",
    "never": "không",
}
"""What stands in a cell."""


@frozen
class Rights:
    """A part of the workspace; ``code`` is the finding where the focal agency may not change it."""

    name: str
    what: str
    files: str
    focal: Right
    sender: Right
    code: str = ""
    by: str = ""
    """The record that allows it."""


FOREIGN = "KH114"
"""The finding where a sender may not change it."""

RIGHTS: tuple[Rights, ...] = (
    Rights(
        "draft",
        "Kế hoạch chưa ban hành: lời văn, Phụ lục, thời hạn",
        "plan.yaml, tasks.yaml",
        "free",
        "never",
    ),
    Rights(
        "issued-text",
        "Kế hoạch đã ban hành: lời văn, Phụ lục, trách nhiệm, cam kết, issued.md",
        "plan.yaml, tasks.yaml, issued.md, data/partners/",
        "document",
        "never",
        "KH536",
        "bản ghi có số, ngày trong amendments.yaml",
    ),
    Rights(
        "issue",
        "Số, ngày, tình trạng đã ban hành; text: verbatim khi đã có issued.md",
        "plan.yaml",
        "never",
        "never",
        "KH536",
    ),
    Rights(
        "due",
        "Thời hạn ban đầu của việc đã giao",
        "tasks.yaml",
        "document",
        "never",
        "KH216",
        "due_set_by có số, hoặc bản ghi sửa đổi; gia hạn thì ghi thêm ở extensions.yaml",
    ),
    Rights(
        "follow-up",
        "Phần theo dõi của nhiệm vụ: kinh phí, phân chia, ghi chú, mốc",
        "tasks.yaml",
        "free",
        "never",
    ),
    Rights(
        "records",
        "Gia hạn đã cho phép, sửa đổi đã ban hành, kỳ đã chốt",
        "extensions.yaml, amendments.yaml, closings.yaml",
        "never",
        "never",
        "KH115",
    ),
    Rights(
        "closed-period",
        "Báo cáo và sổ báo cáo đến của kỳ đã chốt",
        "progress/, receipts.yaml",
        "reopening",
        "never",
        "KH116",
        "reopened ở closings.yaml (kehoach period reopen)",
    ),
    Rights("open-period", "Báo cáo của kỳ chưa chốt", "progress/", "free", "own"),
    Rights("evidence", "Tệp minh chứng", "evidence/", "free", "new"),
    Rights(
        "registers",
        "Danh bạ, đối tác, bài toán lớn, kỳ báo cáo, sổ của đầu mối, thiết lập",
        "kehoach.yaml, data/, letters.yaml, receipts.yaml …",
        "free",
        "never",
    ),
)
"""All parts, in the order in which the page shows them."""


def rights_table() -> str:
    """The table of the page, in Markdown."""
    head = "| Phần | Tệp | Cơ quan đầu mối | Đơn vị báo cáo | Văn bản, bản ghi cho phép | Mã |"
    rows = [head, "| --- | --- | --- | --- | --- | --- |"]
    for one in RIGHTS:
        focal, sender = RIGHT_LABELS[one.focal], RIGHT_LABELS[one.sender]
        code = ", ".join(dict.fromkeys(filter(None, (one.code, FOREIGN))))
        rows.append(f"| {one.what} | {one.files} | {focal} | {sender} | {one.by or '–'} | {code} |")
    return "\n".join(rows)
