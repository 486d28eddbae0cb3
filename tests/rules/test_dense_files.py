"""Files in which a rule has much to say: several findings, limits just met, the second kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from textwrap import dedent, indent

import pytest
from tests.conftest import Golden
from tests.rules.conftest import BASE, short, stretch, told
from tests.rules.test_examples import AS_OF
from tests.rules.test_parts import copy_of, in_one_piece
from tests.rules.test_varied import Files, base, said

from kehoach_cli.diagnostics import Diagnostic, RelatedSpan, Severity, Span
from kehoach_cli.rules import CHECKS
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.changing import refusals
from kehoach_cli.rules.parts import Checked, PartChecker
from kehoach_cli.rules.run import findings, in_order, worded
from kehoach_cli.rules.survey import Job, survey
from kehoach_cli.source.footprint import Part, parts
from kehoach_cli.workspace import load

PLANS = "data/plans"
HERE = f"{PLANS}/mau"
PLAN, TASKS, ISSUED = f"{HERE}/plan.yaml", f"{HERE}/tasks.yaml", f"{HERE}/issued.md"
PARTNER = "data/partners/doi-tac.yaml"
SETTINGS = (
    "schema: 1\nprovince: {name: Mẫu, code: '00', place: Mẫu}\nfocal: so-khcn\nissuer: ubnd-tinh\n"
)

Laid = dict[str, str]
"""Files that are laid over the clean workspace; an empty text takes one away."""


def plan(sections: str, more: str = "", *, own: str = "mau", signer: str = "") -> str:
    """A plan of those sections."""
    return (
        f"id: {own}\nkind: ke-hoach\ntext: verbatim\ntitle: Triển khai hợp tác\n"
        "period: 2026 - 2030\nintro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.\n"
        f'closing: Các cơ quan thực hiện./.\nfiling: "Lưu: VT"\n{dedent(more)}'
        f"signer: {signer or '{lines: [CHỦ TỊCH]}'}\nsections:\n{dedent(sections)}"
    )


def section(text: str, heading: str = "NỘI DUNG") -> str:
    """A section of that text."""
    return f"  - heading: {heading}\n    text: |\n{indent(dedent(text).strip(), ' ' * 6)}\n"


def report(sender: str, reported: str, lines: str, period: str = "2027") -> Laid:
    """A report on the plan with those lines."""
    head = f"sender: {sender}\nperiod: '{period}'\nreported: {reported}\n"
    return {f"{HERE}/progress/{period}/{sender}.yaml": head + dedent(lines)}


def session(own: str, lines: str) -> Laid:
    """A working session with those lines."""
    return {f"{HERE}/sessions/{own}.yaml": f"id: {own}\ntitle: Họp\nplace: A\n{dedent(lines)}"}


def task(own: str, more: str, kind: str = "annex") -> str:
    """A line of ``tasks``."""
    clause = "Phụ lục" if kind == "annex" else "II.1"
    return f"  - {{id: {own}, kind: {kind}, source: {{clause: {clause}}}, title: Việc, {more}}}\n"


def tasks(*lines: str) -> Laid:
    """An annex of those tasks."""
    return {TASKS: f"annex: {{title: DANH MỤC}}\ntasks:\n{''.join(lines)}"}


def money(*lines: str) -> str:
    """Money lines of a task, in short: «2027 tinh dau-tu, needed: 1 tỷ đồng»."""
    rows = []
    for line in lines:
        head, _, rest = line.partition(", ")
        year, level, kind = head.split()
        rows.append(f"{{year: {year}, level: {level}, kind: {kind}, source: NS, {rest}}}")
    return f"lead: so-khcn, money: [{', '.join(rows)}]"


CASES: dict[str, dict[str, Laid]] = {}
"""Code of a rule → cases by name."""

CASES["KH101"] = {
    "calendar like no other": {"kehoach.yaml": f"{SETTINGS}calendar: zzz\n"},
    "calendar like another": {"kehoach.yaml": f"{SETTINGS}calendar: {{name: nd09-2018}}\n"},
    "calendar with a day of its own": {
        "kehoach.yaml": f"{SETTINGS}calendar: {{name: nd09-2018, closing_day: 14}}\n"
    },
    "settings that cannot be used": {"kehoach.yaml": "schema: 1\n"},
    "one of every kind": {
        "data/challenges.yaml": (
            "- {id: bt-1, title: A, compiled_by: so-khnc, source: {plan: mua, clause: I}}\n"
        ),
        **tasks(task("t-1", "lead: so-z, challenge: bt-l, commitment: doi-tac-c")),
        f"{HERE}/decisions.yaml": (
            "proposals: [{proposal: dx-1, outcome: deferred}]\n"
            "difficulties: [{difficulty: kk-1, state: answered, date: 2027-01-01}]\n"
        ),
        f"{HERE}/letters.yaml": (
            "- {id: cv-2, kind: don-doc, date: 2027-06-01, to: [so-yt], follows: cv-3}\n"
        ),
        f"{HERE}/extensions.yaml": "- {task: t-2, due: Quý I/2028, reason: Chờ}\n",
    },
    "declared in what cannot be used": {
        "data/communes.yaml": "- {id: xa-ba, name: UBND xã Ba}\n",
        **tasks(task("t-1", "lead: xa-ba, support: [xa-bon]")),
    },
    "declared in what cannot be read": {
        "data/partners/hong.yaml": "id: [\n",
        **tasks(task("t-1", "lead: xa-ba, commitment: hong-a, challenge: bt-1")),
    },
    "called by another name": {
        "data/partners/vien.yaml": (
            "id: vien\nname: Viện Mạng lưới\nshort: VML\nkind: institute\naliases: [Viện Mạng]\n"
            "units: [{id: vien-1, name: Phòng Truyền dẫn, aliases: [Tổ cáp quang]}]\n"
        ),
        "data/communes.yaml": (
            "- {id: xa-ba, name: UBND xã Ba, short: Xã Ba, kind: commune, aliases: [Phố Núi]}\n"
        ),
        **tasks(
            task(
                "t-1",
                "lead: vien-mang, support: [vien-mang-luoi, phong-truyen-dan, to-cap-quang,"
                " pho-nui, ubnd-xa-ba, so-khoa-hoc-va-cong-nghe, stc, syt, vml]",
            )
        ),
    },
}

CASES["KH104"] = {
    f"{count} not confirmed": {
        "data/communes.yaml": "".join(
            f"- {{id: x-{one}, name: Xã {one}, kind: commune, confirmed: {state}}}\n"
            for one, state in [*((n, "false") for n in range(count)), ("a", "true")]
        )
        + "- {id: x-z, name: Xã Z, kind: commune, confirmed: false}\n",
        PARTNER: "id: doi-tac\nname: Đối tác\nkind: telecom\nconfirmed: false\n",
        **tasks(
            task(
                "t-1", f"lead: x-a, support: [doi-tac, {', '.join(f'x-{n}' for n in range(count))}]"
            )
        ),
    }
    for count in (5, 6, 7)
}

CASES["KH105"] = {
    "every path": {
        f"{PLANS}/hai/plan.yaml": plan("  - {heading: A}\n", own="ba"),
        f"{PLANS}/Hai_b/plan.yaml": plan("  - {heading: A}\n", own="bon"),
        "data/partners/x.yaml": "id: y\nname: Y\nkind: company\n",
        "data/periods/2027.yaml": "id: 2027-h1\n",
        **session("s", "state: held\ntime: Sáng\n"),
        f"{HERE}/sessions/t.yaml": "id: u\ntitle: Họp\nplace: A\nstate: held\ntime: Sáng\n",
        f"{HERE}/progress/2027/so-yt.yaml": (
            "sender: so-tc\nperiod: 2027-h1\nreported: 2027-06-20\nnothing_to_report: true\n"
        ),
        f"{HERE}/progress/2027-h1/so-tc.yaml": (
            "sender: so-tc\nperiod: '2027'\nreported: 2027-06-20\nnothing_to_report: true\n"
        ),
    },
}

CASES["KH117"] = {
    "issued and not": {
        PLAN: plan(
            section("- [Nêu rõ nội dung]\n\nLàm [như trên].\n\n[Mục tiêu]\n\n\\[Bước hai\\]\n")
            + "  - heading: '[Tên mục]'\n",
            "state: issued\nnumber: 1/KH-UBND\ndate: 2026-04-10\n",
        ),
        **tasks(
            task("t-1", "lead: so-khcn, product: '[Sản phẩm]'"),
            "  - {id: t-2, kind: conclusion, source: {document: {type: Thông báo,"
            " number: '[Số]', title: x}}, title: '[Tên việc]'}\n",
        ),
        f"{PLANS}/hai/plan.yaml": plan(section("[Chưa điền]\n"), "state: draft\n", own="hai"),
        f"{HERE}/extensions.yaml": "- {task: t-1, due: Quý I/2028, reason: '[Lý do]'}\n",
    },
}

CASES["KH208"] = {
    "a day too early": {
        **report("so-yt", "2027-01-01", "nothing_to_report: true\n", "2027-q1"),
        **report("so-tc", "2026-12-01", "nothing_to_report: true\n", "2027-q1"),
        **report("so-khcn", "2026-12-14", "nothing_to_report: true\n", "2027-q1"),
        **report("doi-tac", "2026-12-15", "nothing_to_report: true\n", "2027-q1"),
        **report("xa-mot", "2027-01-01", "nothing_to_report: true\n", "2027-q3"),
    },
    "no such period": {
        f"{HERE}/progress/nay/{sender}.yaml": (
            f"sender: {sender}\nperiod: nay\nreported: 2026-01-01\nnothing_to_report: true\n"
        )
        for sender in ("so-yt", "so-tc")
    },
}

CASES["KH209"] = {
    "days and words": {
        **session("a", "state: planned\nday: 2027-06-29\ntime: Sáng tháng 7 năm 2027\n"),
        **session("b", "state: invited\nday: 2027-06-30\ntime: Sáng tháng 5 năm 2027\n"),
        **session("c", "state: invited\ntime: Dự kiến trong Tháng 5 năm 2027\n"),
        **session("d", "state: planned\ntime: dự kiến tháng 6 năm 2027\n"),
        **session("e", "state: planned\ntime: Khi có điều kiện\n"),
        **session("f", "state: held\nday: 2027-06-01\ntime: ngày 01/6/2027\n"),
        **session("g", "state: planned\ntime: 8 giờ, ngày 29/6/2027\n"),
        **session("h", "state: planned\ntime: quý I năm 2027\n"),
    },
}

ENTRIES = (
    "  - {task: pl-1, status: in-progress, percent: 100}\n"
    "  - {task: nv-1, status: done, percent: 99, done_on: 2027-06-01}\n"
    "  - {task: nv-2, status: not-started, percent: 1}\n"
    "  - {task: a, status: done, percent: 100, product: [{}]}\n"
    "  - {task: b, status: not-started, percent: 0}\n"
    "  - {task: c, status: in-progress, percent: 99}\n"
    "  - {task: d, status: submitted, percent: 100, submitted: {}}\n"
    "  - {task: e, status: suspended, percent: 100, document: {number: null}}\n"
    "  - {task: f, status: done}\n"
    "  - {task: g, status: dropped}\n"
    "  - {task: h, status: submitted}\n"
    "  - {task: i, status: submitted, submitted: {date: 2027-06-01}}\n"
    "  - {task: k, status: done, done_on: 2027-06-01, product: [{}, {text: x}]}\n"
    "  - {task: pl-1, status: suspended}\n"
)
for code in ("KH302", "KH303", "KH305", "KH307", "KH309", "KH314"):
    CASES[code] = {
        "every status": report("so-khcn", "2027-06-20", f"tasks:\n{ENTRIES}")
        | report("so-yt", "2027-06-20", f"tasks:\n{ENTRIES}")
    }

CASES["KH309"]["commitments"] = report(
    "doi-tac",
    "2027-06-20",
    """\
    tasks:
      - {task: pl-1, status: in-progress}
      - {task: nv-1, status: in-progress}
      - {task: pl-1, status: in-progress}
      - {task: pl-1, status: in-progress}
      - {task: nv-1, status: in-progress}
    commitments:
      - {commitment: doi-tac-a, kept: yes}
      - {commitment: doi-tac-b, kept: yes}
      - {commitment: doi-tac-b, kept: yes}
      - {commitment: doi-tac-b, kept: no}
    """,
)

DONE = "done_on: 2027-01-01, product: [{link: 'https://a.vn'}]"
CASES["KH313"] = {
    "twice by one, once by another": {
        **report(
            "so-khcn", "2027-01-20", f"tasks: [{{task: pl-1, status: done, {DONE}}}]\n", "2027-01"
        ),
        **report(
            "so-khcn", "2027-02-20", "tasks: [{task: pl-1, status: in-progress}]\n", "2027-02"
        ),
        **report(
            "so-khcn", "2027-03-20", "tasks: [{task: pl-1, status: not-started}]\n", "2027-03"
        ),
        **report(
            "so-khcn", "2027-04-20", f"tasks: [{{task: pl-1, status: done, {DONE}}}]\n", "2027-04"
        ),
        **report(
            "so-khcn", "2027-05-20", f"tasks: [{{task: pl-1, status: done, {DONE}}}]\n", "2027-05"
        ),
        **report(
            "so-khcn", "2027-06-20", "tasks: [{task: pl-1, status: in-progress}]\n", "2027-06"
        ),
        **report("so-tc", "2027-06-20", "tasks: [{task: pl-1, status: in-progress}]\n", "2027-06"),
        **report(
            "doi-tac", "2027-02-20", "tasks: [{task: pl-1, status: in-progress}]\n", "2027-02"
        ),
        **report(
            "doi-tac", "2027-03-20", f"tasks: [{{task: la, status: done, {DONE}}}]\n", "2027-03"
        ),
        **report("doi-tac", "2027-04-20", "tasks: [{task: la, status: suspended}]\n", "2027-04"),
        **report("doi-tac", "2027-05-20", "tasks: [{task: la, status: submitted}]\n", "2027-05"),
    },
    "same day, and what comes back": {
        **tasks(
            task("a", "lead: so-yt, due: Trước ngày 20 hằng tháng"),
            task("b", "lead: so-yt, due: Quý I/2027"),
            task("c", "lead: so-yt"),
        ),
        **report(
            "so-yt",
            "2027-02-20",
            f"tasks: [{', '.join(f'{{task: {one}, status: done, {DONE}}}' for one in 'abc')}]\n",
            "2027-01",
        ),
        **report("so-yt", "2027-02-20", "tasks: [{task: b, status: in-progress}]\n", "2027-02"),
        **report(
            "so-yt",
            "2027-02-21",
            f"tasks: [{', '.join(f'{{task: {one}, status: in-progress}}' for one in 'abc')}]\n",
            "2027-03",
        ),
    },
}

CASES["KH327"] = {
    "days at the limits": {
        "data/periods/2027-q1.yaml": (
            "id: 2027-q1\nclosing: 2026-12-15\nsend_by: {agencies: 2026-12-14,"
            " communes: 2027-04-14, partners: 2027-04-15, focal-to-ubnd: 2027-04-16}\n"
        ),
        "data/periods/2027-q2.yaml": (
            "id: 2027-q2\nclosing: 2026-06-14\nsend_by: {agencies: 2028-06-20}\n"
        ),
        "data/periods/2027.yaml": "id: '2027'\nclosing: 2028-01-14\n",
    },
}
CASES["KH328"] = {
    "after the focal agency": {
        "data/periods/2027-q1.yaml": (
            "id: 2027-q1\nsend_by: {agencies: 2027-03-21, communes: 2027-03-20,"
            " partners: 2027-03-22, focal-to-ubnd: 2027-03-20}\n"
        ),
        "data/periods/2027-q2.yaml": "id: 2027-q2\nsend_by: {agencies: 2027-06-20}\n",
        "data/periods/2027-q3.yaml": (
            "id: 2027-q3\nsend_by: {agencies: 2027-09-18, communes: 2027-09-21,"
            " focal-to-ubnd: 2027-09-19}\n"
        ),
    },
}

CASES["KH406"] = {
    "every part": tasks(
        task("a", "lead: so-khcn, support: [doi-tac]"),
        task("b", "lead: so-khcn, support: [doi-tac], split: {}"),
        task("c", "lead: so-khcn, support: [doi-tac-tinh], split: {province_does: A}"),
        task("d", "lead: doi-tac, split: {partner_does: A}"),
        task("e", "lead: so-khcn, split: {partner_does: A}"),
        task("f", "lead: so-khcn, commitment: doi-tac-a"),
        task("g", "lead: doi-tac, split: {partner_does: A, province_does: B}"),
        task("h", "lead: doi-tac", "duty"),
    ),
}

GETS = "recipients: [{agency: so-khcn}]\n"
MANY = task("a", "lead: so-yt, support: [cac-xa, doi-tac-tinh], others: [{agency: so-tc, role: A}]")
REGISTER = {
    "data/communes.yaml": (
        "- {id: phong, name: Phòng Số, kind: unit, parent: so-yt}\n"
        "- {id: to, name: Tổ Số, kind: unit, parent: phong}\n"
        "- {id: chi-cuc, name: Chi cục, short: CC Số, kind: unit, parent: ubnd-tinh}\n"
        "- {id: ban, name: Ban Số, kind: department, parent: doi-tac, aliases: [Ban CĐS]}\n"
        "- {id: cac-hoi, name: Các hội, kind: group, open: true}\n"
        "- {id: hai-so, name: Hai sở, kind: group, members: [so-yt, so-tc]}\n"
        "- {id: vong-a, name: A, kind: unit, parent: vong-b}\n"
        "- {id: vong-b, name: B, kind: unit, parent: vong-a}\n"
    ),
    "data/partners/vien.yaml": (
        "id: vien\nname: Viện Mạng lưới\nshort: VML\nkind: institute\n"
        "units: [{id: vien-1, name: Phòng Truyền dẫn, aliases: [Tổ cáp quang]},"
        " {id: vien-2, name: Phòng Vô tuyến}]\n"
    ),
}
WORK = tasks(
    MANY,
    task("b", "lead: to, support: [chi-cuc, ban, hai-so, vong-a]"),
    task("c", "lead: hai-so, support: [vien, vien-1, ubnd-tinh, khong-co]"),
)
GOT = {
    "nobody": "recipients: []\n",
    "the focal agency": GETS,
    "one of a group": "recipients: [{agency: xa-mot}, {agency: so-tc}]\n",
    "a group and a parent": "recipients: [{agency: cac-xa}, {agency: so-yt}, {agency: vien-2}]\n",
    "the province": "recipients: [{agency: ubnd-tinh}, {agency: doi-tac}]\n",
    "a group of agencies": "recipients: [{agency: cac-so-nganh}, {agency: vien-1}]\n",
    "an open group": "recipients: [{agency: cac-hoi}]\n",
    "words": "recipients: [{text: Sở Y tế; Ban CĐS; CC Số}, {text: VML và Phòng Truyền dẫn}]\n",
    "other words": "recipients: [{text: Tổ cáp quang}, {text: Sở}, {text: Tài chính}]\n",
    "a section": "recipients: [{section: II}]\n",
    "another section": "recipients: [{section: III}, {agency: so-yt}]\n",
    "no section": "recipients: [{section: V}]\n",
}
DUTIES = """\
  - {heading: NỘI DUNG, duties: [chi-cuc]}
  - heading: TỔ CHỨC
    duties: [{agency: so-yt, nested: [{agency: ban, nested: [vong-a]}, xa-hai]}, so-tc]
  - {heading: CAM KẾT, commitments: [vien, doi-tac]}
