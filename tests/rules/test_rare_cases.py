"""Cases rarer than the examples of a rule's page: all that it then says, with every place.

Missing instead of wrong, met exactly or missed by a day, several at once, a second kind of place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest
from tests.conftest import Golden
from tests.rules.conftest import told
from tests.rules.test_varied import base, said

from kehoach_cli.rules import CHECKS

PLAN = "data/plans/mau/plan.yaml"
TASKS = "data/plans/mau/tasks.yaml"
EXTENSIONS = "data/plans/mau/extensions.yaml"
LETTERS = "data/plans/mau/letters.yaml"
CLOSINGS = "data/plans/mau/closings.yaml"
ISSUED = "data/plans/mau/issued.md"
AMENDMENTS = "data/plans/mau/amendments.yaml"
AGENCIES = "data/agencies.yaml"
CHALLENGES = "data/challenges.yaml"
PARTNER = "data/partners/doi-tac.yaml"

Case = Mapping[str, str]
"""File → its text, laid over the clean workspace."""


def report(
    *entries: str, sender: str = "so-khcn", top: str = "", period: str = "2027", day: str = ""
) -> dict[str, str]:
    """One report of 20/6/2027, if no other day is given, with its tasks in flow style."""
    head = f'sender: {sender}\nperiod: "{period}"\nreported: {day or "2027-06-20"}\n{top}'
    tasks = "tasks:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries) if entries else ""
    return {f"data/plans/mau/progress/{period}/{sender}.yaml": head + tasks}


def tasks(*more: str) -> dict[str, str]:
    """pl-1, pl-2, … of the annex, each with what is given beside its title."""
    lines = (
        f"  - {{id: pl-{number}, kind: annex, source: {{clause: Phụ lục}},"
        f" title: Xây dựng kho dữ liệu {number}, {one}}}\n"
        for number, one in enumerate(more, 1)
    )
    return {TASKS: "annex: {title: DANH MỤC}\ntasks:\n" + "".join(lines)}


def extensions(*lines: str) -> dict[str, str]:
    return {EXTENSIONS: "".join(f"- {{{line}, reason: chờ}}\n" for line in lines)}


def letters(*lines: str) -> dict[str, str]:
    rows = (f"- {{id: cv-{number}, {line}}}\n" for number, line in enumerate(lines, 1))
    return {LETTERS: "".join(rows)}


def changed(file: str, *pairs: tuple[str, str]) -> dict[str, str]:
    """A file of the clean workspace with some words replaced."""
    text = base()[file].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return {file: text}


def plan(own: str, more: str = "", text: str = "") -> dict[str, str]:
    """A second plan; ``more``: its state, number and day."""
    return {
        f"data/plans/{own}/plan.yaml": (
            f"id: {own}\nkind: ke-hoach\n{more}text: {text or 'reconstructed'}\n"
            "title: Triển khai chuyển đổi số\nperiod: 2026 - 2027\n"
            "intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch\n"
            "sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]\n"
            'closing: Các cơ quan thực hiện\nfiling: "Lưu: VT"\n'
            "signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}\n"
        )
    }


def in_plan(own: str, files: Mapping[str, str]) -> dict[str, str]:
    """The same files in the folder of another plan."""
    return {file.replace("plans/mau", f"plans/{own}"): text for file, text in files.items()}


def challenge(*titles: str) -> dict[str, str]:
    return {
        CHALLENGES: "".join(
            f"- id: bt-{number}\n  title: |-\n    {title}\n"
            "  compiled_by: so-khcn\n  source: {plan: mau, clause: I}\n"
            for number, title in enumerate((one.replace("\n", "\n    ") for one in titles), 1)
        )
    }


def money(*lines: str) -> str:
    """The key of a task with those lines."""
    head = "level: tinh, kind: dau-tu, source: NS"
    return "lead: so-khcn, money: [" + ", ".join(f"{{{head}, {line}}}" for line in lines) + "]"


DONE = "status: done, done_on: 2027-06-10"
LINK = "product: [{link: 'https://a.vn'}]"
GRANTED = "granted: {number: 1/UBND-TH, date: 2027-03-01}"
DROPS = {
    AMENDMENTS: "- {id: sd-1, kind: amend, number: 9/KH-UBND, date: 2027-01-05,"
    " changes: [{clause: Phụ lục, old: Có, new: Không}]}\n"
}

FIGURES: dict[str, Case] = {
    "không ngày nào sau ngày báo cáo": report(
        f"task: pl-1, {DONE}, submitted: {{date: 2027-06-10}}, document: {{date: 2027-06-20}}, "
        "product: [{document: {date: 2027-06-20}}, {link: 'https://a.vn'}]",
        "task: nv-1, status: done, done_on: 2026-04-10, submitted: {number: 1/TTr}",
        "task: nv-2, status: not-started, spent: 0, product: [{}]",
        top="document: {date: 2027-06-20}\n",
    ),
    "mọi ngày đều sau ngày báo cáo": report(
        "task: nv-1, status: in-progress",
        "task: pl-1, status: in-progress, submitted: {date: 2027-06-21}",
        "task: nv-2, status: in-progress, document: {number: 2/UBND, date: 2027-06-22}",
        "task: pl-1, status: in-progress, product: [{link: 'https://a.vn'}, "
        "{document: {date: 2027-06-23}}, {document: {number: 3/BC, date: 2027-06-24}}]",
        "task: khong-co, status: in-progress, submitted: {date: 2027-06-25}, "
        "document: {date: 2027-06-26}, product: [{document: {date: 2027-06-27}}]",
        top="document: {number: 5/BC-SKHCN, date: 2027-06-21}\n",
    ),
    "báo cáo đầu không có văn bản, báo cáo sau có": report("task: pl-1, status: in-progress")
    | report(sender="so-tc", top="document: {number: 5/BC-STC}\n")
    | report(sender="so-yt", top="document: {date: 2027-07-01}\n"),
    "hoàn thành trước khi giao và trước khi trình": report(
        "task: nv-1, status: in-progress",
        "task: pl-1, status: done, done_on: 2026-04-09, submitted: {date: 2026-04-10}",
        "task: nv-2, status: done, done_on: 2026-04-10, submitted: {date: 2026-04-11}",
    ),
    "ngày giao riêng": tasks(
        "lead: so-khcn, assigned: 2027-06-10", "lead: so-khcn, assigned: 2027-06-11"
    )
    | report(f"task: pl-1, {DONE}", f"task: pl-2, {DONE}", f"task: pl-3, {DONE}"),
    "kế hoạch không đọc được": {PLAN: "id: mau\n"}
    | report("task: pl-1, status: done, done_on: 2020-01-01"),
    "kế hoạch chưa có ngày": changed(
        PLAN, ("state: issued", "state: draft"), ("date: 2026-04-10\n", "")
    )
    | report("task: pl-1, status: done, done_on: 2020-01-01"),
    "nhiệm vụ của kế hoạch khác": plan("hai", "state: issued\nnumber: 7/KH\ndate: 2027-06-11\n")
    | in_plan("hai", tasks("lead: so-khcn"))
    | {TASKS: "tasks: []\n"}
    | report(f"task: pl-1, {DONE}"),
    "chưa làm mà có kết quả": report(
        f"task: nv-1, status: not-started, spent: 1 đồng, {LINK}",
        f"task: nv-2, status: not-started, done_on: 2027-06-10, {LINK}",
        "task: pl-1, status: in-progress, done_on: 2027-06-10, submitted: {date: 2027-06-12}",
        f"task: pl-1, status: in-progress, spent: 5 triệu đồng, {LINK}",
    ),
}

FOREIGN: dict[str, Case] = {
    "việc thứ hai, cam kết thứ hai": report(
        "task: nv-1, status: in-progress",
        "task: khong-co, status: in-progress",
        "task: pl-1, status: in-progress",
        sender="xa-mot",
        top="commitments: [{commitment: khong-co, kept: yes}, {commitment: doi-tac-b, kept: no}]\n",
    ),
    "nơi phối hợp, đơn vị của đối tác, nơi không có trong danh bạ": report(
        "task: pl-1, status: in-progress", sender="so-tc"
    )
    | report("task: pl-1, status: in-progress", sender="doi-tac-tinh")
    | report(
        "task: pl-1, status: in-progress",
        sender="la",
        top="commitments: [{commitment: doi-tac-a, kept: yes}]\n",
    ),
    "kế hoạch khác": plan("hai")
    | in_plan("hai", tasks("lead: so-yt, support: [so-khcn]"))
    | {TASKS: "tasks: []\n"}
    | report("task: pl-1, status: in-progress", sender="so-yt")
    | report(sender="so-khcn", top="commitments: [{commitment: dt-1, kept: yes}]\n")
    | report(
        sender="doi-tac",
        top="commitments: [{commitment: doi-tac-a, kept: yes}, {commitment: dt-1, kept: yes}]\n",
    )
    | changed(PARTNER, ("id: doi-tac-b\n    plan: mau", "id: dt-1\n    plan: hai")),
    "nhóm mở": {
        "data/partners/cac-hoi.yaml": "id: cac-hoi\nname: Các hội\nkind: group\nopen: true\n",
        **tasks("lead: cac-hoi", "lead: so-khcn, support: [cac-hoi]", "lead: so-khcn"),
        **report(*(f"task: pl-{one}, status: in-progress" for one in (1, 2, 3)), sender="so-yt"),
    },
}

AMENDED: dict[str, Case] = {
    f"{how}, {what}": closed
    | amended
    | report(
        "task: pl-1, status: in-progress",
        sender="so-yt",
        period="2026",
        day="2026-12-10",
        top="commitments: [{commitment: doi-tac-a, kept: yes}]\n",
    )
    for how, closed in {
        "kỳ đã chốt": {
            CLOSINGS: f'- period: "2026"\n  closed: 2026-12-20\n  fingerprint: {"0" * 64}\n'
        },
        "kỳ chưa chốt": {},
    }.items()
    for what, amended in {"kế hoạch đã sửa": DROPS, "kế hoạch chưa sửa": {}}.items()
}

OVERDUE: dict[str, Case] = {
    "đúng hạn và quá một ngày": tasks(
        "lead: so-khcn, due: 19/6/2027", "lead: so-khcn, due: 20/6/2027", "lead: so-khcn"
    )
    | report(*(f"task: pl-{one}, status: in-progress" for one in (3, 4, 2, 1))),
    "xong đúng hạn và sau một ngày": tasks(
        "lead: so-khcn, due: 9/6/2027", "lead: so-khcn, due: 10/6/2027"
    )
    | report(f"task: pl-1, {DONE}", f"task: pl-2, {DONE}", f"task: pl-1, {DONE}, late_note: Có"),
    "gia hạn rồi vẫn quá": tasks(*["lead: so-khcn, due: 31/3/2027"] * 4)
    | extensions(
        f"task: pl-1, due: 19/6/2027, {GRANTED}",
        f"task: pl-2, due: 20/6/2027, {GRANTED}",
        "task: pl-3, due: 31/12/2027, granted: {number: 2/UBND, date: 2027-06-21}",
        "task: pl-4, due: 31/12/2027",
    )
    | report(*(f"task: pl-{one}, status: in-progress" for one in (1, 2, 3, 4))),
    "không phải giải thích": tasks(*["lead: so-khcn, due: 31/3/2027"] * 6)
    | report(
        "task: pl-1, status: submitted",
        "task: pl-2, status: dropped",
        "task: pl-3, status: suspended",
        "task: pl-4, status: in-progress, late_reason: cho-kinh-phi",
        "task: pl-5, status: in-progress, late_note: Chờ vốn",
        "task: pl-6, status: not-started",
    ),
    "báo cáo sau khi kỳ đã hết": tasks(
        "lead: so-khcn, due: 13/12/2027", "lead: so-khcn, due: 14/12/2027"
    )
    | report(
        "task: pl-1, status: in-progress", "task: pl-2, status: in-progress", day="2028-01-05"
    ),
    "kỳ không có thật": tasks("lead: so-khcn, due: 31/3/2027")
    | report("task: pl-1, status: in-progress", period="nay"),
    "nhiều đợt": tasks(
        "lead: so-khcn, due: Trước ngày 20 hằng tháng",
        "lead: so-khcn, due: Trước ngày 20/3 hằng năm",
        "lead: so-khcn, due: Trước ngày 20/3 hằng năm, assigned: 2027-03-20",
        "lead: so-khcn, due: Trước ngày 20/3 hằng năm, assigned: 2027-03-19",
        "lead: so-khcn, due: Hằng quý",
    )
    | report(
        *(f"task: pl-{one}, status: in-progress" for one in (1, 2, 3, 4, 5)),
        *(f"task: pl-{one}, {DONE}" for one in (1, 2, 5)),
    ),
    "hai đợt trong kỳ": tasks(
        "lead: so-khcn, due: Trước ngày 20 hằng tháng, assigned: 2027-01-01",
        "lead: so-khcn, due: Trước ngày 20 hằng tháng, assigned: 2027-02-01",
    )
    | report(
        *(f"task: pl-{one}, status: done, done_on: 2027-03-10" for one in (1, 2)),
        period="2027-q1",
        day="2027-03-12",
    ),
    "đợt trước khi kế hoạch có hiệu lực": changed(PLAN, ("2026-04-10", "2027-04-10"))
    | tasks("lead: so-khcn, due: Trước ngày 20/3 hằng năm", "lead: so-khcn, due: 31/3/2027")
    | report("task: pl-1, status: in-progress", "task: pl-2, status: in-progress"),
    "sau ngày ban hành": tasks("lead: so-khcn, due: 30 ngày kể từ ngày ban hành Kế hoạch")
    | report("task: pl-1, status: in-progress"),
    "hạn thiếu năm": changed(PLAN, ("2026 - 2030\npartners", '"2027"\npartners'))
    | tasks("lead: so-khcn, due: 30/4")
    | report("task: pl-1, status: in-progress"),
    "nhiệm vụ của kế hoạch khác": plan("hai", "state: issued\nnumber: 7/KH\ndate: 2026-06-11\n")
    | in_plan("hai", tasks("lead: so-khcn, due: 31/3/2027"))
    | in_plan("hai", extensions(f"task: pl-1, due: 30/4/2027, {GRANTED}"))
    | {TASKS: "tasks: []\n"}
    | report("task: pl-1, status: in-progress"),
}

MILESTONES: dict[str, Case] = {
    "đúng hạn và sau một ngày": tasks(
        "lead: so-khcn, due: 30/6/2027, milestones: [{text: A, due: 30/6/2027},"
        " {text: B, due: 1/7/2027}, {text: C, due: Thường xuyên}, {text: D, due: Tháng 9/2027}]",
        "lead: so-khcn, milestones: [{text: A, due: 1/7/2029}]",
        "lead: so-khcn, due: Thường xuyên, milestones: [{text: A, due: 1/7/2029}]",
        "lead: so-khcn, due: 1/3/2027, milestones: [{text: A, due: 1/7/2027}]",
    ),
    "việc đầu không có thời hạn": tasks(
        "lead: so-khcn, milestones: [{text: A, due: 1/7/2029}]",
        "lead: so-khcn, due: 30/6/2027, milestones: [{text: A, due: 1/7/2027}]",
    ),
    "gia hạn hai lần, lần sau sớm hơn": tasks(
        *["lead: so-khcn, due: 1/3/2027, milestones: [{text: A, due: 1/7/2027}]"] * 4
    )
    | extensions(
        f"task: pl-1, due: 30/6/2027, {GRANTED}",
        f"task: pl-2, due: 1/7/2027, {GRANTED}",
        f"task: pl-2, due: 1/5/2027, {GRANTED}",
        f"task: pl-3, due: 1/5/2027, {GRANTED}",
        f"task: pl-3, due: Thường xuyên, {GRANTED}",
        "task: pl-4, due: 1/9/2027",
    ),
}

LATER: dict[str, Case] = {
    "bằng, sớm và muộn một ngày": tasks(
        *["lead: so-khcn, due: 30/6/2027, milestones: [{text: A, due: 1/9/2027}]"] * 3,
        "lead: so-khcn",
        "lead: so-khcn, due: Thường xuyên",
    )
    | extensions(
        f"task: pl-1, due: 30/6/2027, {GRANTED}",
        f"task: pl-2, due: 29/6/2027, {GRANTED}",
        f"task: pl-3, due: 1/7/2027, {GRANTED}",
        f"task: pl-4, due: 1/7/2026, {GRANTED}",
        f"task: pl-5, due: 1/7/2026, {GRANTED}",
        f"task: pl-9, due: 1/7/2026, {GRANTED}",
        f"task: pl-3, due: Thường xuyên, {GRANTED}",
        f"task: pl-3, due: 1/7/2027, {GRANTED}",
        f"task: pl-4, due: 1/7/2026, {GRANTED}",
        f"task: pl-1, due: 1/7/2027, {GRANTED}",
    ),
}

UNGRANTED: dict[str, Case] = {
    "đủ mọi cảnh": extensions(
        f"task: pl-1, due: 30/6/2028, {GRANTED}",
        "task: pl-1, due: 1/7/2028",
        "task: pl-1, due: 2/7/2028, requested: {number: 4/TTr}",
        "task: pl-1, due: 3/7/2028, requested: {number: 4/TTr}, granted: {number: 1/UBND}",
        "task: pl-1, due: 4/7/2028, granted: {date: 2027-03-01}",
        "task: pl-1, due: 5/7/2028, granted: {type: Công văn}, requested: {number: 4/TTr}",
    )
}

NOTHING: Mapping[str, Case] = {
    f"{said_so}: {key}": report(top=f"nothing_to_report: {said_so}\n{key}: {value}\n")
    | report(sender="so-tc", top=f"nothing_to_report: {said_so}\n")
    for said_so in ("true", "false")
    for key, value in {
        "tasks": "[{task: nv-1, status: in-progress}, {task: pl-1, status: in-progress}]",
        "commitments": "[{commitment: doi-tac-a, kept: yes}, {commitment: doi-tac-b, kept: no}]",
        "difficulties": "[{id: kk-1, text: Thiếu vốn}]",
        "proposals": "[{id: dx-1, kind: task, title: Hồ sơ sức khỏe số}]",
        "own_plan": "{number: 3/KH-SKHCN, date: 2027-01-05}",
        "integrated": "Lồng ghép vào kế hoạch chuyển đổi số",
    }.items()
} | {
    "nhiệm vụ và cam kết": report(
        "task: nv-1, status: in-progress",
        top="commitments: [{commitment: doi-tac-a, kept: yes}]\nnothing_to_report: true\n",
    )
}

SMALL: dict[str, Case] = {
    "mọi khóa": tasks(
        money(
            "year: 2027, needed: 999999, allocated: 1000000, spent: 1, estimated: '  12 '",
            "year: 2028, needed: 0, allocated: 5 đồng, estimated: 999998",
        ),
        money("year: 2027, spent: 7"),
    )
    | report(
        "task: pl-1, status: in-progress, spent: 1000000",
        "task: pl-1, status: in-progress, spent: 999999",
        "task: khong-co, status: in-progress, spent: 1",
    )
}

YEARS: dict[str, Case] = {
    "trước, đầu, cuối và sau": tasks(
        money("year: 2025, needed: 1 tỷ đồng", "year: 2026, needed: 1 tỷ đồng"),
        money("year: 2030, needed: 1 tỷ đồng", "year: 2031, needed: 1 tỷ đồng"),
    )
    | plan("hai")
    | in_plan("hai", tasks(money("year: 2028, needed: 1 tỷ đồng"))),
    "kế hoạch đầu không đọc được": plan("a-truoc")
    | {"data/plans/a-truoc/plan.yaml": "id: a-truoc\n"}
    | tasks(money("year: 2025, needed: 1 tỷ đồng")),
}

WAITED: dict[str, Case] = {
    "nơi chưa trả lời": {
        AGENCIES: base()[AGENCIES].decode()
        + "".join(f"- {{id: so-{one}, name: Sở {one}, kind: department}}\n" for one in "abcdefg")
    }
    | letters(
        "kind: lay-y-kien, date: 2027-06-01, to: [so-tc, so-yt], answer_due: 2027-06-29",
        "kind: lay-y-kien, number: 2/UBND, date: 2027-06-01, to: [so-yt], answer_due: 2027-06-30",
        "kind: lay-y-kien, number: 3/UBND, date: 2027-06-01, answer_due: 2027-06-20, "
        "to: [so-a, so-b, so-c, so-d, so-e, so-f]",
        "kind: lay-y-kien, number: 4/UBND, date: 2027-06-01, answer_due: 2027-06-20, "
        "to: [so-a, so-b, so-c, so-d, so-e, so-f, so-g]",
        "kind: lay-y-kien, number: 5/UBND, date: 2027-06-01, to: [so-yt]",
        "kind: lay-y-kien, number: 6/UBND, date: 2027-06-01, to: [so-yt], answer_due: 2027-06-20, "
        "answered: [{by: so-yt, date: 2027-06-25}]",
    )
}

UNSENT: dict[str, Case] = {
    "ngày hoặc kỳ đã qua": letters(
        "kind: lay-y-kien, to: [so-tc], answer_due: 2027-06-29",
        "kind: lay-y-kien, number: 2/UBND, to: [so-tc], answer_due: 2027-06-30",
        "kind: don-doc, number: 3/UBND, to: [so-tc], period: 2027-q1",
        "kind: don-doc, number: 4/UBND, to: [so-tc], period: 2027-q3",
        "kind: don-doc, to: [so-tc], period: 2027-q1, answer_due: 2027-07-01",
        "kind: don-doc, to: [so-tc], period: 2027-q3, answer_due: 2027-06-01",
        "kind: don-doc, to: [so-tc]",
        "kind: don-doc, to: [so-tc], period: 2027-q1, date: 2027-01-01",
    )
}

OPINIONS: dict[str, Case] = {
    "ý kiến thứ hai của nơi thứ hai": letters(
        "kind: lay-y-kien, to: [so-tc]",
        "kind: lay-y-kien, number: 2/UBND, date: 2027-06-01, to: [so-tc, so-khcn], answered: ["
        "{by: so-tc, date: 2027-06-10, agrees: true}, {by: so-khcn, date: 2027-06-10, opinions: ["
        "{text: Ghi rõ hạn, taken: 'yes'}, {text: Bổ sung vốn, taken: partly}, "
        "{text: Bỏ mục II, taken: 'no', answer: Mục II là bắt buộc}, {text: Bỏ mục I, taken: 'no'},"
        " {text: Sửa tên}]}]",
    )
}

ISSUED_PLAN = "state: issued\nnumber: {}\ndate: {}\n"
SESSION = (
    "id: {}\ntitle: Họp\nstate: concluded\ntime: Sáng\nday: 2026-05-04\nplace: A\n"
    "conclusions: {{{}}}\n"
)
REUSED: dict[str, Case] = {
    "kế hoạch, sửa đổi và thông báo": plan("hai", ISSUED_PLAN.format("15/KH-UBND", "2027-04-10"))
    | plan("ba", "number: 15/KH-UBND\n")
    | plan("bon", "state: issued\ndate: 2026-04-10\n")
    | plan("nam", ISSUED_PLAN.format("015/KH-UBND", "2026-08"))
    | {
        AMENDMENTS: "".join(
            f"- {{id: sd-{number}, kind: correct, {line}changes: [{{clause: I, new: Có}}]}}\n"
            for number, line in enumerate(
                (
                    "",
                    "number: 15/KH-UBND, ",
                    "date: 2026-04-10, ",
                    "number: 0015/KH-UBND, date: 2026-12-31, ",
                    "number: 15/KH-UBND, date: 2027-01-01, ",
                    "number: 7/TB-UBND, date: 2026-05-01, ",
                ),
                1,
            )
        )
    }
    | {
        f"data/plans/mau/sessions/{own}.yaml": SESSION.format(own, end)
        for own, end in (
            ("s-a", "number: 7/TB-UBND"),
            ("s-b", "date: 2026-05-05"),
            ("s-c", "number: 07/TB-UBND, date: 2026-05-05"),
            ("s-d", "number: 7/TB-UBND, date: 2027-05-05"),
        )
    }
    | {"data/plans/mau/sessions/s-e.yaml": "id: s-e\ntitle: Họp\nstate: held\ntime: S\nplace: A\n"},
    "thư mục không có kế hoạch": {
        "data/plans/a-truoc/plan.yaml": "id: a-truoc\n",
        "data/plans/a-truoc/amendments.yaml": "- {id: sd-1, kind: correct, number: 15/KH-UBND,"
        " date: 2026-01-01, changes: [{clause: I, new: Có}]}\n",
    },
}

FUTURE: dict[str, Case] = {
    "ngày kiểm tra và hôm sau, tháng này và tháng sau": {
        file: text
        for own, day in (
            ("a", "2027-06-30"),
            ("b", "2027-07-01"),
            ("c", "2027-06"),
            ("d", "2027-07"),
        )
        for file, text in plan(own, ISSUED_PLAN.format("1/KH", day)).items()
    }
    | plan("e", "date: 2028-01-01\n")
    | plan("f", "state: issued\nnumber: 2/KH\n")
    | {"data/plans/a-truoc/plan.yaml": "id: a-truoc\n"},
}

UNNUMBERED: dict[str, Case] = {
    "số, ngày và tháng": plan("a", "state: issued\n")
    | plan("b", "state: issued\nnumber: 1/KH\ndate: 2026-05\n")
    | plan("c", "state: issued\ndate: 2026-05\n")
    | plan("d", "state: issued\ndate: 2026-05-04\n")
    | plan("e", "date: 2026-05\n")
    | plan("f", "state: issued\nnumber: 1/KH\ndate: 2026-05-04\n")
    | plan("g", "state: issued\nnumber: 1/KH\n")
    | {"data/plans/a-truoc/plan.yaml": "id: a-truoc\n"}
}

UNSIGNED: dict[str, Case] = {
    "đã ký, dự thảo, dựng lại": plan("a", ISSUED_PLAN.format("1/KH", "2026-05-04"), "verbatim")
    | plan("b", "number: 2/KH\n", "verbatim")
    | plan("c", ISSUED_PLAN.format("3/KH", "2026-05-04"))
    | {"data/plans/a-truoc/plan.yaml": "id: a-truoc\n"}
    | plan("z", ISSUED_PLAN.format("4/KH", "2026-05-04"), "verbatim")
}

SYMBOLS: dict[str, Case] = {
    "kế hoạch": plan("a", "number: 9/KH-STC\nissuer: so-tc\n")
    | plan("b", "number: 9/KH-UBND\nissuer: so-tc\n")
    | plan("c", "number: 9a/QĐ-UBND\n")
    | plan("d", "number: 9/CV-UBND\n")
    | plan("e", "number: 9/BC-UBND\nissuer: doi-tac\n")
    | plan("f", "number: 9/BC-UBND\nissuer: xa-mot\n")
    | plan("g", "number: '9'\n")
    | plan("h")
    | {"data/plans/a-truoc/plan.yaml": "id: a-truoc\n"},
    "không có thiết lập": plan("a", "number: 9/BC-UBND\n") | {"kehoach.yaml": "schema: 2\n"},
    "công văn": extensions(
        "task: pl-1, due: 1/7/2028, granted: {number: 12/CV-UBND, date: 2027-03-01}",
        "task: pl-1, due: 2/7/2028, granted: {number: 12a/UBND-CV, date: 2027-03-01}",
        "task: pl-1, due: 3/7/2028, granted: {number: 12/UBND-CVP, date: 2027-03-01}",
        "task: pl-1, due: 4/7/2028, granted: {number: 12/CV, title: 13/CV-UBND}",
    )
    | challenge("12/CV-UBND"),
}

CIRCLES: dict[str, Case] = {
    "nhóm": {
        "data/communes.yaml": "".join(
            f"- {{id: {own}, name: Nhóm {own}, kind: group, members: [{members}]}}\n"
            for own, members in (
                ("z", "so-tc, a"),
                ("a", "so-yt, b, c"),
                ("b", "so-tc, d"),
                ("c", "a"),
                ("d", "so-tc, so-yt, a"),
                ("e", "f"),
                ("f", "so-tc, e, e"),
                ("g", "so-tc, so-yt"),
                ("h", "so-tc, h"),
            )
        )
        + "- {id: x, name: X, kind: department, parent: x}\n"
        + "- {id: y, name: Y, kind: unit, parent: so-tc, successor: w}\n"
        + "- {id: w, name: W, kind: unit, parent: y, successor: y}\n",
        "data/partners/cac-hoi.yaml": "id: cac-hoi\nname: Hội\nkind: group\nmembers: [cac-hoi]\n",
    },
    "chủ trì ở phụ lục": tasks("lead: cac-mo, support: [so-yt]", "lead: so-tc", "lead: h")
    | plan("hai")
    | in_plan("hai", tasks("lead: k", "lead: m"))
    | {
        "data/communes.yaml": (
            "- {id: cac-mo, name: G, kind: group, members_from: {plan: mau, leads_of: annex}}\n"
            "- {id: h, name: H, kind: group, members: [so-tc, cac-mo]}\n"
            "- {id: k, name: K, kind: group, members: [h],"
            " members_from: {plan: hai, leads_of: annex}}\n"
            "- {id: m, name: M, kind: group, members_from: {plan: mau, leads_of: annex}}\n"
            "- {id: l, name: L, kind: group, members_from: {plan: hai, kind: department}}\n"
        )
    },
}

LOOSE = unicodedata.normalize("NFD", "dữ liệu")
DECOMPOSED: dict[str, Case] = {
    "chữ thứ hai của dòng thứ hai": {
        CHALLENGES: f"# Bài toán\n- id: bt-1\n  title: Kho {LOOSE} dùng\n  compiled_by: so-khcn\n"
        f"  source: {{plan: mau, clause: I}}\n# {LOOSE}\n",
        ISSUED: LOOSE.join(("A ", "\n", " B\n")),
    },
    "không phải chữ nào": {ISSUED: "A\n Kho\u2000chung\n", CHALLENGES: "# \u2000\n"},
    "ngoặc kép ở tệp không phải dữ liệu": {ISSUED: '"Ba\\u0301o"\n'},
    "dấu đứng sau dấu cách": {ISSUED: f"A\n \u0301B {LOOSE}\n"},
    "mã trong ngoặc kép": {
        CHALLENGES: '- id: bt-1\n  title: "Một ba\\u0301o ca\\u0301o"\n  compiled_by: so-khcn\n'
        "  source: {plan: mau, clause: I}\n",
        LETTERS: '- {id: cv-1, kind: lay-y-kien, to: [so-tc], answered: [{by: so-tc, date: "1"},'
        ' {by: so-tc, date: 2027-06-10, opinions: [{text: A}, {text: "A\\tB\\u1ebf"},'
        ' {text: "o\\u0323"}]}]}\n',
        ISSUED: 'Đường dẫn C:\\Tệp "a\\u0301"\n',
        EXTENSIONS: 'hỏng: ["a\\u0301\n',
    },
}

PEOPLE: dict[str, Case] = {
    "hai chỗ một dòng, gần và xa": challenge(
        "phục vụ nhân dân, vì nhân\ndân và nhân dân tộc; Nhân dân; Ủy ban nhân dân",
        "do nhà nước và của nhà nước; cơ quan nhà nước; Do nhà\nnước, nhà nước",
        f"của{' ' * 57}nhà nước",
        f"của{' ' * 58}nhà nước",
        f"một, {' ' * 20}nhà nước; nhà nướcA, nhà nước",
        "chỉ do nhà nước",
        "ngân sách nhà nước",
        "Toàn dân: nhân dân số hóa, nhân dân số, nhân dân",
    )
}

NAMES: dict[str, Case] = {
    "tên cơ quan, đối tác và xã": challenge(
        "Sở khoa học và công nghệ và Sở  Tài chinh; Sở Y tế; SỞ Y TÊ",
        "So Khoa hoc va\nCong nghe chủ trì; so khoa hoc va cong nghe",
        "xã Mọt, xã Hại và xã\nMot; xã Một, xã Mọt Lần, phường Mọt",
        "Tổng Công ty Đối tác; Tổng công ty Đối Tác tỉnh; Đối tác tỉnh Mẩu; Đối Tác",
        "ĐMST, DMST, CDS/KH, CTTDT, Công TTĐT và CDS-1, XCDS",
        "Ủy ban Nhân dân tỉnh Mẫu; UBND Tỉnh; Sở KH&cn; Sở KH&CN; UBND xã một",
        "Sở Tài Chính@a.vn, Sở Tài Chính.vn, Sở Tài Chính-A, Sở Tài Chính. Sở Tài Chính",
        "Sở Y tế và Sở Tài Chính; Xxxx",
        "xSở Tài Chính, .Sở Tài Chính, -Sở Tài Chính (Sở Tài Chính)",
    ),
    "tên tỉnh hai chữ, tên dài bắt đầu bằng tên ngắn": {
        "kehoach.yaml": base()["kehoach.yaml"].decode().replace("name: Mẫu", "name: Đắk Lắk"),
        AGENCIES: base()[AGENCIES].decode()
        + "- {id: so-nn, name: Sở Nông nghiệp, kind: department, aliases: [SNN, Sở NN, Snns]}\n"
        "- {id: so-nnm, name: Sở Nông nghiệp và Môi trường, short: Sở NN&MT, kind: department}\n"
        "- {id: xa-ba, name: Ủy ban nhân dân xã Ea Súp, kind: commune}\n"
        "- {id: xa-bon, name: UBND xã Ô, kind: commune}\n"
        "- {id: p-tl, name: UBND phường Tân Lập, kind: commune}\n"
        "- {id: dk, name: UBND đặc khu Đảo Lớn, kind: commune}\n"
        "- {id: cac-ban, name: Các Ban Đảng, kind: group, open: true}\n"
        "- {id: hoi, name: Hội Nghề Cá, kind: mass-org, open: true}\n",
        **challenge(
            "Đăk Lăk, Đắc Lắc, ĐẮC LẮC, Daklak, DakLak, Đắk Lak, đắk lắk, Đắk Lắk, Đăk Lak",
            "Sở nông nghiệp và môi trường, Sở Nông Nghiệp, Sở Nông nghiệp và môi Trường",
            "Sở Nông nghiệp, Sở Nông nghiệp Và Môi trường, Sở Nn, SNN, snn, Sở nn&mt, Snnş, SNNS",
            "xã Ea súp, xã Ea Sup, xã ea Súp, phường Tân lập, Phường Tân Lập, đặc khu Đảo lớn",
            "xã O, xã Ea Súu, xã Ô; Snn, SNNs, Xxxx",
            "Các ban Đảng, Hội nghề cá, phường Tân\n  Lâp và phường Tân Lập",
        ),
    },
}

FIFTY = "Các cơ quan chủ động thực hiện Kế hoạch hằng quý"
assert len(FIFTY) == 48  # and with two more letters all of it is shown
SIGNED = base()[ISSUED].decode()


def signed(*pairs: tuple[str, str]) -> dict[str, str]:
    """The signed text with some words replaced."""
    return changed(ISSUED, *pairs)


REWORDED: Mapping[str, Case] = {
    "khác ở mọi chỗ": changed(
        PLAN,
        ("title: Triển khai hợp tác", "title: Thực hiện hợp tác"),
        ("cụ thể như sau", "như sau"),
        ("heading: NỘI DUNG", "heading: NHIỆM VỤ"),
        ("Các nhiệm vụ cụ thể tại", "Nhiệm vụ tại"),
        ("heading: TỔ CHỨC", "heading: TRÁCH NHIỆM"),
        ("closing: Trên đây là", "closing: Đây là"),
    )
    | changed(PARTNER, ("Cử đơn vị đầu mối", "Cử đơn vị")),
    "lời kết viết lại": changed(PLAN, ("closing: Trên đây là", "closing: Dưới đây là")),
    f"{PLAN} hỏng": {PLAN: changed(PLAN, ("như sau", "sau đây"))[PLAN] + "la: 1\n"},
    "mở đầu khác": changed(PLAN, ("cụ thể như sau", "như sau")),
    "kết khác": changed(PLAN, ("closing: Trên đây là", "closing: Đây là")),
    "tên khác": changed(PLAN, ("title: Triển khai hợp tác", "title: Thực hiện hợp tác")),
    "chữ hoa, dấu câu và chỗ xuống dòng": changed(
        PLAN, ("Các nhiệm vụ cụ thể tại", "**CÁC NHIỆM VỤ,** cụ thể\n      tại")
    ),
    "số mục khác": signed(("I. NỘI DUNG", "III. NỘI DUNG"), ("a) Cử", "c) Cử")),
    "thiếu và thừa": signed(
        ("Các nhiệm vụ cụ thể tại Phụ lục kèm theo.", "Một.\n\nHai.\n  Ba  \n\n***"),
        ("./.\n", "./.\n\nNơi nhận: như trên.\n"),
    ),
    "chữ trước phần mở đầu": signed(("KẾ HOẠCH\n", "KẾ HOẠCH\n\nSố: 15/KH-UBND ./.\n")),
    "chữ ngay dưới phần mở đầu": signed(("như sau.\n", "như sau.\nHai dòng.\n")),
    "không có phần mở đầu": signed(
        ("Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai hợp tác, cụ thể như sau.\n", ""),
        ("Các nhiệm vụ cụ thể tại Phụ lục kèm theo.", "Một."),
    ),
    "kết bỏ dấu hết": signed(("./.\n", ".\n\nNơi nhận: như trên.\n")),
    "dài 50 và 51 chữ": signed(
        ("Các nhiệm vụ", f"{FIFTY} A\n\n{FIFTY} AB\n\n{FIFTY[:-1]} ABC\n\nCác nhiệm vụ")
    ),
    "dài 50 và 51 chữ trong dữ liệu": changed(
        TASKS,
        ("Làm đầu mối theo dõi việc thực hiện Kế hoạch.", f"{FIFTY}  A"),
        ("Phối hợp triển khai trên địa bàn.", f"{FIFTY} AB"),
    ),
    "dự thảo": changed(PLAN, ("state: issued", "state: draft"), ("như sau", "sau đây")),
    "dựng lại": changed(PLAN, ("text: verbatim", "text: reconstructed"), ("như sau", "sau đây")),
    "nơi được giao không có trong danh bạ": changed(
        PLAN, ("duties: [so-khcn", "duties: [so-la"), ("như sau", "sau đây")
    ),
    "đối tác không có trong danh bạ": changed(
        PLAN, ("commitments: [doi-tac]", "commitments: [la]"), ("như sau", "sau đây")
    ),
    "kế hoạch khác không in hết": plan("a", ISSUED_PLAN.format("1/KH", "2026-05-04"), "verbatim")
    | changed(PLAN, ("như sau", "sau đây")),
} | {
    f"{file} hỏng": changed(PLAN, ("như sau", "sau đây")) | {file: text}
    for file, text in {
        TASKS: base()[TASKS].decode() + "la: 1\n",
        PARTNER: base()[PARTNER].decode() + "la: 1\n",
        AGENCIES: base()[AGENCIES].decode() + "- {id: la}\n",
        "data/partners/khac.yaml": "id: khac\n",
        "data/communes.yaml": "- {id: la}\n",
        LETTERS: "- {id: la}\n",
    }.items()
}

CASES: dict[str, Mapping[str, Case]] = {
    "KH107": CIRCLES,
    "KH204": UNGRANTED,
    "KH205": LATER,
    "KH206": MILESTONES,
    "KH212": FUTURE,
    "KH304": OVERDUE,
    "KH308": FOREIGN | AMENDED,
    "KH311": NOTHING,
    "KH316": FIGURES,
    "KH321": WAITED,
    "KH322": UNSENT,
    "KH504": REWORDED,
    "KH505": UNSIGNED,
    "KH506": UNNUMBERED,
    "KH507": SYMBOLS,
    "KH508": REUSED,
    "KH521": OPINIONS,
    "KH604": YEARS,
    "KH606": SMALL,
    "KH701": DECOMPOSED,
    "KH702": NAMES,
    "KH705": PEOPLE,
}


@pytest.mark.parametrize("code", CASES)
def test_all_that_a_rule_says_in_rare_cases(code: str, golden: Golden) -> None:
    (rule,) = (one for one in CHECKS if code == one.CODE)
    given = {
        name: said(rule, {file: text.encode() for file, text in files.items()})
        for name, files in CASES[code].items()
    }
    golden(f"rules/rare/{code}.txt", told(rule, given))
