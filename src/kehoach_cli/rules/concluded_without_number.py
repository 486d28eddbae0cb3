"""Buổi làm việc ghi là đã có thông báo kết luận mà thiếu số hoặc ngày của thông báo.

Vì sao: nhiệm vụ phát sinh dẫn đến thông báo không ghi được số hiệu; bản in lại chừa trống số, ngày.

Cách sửa: ghi number và date ở khóa conclusions; thông báo chưa ban hành thì để «state: held».

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3 và II.4; docs/data-model.md (tệp
sessions).

Sai:

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: concluded  # <- KH519
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions: {date: 2027-05-25}

Suýt nhầm: đã họp, thông báo đang soạn.

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: held
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions: {points: [Hai bên tiếp tục hợp tác]}

Đúng:

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: concluded
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions: {number: 30/TB-UBND, date: 2027-05-25}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.session import Conclusions, Session
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named

CODE = "KH519"
NAME = "concluded-without-number"
SEVERITY = Severity.WARNING
MESSAGE = "buổi làm việc {name} đã có thông báo kết luận nhưng chưa ghi {missing}"
HINT = "ghi number, date ở khóa conclusions; thông báo chưa ban hành thì ghi state: held"


def check(ctx: Context) -> Iterator[Found]:
    """Concluded sessions whose thông báo has no number or no day."""
    for item in ctx.ws.of(Session):
        session = item.value
        end = session.conclusions or Conclusions()
        words = (("số", end.number), ("ngày", end.date))
        missing = [word for word, value in words if value is None]
        if session.state == "concluded" and missing:
            args = {"name": named(session.id, session.title), "missing": " và ".join(missing)}
            yield Found(item.at("state"), args)
