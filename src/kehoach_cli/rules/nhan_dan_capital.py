"""«Nhân dân», «Nhà nước» viết thường.

Vì sao: hai danh từ này là trường hợp đặc biệt, luôn viết hoa chữ đầu.

Cách sửa: viết «Nhân dân», «Nhà nước». Tên gọi và cụm từ quen dùng như «Ủy ban nhân dân», «cơ quan
nhà nước», «ngân sách nhà nước» thì giữ nguyên.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V.1.

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Chăm sóc sức khỏe nhân dân  # <- KH705
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Thực hiện chủ trương của nhà nước về nông nghiệp  # <- KH705
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: trong tên cơ quan, tên luật và cụm từ quen dùng thì viết thường; «bệnh nhân dân tộc»
không có từ «nhân dân».

    # data/challenges.yaml
    - id: bt-1
      title: Ủy ban nhân dân xã quản lý nhà nước, ngân sách nhà nước và hỗ trợ bệnh nhân dân tộc
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Chăm sóc sức khỏe Nhân dân
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.prose import shown

CODE = "KH705"
NAME = "nhan-dan-capital"
SEVERITY = Severity.WARNING
MESSAGE = "«{words}» viết thường"
HINT = "viết «{right}»"

_BEFORE_PEOPLE = (
    "ban đồng án sát an đội thẩm ninh tranh giáo sĩ thuốc tú quân "  # names: Ủy ban nhân dân …
    "bệnh công cá doanh tư nạn pháp tù thi vĩ danh tội phạm chứng nguyên tác hôn nữ phu thương cử"
)
_AFTER_PEOPLE = "tộc|sự|số|cư|quyền|chủ|vận|tình|sinh"
_PEOPLE = re.compile(
    r"nhân\s+dân(?!\w)"
    + "".join(rf"(?<!(?i:{word})\snhân\sdân)" for word in _BEFORE_PEOPLE.split())
    + rf"(?!\s+(?:{_AFTER_PEOPLE})(?!\w))"
)
_STATE = re.compile(r"nhà\s+nước(?!\w)")
_AS_ACTOR = re.compile(
    r"(?:(?<!\w)(?:của|do|với|cho|từ|được|mà|khi|để|bởi)|[,;])\s+\Z", re.IGNORECASE
)
_LOOK_BACK = 60
"""Characters that hold a word and a line break with its indentation."""


def check(ctx: Context) -> Iterator[Found]:
    """«nhân dân» outside names, and «nhà nước» where it is the State that acts or owns."""
    for words, match in ctx.prose.matches(_PEOPLE):
        yield Found(words.at(match), {"words": shown(match), "right": "Nhân dân"})
    for words, match in ctx.prose.matches(_STATE, gate=_has_acting_state):
        if _is_acting(words.text, match):
            yield Found(words.at(match), {"words": shown(match), "right": "Nhà nước"})


def _has_acting_state(text: str) -> bool:
    return any(_is_acting(text, match) for match in _STATE.finditer(text))


def _is_acting(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    return _AS_ACTOR.search(text, max(0, start - _LOOK_BACK), start) is not None
