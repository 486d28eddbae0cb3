"""Đề xuất không được chấp thuận mà không ghi lý do.

Vì sao: đơn vị đề xuất cần biết vì sao để chuẩn bị lại; báo cáo phải nói rõ kết quả xem xét.

Cách sửa: ghi lý do ở khóa reason của quyết định trong decisions.yaml.

Căn cứ: docs/data-model.md (tệp decisions.yaml).

Sai:

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]
    # data/plans/mau/decisions.yaml
    proposals:
      - {proposal: dx-1, outcome: declined}  # <- KH318

Suýt nhầm: để lại xem xét sau thì chưa phải là không chấp thuận.

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]
    # data/plans/mau/decisions.yaml
    proposals:
      - {proposal: dx-1, outcome: deferred}

Đúng:

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]
    # data/plans/mau/decisions.yaml
    proposals:
      - {proposal: dx-1, outcome: declined, reason: Trùng với dự án của Bộ Y tế}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.records import ProposalDecision
from kehoach_cli.rules.base import Context

CODE = "KH318"
NAME = "declined-without-reason"
SEVERITY = Severity.WARNING
MESSAGE = "đề xuất {proposal} không được chấp thuận mà không ghi lý do"
HINT = "ghi lý do ở khóa reason"


def check(ctx: Context) -> Iterator[Found]:
    """Declined proposals without a reason."""
    for decision in ctx.ws.of(ProposalDecision):
        if decision.value.outcome == "declined" and not decision.value.reason:
            yield Found(decision.at("outcome"), {"proposal": decision.value.proposal})
