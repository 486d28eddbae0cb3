"""Generated tasks and progress reports, as the YAML that an office would type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks import words

from kehoach_cli.vn.dates import Month, format_day
from kehoach_cli.vn.text import roman

ASSIGNED = date(2026, 5, 11)
REPORTED = date(2027, 6, 10)
PERIOD = "2027-h1"
LAST = date(2030, 12, 31)
LEADS = tuple(agency for agency, _, _ in words.DEPARTMENTS)

_MILLION = "triệu đồng"


@dataclass(frozen=True, slots=True)
class MadeTask:
    """A generated task: what reports must know of it, and its YAML as an item of a list."""

    id: str
    lead: str
    last_day: date | None
    allocated_million: int
    yaml: str


def annex_task(number: int, plan: str, partner: str, draw: Random) -> MadeTask:
    """A row of the Phụ lục with all six rõ; some with milestones, money and the partner's part."""
    lead, *support = draw.sample(LEADS, draw.randint(2, 4))
    due, last_day = _due(draw)
    allocated = draw.randint(2, 40) * 50 if draw.random() < 1 / 2 else 0
    lines = [
        f"  - id: {plan}-{number:03d}",
        *_origin(number, draw),
        f"    group: {draw.choice(words.GROUPS)}",
        *_title(draw),
        f"    lead: {lead}",
        f"    support: [{', '.join((*support, partner))}]",
        f"    person: {draw.choice(words.ROOMS)}",
        f"    product: {draw.choice(words.PRODUCTS)}",
        "    approver: ubnd-tinh",
        f"    due: {due}",
        f"    assigned: {ASSIGNED}",
        *_milestones(last_day, draw),
        *([f"    challenge: bt-{draw.randint(1, 8)}"] if draw.random() < 1 / 4 else []),
        *_split(draw),
        *_money(allocated, draw),
    ]
    return MadeTask(f"{plan}-{number:03d}", lead, last_day, allocated, "\n".join(lines) + "\n")


def duty(number: int, plan: str, clause: int, agency: str, draw: Random) -> MadeTask:
    """A duty under the ``clause``-th item of mục III; like most of them without a day."""
    due = draw.choice(("Thường xuyên", "Hằng năm", "Trước ngày 15/12 hằng năm"))
    lines = [
        f"  - id: {plan}-{number:03d}",
        "    kind: duty",
        f"    source: {{clause: III.{clause}}}",
        f"    title: {draw.choice(words.DUTIES)}",
        f"    lead: {agency}",
        f"    due: {due}",
        f"    person: {draw.choice(words.ROOMS)}",
        f"    product: {draw.choice(words.PRODUCTS)}",
        f"    assigned: {ASSIGNED}",
    ]
    return MadeTask(f"{plan}-{number:03d}", agency, None, 0, "\n".join(lines) + "\n")


def report(sender: str, tasks: Sequence[MadeTask], number: int, draw: Random) -> str:
    """The sender's report of the half-year on its tasks."""
    lines = [
        f"sender: {sender}",
        f'period: "{PERIOD}"',
        f"reported: {REPORTED}",
        f"document: {{number: {number}/BC-VP, date: {REPORTED}}}",
        "tasks:",
        *(line for task in tasks for line in _entry(task, draw)),
    ]
    if draw.random() < 1 / 3:
        lines += [
            "difficulties:",
            f"  - id: kk-{tasks[0].id}",
            "    text: Nhân lực chuyên trách còn thiếu so với khối lượng công việc",
            "    to: so-nv",
            "    proposal: Bổ sung biên chế hoặc cho phép thuê dịch vụ",
        ]
    return "\n".join(lines) + "\n"


def _origin(number: int, draw: Random) -> Iterator[str]:
    if number % 20:
        yield "    kind: annex"
        yield "    source: {clause: Phụ lục}"
    else:
        yield "    kind: conclusion"
        yield "    source:"
        yield f"      document: {{number: {draw.randint(10, 400)}/TB-UBND, date: 2026-05-06}}"


