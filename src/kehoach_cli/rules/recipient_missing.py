"""Cơ quan có việc trong kế hoạch nhưng không có ở Nơi nhận.

Vì sao: cơ quan được giao việc mà không nhận được văn bản thì không biết để làm.

Cách sửa: thêm cơ quan ấy, nhóm chứa nó, hoặc dòng «section: V» (Các đơn vị tại Mục V) vào
recipients.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.

Sai:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi
        lead: so-khcn
        support: [mang-luoi]
    # data/partners/mang-luoi.yaml
    id: mang-luoi
    name: Viện Mạng lưới
    kind: institute
    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: TỔ CHỨC THỰC HIỆN
        duties: [so-khcn]
    closing: Các cơ quan thực hiện
    recipients: [{agency: cac-so-nganh}]  # <- KH501
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: cơ quan nằm trong nhóm nhận, và đơn vị của đối tác đã nhận.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi
        lead: so-khcn
        support: [so-tc, doi-tac-tinh]

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi
        lead: so-khcn
        support: [doi-tac, xa-mot]
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Related, Severity
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.plan import DutyBlock, Plan, Task
from kehoach_cli.model.register import Agency
from kehoach_cli.progress.groups import Roster
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.text import roman
from kehoach_cli.workspace import Located, PlanFolder, Workspace

CODE = "KH501"
NAME = "recipient-missing"
SEVERITY = Severity.WARNING
MESSAGE = {
    "alone": "«{id}» ({name}) có việc trong kế hoạch nhưng không có ở Nơi nhận",
    "some": "nhóm «{id}» ({name}) có việc trong kế hoạch nhưng Nơi nhận thiếu {missing} nơi",
}
HINT = "thêm vào recipients cơ quan này, nhóm chứa nó, hoặc dòng «section» chỉ đến mục giao việc"

_WORK_BEGINS_HERE = "được giao việc ở đây"
_PROVINCE = "province"


def check(ctx: Context) -> Iterator[Found]:
    """One finding for each agency, partner or group that is named and does not get the plan."""
    for folder in ctx.ws.folders:
        if folder.plan is not None:
            yield from _missing(ctx.ws, ctx.roster, folder, folder.plan)


def _missing(
    ws: Workspace, roster: Roster, folder: PlanFolder, plan: Located[Plan]
) -> Iterator[Found]:
    reached = _reached(ws, roster, plan.value)
    for actor in sorted(_at_work(ws, folder, plan.value)):
        known = ws.actors.get(actor)
        if known is None or actor in reached.ids or _is_issuer(ws, plan.value, actor):
            continue
        left = [one.actor for one in roster.expand(actor).holders if not reached.holds(one.actor)]
        if not left:
            continue
        args = {
            "reason": "alone" if left == [actor] else "some",
            "id": actor,
            "name": known.name,
            "missing": len(left),
        }
        begun = Related(_first_work(ws, folder, plan.value, actor), _WORK_BEGINS_HERE)
        yield Found(plan.at("recipients"), args, (begun,))


@frozen
class _Reached:
    """Who gets the plan: ids as named and as expanded, and what the lines in words say."""

    ws: Workspace
    ids: frozenset[str]
    words: str
    anyone: bool
    """An open group of agencies gets it: nobody can say that an agency is not in it."""

    def holds(self, actor: str, below: frozenset[str] = frozenset()) -> bool:
        """Whether a single actor gets the plan itself, or through what it is a part of.

        ``below``: whoever has been asked on the way up; parents may lead in a circle.
        """
        if actor in below:
            return False
        known = self.ws.actors.get(actor)
        if actor in self.ids or known is None:
            return True
        if isinstance(known, Agency):
            above = self.ws.actors.get(known.parent or "")
            is_within = isinstance(above, Agency) and above.kind != _PROVINCE
            if self.anyone or (
                is_within and known.parent and self.holds(known.parent, below | {actor})
            ):
                return True
        return _is_named(known, self.words)


def _reached(ws: Workspace, roster: Roster, plan: Plan) -> _Reached:
    named: list[str] = [line.agency for line in plan.recipients if line.agency]
    for line in plan.recipients:
        if line.section:
            named += _named_in_section(plan, line.section)
    ids: set[str] = set(named)
    for actor in named:
        for holder in roster.expand(actor).holders:
            ids |= {holder.actor, *holder.senders}
    partners = [item.value for item in ws.of(Partner)]
    ids |= {one.id for one in partners if any(unit.id in ids for unit in one.units)}
    ids |= {unit.id for one in partners if one.id in ids for unit in one.units}
    is_open = any(isinstance(known := ws.actors.get(one), Agency) and known.open for one in named)
    words = " ".join(line.text for line in plan.recipients if line.text)
    return _Reached(ws, frozenset(ids), words, is_open)


def _named_in_section(plan: Plan, number: str) -> list[str]:
    """Whose duties or commitments stand in the section of that Roman number."""
    for count, section in enumerate(plan.sections, 1):
        if roman(count) == number:
            duties = [one for block in section.duties for one in _blocks(block)]
            return [*duties, *section.commitments]
    return []


def _blocks(block: DutyBlock) -> list[str]:
    return [block.agency, *(one for nested in block.nested for one in _blocks(nested))]


def _at_work(ws: Workspace, folder: PlanFolder, plan: Plan) -> set[str]:
    """Everyone who has a part in a task, or has committed to something."""
    found = {one.owner for one in ws.of(Partner) if (one.owner, plan.id) in ws.commitments}
    for task in folder.tasks:
        found.update(_parts(task.value))
    return found


def _first_work(ws: Workspace, folder: PlanFolder, plan: Plan, actor: str) -> Place:
    """Where it says so first: in a task, else in a commitment."""
    tasks = (task.at() for task in folder.tasks if actor in _parts(task.value))
    return next(tasks, None) or ws.commitments[actor, plan.id][0].at()


def _parts(task: Task) -> tuple[str, ...]:
    others = tuple(other.agency for other in task.others) if task.others else ()
    return (*task.leads, *task.support, *others)


def _is_issuer(ws: Workspace, plan: Plan, actor: str) -> bool:
    return actor in (plan.issuer, ws.settings.value.issuer if ws.settings else None)


def _is_named(known: Agency | Partner | PartnerUnit, words: str) -> bool:
    short = () if isinstance(known, PartnerUnit) else (known.short,)
    names = (known.name, *short, *known.aliases)
    return bool(words) and any(name in words for name in names if name)
