"""Mã không có ai khai báo.

Vì sao: mã lạ thì không biết việc của ai, thuộc kế hoạch hay cam kết nào; số liệu và văn bản in ra
sẽ thiếu hoặc sai.

Cách sửa: sửa mã theo gợi ý, hoặc khai báo nó ở đúng tệp. Mã khai báo trong tệp hay mục đang có lỗi
thì không bị coi là lạ.

Căn cứ: docs/data-model.md.

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh
      prepared_by: so-y-te  # <- KH101
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: mã được khai báo trong một mục có lỗi khác.

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh
      compiled_by: so-khcn
      source: {plan: mau}
    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Rà soát danh mục dữ liệu
        lead: so-khcn
        challenge: bt-1

Suýt nhầm: báo cáo của kỳ đã chốt nói về nhiệm vụ mà văn bản sửa đổi đã bỏ.

    # data/plans/mau/progress/2026/so-tc.yaml
    sender: so-tc
    period: "2026"
    reported: 2026-12-10
    tasks:
      - {task: pl-9, status: in-progress}
    # data/plans/mau/closings.yaml
    - period: "2026"
      closed: 2026-12-20
      fingerprint: 630eb17caa8c0aa9c26a87a1c45ae00148c13e09c5d31c9f92508603ff07588a
    # data/plans/mau/amendments.yaml
    - id: sua-doi-1
      kind: amend
      number: 44/KH-UBND
      date: 2027-03-09
      changes: [{clause: "Phụ lục, nhiệm vụ 2", old: Xây dựng trạm dữ liệu}]

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh
      prepared_by: so-yt
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.register import Agency
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.period import CALENDARS
from kehoach_cli.vn.text import nearest

CODE = "KH101"
NAME = "unknown-id"
SEVERITY = Severity.ERROR
MESSAGE = {
    "actor": "không có cơ quan, đơn vị, đối tác nào mang mã «{id}»",
    "plan": "không có kế hoạch nào mang mã «{id}»",
    "task": "không có nhiệm vụ nào mang mã «{id}»",
    "commitment": "không có cam kết nào mang mã «{id}»",
    "challenge": "không có bài toán lớn nào mang mã «{id}»",
    "proposal": "không có đề xuất nào mang mã «{id}»",
    "difficulty": "không có khó khăn, vướng mắc nào mang mã «{id}»",
    "letter": "không có công văn nào trong sổ mang mã «{id}»",
    "calendar": "không có lịch chốt số liệu nào tên là «{id}»",
}
HINT = {
    "actor": "khai báo trong data/agencies.yaml, data/communes.yaml hoặc data/partners",
    "plan": "mã kế hoạch là tên thư mục trong data/plans",
    "task": "khai báo trong tasks.yaml của kế hoạch; nhiệm vụ đã thôi giao thì bỏ chỗ nhắc đến nó",
    "commitment": "khai báo trong tệp của đối tác ở data/partners",
    "challenge": "khai báo trong data/challenges.yaml",
    "proposal": "đề xuất phải có trong một báo cáo ở thư mục progress",
    "difficulty": "khó khăn, vướng mắc phải có trong một báo cáo ở thư mục progress",
    "letter": "khai báo trong letters.yaml của kế hoạch",
    "calendar": "các lịch có sẵn: " + ", ".join(CALENDARS),
}

_PARTNERS = r"data/partners/[^/]+\.yaml"
_DECLARED_IN = {
    "actor": re.compile(rf"data/(agencies|communes)\.yaml|{_PARTNERS}"),
    "plan": re.compile(r"data/plans/[^/]+/plan\.yaml"),
    "task": re.compile(r"data/plans/[^/]+/tasks\.yaml"),
    "commitment": re.compile(_PARTNERS),
    "challenge": re.compile(r"data/challenges\.yaml"),
    "proposal": re.compile(r"data/plans/[^/]+/progress/.+\.yaml"),
    "difficulty": re.compile(r"data/plans/[^/]+/progress/.+\.yaml"),
    "letter": re.compile(r"data/plans/[^/]+/letters\.yaml"),
}
_MOST_GUESSES = 20
_MOST_CHOICES = 5000


def check(ctx: Context) -> Iterator[Found]:
    """Every id that nothing in the workspace declares, nor any file or entry that is broken."""
    yield from _calendar(ctx)
    for kind, pattern in _DECLARED_IN.items():
        facts = ctx.facts
        unknown = [one for one in facts.dangling if one.kind == kind and one.id not in facts.broken]
        if not unknown or any(pattern.fullmatch(path) for path in facts.unread):
            continue
        guess = _guesser(ctx, kind)
        for one in unknown:
            yield Found(one.place, {"reason": kind, "id": one.id, "nearest": guess(one.id)})


def _calendar(ctx: Context) -> Iterator[Found]:
    settings = ctx.ws.settings
    if settings is None:
        return
    calendar = settings.value.calendar
    if calendar.closing_day is None and calendar.name and calendar.name not in CALENDARS:
        guess = nearest(calendar.name, CALENDARS) or ""
        args = {"reason": "calendar", "id": calendar.name, "nearest": guess}
        yield Found(settings.at("calendar", "name"), args)


def _guesser(ctx: Context, kind: str) -> Callable[[str], str]:
    """A function from an unknown id to the known one that was likely meant, or "".

    Only the first few ids are guessed at, and none among thousands: it takes time.
    """
    known = ctx.facts.declared.get(kind, ())
    labels = {key: key for key in known}
    for key, item in ctx.ws.index[kind].items():
        labels |= dict.fromkeys(_labels(item.value), key)
    asked: dict[str, str] = {}

    def guess(wanted: str) -> str:
        if wanted not in asked and len(asked) < _MOST_GUESSES and len(known) <= _MOST_CHOICES:
            found = nearest(wanted, known) or nearest(wanted.replace("-", " "), labels)
            asked[wanted] = labels[found] if found else ""
        return asked.get(wanted, "")

    return guess


def _labels(entity: Entity) -> tuple[str, ...]:
    """The names by which an actor is also known."""
    match entity:
        case Agency(name=name, short=short, symbol=symbol, aliases=aliases):
            return tuple(label for label in (name, short, symbol, *aliases) if label)
        case Partner(name=name, short=short, aliases=aliases):
            return tuple(label for label in (name, short, *aliases) if label)
        case PartnerUnit(name=name, aliases=aliases):
            return (name, *aliases)
        case _:
            return ()
