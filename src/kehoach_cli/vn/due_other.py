"""Deadline cells without any date: they refer elsewhere, or are no deadline at all."""

from __future__ import annotations

from kehoach_cli.vn.due_recurring import Outcome
from kehoach_cli.vn.due_shapes import Due, DueProblem, DueShape
from kehoach_cli.vn.patterns import late

_ELSEWHERE = late(r"(?:(?:thực hiện|triển khai|hoàn thành) )?theo .+")
_STATEMENTS = (
    "bãi bỏ",
    "bổ sung",
    "chuyển",
    "giao",
    "hủy bỏ",
    "kiến nghị",
    "không thuộc",
    "phối hợp",
    "tham mưu",
    "thay thế",
    "thuộc",
    "xin ý kiến",
    "đã",
    "đề nghị",
    "đề xuất",
    "được",
    "đưa ra khỏi",
)
"""How cells begin that say what was done or asked instead of when."""
_NOT_A_DEADLINE = late(rf"(?:{'|'.join(_STATEMENTS)}) .+")


def without_date(text: str) -> Outcome:
    """What a text in small letters is in which no date was found."""
    if _ELSEWHERE().fullmatch(text):
        return Due("", DueShape.ELSEWHERE, open_ended=True)
    is_other = _NOT_A_DEADLINE().fullmatch(text) is not None
    return DueProblem.NOT_A_DEADLINE if is_other else DueProblem.UNKNOWN_WORDS
