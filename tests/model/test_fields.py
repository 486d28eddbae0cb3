"""Single fields: what is taken, and that nothing is taken for something else."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kehoach_cli.model import fields
from kehoach_cli.model.plan import DutyBlock, Task
from kehoach_cli.model.register import Settings
from kehoach_cli.model.shape import keys_at, references
from kehoach_cli.model.status import STATES, STATUSES, state_of
from kehoach_cli.vn.dates import Month


def read(kind: Any, value: object) -> object:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (fields.Day, "20/7/2026", date(2026, 7, 20)),
        (fields.Day, "2026-07-20", date(2026, 7, 20)),
        (fields.DayOrMonth, "2026-07", Month(2026, 7)),
        (fields.Years, "2026 - 2030", fields.YearRange(2026, 2030)),
        (fields.Years, "2026–2030", fields.YearRange(2026, 2030)),
        (fields.Years, "2026", fields.YearRange(2026, 2026)),
        (fields.Dong, "1.500 triệu đồng", 1_500_000_000),
        (fields.Percent, "100", 100),
        (fields.Year, "2027", 2027),
        (fields.DocumentNumber, "0155/KH-UBND", "0155/KH-UBND"),
        (fields.DeclaredStatus, "done", STATUSES["done"]),
    ],
)
def test_takes(kind: object, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (fields.Day, "30/2/2026"),
        (fields.Day, "20/7/26"),
        (fields.Day, None),
        (fields.DayOrMonth, "2026"),
        (fields.Years, "2030 - 2026"),
        (fields.Years, "0000"),
        (fields.Percent, "101"),
        (fields.Percent, "50%"),
        (fields.Percent, "1_0"),
        (fields.Percent, "9" * 5000),
        (fields.Percent, "٣"),
        (fields.Year, "1999"),
        (fields.DocumentNumber, "KH-UBND"),
        (fields.DocumentNumber, "12/KH UBND"),
        (fields.Actor, "Sở Y tế"),
        (fields.Actor, "so--yt"),
        (fields.Words, "  "),
        (fields.Flag, "true"),
        (fields.DeclaredStatus, "xong"),
        (fields.DeclaredStatus, True),
    ],
)
def test_refuses(kind: object, value: object) -> None:
    with pytest.raises(ValidationError):
        read(kind, value)


@pytest.mark.parametrize("kind", [fields.Year, fields.Percent, fields.DayOfMonth, fields.Count])
@given(text=st.from_regex("[0-9]{1,13}|[-+ ]?[0-9]{1,3}[ .]?", fullmatch=True))
@example("0")
@example("028")
@example("0000")
@example("00000")
@example("1000")
@example("2999")
@example("1000000000")
def test_editors_take_the_digits_that_we_take(kind: Any, text: str) -> None:
    adapter = TypeAdapter(kind)
    try:
        adapter.validate_python(text)
    except ValidationError:
        taken = False
    else:
        taken = True
    pattern = adapter.json_schema()["pattern"]
    assert bool(re.search(pattern, text, re.ASCII)) == taken


def test_a_year_range_prints_as_documents_do() -> None:
    years = fields.YearRange(2026, 2030)
    assert (str(years), years.first, years.last) == (
        "2026 - 2030",
        date(2026, 1, 1),
        date(2030, 12, 31),
    )
    assert str(fields.YearRange(2026, 2026)) == "2026"


TASK = Task.model_validate(
    {
        "id": "nv-1",
        "kind": "annex",
        "source": {"clause": "PL"},
        "title": "Việc",
        "support": ["so-tc", "so-yt"],
        "others": [{"agency": "vp", "role": "tham mưu"}, {"agency": "so-tc", "role": "tham gia"}],
        "challenge": "bt-1",
    }
)


def test_references_are_found_with_their_paths() -> None:
    assert {(ref.kind, ref.id, ref.path) for ref in references(TASK)} == {
        ("actor", "so-tc", ("support", 0)),
        ("actor", "so-yt", ("support", 1)),
        ("actor", "vp", ("others", 0, "agency")),
        ("actor", "so-tc", ("others", 1, "agency")),
        ("challenge", "bt-1", ("challenge",)),
    }


def test_references_inside_models_that_hold_themselves() -> None:
    block = DutyBlock.model_validate({"agency": "a", "nested": ["b", {"agency": "c"}]})
    assert {ref.path for ref in references(block)} == {
        ("agency",),
        ("nested", 0, "agency"),
        ("nested", 1, "agency"),
    }


def test_holders_are_the_lead_or_else_the_others() -> None:
    assert TASK.holders == (("vp", "tham mưu"), ("so-tc", "tham gia"))
    led = TASK.model_copy(update={"lead": "so-yt"})
    assert led.holders == (("so-yt", "chủ trì"),)
    assert led.actors == ("so-yt", "so-tc", "vp")


def test_keys_at_follows_the_data() -> None:
    assert "prepared_by" not in keys_at(Task, ())
    assert keys_at(Task, ("money", 0))[:2] == ("year", "level")
    assert keys_at(Task, ("title", "x")) == ()


def test_calendar_is_a_name_or_written_out() -> None:
    base = {
        "schema": "1",
        "province": {"name": "Mẫu", "code": "00", "place": "Mẫu"},
        "focal": "a",
        "issuer": "b",
    }
    assert Settings.model_validate(base).calendar.name == "nd09-2019"
    assert Settings.model_validate(base | {"calendar": "khac"}).calendar.name == "khac"
    written = Settings.model_validate(base | {"calendar": {"closing_day": "20"}})
    assert written.calendar.closing_day == 20


@pytest.mark.parametrize("code", list(STATUSES))
@pytest.mark.parametrize("has_last_day", [True, False])
@pytest.mark.parametrize("is_past", [True, False])
@pytest.mark.parametrize("is_done_late", [True, False])
def test_every_declaration_leads_to_one_state(
    code: str,
    has_last_day: bool,  # noqa: FBT001
    is_past: bool,  # noqa: FBT001
    is_done_late: bool,  # noqa: FBT001
) -> None:
    status = STATUSES[code]
    state = state_of(status, has_last_day=has_last_day, is_past=is_past, is_done_late=is_done_late)
    assert state in STATES
    assert state.is_done == status.is_done
    assert not state.is_silent


def test_nothing_received_is_a_state_of_its_own() -> None:
    state = state_of(None, has_last_day=True, is_past=True, is_done_late=False)
    assert state.is_silent
    assert not state.is_late