"""
CASES["KH501"] = {
    who: {PLAN: plan(DUTIES, f"issuer: so-khcn\n{lines}"), **WORK, **REGISTER}
    for who, lines in GOT.items()
}
CASES["KH501"]["nobody of a partner's plan"] = {
    PLAN: plan("  - {heading: A}\n", "recipients: [{agency: so-khcn}]\n"),
    f"{PLANS}/hai/plan.yaml": plan("  - {heading: A}\n", own="hai"),
    f"{PLANS}/hai/tasks.yaml": f"tasks:\n{task('z', 'lead: so-khcn, support: [ubnd-tinh]')}",
    "kehoach.yaml": "schema: 1\n",
    **tasks(task("a", "lead: so-khcn")),
}

STEPS = section("""\
    1. A.

    1.1. B.

    1.3. C.

    3. D.

    2.1. E.

    3.1. F.

    3.1. G.

    3.2. H.

    4. I.

    4.2. K.

    6. L.
    """) + section("2. M.\n\n1.1. N.\n\n3. O.\n", "2. TỔ CHỨC")
POINTS = (
    section(
        "a) A.\n\nc) B.\n\nd) C.\n\nđ) D.\n\ne) E.\n\nf) F.\n\ng) G.\n\na) H.\n\nb) I.\n\nb) K.\n"
    )
    + section("b) A.\n\nc) B.\n\n1. C.\n\na) D.\n\n2. E.\n\nb) G.\n\n- H.\n\nc) I.\n\nd) K.\n", "B")
    + section("\n\n".join(f"{one}) A." for one in "abcdđeghiklmnopqrstuvxyab"), "C")
)
CASES["KH509"] = {
    "romans": {PLAN: plan(STEPS)},
    "figures": {
        PLAN: plan(
            section("1.1. A.\n\n1.1.1. B.\n\n1.1.3. C.\n\n1.3. D.\n\n1.2.1. E.\n\n2. F.\n\n4. G.\n")
            + section("2.2. A.\n\n2.2.1. B.\n\n1.3. C.\n\n3. D.\n", "a) HAI")
            + section("1. A.\n\n2. B.\n\n2.1. C.\n", "3.1. BA"),
            "numbering: figures\n",
        )
    },
    "two plans": {
        PLAN: plan(section("2. A.\n")),
        f"{PLANS}/hai/plan.yaml": plan(
            section("1.2. A.\n\n1. B.\n", "I. A"), "numbering: figures\n", own="hai"
        ),
    },
    "headings inside": {
        PLAN: plan(
            section(
                "# Một\n\n# 2. Hai\n\n## 2.1. Ba\n\n## Bốn\n\n# IV) Năm\n\n# đ) Sáu\n\n# 2027 A\n"
            )
        )
    },
}
CASES["KH510"] = {
    "three sections": {PLAN: plan(POINTS)},
    "two plans": {
        PLAN: plan(section("b) A.\n")),
        f"{PLANS}/hai/plan.yaml": plan(section("a) A.\n\nc) B.\n"), own="hai"),
        f"{PLANS}/ba/tasks.yaml": f"tasks:\n{task('z', 'lead: so-khcn')}",
    },
}
CASES["KH512"] = {
    "everywhere": {
        PLAN: plan(
            section(
                "# Một\n\nTheo Mục II.4, khoản 2 Mục I và khoản 3 Mục I; mục IX,"
                " Phụ lục Mục VI; Phần II, Mục VII.\n\n# Hai\n\n## Ba\n\nXem Mục I.2.1,"
                " Mục I.2.2 và khoản 1 Mục V.\n"
            )
            + section("Theo Mục VIII Kế hoạch số 1; Mục VIII của kế hoạch này.\n", "HAI")
            + "  - heading: Ba theo Mục X\n    text: Theo Mục XI.\n"
            "    duties: [{agency: so-khcn, heading: Theo Mục XII, text: Theo Mục XIII,"
            " nested: [{agency: so-yt, heading: A Mục XV, text: B Mục XVI}]}]\n",
            "recipients: [{section: I}, {agency: so-yt}, {section: IV}, {section: II.1}]\n",
        )
        .replace("thực hiện./.", "thực hiện Mục XVII./.")
        .replace("Kế hoạch.", "Mục XVIII."),
        **tasks(
            task("a", "lead: so-khcn").replace("Việc", "Làm Mục XX"),
            task("b", "lead: so-khcn", "duty").replace("Việc", "Làm Mục XXI"),
        ),
    },
    "two plans": {
        PLAN: "id: mau\n",
        f"{PLANS}/hai/plan.yaml": plan(section("Theo Mục II, Mục I.\n"), own="hai"),
    },
}
SIGNED = "state: issued\nnumber: 1/KH-UBND\ndate: 2026-04-10\n"
CASES["KH516"] = {
    name: {
        PLAN: plan("  - {heading: A}\n", SIGNED if is_issued else "", signer=signer),
        f"{PLANS}/ba/tasks.yaml": f"tasks:\n{task('z', 'lead: so-khcn')}",
        f"{PLANS}/hai/plan.yaml": plan(
            "  - {heading: A}\n", own="hai", signer="{lines: [A], name: PGS. A}"
        ),
    }
    for name, is_issued, signer in [
        ("none", True, "{lines: [A]}"),
        ("none of a draft", False, "{lines: [A]}"),
        ("a title", True, "{lines: [A], name: TS. Nguyễn A}"),
        ("a name like a title", True, "{lines: [A], name: Tsan A}"),
    ]
}

BILLION, MILLION = "1 tỷ đồng", "1 triệu đồng"
CASES["KH602"] = {
    "sorts and limits": tasks(
        task("a", money(f"2027 tinh dau-tu, allocated: {BILLION}, spent: {BILLION}")),
        task("b", money(f"2027 tinh dau-tu, allocated: {BILLION}, spent: 1001 triệu đồng")),
        task(
            "c",
            money(
                f"2026 tinh dau-tu, allocated: {BILLION}",
                f"2027 tinh dau-tu, allocated: {MILLION}",
                f"2027 tinh dau-tu, allocated: {MILLION}, spent: 2 triệu đồng",
                f"2027 tinh dau-tu, allocated: {MILLION}, spent: 2 triệu đồng",
                f"2027 xa dau-tu, allocated: {MILLION}, spent: 3 triệu đồng",
                f"2027 tinh thuong-xuyen, allocated: {MILLION}, spent: 4 triệu đồng",
                f"2028 tinh dau-tu, spent: {MILLION}",
                f"2029 tinh dau-tu, allocated: 0, spent: {MILLION}",
            ),
        ),
        task(
            "d",
            money(
                f"2027 tinh dau-tu, spent: {BILLION}",
                f"2027 tinh dau-tu, allocated: {MILLION}, spent: {BILLION}",
            ),
        ),
        task("e", money(f"2027 tinh dau-tu, allocated: {MILLION}, spent: 0")),
    ),
}
CASES["KH605"] = {
    "years and limits": {
        **tasks(
            task(
                "a",
                money(f"2026 tinh dau-tu, spent: {BILLION}", f"2027 xa dau-tu, spent: {MILLION}"),
            ),
            task(
                "b",
                money(
                    f"2026 tinh dau-tu, allocated: {BILLION}",
                    f"2027 tinh dau-tu, allocated: {MILLION}",
                    f"2027 xa dau-tu, allocated: {MILLION}",
                ),
            ),
            task(
                "c",
                money(
                    f"2027 tinh dau-tu, allocated: {BILLION}, spent: {MILLION}",
                    f"2027 xa dau-tu, allocated: {MILLION}",
                ),
            ),
            task(
                "d",
                money(
                    f"2027 tinh dau-tu, allocated: {BILLION}", "2027 xa dau-tu, needed: 1 tỷ đồng"
                ),
            ),
            task("e", money(f"2027 tinh dau-tu, allocated: {MILLION}, spent: {BILLION}")),
            task("f", money(f"2028 tinh dau-tu, spent: {MILLION}")),
            task("g", "lead: so-khcn"),
            task("h", money("2027 tinh dau-tu, spent: 0")),
        ),
        **report(
            "so-khcn",
            "2027-06-20",
            "tasks:\n"
            + "".join(
                f"  - {{task: {own}, status: in-progress, spent: {spent}}}\n"
                for own, spent in [
                    ("a", "1000001"),
                    ("b", "2000001"),
                    ("c", "1001000001"),
                    ("d", "5 tỷ đồng"),
                    ("e", "1000 triệu đồng"),
                    ("f", "5 tỷ đồng"),
                    ("g", "5 tỷ đồng"),
                    ("h", "1"),
                    ("la", "5 tỷ đồng"),
                ]
            ),
        ),
        **report(
            "so-yt",
            "2026-12-10",
            "tasks:\n  - {task: a, status: in-progress, spent: 2 tỷ đồng}\n"
            "  - {task: b, status: in-progress, spent: 1000000000}\n"
            "  - {task: h, status: in-progress, spent: 0}\n",
            "2026",
        ),
    },
}

CASES["KH703"] = {
    "in comments and texts": {
        "data/challenges.yaml": (
            "# máy 0912 345 678 và +84 912.345.678, (+84)(0)912-345-678, 0123456789\n"
            "- {id: bt-1, title: 'Gọi 0912345678 hoặc 0387654321'}  # 09123456789\n"
            "# a@so.gov.vn, A@SO.GOV.VN, b@gov.vn.com, @ab.vn, x.y+z%1-2_3@a-b.co.uk, c@x\n"
            f"# {'k' * 79}@m.vn {'m' * 81}@m.vn\n"
        ),
        ISSUED: "KẾ HOẠCH\n\n+84 912345678\nu@v.com\n",
        "data/communes.yaml": "# không có gì\n- {id: xa-ba, name: Xã @ Ba, kind: commune}\n",
    },
}
CASES["KH704"] = {
    "in texts": {
        "data/challenges.yaml": (
            "- {id: bt-1, title: Tối mật}\n- {id: bt-2, title: 'A (  MẬT ) b'}\n"
        ),
        ISSUED: "KẾ HOẠCH\n\n  **TUYỆT  MẬT**\n\nA [TỐI MẬT] và «MẬT».\nĐộ mật :  Mật\n\nMẬT\n",
    },
    "in codes": tasks(
        "  - {id: t, kind: conclusion, source: {document: {type: Thông báo, number: 20 (MẬT),"
        " title: A (MẬT) b (TỐI MẬT) c (MẬT)}}, title: Việc}\n"
    ),
    "at the beginning": {ISSUED: "MẬT.\n\nBí mật (mật).\n"},
    "nothing else": {ISSUED: "\n  Tuyệt mật \n"},
}
CASES["KH706"] = {
    "every dash": {
        "data/challenges.yaml": (
            "- {id: bt-1, title: 'Từ 2026-2030, 2027–2028, 2026 — 2029 và 2026 - 2030'}\n"
            "- {id: bt-2, title: '2026 -2030; 2026- 2030, 12026-2030, 2026-20301, 2026-2030-1'}\n"
            "- id: bt-3\n  title: >-\n    Giai đoạn 2026-\n    2030 và\n    2026\n    –2031\n"
        ),
        **tasks(task("a", "lead: so-khcn, due: 2026-2027, product: Năm 2026-2027")),
    },
}
CASES["KH708"] = {
    "one place among like ones": {
        PLAN: plan(section("ab ab  ab.\n\nHai  cách, một  cách, hai  cách, Hai  cách.\n"))
        + "clarity: [responsibility]\n",
        f"{HERE}/amendments.yaml": (
            "- {id: sd-1, kind: amend, changes: [{clause: Mục I, old: Hai  cách, new: Hai  cách},"
            " {clause: Mục  I, old: Hai  cách}], note: Hai  cách}\n"
            "- {id: sd-2, kind: amend, title: Hai  cách,"
            " changes: [{clause: Mục I, old: Hai  cách}]}\n"
        ),
    },
    "two kinds": {
        "data/challenges.yaml": (
            "- {id: bt-1, title: 'Hai  cách, ba   nữa , hết .'}\n"
            "- {id: bt-2, title: 'Số  /KH, ngày  tháng  năm  2027, số:  12'}\n"
            "- {id: bt-3, title: 'Một : hai ; ba .5 bốn ,sáu  # bảy'}\n"
            "- {id: bt-4, title: 'a ,'}\n- {id: bt-5, title: 'a ;'}\n- {id: bt-6, title: 'a :'}\n"
            "- {id: bt-7, title: 'a .'}\n- {id: bt-8, title: 'a  b'}\n"
        ),
    },
}


PROMISES = (
    "id: doi-tac\nname: Tổng công ty Đối tác\nshort: Đối tác\nkind: telecom\ncommitments:\n"
    "  - {id: ca, plan: mau, letter: a, parts: [A], counterpart: so-tc}\n"
    "  - {id: cb, plan: mau, letter: b, parts: [B]}\n"
    "  - {id: cc, plan: hai, letter: a, parts: [C], counterpart: so-tc}\n"
    "  - {id: cd, plan: mau, letter: c, parts: [D], counterpart: so-tc}\n"
    "  - {id: ce, plan: mau, letter: d, parts: [E], counterpart: doi-tac}\n"
)


def kept_as(sender: str, day: str, period: str, *words: str) -> Laid:
    """A report on commitments: «ca yes», with more after a comma."""
    rows = []
    for one in words:
        said_of, _, more = one.partition(", ")
        own, value = said_of.split()
        rows.append(f"  - {{commitment: {own}, kept: {value}{', ' if more else ''}{more}}}\n")
    return report(sender, day, f"commitments:\n{''.join(rows)}", period)


SIDES: dict[str, Laid] = {
    "one day after another": {
        **kept_as("so-khcn", "2027-03-20", "2027-q1", "ca no", "cb partly", "khong no"),
        **kept_as("so-tc", "2027-03-19", "2027-q1", "ca yes", "cb no", "cd no", "cc no", "ce no"),
        **kept_as("doi-tac", "2027-03-21", "2027-q1", "ca yes", "cb yes", "cc yes", "ce yes"),
        **kept_as("so-yt", "2027-03-21", "2027-q1", "ca partly"),
    },
    "by the day of the check": {
        **kept_as("doi-tac", "2027-06-20", "2027-q2", "ca yes", "cb yes", "cd partly", "ce no"),
        **kept_as("so-tc", "2027-06-30", "2027-q2", "ca no"),
        **kept_as("so-khcn", "2027-07-01", "2027-q2", "cb no"),
        **kept_as("doi-tac-tinh", "2027-06-25", "2027-q2", "cd no"),
    },
    "two periods": {
        **kept_as("doi-tac", "2027-03-20", "2027-q1", "ca yes", "cb no"),
        **kept_as("so-tc", "2027-06-20", "2027-q2", "ca no", "cd no"),
        **kept_as("so-khcn", "2027-06-20", "2027-q2", "cb no"),
    },
    "confirmed": {
        **kept_as(
            "doi-tac",
            "2027-06-20",
            "2027-q2",
            "ca yes, confirmed_by: so-tc",
            "cb yes, confirmed_by: doi-tac",
            "cd yes, confirmed_by: la",
            "ce yes",
        ),
    },
    "settings that cannot be used": {
        "kehoach.yaml": "schema: 1\n",
        **kept_as("doi-tac", "2027-06-20", "2027-q2", "ca yes", "cb yes"),
        **kept_as("so-khcn", "2027-06-20", "2027-q2", "cb no", "ca no"),
    },
}
for code in ("KH408", "KH409"):
    CASES[code] = {name: {PARTNER: PROMISES} | files for name, files in SIDES.items()}


def laid(files: Laid) -> Files:
    """The clean workspace without what is taken away, and with the rest laid over it."""
    gone = {name for name, text in files.items() if not text}
    kept = {name: data for name, data in base().items() if name not in gone}
    return kept | {name: text.encode() for name, text in files.items() if text}


@pytest.mark.parametrize("code", CASES)
def test_all_that_a_rule_says(code: str, golden: Golden) -> None:
    rule = {one.CODE: one for one in CHECKS}[code]
    found = {name: said(rule, laid(files)) for name, files in CASES[code].items()}
    golden(f"rules/dense/{code}.txt", told(rule, found))


def kept(own: str, kind: str, more: str = "due: Quý I/2027") -> str:
    """A task with a document of its own: «{number: 1}»."""
    return (
        f"  - {{id: {own}, kind: conclusion, source: {{document: {kind}}}, title: Việc, {more}}}\n"
    )


NUMBERED, UNNUMBERED = "{type: Thông báo, number: 20/TB-UBND}", "{type: Thông báo}"
LONG = "Việc rất dài " + "x" * 70
SET_BY = "due_set_by: {type: Công văn, number: 9/UBND}"
GIVEN = (
    kept("a", NUMBERED),
    kept("b", UNNUMBERED),
    kept("c", NUMBERED, "lead: so-yt"),
    kept("d", NUMBERED, f"due: Quý I/2027, {SET_BY}"),
    kept("e", NUMBERED, "due: Quý I/2027"),
    kept("f", NUMBERED).replace("Việc", LONG),
    task("g", "lead: so-yt, due: Quý I/2027"),
    kept("h", NUMBERED, "due: Quý I/2027, due_set_by: {type: Công văn}"),
)
MOVED = (
    kept("a", NUMBERED, "lead: so-yt"),
    kept("b", UNNUMBERED, "due: Quý II/2027"),
    kept("c", NUMBERED, "lead: so-tc, due: Quý II/2027"),
    kept("d", NUMBERED, f"due: Quý II/2027, {SET_BY}"),
    kept("e", NUMBERED, f"due: Quý II/2027, {SET_BY}"),
    kept("f", NUMBERED, "due: Quý II/2027").replace("Việc", LONG),
    task("g", "lead: so-yt, due: Quý II/2027"),
    kept("h", NUMBERED, "due: Quý II/2027, due_set_by: {type: Công văn khác}"),
)

WHOLE = (BASE / PLAN).read_text(encoding="utf-8")
FIRST = "  - heading: NỘI DUNG\n    text: |\n      Các nhiệm vụ cụ thể tại Phụ lục kèm theo.\n"
INTRO = "Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai hợp tác, cụ thể như sau."


def changed(*pairs: tuple[str, str]) -> Laid:
    """The plan of the clean workspace with other words in it."""
    text = WHOLE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return {PLAN: text}


DRAFTED = changed(("state: issued", "state: draft"))
REBUILT = changed(("text: verbatim", "text: reconstructed"))
UNSIGNED: Laid = {ISSUED: ""}


def intro(text: str) -> Laid:
    """The plan with that introduction."""
    return changed((INTRO, text))


def worded_apart(before: str, after: str) -> tuple[Laid, Laid]:
    """The plan with either introduction."""
    return intro(before), intro(after)


def of_length(shared: int, whole: int) -> tuple[Laid, Laid]:
    """Two introductions of that many letters, of which the first ``shared`` are the same."""
    words = ("abcd " * 40)[: shared - 1] + "k"
    return worded_apart(words + "x" * (whole - shared), words + "y" * (whole - shared))


def closing(period: str, more: str = "", day: str = "2027-12-17") -> str:
    """A record of a closed period."""
    return f"- {{period: '{period}', closed: {day}, fingerprint: {'0' * 64}{more}}}\n"


AGAIN = ", reopened: {date: 2028-01-05, document: {number: 8/UBND}, reason: Bổ sung}"
OTHERWISE = AGAIN.replace("Bổ sung", "Sửa")
SAID = "tasks: [{task: pl-1, status: in-progress}]\n"
PROVED = """\
tasks:
  - {task: pl-1, status: in-progress}
  - {task: nv-1, status: in-progress, product: [{file: evidence/b.txt}, {link: 'https://a.vn'}]}
  - {task: nv-2, status: in-progress, product: [{file: evidence/a.txt}]}
