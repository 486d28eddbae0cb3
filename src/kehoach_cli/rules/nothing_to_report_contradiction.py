"""Báo «không phát sinh» mà vẫn nêu kết quả, hoặc báo cáo không nêu gì.

Vì sao: «không phát sinh» là lời báo rằng chưa có việc nào được làm; vừa ghi như vậy vừa nêu kết quả
thì không biết tin bên nào. Báo cáo trống không nói gì thì mọi nhiệm vụ vẫn là «chưa có báo cáo».

Cách sửa: bỏ khóa nothing_to_report, hoặc bỏ phần kết quả; báo cáo trống thì thêm
nothing_to_report: true.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    nothing_to_report: true  # <- KH311
    tasks:
      - task: pl-1
        status: in-progress
    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc  # <- KH311
    period: "2027"
    reported: 2027-06-20

Suýt nhầm: chưa có kết quả nhưng có khó khăn cần nêu.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    nothing_to_report: true
    difficulties:
      - {id: kk-1, text: Chưa được bố trí kinh phí, to: so-tc}

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    nothing_to_report: true
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.report import Report
from kehoach_cli.rules.base import Context
from kehoach_cli.workspace import Located

CODE = "KH311"
NAME = "nothing-to-report-contradiction"
SEVERITY = Severity.WARNING
MESSAGE = {
    "both": "báo cáo ghi không phát sinh nhưng vẫn nêu kết quả",
    "neither": "báo cáo không nêu nhiệm vụ, cam kết, khó khăn hay đề xuất nào",
}
HINT = {
    "both": "bỏ khóa nothing_to_report hoặc bỏ phần kết quả",
    "neither": "nếu không phát sinh thì thêm nothing_to_report: true",
}

_RESULTS = ("tasks", "commitments")
_OTHERS = ("difficulties", "proposals", "own_plan", "integrated")


def check(ctx: Context) -> Iterator[Found]:
    """Reports that say both «nothing» and something, and reports that say neither."""
    for report in ctx.ws.of(Report):
        result = next((key for key in _RESULTS if getattr(report.value, key)), None)
        if report.value.nothing_to_report and result is not None:
            related = Related(report.at(result, 0), "kết quả ở đây")
            yield Found(report.at("nothing_to_report"), {"reason": "both"}, (related,))
        elif result is None and not _says_other(report):
            yield Found(report.at("sender"), {"reason": "neither"})


def _says_other(report: Located[Report]) -> bool:
    return report.value.nothing_to_report or any(getattr(report.value, key) for key in _OTHERS)
