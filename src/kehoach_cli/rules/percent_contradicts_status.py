"""Tỷ lệ phần trăm trái với trạng thái.

Vì sao: nhiệm vụ ghi 100 % mà chưa hoàn thành, hoặc hoàn thành mà mới 80 %, thì người đọc không biết
tin con số nào.

Cách sửa: sửa phần trăm hoặc trạng thái cho khớp; không đo được bằng phần trăm thì bỏ khóa percent.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        percent: 100  # <- KH307
    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: not-started
        percent: 15  # <- KH307

Suýt nhầm: đơn vị đã làm xong phần mình và đã trình, đang chờ phê duyệt.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: submitted
        percent: 100
        submitted: {number: 45/TTr-SKHCN, date: 2027-06-15}

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        percent: 90
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.status import Status
from kehoach_cli.rules.base import Context

CODE = "KH307"
NAME = "percent-contradicts-status"
SEVERITY = Severity.WARNING
MESSAGE = "nhiệm vụ {task} ghi {percent} % nhưng trạng thái là «{status}»"
HINT = "sửa phần trăm hoặc trạng thái cho khớp"

_ALL = 100


def check(ctx: Context) -> Iterator[Found]:
    """Entries whose percentage cannot go with their status."""
    for entry in ctx.entries:
        percent, status = entry.said.percent, entry.said.status
        if percent is not None and _contradicts(percent, status):
            args = {"task": entry.called, "percent": percent, "status": status.label}
            related = Related(entry.at("status"), "trạng thái ở đây")
            yield Found(entry.at("percent"), args, (related,))


def _contradicts(percent: int, status: Status) -> bool:
    """Done below 100, running at 100, or begun though nothing has begun."""
    if status.is_done:
        return percent < _ALL
    if not status.has_begun:
        return percent > 0
    return percent == _ALL and status.is_open and not status.waits_for_approver