commitments:
  - {commitment: doi-tac-a, kept: yes}
  - {commitment: doi-tac-b, kept: yes, product: [{file: evidence/c.txt}]}
"""
PROOFS = {f"{HERE}/evidence/{one}.txt": "Cũ" for one in "abcde"}
REPORTED = {
    **report(
        "so-yt",
        "2026-12-10",
        SAID.replace("progress", "progress, product: [{file: evidence/d.txt}]"),
        "2026",
    ),
    **report("so-khcn", "2027-06-10", PROVED),
    **report("so-tc", "2027-06-10", PROVED.replace("a.txt", "e.txt")),
    **report("doi-tac", "2027-06-10", SAID),
    **PROOFS,
}
RECEIPTS = (
    "- {period: '2026', sender: so-yt, received: 2026-12-15, how: scan}\n"
    "- {period: '2027', sender: so-yt, received: 2027-06-15, how: scan}\n"
)
RECORDS = {
    f"{HERE}/extensions.yaml": (
        "- {task: pl-1, due: Quý I/2028, reason: Chờ, granted: {number: 1/UBND}}\n"
        "- {task: nv-1, due: Quý I/2029, reason: Chờ, requested: {number: 2/BC}}\n"
        "- {task: nv-2, due: Quý I/2029, reason: Chờ, granted: {number: 3/UBND}}\n"
    ),
    f"{HERE}/amendments.yaml": "".join(
        f"- {{id: sd-{own}, kind: amend, {head}changes: [{{clause: Mục I, old: Cũ, new: Mới}}]}}\n"
        for own, head in [
            ("a", "number: 44/KH-UBND, "),
            ("b", "date: 2027-03-09, "),
            ("c", ""),
            ("d", "number: 46/KH-UBND, date: 2027-03-09, "),
            ("e", "number: 47/KH-UBND, date: 2027-03-09, "),
        ]
    ),
    f"{HERE}/closings.yaml": closing("2026", AGAIN) + closing("2027-q1") + closing("2027", AGAIN),
}
UNDONE = {
    f"{HERE}/extensions.yaml": RECORDS[f"{HERE}/extensions.yaml"].replace("Chờ", "Bỏ"),
    f"{HERE}/amendments.yaml": RECORDS[f"{HERE}/amendments.yaml"].replace("Mới", "Khác"),
    f"{HERE}/closings.yaml": (
        closing("2026", OTHERWISE) + closing("2027-q1", AGAIN) + closing("2027", "", "2027-12-18")
    ),
}

EDITS: dict[str, dict[str, tuple[Laid, Laid]]] = {}
"""Files before and after, both over the clean workspace, by what was done."""

EDITS["tasks"] = {
    "dues of an issued plan": (tasks(*GIVEN), tasks(*MOVED)),
    "dues of a draft": (DRAFTED | tasks(*GIVEN), DRAFTED | tasks(*MOVED)),
    "dues of a plan that cannot be used": (
        {PLAN: "id: mau\n"} | tasks(*GIVEN),
        {PLAN: "id: mau\n"} | tasks(*MOVED),
    ),
    "a due taken away, one given": (
        tasks(task("g", "lead: so-yt, due: Quý I/2027"), task("h", "lead: so-yt")),
        tasks(task("g", "lead: so-yt"), task("h", "lead: so-yt, due: Quý I/2027")),
    ),
    "tasks taken away": (tasks(*GIVEN), tasks(task("z", "lead: so-yt"))),
    "tasks of a draft taken away": (
        DRAFTED | tasks(*GIVEN),
        DRAFTED | tasks(task("z", "lead: so-yt")),
    ),
    "the file of tasks taken away": (tasks(*GIVEN), {TASKS: ""}),
}
EDITS["issue"] = {
    "the plan taken away": ({}, {PLAN: "", TASKS: "", ISSUED: ""}),
    "number and day": (
        {},
        changed(("number: 15/", "number: 16/"), ("date: 2026-04-10", "date: 2026-04-11")),
    ),
    "number and day filled in": (changed(("number: 15/KH-UBND\ndate: 2026-04-10\n", "")), {}),
    "number and day taken away": ({}, changed(("number: 15/KH-UBND\ndate: 2026-04-10\n", ""))),
    "a draft again": ({}, DRAFTED),
    "ended": ({}, changed(("state: issued", "state: ended"))),
    "issued": (DRAFTED, {}),
    "rebuilt": ({}, REBUILT),
    "rebuilt without a signed text": (UNSIGNED, UNSIGNED | REBUILT),
    "verbatim": (REBUILT, {}),
    "verbatim without a signed text": (UNSIGNED | REBUILT, UNSIGNED),
    "verbatim in other words": (REBUILT, intro("Khác.")),
    "verbatim in other words without a signed text": (
        UNSIGNED | REBUILT,
        UNSIGNED | intro("Khác."),
    ),
    "rebuilt in other words": (
        REBUILT,
        changed(("text: verbatim", "text: reconstructed"), (INTRO, "Khác.")),
    ),
    "rebuilt, taken away": (REBUILT, {PLAN: ""}),
    "rebuilt, not to be used": (REBUILT, {PLAN: "id: mau\ntext: verbatim\n"}),
}
EDITS["text"] = {
    "who leads": (
        tasks(task("a", "lead: so-yt, support: [so-khcn, doi-tac]")),
        tasks(task("a", "lead: so-tc, support: [cac-xa, doi-tac-tinh]")),
    ),
    "a signed text": (UNSIGNED, {}),
    "no signed text": ({}, UNSIGNED),
    "another signed text": ({}, {ISSUED: "KẾ HOẠCH\n\nKhác.\n"}),
    "who gets it, a section, a promise": (
        {},
        changed(
            ("  - agency: cac-xa\n", ""),
            ("  - heading: TỔ CHỨC", "  - heading: KINH PHÍ\n    text: A\n  - heading: TỔ CHỨC"),
        )
        | {PARTNER: (BASE / PARTNER).read_text(encoding="utf-8").replace("Cử đơn vị", "Cử hai")},
    ),
    "a section taken away": (
        {},
        changed(
            (
                FIRST,
                "",
            )
        ),
    ),
}
EDITS["words"] = {
    "sixty letters": of_length(40, 60),
    "sixty-one letters": of_length(40, 61),
    "twenty-nine shared": of_length(29, 80),
    "thirty shared": of_length(30, 80),
    "fifty shared": of_length(50, 110),
    "long and short": worded_apart("A " * 40 + "b", "A " * 20 + "b"),
    "no space in front": worded_apart("m" * 40 + " x" * 20, "m" * 40 + " y" * 20),
    "all other": worded_apart("x " * 50, "y " * 25),
}
EDITS["records"] = {
    "records": (RECORDS, UNDONE),
    "records taken away": (RECORDS, dict.fromkeys(RECORDS, "")),
    "records turned round": (RECORDS | UNDONE, RECORDS),
}
EDITS["periods"] = {
    "reports of a closed period": (
        REPORTED | {f"{HERE}/closings.yaml": closing("2027"), f"{HERE}/receipts.yaml": RECEIPTS},
        {
            **REPORTED,
            **report("so-yt", "2026-12-10", "nothing_to_report: true\n", "2026"),
            **report("so-khcn", "2027-06-10", PROVED.replace("pl-1", "la")),
            **report("doi-tac", "2027-06-10", "nothing_to_report: true\n"),
            f"{HERE}/progress/2027/so-tc.yaml": "",
            f"{HERE}/closings.yaml": closing("2027"),
            f"{HERE}/receipts.yaml": RECEIPTS.replace("scan", "form"),
        },
    ),
    "evidence of a closed period": (
        REPORTED | {f"{HERE}/closings.yaml": closing("2027")},
        REPORTED | {f"{HERE}/closings.yaml": closing("2027")} | dict.fromkeys(PROOFS, "Mới"),
    ),
    "of two closed periods": (
        REPORTED | {f"{HERE}/closings.yaml": closing("2026") + closing("2027", AGAIN)},
        {
            **REPORTED,
            **report("so-yt", "2026-12-10", "nothing_to_report: true\n", "2026"),
            **report("so-khcn", "2027-06-10", SAID),
            f"{HERE}/closings.yaml": closing("2026") + closing("2027", AGAIN),
        },
    ),
    "closed again": (
        REPORTED
        | {f"{HERE}/closings.yaml": closing("2027", AGAIN) + closing("2027", "", "2028-01-20")},
        {
            **REPORTED,
            **report("so-khcn", "2027-06-10", SAID),
            f"{HERE}/closings.yaml": closing("2027", AGAIN) + closing("2027", "", "2028-01-20"),
        },
    ),
    "another period reopened": (
        REPORTED | {f"{HERE}/closings.yaml": closing("2027") + closing("2026")},
        {
            **REPORTED,
            **report("so-khcn", "2027-06-10", SAID),
            **report("so-yt", "2026-12-10", "nothing_to_report: true\n", "2026"),
            f"{HERE}/closings.yaml": closing("2027") + closing("2026", AGAIN),
        },
    ),
    "the folder of a closed period": (
        REPORTED | {f"{HERE}/closings.yaml": closing("2027"), f"{HERE}/receipts.yaml": RECEIPTS},
        dict.fromkeys([*base(), *REPORTED, f"{HERE}/receipts.yaml"], "")
        | {name: data.decode() for name, data in base().items() if not name.startswith(HERE)},
    ),
}
EDITS["files"] = {
    "files": (
        REPORTED,
        {
            **REPORTED,
            **report("so-tc", "2027-06-11", SAID),
            **report("so-yt", "2027-06-11", SAID),
            f"{HERE}/progress/2026/so-tc.yaml": (
                "sender: so-yt\nperiod: '2026'\nreported: 2026-12-11\n" + SAID
            ),
            f"{HERE}/evidence/a.txt": "Mới",
            f"{HERE}/evidence/moi.txt": "Mới",
            f"{HERE}/evidence/sau/moi.txt": "Mới",
            f"{PLANS}/evidence/moi.txt": "Mới",
            f"{HERE}/evidence/d.txt": "",
        },
    ),
}


def refused(old: Files, new: Files, sender: str | None) -> str:
    """All that is refused; of a sender also some files touched in ways that no text shows."""
    ways = {path: _touched(old, new, path) for path in sorted({*old, *new})}
    touched = [(path, way) for path, way in ways.items() if way]
    more = [(f"{HERE}/progress/2027/{who}.yaml", way) for who in ("so-tc", "so-yt") for way in "XL"]
    extra = [*more, (f"{HERE}/evidence/lien-ket.txt", "L"), (PLAN, "X")] if sender else []
    after = load(BASE, new)
    faults = refusals(load(BASE, old), after, [*touched, *extra], sender)
    return "".join(
        f"  {stretch(one.span)}: {one.code} {one.message}\n  → {one.hint}\n"
        for one in worded(faults, Context(after, AS_OF))
    )


def _touched(old: Files, new: Files, path: str) -> str:
    if path not in old:
        return "A"
    if path not in new:
        return "D"
    return "M" if old[path] != new[path] else ""


@pytest.mark.parametrize("group", EDITS)
def test_all_that_is_refused(group: str, golden: Golden) -> None:
    sender = "so-tc" if group == "files" else None
    found = {
        name: refused(laid(old), laid(new), sender) for name, (old, new) in EDITS[group].items()
    }
    told_of = (f"## {name}\n{text}" for name, text in found.items())
    golden(f"rules/dense/edits/{group}.txt", "\n".join(told_of))


def small(own: str, recipients: str, leads: str, number: str = "") -> Laid:
    """A plan folder: who gets the plan, and who leads its only annex task."""
    head = f"recipients: {recipients}\n{number}"
    row = task(f"{own}-1", f"lead: {leads}, approver: la-{own}")
    return {
        f"{PLANS}/{own}/plan.yaml": plan("  - {heading: A}\n", head, own=own),
        f"{PLANS}/{own}/tasks.yaml": f"annex: {{title: A}}\ntasks:\n{row}",
    }


GROUPS = (
    "- {id: dau-moi-b, name: B, kind: group, members_from: {plan: b, leads_of: annex}}\n"
    "- {id: moi-noi, name: Mọi nơi, kind: group, members_from: {leads_of: annex}}\n"
    "- {id: la-c, name: C, kind: unit, confirmed: false}\n"
)
QUIET = "# kehoach: bỏ qua KH101 – chờ danh sách\n"
"""Silences the next line."""
SEVERAL = {
    "data/communes.yaml": GROUPS,
    "data/partners/vien.yaml": (
        "id: vien\nname: Viện\nkind: institute\nfocal_points: {province: la}\n"
    ),
    **small("a", "[{agency: dau-moi-b}]", "so-yt"),
    **small("a-b", "[{agency: so-yt}]", "so-tc"),
    **small("b", "[{agency: so-khcn}]", "so-yt"),
    **small("c", "[{agency: moi-noi}]", "so-khcn"),
    **small("d", "[{agency: so-tc}]", "so-tc", "number: 7/KH-UBND\ndate: 2027-01-04\n"),
    **small("e", "[{agency: so-tc}]", "so-tc", "number: 7/KH-UBND\ndate: 2027-02-05\n"),
    f"{PLANS}/b/extensions.yaml": f"{QUIET}- {{task: la-1, due: Quý I/2028, reason: Chờ}}\n",
    f"{PLANS}/c/extensions.yaml": "- {task: la-2, due: Quý I/2028, reason: Chờ}\n",
    f"{PLANS}/c/progress/2027/so-khcn.yaml": (
        "sender: so-khcn\nperiod: '2027'\nreported: 2027-06-20\n"
        "tasks:\n  - {task: c-1, status: done}\n"
        "  - {task: a-1, status: done}  # kehoach: bỏ qua KH303 – đã xem\n"
    ),
    "templates/ke-hoach.md.j2": "{{ khong_co }}\n",
}
STEPS_OF_WORK: dict[str, Laid] = {
    "first": SEVERAL,
    "nothing": {},
    "who leads in b": small("b", "[{agency: so-khcn}]", "so-tc"),
    "who leads in a-b": small("a-b", "[{agency: so-yt}]", "xa-mot"),
    "who leads in a": small("a", "[{agency: dau-moi-b}]", "so-tc"),
    "who gets d": small("d", "[{agency: so-yt}]", "so-tc", "number: 7/KH-UBND\ndate: 2027-01-04\n"),
    "what plans share": {"data/communes.yaml": GROUPS + "- {id: la-a, name: A, kind: unit}\n"},
    "declared elsewhere": {f"{PLANS}/a-b/tasks.yaml": f"tasks:\n{task('la-2', 'lead: so-tc')}"},
    "a name more": {
        f"{PLANS}/e/plan.yaml": plan("  - {heading: '# {[A'}\n", "number: 8/KH-UBND\n", own="e")
    },
    "a folder less": {f"{PLANS}/b/{name}.yaml": "" for name in ("plan", "tasks", "extensions")},
}


def lay(files: Laid, root: Path) -> None:
    """Write the files; take away those without text."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
        if not text:
            (root / name).unlink()


