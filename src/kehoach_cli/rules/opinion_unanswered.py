"""Ý kiến góp ý không tiếp thu, hoặc chỉ tiếp thu một phần, mà không có lời giải trình.

Vì sao: bảng tổng hợp, tiếp thu, giải trình để trống chỗ giải trình thì cơ quan góp ý không biết vì
sao ý kiến của mình không được nhận.

Cách sửa: ghi lý do ở khóa answer; nếu đã tiếp thu hết thì ghi «taken: "yes"».

Căn cứ: docs/data-model.md (tệp letters.yaml).

Sai:

    # data/plans/mau/letters.yaml
    - id: cv-1
      kind: lay-y-kien
      number: 210/SKHCN-CĐS
      date: 2027-06-01
      to: [so-yt]
      answered:
        - by: so-yt
          date: 2027-06-10
          opinions:
            - {text: Bổ sung chỉ tiêu về y tế, taken: "no"}  # <- KH521

Suýt nhầm: ý kiến chưa xử lý thì chưa cần giải trình.

    # data/plans/mau/letters.yaml
    - id: cv-1
      kind: lay-y-kien
      number: 210/SKHCN-CĐS
      date: 2027-06-01
      to: [so-yt]
      answered:
        - by: so-yt
          date: 2027-06-10
          opinions:
            - {text: Bổ sung chỉ tiêu về y tế}
            - {text: Sửa tên nhiệm vụ 3, taken: "yes"}

Đúng:

    # data/plans/mau/letters.yaml
    - id: cv-1
      kind: lay-y-kien
      number: 210/SKHCN-CĐS
      date: 2027-06-01
      to: [so-yt]
      answered:
        - by: so-yt
          date: 2027-06-10
          opinions:
            - {text: Bổ sung chỉ tiêu về y tế, taken: "no", answer: Đã có ở kế hoạch của ngành}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.records import Letter
from kehoach_cli.rules.base import Context

CODE = "KH521"
NAME = "opinion-unanswered"
SEVERITY = Severity.WARNING
MESSAGE = "ý kiến của {agency} {how} nhưng chưa có lời giải trình: «{text}»"
HINT = "ghi lý do ở khóa answer"

_HOW = {"no": "không được tiếp thu", "partly": "được tiếp thu một phần"}


def check(ctx: Context) -> Iterator[Found]:
    """Opinions that are not, or not wholly, taken up and have no answer."""
    for letter in ctx.ws.of(Letter):
        for number, answer in enumerate(letter.value.answered):
            for index, one in enumerate(answer.opinions):
                if one.taken in _HOW and one.answer is None:
                    args = {
                        "agency": short_name_of(ctx.ws, answer.by),
                        "how": _HOW[one.taken],
                        "text": one.text,
                    }
                    yield Found(letter.at("answered", number, "opinions", index), args)
