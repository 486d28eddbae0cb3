"""Ngày hoàn thành sau ngày báo cáo.

Vì sao: báo cáo không thể nói về việc hoàn thành trong tương lai; số liệu sẽ đếm thừa nhiệm vụ đã
xong.

Cách sửa: sửa lại done_on hoặc reported; nếu mới dự kiến xong thì báo là đang thực hiện.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: done
        done_on: 2027-06-25  # <- KH306
        product: [{link: "https://khodulieu.example.vn"}]

Suýt nhầm: hoàn thành đúng ngày báo cáo.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: done
        done_on: 2027-06-20
        product: [{link: "https://khodulieu.example.vn"}]

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
        result: Dự kiến nghiệm thu ngày 25/6/2027
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day

CODE = "KH306"
NAME = "done-in-the-future"
SEVERITY = Severity.ERROR
MESSAGE = "nhiệm vụ {task} ghi hoàn thành ngày {done_on}, sau ngày báo cáo {reported}"
HINT = "sửa lại ngày; nếu mới dự kiến xong thì chưa báo hoàn thành"


def check(ctx: Context) -> Iterator[Found]:
    """Entries done after the day of their report."""
    for entry in ctx.entries:
        done_on = entry.said.done_on
        if done_on is not None and done_on > entry.reported:
            args = {
                "task": entry.called,
                "done_on": format_day(done_on),
                "reported": format_day(entry.reported),
            }
            related = Related(entry.report.at("reported"), "ngày báo cáo ở đây")
            yield Found(entry.at("done_on"), args, (related,))
