"""Rows of an amendment typed by hand: which of them say a change, and which only seem to."""

from __future__ import annotations

from functools import cache

import pytest
from tests.rules.test_amended import BASE, HERE, ISSUED, PLAN, TASKS, base, typed

from kehoach_cli.drafting.dropped import tells_of_what_was
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.plan import Extension
from kehoach_cli.model.records import Letter
from kehoach_cli.model.report import Report
from kehoach_cli.rules.changing import refusals
from kehoach_cli.rules.run import worded
from kehoach_cli.source.edit import Append, Operation, Remove, Set, edit
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import load

PARTNER = "data/partners/cong-ty.yaml"
AMENDMENTS = f"{HERE}/amendments.yaml"
Files = dict[str, bytes]
Row = tuple[str, str | None, str | None]
"""The place, the old wording, the new one."""

COMPANY = """\
id: cong-ty
name: Công ty Cổ phần Mẫu
short: CTM
kind: company
commitments:
  - {id: ct-a, plan: mau, letter: a, parts: [Góp máy chủ.], province_does: Bố trí phòng}
  - {id: ct-b, plan: mau, letter: b, parts: [Góp đường truyền.], province_does: Bố trí điện}
"""
KNOWN = """\
- id: sd-0
  kind: amend
  number: 40/KH-UBND
  date: 2027-01-09
  changes: [{clause: "Phụ lục, TT 2", old: Sở Tài chính, new: Sở Y tế}]
"""
SECOND: Data = {
    "id": "pl-2",
    "kind": "annex",
    "source": {"clause": "Phụ lục"},
    "title": "Tập huấn cán bộ",
    "lead": "so-tc",
    "support": ["so-khcn", "xa-mot"],
    "due": "Quý I/2028",
}


@cache
def before() -> Files:
    """The clean workspace with a second row, a second partner and an amendment."""
    known = base() | {PARTNER: COMPANY.encode(), AMENDMENTS: KNOWN.encode()}
    known |= typed(known, TASKS, Append(("tasks",), SECOND))
    return known | typed(
        known,
        PLAN,
        Set(("partners",), ["doi-tac", "cong-ty"]),
        Set(("sections", 1, "commitments"), ["doi-tac", "cong-ty"]),
    )


def refused(new: Files) -> set[str]:
    touched = [(path, "M" if path in before() else "A") for path in new]
    faults = refusals(load(BASE, before()), load(BASE, before() | new), touched)
    return {one.code for one in worded(faults)}


def amendment(
    own: str, rows: list[Row], day: str = ", number: 44/KH-UBND, date: 2027-03-09"
) -> str:
    """A record as it stands in the file."""
    said: list[Data] = [{"clause": one, "old": old, "new": new} for one, old, new in rows]
    kept: list[Data] = [
        {key: value for key, value in row.items() if value is not None}
        for row in said
        if isinstance(row, dict)
    ]
    head = f"- {{id: {own}, kind: amend{day}, changes: []}}\n"
    return edit(head, AMENDMENTS, [Set((0, "changes"), kept)])


def with_rows(new: Files, *rows: Row) -> Files:
    return new | {AMENDMENTS: (KNOWN + amendment("sd-1", list(rows))).encode()}


def task(key: str, value: Data, number: int = 3) -> Files:
    return typed(before(), TASKS, Set(("tasks", number, key), value))


def gone(file: str, *path: str | int) -> Files:
    return typed(before(), file, Remove(path))


def changed(file: str, *operations: Operation) -> Files:
    return typed(before(), file, *operations)


