"""Cơ quan đang được dùng nhưng chưa đối chiếu với danh sách chính thức.

Vì sao: tên gọi, ký hiệu chưa đối chiếu có thể sai trên văn bản in ra.

Cách sửa: đối chiếu với quyết định thành lập, sắp xếp cơ quan; đúng rồi thì bỏ dòng
«confirmed: false».

Căn cứ: docs/data-model.md (khóa confirmed của danh bạ).

Sai:

    # data/partners/cong-ty-mau.yaml
    id: cong-ty-mau
    name: Công ty Mẫu
    kind: company
    confirmed: false  # <- KH104
    units: [{id: cong-ty-mau-tinh, name: Công ty Mẫu tại tỉnh}]
    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh
      compiled_by: so-khcn
      lead: cong-ty-mau
      source: {plan: mau, clause: I}

Suýt nhầm: chưa nơi nào dùng đến thì chưa cần nhắc.

    # data/partners/cong-ty-mau.yaml
    id: cong-ty-mau
    name: Công ty Mẫu
    kind: company
    confirmed: false

Đúng:

    # data/partners/cong-ty-mau.yaml
    id: cong-ty-mau
    name: Công ty Mẫu
    kind: company
    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh
      compiled_by: so-khcn
      lead: cong-ty-mau
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.register import Agency
from kehoach_cli.rules.base import Context
from kehoach_cli.workspace import Located

CODE = "KH104"
NAME = "unconfirmed-agency"
SEVERITY = Severity.INFO
MESSAGE = "{count} cơ quan, đơn vị đang dùng chưa đối chiếu với danh sách chính thức: {names}"
HINT = "đối chiếu xong thì bỏ dòng «confirmed: false»"

_MOST_NAMES = 6


def check(ctx: Context) -> Iterator[Found]:
    """One remark for each register file with entries that are in use and not confirmed."""
    used = ctx.facts.actors_used
    by_file: dict[str, list[Located[Agency] | Located[Partner]]] = {}
    for item in ctx.registered:
        if not item.value.confirmed and item.value.id in used:
            by_file.setdefault(item.file, []).append(item)
    for items in by_file.values():
        names = [f"«{item.value.name}»" for item in items]
        args = {"count": len(names), "names": _row(names)}
        yield Found(items[0].at("confirmed"), args)


def _row(names: list[str]) -> str:
    rest = len(names) - _MOST_NAMES
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown} và {rest} nơi khác" if rest > 0 else shown
