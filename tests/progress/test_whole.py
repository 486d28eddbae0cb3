"""Everything that is computed of whole workspaces, on days on which something turns."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.progress.whole import told

from kehoach_cli.model.plan import Task
from kehoach_cli.progress import (
    Progress,
    added,
    evaluate,
    letter_rows,
    money_before,
    money_entries,
    money_gaps,
)
from kehoach_cli.progress.closings import closing_over, own_closing
from kehoach_cli.progress.fingerprint import fingerprint_of, sender_fingerprints
from kehoach_cli.progress.groups import Roster
from kehoach_cli.progress.requests import requests_of
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.progress.sharing import needs_split, parties_of, partners_in
from kehoach_cli.workspace import load

if TYPE_CHECKING:
    from tests.conftest import Golden
    from tests.progress.conftest import Bench

REPOSITORY = Path(__file__).parents[2]
EVERY_STATE = "tests/workspaces/every-state"


@pytest.mark.parametrize(
    ("folder", "as_of", "period"),
    [
        (EVERY_STATE, date(2027, 12, 14), "2027"),
        (EVERY_STATE, date(2028, 1, 31), "2028"),
        ("examples", date(2027, 12, 10), "2027"),
    ],
    ids=str,
)
def test_nothing_has_changed(golden: Golden, folder: str, as_of: date, period: str) -> None:
    progress = evaluate(load(REPOSITORY / folder), as_of, period=period)
    parts = {**of_progress(progress), **of_workspace(progress)}
    golden(f"progress/{Path(folder).name}-{as_of}.txt", "".join(map(told, parts, parts.values())))


DENSE = {
    "data/plans/p/tasks.yaml": """
        tasks:
        - id: nhom-1
          kind: annex
          group: A
          source: {clause: PL}
          title: Việc của hai sở
          lead: hai-so
          support: [doi-tac, xa-x]
          due: 30/6/2027
          money:
          - {year: 2026, level: tinh, kind: dau-tu, source: S, estimated: 5 đồng, allocated: 6 đồng}
          - {year: 2027, level: xa, kind: thuong-xuyen, source: T, needed: 7 đồng}
          split: {partner_does: Hạ tầng, province_does: Dữ liệu, province_money: true}
        - id: nhom-2
          kind: annex
          group: A
          source: {clause: PL}
          title: Việc hằng quý
          lead: so-a
          approver: so-b
          due: ngày 10 tháng cuối hằng quý
          commitment: doi-tac-a
        - {id: mo, kind: duty, source: {clause: II.1}, title: Mở, lead: dia-phuong}
        - id: ket-luan
          kind: conclusion
          source: {document: {number: 5/TB, date: 2027-02-01}}
          assigned: 2027-02-01
          title: Kết luận
          lead: moi-noi
          due: Quý IV/2027
        - {id: vua, kind: annex, source: {clause: PL}, title: Vừa xong, lead: so-moi, due: 2027}
        - {id: truoc, kind: annex, source: {clause: PL}, title: Đã xong, lead: so-cu, due: 2026}
        """,
    "data/partners/doi-tac.yaml": """
        id: doi-tac
        name: Công ty Đối Tác
        kind: telecom
        units: [{id: doi-tac-tinh, name: Chi nhánh tại tỉnh}]
        commitments:
        - {id: doi-tac-a, plan: p, letter: a, parts: [Cử người; ., Góp vốn.], counterpart: so-b}
        - {id: doi-tac-b, plan: p, letter: b, parts: [Đào tạo]}
        """,
    "data/plans/p/progress/2027/so-a.yaml": """
        sender: so-a
        period: "2027"
        reported: 2027-12-10
        document: {number: 9/BC, date: 2027-12-10}
        tasks:
        - {task: nhom-1, status: done, done_on: 2027-07-02, spent: 3 đồng}
        - {task: nhom-2, status: in-progress, late_reason: cho-huong-dan, late_note: Chờ vốn}
        - {task: ket-luan, status: submitted}
        commitments: [{commitment: doi-tac-a, kept: partly}]
        difficulties: [{id: k-1, text: Khó}, {id: k-2, text: Khó nữa, to: so-b}]
        proposals: [{id: x-1, kind: task, title: Làm}, {id: x-2, kind: task, title: Thôi}]
        """,
    "data/plans/p/progress/2027-q3/so-a.yaml": """
        sender: so-a
        period: 2027-q3
        reported: 2027-10-05
        tasks: [{task: nhom-2, status: done, done_on: 2027-09-10}]
        """,
    "data/plans/p/progress/2027/so-moi.yaml": """
        sender: so-moi
        period: "2027"
        reported: 2027-12-13
        tasks: [{task: vua, status: done, done_on: 2027-12-13, spent: 2 đồng}]
        """,
    "data/plans/p/progress/2027-q4/so-b.yaml": """
        sender: so-b
        period: 2027-q4
        reported: 2027-12-12
        commitments: [{commitment: doi-tac-a, kept: "no"}]
        """,
    "data/plans/p/progress/2026/so-cu.yaml": """
        sender: so-cu
        period: "2026"
        reported: 2026-12-10
        tasks: [{task: truoc, status: done}]
        difficulties: [{id: k-0, text: Khó từ năm trước}]
        proposals: [{id: x-0, kind: task, title: Từ năm trước}]
        """,
    "data/plans/p/progress/2027/doi-tac-tinh.yaml": """
        sender: doi-tac-tinh
        period: "2027"
        reported: 2027-12-14
        commitments: [{commitment: doi-tac-a, kept: "yes"}]
        """,
    "data/plans/p/progress/2027/xa-x.yaml": "sender: xa-x\nperiod: [\n",
    "data/plans/p/receipts.yaml": """
        - {period: "2027", sender: so-b, received: 2027-12-14, how: nothing, number: 3/SB}
        - {period: 2027-q4, sender: so-moi, received: 2027-12-13, how: form}
        - period: "2027"
          sender: so-a
          received: 2027-12-09
          how: document
          number: 8/BC
          sent_back: {date: 2027-12-14, reason: Thiếu}
        """,
    "data/plans/p/letters.yaml": """
        - {id: l-1, kind: de-nghi-bao-cao, date: 2027-12-14, to: [hai-so, xa-x], period: "2027"}
        - id: l-2
          kind: lay-y-kien
          date: 2027-12-01
          to: [moi-noi]
          answer_due: 2027-12-14
          answered: [{by: so-a, date: 2027-12-14}, {by: so-b, date: 2027-12-15}]
        """,
    "data/plans/p/decisions.yaml": """
        difficulties:
        - {difficulty: k-1, state: reported, date: 2027-12-14}
        - {difficulty: k-1, state: answered, date: 2027-12-14}
        - {difficulty: k-0, state: reported, date: 2027-01-05}
        proposals:
        - {proposal: x-1, outcome: deferred, document: {number: 1/TB, date: 2027-12-12}}
        - {proposal: x-1, outcome: declined, document: {number: 2/TB, date: 2027-12-12}}
        - {proposal: x-2, outcome: accepted, document: {number: 3/TB, date: 2027-12-14}}
        - {proposal: x-0, outcome: deferred}
        """,
    "data/plans/p/extensions.yaml": """
        - {task: nhom-1, due: 31/7/2027, reason: Chờ, granted: {number: 1/UB, date: 2027-06-01}}
        - {task: ket-luan, due: Quý I/2028, reason: C, requested: {number: 2/SA, date: 2027-12-14}}
        """,
    "data/plans/p/closings.yaml": f"""
        - {{period: "2026", closed: 2026-12-20, fingerprint: {"0" * 64}}}
        """,
    "data/periods/2027.yaml": """
        id: "2027"
        closing: 2027-12-20
        send_by: {agencies: 2027-12-13, communes: 2027-12-16, partners: 2027-12-14}
        """,
}
"""Much in little, most of it on the very day or on the day before."""


@pytest.mark.parametrize("period", ["2026", "2027", "2027-q3", "2028"])
@pytest.mark.parametrize("as_of", [date(2027, 12, 13), date(2027, 12, 14)], ids=str)
def test_nothing_has_changed_in_a_dense_plan(
    bench: Bench, golden: Golden, as_of: date, period: str
) -> None:
    progress = evaluate(bench.load(files=DENSE), as_of, period=period)
    parts = {**of_progress(progress), **of_workspace(progress)}
    for actor in ("so-a", "cac-so", "doi-tac-tinh"):
        own = of_agency(progress, actor)
        parts |= {f"{item.key} of {actor}": item for item in own.items}
        parts[f"totals of {actor}"] = added((own.task_totals, own.commitment_totals))
    golden(f"progress/dense-{as_of}-{period}.txt", "".join(map(told, parts, parts.values())))


def of_progress(progress: Progress) -> dict[str, object]:
    figures = ("task_totals", "assignment_totals", "commitment_totals", "by_kind", "by_agency")
    return {
        "plans": progress.plans,
        **{item.key: item for item in progress.items},
        **{f"{one.plan_id}/{one.id}": one for one in progress.senders},
        "reports": progress.reports,
        "earlier": progress.earlier,
        **{name: getattr(progress, name) for name in figures},
        "register": progress.register,
        "missing": {one.plan_id: one.id for one in progress.missing},
        "difficulties": progress.difficulties,
        "proposals": progress.proposals,
        "requests": requests_of(progress, None),
        "money": money_entries(progress),
        "money before": money_before(progress),
        "money gaps": money_gaps(progress),
    }


def of_workspace(progress: Progress) -> dict[str, object]:
    ws, period = progress.workspace, progress.period.id
    roster = Roster(ws, progress.day)
    groups = {actor: roster.expand(actor) for actor in ws.actors}
    said = {folder.id: sender_fingerprints(ws, folder, period) for folder in ws.folders}
    return {
        "letters": letter_rows(ws, progress.as_of),
        "holders": {
            actor: {holder.actor: holder.senders for holder in group.holders}
            for actor, group in groups.items()
        },
        "open groups": {actor: group.open_to for actor, group in groups.items()},
        "closings": tuple(closing_over(ws, folder, period) for folder in ws.folders),
        "own closings": tuple(own_closing(folder, period) for folder in ws.folders),
        "partners": {one.value.id: partners_in(ws, one.value) for one in ws.of(Task)},
        "to be split": tuple(one.value.id for one in ws.of(Task) if needs_split(ws, one.value)),
        "parties": {actor: tuple(sorted(parties_of(ws, actor))) for actor in ws.actors},
        "fingerprints": said,
        "fingerprint": {plan: fingerprint_of(senders) for plan, senders in said.items()},
    }