LEAD = task("lead", "so-yt")
DUE_GONE = gone(TASKS, "tasks", 3, "due")
MORE = task("support", ["so-khcn", "xa-mot", "so-yt"])
LESS = task("support", ["so-khcn"])
OTHER = task("support", ["so-khcn", "so-yt"])
TURNED = task("support", ["xa-mot", "so-khcn"])
ROOM = changed(PARTNER, Set(("commitments", 0, "province_does"), "Bố trí hội trường"))
PROMISE_GONE = gone(PARTNER, "commitments", 1)
PROMISE_NEW = changed(
    PARTNER,
    Append(("commitments",), {"id": "ct-c", "plan": "mau", "letter": "c", "parts": ["Góp người."]}),
)
DUTIES = changed(PLAN, Set(("sections", 1, "duties"), ["so-khcn", "cac-xa", "so-yt"]))
SECTION = changed(PLAN, Append(("sections",), {"heading": "KINH PHÍ", "text": "Theo quy định."}))
TITLE = changed(PLAN, Set(("sections", 0, "heading"), "NHIỆM VỤ"))
TASK_GONE = gone(TASKS, "tasks", 3)
TASK_NEW = changed(
    TASKS,
    Append(
        ("tasks",), {"id": "pl-3", "kind": "annex", "source": {"clause": "Phụ lục"}, "title": "Họp"}
    ),
)
DUTY = task("lead", "so-yt", 0)
NOBODY = gone(TASKS, "tasks", 3, "support")
UNKNOWN = task("lead", "so-la")
ABOLISHED = LEAD | gone("data/agencies.yaml", 2)

TC, YT, KHCN, XA = "Sở Tài chính", "Sở Y tế", "Sở Khoa học và Công nghệ", "UBND xã Một"