def test_which_folders_are_checked_again(tmp_path: Path, golden: Golden) -> None:
    """After each step those that changed, and those whose findings hang on what changed."""
    root = copy_of("base", tmp_path / "ws")
    known: dict[tuple[str, ...], Checked] = {}
    lines = []
    for name, files in STEPS_OF_WORK.items():
        lay(files, root)
        common, *plans = parts(root)
        checker = PartChecker(root, common, AS_OF)
        jobs: list[Job] = []
        checker.prepare(plans)

        def run(
            given: Sequence[Job],
            *,
            jobs: list[Job] = jobs,
            checker: PartChecker = checker,
        ) -> Iterator[Checked]:
            jobs += given
            return (checker.check(one.parts, one.leads) for one in given)

        def recall(asked: Sequence[Part], *, digest: str = common.digest) -> Checked | None:
            return known.get((digest, *(part.digest for part in asked)))

        done = survey(checker, plans, run, recall)
        known.update({(common.digest, *one.digests): one for one in done.checked})
        assert list(done.found) == in_one_piece(Context(load(root), AS_OF))
        assert done.digests == tuple(part.digest for part in plans)
        lines += [
            f"## {name}",
            *(_job(job) for job in jobs),
            *(_checked(one) for one in done.checked),
        ]
        lines += [f"  {list(done.told.leads)} {done.told.issued}"]
    golden("rules/dense/folders.txt", "".join(f"{line}\n" for line in lines))


