"""Types of single fields: ids and what they refer to, days, money, years; converted strictly.

The loader yields text, lists, maps and null/true/false only, so each field reads its own text and
``1.10`` or ``092`` stay what was typed. A refused value carries what would have been accepted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from datetime import date
from functools import partial
from typing import Annotated, NewType

from pydantic import BaseModel, BeforeValidator, ConfigDict, StrictBool
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kehoach_cli.frozen import frozen
from kehoach_cli.model import written
from kehoach_cli.model.status import STATUSES, Status
from kehoach_cli.vn.dates import Month, parse_day, parse_month
from kehoach_cli.vn.money import MoneyError, parse_money

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NUMBER_PATTERN = r"^0*[1-9]\d*[A-Za-z]?/[^\s/]+$"
SYMBOL_PATTERN = r"^[^\s/]+$"
WORDS_PATTERN = r"\S"
LETTER_PATTERN = r"^[a-zđ]$"
PERIOD_PATTERN = r"^\d{4}(-(h[12]|9m|q[1-4]|0[1-9]|1[0-2]))?$"
PROVINCE_PATTERN = r"^\d{2}$"
HASH_PATTERN = r"^[0-9a-f]{64}$"

EXPECTED_BY_PATTERN = {
    ID_PATTERN: "mã gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ so-khcn",
    NUMBER_PATTERN: "số và ký hiệu của văn bản, ví dụ 123/KH-UBND",
    SYMBOL_PATTERN: "ký hiệu viết liền, ví dụ SKHCN",
    WORDS_PATTERN: "ít nhất một chữ",
    LETTER_PATTERN: "một chữ cái, ví dụ đ",
    PERIOD_PATTERN: "kỳ báo cáo, ví dụ 2027, 2027-h1, 2027-9m, 2027-q3 hoặc 2027-06",
    PROVINCE_PATTERN: "mã tỉnh gồm hai chữ số, ví dụ 66",
    HASH_PATTERN: "dấu vân tay gồm 64 chữ số và chữ từ a đến f",
}

_RANGE = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


class Entity(BaseModel):
    """Base of all models: frozen, and an unknown key is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


@frozen
class Text:
    """Marks a field as text of that pattern.

    This and what follows tell pydantic what it would work out of ``Field``, ``PlainValidator`` and
    ``WithJsonSchema`` anew for each field, which takes a start four times as long.
    """

    pattern: str
    shortest: int | None = None
    longest: int | None = None

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """What pydantic asks for."""
        return core_schema.str_schema(
            pattern=self.pattern, min_length=self.shortest, max_length=self.longest
        )


@frozen
class Ref:
    """Marks a field as the id of something of that kind."""

    kind: str

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """What pydantic asks for: all ids are of one form."""
        return _ID.__get_pydantic_core_schema__()


@frozen
class Reading:
    """Says what reads the value of a field, and how it is typed (``model.written``)."""

    read: Callable[[object], object]
    typed: written.Schema = field(compare=False)

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """What pydantic asks for."""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, *_: object) -> written.Schema:
        """What pydantic asks for where editors want to know."""
        return {**self.typed}


@frozen(order=True)
class YearRange:
    """Whole calendar years, both ends included."""

    first_year: int
    last_year: int

    @property
    def first(self) -> date:
        """The first day of the first year."""
        return date(self.first_year, 1, 1)

    @property
    def last(self) -> date:
        """The last day of the last year."""
        return date(self.last_year, 12, 31)

    def __str__(self) -> str:
        """As documents print it: «2026 - 2030», a single year alone."""
        if self.first_year == self.last_year:
            return str(self.first_year)
        return f"{self.first_year} - {self.last_year}"


def _refuse(expected: str, got: object) -> PydanticCustomError:
    return PydanticCustomError("expected", "expected", {"expected": expected, "got": got})


def _read_day(value: object) -> date:
    day = parse_day(value) if isinstance(value, str) else None
    if day is None:
        raise _refuse("một ngày, ví dụ 20/7/2026 hoặc 2026-07-20", value)
    return day


def _read_day_or_month(value: object) -> date | Month:
    found = (parse_day(value) or parse_month(value)) if isinstance(value, str) else None
    if found is None:
        raise _refuse("một ngày hoặc một tháng, ví dụ 2026-07-20 hoặc 2026-07", value)
    return found


