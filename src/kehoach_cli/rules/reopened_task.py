"""Nhiệm vụ đã báo hoàn thành, nay lại báo đang thực hiện.

Vì sao: số liệu của kỳ trước đã tính nhiệm vụ là hoàn thành; nếu kỳ trước báo nhầm thì phải đính
chính, nếu kỳ này báo nhầm thì nhiệm vụ bị tính lại là chưa xong.

Cách sửa: hỏi lại nơi báo cáo; báo cáo nào sai thì sửa trạng thái ở đó.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027-q1/so-khcn.yaml
    sender: so-khcn
    period: 2027-q1
    reported: 2027-03-16
    tasks:
      - task: pl-1
        status: done
        done_on: 2027-03-10
        product: [{link: "https://khodulieu.example.vn"}]
    # data/plans/mau/progress/2027-q2/so-khcn.yaml
    sender: so-khcn
    period: 2027-q2
    reported: 2027-06-16
    tasks:
      - task: pl-1
        status: in-progress  # <- KH313

Suýt nhầm: việc lặp lại, xong lần này rồi làm tiếp lần sau.

    # data/plans/mau/progress/2027-q1/xa-mot.yaml
    sender: xa-mot
    period: 2027-q1
    reported: 2027-03-16
    tasks:
      - task: nv-2
        status: done
        done_on: 2027-03-10
        product: [{link: "https://khodulieu.example.vn"}]
    # data/plans/mau/progress/2027-q2/xa-mot.yaml
    sender: xa-mot
    period: 2027-q2
    reported: 2027-06-16
    tasks:
      - task: nv-2
        status: in-progress

Đúng:

    # data/plans/mau/progress/2027-q1/so-khcn.yaml
    sender: so-khcn
    period: 2027-q1
    reported: 2027-03-16
    tasks:
      - task: pl-1
        status: in-progress
    # data/plans/mau/progress/2027-q2/so-khcn.yaml
    sender: so-khcn
    period: 2027-q2
    reported: 2027-06-16
    tasks:
      - task: pl-1
        status: done
        done_on: 2027-06-10
        product: [{link: "https://khodulieu.example.vn"}]
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import Entry
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.due import DueShape, read_due

CODE = "KH313"
NAME = "reopened-task"
SEVERITY = Severity.WARNING
MESSAGE = "nhiệm vụ {task} đã báo hoàn thành ngày {earlier}, nay lại báo «{status}»"
HINT = "báo cáo nào sai thì sửa trạng thái ở đó"


def check(ctx: Context) -> Iterator[Found]:
    """Entries that are open although an earlier report of the same sender said done."""
    ever_done = {_key(entry) for entry in ctx.entries if entry.said.status.is_done}
    told = (entry for entry in ctx.entries if ever_done and _key(entry) in ever_done)
    done: dict[tuple[str, str], Entry] = {}
    for entry in sorted(told, key=attrgetter("reported")):
        key = _key(entry)
        before = done.get(key)
        if entry.said.status.is_done:
            done[key] = entry
        elif before and entry.said.status.is_open and _is_closed_for_good(entry, before):
            del done[key]
            args = {
                "task": entry.called,
                "earlier": format_day(before.reported),
                "status": entry.said.status.label,
            }
            related = Related(before.at("status"), "đã báo hoàn thành ở đây")
            yield Found(entry.at("status"), args, (related,))


def _key(entry: Entry) -> tuple[str, str]:
    return entry.sender, entry.said.task


def _is_closed_for_good(entry: Entry, before: Entry) -> bool:
    """The task does not come back, and the report that said done is of an earlier day."""
    due = entry.task.value.due if entry.task else None
    comes_back = due is not None and read_due(due).shape is DueShape.RECURRING
    return before.reported < entry.reported and not comes_back
