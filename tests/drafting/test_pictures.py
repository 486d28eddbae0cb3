"""Pictures carry the figures of the tables, of the prose and of ``status --format json``."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.blocks import Paragraph, Picture, Role, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.markup import Directive
from kehoach_cli.document.picture_words import caption_line, in_words
from kehoach_cli.document.pictures import Bar, Bars, Lane, Timeline
from kehoach_cli.drafting import vocabulary
from kehoach_cli.drafting.directives import blocks_of
from kehoach_cli.drafting.picture_parts import PAGE_MM, in_parts
from kehoach_cli.drafting.pictures import PICTURES, WITH_PICTURES
from kehoach_cli.drafting.report_document import report_document
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.status_view import status_json
from kehoach_cli.drafting.templates import load_template
from kehoach_cli.errors import TemplateError
from kehoach_cli.model.register import Agency
from kehoach_cli.model.status import STATES
from kehoach_cli.progress import Item, Progress, assignments_of, evaluate
from kehoach_cli.workspace import load

if TYPE_CHECKING:
    from kehoach_cli.document.frame import Document

ROOT = Path(__file__).parents[2]
WORKSPACES = {
    "examples": (ROOT / "examples", date(2027, 12, 20)),
    "every-state": (ROOT / "tests" / "workspaces" / "every-state", date(2027, 12, 18)),
}


@cache
def figures(name: str) -> Progress:
    root, day = WORKSPACES[name]
    return evaluate(load(root), day, period="2027")


@dataclass
class Told:
    """A report with its pictures."""

    progress: Progress
    document: Document = field(init=False)

    def __post_init__(self) -> None:
        ws = self.progress.workspace
        self.document = report_document(ws, self.progress, params=WITH_PICTURES)

    @cached_property
    def pictures(self) -> list[Picture]:
        return [one for one in self.document.blocks if isinstance(one, Picture)]

    @cached_property
    def tables(self) -> dict[str, Table]:
        return {one.name: one for one in self.document.blocks if isinstance(one, Table)}

    @cached_property
    def prose(self) -> list[str]:
        return [plain(one.inlines) for one in self.document.blocks if isinstance(one, Paragraph)]

    def bars(self, name: str) -> list[Bar]:
        drawings = [one.drawing for one in self.pictures if one.name == name]
        return [bar for one in drawings if isinstance(one, Bars) for bar in one.bars]

    def lanes(self, name: str) -> list[Lane]:
        drawings = [one.drawing for one in self.pictures if one.name == name]
        return [lane for one in drawings if isinstance(one, Timeline) for lane in one.lanes]


@pytest.fixture(scope="module", params=WORKSPACES)
def told(request: pytest.FixtureRequest) -> Told:
    return Told(figures(request.param))


def test_bars_by_agency_have_the_rows_of_their_table(told: Told) -> None:
    """All communes are one bar, which is the sum of their rows."""
    table = told.tables["theo-don-vi"]
    columns = [column.key for column in table.columns]
    states = [columns.index(state.code) for state in STATES]
    printed: Counter[tuple[str, str]] = Counter()
    ws = told.progress.workspace
    communes = {
        one.short or one.name
        for one in ws.actors.values()
        if isinstance(one, Agency) and one.kind == "commune"
    }
    for row in table.rows:
        texts = [cell_text(cell) for cell in row.cells]
        is_commune = texts[1] in communes or texts[1].startswith("UBND các xã, phường")
        for state, column in zip(STATES, states, strict=True):
            printed["xã, phường" if is_commune else texts[1], state.label] += int(texts[column])
    drawn: Counter[tuple[str, str]] = Counter()
    for bar in told.bars("theo-don-vi"):
        name = "xã, phường" if bar.label.startswith("UBND các xã, phường") else bar.label
        for state, count in zip(STATES, bar.counts, strict=True):
            drawn["xã, phường" if name in communes else name, state.label] += count
    assert +drawn == +printed


def test_bars_by_agency_add_up_to_the_assignments(told: Told) -> None:
    *bars, whole = told.bars("theo-don-vi")
    assert whole.is_total
    assert whole.counts == tuple(map(sum, zip(*(bar.counts for bar in bars), strict=True)))
    expected = Counter(one.state.code for one in assignments_of(told.progress.tasks))
    assert whole.counts == tuple(expected[state.code] for state in STATES)
    assert whole.whole == len(assignments_of(told.progress.tasks))


def test_bars_by_plan_are_what_the_prose_says(told: Told) -> None:
    text = " ".join(told.prose).lower()
    *bars, whole = told.bars("theo-ke-hoach")
    for bar in bars:
        parts = [
            f"{count:02d} {state.label}"
            for state, count in zip(STATES, bar.counts, strict=True)
            if count
        ]
        assert f"{bar.whole:02d} {bar.label.lower()}: {'; '.join(parts)}" in text
    assert whole.counts == tuple(map(sum, zip(*(bar.counts for bar in bars), strict=True)))
    for state, count in zip(STATES, whole.counts, strict=True):
        if count:
            assert f"{state.label}: {count:02d} nhiệm vụ" in text


def test_the_words_of_the_pictures_are_the_figures_of_the_status(told: Told) -> None:
    totals: Any = status_json(told.progress)["totals"]
    for name, counted in (("theo-ke-hoach", "tasks"), ("theo-don-vi", "assignments")):
        picture = [one for one in told.pictures if one.name == name][-1]
        said = in_words(picture.drawing)[-1]
        found = {label: int(count) for count, label in re.findall(r"(\d+) ([^;.]+)", said)}
        whole = found.pop(next(label for label in found if "gồm" in label), None)
        first = re.search(r"gồm (\d+) ([^;.]+)", said)
        assert first is not None
        found[first[2]] = int(first[1])
        states = {state.label: totals[counted]["states"][state.code] for state in STATES}
        assert whole == totals[counted]["total"]
        assert found == {label: count for label, count in states.items() if count}


def test_lanes_have_the_days_and_states_of_the_items(told: Told) -> None:
    """Every task with a last day has its lane, unless there are too many for three pages."""
    dated = {item.id: item for item in told.progress.tasks if item.last_day}
    duties = {key for key, item in dated.items() if item.kind == "duty"}
    for name, ids in (
        ("thoi-gian-nhiem-vu", set(dated) - duties),
        ("thoi-gian-trach-nhiem", duties),
    ):
        lanes = told.lanes(name)
        ends = Counter((end.day, end.series.label) for lane in lanes for end in lane.ends)
        items = [item for item in told.progress.tasks if item.id in ids]
        known = Counter((item.last_day, item.state.label) for item in items if item.last_day)
        assert not ends - known
        if len(lanes) < 45:
            assert not known - ends
        first = [lane.original for lane in lanes if lane.original]
        moved = {item.original_last_day for item in items if item.extension}
        assert set(first) <= moved


def test_lanes_bear_the_numbers_of_their_table(told: Told) -> None:
    rows = [row for row in told.tables["nhiem-vu"].rows if not row.group]
    printed = {cell_text(row.cells[0]): cell_text(row.cells[1]) for row in rows}
    for lane in told.lanes("thoi-gian-nhiem-vu"):
        number, _, title = lane.label.partition(". ")
        assert printed[number.partition(" – ")[0]].rstrip(".") == title


def test_the_pictures_stand_in_an_annex_that_the_text_names(told: Told) -> None:
    assert [one.number for one in told.pictures] == list(range(1, len(told.pictures) + 1))
    titles = [
        plain(one.inlines)
        for one in told.document.blocks
        if isinstance(one, Paragraph) and one.role is Role.ANNEX_TITLE
    ]
    assert titles[-1] == "BIỂU ĐỒ TÌNH HÌNH THỰC HIỆN"
    assert any(re.fullmatch(r"Biểu đồ .* tại Phụ lục [IVX]+\.", line) for line in told.prose)


def test_without_asking_there_is_no_picture_and_no_word_of_one(told: Told) -> None:
    plainly = report_document(told.progress.workspace, told.progress)
    assert not any(isinstance(one, Picture) for one in plainly.blocks)
    kept = [one for one in told.document.blocks if not isinstance(one, Picture)]
    texts = [plain(one.inlines) for one in plainly.blocks if isinstance(one, Paragraph)]
    assert "Biểu đồ" not in "".join(texts)
    assert len(kept) - len(plainly.blocks) == 5  # the sentence, a break and the annex's three lines


def test_only_late_and_near_tasks_are_drawn_where_there_are_very_many() -> None:
    told = Told(figures("examples"))
    lanes = told.lanes("thoi-gian-nhiem-vu")
    tasks = {item.id: item for item in told.progress.tasks if item.kind != "duty"}
    late = [item for item in tasks.values() if item.last_day and _is_late(item, told.progress.day)]
    drawn = [end.day for lane in lanes for end in lane.ends]
    assert len(lanes) == 45
    assert not Counter(item.last_day for item in late) - Counter(drawn)
    assert (
        "có thời hạn hoặc có mốc (45/57 nhiệm vụ, ưu tiên quá hạn rồi gần đến hạn), phần 1/"
        in caption_line(next(one for one in told.pictures if one.name == "thoi-gian-nhiem-vu"))
    )


def _is_late(item: Item, day: date) -> bool:
    is_open = item.state.is_running or item.state.is_silent
    return is_open and item.last_day is not None and item.last_day < day


def test_before_the_period_begins_only_what_is_to_come_is_drawn() -> None:
    told = Told(evaluate(figures("every-state").workspace, date(2026, 9, 1), period="2027"))
    names = {one.name for one in told.pictures}
    assert names == {"thoi-gian-nhiem-vu", "thoi-gian-trach-nhiem"}
    lanes = told.lanes("thoi-gian-nhiem-vu")
    assert {end.series.label for lane in lanes for end in lane.ends} == {"phải thực hiện trong kỳ"}


def test_a_report_of_one_agency_compares_no_agencies() -> None:
    progress = figures("every-state")
    document = report_document(progress.workspace, progress, agency="so-yt", params=WITH_PICTURES)
    names = {one.name for one in document.blocks if isinstance(one, Picture)}
    assert "theo-ke-hoach" in names
    assert "theo-don-vi" not in names


@pytest.mark.parametrize(("word", "count"), [("", 0), ("khong", 0), ("Không", 0), ("CÓ", 1)])
def test_pictures_are_asked_for_by_a_word(word: str, count: int) -> None:
    progress = figures("every-state")
    document = report_document(progress.workspace, progress, params={"hinh": word})
    assert bool(count) == any(isinstance(one, Picture) for one in document.blocks)


def test_another_word_is_refused() -> None:
    progress = figures("every-state")
    with pytest.raises(TemplateError, match="không hiểu hinh=yes"):
        report_document(progress.workspace, progress, params={"hinh": "yes"})


def test_a_template_may_ask_for_a_picture_of_nothing() -> None:
    root, ws = WORKSPACES["every-state"][0], figures("every-state").workspace
    scene = Scene(ws, date(2026, 9, 1), given=evaluate(ws, date(2026, 9, 1), period="2027"))
    asked = Directive("hinh", {"ten": "theo-ke-hoach"}, 1)
    (line,) = blocks_of(scene, load_template("bao-cao", root), asked)
    assert isinstance(line, Paragraph)
    assert plain(line.inlines) == "(Chưa có số liệu để vẽ hình)"


def test_an_unknown_picture_is_named_with_those_that_there_are() -> None:
    asked = Directive("hinh", {"ten": "theo-don-v"}, 1)
    said = vocabulary.problem_of(asked, in_plan_text=False)
    assert said == "không có hình «theo-don-v»; có phải là «theo-don-vi»"
    assert vocabulary.problem_of(asked, in_plan_text=True).startswith("không có chỉ dẫn «hinh»")


def test_the_names_that_texts_may_use_are_those_that_are_made() -> None:
    assert tuple(PICTURES) == vocabulary.PICTURES


ROWS = st.builds(Bar, st.just(""), st.just((1,)), st.sampled_from(["", "a", "b"]))


@given(st.lists(ROWS, max_size=60), st.floats(1, 60))
def test_parts_hold_every_row_once_and_fit_on_a_page(rows: list[Bar], height: float) -> None:
    parts = in_parts(rows, lambda _: height)
    assert [row for _, part in parts for row in part] == rows
    for _, part in parts:
        assert len(part) == 1 or len(part) * height <= PAGE_MM
    ends = [end for end, _ in parts]
    count = len(parts)
    assert ends == ([""] if count == 1 else [f", phần {n + 1}/{count}" for n in range(count)])


def test_parts_are_about_as_high_as_each_other() -> None:
    parts = in_parts([Bar("a", (1,))] * 20, lambda _: 9.0)
    assert [len(part) for _, part in parts] in ([10, 10], [11, 9])