def _read_money(value: object) -> int:
    if not isinstance(value, str):
        raise _refuse("số tiền kèm đơn vị, ví dụ 1.500 triệu đồng", value)
    try:
        return parse_money(value)
    except MoneyError as error:
        if error.kind == "no-unit":
            raise PydanticCustomError("money-without-unit", "no unit", {"got": value}) from error
        raise _refuse("số tiền kèm đơn vị, ví dụ 1.500 triệu đồng", value) from error


def _integer(low: int, high: int, digits: str, expected: str) -> Reading:
    """What reads whole numbers within both ends; ``digits``: the pattern of just these."""

    def read(value: object) -> int:
        if isinstance(value, str) and value.isascii() and value.isdigit():
            number = int(value) if len(value) < len(str(high)) + 3 else high + 1
            if low <= number <= high:
                return number
        raise _refuse(expected, value)

    return Reading(read, written.integer(low, high, digits))


def _read_years(value: object) -> YearRange:
    match = _RANGE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise _refuse("một năm hoặc một giai đoạn, ví dụ 2026 - 2030", value)
    years = YearRange(int(match[1]), int(match[2] or match[1]))
    if years.first_year > years.last_year or years.first_year == 0:
        raise _refuse("giai đoạn có năm đầu không sau năm cuối", value)
    return years


def _read_status(value: object) -> Status:
    status = STATUSES.get(value) if isinstance(value, str) else None
    if status is None:
        raise _refuse("một trong: " + ", ".join(STATUSES), value)
    return status


ActorId = NewType("ActorId", str)
PlanId = NewType("PlanId", str)
TaskId = NewType("TaskId", str)
CommitmentId = NewType("CommitmentId", str)
ChallengeId = NewType("ChallengeId", str)
PeriodId = NewType("PeriodId", str)
ProposalId = NewType("ProposalId", str)
DifficultyId = NewType("DifficultyId", str)
LetterId = NewType("LetterId", str)

_ID = Text(ID_PATTERN, longest=80)

OwnId = Annotated[str, _ID]
Actor = Annotated[ActorId, Ref("actor")]
PlanRef = Annotated[PlanId, Ref("plan")]
TaskRef = Annotated[TaskId, Ref("task")]
CommitmentRef = Annotated[CommitmentId, Ref("commitment")]
ChallengeRef = Annotated[ChallengeId, Ref("challenge")]
ProposalRef = Annotated[ProposalId, Ref("proposal")]
DifficultyRef = Annotated[DifficultyId, Ref("difficulty")]
LetterRef = Annotated[LetterId, Ref("letter")]

Words = Annotated[str, Text(WORDS_PATTERN, shortest=1)]
DocumentNumber = Annotated[str, Text(NUMBER_PATTERN, longest=60)]
Symbol = Annotated[str, Text(SYMBOL_PATTERN, longest=40)]
Flag = StrictBool
Day = Annotated[date, Reading(_read_day, written.DAY)]
DayOrMonth = Annotated[date | Month, Reading(_read_day_or_month, written.DAY_OR_MONTH)]
Dong = Annotated[int, Reading(_read_money, written.MONEY)]
Years = Annotated[YearRange, Reading(_read_years, written.YEARS)]
Year = Annotated[int, _integer(2000, 2999, "2[0-9]{3}", "một năm, ví dụ 2027")]
Percent = Annotated[
    int, _integer(0, 100, "[1-9]?[0-9]|100", "phần trăm từ 0 đến 100, không kèm dấu %")
]
DayOfMonth = Annotated[
    int, _integer(1, 28, "[1-9]|1[0-9]|2[0-8]", "một ngày trong tháng, từ 1 đến 28")
]
Count = Annotated[int, _integer(0, 10**9, "[0-9]{1,9}|10{9}", "một số nguyên không âm")]
DeclaredStatus = Annotated[Status, Reading(_read_status, {"enum": list(STATUSES)})]


def written_short(key: str) -> BeforeValidator:
    """Lets a map of which only ``key`` is given be written as that value alone."""
    return BeforeValidator(partial(_as_map, key))


def _as_map(key: str, value: object) -> object:
    return {key: value} if isinstance(value, str) else value
