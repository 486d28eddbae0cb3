"""Báo cáo của kỳ đã chốt bị thay đổi.

Vì sao: số liệu đã chốt và báo cáo cấp trên không được đổi lặng lẽ; hai lần in báo cáo của một kỳ
phải cho cùng một số.

Cách sửa: trả lại nội dung cũ; hoặc mở lại kỳ bằng văn bản, ghi ở khóa reopened của closings.yaml,
sửa xong thì chốt lại. Chú thích, thứ tự khóa, cách xuống dòng thì sửa được.

Căn cứ: docs/data-model.md (tệp closings.yaml).

Sai: sau khi chốt, Sở Y tế sửa kết quả trong báo cáo.

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe số}]
    # data/plans/mau/closings.yaml
    - period: "2026"
      closed: 2026-12-20
      fingerprint: 0ea3c87f1ceae7c46732142ab1c788c68e553b70a8fb9baab9f82b3aa031978f  # <- KH320
      senders:
        - sender: so-yt
          fingerprint: 17f726da1be11051bb04574f1c8c64cab1e760fb28bbb3c31c97a7c9421e8524

Suýt nhầm: kỳ đã được mở lại bằng văn bản.

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2026"
    reported: 2026-12-10
    proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe số}]
    # data/plans/mau/closings.yaml
    - period: "2026"
      closed: 2026-12-20
      fingerprint: 0ea3c87f1ceae7c46732142ab1c788c68e553b70a8fb9baab9f82b3aa031978f
      senders:
        - sender: so-yt
          fingerprint: 17f726da1be11051bb04574f1c8c64cab1e760fb28bbb3c31c97a7c9421e8524
      reopened:
        date: 2027-01-05
        document: {number: 8/UBND-TH, date: 2027-01-05}
        reason: Sở Y tế đề nghị đính chính

Đúng: chỉ thêm chú thích và đổi cách xuống dòng.

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt  # đã đối chiếu
    period: "2026"
    reported: 10/12/2026
    proposals:
      - id: dx-1
        kind: task
        title: Hồ sơ sức khỏe điện tử
    # data/plans/mau/closings.yaml
    - period: "2026"
      closed: 2026-12-20
      fingerprint: 0ea3c87f1ceae7c46732142ab1c788c68e553b70a8fb9baab9f82b3aa031978f
      senders:
        - sender: so-yt
          fingerprint: 17f726da1be11051bb04574f1c8c64cab1e760fb28bbb3c31c97a7c9421e8524
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Related, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.records import Closing
from kehoach_cli.progress.fingerprint import fingerprint_of, sender_fingerprints
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Located, PlanFolder

CODE = "KH320"
NAME = "closed-period-changed"
SEVERITY = Severity.ERROR
MESSAGE = {
    "senders": "kỳ {period} đã chốt ngày {closed} nhưng báo cáo của {names} đã thay đổi",
    "period": "kỳ {period} đã chốt ngày {closed} nhưng báo cáo đã thay đổi",
    "record": "kỳ {period} đã chốt ngày {closed} nhưng dấu vân tay ghi ở đây không khớp nhau",
}
HINT = "trả lại nội dung cũ, hoặc mở lại kỳ bằng văn bản và ghi ở khóa reopened"

_MOST_NAMES = 5


def check(ctx: Context) -> Iterator[Found]:
    """Closed periods whose reports or receipts say something else than on the day of closing."""
    for folder in ctx.ws.folders:
        last = {closing.value.period: closing for closing in folder.closings}
        for closing in last.values():
            if closing.value.reopened is None:
                yield from _compare(ctx, folder, closing)


def _compare(ctx: Context, folder: PlanFolder, closing: Located[Closing]) -> Iterator[Found]:
    one = closing.value
    now = sender_fingerprints(ctx.ws, folder, one.period)
    then: dict[str, str] = {each.sender: each.fingerprint for each in one.senders}
    differing = sorted(
        sender for sender in {*now, *then} if then and now.get(sender) != then.get(sender)
    )
    if not differing and one.fingerprint == fingerprint_of(now):
        return
    args = {
        "reason": "senders" if differing else "record" if then else "period",
        "period": one.period,
        "closed": format_day(one.closed),
        "names": _names(ctx, differing),
    }
    related = tuple(
        Related(place, "báo cáo ở đây") for sender in differing for place in _places(folder, sender)
    )
    yield Found(closing.at("fingerprint"), args, related[:_MOST_NAMES])


def _names(ctx: Context, senders: list[str]) -> str:
    shown = ", ".join(short_name_of(ctx.ws, sender) for sender in senders[:_MOST_NAMES])
    rest = len(senders) - _MOST_NAMES
    return f"{shown} và {rest} nơi khác" if rest > 0 else shown


def _places(folder: PlanFolder, sender: str) -> Iterator[Place]:
    """Where the sender's reports and receipts stand, of whatever period."""
    for report in folder.reports:
        if report.value.sender == sender:
            yield report.at("sender")
    for receipt in folder.receipts:
        if receipt.value.sender == sender:
            yield receipt.at("sender")
