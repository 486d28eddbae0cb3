from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import pytest
from tests.drafting.conftest import EVERY_STATE

from kehoach_cli.document.blocks import Paragraph, Role, SectionBreak, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.frame import Document, LetterFrame, MinutesFrame, TitledFrame
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.addressing import COMMUNES, addressee_names, sort_of
from kehoach_cli.drafting.demands import EARLY, reminded
from kehoach_cli.drafting.early import upcoming
from kehoach_cli.drafting.kinds import About, Reminder, kind_document, reminders
from kehoach_cli.drafting.plain_text import plain_paragraphs
from kehoach_cli.drafting.questions.split import split_view
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.sender_list import KINDS as KINDS_OF_SENDERS
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.register import AgencyKind
from kehoach_cli.model.status import OVERDUE
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.progress.requests import requests_of
from kehoach_cli.vn.workdays import add_working_days
from kehoach_cli.workspace import Workspace, load

if TYPE_CHECKING:
    from tests.conftest import Golden
    from tests.drafting.conftest import Copy

AFTER = date(2027, 12, 18)
BEFORE = date(2026, 11, 21)
PARTNER = "data/partners/cong-ty-mau.yaml"
TASKS = "data/plans/hop-tac-so/tasks.yaml"


@pytest.fixture(scope="module")
def late() -> Progress:
    return evaluate(load(EVERY_STATE), AFTER, period="2027")


def text_of(document: Document) -> str:
    return "\n".join(plain_paragraphs(document)) + "\n"


def made(progress: Progress, kind: str, about: About | None = None) -> Document:
    return kind_document(progress.workspace, progress, kind, about or About())


def reminder(progress: Progress, asked: Reminder) -> Document:
    (document,) = reminders(progress.workspace, progress, asked).values()
    return document


def table_of(document: Document, name: str) -> list[list[str]]:
    table = next(one for one in document.blocks if isinstance(one, Table) and one.name == name)
    return [[cell_text(cell) for cell in row.cells] for row in table.rows]


