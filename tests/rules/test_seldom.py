"""What rules say in cases that their pages do not show, word by word and column by column.

Limits met exactly, one below and one above, something missing rather than wrong, several at once,
the right one before and after the wrong one. Each workspace is judged by one rule alone.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.rules.conftest import BASE, told
from tests.rules.test_varied import base, said

from kehoach_cli.rules import (
    abolished_agency,
    accepted_without_task,
    admin_unit_capital,
    agency_twice_in_task,
    agreement_expired,
    agreement_without_signing_date,
    allocated_over_needed,
    annex_not_mentioned,
    annex_without_rows,
    citing_parts,
    clarity_missing,
    clause_not_printed,
    closed_period_changed,
    closing_mark,
    commitment_letters,
    commitment_of_foreign_plan,
    commitment_unconfirmed,
    commitment_words_differ,
    commitments_not_printed,
    commitments_printed_empty,
    concluded_without_number,
    conclusion_source,
    conclusion_without_task,
    date_padding,
    declined_without_reason,
    difficulty_unanswered,
    difficulty_unresolved,
    done_in_the_future,
    done_without_date,
    done_without_product,
    due_before_assignment,
    due_not_a_deadline,
    due_not_understood,
    due_outside_plan,
    due_remark,
    due_spelling,
    duplicate_id,
    duties_without_date,
    empty_group,
    evidence_missing,
)
from kehoach_cli.rules.base import Check, Context
from kehoach_cli.workspace import load

HERE = "data/plans/mau"
AGENCIES, CHALLENGES = "data/agencies.yaml", "data/challenges.yaml"
PLAN, TASKS = f"{HERE}/plan.yaml", f"{HERE}/tasks.yaml"
EXTENSIONS, DECISIONS = f"{HERE}/extensions.yaml", f"{HERE}/decisions.yaml"
LETTERS, RECEIPTS = f"{HERE}/letters.yaml", f"{HERE}/receipts.yaml"
CLOSINGS, SESSION = f"{HERE}/closings.yaml", f"{HERE}/sessions/hop.yaml"
PARTNER, OTHER_PARTNER = "data/partners/doi-tac.yaml", "data/partners/cong-ty.yaml"

Texts = dict[str, str]
GRANTED = "granted: {number: 12/UBND-KGVX, date: 2027-06-30}"
DONE = "status: done, done_on: 2027-06-10, product: [{link: 'https://a.vn'}]"


def report(sender: str, text: str, day: str = "2027-06-20", period: str = "2027") -> Texts:
    """A progress report; ``text``: its tables."""
    head = f'sender: {sender}\nperiod: "{period}"\nreported: {day}\n'
    return {f"{HERE}/progress/{period}/{sender}.yaml": head + text}


def tasks(*lines: str, kind: str = "annex", clause: str = "Phụ lục") -> Texts:
    """A tasks file, «id, title» and more on each line."""
    head = f"kind: {kind}, source: {{clause: {clause}}}"
    rows = "".join(f"  - {{{head}, {line}}}\n" for line in lines)
    return {TASKS: f"annex: {{title: DANH MỤC}}\ntasks:\n{rows}"}


def changed(file: str, *slips: tuple[str, str]) -> Texts:
    """A file of the clean workspace with words put in place of others."""
    text = base()[file].decode()
    for old, new in slips:
        assert old in text
        text = text.replace(old, new)
    return {file: text}


def more(file: str, text: str) -> Texts:
    """A file of the clean workspace with lines after its last."""
    return {file: base()[file].decode() + text}


def line_of(year: int, amounts: str) -> str:
    return f"{{year: {year}, level: tinh, kind: dau-tu, source: Tỉnh, {amounts}}}"


GONE = more(
    AGENCIES,
    """\
- {id: so-a, name: Sở A, kind: department, to: 2026-04-09, successor: so-b}
- {id: so-b, name: Sở B, kind: department, to: 2026-04-09, successor: so-c}
- {id: so-c, name: Sở C, kind: department, to: 2026-04-10, successor: so-khcn}
- {id: so-d, name: Sở D, kind: department, to: 2026-04-09, successor: so-d}
- {id: so-e, name: Sở E, kind: department, to: 2026-04-09, successor: doi-tac}
- {id: so-f, name: Sở F, kind: department, to: 2026-04-09, successor: so-g}
- {id: so-g, name: Sở G, kind: department, to: 2026-04-09, successor: so-f}
- {id: so-h, name: Sở H, kind: department, to: 2027-06-29, parent: so-a}
- {id: so-i, name: Sở I, kind: department, to: 2027-06-30}
- {id: so-k, name: Sở K, kind: department, to: 2027-06-19}
- {id: nhom, name: Nhóm, kind: group, members: [so-tc, so-i, so-h]}
""",
)

HAI = """\
id: hai
kind: ke-hoach
state: draft
text: verbatim
title: Kế hoạch hai
period: 2026 - 2030
intro: Như sau.
sections:
  - {heading: NỘI DUNG, text: Nội dung.}
