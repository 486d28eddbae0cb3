"""Nhóm chứa chính nó, hoặc cơ quan kế thừa, trực thuộc đi vòng.

Vì sao: đi vòng thì không bao giờ đến được một cơ quan cụ thể; chỗ quay lại bị bỏ qua khi tính.

Cách sửa: bỏ một mắt xích trong vòng.

Căn cứ: docs/data-model.md.

Sai: hai nhóm chứa nhau.

    # data/partners/cac-vien.yaml
    id: cac-vien
    name: Các Viện nghiên cứu
    kind: group
    members: [doi-tac, cac-truong]
    # data/partners/cac-truong.yaml
    id: cac-truong
    name: Các trường đại học
    kind: group
    members: [doi-tac, cac-vien]  # <- KH107

Suýt nhầm: một đơn vị thuộc hai nhóm, hai nhóm cùng thuộc nhóm thứ ba, không thành vòng.

    # data/partners/cac-vien.yaml
    id: cac-vien
    name: Các Viện nghiên cứu
    kind: group
    members: [doi-tac]
    # data/partners/cac-truong.yaml
    id: cac-truong
    name: Các trường đại học
    kind: group
    members: [doi-tac]
    # data/partners/tat-ca.yaml
    id: tat-ca
    name: Các Viện nghiên cứu và các trường đại học
    kind: group
    members: [cac-vien, cac-truong]

Đúng:

    # data/partners/cac-vien.yaml
    id: cac-vien
    name: Các Viện nghiên cứu
    kind: group
    members: [doi-tac]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_cli.diagnostics import DataPath, Found, Place, Severity
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.register import Agency
from kehoach_cli.rules.base import Context

CODE = "KH107"
NAME = "group-cycle"
SEVERITY = Severity.ERROR
MESSAGE = {
    "members": "nhóm «{id}» chứa chính nó: {way}",
    "parent": "cơ quan «{id}» trực thuộc chính nó: {way}",
    "successor": "cơ quan «{id}» kế thừa chính nó: {way}",
}
HINT = "bỏ một mắt xích trong vòng"

_Edges = Mapping[str, Mapping[str, Place]]
"""Id → the ids it leads to, with the place that says so."""


def check(ctx: Context) -> Iterator[Found]:
    """Each circle once, at the first of its members in the order of files and lines."""
    for reason, edges in (
        ("members", _members(ctx)),
        ("parent", _single(ctx, "parent")),
        ("successor", _single(ctx, "successor")),
    ):
        seen: set[str] = set()
        for start in edges:
            way = () if start in seen else _way_back(start, edges)
            if way and not seen.intersection(way):
                seen.update(way)
                args = {"reason": reason, "id": start, "way": " → ".join((start, *way))}
                yield Found(edges[start][way[0]], args)


def _members(ctx: Context) -> _Edges:
    """Groups with their members, those derived from an annex's leads included."""
    found: dict[str, dict[str, Place]] = {}
    for item in ctx.registered:
        group = item.value
        if group.kind != "group":
            continue
        paths: dict[str, DataPath] = {}
        for number, member in enumerate(group.members):
            paths.setdefault(member, ("members", number))
        for lead in _derived(ctx, group):
            paths.setdefault(lead, ("members_from",))
        found[group.id] = {member: item.at(*path) for member, path in paths.items()}
    return found


def _derived(ctx: Context, group: Agency | Partner) -> Iterator[str]:
    rule = group.members_from if isinstance(group, Agency) else None
    if rule is None or rule.leads_of is None:
        return
    yield from ctx.ws.annex_leads(rule.plan)


def _single(ctx: Context, key: str) -> _Edges:
    return {
        item.value.id: {following: item.at(key)}
        for item in ctx.ws.of(Agency)
        if (following := getattr(item.value, key))
    }


def _way_back(start: str, edges: _Edges) -> tuple[str, ...]:
    """The shortest way from ``start`` to itself, without the start at its head; () if none."""
    came_from: dict[str, str] = {}
    todo = [start]
    for here in todo:
        for following in edges.get(here, ()):
            if following in came_from or following not in edges:
                continue
            came_from[following] = here
            todo.append(following)
    if start not in came_from:
        return ()
    way = [start]
    while came_from[way[-1]] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
