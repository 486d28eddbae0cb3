"""Thời hạn không hiểu được.

Vì sao: không biết ngày cuối cùng thì không biết nhiệm vụ đã quá hạn hay chưa; nhiệm vụ vẫn nằm
trong tổng số nhưng không bao giờ được nhắc.

Cách sửa: viết thời hạn theo một trong các dạng mà gợi ý liệt kê; nếu chưa có thời hạn thì bỏ khóa
due.

Căn cứ: cách viết thời hạn trong các phụ lục nhiệm vụ đã ban hành (Nghị quyết 03/NQ-CP năm 2025,
Kế hoạch 277/KH-UBND năm 2026 của thành phố Hà Nội).

Sai:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý 5/2027  # <- KH201

Sai: ngày không có năm trong một kế hoạch nhiều năm.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: 30/6  # <- KH201
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Sai: một tuần, một lúc bắt đầu không cho biết ngày cuối.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Đầu năm 2028  # <- KH201
        milestones:
          - {text: Thống nhất đề cương, due: Tuần 2 tháng 6/2027}  # <- KH201

Suýt nhầm: thời hạn thường xuyên không có ngày cuối nhưng vẫn hiểu được.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Thường xuyên

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        due: Quý IV/2027
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import owner_called
from kehoach_cli.vn.due import ACCEPTED_FORMS, DueProblem
from kehoach_cli.vn.patterns import late

CODE = "KH201"
NAME = "due-not-understood"
SEVERITY = Severity.ERROR
MESSAGE = {
    "unknown-words": "không hiểu thời hạn «{due}» của {name}",
    "some-week": "thời hạn «{due}» của {name} nêu một tuần, không rõ đến ngày nào",
    "some-beginning": "thời hạn «{due}» của {name} nêu lúc bắt đầu, không rõ đến ngày nào",
    "impossible-date": ("thời hạn «{due}» của {name} nêu ngày, tháng, quý hoặc năm không có thật"),
    "missing-year": "thời hạn «{due}» của {name} thiếu năm",
    "reversed-range": "thời hạn «{due}» của {name} kết thúc trước khi bắt đầu",
    "missing-date": "thời hạn «{due}» của {name} chỉ có thứ trong tuần, không rõ tuần nào",
}
_FORMS = "các dạng được nhận: " + "; ".join(ACCEPTED_FORMS)
HINT = {
    "unknown-words": _FORMS,
    "some-week": "ghi ngày cuối của tuần ấy, ví dụ «Chậm nhất ngày 13/6/2027»",
    "some-beginning": "ghi tháng, quý hoặc ngày, ví dụ «Tháng 01/2028», «Quý I/2028»",
    "impossible-date": _FORMS,
    "missing-year": (
        "ghi thêm năm; chỉ khi thời gian thực hiện kế hoạch có đúng một năm khớp mới bỏ được năm"
    ),
    "reversed-range": "đổi chỗ hai mốc, hoặc sửa năm",
    "missing-date": "ghi thêm ngày («thứ Sáu, ngày 20/11/2026»), hoặc ghi «hằng tuần»",
}

_VAGUE = {
    "some-week": late(r"\btuần (thứ |đầu|cuối|[0-9]|I)", re.IGNORECASE),
    "some-beginning": late(r"\bđầu (tháng|quý|năm) [0-9IVX]", re.IGNORECASE),
}
"""What is said of when, though not by which day."""


def check(ctx: Context) -> Iterator[Found]:
    """Every due of a task, milestone or extension whose words say nothing that can be read."""
    for dated in ctx.dues:
        problem = dated.due.problem
        if problem is not None and problem is not DueProblem.NOT_A_DEADLINE:
            args = {
                "reason": _reason(problem, dated.due.text),
                "due": dated.due.text,
                "name": owner_called(dated),
            }
            yield Found(dated.place, args)


def _reason(problem: DueProblem, text: str) -> str:
    """Which sentence to say: of unknown words, whether they tell about when."""
    is_unknown = problem is DueProblem.UNKNOWN_WORDS
    vague = (name for name, words in _VAGUE.items() if is_unknown and words().search(text))
    return next(vague, problem.value)
