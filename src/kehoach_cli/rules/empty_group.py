"""Nhóm không có thành viên, hoặc thành viên khai báo ở nơi không phải nhóm.

Vì sao: việc giao cho nhóm được tính riêng cho từng thành viên; nhóm rỗng thì việc ấy không tính cho
ai.

Cách sửa: thêm members hoặc members_from; văn bản không kể tên thành viên thì ghi «open: true». Nơi
không phải nhóm thì bỏ các khóa ấy, hoặc sửa kind thành group.

Căn cứ: docs/data-model.md.

Sai:

    # data/partners/cac-vien.yaml
    id: cac-vien
    name: Các Viện nghiên cứu
    kind: group  # <- KH106

Sai: một công ty mà có thành viên.

    # data/partners/cong-ty-mau.yaml
    id: cong-ty-mau
    name: Công ty Mẫu
    kind: company
    members: [doi-tac]  # <- KH106

Suýt nhầm: nhóm mở không cần thành viên.

    # data/partners/cac-vien.yaml
    id: cac-vien
    name: Các Viện nghiên cứu
    kind: group
    open: true

Đúng:

    # data/partners/cac-vien.yaml
    id: cac-vien
    name: Các Viện nghiên cứu
    kind: group
    members: [doi-tac]
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.register import Agency, MembersFrom
from kehoach_cli.rules.base import Context

CODE = "KH106"
NAME = "empty-group"
SEVERITY = Severity.ERROR
MESSAGE = {
    "empty": "nhóm «{name}» ({id}) không có thành viên nào",
    "no-group": "«{name}» ({id}) không phải nhóm nên không nhận khóa «{key}»",
}
HINT = {
    "empty": "thêm members hoặc members_from; nhóm mở thì ghi open: true",
    "no-group": "bỏ khóa «{key}», hoặc ghi kind: group",
}

_KEYS = ("members", "members_from", "open")


def check(ctx: Context) -> Iterator[Found]:
    """Groups that nobody can belong to, and members of what is no group."""
    for item in ctx.registered:
        one = item.value
        given = [key for key in _KEYS if getattr(one, key, None)]
        args = {"id": one.id, "name": one.name}
        if one.kind != "group":
            for key in given:
                yield Found(item.at(key), args | {"reason": "no-group", "key": key})
        elif not given or (given == ["members_from"] and _says_nothing(one)):
            place = item.at("members_from" if given else "kind")
            yield Found(place, args | {"reason": "empty"})


def _says_nothing(one: Agency | Partner) -> bool:
    """``members_from`` that names neither a kind nor the leads of a plan's annex."""
    rule = one.members_from if isinstance(one, Agency) else None
    return isinstance(rule, MembersFrom) and rule.kind is None and rule.leads_of is None