closing: Thực hiện./.
filing: "Lưu: VT"
signer: {lines: [CHỦ TỊCH]}
"""
TWO = {"data/plans/hai/plan.yaml": HAI}

PROPOSED = report(
    "so-yt",
    "proposals:\n"
    "  - {id: dx-1, kind: task, title: Hồ sơ một}\n"
    "  - {id: dx-2, kind: task, title: Hồ sơ hai}\n"
    "  - {id: dx-3, kind: task, title: Hồ sơ ba}\n",
    "2026-12-10",
    "2026",
)


def from_proposals(*rows: str) -> Texts:
    body = "".join(f"  - {{kind: proposal, {row}}}\n" for row in rows)
    return {TASKS: f"annex: {{title: DANH MỤC}}\ntasks:\n{body}"}


def session(text: str, state: str = "concluded") -> Texts:
    head = f"id: hop\ntitle: Họp\nstate: {state}\ntime: Sáng\nday: 2027-05-05\nplace: A\n"
    return {SESSION: head + text}


def company(text: str, own_id: str = "cong-ty") -> Texts:
    head = f"id: {own_id}\nname: Công ty Mẫu\nshort: Công ty\nkind: company\n"
    return {f"data/partners/{own_id}.yaml": head + text}


def promises(*lines: str) -> str:
    return "commitments:\n" + "".join(f"  - {{{line}, parts: [Hỗ trợ]}}\n" for line in lines)


def kept(*lines: str) -> str:
    return "commitments:\n" + "".join(f"  - {{commitment: {line}}}\n" for line in lines)


WAITING = report(
    "so-yt",
    "difficulties:\n"
    "  - {id: kk-1, text: Thiếu vốn}\n"
    "  - {id: kk-2, text: Thiếu người, to: so-tc}\n"
    "  - {id: kk-3, text: Thiếu chỗ, to: so-tc}\n",
)


def waited(day: str) -> Texts:
    (text,) = WAITING.values()
    return {f"{HERE}/progress/2027/so-yt.yaml": text.replace("2027-06-20", day)}


def steps(*lines: str) -> Texts:
    return {DECISIONS: "difficulties:\n" + "".join(f"  - {{difficulty: {one}}}\n" for one in lines)}


def within(days: int) -> Texts:
    return more("kehoach.yaml", f"answer_within_days: {days}\n")


def closing(period: str, senders: str, more: str = "") -> str:
    head = f'- period: "{period}"\n  closed: 2027-06-25\n  fingerprint: {"0" * 64}\n'
    rows = "".join(f"    - {{sender: {one}, fingerprint: {'1' * 64}}}\n" for one in senders.split())
    return head + (f"  senders:\n{rows}" if rows else "") + more


NOBODY = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"
"""The fingerprint of a period in which nothing was reported."""
OF_YT = "17f726da1be11051bb04574f1c8c64cab1e760fb28bbb3c31c97a7c9421e8524"
"""That of one report, as on the page of KH320."""
REOPENED = "  reopened: {date: 2027-01-01, document: {number: 1/A}, reason: R}\n"
FIVE, SIX = "so-khcn so-tc so-yt xa-hai xa-mot", "so-khcn so-tc so-yt ubnd-tinh xa-hai xa-mot"

CASES: dict[Check, dict[str, Texts]] = {
    abolished_agency: {
        "nhiệm vụ theo ngày ban hành, cơ quan kế thừa qua nhiều bước": GONE
        | tasks(
            "id: a, title: A, lead: so-c, support: [so-a, so-tc, so-b]",
            "id: b, title: B, lead: so-d, support: [so-e, so-f, so-h]",
            "id: c, title: C, lead: so-a, assigned: 2026-04-09",
            "id: d, title: D, lead: so-c, assigned: 2026-04-11",
            "id: e, title: E, lead: so-khcn, approver: so-a",
        ),
        "kế hoạch ban hành trong một tháng": GONE
        | changed(PLAN, ("date: 2026-04-10", 'date: "2026-04"'))
        | tasks("id: a, title: A, lead: so-cu, support: [so-a]"),
        "kế hoạch": GONE
        | changed(PLAN, ("cac-so-nganh", "so-a"), ("duties: [", "duties: [so-c, so-b, ")),
        "kế hoạch chưa ban hành": GONE
        | TWO
        | {
            "data/plans/hai/plan.yaml": HAI + "recipients: [{agency: so-i}, {agency: so-h}]\n",
            "data/plans/hai/tasks.yaml": tasks("id: a, title: A, lead: so-i, support: [so-h]")[
                TASKS
            ],
        },
        "buổi làm việc": GONE
        | session("preparation: [{agency: so-h, text: A}, {agency: so-c, text: B}]\n", "held"),
        "buổi làm việc chưa có ngày": GONE
        | {
            SESSION: "id: hop\ntitle: H\nstate: planned\ntime: Sáng\nplace: A\n"
            "invited: [{agency: so-a, side: province}, {agency: so-c, side: province}]\n"
        },
        "cam kết, bài toán": GONE
        | company(
            "focal_points: {province: so-i}\n"
            + promises(
                "id: ct-a, plan: mau, letter: a, counterpart: so-a",
                "id: ct-b, plan: mau, letter: b, counterpart: so-c",
                "id: ct-c, plan: hai, letter: a, counterpart: so-c",
            )
        )
        | TWO
        | {
            CHALLENGES: "- id: bt-1\n  title: A\n  lead: so-b\n  compiled_by: so-c\n"
            "  source: {plan: mau, clause: I}\n"
            "- id: bt-2\n  title: B\n  lead: so-c\n  source: {plan: hai, clause: I}\n"
        },
        "báo cáo theo ngày báo cáo": GONE
        | report("so-k", "nothing_to_report: true\n", "2027-06-19")
        | report("so-c", "nothing_to_report: true\n", "2026-04-11", "2026"),
        "công văn, tiếp nhận, chốt, quyết định, gia hạn": GONE
        | {
            LETTERS: "- {id: cv-1, kind: don-doc, number: 1/A, date: 2026-04-10, to: [so-c]}\n"
            "- {id: cv-2, kind: don-doc, number: 2/A, date: 2026-04-11, to: [so-c, so-tc]}\n"
            "- {id: cv-3, kind: don-doc, to: [so-i, so-h]}\n",
            RECEIPTS: '- {period: "2026", sender: so-k, received: 2027-06-19, how: form}\n'
            '- {period: "2026", sender: so-k, received: 2027-06-20, how: form}\n',
            DECISIONS: "proposals:\n"
            "  - {proposal: dx-1, outcome: accepted, by: so-k, document: {date: 2027-06-19}}\n"
            "  - {proposal: dx-2, outcome: accepted, by: so-k, document: {date: 2027-06-20}}\n"
            "  - {proposal: dx-3, outcome: accepted, by: so-h, document: {number: 1/A}}\n"
            "difficulties:\n"
            "  - {difficulty: kk-1, state: answered, by: so-k, date: 2027-06-19}\n"
            "  - {difficulty: kk-2, state: answered, by: so-k, date: 2027-06-20}\n",
            CLOSINGS: closing("2026", "so-k so-h").replace("2027-06-25", "2027-06-20"),
            "kehoach.yaml": base()["kehoach.yaml"].decode().replace("so-khcn", "so-h"),
        },
        "không ai nhắc đến": {
            AGENCIES: "- {id: so-cu, name: Sở cũ, kind: department, to: 2025-02-28}\n",
            "kehoach.yaml": "schema: 9\n",
            PLAN: "id: mau\n",
            TASKS: "tasks: []\n",
        },
    },
    accepted_without_task: {
        "nhiều quyết định": PROPOSED
        | {
            DECISIONS: "proposals:\n"
            "  - {proposal: dx-1, outcome: deferred}\n"
            "  - {proposal: dx-2, outcome: accepted}\n"
            "  - {proposal: dx-3, outcome: accepted, task: khac}\n"
        }
        | from_proposals(
            "id: khac, title: Khác, source: {proposal: dx-1}, lead: so-yt",
            "id: nua, title: Nữa, source: {clause: I}, lead: so-yt",
            "id: la, title: Lạ, source: {proposal: dx-9}, lead: so-yt",
        ),
        "có nhiệm vụ mà không ghi mã": PROPOSED
        | {DECISIONS: "proposals:\n  - {proposal: dx-2, outcome: accepted}\n"}
        | from_proposals(
            "id: mot, title: Một, source: {proposal: dx-2}, lead: so-yt",
            "id: hai, title: Hai, source: {proposal: dx-3}, lead: so-yt",
        ),
        "chấp thuận sau khi từ chối, từ chối sau khi chấp thuận": PROPOSED
        | {
            DECISIONS: "proposals:\n"
            "  - {proposal: dx-1, outcome: declined}\n"
            "  - {proposal: dx-1, outcome: accepted, task: mot}\n"
            "  - {proposal: dx-2, outcome: accepted, task: hai}\n"
            "  - {proposal: dx-2, outcome: declined}\n"
            "  - {proposal: dx-3, outcome: accepted, task: khong-co}\n"
        }
        | from_proposals(
            "id: mot, title: Một, source: {proposal: dx-1}, lead: so-yt",
            "id: hai, title: Hai, source: {proposal: dx-2}, lead: so-yt",
        ),
        "quyết định đọc không được": PROPOSED
        | {DECISIONS: "proposals:\n  - {proposal: dx-1, outcome: ok}\n"}
        | from_proposals(
            "id: mot, title: Một, source: {proposal: dx-1}, lead: so-yt",
            "id: hai, title: Hai, source: {proposal: dx-2}, lead: so-yt",
        ),
    },
    admin_unit_capital: {
        "tên nhiều chữ": more(AGENCIES, "- {id: xa-ba, name: UBND xã Ba Làng, kind: commune}\n")
        | {
            CHALLENGES: "- id: bt-1\n  title: Làm ở Xã Ba  Làng, Xã Ba\n"
            "  source: {plan: mau, clause: I}\n"
        },
        "giữa câu, sau dấu câu, đầu câu, đầu dòng, hai lần": {
            CHALLENGES: """\
