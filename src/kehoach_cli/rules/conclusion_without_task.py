"""Việc giao trong thông báo kết luận mà chưa thành nhiệm vụ.

Vì sao: kết luận đã ban hành nhưng việc giao không có trong danh mục nhiệm vụ thì không ai theo dõi,
không vào báo cáo.

Cách sửa: thêm nhiệm vụ (kind: conclusion, source.document là thông báo kết luận) vào tasks.yaml rồi
ghi mã của nó ở khóa task của việc được giao.

Căn cứ: docs/data-model.md (tệp sessions).

Sai: thông báo đã có số, việc giao cho Sở Y tế chưa có nhiệm vụ.

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: concluded
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions:
      number: 30/TB-UBND
      date: 2027-05-25
      assignments:
        - {agency: so-yt, text: Lập danh mục dữ liệu y tế}  # <- KH518

Suýt nhầm: thông báo còn là dự thảo, chưa có số.

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: held
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions:
      assignments:
        - {agency: so-yt, text: Lập danh mục dữ liệu y tế}

Đúng:

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: concluded
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions:
      number: 30/TB-UBND
      date: 2027-05-25
      assignments:
        - {agency: so-yt, text: Lập danh mục dữ liệu y tế, task: kl-01}
    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: kl-01
        kind: conclusion
        source: {document: {type: Thông báo, number: 30/TB-UBND, date: 2027-05-25}}
        title: Lập danh mục dữ liệu y tế
        lead: so-yt
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.session import Session
from kehoach_cli.rules.base import Context

CODE = "KH518"
NAME = "conclusion-without-task"
SEVERITY = Severity.WARNING
MESSAGE = "việc giao {agency} trong Thông báo số {number} chưa có nhiệm vụ: «{text}»"
HINT = "thêm nhiệm vụ với kind: conclusion và source.document số {number}, ghi mã ở khóa task"


def check(ctx: Context) -> Iterator[Found]:
    """Assignments of issued conclusions that name no task."""
    for item in ctx.ws.of(Session):
        end = item.value.conclusions
        if end is None or end.number is None:
            continue
        for index, one in enumerate(end.assignments):
            if one.task is None:
                args = {
                    "agency": short_name_of(ctx.ws, one.agency),
                    "number": end.number,
                    "text": one.text,
                }
                yield Found(item.at("conclusions", "assignments", index), args)
