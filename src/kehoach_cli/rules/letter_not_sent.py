"""Công văn trong sổ chưa có ngày mà hạn trả lời, hoặc kỳ báo cáo, đã qua.

Vì sao: công văn chưa có ngày là chưa gửi: không ai được coi là phải trả lời, công văn đôn đốc
không dẫn được nó.

Cách sửa: đã gửi thì ghi number và date ở letters.yaml; công văn đề nghị báo cáo thì chạy lại
kehoach period open với --guide và --date. Không gửi nữa thì xóa dòng ấy.

Căn cứ: docs/data-model.md (tệp letters.yaml).

Sai: ngày kiểm tra là 30/6/2027.

    # data/plans/mau/letters.yaml
    - id: cv-1  # <- KH322
      kind: lay-y-kien
      to: [so-tc, so-yt]
      answer_due: 2027-06-20

Suýt nhầm: hạn trả lời là ngày kiểm tra, chưa qua; kỳ quý III chưa hết.

    # data/plans/mau/letters.yaml
    - {id: cv-1, kind: lay-y-kien, to: [so-tc], answer_due: 2027-06-30}
    - {id: cv-2, kind: de-nghi-bao-cao, to: [so-tc], period: 2027-q3}

Đúng:

    # data/plans/mau/letters.yaml
    - id: cv-1
      kind: lay-y-kien
      number: 210/SKHCN-CĐS
      date: 2027-06-01
      to: [so-tc, so-yt]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.records import LETTER_LABELS, Letter
from kehoach_cli.progress.periods import period_of
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day

CODE = "KH322"
NAME = "letter-not-sent"
SEVERITY = Severity.INFO
MESSAGE = "công văn {letter} ({kind}) chưa có ngày gửi mà ngày {day} đã qua"
HINT = "đã gửi thì ghi số, ngày; không gửi nữa thì xóa khỏi sổ"


def check(ctx: Context) -> Iterator[Found]:
    """Letters without a day whose day to answer by, or the period they are about, is over."""
    for folder in ctx.ws.folders:
        for one in folder.letters:
            day = _last_day(ctx, one.value)
            if one.value.date is None and day is not None and day < ctx.as_of:
                letter = one.value.number or one.value.id
                kind = LETTER_LABELS[one.value.kind]
                yield Found(one.at(), {"letter": letter, "kind": kind, "day": format_day(day)})


def _last_day(ctx: Context, letter: Letter) -> date | None:
    """When it would have been of use at the latest, as far as it says."""
    if letter.answer_due is not None:
        return letter.answer_due
    period = period_of(ctx.ws, letter.period) if letter.period else None
    return period.last if period else None
