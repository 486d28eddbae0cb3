"""Buổi làm việc đã qua ngày mà vẫn ghi là chưa họp.

Vì sao: đã họp thì cần ghi kết quả để theo dõi việc sau cuộc họp; hoãn hoặc hủy thì cũng cần ghi.

Cách sửa: đã họp thì ghi «state: held» và ngày họp ở khóa day; hoãn thì sửa time, day; hủy thì ghi
«state: cancelled».

Căn cứ: docs/data-model.md (tệp sessions).

Sai: ngày kiểm tra là 30/6/2027.

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: planned
    time: Dự kiến trong tháng 5 năm 2027  # <- KH209
    place: Hội trường UBND tỉnh

Suýt nhầm: tháng họp chưa hết.

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: planned
    time: Dự kiến trong tháng 6 năm 2027
    place: Hội trường UBND tỉnh

Đúng:

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: held
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.session import Session
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.due import read_due

CODE = "KH209"
NAME = "past-session-planned"
SEVERITY = Severity.INFO
MESSAGE = "buổi làm việc {name} đã qua ngày {day} mà vẫn ghi là chưa họp"
HINT = (
    "đã họp thì ghi state: held và khóa day; hoãn thì sửa thời gian; hủy thì ghi state: cancelled"
)

_NOT_HELD = frozenset({"planned", "invited"})
_DAY_IN_TIME = re.compile(r"\b(?:ngày|tháng|quý) .+", re.IGNORECASE)


def check(ctx: Context) -> Iterator[Found]:
    """Sessions that are planned or invited to although their day or month is over."""
    for item in ctx.ws.of(Session):
        session = item.value
        day = session.day or _last_day(session.time)
        if session.state in _NOT_HELD and day is not None and day < ctx.as_of:
            args = {"name": named(session.id, session.title), "day": format_day(day)}
            yield Found(item.at("day" if session.day else "time"), args)


def _last_day(time: str) -> date | None:
    """The last day that the words for the time leave open: «dự kiến trong tháng 7 năm 2026»."""
    found = _DAY_IN_TIME.search(time)
    return read_due(found[0]).last_day if found else None
