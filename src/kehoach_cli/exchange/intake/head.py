"""The upper part of a Kế hoạch: issuing organ, number, place and day, title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kehoach_cli.exchange.intake.lines import Line, Remark, Surety
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import NUMBER_PATTERN
from kehoach_cli.vn.dates import Month, day_or_none, format_day, month_or_none

_NATION = re.compile(r"CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do.*")
_NUMBER = re.compile(r"Số\s*:?\s*(\d+[A-Za-z]?)?[\s.…_]*/\s*([^\s,;]+)")
_DATE = re.compile(
    r"(?P<place>[^\d,:/]{2,60}), ?ngày[\s.…_]*(?P<day>\d{1,2})?[\s.…_]*"
    r"tháng[\s.…_]*(?P<month>\d{1,2})?[\s.…_]*năm[\s.…_]*(?P<year>\d{4})?"
)
_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")
_YEAR = re.compile(r"năm (\d{4})")


@frozen
class Head:
    """What the head says; "" and None for what it leaves open."""

    issuer: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    day: date | Month | None = None
    title: str = ""
    period: str = ""
    remarks: tuple[Remark, ...] = ()


def read_head(lines: Sequence[Line], title: Sequence[Line]) -> Head:
    """The head; a number without a figure and a day without one are left open, not guessed."""
    whole = " ".join(line.text for line in lines)
    number, dated = _NUMBER.search(whole), _DATE.search(_NUMBER.sub(" ", whole))
    place = dated["place"].strip() if dated else ""
    day = _day(dated) if dated else None
    said = " ".join(line.text for line in title)
    period, surety = _period(said, day)
    cited = f"{number[1]}/{number[2]}" if number and number[1] else ""
    known = cited if re.fullmatch(NUMBER_PATTERN, cited) else ""
    head = Head(
        issuer=_issuer(lines),
        number=known,
        symbol=number[2] if number else "",
        place=_NATION.sub("", place).strip(),
        day=day,
        title=said,
        period=period,
    )
    return _with_remarks(head, surety, title)


def _issuer(lines: Sequence[Line]) -> str:
    """What stands above the number, without quốc hiệu and tiêu ngữ."""
    said: list[str] = []
    for line in lines:
        if _NUMBER.search(line.text):
            break
        words = _NATION.sub("", line.text).strip(" -–_*")
        if words and not _DATE.search(words):
            said.append(words)
    return " ".join(said)


def _day(found: re.Match[str]) -> date | Month | None:
    day, month, year = found["day"], found["month"], found["year"]
    if not (month and year):
        return None
    if day:
        return day_or_none(int(year), int(month), int(day))
    return month_or_none(int(year), int(month))


def _period(title: str, day: date | Month | None) -> tuple[str, Surety]:
    if years := _YEARS.search(title):
        return f"{years[1]} - {years[2]}", Surety.SURE
    if year := _YEAR.search(title):
        return year[1], Surety.LIKELY
    return (str(day.year), Surety.UNSURE) if day else ("", Surety.OPEN)


def _with_remarks(head: Head, surety: Surety, title: Sequence[Line]) -> Head:
    where = title[0].where if title else ""
    remarks = (*_said(head), Remark(surety, "giai đoạn", head.period or "chưa rõ", where))
    return Head(
        head.issuer,
        head.number,
        head.symbol,
        head.place,
        head.day,
        head.title,
        head.period,
        remarks,
    )


def _said(head: Head) -> Iterator[Remark]:
    match head.day:
        case date():
            day, surety = format_day(head.day), Surety.SURE
        case Month():
            day, surety = f"tháng {head.day.month}/{head.day.year}, chưa ghi ngày", Surety.SURE
        case None:
            day, surety = "chưa ghi", Surety.OPEN
    blank = f"chưa ghi số (…/{head.symbol})" if head.symbol else "chưa ghi"
    is_read = head.number or head.symbol  # «Số:      /KH-UBND» is read: it is blank
    yield Remark(Surety.SURE if is_read else Surety.OPEN, "số", head.number or blank)
    yield Remark(surety, "ngày ban hành", day)
    yield Remark(
        Surety.SURE if head.title else Surety.OPEN, "trích yếu", head.title or "không thấy"
    )
