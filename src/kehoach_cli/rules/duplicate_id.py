"""Một mã dùng cho hai thứ.

Vì sao: nơi khác nhắc đến mã ấy thì không biết là nói về thứ nào; chỉ thứ khai báo trước được dùng.

Cách sửa: đặt mã khác cho một trong hai. Cơ quan, xã, phường, đối tác và đơn vị của đối tác dùng
chung một dãy mã; nhiệm vụ của mọi kế hoạch cũng vậy.

Căn cứ: docs/data-model.md.

Sai: hai kế hoạch có nhiệm vụ cùng mã.

    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - {id: nv-1, kind: duty, source: {clause: II.1}, title: Làm đầu mối, lead: so-khcn}
      - {id: nv-2, kind: duty, source: {clause: II.2}, title: Phối hợp, lead: cac-xa}
      - {id: nv-1, kind: duty, source: {clause: II.2}, title: Báo cáo, lead: cac-xa}  # <- KH102

Sai: đối tác trùng mã với một sở.

    # data/partners/so-yt.yaml
    id: so-yt  # <- KH102
    name: Công ty Số Y tế
    kind: company

Suýt nhầm: một nhiệm vụ và một bài toán lớn có thể cùng mã.

    # data/challenges.yaml
    - id: nv-1
      title: Nông nghiệp thông minh
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/partners/cong-ty-so-yt.yaml
    id: cong-ty-so-yt
    name: Công ty Số Y tế
    kind: company
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.rules.base import Context

CODE = "KH102"
NAME = "duplicate-id"
SEVERITY = Severity.ERROR
MESSAGE = "mã «{id}» đã dùng cho {what} khác"
HINT = "đặt mã khác cho một trong hai"

_WHAT = {
    "actor": "một cơ quan, đơn vị, đối tác",
    "agreement": "một văn bản hợp tác",
    "amendment": "một văn bản sửa đổi, đính chính",
    "challenge": "một bài toán lớn",
    "commitment": "một cam kết",
    "difficulty": "một khó khăn, vướng mắc",
    "letter": "một công văn",
    "plan": "một kế hoạch",
    "proposal": "một đề xuất",
    "session": "một buổi làm việc",
    "task": "một nhiệm vụ",
}


def check(ctx: Context) -> Iterator[Found]:
    """Every second entity of a kind with the same id, wherever it stands."""
    index = ctx.ws.index
    for kind, item in ctx.ws.named:
        own: str = item.value.id  # type: ignore[attr-defined]
        first = index[kind][own]
        if first is not item:
            here = Related(first.at("id"), "khai báo lần đầu ở đây")
            yield Found(item.at("id"), {"id": own, "what": _WHAT[kind]}, (here,))