- id: bt-1
  title: "Xã Một, Xã Hai; Xã  Một (Xã Hai) Xã Hai. Xã Một: Xã Một"
  lead: so-khcn
  source: {plan: mau, clause: Xã Hai và Tỉnh Mẫu}
- id: bt-2
  title: |
    Làm ở Tỉnh
    Mẫu và Tỉnh Mẫu 2, Tỉnh Mẫus; Tỉnh Khác, Phường Một, Xã Mười

    Xã Một làm trước
  lead: so-khcn
  source: {plan: mau, clause: I}
"""
        },
    },
    agency_twice_in_task: {
        "ba lần, đồng chủ trì, không có chủ trì": tasks(
            "id: a, title: A, lead: so-yt, support: [so-tc]",
            "id: b, title: B, lead: so-khcn, co_leads: [so-khcn], support: [so-tc, so-khcn]",
            "id: c, title: C, co_leads: [so-tc, so-tc], support: [so-yt]",
            "id: d, title: D, support: [so-yt, so-tc, so-tc]",
            "id: e, title: E, lead: so-tc, co_leads: [so-yt], support: [so-yt, so-tc]",
        ),
    },
    agreement_expired: {
        "ngày cuối, hôm trước, không có thời hạn": company(
            "agreements:\n"
            "  - {id: h-1, title: Một, status: in-force}\n"
            "  - {id: h-2, title: Hai, period: 2026 - 2027, status: in-force}\n"
            "  - {id: h-3, title: Ba, period: 2025 - 2026, status: ended}\n"
            "  - {id: h-4, title: Bốn, period: 2025 - 2026, status: in-force}\n"
            '  - {id: h-5, title: Năm, period: "2026", status: in-force}\n'
        ),
    },
    agreement_without_signing_date: {
        "trước và sau văn bản đã ký": company(
            "agreements:\n"
            "  - {id: h-1, title: Một, signed: 2026-01-01, status: in-force}\n"
            "  - {id: h-2, title: Hai, status: ended}\n"
            "  - {id: h-3, title: Ba, status: in-force}\n"
            "  - {id: h-4, title: Bốn, status: in-force}\n"
        ),
    },
    allocated_over_needed: {
        "bằng, hơn một đồng, kém một đồng, thiếu": tasks(
            "id: a, title: A, lead: so-yt, money: ["
            + ", ".join(
                line_of(2027, amounts)
                for amounts in (
                    "needed: 100.000.000 đồng, allocated: 100.000.000 đồng",
                    "needed: 100.000.000 đồng, allocated: 100.000.001 đồng",
                    "needed: 100.000.000 đồng, allocated: 99.999.999 đồng",
                    "needed: 100.000.000 đồng",
                    "allocated: 100.000.000 đồng",
                    "needed: 0, allocated: 100.000.000 đồng",
                    "needed: 0, allocated: 0",
                    "needed: 0, allocated: 100.000.000 đồng, supplementary: true",
                )
            )
            + "]",
            f"id: b, title: B, lead: so-yt, money: [{line_of(2028, 'needed: 0, allocated: 5 tỷ')}]",
        ),
    },
    annex_not_mentioned: {
        "hai kế hoạch, kế hoạch trước không có Phụ lục": {
            "data/plans/a/plan.yaml": HAI.replace("id: hai", "id: a"),
            "data/plans/hai/plan.yaml": HAI,
            "data/plans/hai/tasks.yaml": tasks("id: a, title: A, lead: so-tc")[TASKS],
            "data/plans/khong/tasks.yaml": tasks("id: b, title: B, lead: so-tc")[TASKS],
            "data/plans/x/plan.yaml": HAI.replace("id: hai", "id: x").replace(
                "text: Nội dung.", "text: Theo Phụ lục II kèm theo Quyết định số 5."
            ),
            "data/plans/x/tasks.yaml": tasks("id: c, title: C, lead: so-tc")[TASKS],
            "data/plans/y/plan.yaml": HAI.replace("id: hai", "id: y").replace(
                "text: Nội dung.", "text: Theo Phụ lục I Nghị định số 5; phụ lục ấy dài."
            ),
            "data/plans/y/tasks.yaml": tasks("id: d, title: D, lead: so-tc")[TASKS],
            "data/plans/z/plan.yaml": HAI.replace("id: hai", "id: z"),
            "data/plans/z/tasks.yaml": "annex: {title: Z}\ntasks: [{kind: annex}]\n",
        },
    },
    annex_without_rows: {
        "hai kế hoạch, có và không có Phụ lục": {
            "data/plans/a/plan.yaml": HAI.replace("id: hai", "id: a").replace(
                "text: Nội dung.", "text: Theo phụ lục của kế hoạch."
            ),
            "data/plans/b/plan.yaml": HAI.replace("id: hai", "id: b").replace(
                "text: Nội dung.", "text: Theo phụ lục ấy và Phụ lục."
            ),
            "data/plans/b/tasks.yaml": "annex: {title: DANH MỤC B}\ntasks: []\n",
            "data/plans/c/plan.yaml": HAI.replace("id: hai", "id: c"),
            "data/plans/c/tasks.yaml": "annex: {title: DANH MỤC C}\ntasks: []\n",
            "data/plans/d/plan.yaml": HAI.replace("id: hai", "id: d"),
            "data/plans/d/tasks.yaml": "annex: {title: D}\ntasks: [{kind: annex}, {kind: duty}]\n",
            "data/plans/e/plan.yaml": HAI.replace("id: hai", "id: e"),
            "data/plans/e/tasks.yaml": "annex: {title: E}\ntasks: [1, {kind: duty, id: x}]\n",
            "data/plans/f/plan.yaml": HAI.replace("id: hai", "id: f").replace(
                "text: Nội dung.", "text: Theo Phụ lục."
            ),
            "data/plans/f/tasks.yaml": "annex: {title: F\ntasks: [\n",
            "data/plans/g0/plan.yaml": HAI.replace("id: hai", "id: g0"),
            "data/plans/g0/tasks.yaml": tasks("id: g, title: G", kind="duty")[TASKS],
            "data/plans/g/plan.yaml": HAI.replace("id: hai", "id: g"),
            "data/plans/g/tasks.yaml": "annex: {title: G}\ntasks: {kind: annex}\n",
        },
    },
    citing_parts: {
        "nhiều chỗ trong một câu": {
            CHALLENGES: """\
