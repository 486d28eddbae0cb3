"""The parts of the Báo cáo beyond the period's own figures, and the report on the challenges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kehoach_cli.document.blocks import Paragraph, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.frame import Document, TitledFrame
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.kinds import About, kind_document
from kehoach_cli.drafting.plain_text import plain_paragraphs
from kehoach_cli.drafting.questions.challenges import challenge_view
from kehoach_cli.drafting.questions.money import money_view
from kehoach_cli.drafting.report_document import report_document
from kehoach_cli.drafting.report_summary import report_summary
from kehoach_cli.drafting.wording import name_of
from kehoach_cli.model.status import STATES, State
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.progress.restriction import of_agency
from kehoach_cli.workspace import Workspace, load

if TYPE_CHECKING:
    from tests.conftest import Golden
    from tests.drafting.conftest import Copy

ROOT = Path(__file__).parents[2]
BEFORE = date(2026, 11, 21)
CLOSING = date(2027, 12, 14)
CHALLENGES = "bao-cao-bai-toan"
MONEY = "kinh-phi-theo-don-vi"
HOP_TAC = "data/plans/hop-tac-so"


@pytest.fixture(scope="module")
def example() -> Progress:
    return evaluate(load(ROOT / "examples"), date(2027, 12, 20), period="2027")


@pytest.fixture(scope="module")
def document(example: Progress) -> Document:
    return report_document(example.workspace, example)


class TestReport:
    def test_the_year_before_stands_beside_the_year(
        self, document: Document, example: Progress
    ) -> None:
        before = evaluate(example.workspace, example.as_of, period="2026").task_totals
        now = example.task_totals
        table = _tables(document)["so-ky-truoc"]
        assert [column.title for column in table.columns] == ["Chỉ tiêu", "Năm 2026", "Năm 2027"]
        assert [[cell.value for cell in row.cells[1:]] for row in table.rows] == [
            [before.total, now.total],
            [before.done, now.done],
            [_count(before.states, "running-late"), _count(now.states, "running-late")],
            [_count(before.states, "no-report"), _count(now.states, "no-report")],
        ]

    def test_a_first_year_is_compared_with_nothing(self, real: Workspace) -> None:
        document = report_document(real, evaluate(real, date(2026, 12, 1)))
        assert "so-ky-truoc" not in _tables(document)
        assert "So với" not in _said(document)

    def test_a_year_that_is_over_looks_to_the_next(
        self, document: Document, example: Progress
    ) -> None:
        ahead = evaluate(example.workspace, example.as_of, period="2028")
        assert f"- Năm 2028 các kế hoạch có {ahead.task_totals.total} nhiệm vụ" in "\n".join(
            plain_paragraphs(document)
        )
        half = evaluate(example.workspace, date(2027, 7, 1), period="2027")
        assert "Năm 2028 các kế hoạch" not in _said(report_document(example.workspace, half))

    def test_documents_stand_by_day_and_say_what_they_did(self, document: Document) -> None:
        lines = plain_paragraphs(document)
        start, end = lines.index("2. Văn bản đã ban hành"), lines.index("3. Thống kê nhiệm vụ")
        issued = lines[start + 1 : end]
        (deferring,) = [line for line in issued if "655/UBND" in line]
        assert deferring == (
            "- Công văn số 655/UBND-KGVX ngày 04/02/2027 (để lại xem xét sau đề xuất Trợ lý ảo "
            "trả lời câu hỏi của người dân bằng tiếng các dân tộc);"
        )
        days = [date(*map(int, reversed(word.split("/")))) for word in _first_days(issued)]
        assert days == sorted(days)

    def test_several_tasks_of_one_extension_are_counted(self, every: Copy) -> None:
        tasks = [one.value for one in every.load().folders[0].tasks if one.value.due]
        granted = "{type: Công văn, number: 9/UBND-TH, date: 2027-05-20}"
        every.write(
            f"{HOP_TAC}/extensions.yaml",
            "".join(
                f"- {{task: {one.id}, due: Quý I/2028, reason: Lùi, granted: {granted}}}\n"
                for one in tasks[:2]
            ),
        )
        ws = every.load()
        text = "\n".join(plain_paragraphs(report_document(ws, evaluate(ws, CLOSING))))
        assert "Công văn số 9/UBND-TH ngày 20/5/2027 (cho phép gia hạn 02 nhiệm vụ)" in text

    def test_difficulties_say_who_must_answer_and_for_how_long(
        self, document: Document, example: Progress
    ) -> None:
        rows = _texts(document, "kho-khan")
        assert len(rows) == len(example.difficulties)
        assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
        states = [row[4] for row in rows]
        assert states[:2] == ["Chưa được trả lời (13 ngày)", "Chưa được trả lời (10 ngày)"]
        assert "Đã báo cáo UBND tỉnh (381 ngày, nêu từ kỳ trước)" in states
        open_ones = [one for one in example.difficulties if one.state.is_open]
        asked = sum(one.answerer == "ubnd-tinh" for one in open_ones)
        assert f"UBND tỉnh ({asked:02d})" in _said(document)

    def test_difficulties_stand_under_who_must_answer(
        self, document: Document, example: Progress
    ) -> None:
        under: Counter[str] = Counter()
        heading = ""
        for row in _tables(document)["kho-khan"].rows:
            if row.group:
                heading = cell_text(row.cells[0])
                assert heading not in under
            else:
                under[heading] += 1
        prefix = "Cơ quan xem xét, giải quyết: "
        asked = Counter(
            f"{prefix}{name_of(example.workspace, one.answerer)}"
            for one in example.difficulties
            if one.answerer
        )
        assert {key: n for key, n in under.items() if key.startswith(prefix)} == asked
        headings = list(under)
        assert headings == sorted(headings, key=lambda one: not one.startswith(prefix))

    def test_money_by_agency_is_that_of_the_question(
        self, document: Document, example: Progress
    ) -> None:
        sums: Any = money_view(example.workspace, example).data["sums"]
        expected = [
            [one["needed"], one["allocated"], one["spent"]] for one in sums if one["by"] == "agency"
        ]
        rows = [[c.value for c in row.cells[2:]] for row in _tables(document)[MONEY].rows]
        assert rows[:-1] == expected
        assert rows[-1] == [sum(column) for column in zip(*expected, strict=True)]
        one_agency = of_agency(example, "so-yt")
        alone = report_document(example.workspace, one_agency, agency="so-yt")
        assert MONEY not in _tables(alone)

    def test_milestones_stand_beside_the_due(self, document: Document, example: Progress) -> None:
        with_steps = [
            one.task.value for one in example.tasks if one.task and one.task.value.milestones
        ]
        dues = [row[3] for row in _texts(document, "nhiem-vu")]
        shown = [due for due in dues if "Mốc: " in due]
        assert len(shown) == len(with_steps) > 0
        for task, due in zip(with_steps, shown, strict=True):
            assert all(f"({step.due})" in due for step in task.milestones)
            assert due.startswith(f"{task.due}. Mốc: ") or "gia hạn" in due

    def test_proposals_come_with_their_decisions(self, example: Progress) -> None:
        before = evaluate(example.workspace, date(2026, 12, 30), period="2026")
        later = evaluate(example.workspace, example.as_of, period="2026")
        early = {row[1]: row[6] for row in _texts(_report(before), "de-xuat")}
        late = {row[1]: row[6] for row in _texts(_report(later), "de-xuat")}
        assert early.keys() == late.keys()
        assert any(text.startswith("Chưa có ý kiến") for text in early.values())
        assert any("; thành nhiệm vụ «" in text for text in late.values())
        assert any(text.startswith("Không được chấp thuận tại ") for text in late.values())

    def test_agreements_are_summed_up_by_how_they_stand(self, document: Document) -> None:
        said = _said(document)
        assert (
            "có 01 văn bản đang chuẩn bị ký, 05 văn bản còn hiệu lực, 01 văn bản hết thời hạn."
            in said
        )

    def test_challenges_are_counted_as_their_own_question_counts_them(
        self, document: Document, example: Progress
    ) -> None:
        rows = challenge_view(example.workspace, example).data["challenges"]
        assert isinstance(rows, list)
        *counted, total = _texts(document, "tra-loi-bai-toan")
        assert [row[3:] for row in counted] == [
            [str(len(one["tasks"])), str(len(one["proposals"]))] for one in rows
        ]
        assert total[3:] == [str(sum(int(row[n]) for row in counted)) for n in (3, 4)]


class TestOneAgency:
    @pytest.mark.parametrize("agency", ["so-yt", "so-khcn", "so-nnmt"])
    def test_the_states_are_those_of_its_own_assignments(
        self, example: Progress, agency: str
    ) -> None:
        own = of_agency(example, agency)
        row = next(one for one in example.by_agency if one.agency == agency)
        assert own.assignment_totals == row.totals
        assert own.task_totals.total == row.totals.total
        assert [own.task_totals.states[one] for one in STATES] == [
            row.totals.states[one] for one in STATES
        ]

    def test_all_agencies_together_hold_what_the_province_holds(self, example: Progress) -> None:
        parts = [of_agency(example, row.agency) for row in example.by_agency]
        total = sum(part.assignment_totals.total for part in parts)
        assert total == example.assignment_totals.total

    def test_the_title_says_whose_it_is(self, example: Progress, golden: Golden) -> None:
        document = report_document(example.workspace, example, agency="so-nnmt")
        assert isinstance(document.frame, TitledFrame)
        assert document.frame.title.endswith("năm 2027 của Sở Nông nghiệp và Môi trường")
        golden("drafting/bao-cao-mot-don-vi.txt", "\n".join(plain_paragraphs(document)) + "\n")

    def test_its_figures_are_in_prose_tables_and_on_the_screen(self, example: Progress) -> None:
        document = report_document(example.workspace, example, agency="so-nnmt")
        own = of_agency(example, "so-nnmt")
        *_, total = _texts(document, "theo-don-vi")
        assert total[2] == str(own.assignment_totals.total)
        assert f"Trong kỳ theo dõi {own.task_totals.total:02d} nhiệm vụ" in _said(document)
        listed = _texts(document, "nhiem-vu") + _texts(document, "trach-nhiem")
        assert len(listed) == own.task_totals.total
        screen = report_summary(example.workspace, example, agency="so-nnmt")
        assert isinstance(screen[0], Paragraph)
        assert plain(screen[0].inlines) == "Báo cáo năm 2027 – Sở Nông nghiệp và Môi trường"

    def test_money_is_its_own(self, example: Progress) -> None:
        whole = _money(_report(example))
        own = _money(report_document(example.workspace, example, agency="so-nnmt"))
        assert own
        assert own != whole

    def test_who_holds_nothing_gets_a_report_that_reads_well(self, every: Copy) -> None:
        ws = every.load()
        document = report_document(ws, evaluate(ws, CLOSING), agency="ubnd-tinh")
        assert "Trong kỳ không có nhiệm vụ nào phải theo dõi." in _said(document)


class TestChallenges:
    def test_the_example_reads_as_it_was_found_good(
        self, example: Progress, golden: Golden
    ) -> None:
        document = kind_document(example.workspace, example, CHALLENGES, About())
        golden("drafting/bao-cao-bai-toan.txt", "\n".join(plain_paragraphs(document)) + "\n")

    def test_every_proposal_and_task_is_there_once(self, example: Progress) -> None:
        document = kind_document(example.workspace, example, CHALLENGES, About())
        raised = _texts(document, "nhu-cau-bai-toan") + _texts(document, "de-xuat-bai-toan")
        assert len(raised) == len(example.proposals)
        rows = challenge_view(example.workspace, example).data["challenges"]
        assert isinstance(rows, list)
        answering = sum(len(one["tasks"]) for one in rows)
        assert len(_texts(document, "nhiem-vu-bai-toan")) == answering
        assert f"có {answering} nhiệm vụ gắn với các bài toán lớn" in _said(document)

    def test_before_the_period_nothing_is_said_of_progress(self, real: Workspace) -> None:
        document = kind_document(real, evaluate(real, BEFORE, period="2027"), CHALLENGES, About())
        said = "\n".join(plain_paragraphs(document))
        assert "Tỉnh xác định 08 bài toán lớn, trong đó 05 bài toán đã có cơ quan" in said
        assert "đến ngày 21/11/2026 chưa bắt đầu" in said
        assert "giao cơ quan chuẩn bị nội dung của 03 bài toán: " in said
        assert [row[3] for row in _texts(document, "bai-toan")] == ["Chưa giao"] * 8
        assert set(_tables(document)) == {"bai-toan"}

    def test_without_any_challenge_it_still_reads_well(self, every_state: Progress) -> None:
        document = kind_document(every_state.workspace, every_state, CHALLENGES, About())
        assert "Chưa ghi nhận bài toán lớn nào." in _said(document)
        assert "Không gắn với bài toán nào" in "\n".join(plain_paragraphs(document))

    def test_nothing_to_ask_for_is_said(self, every_state: Progress) -> None:
        silent = replace(every_state, reports=(), earlier=())
        document = kind_document(silent.workspace, silent, CHALLENGES, About())
        assert "Sở KH&CN không có kiến nghị." in _said(document)


def _report(progress: Progress) -> Document:
    return report_document(progress.workspace, progress)


def _count(states: Mapping[State, int], code: str) -> int:
    return next(count for state, count in states.items() if state.code == code)


def _first_days(lines: Sequence[str]) -> list[str]:
    return [line.split(" ngày ")[1].split()[0].strip(";.") for line in lines]


def _money(document: Document) -> list[str]:
    return [line for line in plain_paragraphs(document) if "kinh phí năm" in line]


def _tables(document: Document) -> dict[str, Table]:
    return {one.name: one for one in document.blocks if isinstance(one, Table)}


def _texts(document: Document, name: str) -> list[list[str]]:
    rows = _tables(document)[name].rows if name in _tables(document) else ()
    return [[cell_text(cell) for cell in row.cells] for row in rows if not row.group]


def _said(document: Document) -> str:
    return "\n".join(plain(one.inlines) for one in document.blocks if isinstance(one, Paragraph))
