"""Near names, names within names, brackets in codes, and what an older record allows."""

from __future__ import annotations

import pytest
from tests.rules.test_amended import BASE, TASKS, base, drafted, task
from tests.rules.test_references import CHALLENGE, FindIn, of
from tests.rules.test_rights import CLOSED, HERE, REPORT, codes, held

from kehoach_cli.rules.changing import refusals
from kehoach_cli.rules.run import worded
from kehoach_cli.workspace import load

CHALLENGES = "data/challenges.yaml"
PLAN = "data/plans/mau/plan.yaml"


def named(own_id: str, name: str) -> dict[str, str]:
    return {f"data/partners/{own_id}.yaml": f"id: {own_id}\nname: {name}\nkind: company\n"}


def test_hyphens_of_an_id_are_the_spaces_of_a_name(find_in: FindIn) -> None:
    text = CHALLENGE.format(who="vu-y-ba-to", plan="mau")
    (found,) = of(find_in({CHALLENGES: text, **named("nha-thau", "Vũ Y Bá Tô")}), "KH101")
    assert found.hint.startswith("có phải ý là «nha-thau»?")


@pytest.mark.parametrize(
    ("file", "is_said"),
    [
        ("data/communes.yaml", False),
        ("data/partners/hong.yaml", False),
        ("data/plans/mau/letters.yaml", True),
    ],
)
def test_an_id_may_stand_in_a_file_that_cannot_be_read(
    find_in: FindIn, file: str, *, is_said: bool
) -> None:
    text = CHALLENGE.format(who="khong-co", plan="mau")
    found = of(find_in({CHALLENGES: text, file: b"\xff"}), "KH101")
    assert [one.message for one in found] == [
        "không có cơ quan, đơn vị, đối tác nào mang mã «khong-co»"
    ] * is_said


@pytest.mark.parametrize("typed", ["[Số]", "[Số]/UBND-TH"])
def test_a_number_may_be_left_to_fill_in(find_in: FindIn, typed: str) -> None:
    source = base()[TASKS].decode()
    set_by = f'due_set_by: {{number: "{typed}", date: 2027-05-04}}'
    tasks = source.replace("due: Quý IV/2027", f"due: Quý IV/2027\n    {set_by}")
    found = of(find_in({TASKS: tasks}), "KH117")
    assert [one.message for one in found] == [
        "kế hoạch «mau» đã ban hành nhưng còn chỗ chưa điền: «[Số]»"
    ] * (typed == "[Số]")


def said_of_names(find_in: FindIn, text: str, files: dict[str, str]) -> list[str]:
    plan = base()[PLAN].decode().replace("Các nhiệm vụ cụ thể tại", f"{text} tại")
    return [one.message for one in of(find_in({PLAN: plan, **files}), "KH702")]


def test_a_name_may_have_words_of_one_letter(find_in: FindIn) -> None:
    communes = {"data/communes.yaml": "- {id: xa-y-ty, name: UBND xã Y Tý, kind: commune}\n"}
    assert said_of_names(find_in, "Tại xã Y Tý, xã Yy Tý, xã Mott", communes) == []
    assert said_of_names(find_in, "Tại xã Y Ty", communes) == [
        "«xã Y Ty» viết khác tên trong danh bạ"
    ]


def test_a_name_within_a_name_is_not_said_again(find_in: FindIn) -> None:
    files = named("song-am", "Sóng Âm") | named("chi-cuc", "Chi cục Sóng Âm")
    assert said_of_names(find_in, "Chi Cục\n      Sóng âm", files) == [
        "«Chi Cục Sóng âm» viết khác tên trong danh bạ"
    ]


def test_the_longer_of_two_right_names_is_read(find_in: FindIn) -> None:
    files = {
        "kehoach.yaml": base()["kehoach.yaml"].decode().replace("name: Mẫu", "name: Đắk Lắk"),
        **named("song-am", "Sóng Âm"),
        **named("song-am-dl", "Đắk Lắk Sóng âm"),
    }
    assert said_of_names(find_in, "Đắk Lắk Sóng âm, Đắk Lắk", files) == []


def test_a_record_that_was_there_before_allows_nothing_new() -> None:
    new = task("due", "Quý I/2028").files
    record = drafted(new)
    before, after = load(BASE, base() | record), load(BASE, base() | record | new)
    assert [one.code for one in worded(refusals(before, after, [(TASKS, "M")]))]
    both = load(BASE, base()), after
    touched = [(TASKS, "M"), *((path, "A") for path in record)]
    assert not [one.code for one in worded(refusals(*both, touched))]


def test_evidence_that_was_missing_may_be_handed_in_later() -> None:
    told = (
        'sender: so-khcn\nperiod: "2027"\nreported: 2027-06-20\ntasks:\n'
        "  - {task: pl-1, status: in-progress, product: [{title: A, file: evidence/a.txt}]}\n"
    )
    old = {REPORT: told.encode(), **held("closings.yaml", CLOSED)}
    proof = {f"{HERE}/evidence/a.txt": b"a"}
    assert codes(old, proof) == set()
    assert codes(old | proof, {f"{HERE}/evidence/a.txt": b"b"}) == {"KH116"}