ROWS: list[tuple[Files, Row, bool]] = [
    (LEAD, ("Phụ lục, nhiệm vụ 2", TC, YT), True),
    (LEAD, ("Phụ lục, nhiệm vụ 1", TC, YT), False),
    (LEAD, ("Phụ lục, nhiệm vụ 0", TC, YT), False),
    (LEAD, ("Phụ lục, nhiệm vụ 3", TC, YT), False),
    (LEAD, ("Phụ lục, TT 2", TC, YT), True),
    (LEAD, ("Phụ lục, STT 2", TC, YT), True),
    (LEAD, ("Phụ lục, số 2", TC, YT), False),
    (LEAD, ("Phụ lục, pl-2", TC, YT), True),
    (LEAD, ("Phụ lục", f"Tập huấn cán bộ: {TC}", YT), True),
    (LEAD, ("Phụ lục", TC, f"Tập huấn cán bộ: {YT}"), True),
    (LEAD, ("Phụ lục, TT 2", TC, None), False),
    (LEAD, ("Phụ lục, TT 2", None, YT), False),
    (LEAD, ("Phụ lục, TT 2", YT, TC), False),
    (LEAD, ("Phụ lục, TT 2", "so-tc", "so-yt"), True),
    (LEAD, ("Phụ lục, TT 2", "so-tc", "SYT"), False),
    (DUTY, ("Mục II.1", "Sở KH&CN", YT), True),
    (DUTY, ("Mục II.2", "Sở KH&CN", YT), False),
    (DUTY, ("Mục II.2, nhiệm vụ 1", "Sở KH&CN", YT), False),
    (DUTY, ("Nhiệm vụ nv-1", "Sở KH&CN", YT), True),
    (DUE_GONE, ("Phụ lục, TT 2", "Quý I/2028", None), True),
    (DUE_GONE, ("Phụ lục, TT 2", "Quý I/2028", "Quý I/2028 nếu kịp"), False),
    (DUE_GONE, ("Phụ lục, TT 2", None, "Không có thời hạn"), False),
    (DUE_GONE, ("Phụ lục, TT 1", "Quý I/2028", None), False),
    (DUE_GONE, ("Phụ lục, TT 2", "Quý II/2028", None), False),
    (NOBODY, ("Phụ lục, TT 2", f"{KHCN}; {XA}", None), True),
    (NOBODY, ("Phụ lục, TT 2", XA, None), False),
    (UNKNOWN, ("Phụ lục, TT 2", TC, "so-la"), True),
    (UNKNOWN, ("Phụ lục, TT 2", TC, YT), False),
    (ABOLISHED, ("Phụ lục, TT 2", TC, YT), True),
    (ABOLISHED, ("Phụ lục, TT 2", XA, YT), False),
    (task("due", "Quý II/2028"), ("Phụ lục, TT 2", "Quý I/2028", "Quý II/2028"), True),
    (task("due", "Quý II/2028"), ("Phụ lục, TT 2", None, "Quý II/2028"), True),
    (task("due", "Quý II/2028"), ("Phụ lục, TT 2", "Quý II/2028", "Quý I/2028"), False),
    (MORE, ("Phụ lục, TT 2", None, YT), True),
    (MORE, ("Phụ lục, TT 2", YT, None), False),
    (MORE, ("Phụ lục, TT 2", None, KHCN), False),
    (LESS, ("Phụ lục, TT 2", XA, None), True),
    (LESS, ("Phụ lục, TT 2", None, XA), False),
    (LESS, ("Phụ lục, TT 2", None, KHCN), False),
    (OTHER, ("Phụ lục, TT 2", XA, YT), True),
    (OTHER, ("Phụ lục, TT 2", None, YT), False),
    (OTHER, ("Phụ lục, TT 2", XA, None), False),
    (TURNED, ("Phụ lục, TT 2", "Phối hợp", f"{XA}; Sở KH&CN"), True),
    (TURNED, ("Phụ lục, TT 2", None, XA), False),
    (TURNED, ("Phụ lục, TT 2", None, KHCN), False),
    (TURNED, ("Phụ lục, TT 2", f"{XA}; {KHCN}", None), False),
    (ROOM, ("Điểm a, cam kết của CTM", "Bố trí phòng", "Bố trí hội trường"), True),
    (ROOM, ("Mục II.4, điểm a, CTM", None, "Bố trí hội trường"), True),
    (ROOM, ("Mục II.4, điểm a, Công ty Cổ phần Mẫu", None, "Bố trí hội trường"), True),
    (ROOM, ("Mục II.4, điểm b, CTM", None, "Bố trí hội trường"), False),
    (ROOM, ("Mục II.4, điểm a", None, "Bố trí hội trường"), False),
    (ROOM, ("Cam kết của CTM", None, "Bố trí hội trường"), False),
    (ROOM, ("Mục II.3, điểm a, Đối tác", None, "Bố trí hội trường"), False),
    (ROOM, ("Cam kết ct-a", None, "Bố trí hội trường"), True),
    (ROOM, ("Điểm a, cam kết của CTM", "Bố trí phòng", "Bố trí nhà"), False),
    (PROMISE_GONE, ("Mục II.4", "Góp đường truyền.", None), True),
    (PROMISE_GONE, ("Mục II.4", "Góp máy chủ.", None), False),
    (PROMISE_GONE, ("Mục II.4", "Góp đường truyền.", "Góp đường truyền và máy."), False),
    (PROMISE_NEW, ("Mục II.4", None, "Góp người."), True),
    (PROMISE_NEW, ("Mục II.4", "Góp người.", None), False),
    (DUTIES, ("Mục II TỔ CHỨC THỰC HIỆN", None, YT), True),
    (DUTIES, ("Mục Tổ chức thực hiện", None, YT), True),
    (DUTIES, ("Mục I NỘI DUNG", None, YT), False),
    (DUTIES, ("Mục THỰC HIỆN", None, YT), False),
    (DUTIES, ("Mục II TỔ CHỨC THỰC HIỆN", YT, None), False),
    (SECTION, ("Mục III. KINH PHÍ", None, "KINH PHÍ. Theo quy định."), True),
    (SECTION, ("Mục KINH PHÍ", None, "Theo quy định."), True),
    (SECTION, ("Mục IV", None, "Theo quy định."), False),
    (TITLE, ("Mục I", "NỘI DUNG", "NHIỆM VỤ"), True),
    (TITLE, ("Ở đâu cũng được", "NỘI DUNG", "NHIỆM VỤ"), True),
    (TITLE, ("Mục I", "NHIỆM VỤ", "NỘI DUNG"), False),
    (TASK_GONE, ("Ở đâu cũng được", "Tập huấn cán bộ", None), True),
    (TASK_GONE, ("Phụ lục, TT 2", None, "Bỏ nhiệm vụ này"), False),
    (TASK_GONE, ("Phụ lục", "Tập huấn cán bộ", "Tập huấn cán bộ và họp"), False),
    (TASK_NEW, ("Phụ lục", None, "Họp"), True),
    (TASK_NEW, ("Phụ lục", "Họp", None), False),
    (TASK_NEW, ("Phụ lục, TT 3", None, "Gặp"), False),
]


