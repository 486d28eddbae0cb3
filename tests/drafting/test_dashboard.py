"""The data of the dashboard: the figures of ``status``, and less for the public."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.drafting.dashboard.audience import OFFICE, Audience, public_of
from kehoach_cli.drafting.dashboard.data import dashboard_data
from kehoach_cli.drafting.dashboard.items import products_of
from kehoach_cli.drafting.questions.brief import brief
from kehoach_cli.drafting.questions.money import money_view
from kehoach_cli.drafting.status_view import status_json, status_view
from kehoach_cli.model.register import INTERNAL_PARTS, InternalPart
from kehoach_cli.model.report import Evidence
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.workspace import load

ROOT = Path(__file__).parents[2]
DAY = date(2027, 12, 14)


def progress_of(folder: str) -> Progress:
    return evaluate(load(ROOT / folder), DAY)


def data_of(progress: Progress, audience: Audience = OFFICE) -> Any:
    return json.loads(json.dumps(dashboard_data(progress.workspace, progress, audience)))


@pytest.fixture(scope="module")
def example() -> Progress:
    return progress_of("examples")


@pytest.fixture(scope="module")
def data(example: Progress) -> Any:
    return data_of(example)


@pytest.mark.parametrize("folder", ["examples", "tests/workspaces/every-state"])
def test_figures_and_assignments_are_those_of_status(folder: str) -> None:
    progress = progress_of(folder)
    ours, status = data_of(progress), json.loads(json.dumps(status_json(progress)))
    assert ours["totals"] == status["totals"]
    assert [(one["id"], one["kind"]) for one in ours["items"]] == [
        (one["id"], one["kind"]) for one in status["items"]
    ]
    keys = ("agency", "role", "state", "last_day", "days_late", "reported")
    for own, theirs in zip(ours["items"], status["items"], strict=True):
        found = [[one.get(key) or None for key in keys] for one in own.get("assignments", [])]
        assert found == [[one[key] or None for key in keys] for one in theirs["assignments"]]


def test_days_left_are_those_of_status(example: Progress, data: Any) -> None:
    status: Any = status_json(example)
    left = [{one["days_left"] for one in item["assignments"]} for item in status["items"]]
    said = [one.get("remaining", "") for one in data["items"]]
    ahead = [(words, days) for words, days in zip(said, left, strict=True) if "còn" in words]
    assert ahead
    for words, days in ahead:
        if len(days) == 1:
            assert words.replace(".", "") == f"còn {max(days)} ngày"


def test_money_by_source_adds_up_to_the_years_of_the_money_command(
    example: Progress, data: Any
) -> None:
    told: Any = money_view(example.workspace, example).data
    sums = {}
    for whole in data["money_years"]:
        parts = [one for one in data["money"] if one["year"] == whole["year"]]
        sums[whole["year"]] = [whole[key] for key in ("needed", "allocated", "spent")]
        for key in ("needed", "allocated", "spent"):
            assert sum(one[key] for one in parts) == whole[key]
    assert sums[told["year"]] == [told["total"][key] for key in ("needed", "allocated", "spent")]


def test_every_row_counts_once_and_every_id_has_its_name(data: Any) -> None:
    assert len({one["key"] for one in data["items"]}) == len(data["items"])
    totals = data["totals"]["assignments"]
    assert sum(row["total"] for row in data["by_agency"]) == totals["total"]
    for code, count in totals["states"].items():
        assert sum(row["states"][code] for row in data["by_agency"]) == count
    named = {one["agency"] for item in data["items"] for one in item.get("assignments", [])}
    named |= {actor for item in data["items"] for actor in item.get("support", [])}
    named |= {one["agency"] for one in data["senders"]} | {
        one["partner"] for one in data["agreements"]
    }
    assert named <= set(data["agencies"])
    known = {one["code"] for one in data["states"]}
    assert {one["state"] for one in data["items"]} <= known


def test_the_overview_says_what_brief_says(example: Progress, data: Any) -> None:
    told = json.loads(json.dumps(brief(example.workspace, example).data))
    first = data["overview"]
    assert first["late"] == told["late"]
    assert first["silent"] == told["silent"]
    assert (first["expected"], len(first["soon"])) == (told["expected"], told["soon"]["count"])
    assert first["has_asked"]
    still_open = [one for one in data["difficulties"] if one.get("is_open")]
    assert sum(row["count"] for row in first["answerers"]) == len(still_open)


def test_a_year_that_has_just_begun_calls_nobody_silent(example: Progress) -> None:
    progress = evaluate(example.workspace, date(2027, 12, 15))
    data = data_of(progress)
    assert data["period"]["id"] == "2028"
    assert data["period"]["reporting"] == {"id": "2027", "label": "năm 2027"}
    assert "has_asked" not in data["overview"]
    said = "".join(map(str, status_view(example.workspace, progress)))
    assert (
        "Năm 2028 tính từ ngày 15/12/2027; đang làm báo cáo năm 2027: thêm --period 2027." in said
    )


def test_a_task_tells_its_history_and_its_evidence_the_latest_first(data: Any) -> None:
    item = next(one for one in data["items"] if one["id"] == "tx-13")
    days = [one["day"] for one in item["history"]]
    assert days == sorted(days, reverse=True)
    said = " ".join(one["text"] for one in item["history"])
    assert "Được gia hạn đến Tháng 9/2027 theo Công văn số 2190/UBND-KGVX" in said
    assert "Đề nghị gia hạn" in said
    assert "(kỳ 2026)" in said
    assert item["original_last_day"] < item["last_day"]
    assert any(one.get("products") for each in data["items"] for one in each.get("assignments", []))


def test_nothing_that_happens_later_is_told() -> None:
    ws = load(ROOT / "examples")
    found = data_of(evaluate(ws, date(2027, 3, 1)))
    days = [
        one["day"] for item in found["items"] for one in item.get("history", []) if "day" in one
    ]
    assert days
    assert max(days) <= "2027-03-01"


def test_only_addresses_of_the_web_become_links() -> None:
    found = products_of([Evidence(link="javascript:alert(1)"), Evidence(news="https://a.vn/tin")])
    assert [one.href for one in found] == [None, "https://a.vn/tin"]


def test_the_public_sees_nothing_internal(example: Progress) -> None:
    settings = example.workspace.settings
    shown = data_of(example, public_of(settings.value if settings else None))
    assert shown["kept_back"] == sorted(INTERNAL_PARTS)
    assert not any(shown[part] for part in ("senders", "difficulties", "proposals", "money"))
    first = shown["overview"]
    assert not {"expected", "silent", "answerers"} & set(first)
    hidden = {"person", "history"}
    assert not any(hidden & set(item) for item in shown["items"])
    parts = [one for item in shown["items"] for one in item.get("assignments", [])]
    assert not any({"late_reason", "invalid_report"} & set(one) for one in parts)
    assert not any("proposals" in one for one in shown["challenges"])
    assert any(one.get("products") for one in parts)
    assert any(one.get("results") for one in shown["agreements"])
    assert not any({"difficulties", "solutions"} & set(one) for one in shown["agreements"])


def test_no_word_of_what_is_internal_reaches_the_public(example: Progress) -> None:
    settings = example.workspace.settings
    public = public_of(settings.value if settings else None)
    text = json.dumps(data_of(example, public), ensure_ascii=False)
    inside = data_of(example)
    words = [one["text"] for one in inside["difficulties"]]
    words += [one.get("proposal", one["text"]) for one in inside["difficulties"]]
    words += [one["title"] for one in inside["proposals"]]
    words += [text for one in inside["agreements"] for text in one.get("difficulties", [])]
    parts = [one for item in inside["items"] for one in item.get("assignments", [])]
    words += [one["late_reason"] for one in parts if "late_reason" in one]
    assert len(words) > 20
    assert [one for one in words if one in text] == []


def words_of(part: InternalPart, inside: Any) -> list[str]:
    """What only this part says, wherever on the site it stands."""
    happened = [one for item in inside["items"] for one in item.get("history", [])]
    given = [one for item in inside["items"] for one in item.get("assignments", [])]
    found: dict[InternalPart, list[str]] = {
        "late-reasons": [one["late_reason"] for one in [*happened, *given] if "late_reason" in one],
        "history": [one["text"] for one in happened],
        "people": [item["person"] for item in inside["items"] if "person" in item],
        "difficulties": [one["text"] for one in inside["difficulties"]],
        "proposals": [one["title"] for one in inside["proposals"]],
    }
    return found[part]


@pytest.mark.parametrize("part", ["late-reasons", "history", "people", "difficulties", "proposals"])
def test_what_alone_is_internal_is_told_nowhere(
    example: Progress, data: Any, part: InternalPart
) -> None:
    text = json.dumps(data_of(example, Audience(frozenset({part}))), ensure_ascii=False)
    words = words_of(part, data)
    assert words
    assert [one for one in words if one in text] == []


def test_what_a_proposal_asks_for_is_told_only_where_money_is(example: Progress, data: Any) -> None:
    kept = data_of(example, Audience(frozenset({"money"})))
    assert any("nguồn lực" in one["title"] for one in data["proposals"])
    assert len(kept["proposals"]) == len(data["proposals"])
    assert not any("nguồn lực" in one["title"] for one in kept["proposals"])


def test_drafts_are_not_counted_where_they_are_internal() -> None:
    progress = evaluate(load(ROOT), date(2026, 11, 21))
    assert progress.items
    shown = data_of(progress, public_of(None))
    assert (shown["plans"], shown["items"], shown["by_agency"]) == ([], [], [])
    assert shown["totals"]["tasks"]["total"] == 0
    assert "soon" not in shown["overview"]
    everything = data_of(progress, Audience())
    assert len(everything["items"]) == len(progress.items)