- id: bt-1
  title: "Khoản 1, theo Khoản 2 và Khoản 12; Khoản 123, Điểm a Khoản 3, Điểm đ, khoản 4, Điểm z"
  lead: so-khcn
  source: {plan: mau, clause: khoản 1 điều 2 và điều 123 của Luật}
- id: bt-2
  title: điều 5 Nghị định, điều 6, điều 1234 Luật, khoản 5 điều 7, danh mục I, mục II.1, mục IIa
  lead: so-khcn
  source: {plan: mau, clause: hạng mục V, chuyên mục V, tiểu mục V, mục V}
- id: bt-3
  title: Theo điều  8  của  Bộ luật, (mục X) và Khoản  9
  lead: so-khcn
  source: {plan: mau, clause: I}
- {id: bt-4, title: theo Điểm b khoản 4, source: {plan: mau, clause: I}}
- {id: bt-5, title: theo điều 9 Luật, source: {plan: mau, clause: I}}
"""
        },
    },
    clarity_missing: {
        "từng điểm, từng loại nhiệm vụ": {
            TASKS: "annex: {title: DANH MỤC}\ntasks:\n"
            "  - {id: a, kind: duty, source: {clause: I}, title: A}\n"
            "  - {id: b, kind: annex, source: {clause: I}, title: B}\n"
            "  - {id: c, kind: conclusion, source: {clause: I}, title: C, due: Bao giờ}\n"
            "  - {id: d, kind: proposal, source: {proposal: x}, title: D, due: Đề xuất giao Sở B,"
            " others: [{agency: so-yt, role: tham gia}], person: P}\n"
            "  - {id: e, kind: annex, source: {clause: I}, title: E, due: Theo tiến độ, co_leads:"
            " [so-tc], product: P, approver: so-yt}\n"
            "  - {id: f, kind: annex, source: {clause: I}, title: F, lead: so-tc, product: P,"
            " approver: so-yt, person: P, due: 30/6}\n"
            "  - {id: g, kind: annex, source: {clause: I}, title: G, money: ["
            + line_of(2027, "needed: 1 tỷ")
            + "]}\n"
        },
        "bộ của kế hoạch": changed(
            PLAN, ("period: 2026 - 2030", 'period: "2027"\nclarity: [time, resources, work]')
        )
        | tasks(
            "id: a, title: A, due: 30/6",
            f"id: b, title: B, due: 30/6, money: [{line_of(2027, 'needed: 1 tỷ')}]",
        ),
        "bộ rỗng, bộ của thư mục, hai kế hoạch": {
            "kehoach.yaml": base()["kehoach.yaml"].decode() + "clarity: [person, inspection]\n",
            PLAN: base()[PLAN].decode() + "clarity: []\n",
            "data/plans/hai/plan.yaml": HAI,
            "data/plans/hai/tasks.yaml": tasks("id: z, title: Z")[TASKS],
        },
        "không có kehoach.yaml": {"kehoach.yaml": "schema: 9\n"} | tasks("id: z, title: Z"),
    },
    clause_not_printed: {
        "mục không có, của nơi khác, không ghi": {
            TASKS: "annex: {title: DANH MỤC}\ntasks:\n"
            "  - {id: a, kind: annex, source: {clause: IX.9}, title: A, lead: so-tc}\n"
            "  - {id: b, kind: duty, source: {clause: II.9}, title: B, lead: so-tc}\n"
            "  - {id: c, kind: duty, source: {clause: II.1}, title: C, lead: so-tc}\n"
            "  - {id: d, kind: duty, source: {}, title: D, lead: so-tc}\n"
            "  - {id: e, kind: duty, source: {document: {number: 1/A}}, title: E, lead: so-tc}\n"
            "  - {id: f, kind: duty, source: {proposal: dx}, title: F, lead: so-tc}\n"
            "  - {id: g, kind: duty, source: {clause: II.2}, title: G, lead: xa-mot}\n"
            "  - {id: h, kind: duty, source: {clause: II.2}, title: H, co_leads: [xa-mot, so-tc]}\n"
            "  - {id: i, kind: duty, source: {clause: II.1}, title: I, lead: khong-co}\n"
            "  - {id: k, kind: duty, source: {clause: II.1}, title: K, lead: cac-so-nganh}\n"
            "  - {id: l, kind: duty, source: {clause: II.1}, title: L,"
            " co_leads: [so-tc, so-khcn]}\n"
            "  - {id: m, kind: duty, source: {clause: II.1}, title: M,"
            " others: [{agency: so-khcn, role: tham gia}]}\n"
            "  - {id: n, kind: duty, source: {clause: II.1}, title: N}\n"
            "  - {id: o, kind: duty, source: {clause: II.2}, title: O, lead: cac-xa}\n",
        },
        "nhóm mở, kế hoạch trước không có trách nhiệm": {
            "data/plans/a/plan.yaml": HAI.replace("id: hai", "id: a"),
            "data/plans/a/tasks.yaml": tasks("id: a, title: A")[TASKS],
            "data/plans/b/tasks.yaml": tasks("id: b, title: B", kind="duty")[TASKS],
            PLAN: base()[PLAN].decode().replace("duties: [", "duties: [mo, so-tc, "),
            AGENCIES: base()[AGENCIES].decode()
            + "- {id: mo, name: Nơi khác, kind: group, open: true}\n",
            TASKS: "annex: {title: DANH MỤC}\ntasks:\n"
            "  - {id: c, kind: duty, source: {clause: II.1}, title: C, lead: so-yt}\n"
            "  - {id: d, kind: duty, source: {clause: II.2}, title: D, lead: so-yt}\n",
        },
    },
    closed_period_changed: {
        "năm nơi": {CLOSINGS: closing("2026", FIVE)},
        "sáu nơi": {CLOSINGS: closing("2026", SIX)},
        "bảy nơi, nhiều báo cáo và phiếu nhận": {
            CLOSINGS: closing("2026", f"{SIX} doi-tac"),
            RECEIPTS: "".join(
                f'- {{period: "2026", sender: {one}, received: 2026-12-19, how: form}}\n'
                for one in ("so-yt", "doi-tac", "so-tc", "xa-hai")
            ),
        }
        | report("so-tc", "nothing_to_report: true\n", "2026-12-10", "2026")
        | report("so-yt", "nothing_to_report: true\n")
        | report("doi-tac", "nothing_to_report: true\n", "2026-12-10", "2026"),
        "báo cáo thêm sau khi chốt": {
            CLOSINGS: closing("2026", "so-yt")
            + closing("2027", "")
            + closing("2026-q4", "")
            + closing("2025", "").replace("0" * 64, NOBODY)
        }
        | report("so-tc", "nothing_to_report: true\n", "2026-12-10", "2026")
        | report("so-khcn", "nothing_to_report: true\n"),
        "của từng nơi khớp mà của cả kỳ không": {
            CLOSINGS: closing("2026", "so-yt").replace("1" * 64, OF_YT)
        }
        | report(
            "so-yt",
            "proposals: [{id: dx-1, kind: task, title: Hồ sơ sức khỏe điện tử}]\n",
            "2026-12-10",
            "2026",
        ),
        "mở lại rồi chốt lại, chốt rồi mở lại": {
            CLOSINGS: closing("2026", "so-yt", REOPENED)
            + closing("2026", "so-tc")
            + closing("2027", "so-tc")
            + closing("2027", "so-yt", REOPENED)
            + closing("2028", "so-tc"),
        },
    },
    closing_mark: {
        "giữa và cuối lời kết, hai lần": changed(
            PLAN,
            ("cụ thể như sau.", "cụ thể như sau./. Và./."),
            ("kèm theo.", "kèm theo./."),
            ("tổ chức thực hiện./.", "tổ chức./. thực hiện./. "),
        )
        | TWO,
        "lời kết không có, có sau chữ": {
            "data/plans/hai/plan.yaml": HAI.replace("Thực hiện./.", "Thực hiện./. Hết"),
            "data/plans/a/plan.yaml": HAI.replace("id: hai", "id: a").replace("/.", ""),
        },
    },
    commitment_letters: {
        "hai kế hoạch, hai đối tác, thiếu chữ, lặp chữ": TWO
        | company(
            promises(
                "id: ct-1, plan: mau, letter: b",
                "id: ct-2, plan: hai, letter: a",
                "id: ct-3, plan: mau, letter: c",
                "id: ct-4, plan: hai, letter: c",
                "id: ct-5, plan: mau, letter: c",
                "id: ct-6, plan: mau, letter: d",
                "id: ct-7, plan: mau, letter: đ",
                "id: ct-8, plan: mau, letter: g",
            )
        )
        | company(promises("id: z-1, plan: mau, letter: y", "id: z-2, plan: mau, letter: a"), "z"),
        "tệp có lỗi": company(
            promises("id: ct-1, plan: mau, letter: b").replace("parts: [Hỗ trợ]", "parts: []")
            + promises("id: ct-2, plan: mau, letter: c").removeprefix("commitments:\n"),
            "a-loi",
        )
        | company(promises("id: z-1, plan: mau, letter: y"), "z"),
    },
    commitment_of_foreign_plan: {
        "hai cam kết, kế hoạch khác, không có kế hoạch": TWO
        | company(
            promises(
                "id: ct-1, plan: khong, letter: a",
                "id: ct-2, plan: mau, letter: a",
                "id: ct-3, plan: mau, letter: b",
                "id: ct-4, plan: hai, letter: a",
            )
        ),
        "đơn vị, nhóm, nhóm mở": company(promises("id: ct-1, plan: mau, letter: a"))
        | company(promises("id: z-1, plan: mau, letter: a"), "z")
        | {
            "data/partners/nhom.yaml": "id: nhom\nname: Nhóm\nkind: group\nmembers: [cong-ty]\n",
            PLAN: base()[PLAN].decode().replace("[doi-tac]\ng", "[doi-tac-tinh, nhom]\ng"),
        },
        "nhóm mở nhận mọi đối tác": company(promises("id: ct-1, plan: mau, letter: a"))
        | {
            "data/partners/nhom.yaml": "id: nhom\nname: Nhóm\nkind: group\nopen: true\n",
            PLAN: base()[PLAN].decode().replace("[doi-tac]\ng", "[nhom]\ng"),
        },
    },
    commitment_unconfirmed: {
        "hai bên cùng nói": report("doi-tac", kept("doi-tac-a, kept: yes"))
        | report("so-khcn", kept("doi-tac-a, kept: yes", "doi-tac-b, kept: no")),
        "hai bên, nhiều cam kết": report(
            "doi-tac",
            kept(
                "doi-tac-a, kept: yes, confirmed_by: so-khcn",
                "doi-tac-b, kept: partly, confirmed_by: doi-tac",
            ),
        )
        | report("so-khcn", kept("doi-tac-b, kept: no"), "2027-03-20", "2027-q1")
        | report("doi-tac", kept("doi-tac-a, kept: no"), "2027-03-20", "2027-q1"),
        "một bên nói hai cam kết": report(
            "doi-tac", kept("doi-tac-a, kept: yes", "doi-tac-b, kept: yes")
        )
        | report(
            "so-khcn", kept("doi-tac-a, kept: yes", "doi-tac-b, kept: no"), "2027-03-20", "2027-q1"
        )
        | report("so-tc", kept("doi-tac-a, kept: yes"))
        | report("doi-tac-tinh", kept("doi-tac-a, kept: yes"), "2026-12-20", "2026"),
        "báo cáo sau ngày kiểm tra, vào ngày kiểm tra": report(
            "doi-tac", kept("doi-tac-a, kept: yes"), "2027-07-01"
        )
        | report("so-khcn", kept("doi-tac-b, kept: yes"), "2027-06-30"),
        "xác nhận bởi nơi không có, cam kết không có": report(
            "doi-tac", kept("doi-tac-a, kept: yes, confirmed_by: khong", "x, kept: yes")
        ),
        "kế hoạch khác": TWO
        | company(promises("id: ct-1, plan: hai, letter: a"))
        | report("cong-ty", kept("ct-1, kept: yes")),
    },
    commitment_words_differ: {
        "mỗi cặp lời": report(
            "doi-tac", kept("doi-tac-a, kept: yes", "doi-tac-b, kept: partly"), "2027-06-10"
        )
        | report("so-khcn", kept("doi-tac-b, kept: no", "doi-tac-a, kept: yes"))
        | report("doi-tac", kept("doi-tac-a, kept: no"), "2027-03-10", "2027-q1")
        | report("so-khcn", kept("doi-tac-a, kept: partly"), "2027-03-10", "2027-q1"),
        "chỉ một bên": report("doi-tac", kept("doi-tac-a, kept: yes"))
        | report("so-khcn", kept("doi-tac-b, kept: no")),
    },
    commitments_not_printed: {
        "hai đối tác, kế hoạch khác": TWO
        | company(
            promises(
                "id: ct-1, plan: hai, letter: a",
                "id: ct-2, plan: mau, letter: a",
                "id: ct-3, plan: mau, letter: b",
            )
        )
        | changed(PLAN, ("partners: [doi-tac]", "partners: [doi-tac, cong-ty]"))
        | {"data/plans/hai/plan.yaml": HAI + "partners: [cong-ty]\n"},
        "không phải đối tác của kế hoạch trước": company(
            promises("id: ct-1, plan: mau, letter: a"), "a"
        )
        | changed(PLAN, ("    commitments: [doi-tac]\n", "")),
    },
    commitments_printed_empty: {
        "hai mục, ba đối tác": company("units: [{id: don-vi, name: Đơn vị}]\n")
        | company("agreements: [{id: x}]\n", "loi")
        | changed(
            PLAN,
            ("commitments: [doi-tac]", "commitments: [loi, khong-co, doi-tac, cong-ty, don-vi]"),
            (
                "  - heading: TỔ",
                "  - heading: ĐỐI TÁC\n    commitments: [cong-ty]\n  - heading: TỔ",
            ),
        )
        | {"data/plans/a/tasks.yaml": tasks("id: x, title: X")[TASKS]},
    },
    concluded_without_number: {
        "thiếu cả hai": session(""),
        "thiếu ngày": session("conclusions: {number: 5/TB}\n"),
        "thiếu số": session("conclusions: {date: 2027-05-06}\n"),
        "đủ": session("conclusions: {number: 5/TB, date: 2027-05-06}\n"),
        "chưa kết luận": session("", "held"),
    },
    conclusion_source: {
        "nhiều nhiệm vụ": session(
            "conclusions:\n  number: 05/TB-VP\n  tasks: [khong-co, a, b, c]\n  assignments:\n"
            "    - {agency: so-tc, text: Một}\n"
            "    - {agency: so-tc, text: Hai, task: c}\n"
            "    - {agency: so-tc, text: Ba, task: d}\n"
            "    - {agency: so-tc, text: Bốn, task: e}\n"
        )
        | {
            TASKS: "annex: {title: DANH MỤC}\ntasks:\n"
            "  - {id: a, kind: conclusion, source: {document: {number: 5/TB-VP}}, title: A}\n"
            "  - {id: b, kind: conclusion, source: {document: {number: 6/TB-VP}}, title: B}\n"
            "  - {id: c, kind: conclusion, source: {document: {date: 2027-05-05}}, title: C}\n"
            "  - {id: d, kind: conclusion, source: {clause: I}, title: D}\n"
            "  - {id: e, kind: conclusion, source: {document: {number: 005/TB-VP}}, title: E}\n"
        },
        "chưa có số, không có kết luận, rồi có số": {
            f"{HERE}/sessions/a.yaml": "id: s-a\ntitle: A\nstate: held\ntime: S\nplace: A\n",
            f"{HERE}/sessions/b.yaml": "id: s-b\ntitle: B\nstate: held\ntime: S\nplace: A\n"
            "conclusions: {tasks: [pl-1]}\n",
            f"{HERE}/sessions/c.yaml": "id: s-c\ntitle: C\nstate: held\ntime: S\nplace: A\n"
            "conclusions: {number: 7/TB, tasks: [pl-1]}\n",
        },
    },
    conclusion_without_task: {
        "nhiều việc, buổi trước chưa có số": {
            f"{HERE}/sessions/a.yaml": "id: s-a\ntitle: A\nstate: held\ntime: S\nplace: A\n",
            f"{HERE}/sessions/b.yaml": "id: s-b\ntitle: B\nstate: held\ntime: S\nplace: A\n"
            "conclusions: {assignments: [{agency: so-tc, text: Không}]}\n",
        }
        | session(
            "conclusions:\n  number: 5/TB\n  assignments:\n"
            "    - {agency: so-khcn, text: Một, task: pl-1}\n"
            "    - {agency: so-khcn, text: Hai}\n"
            "    - {agency: so-tc, text: Ba}\n"
        ),
    },
    date_padding: {
        "trong lời và trọn khóa, ngày không có": {
            CHALLENGES: """\