@pytest.mark.parametrize("number", range(len(ROWS)))
def test_a_row_says_the_change_or_does_not(number: int) -> None:
    new, row, is_enough = ROWS[number]
    assert refused(new)
    assert (refused(with_rows(new, row)) == set()) is is_enough, row


FIT: Row = ("Phụ lục, TT 2", TC, YT)
MISS: Row = ("Phụ lục, TT 1", TC, YT)
RECORDS: list[tuple[str, bool]] = [
    (amendment("sd-1", [MISS, FIT]), True),
    (amendment("sd-1", [FIT, MISS]), True),
    (
        amendment("sd-1", [MISS]) + amendment("sd-2", [FIT], ", number: 45/A, date: 2027-04-01"),
        True,
    ),
    (amendment("sd-1", [FIT], ", number: 44/KH-UBND"), False),
    (amendment("sd-1", [FIT], ", date: 2027-03-09"), False),
    (amendment("sd-1", [FIT], ""), False),
    (amendment("sd-1", [MISS]), False),
]


@pytest.mark.parametrize(("record", "is_enough"), RECORDS)
def test_only_a_new_record_with_number_and_day_counts(record: str, *, is_enough: bool) -> None:
    """The known one says of this change what it should: it was signed before."""
    new = LEAD | {AMENDMENTS: (KNOWN + record).encode()}
    assert (refused(new) == set()) is is_enough


PARTS: list[tuple[str, tuple[Row, ...], bool]] = [
    ("Các nhiệm vụ tại Phụ lục.", (("I", "cụ thể", None), ("I", "kèm theo", None)), True),
    ("Các nhiệm vụ tại Phụ lục.", (("I", "cụ thể", None),), False),
    (
        "Mọi nhiệm vụ cụ thể tại Phụ lục kèm theo, mỗi năm.",
        (("I", "Các", "Mọi"), ("I", None, "mỗi năm")),
        True,
    ),
    ("Mọi nhiệm vụ cụ thể tại Phụ lục kèm theo, mỗi năm.", (("I", None, "mỗi năm"),), False),
    ("Các nhiệm vụ cụ thể tại Phụ lục kèm theo", (), True),
]


@pytest.mark.parametrize(("text", "rows", "is_enough"), PARTS)
def test_several_rows_make_one_paragraph_of_the_other(
    text: str, rows: tuple[Row, ...], *, is_enough: bool
) -> None:
    new = changed(PLAN, Set(("sections", 0, "text"), f"{text}\n"))
    said = with_rows(new, *rows, ("Mục khác", "gì đó", "gì khác"))
    assert (refused(said) == set()) is is_enough


SIGNED: list[tuple[str, str, bool]] = [
    ("3. Đề nghị Tổng công ty Đối tác", "3. Sở Y tế\n\n4. Đề nghị Tổng công ty Đối tác", True),
    ("3. Đề nghị Tổng công ty Đối tác", "4. Đề nghị Tổng công ty Đối tác", True),
    ("3. Đề nghị Tổng công ty Đối tác\n\n", "", True),
    ("3. Đề nghị Tổng công ty Đối tác", "3. Sở Y tế", True),
    ("3. Đề nghị Tổng công ty Đối tác", "3. Sở Tài chính", False),
    ("2. UBND các xã, phường\n\n", "", False),
    ("2. UBND các xã, phường", "2. UBND các xã, phường\n\nKhi có kinh phí.", False),
    ("2. UBND các xã, phường", "3. Sở Y tế", False),
]


@pytest.mark.parametrize(("old", "now", "is_followed"), SIGNED)
def test_the_signed_text_loses_and_gains_what_the_data_print(
    old: str, now: str, *, is_followed: bool
) -> None:
    text = before()[ISSUED].decode()
    assert old in text
    new = with_rows(DUTIES, ("Mục II TỔ CHỨC THỰC HIỆN", None, YT))
    new |= {ISSUED: text.replace(old, now).encode()}
    assert (refused(new) == set()) is is_followed


