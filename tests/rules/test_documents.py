"""KH5xx beyond the examples of their pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Diagnostic

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]

PLAN = "data/plans/mau/plan.yaml"
TASKS = "data/plans/mau/tasks.yaml"
ISSUED = "data/plans/mau/issued.md"
DUTY = """
tasks:
  - id: nv-1
    kind: duty
    source: {clause: %(clause)s}
    title: Làm đầu mối
    lead: %(lead)s
    support: [%(support)s]
"""
MEMBERS = """
id: cac-vien
name: Các viện
kind: group
members: [vien-a, vien-b]
"""


def institute(name: str) -> str:
    return f"id: {name}\nname: {name.replace('-', ' ').title()}\nkind: institute\n"


def plan(text: str = "Các cơ quan thực hiện.", *, more: str = "", end: str = "") -> str:
    indented = text.replace("\n", "\n      ")
    return (
        "id: mau\nkind: ke-hoach\ntext: verbatim\ntitle: Triển khai hợp tác\n"
        "period: 2026 - 2030\nintro: Ủy ban nhân dân tỉnh ban hành Kế hoạch\nsections:\n"
        f"  - heading: NỘI DUNG\n    text: |\n      {indented}\n{more}"
        f"closing: Các cơ quan thực hiện{end}\nfiling: 'Lưu: VT'\nsigner: {{lines: [CHỦ TỊCH]}}\n"
    )


def duty(clause: str = "II.1", lead: str = "so-khcn", support: str = "") -> str:
    return DUTY % {"clause": clause, "lead": lead, "support": support}


def of(found: list[Diagnostic], code: str) -> list[Diagnostic]:
    return [one for one in found if one.code == code]


def lines(found: list[Diagnostic], code: str) -> list[int]:
    return [one.span.line for one in of(found, code)]


def with_recipients(root: Path, recipients: str) -> str:
    text = (root / PLAN).read_text(encoding="utf-8")
    start, end = text.index("recipients:"), text.index("filing:")
    return f"{text[:start]}recipients: {recipients}\n{text[end:]}"


def missing_recipients(find_in: FindIn, root: Path, recipients: str, support: str) -> list[str]:
    files = {
        PLAN: with_recipients(root, recipients),
        TASKS: duty(support=support),
        "data/partners/cac-vien.yaml": MEMBERS,
        "data/partners/vien-a.yaml": institute("vien-a"),
        "data/partners/vien-b.yaml": institute("vien-b"),
    }
    return [one.message for one in of(find_in(files), "KH501")]


ALWAYS = "{agency: so-khcn}, {agency: doi-tac}"


@pytest.mark.parametrize(
    ("recipients", "support"),
    [
        ("{agency: cac-vien}", "vien-a, vien-b, cac-vien"),
        ("{agency: vien-a}, {agency: vien-b}", "cac-vien"),
        ("{section: II}", "cac-xa, xa-mot"),  # the section has a duty block of theirs
        ("{text: Viện Mạng lưới; Sở Tài chính}", "so-tc"),
        ("{text: CVP}", "ubnd-tinh"),  # who issues the plan needs no copy
        ("{text: CVP}", "doi-tac-tinh"),  # a unit of a partner that gets it
        ("{text: CVP}", "khong-co"),  # an unknown id is another rule's business
        ("{agency: so-tc}", "so-cu"),  # its work has gone to so-khcn
    ],
)
def test_who_is_reached_is_not_missed(
    find_in: FindIn, root: Path, recipients: str, support: str
) -> None:
    assert missing_recipients(find_in, root, f"[{ALWAYS}, {recipients}]", support) == []


def test_members_of_a_group_that_are_not_reached_are_counted(find_in: FindIn, root: Path) -> None:
    found = missing_recipients(find_in, root, f"[{ALWAYS}, {{agency: vien-a}}]", "cac-vien, so-yt")
    assert found == [
        "nhóm «cac-vien» (Các viện) có việc trong kế hoạch nhưng Nơi nhận thiếu 1 nơi",
        "«so-yt» (Sở Y tế) có việc trong kế hoạch nhưng không có ở Nơi nhận",
    ]


def test_an_open_group_reaches_every_agency_but_no_partner(find_in: FindIn, root: Path) -> None:
    agencies = (root / "data/agencies.yaml").read_text(encoding="utf-8")
    opened = f"{agencies}- {{id: lien-quan, name: Nơi liên quan, kind: group, open: true}}\n"
    (root / "data/agencies.yaml").write_text(opened, encoding="utf-8")
    recipients = "[{agency: so-khcn}, {agency: doi-tac}, {agency: lien-quan}]"
    found = missing_recipients(find_in, root, recipients, "so-yt, vien-a")
    assert found == ["«vien-a» (Vien A) có việc trong kế hoạch nhưng không có ở Nơi nhận"]


def test_a_row_that_cannot_be_used_is_still_a_row(find_in: FindIn) -> None:
    found = find_in({TASKS: "annex: {title: DANH MỤC}\ntasks:\n  - {id: pl-1, kind: annex}\n"})
    assert of(found, "KH502") == []


def test_of_tasks_that_cannot_be_read_no_row_is_missed(find_in: FindIn) -> None:
    assert of(find_in({TASKS: "tasks: [\n", PLAN: plan("Xem Phụ lục kèm theo.")}), "KH502") == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Phụ lục I Nghị định số 30/2020/NĐ-CP",
        "Phụ lục ban hành kèm theo Quyết định số 1/QĐ-UBND",
        "Phụ lục II của Nghị quyết số 03/NQ-CP",
    ],
)
def test_annexes_of_other_documents_are_not_this_plans(find_in: FindIn, elsewhere: str) -> None:
    found = find_in({PLAN: plan(f"Theo {elsewhere}."), TASKS: duty(clause="I.1")})
    assert of(found, "KH502") == []


def test_a_signed_text_is_only_compared_with_what_could_be_read(find_in: FindIn) -> None:
    assert of(find_in({TASKS: duty(clause="[")}), "KH504") == []
    assert of(find_in({"data/agencies.yaml": ""}), "KH504") == []


def test_a_rebuilt_text_is_not_compared_with_the_signed_one(find_in: FindIn, root: Path) -> None:
    text = (root / PLAN).read_text(encoding="utf-8").replace("verbatim", "reconstructed")
    assert of(find_in({PLAN: text, ISSUED: "Văn bản khác hẳn./.\n"}), "KH504") == []


def test_a_changed_duty_points_at_its_title_and_at_the_signed_line(
    find_in: FindIn, root: Path
) -> None:
    tasks = (root / TASKS).read_text(encoding="utf-8")
    found = find_in({TASKS: tasks.replace("Phối hợp triển khai", "Chủ trì triển khai")})
    (one,) = of(found, "KH504")
    assert (one.span.file, one.span.line) == (TASKS, 13)
    assert [(place.span.file, place.span.line) for place in one.related] == [(ISSUED, 21)]


def test_a_plan_without_number_and_day_lacks_both(find_in: FindIn) -> None:
    text = plan().replace("kind: ke-hoach", "kind: ke-hoach\nstate: issued")
    found = find_in({PLAN: text})
    assert [one.message.rsplit(" thiếu ")[1] for one in of(found, "KH506")] == [
        "ngày ban hành",
        "số",
    ]


def test_of_an_issuer_without_a_symbol_no_symbol_is_asked(find_in: FindIn, root: Path) -> None:
    agencies = (root / "data/agencies.yaml").read_text(encoding="utf-8")
    numbered = plan().replace("kind: ke-hoach", "kind: ke-hoach\nnumber: 15/KH-HDND")
    assert len(of(find_in({PLAN: numbered}), "KH507")) == 1
    without = agencies.replace("  symbol: UBND\n", "")
    assert of(find_in({PLAN: numbered, "data/agencies.yaml": without}), "KH507") == []


def test_a_letters_mark_in_a_plans_number_is_said_once(find_in: FindIn) -> None:
    numbered = plan().replace("kind: ke-hoach", "kind: ke-hoach\nnumber: 15/CV-UBND")
    assert len(of(find_in({PLAN: numbered}), "KH507")) == 1


def test_duties_after_typed_numbers_begin_again_and_are_found(find_in: FindIn) -> None:
    text = plan("1. Rà soát.\n\n2. Tổng hợp.", more="    duties: [so-khcn]\n")
    found = of(find_in({PLAN: text, TASKS: duty(clause="I.1")}), "KH509")
    assert [one.message for one in found] == ["số «1.» không nối tiếp: ở đây phải là «3.»"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("1. A.\n\n1.1. B.\n\n1.2. C.\n\n2. D.\n\n2.1. E.", []),
        ("1. A.\n\n1.1. B.\n\n1.3. C.\n\n2. D.", [14]),
        ("1. A.\n\n3. B.\n\n4. C.", [12]),
        ("# 1. Mục đích\n\n- A.\n\n# Yêu cầu\n\n- B.", [10]),
        ("# Mục đích\n\n- A.\n\n# Yêu cầu\n\na) B.\n\nb) C.", []),
    ],
)
def test_typed_numbers_follow_each_other(find_in: FindIn, text: str, wrong: list[int]) -> None:
    assert lines(find_in({PLAN: plan(text), TASKS: "tasks: []"}), "KH509") == wrong


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.1. A.\n\n1.2. B.\n\n1.2.1. C.", []),
        ("1.1. A.\n\n4. B.", [("4.", "1.2.")]),
        ("1.1. A.\n\n2. B.\n\n1.3. C.", [("2.", "1.2.")]),
        ("1. A.\n\n2. B.", []),
        ("1. A.\n\n3. B.", [("3.", "2.")]),
        ("1. A.\n\n# B\n\nC.", [("1.", "1.1."), ("1.1.", "1.2.")]),
    ],
)
def test_typed_numbers_are_called_as_they_are_printed_in_figures(
    find_in: FindIn, text: str, said: list[tuple[str, str]]
) -> None:
    figures = plan(text).replace("id: mau\n", "id: mau\nnumbering: figures\n", 1)
    found = of(find_in({PLAN: figures, TASKS: "tasks: []"}), "KH509")
    assert [tuple(re.findall("«(.+?)»", one.message)) for one in found] == said


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("a) A.\n\nb) B.\n\nc) C.\n\nd) D.\n\nđ) Đ.\n\ne) E.\n\ng) G.", []),
        ("a) A.\n\nc) C.\n\nd) D.", [12]),
        ("b) B.", [10]),
        ("a) A.\n\n1.1.1. A.\n\na) A.", []),
        ("a) A.\n\nb) B.\n\na) A.\n\nb) B.", []),
    ],
)
def test_letters_follow_each_other(find_in: FindIn, text: str, wrong: list[int]) -> None:
    assert lines(find_in({PLAN: plan(text), TASKS: "tasks: []"}), "KH510") == wrong


def test_a_group_holds_what_its_members_are_given(find_in: FindIn) -> None:
    assert of(find_in({TASKS: duty(clause="II.2", lead="xa-mot")}), "KH511") == []
    assert len(of(find_in({TASKS: duty(clause="II.2", lead="so-tc")}), "KH511")) == 1


def test_a_duty_from_another_document_is_not_looked_for(find_in: FindIn) -> None:
    other = duty().replace("{clause: II.1}", "{document: {number: 12/TB-UBND, date: 2026-05-04}}")
    assert of(find_in({TASKS: other}), "KH511") == []
    nowhere = duty().replace("{clause: II.1}", "{}")
    assert lines(find_in({TASKS: nowhere}), "KH511") == [5]


@pytest.mark.parametrize(
    ("reference", "is_there"),
    [
        ("Mục I", True),
        ("khoản 2 Mục I", True),
        ("Mục I.2", True),
        ("Mục I.2.1", True),
        ("Mục I.2.1.a", True),
        ("Mục II", False),
        ("mục IV.2", False),
        ("khoản 3 Mục I", False),
        ("Phụ lục II, Mục IV", True),
        ("Mục IV Phần II", True),
        ("Mục IV của Nghị quyết số 57-NQ/TW", True),
        ("danh Mục", True),
    ],
)
def test_references_to_the_plans_own_parts(
    find_in: FindIn, reference: str, is_there: object
) -> None:
    text = f"1. Theo {reference}.\n\n2. B.\n\n2.1. C."
    found = of(find_in({PLAN: plan(text), TASKS: "tasks: []"}), "KH512")
    assert (found == []) is is_there


@pytest.mark.parametrize(("end", "count"), [("", 0), ("./.", 0), ("./../.", 1), ("./. Hết.", 1)])
def test_the_mark_of_the_end_stands_once(find_in: FindIn, end: str, count: int) -> None:
    assert len(of(find_in({PLAN: plan(end=end)}), "KH513")) == count
