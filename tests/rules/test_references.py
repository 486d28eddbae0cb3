"""KH1xx beyond the examples of their pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Diagnostic

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]

CHALLENGE = (
    "- {{id: bt-1, title: Nông nghiệp, compiled_by: {who}, source: {{plan: {plan}, clause: I}}}}\n"
)
SESSION = """
id: s
title: Họp
state: held
time: Sáng
place: A
day: 2025-02-28
invited: [{agency: so-cu, side: province}]
"""
COMMITMENT = """
id: x
name: X
kind: company
commitments: [{id: x-a, plan: mau, letter: a, parts: [Làm], counterpart: so-cu}]
"""


def of(found: list[Diagnostic], code: str) -> list[Diagnostic]:
    return [one for one in found if one.code == code]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("so-khnc", "so-khcn"),  # two letters changed places
        ("so-tai-chinh", "so-tc"),  # the name instead of the id
        ("skhcn", "so-khcn"),  # the symbol
        ("tong-cong-ty-doi-tac", "doi-tac"),
        ("doi-tac-tinh-mau", "doi-tac-tinh"),
    ],
)
def test_the_id_that_was_likely_meant_is_shown(find_in: FindIn, wrong: str, meant: str) -> None:
    found = of(find_in({"data/challenges.yaml": CHALLENGE.format(who=wrong, plan="mau")}), "KH101")
    assert [one.hint.split("?")[0] for one in found] == [f"có phải ý là «{meant}»"]


def test_an_id_like_no_other_has_no_guess(find_in: FindIn) -> None:
    text = CHALLENGE.format(who="zzzzzz", plan="qqqqqq")
    found = of(find_in({"data/challenges.yaml": text}), "KH101")
    assert {one.message for one in found} == {
        "không có cơ quan, đơn vị, đối tác nào mang mã «zzzzzz»",
        "không có kế hoạch nào mang mã «qqqqqq»",
    }
    assert not any("có phải" in one.hint for one in found)


def test_only_the_first_unknown_ids_are_guessed_at(find_in: FindIn) -> None:
    members = ", ".join(f"so-khcn-{number}" for number in range(40))
    text = f"id: nhom\nname: Nhóm\nkind: group\nmembers: [{members}]\n"
    found = of(find_in({"data/partners/nhom.yaml": text}), "KH101")
    assert len(found) == 40
    assert sum("có phải" in one.hint for one in found) == 20


def test_a_calendar_that_no_table_carries_is_unknown(find_in: FindIn) -> None:
    settings = (
        "schema: 1\nprovince: {name: Mẫu, code: '00', place: Mẫu}\n"
        "focal: so-khcn\nissuer: ubnd-tinh\ncalendar: nd09-2018\n"
    )
    found = of(find_in({"kehoach.yaml": settings}), "KH101")
    assert [(one.span.line, one.message) for one in found] == [
        (5, "không có lịch chốt số liệu nào tên là «nd09-2018»")
    ]
    assert found[0].hint.startswith("có phải ý là «nd09-2019»?")


def test_a_second_declaration_shows_the_first(find_in: FindIn) -> None:
    found = of(
        find_in({"data/partners/xa-mot.yaml": "id: xa-mot\nname: Công ty Một\nkind: company\n"}),
        "KH102",
    )
    assert [(one.span.file, one.span.line) for one in found] == [("data/partners/xa-mot.yaml", 1)]
    first = found[0].related[0]
    assert (first.span.file, first.message) == ("data/agencies.yaml", "khai báo lần đầu ở đây")


def test_an_abolished_agency_shows_its_successor_and_where_it_ended(find_in: FindIn) -> None:
    text = CHALLENGE.format(who="so-cu", plan="mau")
    (found,) = of(find_in({"data/challenges.yaml": text}), "KH103")
    assert found.message == (
        "«Sở Thông tin và Truyền thông» (so-cu) đã kết thúc hoạt động ngày 28/02/2025, "
        "trước ngày 10/4/2026"
    )
    assert found.hint == "ghi cơ quan kế thừa: so-khcn («Sở Khoa học và Công nghệ»)"
    assert found.related[0].span.file == "data/agencies.yaml"


@pytest.mark.parametrize(
    ("file", "text", "count"),
    [
        # a report is judged by its own day
        (
            "data/plans/mau/progress/2025/so-cu.yaml",
            'sender: so-cu\nperiod: "2025"\nreported: 2025-01-20\nnothing_to_report: true\n',
            0,
        ),
        (
            "data/plans/mau/progress/2027/so-cu.yaml",
            'sender: so-cu\nperiod: "2027"\nreported: 2027-01-20\nnothing_to_report: true\n',
            1,
        ),
        # a partner's contact and a session without a day, by the day of the check
        (
            "data/partners/x.yaml",
            "id: x\nname: X\nkind: company\nfocal_points: {province: so-cu}\n",
            1,
        ),
        (
            "data/plans/mau/sessions/s.yaml",
            SESSION,
            0,
        ),
        # a commitment, by the day of its plan
        (
            "data/partners/x.yaml",
            COMMITMENT,
            1,
        ),
    ],
)
def test_a_reference_is_judged_by_the_day_it_is_of(
    find_in: FindIn, file: str, text: str, count: int
) -> None:
    assert len(of(find_in({file: text}), "KH103")) == count


def test_a_successor_that_is_gone_too_is_passed_over(find_in: FindIn) -> None:
    register = (
        "- {id: ubnd-tinh, name: UBND tỉnh, kind: province}\n"
        "- {id: so-a, name: Sở A, kind: department, to: 2020-01-01, successor: so-b}\n"
        "- {id: so-b, name: Sở B, kind: department, to: 2025-01-01, successor: so-khcn}\n"
        "- {id: so-c, name: Sở C, kind: department, to: 2025-01-01}\n"
        "- {id: so-khcn, name: Sở KH&CN, kind: department}\n"
        "- {id: so-tc, name: Sở Tài chính, kind: department}\n"
        "- {id: nhom, name: Nhóm, kind: group, members: [so-a, so-c]}\n"
        "- {id: cac-so-nganh, name: Nhóm, kind: group, members_from: {kind: department}}\n"
        "- {id: cac-xa, name: Nhóm, kind: group, open: true}\n"
    )
    found = of(find_in({"data/agencies.yaml": register}), "KH103")
    assert [one.hint.split(":")[0] for one in found] == [
        "ghi cơ quan kế thừa",
        "ghi cơ quan đang đảm nhiệm việc này; thêm khóa successor vào danh bạ",
    ]
    assert "so-khcn" in found[0].hint


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("parent", "cơ quan «a» trực thuộc chính nó: a → b → c → a"),
        ("successor", "cơ quan «a» kế thừa chính nó: a → b → c → a"),
    ],
)
def test_circles_of_single_agencies_are_said_once(find_in: FindIn, key: str, sentence: str) -> None:
    ring = "".join(
        f"- {{id: {one}, name: {one}, kind: unit, {key}: {following}}}\n"
        for one, following in ("ab", "bc", "ca", "da")
    )
    found = of(find_in({"data/communes.yaml": ring}), "KH107")
    assert [one.message for one in found] == [sentence]


def test_a_group_that_leads_a_task_of_the_annex_it_is_derived_from(find_in: FindIn) -> None:
    group = "- {id: g, name: G, kind: group, members_from: {plan: mau, leads_of: annex}}\n"
    tasks = (
        "annex: {title: DANH MỤC}\ntasks:\n"
        "  - {id: t, kind: annex, source: {clause: Phụ lục}, title: Làm, lead: g}\n"
    )
    found = of(find_in({"data/communes.yaml": group, "data/plans/mau/tasks.yaml": tasks}), "KH107")
    assert [one.message for one in found] == ["nhóm «g» chứa chính nó: g → g"]


def test_a_long_list_of_unconfirmed_names_is_cut(find_in: FindIn) -> None:
    units = "".join(
        f"- {{id: xa-{number}, name: Xã {number}, kind: commune, confirmed: false}}\n"
        for number in range(1, 10)
    )
    members = ", ".join(f"xa-{number}" for number in range(1, 10))
    group = f"- {{id: g, name: G, kind: group, members: [{members}]}}\n"
    (found,) = of(find_in({"data/communes.yaml": units + group}), "KH104")
    assert found.message.startswith("9 cơ quan, đơn vị đang dùng")
    assert found.message.endswith("«Xã 6» và 3 nơi khác")


def test_members_from_that_says_nothing_is_an_empty_group(find_in: FindIn) -> None:
    group = "- {id: g, name: G, kind: group, members_from: {plan: mau}}\n"
    assert len(of(find_in({"data/communes.yaml": group}), "KH106")) == 1


def test_the_settings_are_judged_by_the_day_of_the_check(find_in: FindIn) -> None:
    settings = (
        "schema: 1\nprovince: {name: Mẫu, code: '00', place: Mẫu}\n"
        "focal: so-cu\nissuer: ubnd-tinh\n"
    )
    (found,) = of(find_in({"kehoach.yaml": settings}), "KH103")
    assert "trước ngày 30/6/2027" in found.message


def test_a_draft_is_judged_by_the_day_of_the_check(root: Path, find_in: FindIn) -> None:
    plan = root / "data/plans/mau/plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("state: issued", "state: draft")
    plan.write_text(text.replace("[so-khcn, cac-xa]", "[so-cu, cac-xa]"), encoding="utf-8")
    (found,) = of(find_in({}), "KH103")
    assert "trước ngày 30/6/2027" in found.message


def test_an_unknown_task_is_guessed_by_its_id(find_in: FindIn) -> None:
    text = (
        "- {task: pl-01, due: Quý I/2028, reason: chờ,"
        " granted: {number: 12/UBND-KGVX, date: 2027-06-30}}\n"
    )
    (found,) = of(find_in({"data/plans/mau/extensions.yaml": text}), "KH101")
    assert found.hint.startswith("có phải ý là «pl-1»?")


REPORT = {
    "data/plans/mau/progress/2026/so-yt.yaml": 'sender: so-yt\nperiod: "2026"\n'
    "reported: 2026-12-10\ntasks:\n  - {task: pl-9, status: in-progress}\n"
    "  - {task: pl-1, status: in-progress}\n"
}
CLOSED = {
    "data/plans/mau/closings.yaml": '- period: "2026"\n  closed: 2026-12-20\n'
    f"  fingerprint: {'0' * 64}\n"
}
AMENDED = {
    "data/plans/mau/amendments.yaml": "- id: sua-doi-1\n  kind: amend\n"
    "  changes: [{clause: Phụ lục, old: Xây dựng trạm dữ liệu}]\n"
}
ADDED = {
    "data/plans/mau/amendments.yaml": "- id: sua-doi-1\n  kind: amend\n"
    "  changes: [{clause: Phụ lục, new: Xây dựng trạm dữ liệu}]\n"
}


class TestDropped:
    """What an amendment took out of a plan goes on standing where nobody may edit it."""

    def test_a_report_of_a_closed_round_tells_of_what_was(self, find_in: FindIn) -> None:
        found = find_in({**REPORT, **CLOSED, **AMENDED})
        assert of(found, "KH101") == of(found, "KH308") == []

    @pytest.mark.parametrize("more", [CLOSED, AMENDED, {**CLOSED, **ADDED}])
    def test_any_other_is_a_fault(self, find_in: FindIn, more: dict[str, str]) -> None:
        found = find_in({**REPORT, **more})
        assert (len(of(found, "KH101")), len(of(found, "KH308"))) == (1, 1)

    def test_a_granted_extension_stands(self, find_in: FindIn) -> None:
        asked = "- {task: pl-9, due: Quý I/2028, reason: chờ vốn"
        granted = f"{asked}, granted: {{number: 3/UBND-TH, date: 2027-01-05}}}}\n"
        for text, count in ((f"{asked}}}\n", 1), (granted, 0)):
            found = find_in({"data/plans/mau/extensions.yaml": text, **AMENDED})
            assert len(of(found, "KH101")) == count