@pytest.mark.parametrize(
    ("file", "kind", "is_refused"),
    [
        (f"{HERE}/evidence/kho.txt", "A", False),
        (f"{HERE}/evidence/kho.txt", "X", False),
        (f"{HERE}/evidence/kho.txt", "M", True),
        (f"{HERE}/evidence/kho.txt", "D", True),
        (f"{HERE}/evidence/kho.txt", "L", True),
        (f"{HERE}/evidence/khac.txt", "M", False),
    ],
)
def test_a_proof_of_a_closed_period_is_not_replaced(
    file: str, kind: str, *, is_refused: bool
) -> None:
    report = (
        "sender: so-tc\nperiod: '2027'\nreported: 2027-06-20\ntasks:\n"
        "  - {task: pl-2, status: done, product: [{file: evidence/kho.txt}]}\n"
    )
    here = before() | {
        f"{HERE}/progress/2027/so-tc.yaml": report.encode(),
        f"{HERE}/closings.yaml": (
            f"- {{period: '2027', closed: 2027-12-17, fingerprint: {'0' * 64}}}\n"
        ).encode(),
        f"{HERE}/evidence/kho.txt": b"A",
    }
    found = worded(refusals(load(BASE, here), load(BASE, here), [(file, kind)]))
    assert bool(found) is is_refused


def test_an_issued_plan_is_not_taken_away() -> None:
    left = {path: data for path, data in before().items() if not path.startswith(HERE)}
    assert worded(refusals(load(BASE, before()), load(BASE, left)))


STANDING = {
    "progress/2027/so-tc.yaml": "sender: so-tc\nperiod: '2027'\nreported: 2027-06-20\n",
    "progress/2027-q1/so-tc.yaml": "sender: so-tc\nperiod: 2027-q1\nreported: 2027-03-20\n",
    "progress/2026/so-tc.yaml": "sender: so-tc\nperiod: '2026'\nreported: 2026-12-10\n",
    "extensions.yaml": (
        "- {task: pl-1, due: Quý I/2028, reason: A, granted: {number: 1/A, date: 2027-05-04}}\n"
        "- {task: pl-1, due: Quý II/2028, reason: B}\n"
    ),
    "letters.yaml": "- {id: cv, kind: don-doc, to: [so-tc]}\n",
    "closings.yaml": f"- {{period: '2027', closed: 2027-12-17, fingerprint: {'0' * 64}}}\n",
}
CORRECTED = "- {id: a, kind: correct, changes: [{clause: I, old: B}]}\n"
STAND = ["2027", "2027-q1", "Quý I/2028"]


@pytest.mark.parametrize(
    ("amendments", "expected"),
    [
        ("- {id: a, kind: amend, changes: [{clause: I, new: A}, {clause: I, old: B}]}\n", STAND),
        ("- {id: a, kind: amend, changes: [{clause: I, old: B, new: C}]}\n", STAND),
        ("- {id: a, kind: amend, changes: [{clause: I, new: A}]}\n", []),
        (CORRECTED, []),
        (
            CORRECTED + "- {id: b, kind: amend, changes: [{clause: I, old: B}]}\n",
            STAND,
        ),
        ("[]\n", []),
    ],
)
def test_which_records_tell_of_what_an_amendment_ended(
    amendments: str, expected: list[str]
) -> None:
    files = {f"{HERE}/{name}": text.encode() for name, text in STANDING.items()}
    ws = load(BASE, base() | files | {AMENDMENTS: amendments.encode()})
    assert not ws.faults
    records = [*ws.of(Report), *ws.of(Extension), *ws.of(Letter), *ws.of(Partner)]
    told = [one.value for one in records if tells_of_what_was(ws, one)]
    names = [one.period if isinstance(one, Report) else getattr(one, "due", "") for one in told]
    assert sorted(names) == sorted(expected)


def test_only_new_faults_are_refused() -> None:
    broken = before() | {"data/challenges.yaml": b"- {id: x}\n"}
    worse = broken | {f"{HERE}/letters.yaml": b"- {id: y}\n"}
    assert worded(refusals(load(BASE, broken), load(BASE, broken))) == []
    found = worded(refusals(load(BASE, broken), load(BASE, worse)))
    assert {one.span.file for one in found} == {f"{HERE}/letters.yaml"}