- {id: bt-1, title: 5/6/2027, lead: so-tc, source: {plan: mau, clause: I}}
- id: bt-2
  title: từ 15/6/2027 đến 5/6/2027 và 10/2/2027
  source: {plan: mau, clause: I}
- id: bt-3
  title: "ngày 9/13/2027, số 1/2/3/2027, 05/06/2027; 05/1/2027; 1/12/1999"
  source: {plan: mau, clause: I}
"""
        }
        | tasks(
            "id: a, title: A, due: Trước ngày 5/6/2027, note: trước 5/6/2027",
            "id: b, title: trước 15/3/2027, due: Trước ngày 5/6/2027",
            "id: c, title: trước 9/3/2027",
        ),
    },
    declined_without_reason: {
        "nhiều quyết định": PROPOSED
        | {
            DECISIONS: "proposals:\n"
            "  - {proposal: dx-1, outcome: accepted}\n"
            "  - {proposal: dx-2, outcome: declined, reason: Trùng}\n"
            "  - {proposal: dx-3, outcome: declined}\n"
            "  - {proposal: dx-1, outcome: declined}\n"
        },
    },
    difficulty_unanswered: {
        "đúng hạn": waited("2027-05-31"),
        "quá một ngày": waited("2027-05-30"),
        "hạn của thư mục": waited("2027-06-20") | within(10),
        "hạn của thư mục, quá một ngày": waited("2027-06-19") | within(10),
        "đã trả lời, đã báo cáo": waited("2027-05-01")
        | steps(
            "kk-1, state: answered, date: 2027-05-02",
            "kk-2, state: reported, date: 2027-05-02",
        ),
        "không có kehoach.yaml": waited("2027-05-31") | {"kehoach.yaml": "schema: 9\n"},
        "không có kehoach.yaml, quá một ngày": waited("2027-05-30")
        | {"kehoach.yaml": "schema: 9\n"},
        "ngày kiểm tra và hôm sau": within(0) | waited("2027-06-30"),
        "báo cáo sau ngày kiểm tra": within(0) | waited("2027-07-01"),
    },
    difficulty_unresolved: {
        "đúng hạn, quá một ngày, hai bước, đã xong": waited("2027-05-01")
        | steps(
            "kk-1, state: reported, date: 2027-05-31",
            "kk-2, state: reported, date: 2027-05-01",
            "kk-2, state: reported, date: 2027-05-30",
            "kk-3, state: reported, date: 2027-05-02",
        ),
        "đã giải quyết, mới trả lời, rồi còn một": waited("2027-05-01")
        | steps(
            "kk-1, state: reported, date: 2027-05-02",
            "kk-1, state: resolved, date: 2027-05-03",
            "kk-3, state: reported, date: 2027-05-02",
        )
        | within(10),
        "báo cáo vào ngày kiểm tra": waited("2027-06-30")
        | steps("kk-1, state: reported, date: 2027-05-02"),
        "báo cáo sau ngày kiểm tra": waited("2027-07-01")
        | steps("kk-1, state: reported, date: 2027-05-02"),
    },
    done_in_the_future: {
        "cùng ngày, hôm sau, hôm trước": report(
            "so-khcn",
            "tasks:\n"
            "  - {task: nv-1, status: in-progress}\n"
            "  - {task: pl-1, status: done, done_on: 2027-06-20}\n"
            "  - {task: nv-2, status: done, done_on: 2027-06-21}\n"
            "  - {task: la, status: done, done_on: 2027-06-22}\n",
        ),
    },
    done_without_date: {
        "nhiều nhiệm vụ": report(
            "so-khcn",
            "tasks:\n"
            "  - {task: nv-1, status: in-progress}\n"
            f"  - {{task: pl-1, {DONE}}}\n"
            "  - {task: nv-2, status: done}\n"
            "  - {task: la, status: done, product: [{news: A}]}\n",
        ),
    },
    done_without_product: {
        "nhiều nhiệm vụ": report(
            "so-khcn",
            "tasks:\n"
            "  - {task: nv-1, status: in-progress}\n"
            f"  - {{task: pl-1, {DONE}}}\n"
            "  - {task: nv-2, status: done, done_on: 2027-06-01, product: [{}, {}]}\n"
            "  - {task: la, status: done, done_on: 2027-06-01, product: [{document: {}}]}\n",
        ),
    },
    due_before_assignment: {
        "ngày giao: cùng ngày, hôm sau": tasks(
            "id: a, title: A, lead: so-tc, due: Thường xuyên, assigned: 2027-04-01",
            "id: b, title: B, lead: so-tc, due: Quý I/2027, assigned: 2027-03-31",
            "id: c, title: C, lead: so-tc, due: Quý I/2027, assigned: 2027-04-01",
            "id: d, title: D, lead: so-tc, due: Quý I/2028, assigned: 2027-04-01,"
            " milestones: [{text: M, due: Quý I/2027}]",
            "id: e, title: E, lead: so-tc, due: Ngày 10/4/2026",
            "id: f, title: F, lead: so-tc, due: Ngày 09/4/2026",
        )
        | {EXTENSIONS: f"- {{task: f, due: Quý I/2026, reason: R, {GRANTED}}}\n"}
        | session("preparation: [{agency: so-tc, text: A, due: Ngày 01/01/2026}]\n", "held"),
        "kế hoạch chưa ban hành": {
            "data/plans/hai/plan.yaml": HAI,
            "data/plans/hai/tasks.yaml": tasks(
                "id: a, title: A, due: Quý I/2026",
                "id: b, title: B, due: Quý I/2026, assigned: 2026-04-01",
            )[TASKS],
            "data/plans/khong/tasks.yaml": tasks(
                "id: c, title: C, due: Quý I/2026",
                "id: d, title: D, due: Quý I/2026, assigned: 2026-04-01",
            )[TASKS],
        },
        "ban hành trong một tháng": changed(PLAN, ("date: 2026-04-10", 'date: "2026-04"'))
        | tasks("id: a, title: A, due: Ngày 01/4/2026", "id: b, title: B, due: Quý I/2026"),
    },
    due_outside_plan: {
        "ngày đầu, ngày cuối, ngoài một ngày": tasks(
            "id: a, title: A, due: Ngày 01/01/2026",
            "id: b, title: B, due: Ngày 31/12/2025",
            "id: c, title: C, due: Ngày 31/12/2030",
            "id: d, title: D, due: Ngày 01/01/2031",
            "id: e, title: E, due: Thường xuyên, milestones: [{text: M, due: Năm 2027},"
            " {text: N, due: Năm 2031}]",
            "id: f, title: F, due: 6 năm sau khi có quyết định, due_event: {day: 2026-05-01}",
        )
        | {
            EXTENSIONS: f"- {{task: a, due: Quý I/2030, reason: R, {GRANTED}}}\n"
            "- {task: a, due: Quý I/2031, reason: R}\n"
        }
        | session(
            "preparation:\n"
            "  - {agency: so-tc, text: A}\n"
            "  - {agency: so-tc, text: B, due: Ngày 05/5/2025}\n"
            "conclusions:\n  assignments:\n"
            "    - {agency: so-tc, text: A}\n"
            "    - {agency: so-tc, text: B, due: Ngày 05/5/2031}\n",
            "held",
        ),
        "kể từ ngày ban hành, trong mốc và gia hạn": tasks(
            "id: a, title: A, due: 9 năm kể từ ngày ban hành Kế hoạch,"
            " milestones: [{text: M, due: 8 năm kể từ ngày ban hành Kế hoạch}]",
            "id: b, title: B, due: 9 năm sau khi có quyết định, due_event: {day: 2027-05-05},"
            " milestones: [{text: M, due: 9 năm sau khi có quyết định}]",
            "id: c, title: C, due: 9 năm kể từ ngày ban hành Kế hoạch, due_event: {document:"
            " {date: 2027-05-05}}",
        )
        | {
            EXTENSIONS: "- {task: a, due: 7 năm kể từ ngày ban hành Kế hoạch, reason: R}\n"
            "- {task: a, due: 1 năm kể từ ngày ban hành Kế hoạch, reason: R}\n"
        },
    },
    duplicate_id: {
        "ba lần, nhiều loại": {
            CHALLENGES: "".join(
                f"- {{id: bt-1, title: {one}, lead: so-tc, source: {{plan: mau, clause: I}}}}\n"
                for one in "ABC"
            ),
            f"{HERE}/sessions/a.yaml": "id: s\ntitle: A\nstate: held\ntime: S\nplace: A\n",
            f"{HERE}/sessions/b.yaml": "id: s\ntitle: B\nstate: held\ntime: S\nplace: A\n",
            LETTERS: "- {id: cv, kind: don-doc, to: [so-tc]}\n"
            "- {id: cv, kind: don-doc, to: [so-yt]}\n",
            f"{HERE}/amendments.yaml": "- {id: sd, kind: amend, changes: [{clause: I, new: A}]}\n"
            "- {id: sd, kind: correct, changes: [{clause: I, new: B}]}\n",
        }
        | company(
            "units: [{id: so-tc, name: Đơn vị}]\n"
            "agreements:\n"
            "  - {id: hd, title: A, status: ended}\n  - {id: hd, title: B, status: ended}\n"
            + promises("id: doi-tac-a, plan: mau, letter: a", "id: x, plan: mau, letter: b")
        )
        | tasks("id: a, title: A", "id: a, title: B", "id: b, title: C")
        | report(
            "so-yt",
            "difficulties: [{id: kk, text: A}, {id: kk, text: B}]\n"
            "proposals: [{id: dx, kind: task, title: A}, {id: dx, kind: task, title: B}]\n",
        ),
    },
    duties_without_date: {
        "chỉ một": tasks("id: a, title: A", kind="duty"),
        "một trong hai, cả hai, không có, chỉ Phụ lục": {
            "data/plans/a/plan.yaml": HAI.replace("id: hai", "id: a"),
            "data/plans/a/tasks.yaml": tasks("id: a, title: A")[TASKS],
            "data/plans/b/tasks.yaml": tasks(
                "id: b, title: B", "id: c, title: C, due: Quý I/2027", kind="duty"
            )[TASKS],
            "data/plans/c/tasks.yaml": tasks("id: d, title: D", "id: e, title: E", kind="duty")[
                TASKS
            ],
        },
    },
    empty_group: {
        "mỗi cách": more(
            AGENCIES,
            """\
