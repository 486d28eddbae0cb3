"""Refusals of the models: a place, a Vietnamese sentence part, what would have been accepted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kehoach_cli.diagnostics import Fault
from kehoach_cli.model.faults import faults_of, show
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Agreement, Commitment, Partner
from kehoach_cli.model.plan import Annex, Extension, Plan, Task, TaskFile
from kehoach_cli.model.register import Agency, Challenge, Round, Settings
from kehoach_cli.model.report import Report
from kehoach_cli.model.session import Session
from kehoach_cli.model.shape import slots

MODELS: tuple[type[Entity], ...] = (
    Agency,
    Agreement,
    Annex,
    Challenge,
    Commitment,
    Extension,
    Partner,
    Plan,
    Report,
    Round,
    Session,
    Settings,
    Task,
    TaskFile,
)

MONEY = {"year": "2027", "level": "tinh", "kind": "dau-tu", "source": "ngân sách"}
TASK = {"id": "nv-1", "kind": "duty", "source": {"clause": "II.1"}, "title": "Việc"}


def refused(model: type[Entity], data: object) -> list[Fault]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return faults_of(caught.value, model, "tep.yaml", ("tasks", 0))


def test_an_unknown_key_points_at_itself_and_names_the_nearest() -> None:
    (fault,) = refused(Task, TASK | {"tittle": "Việc"})
    assert fault.kind == "unknown-key"
    assert fault.place.path == ("tasks", 0, "tittle")
    assert fault.place.on == "key"
    assert fault.args["nearest"] == "title"


def test_an_unknown_key_of_a_nested_map_is_compared_with_that_maps_keys() -> None:
    (fault,) = refused(Task, TASK | {"source": {"claus": "II.1"}})
    assert fault.args["nearest"] == "clause"
    assert fault.args["known"] == "clause, document, proposal"


def test_a_missing_key_points_at_its_parent() -> None:
    (fault,) = refused(Task, {key: value for key, value in TASK.items() if key != "title"})
    assert (fault.kind, fault.place.path) == ("missing-key", ("tasks", 0))
    assert fault.args == {"key": "title", "entity": "nv-1"}


@pytest.mark.parametrize(
    ("extra", "path", "got", "expected"),
    [
        ({"title": None}, ("title",), "để trống", "chữ"),
        ({"title": ""}, ("title",), "«»", "ít nhất một chữ"),
        ({"title": ["a"]}, ("title",), "một danh sách", "chữ"),
        ({"title": True}, ("title",), "true", "chữ"),
        ({"lead": "Sở Y tế"}, ("lead",), "«Sở Y tế»", "mã gồm chữ thường"),
        ({"lead": "a" * 99}, ("lead",), "«" + "a" * 60 + "…»", "chuỗi ngắn hơn"),
        ({"kind": "viec"}, ("kind",), "«viec»", "annex, duty, conclusion, proposal"),
        ({"support": "so-yt"}, ("support",), "«so-yt»", "danh sách"),
        ({"source": "II.1"}, ("source",), "«II.1»", "khóa"),
        ({"assigned": "31/6/2026"}, ("assigned",), "«31/6/2026»", "20/7/2026"),
        ({"assigned": ["1"]}, ("assigned",), "một danh sách", "20/7/2026"),
        ({"money": [MONEY | {"needed": "một ít"}]}, ("money", 0, "needed"), "«một ít»", "triệu"),
        ({"money": [MONEY | {"needed": None, "year": "1"}]}, ("money", 0, "year"), "«1»", "2027"),
        ({"split": {"province_money": "có"}}, ("split", "province_money"), "«có»", "true"),
    ],
)
def test_a_wrong_value_says_what_was_expected(
    extra: dict[str, object], path: tuple[str | int, ...], got: str, expected: str
) -> None:
    faults = [fault for fault in refused(Task, TASK | extra) if fault.place.path[2:] == path]
    assert [fault.kind for fault in faults] == ["wrong-value"]
    assert faults[0].args["got"] == got
    assert expected in str(faults[0].args["expected"])


def test_money_without_a_unit_has_a_fault_of_its_own() -> None:
    (fault,) = refused(Task, TASK | {"money": [MONEY | {"needed": "1.500"}]})
    assert (fault.kind, fault.args) == ("money-without-unit", {"key": "needed", "got": "«1.500»"})


def test_a_list_where_a_report_is_needed() -> None:
    (fault,) = refused(Report, [])
    assert fault.kind == "wrong-value"


DATA = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def like(model: type[Entity], depth: int = 3) -> st.SearchStrategy[object]:
    """Data with this model's keys and anything below them."""
    fields = {slot.key: below(slot.child, depth, many=slot.many) for slot in slots(model)}
    return st.fixed_dictionaries({}, optional=fields)


def below(child: type[Entity] | None, depth: int, *, many: bool) -> st.SearchStrategy[object]:
    if child is None or depth == 0:
        return DATA
    one = like(child, depth - 1)
    return (st.lists(one, max_size=2) if many else one) | DATA


@given(st.data())
def test_anything_at_all_is_taken_or_refused_in_vietnamese(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(MODELS))
    value = data.draw(like(model) | DATA)
    kinds = {"unknown-key", "missing-key", "wrong-value", "money-without-unit"}
    assert {fault.kind for fault in faults(model, value)} <= kinds


def faults(model: type[Entity], value: object) -> list[Fault]:
    try:
        model.model_validate(value)
    except ValidationError as error:
        return faults_of(error, model, "tep.yaml", ())
    return []


def all_slots(model: type[Entity], seen: set[type[Entity]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    for slot in slots(model):
        yield slot.key
        if slot.child:
            yield from all_slots(slot.child, seen)


@pytest.mark.parametrize("model", MODELS)
def test_keys_are_english_words_in_lower_case(model: type[Entity]) -> None:
    keys = set(all_slots(model, set()))
    assert all(key.replace("-", "_").isidentifier() and key == key.lower() for key in keys)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "để trống"),
        (False, "false"),
        ({}, "các cặp «khóa: giá trị»"),
        ("hai\n  dòng", "«hai dòng»"),
    ],
)
def test_a_refused_value_is_shown_in_few_words(value: object, shown: str) -> None:
    assert show(value) == shown