KINDS = {
    "cong-van-de-nghi-bao-cao": About(),
    "danh-sach-don-vi-bao-cao": About(),
    "de-cuong-bao-cao": About(sender="so-yt"),
    "cong-van-phan-chia": About(partner="cong-ty-mau"),
    "ra-soat-hop-tac": About(partner="cong-ty-mau"),
    "bien-ban-ra-soat": About(partner="cong-ty-mau"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_reads_as_it_was_found_good(kind: str, late: Progress, golden: Golden) -> None:
    golden(f"drafting/{kind}.txt", text_of(made(late, kind, KINDS[kind])))


@pytest.mark.parametrize("issuer", ["focal", "issuer", "office"])
def test_the_reminder_of_each_issuer_reads_as_it_was_found_good(
    issuer: str, late: Progress, golden: Golden
) -> None:
    document = reminder(late, Reminder(written_by=issuer))
    golden(f"drafting/cong-van-don-doc-{issuer}.txt", text_of(document))


def test_the_letter_of_the_real_round_says_that_no_day_is_set(
    real: Workspace, golden: Golden
) -> None:
    progress = evaluate(real, BEFORE, period="2027")
    text = text_of(made(progress, "cong-van-de-nghi-bao-cao"))
    assert "hiện chưa được ấn định" in text
    assert "31/12" not in text
    assert "Ủy ban nhân dân các xã, phường;" in text
    golden("drafting/cong-van-de-nghi-bao-cao-2027.txt", text)


@pytest.mark.parametrize(
    ("kind", "about", "frame"),
    [
        ("cong-van-de-nghi-bao-cao", About(), LetterFrame),
        ("bien-ban-ra-soat", About(), MinutesFrame),
        ("ra-soat-hop-tac", About(), TitledFrame),
    ],
)
def test_each_form_has_its_frame(kind: str, about: About, frame: type, late: Progress) -> None:
    assert isinstance(made(late, kind, about).frame, frame)


class TestWhomToRemind:
    def test_the_late_are_those_of_the_figures(self, late: Progress) -> None:
        found = {one.actor for one in reminded(Scene(late.workspace, AFTER, given=late), "late")}
        assert found == {
            one.agency for item in late.tasks for one in item.assignments if one.state is OVERDUE
        }

    def test_the_silent_are_those_who_owe_a_report_or_a_word(self, late: Progress) -> None:
        found = reminded(Scene(late.workspace, AFTER, given=late), "silent")
        assert {one.actor for one in found if one.owes_report} == {one.id for one in late.missing}
        assert {one.actor for one in found if one.owes_task} == {
            one.agency
            for item in late.tasks
            for one in item.assignments
            if one.state.is_silent and one.is_past_by_plan
        }

    def test_all_are_both(self, late: Progress) -> None:
        scene = Scene(late.workspace, AFTER, given=late)
        late_ones, silent, everyone = (
            {one.actor: one.demands for one in reminded(scene, target)}
            for target in ("late", "silent", "all")
        )
        assert everyone.keys() == late_ones.keys() | silent.keys()
        for actor, demands in everyone.items():
            assert set(demands) == {*late_ones.get(actor, ()), *silent.get(actor, ())}

    def test_nobody_is_reminded_before_the_period_begins(self) -> None:
        progress = evaluate(load(EVERY_STATE), date(2026, 6, 1), period="2027")
        assert reminders(progress.workspace, progress, Reminder()) == {}

    @pytest.mark.parametrize(("day", "is_asked"), [("14", False), ("15", True)])
    def test_nobody_is_silent_before_a_report_was_asked_for(
        self, day: str, *, is_asked: bool
    ) -> None:
        ws, on = load(EVERY_STATE), date.fromisoformat(f"2027-11-{day}")
        progress = evaluate(ws, on, period="2027")
        found = reminded(Scene(ws, on, given=progress), "all")
        assert any(one.owes_report for one in found) is is_asked
        assert any(one.owes_task for one in found)

    def test_a_report_that_cannot_be_used_is_told_apart(self, every: Copy) -> None:
        every.root.joinpath("data/plans/hop-tac-so/progress/2027/so-yt.yaml").write_text("a: [")
        ws = load(every.root)
        progress = evaluate(ws, AFTER, period="2027")
        text = text_of(reminder(progress, Reminder()))
        assert (
            "- 04 đơn vị chưa gửi báo cáo;\n- 01 đơn vị có báo cáo đã gửi nhưng chưa hợp lệ;"
            in text
        )
        (own,) = (
            text_of(one)
            for name, one in reminders(ws, progress, Reminder(each=True)).items()
            if name == "so-yt"
        )
        assert "- Sở Y tế có báo cáo đã gửi nhưng chưa hợp lệ" in own
        assert "chưa gửi báo cáo" not in own

    def test_nobody_writes_to_himself(self, late: Progress) -> None:
        by_focal = reminders(late.workspace, late, Reminder(each=True))
        by_ubnd = reminders(late.workspace, late, Reminder(each=True, written_by="issuer"))
        assert set(by_ubnd) - set(by_focal) == {"so-khcn"}

    def test_one_letter_each_asks_of_each_what_the_one_to_all_does(self, late: Progress) -> None:
        together = reminder(late, Reminder())
        rows = [row for row in table_of(together, "don-doc") if len(row) > 1]
        each = reminders(late.workspace, late, Reminder(each=True)).values()
        apart = [row for one in each for row in table_of(one, "don-doc")]
        assert [row[2:] for row in rows] == [row[2:] for row in apart]
        assert all(
            isinstance(one.frame, LetterFrame) and len(one.frame.addressees) == 1 for one in each
        )


class TestWords:
    def test_partners_are_asked_and_never_told_of_tasks_given_to_them(self, late: Progress) -> None:
        letters = reminders(late.workspace, late, Reminder(each=True, written_by="issuer"))
        text = text_of(letters["cong-ty-mau"])
        assert "đề nghị Công ty Viễn thông Mẫu phối hợp" in text
        assert "V/v đề nghị phối hợp" in text
        assert "yêu cầu" not in text
        assert "quá hạn" not in text
        outline = text_of(made(late, "de-cuong-bao-cao", About(sender="cong-ty-mau")))
        assert "được giao" not in outline

    @pytest.mark.parametrize(
        ("issuer", "verb"),
        [("focal", "đề nghị"), ("issuer", "yêu cầu"), ("office", "đôn đốc")],
    )
    def test_the_verb_is_that_of_who_writes(self, issuer: str, verb: str, late: Progress) -> None:
        letters = reminders(late.workspace, late, Reminder(each=True, written_by=issuer))
        assert f" {verb} Sở Giáo dục và Đào tạo:" in text_of(letters["so-gd"])

    def test_an_earlier_letter_is_gone_on_from(self, late: Progress) -> None:
        assert "Tiếp theo Công văn số 245/SKHCN-CĐS ngày 15/11/2027, qua" in text_of(
            reminder(late, Reminder())
        )
        given = {"tiep_theo": "Công văn số 300/SKHCN ngày 16/12/2027", "han": "25/12/2027"}
        text = text_of(reminder(late, Reminder(params=given)))
        assert "Tiếp theo Công văn số 300/SKHCN ngày 16/12/2027, qua" in text
        assert "chậm nhất ngày 25/12/2027" in text

    def test_number_day_and_signer_are_given_with_the_order(self, late: Progress) -> None:
        given = {
            "so": "310/SKHCN-CĐS",
            "ngay": "18/12/2027",
            "ky": "KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC",
            "nguoi_ky": "Nguyễn Văn Mẫu",
        }
        frame = reminder(late, Reminder(params=given)).frame
        assert isinstance(frame, LetterFrame)
        assert (frame.number, frame.symbol, frame.day) == ("310", "SKHCN-CĐS", AFTER)
        assert frame.signer.lines == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
        assert frame.signer.name == "Nguyễn Văn Mẫu"
        assert frame.recipients[0] == "Như trên"


def test_a_sort_with_many_is_named_as_a_whole(real: Workspace) -> None:
    communes = [actor for actor in real.actors if sort_of(real, actor) is COMMUNES]
    assert len(communes) == 102
    assert addressee_names(real, communes, "Phụ lục") == ("Ủy ban nhân dân các xã, phường",)
    assert addressee_names(real, communes[1:], "Phụ lục") == (
        "Ủy ban nhân dân các xã, phường có tên tại Phụ lục",
    )
    assert addressee_names(real, communes[:1], "Phụ lục") == ("Ủy ban nhân dân phường Tuy Hòa",)


def test_the_list_of_senders_adds_up_with_the_figures(late: Progress) -> None:
    rows = table_of(made(late, "cong-van-de-nghi-bao-cao"), "don-vi-bao-cao")
    listed = [row for row in rows if len(row) > 1]
    expected = {one.id for one in late.senders if one.must_report} - {"so-khcn"}
    assert len(listed) == len(expected)
    focal = sum(one.agency == "so-khcn" for item in late.tasks for one in item.assignments)
    assert sum(int(row[2] or 0) for row in listed) == late.assignment_totals.total - focal
    assert sum(int(row[3] or 0) for row in listed) == len(late.commitments)


def test_the_list_of_senders_says_what_the_annex_of_the_letter_says(late: Progress) -> None:
    annex = table_of(made(late, "cong-van-de-nghi-bao-cao"), "don-vi-bao-cao")
    alone = table_of(made(late, "danh-sach-don-vi-bao-cao"), "danh-sach-don-vi")
    assert [[*row[:2], *row[3:6]] for row in alone if len(row) > 1] == [
        row for row in annex if len(row) > 1
    ]
    assert [row for row in alone if len(row) == 1] == [row for row in annex if len(row) == 1]


def test_whoever_may_report_has_a_kind_with_a_name() -> None:
    partner_kinds = get_args(Partner.model_fields["kind"].annotation)
    assert set(KINDS_OF_SENDERS) == {*get_args(AgencyKind), *partner_kinds}


def test_whom_to_turn_to_is_shown_where_it_is_known(every: Copy) -> None:
    every.put(PARTNER, "focal_points", {"partner": "Phòng Dự án"})
    progress = evaluate(every.load(), AFTER, period="2027")
    rows = table_of(made(progress, "danh-sach-don-vi-bao-cao"), "danh-sach-don-vi")
    assert {row[-1] for row in rows if len(row) > 1} == {"", "Phòng Dự án"}


@pytest.mark.parametrize("sender", ["so-yt", "xa-tan-an", "cong-an", "truong-mau"])
def test_the_outline_has_exactly_the_sender_s_own_items(sender: str, late: Progress) -> None:
    document = made(late, "de-cuong-bao-cao", About(sender=sender))
    held = [item for item in late.items if any(one.agency == sender for one in item.assignments)]
    tables = [one for one in document.blocks if isinstance(one, Table)]
    rows = [row for table in tables for row in table.rows if not row.group]
    assert len(rows) == len(held)


def test_the_outline_has_the_headings_of_the_letter_s_annex(late: Progress) -> None:
    letter = made(late, "cong-van-de-nghi-bao-cao")
    outline = made(late, "de-cuong-bao-cao", About(sender="so-yt"))
    assert headings(letter) == headings(outline) != []


def headings(document: Document) -> list[str]:
    paragraphs = (one for one in document.blocks if isinstance(one, Paragraph))
    return [f"{p.number} {plain(p.inlines)}" for p in paragraphs if p.role is Role.SECTION]


def test_an_annex_of_text_stands_upright_and_one_of_a_table_lies(late: Progress) -> None:
    blocks = made(late, "cong-van-de-nghi-bao-cao").blocks
    breaks = [one.landscape for one in blocks if isinstance(one, SectionBreak)]
    assert breaks == [False, True]


def test_a_split_is_announced_and_what_is_open_is_counted(every: Copy) -> None:
    split = {"partner_does": "Cấp hạ tầng", "province_does": "Cấp dữ liệu", "province_money": True}
    every.put(TASKS, "tasks.0.split", split)
    progress = evaluate(every.load(), AFTER, period="2027")
    document = made(progress, "cong-van-phan-chia", About(partner="cong-ty-mau"))
    assert "V/v phân chia nội dung thực hiện với Công ty Viễn thông Mẫu" in text_of(document)
    rows = [row for row in table_of(document, "phan-chia") if len(row) > 1]
    task = ["1", "Ban hành kiến trúc số của tỉnh", "Sở KH&CN"]
    assert rows[0] == [*task, "Cấp hạ tầng", "Cấp dữ liệu", "Tỉnh bố trí"]
    assert "nhiệm vụ có đối tác tham gia chưa xác định phần việc" in text_of(document)


@pytest.mark.parametrize("partner", [None, "cong-ty-mau", "truong-mau", "hai-vien", "vien-mot"])
def test_the_letter_on_the_split_has_the_rows_of_the_question(
    late: Progress, partner: str | None
) -> None:
    asked: Any = split_view(late.workspace, late, partner=partner).data["items"]
    document = made(late, "cong-van-phan-chia", About(partner=partner))
    shown = [
        row[1]
        for one in document.blocks
        if isinstance(one, Table)
        for row in table_of(document, one.name)
        if len(row) > 1
    ]
    assert shown == [one["title"] for one in asked]


def test_one_part_alone_is_no_split_yet(every: Copy) -> None:
    every.put(TASKS, "tasks.0.split", {"partner_does": "Cấp hạ tầng"})
    progress = evaluate(every.load(), AFTER, period="2027")
    document = made(progress, "cong-van-phan-chia", About(partner="cong-ty-mau"))
    assert "V/v đề nghị xác định phần việc" in text_of(document)
    first = next(row for row in table_of(document, "phan-chia") if len(row) > 1)
    assert first[3:] == ["Cấp hạ tầng", "Chưa xác định", "Chưa xác định"]


def test_a_review_gives_results_difficulties_and_solutions(every: Copy) -> None:
    review = {
        "date": "2027-10-05",
        "results": ["đã phủ sóng hai xã"],
        "difficulties": ["thiếu mặt bằng đặt trạm"],
        "solutions": ["giao các xã bố trí mặt bằng"],
    }
    every.put(PARTNER, "agreements.0.reviews", [review])
    progress = evaluate(every.load(), AFTER, period="2027")
    for kind in ("ra-soat-hop-tac", "bien-ban-ra-soat"):
        text = text_of(made(progress, kind, About(partner="cong-ty-mau")))
        assert "rà soát ngày 05/10/2027): Đã phủ sóng hai xã." in text
        assert "Thiếu mặt bằng đặt trạm." in text
        assert "Giao các xã bố trí mặt bằng." in text
        assert "Chưa ghi nhận" not in text


def test_all_partners_are_reviewed_together(late: Progress, real: Workspace) -> None:
    assert "với các đối tác" in text_of(made(late, "ra-soat-hop-tac"))
    progress = evaluate(real, BEFORE, period="2027")
    text = text_of(made(progress, "ra-soat-hop-tac"))
    assert "Biên bản ghi nhớ hợp tác về chuyển đổi số giai đoạn 2026 - 2030" in text


def test_of_a_partner_without_an_agreement_that_is_said(late: Progress) -> None:
    text = text_of(made(late, "ra-soat-hop-tac", About(partner="hai-vien")))
    assert "chưa ghi nhận văn bản hợp tác nào với Hai viện nghiên cứu" in text
    assert "Chưa ghi nhận kết quả thực hiện." in text


def test_minutes_take_what_is_known_and_leave_dots_for_the_rest(late: Progress) -> None:
    params = {"dia_diem": "Phòng họp số 2", "chu_tri": "Nguyễn Văn Mẫu"}
    document = made(late, "bien-ban-ra-soat", About(partner="cong-ty-mau", params=params))
    assert isinstance(document.frame, MinutesFrame)
    assert document.frame.chair.name == "Nguyễn Văn Mẫu"
    text = text_of(document)
    assert "Địa điểm: Phòng họp số 2" in text
    assert "Thời gian bắt đầu: …" in text


def test_a_letter_s_file_is_named_for_what_it_is_about(late: Progress) -> None:
    document = reminder(late, Reminder())
    assert document.properties.title.startswith("Công văn v/v đề nghị gửi báo cáo")
    assert document.notice.startswith("Dữ liệu giả định")


LETTERS = "data/plans/hop-tac-so/letters.yaml"
IN_BOTH = """\
- {{id: {id}, kind: de-nghi-bao-cao, number: 9/X, date: 2027-11-21, to: {to}, period: "2027"}}
"""
REGISTER = """\
- {id: a, kind: de-nghi-bao-cao, number: 450/SKHCN, date: 2027-11-20, to: [cac-so], period: "2027"}
- {id: b, kind: don-doc, number: 477/SKHCN, date: 2027-12-16, to: [so-yt], period: "2027"}
- {id: c, kind: lay-y-kien, number: 478/SKHCN, date: 2027-12-17, to: [so-yt], period: "2027"}
- {id: d, kind: don-doc, number: 479/SKHCN, date: 2027-12-17, to: [so-yt], period: 2026}
- {id: e, kind: don-doc, date: 2027-12-17, to: [so-yt], period: "2027"}
- {id: f, kind: don-doc, number: 480/SKHCN, date: 2027-12-19, to: [so-yt], period: "2027"}
"""


class TestTheLetterBefore:
    @pytest.fixture
    def letters(self, every: Copy) -> dict[str, Document]:
        every.write(LETTERS, REGISTER)
        ws = every.load()
        return reminders(ws, evaluate(ws, AFTER, period="2027"), Reminder(each=True))

    def test_is_the_last_of_the_register_that_the_addressee_got(
        self, letters: dict[str, Document]
    ) -> None:
        assert "Tiếp theo Công văn số 477/SKHCN ngày 16/12/2027, qua" in text_of(letters["so-yt"])
        assert "Tiếp theo Công văn số 450/SKHCN ngày 20/11/2027, qua" in text_of(letters["so-tc"])

    def test_is_one_letter_although_two_plans_have_it_in_their_registers(self, every: Copy) -> None:
        before = every.load()
        asked = requests_of(evaluate(before, AFTER, period="2027"), "so-khcn")
        for one in asked:
            line = IN_BOTH.format(id=one.plan_id, to=f"[{', '.join(one.to)}]")
            every.write(f"data/plans/{one.plan_id}/letters.yaml", line)
        ws = every.load()
        assert len(asked) > 1
        assert "Tiếp theo Công văn số 9/X ngày 21/11/2027, qua" in text_of(
            reminder(evaluate(ws, AFTER, period="2027"), Reminder())
        )

    def test_who_got_none_is_told_of_the_letter_that_opened_the_round(
        self, letters: dict[str, Document], late: Progress
    ) -> None:
        before = reminders(late.workspace, late, Reminder(each=True))
        assert text_of(letters["cong-ty-mau"]) == text_of(before["cong-ty-mau"])

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"tiep_theo": "Công văn số 1/X"}, "Tiếp theo Công văn số 1/X, qua"),
            ({"so": "477/SKHCN"}, "Tiếp theo Công văn số 450/SKHCN ngày 20/11/2027, qua"),
        ],
    )
    def test_is_what_was_said_and_never_the_letter_itself(
        self, every: Copy, given: dict[str, str], said: str
    ) -> None:
        every.write(LETTERS, REGISTER)
        ws = every.load()
        asked = Reminder(each=True, params=given)
        found = reminders(ws, evaluate(ws, AFTER, period="2027"), asked)
        assert said in text_of(found["so-yt"])