- {id: n-1, name: N1, kind: group}
- {id: n-2, name: N2, kind: group, members_from: {}}
- {id: n-3, name: N3, kind: group, members_from: {plan: mau}}
- {id: n-4, name: N4, kind: group, members_from: {plan: mau, leads_of: annex}}
- {id: n-5, name: N5, kind: group, members_from: {}, members: [so-tc]}
- {id: n-6, name: N6, kind: group, members: [so-tc]}
- {id: n-7, name: N7, kind: group, open: true}
- {id: n-8, name: N8, kind: group, open: false}
- {id: n-9, name: N9, kind: unit, members: [so-tc], members_from: {kind: unit}, open: true}
- {id: n-10, name: N10, kind: unit, open: false, members: []}
- {id: n-11, name: N11, kind: group, open: true, members_from: {}}
""",
        )
        | company("members: [doi-tac]\nopen: true\n")
        | {"data/partners/nhom.yaml": "id: nhom\nname: Nhóm\nkind: group\n"}
        | {"data/partners/mo.yaml": "id: mo\nname: Mở\nkind: group\nopen: true\n"},
    },
    evidence_missing: {
        "mỗi đường dẫn, nhiệm vụ và cam kết": {
            f"{HERE}/evidence/Bien-Ban.md": "A",
            f"{HERE}/evidence/co.md": "A",
            f"{HERE}/ngoai.md": "A",
        }
        | report(
            "so-khcn",
            "tasks:\n"
            "  - {task: nv-1, status: in-progress}\n"
            "  - task: pl-1\n    status: done\n    product:\n"
            "      - {link: 'https://a.vn'}\n"
            "      - {file: evidence/co.md}\n"
            "      - {file: evidence/khong.md}\n"
            "      - {file: evidence/bien-ban.md}\n"
            "      - {file: ngoai.md}\n"
            "      - {file: khong.md}\n"
            "      - {file: /etc/passwd}\n"
            "      - {file: ../mau/evidence/co.md}\n"
            "      - {file: 'evidence\\co.md'}\n"
            "      - {file: EVIDENCE/co.md}\n"
            "commitments:\n"
            "  - {commitment: doi-tac-a, kept: yes}\n"
            "  - commitment: doi-tac-b\n    kept: yes\n"
            "    product: [{news: A}, {file: evidence/CO.md}]\n",
        )
        | report(
            "so-yt",
            "tasks:\n  - {task: pl-1, status: done, product: [{file: evidence/biên-bản.md}]}\n",
        ),
    },
}

DUES = tasks(
    'id: a, title: A, due: "Quý I/2027"',
    'id: b, title: B, due: "Đề xuất giao Sở B", milestones: [{text: M, due: "Tháng 3/2027"},'
    ' {text: N, due: "tuần thứ 2 tháng 3/2027"}]',
    'id: c, title: C, due: "đầu tuần sau", milestones: [{text: N, due: "Đề xuất giao Sở C"}]',
    'id: d, title: D, due: "Đầu tháng 3/2027"',
    'id: e, title: E, due: "Từ đầu quý I năm 2027 trở đi"',
    'id: f, title: F, due: "31/6/2027"',
    'id: g, title: G, due: "QUÍ I/2027"',
    'id: h, title: H, due: "Quý I/2027 (chờ vốn của Sở Tài chính)"',
    'id: i, title: I, due: "Tuần thứ 3", note: tuần thứ 3',
    'id: k, title: K, due: "cuối tuần I tháng 5"',
    'id: l, title: L, due: "Tuần cuối tháng 31/6/2027"',
    'id: m, title: M, due: "qúy I/2027", milestones: [{text: N, due: "Quí II/2027 (tạm)"}]',
) | {
    EXTENSIONS: '- {task: a, due: "Quí II/2028", reason: R}\n'
    '- {task: a, due: "Khi xong", reason: R}\n'
    '- {task: a, due: "Quý II/2028 (theo đề nghị của sở)", reason: R}\n'
    '- {task: a, due: "Đề xuất giao Sở D", reason: R}\n'
}
YEARLESS = changed(PLAN, ("period: 2026 - 2030", 'period: "2027"')) | tasks(
    "id: a, title: A, due: 30/6, milestones: [{text: M, due: 30/5}, {text: N, due: 31/6}]"
)
YEARLESS |= {EXTENSIONS: "- {task: a, due: 30/9, reason: R}\n"}
YEARLESS |= session("preparation: [{agency: so-tc, text: A, due: 15/4}]\n", "held")

CASES |= {
    rule: {"nhiệm vụ, mốc, gia hạn": DUES, "không có năm": YEARLESS}
    for rule in (due_not_a_deadline, due_not_understood, due_remark, due_spelling)
}


@pytest.mark.parametrize("rule", CASES, ids=lambda rule: str(rule.CODE))
def test_what_a_rule_says_of(rule: Check, golden: Golden) -> None:
    given = {
        name: said(rule, {file: text.encode() for file, text in files.items()})
        for name, files in CASES[rule].items()
    }
    golden(f"rules/seldom/{rule.CODE}.txt", told(rule, given))


@pytest.mark.parametrize(("day", "found"), [(date(2030, 12, 31), 0), (date(2031, 1, 1), 1)])
def test_an_agreement_is_in_force_on_its_last_day(day: date, found: int) -> None:
    ctx = Context(load(BASE, dict(base())), day)
    assert len(list(agreement_expired.check(ctx))) == found


def test_evidence_that_leads_out_of_the_workspace(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ngoai.md").write_text("A", encoding="utf-8")
    folder = root / HERE / "evidence"
    folder.mkdir()
    (folder / "trong.md").write_text("A", encoding="utf-8")
    (folder / "ra.md").symlink_to(tmp_path / "ngoai.md")
    (folder / "vao.md").symlink_to(folder / "trong.md")
    files = ", ".join(f"{{file: evidence/{name}.md}}" for name in ("trong", "vao", "ra"))
    text = f"tasks:\n  - {{task: pl-1, status: done, product: [{files}]}}\n"
    for file, content in report("so-khcn", text).items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(content, encoding="utf-8")
    (found,) = evidence_missing.check(Context(load(root), date(2027, 6, 30)))
    assert (found.args["reason"], found.args["file"]) == ("outside", "evidence/ra.md")
    assert not found.args["nearest"]


def test_the_text_of_a_template_is_read_again(root: Path) -> None:
    (root / "templates").mkdir()
    for name in ("ke-hoach.md.j2", "mau.docx"):
        (root / "templates" / name).write_text("Một\nHai\n", encoding="utf-8")
    ctx = Context(load(root), date(2027, 6, 30))
    assert ctx.text_of("templates/ke-hoach.md.j2") == "Một\nHai\n"
    assert ctx.text_of(PLAN) == base()[PLAN].decode()
    assert ctx.text_of("templates/mau.docx") == ""
    assert ctx.text_of("data/khong-co.yaml") == ""
    assert ctx.text_of("agencies.yaml") == ""
