"""KH3xx, KH4xx and KH6xx beyond the examples of their pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Diagnostic

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]

REPORT = "data/plans/mau/progress/2027/so-khcn.yaml"
PLAN = "data/plans/mau/plan.yaml"
TASKS = "data/plans/mau/tasks.yaml"
PARTNER = "data/partners/doi-tac.yaml"
DONE = "status: done, done_on: 2027-06-10, product: [{link: 'https://a.vn'}]"


def of(found: list[Diagnostic], code: str) -> list[Diagnostic]:
    return [one for one in found if one.code == code]


def report(*entries: str, top: str = "", sender: str = "so-khcn") -> str:
    head = f'sender: {sender}\nperiod: "2027"\nreported: 2027-06-20\n{top}'
    return head + "tasks:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def task(more: str, own_id: str = "pl-1") -> str:
    head = f"id: {own_id}, kind: annex, source: {{clause: Phụ lục}}, title: Xây dựng kho dữ liệu"
    return f"tasks:\n  - {{{head}, {more}}}\n"


def commitments(*lines: str) -> str:
    head = "id: doi-tac\nname: Tổng công ty Đối tác\nkind: telecom\ncommitments:\n"
    return head + "".join(f"  - {{{line}}}\n" for line in lines)


def promise(letter: str, plan: str = "mau") -> str:
    return f"id: dt-{plan}-{ord(letter)}, plan: {plan}, letter: {letter}, parts: [Hỗ trợ]"


def test_a_finding_names_the_task_and_shows_the_document_that_contradicts(find_in: FindIn) -> None:
    found = find_in({REPORT: report("task: pl-1, " + DONE.replace("06-10", "06-25"))})
    (one,) = of(found, "KH306")
    assert one.message == (
        "nhiệm vụ pl-1 (Xây dựng kho dữ liệu dùng chung) ghi hoàn thành ngày 25/6/2027, "
        "sau ngày báo cáo 20/6/2027"
    )
    assert [(other.span.line, other.message) for other in one.related] == [
        (3, "ngày báo cáo ở đây")
    ]


def test_a_long_title_is_cut_at_a_word(find_in: FindIn) -> None:
    title = "Xây dựng kho dữ liệu dùng chung của tỉnh và kết nối với các cơ sở dữ liệu quốc gia"
    line = f"  - {{id: pl-1, kind: annex, source: {{clause: Phụ lục}}, title: {title}}}\n"
    (one,) = of(find_in({TASKS: "tasks:\n" + line}), "KH301")
    assert (
        "pl-1 (Xây dựng kho dữ liệu dùng chung của tỉnh và kết nối với các …) chưa" in one.message
    )


@pytest.mark.parametrize("code", ["KH302", "KH303", "KH305", "KH314"])
def test_an_empty_value_does_not_count_as_given(find_in: FindIn, code: str) -> None:
    entries = {
        "KH302": "task: pl-1, status: done, done_on: 2027-06-10, product: [{}]",
        "KH303": "task: pl-1, status: done, product: [{link: 'https://a.vn'}]",
        "KH305": "task: pl-1, status: dropped, document: {}",
        "KH314": "task: pl-1, status: submitted, submitted: {}",
    }
    assert of(find_in({REPORT: report(entries[code])}), code)


def test_the_clarity_set_of_the_plan_comes_before_that_of_the_workspace(
    find_in: FindIn, root: Path
) -> None:
    plan = (root / PLAN).read_text(encoding="utf-8")
    files = {
        TASKS: task("lead: so-khcn"),
        PLAN: plan + "clarity: [responsibility, resources, inspection]\n",
    }
    (one,) = of(find_in(files), "KH301")
    assert one.message.endswith("chưa rõ nguồn lực")
    assert one.hint == "điền khóa money"


def test_a_plan_that_cannot_be_read_is_measured_by_the_settings(find_in: FindIn) -> None:
    found = find_in({TASKS: task("lead: so-khcn"), PLAN: "id: mau\n"})
    (one,) = of(found, "KH301")
    assert one.message.endswith("chưa rõ người, rõ thời gian, rõ sản phẩm và rõ thẩm quyền")


@pytest.mark.parametrize(
    ("due", "entry", "expected"),
    [
        ("Quý I/2027", "task: pl-1, status: in-progress", 1),
        ("Quý I/2027", "task: pl-1, status: in-progress, late_note: chờ vốn", 0),
        ("Quý I/2027", "task: pl-1, status: submitted, submitted: {number: 1/TTr-SYT}", 0),
        ("Quý I/2027", "task: pl-1, status: suspended, document: {number: 1/QĐ-UBND}", 0),
        ("Quý I/2027", "task: pl-1, " + DONE, 1),
        ("20/6/2027", "task: pl-1, status: in-progress", 0),
        ("Trước ngày 15/3 hằng năm", "task: pl-1, status: in-progress", 1),
        ("Trước ngày 20 hằng tháng", "task: pl-1, " + DONE, 0),
        ("Thường xuyên", "task: pl-1, status: in-progress", 0),
        ("Quý I/2027", "task: pl-9, status: in-progress", 0),
    ],
)
def test_only_who_is_late_and_could_help_it_must_give_a_reason(
    find_in: FindIn, due: str, entry: str, expected: int
) -> None:
    found = find_in({TASKS: task(f"lead: so-khcn, due: {due}"), REPORT: report(entry)})
    assert len(of(found, "KH304")) == expected


@pytest.mark.parametrize(("assigned", "expected"), [("2026-04-27", 0), ("2025-11-01", 1)])
def test_a_round_that_was_over_before_the_task_was_assigned_is_nobodys(
    find_in: FindIn, assigned: str, expected: int
) -> None:
    due = f"lead: so-khcn, due: Trước ngày 20/12 hằng năm, assigned: {assigned}"
    said = report("task: pl-1, status: in-progress").replace("2027", "2026")
    path = REPORT.replace("2027", "2026")
    found = of(find_in({TASKS: task(due), path: said}), "KH304")
    assert len(found) == expected
    assert all("19/12/2025" in one.message for one in found)


def test_lateness_is_measured_when_the_figures_close_not_when_the_report_is_sent(
    find_in: FindIn,
) -> None:
    late = report("task: pl-1, status: in-progress").replace("2027-06-20", "2027-12-20")
    found = find_in({TASKS: task("lead: so-khcn, due: 15/12/2027"), REPORT: late})
    assert not of(found, "KH304")


def test_a_report_for_no_known_period_is_not_measured(find_in: FindIn) -> None:
    odd = report("task: pl-1, status: in-progress, spent: 1 tỷ đồng").replace('"2027"', "nay")
    money = "money: [{year: 2027, level: tinh, kind: dau-tu, source: NS, spent: 1 triệu đồng}]"
    found = find_in({TASKS: task(f"lead: so-khcn, due: Quý I/2027, {money}"), REPORT: odd})
    assert not of(found, "KH304")
    assert not of(found, "KH605")


def test_lateness_points_at_the_extension_that_was_missed_too(find_in: FindIn) -> None:
    files = {
        TASKS: task("lead: so-khcn, due: Quý I/2027"),
        "data/plans/mau/extensions.yaml": (
            "- task: pl-1\n  due: Tháng 5/2027\n  reason: chờ vốn\n"
            "  granted: {number: 1/UBND-TH, date: 2027-03-01}\n"
        ),
        REPORT: report("task: pl-1, status: in-progress"),
    }
    (one,) = of(find_in(files), "KH304")
    assert "đã qua hạn 31/5/2027" in one.message
    assert [other.span.file for other in one.related] == ["data/plans/mau/extensions.yaml"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("task: pl-1, percent: 80, " + DONE, 1),
        ("task: pl-1, percent: 100, " + DONE, 0),
        ("task: pl-1, percent: 0, status: not-started", 0),
        ("task: pl-1, percent: 0, status: in-progress", 0),
        ("task: pl-1, percent: 100, status: dropped, document: {number: 1/QĐ-UBND}", 0),
    ],
)
def test_percentages_that_can_go_with_the_status_are_silent(
    find_in: FindIn, entry: str, expected: int
) -> None:
    assert len(of(find_in({REPORT: report(entry)}), "KH307")) == expected


def test_who_may_report_on_what(find_in: FindIn) -> None:
    other_plan = (
        "id: hai\ntext: reconstructed\ntitle: Kế hoạch khác\nperiod: '2027'\nintro: Mở đầu.\n"
        "sections: [{heading: NỘI DUNG}]\nclosing: Hết./.\nfiling: 'Lưu: VT'\n"
        "signer: {lines: [CHỦ TỊCH]}\n"
    )
    found = find_in(
        {
            "data/plans/hai/plan.yaml": other_plan,
            "data/plans/hai/tasks.yaml": task("lead: cac-mo", own_id="hai-1"),
            "data/partners/cac-mo.yaml": "id: cac-mo\nname: Các hội\nkind: group\nopen: true\n",
            "data/plans/hai/progress/2027/so-yt.yaml": report(
                "task: hai-1, status: in-progress", sender="so-yt"
            ),
            REPORT: report("task: hai-1, status: in-progress", "task: khong-co, status: done"),
            "data/plans/mau/progress/2027/la.yaml": report(
                "task: pl-1, status: done",
                top="commitments: [{commitment: doi-tac-a, kept: yes}]\n",
                sender="noi-la",
            ),
        }
    )
    (one,) = of(found, "KH308")
    assert (one.span.file, one.message) == (
        REPORT,
        "nhiệm vụ hai-1 (Xây dựng kho dữ liệu) thuộc kế hoạch khác («hai»)",
    )


def test_the_counterpart_may_report_on_a_commitment(find_in: FindIn) -> None:
    files = {
        PARTNER: commitments(promise("a") + ", counterpart: so-khcn"),
        REPORT: report(
            "task: pl-1, status: in-progress",
            top="commitments: [{commitment: dt-mau-97, kept: yes}, {commitment: xx, kept: no}]\n",
        ),
    }
    assert not of(find_in(files), "KH308")


def promised(commitment: str, sender: str) -> str:
    head = f'sender: {sender}\nperiod: "2027"\nreported: 2027-06-20\n'
    return f"{head}commitments: [{{commitment: {commitment}, kept: yes}}]\n"


def test_the_focal_agency_may_report_on_any_commitment(find_in: FindIn) -> None:
    files = {
        PARTNER: commitments(promise("a") + ", counterpart: so-tc"),
        REPORT: promised("dt-mau-97", "so-khcn"),
        REPORT.replace("so-khcn", "so-yt"): promised("dt-mau-97", "so-yt"),
    }
    (one,) = of(find_in(files), "KH308")
    assert one.message.startswith("Sở Y tế báo cáo cam kết dt-mau-97 là cam kết của ")


def test_a_commitment_reported_on_another_plan_is_found(find_in: FindIn) -> None:
    files = {
        PARTNER: commitments(promise("a"), promise("a", "hai")),
        REPORT.replace("so-khcn", "doi-tac"): promised("dt-hai-97", "doi-tac"),
    }
    found = find_in(files)
    (one,) = of(found, "KH308")
    assert one.message == "cam kết dt-hai-97 thuộc kế hoạch khác («hai»)"
    assert not of(found, "KH409")


def test_a_commitment_reported_twice_is_found(find_in: FindIn) -> None:
    twice = "commitments:\n" + "  - {commitment: doi-tac-a, kept: yes}\n" * 2
    found = of(find_in({REPORT: report("task: pl-1, status: in-progress", top=twice)}), "KH309")
    assert [one.message for one in found] == ["báo cáo này nói hai lần về cam kết doi-tac-a"]


def evidence(file: str) -> str:
    return report(f"task: pl-1, status: in-progress, product: [{{file: '{file}'}}]")


def test_evidence_spelt_otherwise_is_offered(find_in: FindIn) -> None:
    files: dict[str, str | bytes] = {
        "data/plans/mau/evidence/Biên bản.pdf": b"%PDF\x00",
        REPORT: evidence("evidence/bien ban.PDF"),
    }
    (one,) = of(find_in(files), "KH310")
    assert one.hint.startswith("có phải ý là «evidence/Biên bản.pdf»? đặt tệp vào data/plans/mau/")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("/etc/passwd", "dẫn ra ngoài"),
        ("evidence\\a.pdf", "dẫn ra ngoài"),
        ("evidence/../../../a.pdf", "dẫn ra ngoài"),
        ("a.pdf", "không có tệp"),
        ("evidence", "không có tệp"),
        ("plan.yaml", "không nằm trong thư mục evidence"),
    ],
)
def test_evidence_must_be_a_file_of_the_evidence_folder(
    find_in: FindIn, file: str, words: str
) -> None:
    (one,) = of(find_in({REPORT: evidence(file)}), "KH310")
    assert words in one.message


def test_evidence_may_be_a_link_inside_the_workspace_only(
    find_in: FindIn, root: Path, tmp_path: Path
) -> None:
    folder = root / "data/plans/mau/evidence"
    folder.mkdir()
    (tmp_path / "secret.pdf").write_text("x", encoding="utf-8")
    (folder / "ngoai.pdf").symlink_to(tmp_path / "secret.pdf")
    (folder / "vong.pdf").symlink_to(folder / "vong.pdf")
    (folder / "that.pdf").write_text("x", encoding="utf-8")
    (folder / "trong.pdf").symlink_to(folder / "that.pdf")
    product = "[{file: evidence/ngoai.pdf}, {file: evidence/trong.pdf}, {file: evidence/that.pdf}]"
    found = find_in({REPORT: report(f"task: pl-1, status: in-progress, product: {product}")})
    assert ["ngoai.pdf" in one.message for one in of(found, "KH310")] == [True]


def test_evidence_of_commitments_is_looked_for_too(find_in: FindIn) -> None:
    top = "commitments: [{commitment: doi-tac-a, kept: yes, product: [{file: evidence/a.pdf}]}]\n"
    found = find_in({REPORT: report("task: pl-1, status: in-progress", top=top)})
    assert [one.span.line for one in of(found, "KH310")] == [4]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2027-03-16", "2027-06-16", 1),
        ("2027-06-16", "2027-06-16", 0),
        ("2027-06-17", "2027-06-16", 0),
    ],
)
def test_a_task_is_reopened_only_by_a_later_report(
    find_in: FindIn, first: str, second: str, expected: int
) -> None:
    done = report("task: pl-1, " + DONE).replace("2027-06-20", first)
    running = report("task: pl-1, status: in-progress").replace("2027-06-20", second)
    files = {
        "data/plans/mau/progress/2027-q1/so-khcn.yaml": done,
        "data/plans/mau/progress/2027-q2/so-khcn.yaml": running,
    }
    assert len(of(find_in(files), "KH313")) == expected


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("task: pl-1, status: in-progress, done_on: 2027-06-10", "nhưng trạng thái là «đang thực"),
        ("task: pl-1, submitted: {date: 2027-06-15}, " + DONE, "sau ngày hoàn thành 10/6/2027"),
        ("task: pl-1, status: dropped, document: {date: 2027-07-01}", "văn bản cho phép"),
        ("task: pl-1, status: not-started, product: [{link: 'https://a.vn'}]", "ghi sản phẩm"),
        ("task: pl-1, status: in-progress, product: [{document: {date: 1/7/2027}}]", "sản phẩm"),
    ],
)
def test_figures_of_one_report_that_contradict_each_other(
    find_in: FindIn, entry: str, words: str
) -> None:
    (one,) = of(find_in({REPORT: report(entry)}), "KH316")
    assert words in one.message


@pytest.mark.parametrize(
    "entry",
    [
        "task: pl-1, status: not-started, spent: 0",
        "task: pl-1, status: not-started, product: []",
        "task: khong-co, " + DONE,
    ],
)
def test_figures_that_can_all_be_true_are_silent(find_in: FindIn, entry: str) -> None:
    assert not of(find_in({REPORT: report(entry)}), "KH316")


def test_the_day_of_assignment_of_the_task_comes_before_that_of_the_plan(find_in: FindIn) -> None:
    files = {
        TASKS: task("lead: so-khcn, assigned: 2027-06-15"),
        REPORT: report(f"task: pl-1, {DONE}"),
    }
    (one,) = of(find_in(files), "KH316")
    assert "trước khi được giao (15/6/2027)" in one.message


def test_a_plan_of_a_month_without_a_day_assigns_on_no_day(find_in: FindIn, root: Path) -> None:
    plan = (root / PLAN).read_text(encoding="utf-8").replace("date: 2026-04-10", "date: 2027-08")
    assert not of(find_in({PLAN: plan, REPORT: report("task: pl-1, " + DONE)}), "KH316")


def test_the_report_itself_cannot_be_signed_after_it_was_received(find_in: FindIn) -> None:
    top = "document: {number: 5/BC-SKHCN, date: 2027-06-21}\n"
    (one,) = of(find_in({REPORT: report("task: pl-1, status: in-progress", top=top)}), "KH316")
    assert one.message == "văn bản báo cáo ghi ngày 21/6/2027, sau ngày báo cáo 20/6/2027"


@pytest.mark.parametrize(
    ("letters", "marked"),
    [
        ("abcdđegh", ""),
        ("abcdegh", "e"),
        ("bc", "b"),
        ("abb", "b"),
        ("abcdđef", "f"),
        ("abcdđeghiklmnopqrstuvxya", ""),
    ],
)
def test_letters_follow_the_vietnamese_alphabet(find_in: FindIn, letters: str, marked: str) -> None:
    lines = [
        f"id: dt-{n}, plan: mau, letter: {one}, parts: [Hỗ trợ]" for n, one in enumerate(letters)
    ]
    found = of(find_in({PARTNER: commitments(*lines)}), "KH402")
    assert [f"«{letter}»" in one.message for letter, one in zip(marked, found, strict=True)] == [
        True
    ] * len(marked)


def test_letters_are_not_judged_while_a_commitment_cannot_be_read(find_in: FindIn) -> None:
    lines = (promise("a"), promise("b").replace("parts", "part"), promise("c"))
    assert not of(find_in({PARTNER: commitments(*lines)}), "KH402")


def test_a_commitment_for_a_plan_that_takes_any_association(find_in: FindIn, root: Path) -> None:
    plan = (root / PLAN).read_text(encoding="utf-8")
    files = {
        "data/partners/hoi.yaml": "id: hoi\nname: Các hội\nkind: group\nopen: true\n",
        "data/partners/hoi-a.yaml": commitments(promise("a")).replace("doi-tac", "hoi-a"),
        PLAN: plan.replace("partners: [doi-tac]", "partners: [doi-tac, hoi]"),
    }
    found = find_in(files)
    assert not of(found, "KH403")
    (one,) = of(found, "KH404")
    assert one.message == "không mục nào của kế hoạch mau in 1 cam kết của Tổng công ty Đối tác"


def test_a_commitment_of_a_foreign_plan_is_not_called_unprinted_too(find_in: FindIn) -> None:
    files = {"data/partners/la.yaml": commitments(promise("a")).replace("doi-tac", "la")}
    found = find_in(files)
    assert len(of(found, "KH403")) == 1
    assert not of(found, "KH404")


@pytest.mark.parametrize(
    ("split", "words"),
    [
        ("split: {}", "phần việc của mỗi bên"),
        ("split: {province_does: Bố trí kinh phí}", "phần việc của đối tác"),
        ("split: {partner_does: Cấp hạ tầng}", "phần việc của tỉnh"),
        ("commitment: doi-tac-a", "phần việc của mỗi bên"),
    ],
)
def test_the_split_names_the_side_that_is_missing(find_in: FindIn, split: str, words: str) -> None:
    files = {TASKS: task(f"lead: so-khcn, others: [{{agency: doi-tac, role: tham gia}}], {split}")}
    (one,) = of(find_in(files), "KH406")
    assert words in one.message


def money(*lines: str) -> str:
    head = "level: tinh, kind: dau-tu, source: Ngân sách tỉnh"
    return "lead: so-khcn, money: [" + ", ".join(f"{{{head}, {line}}}" for line in lines) + "]"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("year: 2027, spent: 1 tỷ đồng",), 0),
        (("year: 2027, allocated: 1 tỷ đồng, spent: 1 tỷ đồng",), 0),
        (("year: 2027, allocated: 1 tỷ đồng", "year: 2027, spent: 2 tỷ đồng"), 0),
        (("year: 2027, allocated: 2 tỷ đồng", "year: 2028, allocated: 0, spent: 1 tỷ đồng"), 1),
    ],
)
def test_money_spent_is_held_against_what_is_known_to_be_given(
    find_in: FindIn, lines: tuple[str, ...], expected: int
) -> None:
    assert len(of(find_in({TASKS: task(money(*lines))}), "KH602")) == expected


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("year: 2027, allocated: 800 triệu đồng", "chỉ được bố trí 800 triệu đồng"),
        ("year: 2027, spent: 500 triệu đồng", "dòng kinh phí năm 2027 ghi 500 triệu đồng"),
        ("year: 2027, allocated: 1 tỷ đồng", ""),
        ("year: 2026, allocated: 1 triệu đồng", ""),
        ("year: 2027, needed: 1 triệu đồng", ""),
    ],
)
def test_a_report_cannot_spend_more_than_the_task(find_in: FindIn, line: str, words: str) -> None:
    entry = "task: pl-1, status: in-progress, spent: 1 tỷ đồng"
    found = of(find_in({TASKS: task(money(line)), REPORT: report(entry)}), "KH605")
    assert [words in one.message for one in found] == ([True] if words else [])


def test_money_of_a_plan_that_cannot_be_read_is_not_measured(find_in: FindIn) -> None:
    files = {TASKS: task(money("year: 2072, needed: 1 tỷ đồng")), PLAN: "id: mau\n"}
    assert not of(find_in(files), "KH604")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("999999", 1), ("1000000", 0), ("0", 0), ("1.200 đồng", 0), ("'1200'", 1)],
)
def test_bare_digits_below_a_million_are_hardly_dong(
    find_in: FindIn, typed: str, expected: int
) -> None:
    line = f"{{year: 2027, level: tinh, kind: dau-tu, source: NS, spent: {typed}}}"
    entry = f"task: pl-1, status: in-progress, spent: {typed}"
    found = of(find_in({TASKS: task(f"money: [{line}]"), REPORT: report(entry)}), "KH606")
    assert [one.span.file for one in found] == [REPORT, TASKS][: 2 * expected]