EARLY_DAY = date(2027, 6, 14)


@pytest.fixture(scope="module")
def early() -> Progress:
    return evaluate(load(EVERY_STATE), EARLY_DAY, period="2027")


class TestEarlyWarning:
    def test_reads_as_it_was_found_good(self, early: Progress, golden: Golden) -> None:
        document = reminder(early, Reminder(EARLY))
        golden("drafting/cong-van-nhac-han-focal.txt", text_of(document))

    @pytest.mark.parametrize("day", [EARLY_DAY, date(2027, 9, 1), date(2027, 12, 1)])
    def test_nobody_is_late_in_it(self, day: date) -> None:
        ws = load(EVERY_STATE)
        progress = evaluate(ws, day, period="2027")
        found = upcoming(Scene(ws, day, given=progress))
        assert found
        for one in found:
            assert one.item.last_day
            assert day <= one.item.last_day <= add_working_days(day, one.step)
            shorter = [step for step in (30, 7, 3) if step < one.step]
            assert all(one.item.last_day > add_working_days(day, step) for step in shorter)
            own = [each for each in one.item.assignments if each.agency in one.actors]
            assert not any(each.state is OVERDUE or each.state.is_done for each in own)

    def test_the_table_has_each_task_once_for_each_sort_of_actors(self, early: Progress) -> None:
        rows = table_of(reminder(early, Reminder(EARLY, written_by="issuer")), "sap-den-han")
        found = upcoming(Scene(early.workspace, EARLY_DAY, given=early))
        assert len([row for row in rows if len(row) > 1]) == len(found)
        assert [row[0] for row in rows if len(row) == 1] == [
            f"Đến hạn trong {step:02d} ngày làm việc tới"
            for step in sorted({one.step for one in found})
        ]

    def test_one_each_goes_to_everybody_who_has_something_to_do(self, early: Progress) -> None:
        each = reminders(early.workspace, early, Reminder(EARLY, each=True, written_by="issuer"))
        found = upcoming(Scene(early.workspace, EARLY_DAY, given=early))
        assert set(each) == {actor for one in found for actor in one.actors}

    @pytest.mark.parametrize("steps", ["[]", "[0]"])
    def test_without_steps_nobody_is_warned(self, every: Copy, steps: str) -> None:
        settings = (EVERY_STATE / "kehoach.yaml").read_text("utf-8")
        every.write("kehoach.yaml", f"{settings}remind_before: {steps}\n")
        ws = every.load()
        progress = evaluate(ws, EARLY_DAY, period="2027")
        assert reminders(ws, progress, Reminder(EARLY)) == {}
