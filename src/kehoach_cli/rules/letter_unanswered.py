"""Công văn đã quá hạn trả lời mà còn nơi chưa trả lời.

Vì sao: việc chờ trả lời thì không ai làm tiếp; người nhận bàn giao cần biết đang chờ ai.

Cách sửa: đôn đốc; đã có trả lời thì ghi ở khóa answered của letters.yaml. Công văn đề nghị báo cáo
và đôn đốc thì báo cáo của đơn vị là trả lời, không cần ghi thêm.

Căn cứ: docs/data-model.md (tệp letters.yaml).

Sai: ngày kiểm tra là 30/6/2027.

    # data/plans/mau/letters.yaml
    - id: cv-1
      kind: lay-y-kien
      number: 210/SKHCN-CĐS
      date: 2027-06-01
      to: [so-tc, so-yt]
      answer_due: 2027-06-20  # <- KH321
      answered: [{by: so-tc, date: 2027-06-15}]

Suýt nhầm: hạn trả lời là ngày kiểm tra, chưa qua.

    # data/plans/mau/letters.yaml
    - id: cv-1
      kind: lay-y-kien
      number: 210/SKHCN-CĐS
      date: 2027-06-01
      to: [so-tc, so-yt]
      answer_due: 2027-06-30

Đúng: báo cáo quý II của Sở Y tế là trả lời.

    # data/plans/mau/letters.yaml
    - id: cv-1
      kind: de-nghi-bao-cao
      number: 210/SKHCN-CĐS
      date: 2027-06-01
      to: [so-yt]
      period: 2027-q2
      answer_due: 2027-06-20
    # data/plans/mau/receipts.yaml
    - {period: 2027-q2, sender: so-yt, received: 2027-06-18, how: nothing}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.progress.letters import letter_rows
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day

CODE = "KH321"
NAME = "letter-unanswered"
SEVERITY = Severity.INFO
MESSAGE = "công văn {letter} có hạn trả lời ngày {due}, còn {count} nơi chưa trả lời: {names}"
HINT = "đôn đốc, hoặc ghi trả lời đã nhận ở khóa answered"

_MOST_NAMES = 6


def check(ctx: Context) -> Iterator[Found]:
    """Letters whose day to answer by is over while somebody has not answered."""
    for row in letter_rows(ctx.ws, ctx.as_of):
        due = row.letter.value.answer_due
        if row.is_past_due and due:
            names = [short_name_of(ctx.ws, one) for one in row.waiting]
            rest = len(names) - _MOST_NAMES
            shown = ", ".join(names[:_MOST_NAMES])
            args = {
                "letter": row.letter.value.number or row.letter.value.id,
                "due": format_day(due),
                "count": len(names),
                "names": f"{shown} và {rest} nơi khác" if rest > 0 else shown,
            }
            yield Found(row.letter.at("answer_due"), args)