def _title(draw: Random) -> Iterator[str]:
    yield "    title: >-"
    yield f"      {draw.choice(words.WORK)} {draw.choice(words.OBJECTS)}"
    yield f"      {draw.choice(words.SCOPES)}"
    if draw.random() < 1 / 3:
        yield f"      trên địa bàn các xã {' và '.join(draw.sample(words.COMMUNES, 2))}"


def _due(draw: Random) -> tuple[str, date]:
    """A due date as typed, and the last day that it means."""
    month = Month(2026, 10).shift(draw.randint(0, 50))
    quarter = (month.month - 1) // 3 + 1
    day = month.first + timedelta(days=draw.randint(9, 27))
    return draw.choice(
        (
            (f"Quý {roman(quarter)}/{month.year}", Month(month.year, quarter * 3).last),
            (f"Tháng {month.month}/{month.year}", month.last),
            (f"Năm {month.year}", date(month.year, 12, 31)),
            (format_day(day), day),
            (f"Trước ngày {format_day(day)}", day - timedelta(days=1)),
            (f"2026 - {month.year + 1}", date(month.year + 1, 12, 31)),
        )
        if month.year < LAST.year
        else ((f"Quý {roman(quarter)}/{month.year}", Month(month.year, quarter * 3).last),)
    )


def _milestones(last_day: date, draw: Random) -> Iterator[str]:
    """Up to two steps, each a month that is over by the last day."""
    days = [last_day - timedelta(days=draw.randint(40, 60) * step) for step in (2, 1)]
    days = [day for day in days if day > ASSIGNED + timedelta(days=60)]
    if days and draw.random() < 1 / 2:
        yield "    milestones:"
        for step, day in zip(words.STEPS, days, strict=False):
            yield f"      - {{text: {_flow(step)}, due: Tháng {day.month}/{day.year}}}"


def _split(draw: Random) -> Iterator[str]:
    yield "    split:"
    yield f"      partner_does: {draw.choice(words.PARTNER_PARTS)}"
    yield f"      province_does: {draw.choice(words.PROVINCE_PARTS)}"


def _money(allocated: int, draw: Random) -> Iterator[str]:
    if allocated:
        yield "    money:"
        yield "      - year: 2027"
        yield "        level: tinh"
        yield f"        kind: {draw.choice(('dau-tu', 'thuong-xuyen', 'khcn-dmst-cds'))}"
        yield f"        source: {draw.choice(words.FUNDS)}"
        yield f"        needed: {_amount(allocated + draw.randint(0, 10) * 50)}"
        yield f"        allocated: {_amount(allocated)}"


def _entry(task: MadeTask, draw: Random) -> Iterator[str]:
    """What is said of one task; who is late says why."""
    is_late = task.last_day is not None and task.last_day < REPORTED
    yield f"  - task: {task.id}"
    if draw.random() < 1 / 3:
        done = REPORTED - timedelta(days=draw.randint(1, 100))
        is_late = task.last_day is not None and task.last_day < done
        yield "    status: done"
        yield "    percent: 100"
        yield f"    done_on: {done}"
        yield "    product:"
        yield f"      - document: {{number: {draw.randint(10, 900)}/QĐ-UBND, date: {done}}}"
    else:
        yield "    status: in-progress"
        yield f"    percent: {draw.randint(1, 9) * 10}"
    yield f"    result: {draw.choice(words.RESULTS)}"
    if is_late:
        yield f"    late_reason: {draw.choice(words.LATE_REASONS)}"
    if task.allocated_million:
        yield f"    spent: {_amount(task.allocated_million // 2)}"


def _amount(million: int) -> str:
    return f"{million:,} {_MILLION}".replace(",", ".")


def _flow(text: str) -> str:
    """Text inside a flow map, where a comma would end it."""
    return f'"{text}"'