def _job(job: Job) -> str:
    names = ", ".join(part.name for part in job.parts)
    return f"  checks {names} beside {dict(job.leads)}"


def _checked(one: Checked) -> str:
    asked = sorted(map(str, one.asked))
    lines = [f"    {it.kind} {it.id} {it.is_silenced} {it.line}" for it in one.facts.dangling]
    head = f"  knows {len(one.digests)}, asked {asked}: {dict(one.leads)}"
    return "\n".join([head, *lines])


def test_all_findings_of_several_plans(golden: Golden) -> None:
    found = findings(Context(load(BASE, laid(SEVERAL)), AS_OF))
    golden("rules/dense/several.txt", "".join(f"{short(one)} {one.hint}\n" for one in found))


ONE = Diagnostic("KH301", "a", Severity.WARNING, Span("b.yaml", 2, 3, 2, 9), "b", "b")
HERE_TOO = (RelatedSpan(Span("b.yaml", 2, 3, 2, 9), "b"),)
IN_ORDER = [
    replace(ONE, span=Span("a.yaml", 9, 9, 9, 9), code="KH999"),
    replace(ONE, span=Span("b.yaml", 1, 9, 9, 9)),
    replace(ONE, span=Span("b.yaml", 2, 2, 9, 9)),
    replace(ONE, code="KH201", message="c", hint="c"),
    replace(ONE, message="a", hint="c"),
    replace(ONE, hint="a", related=HERE_TOO),
    ONE,
    replace(ONE, related=(RelatedSpan(Span("b.yaml", 2, 3, 2, 9), "a"),)),
    replace(ONE, related=HERE_TOO),
    replace(ONE, related=(RelatedSpan(Span("b.yaml", 2, 4, 2, 9), "a"),)),
    replace(ONE, message="c", hint="a"),
    replace(ONE, code="KH302", message="a", hint="a"),
]


@pytest.mark.parametrize("seed", range(5))
def test_findings_stand_in_one_order_however_they_came(seed: int) -> None:
    mixed = [*IN_ORDER, *IN_ORDER[::2]]
    Random(seed).shuffle(mixed)  # noqa: S311 - reproducible, not secret
    assert in_order(mixed) == IN_ORDER
