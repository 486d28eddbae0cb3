from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.document.blocks import Block, Paragraph, Role, SectionBreak, Table
from kehoach_cli.document.frame import Document, TitledFrame
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.month import MonthOnly
from kehoach_cli.drafting import clauses, frame, outline
from kehoach_cli.drafting.plain_text import plain_paragraphs
from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.workspace import Workspace

if TYPE_CHECKING:
    from tests.conftest import Golden
    from tests.drafting.conftest import Copy

AS_OF = date(2026, 7, 20)
PLAN = "data/plans/mau/plan.yaml"
TASKS = "data/plans/mau/tasks.yaml"
PARTNER = "data/partners/doi-tac.yaml"
AGENCIES = "data/agencies.yaml"


@pytest.mark.parametrize("plan", ["mobifone-2026-2030", "lam-viec-doi-tac-2026"])
def test_the_real_plans_read_as_they_were_read_and_found_good(
    plan: str, real: Workspace, golden: Golden
) -> None:
    folder = real.folder(plan)
    assert folder is not None
    document = plan_document(real, folder, AS_OF)
    golden(f"drafting/{plan}.txt", "\n".join(plain_paragraphs(document)) + "\n")


def test_the_issuer_s_name_stands_on_two_lines_and_has_no_parent(base: Copy) -> None:
    frame = _frame(base)
    assert (frame.parent, frame.issuer) == ((), ("ỦY BAN NHÂN DÂN", "TỈNH MẪU"))


def test_number_symbol_and_day_come_from_the_plan(base: Copy) -> None:
    frame = _frame(base)
    assert (frame.number, frame.symbol, frame.day) == ("15", "KH-UBND", date(2026, 4, 10))


def test_of_a_month_the_day_stays_blank_and_an_unknown_number_too(base: Copy) -> None:
    base.put(PLAN, "date", "2026-07")
    base.put(PLAN, "number", None)
    document = plan_document(*base.plan(), AS_OF)
    assert isinstance(document.frame, TitledFrame)
    assert (document.frame.number, document.frame.day) == ("", MonthOnly(2026, 7))
    assert "(Kèm theo Kế hoạch số       /KH-UBND ngày      tháng 7 năm 2026" in _text(document)


def test_the_collective_line_is_a_setting(base: Copy) -> None:
    base.put("kehoach.yaml", "signature", {"collective_line": True})
    signer = _frame(base).signer
    assert signer.lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_recipients_have_short_names_notes_and_sections(base: Copy) -> None:
    base.put(PLAN, "recipients.1", {"section": "II"})
    base.put(PLAN, "recipients.2", {"text": "CT, các PCT UBND tỉnh", "note": "(b/c)"})
    assert plan_document(*base.plan(), AS_OF).frame.recipients == (
        "Đối tác (p/h)",
        "Các đơn vị tại Mục II",
        "CT, các PCT UBND tỉnh (b/c)",
    )


def test_words_that_are_not_the_issued_ones_say_so_on_every_page(base: Copy) -> None:
    issued = plan_document(*base.plan(), AS_OF)
    base.put(PLAN, "text", "reconstructed")
    rebuilt = plan_document(*base.plan(), AS_OF)
    assert issued.notice == "Dữ liệu giả định, chỉ dùng để kiểm thử"
    assert (
        rebuilt.notice == f"{issued.notice}. Bản dựng lại từ dữ liệu, không phải văn bản ban hành"
    )


@pytest.mark.parametrize(
    ("style", "role", "text"),
    [
        ("lines", Role.GROUND, "Căn cứ Biên bản ghi nhớ ngày 02/3/2026 hợp tác"),
        ("dashes", Role.DASH, "Căn cứ Biên bản ghi nhớ ngày 02/3/2026 hợp tác"),
        ("prose", Role.BODY, "Căn cứ Biên bản ghi nhớ ngày 02/3/2026 hợp tác"),
    ],
)
def test_grounds_are_printed_in_the_style_the_plan_chooses(
    base: Copy, style: str, role: Role, text: str
) -> None:
    base.put(PLAN, "grounds.style", style)
    first = plan_document(*base.plan(), AS_OF).blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.role, plain(first.inlines)[: len(text)]) == (role, text)


def test_one_duty_is_a_paragraph_and_more_are_dashes(base: Copy) -> None:
    base.put(TASKS, "tasks.1.source.clause", "II.1")
    base.put(PLAN, "sections.1.duties.1", {"agency": "cac-xa", "text": "đề nghị:"})
    after = _after(base, "Sở Khoa học và Công nghệ")
    assert [(p.role, p.number) for p in after[:2]] == [(Role.DASH, "-"), (Role.DASH, "-")]
    assert plain(_after(base, "UBND các xã, phường")[0].inlines) == "Đề nghị:"
    base.put(TASKS, "tasks.1.source.clause", "II.2")
    assert [p.role for p in _after(base, "Sở Khoa học và Công nghệ")[:1]] == [Role.BODY]


def test_duties_stand_under_nested_items_by_their_printed_number(base: Copy) -> None:
    nested = {"agency": "so-tc", "nested": [{"agency": "so-yt"}]}
    base.put(PLAN, "sections.1.duties.0", {"agency": "so-khcn", "nested": [nested]})
    base.put(TASKS, "tasks.0.source.clause", "II.1.1.a")
    ws, folder = base.plan()
    assert list(clauses(frame(ws, folder))) == ["II.1", "II.1.1", "II.1.1.a", "II.2"]
    assert clauses(frame(ws, folder))["II.1.1.a"].duty.agency == "so-yt"
    assert plain(_after(base, "Sở Y tế")[0].inlines).startswith("Làm đầu mối")


def test_a_commitment_is_its_letter_condition_and_parts(base: Copy) -> None:
    base.put(PARTNER, "commitments.1.condition", "khi tỉnh yêu cầu")
    base.put(PARTNER, "commitments.1.parts", ["đào tạo cán bộ;", "cử giảng viên."])
    first, second, *_ = _after(base, "Đề nghị Tổng công ty Đối tác")
    assert (first.number, plain(second.inlines)) == (
        "a)",
        "Khi tỉnh yêu cầu, đào tạo cán bộ; cử giảng viên.",
    )


def test_the_closing_mark_is_printed_once(base: Copy) -> None:
    assert _text(plan_document(*base.plan(), AS_OF)).count("./.") == 1
    base.put(PLAN, "closing", "Trên đây là Kế hoạch.")
    assert "Trên đây là Kế hoạch./." in _text(plan_document(*base.plan(), AS_OF))


def test_the_annex_is_a_landscape_section_with_the_plan_s_own_columns(base: Copy) -> None:
    base.put(TASKS, "annex.columns", ["title", "lead", "support", "approver", "person", "note"])
    base.put(TASKS, "tasks.2.group", "Chính quyền số")
    *_, section, number, title, attached, table = plan_document(*base.plan(), AS_OF).blocks
    assert section == SectionBreak(landscape=True)
    assert [_words(one) for one in (number, title, attached)] == [
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 15/KH-UBND ngày 10 tháng 4 năm 2026 của Ủy ban nhân dân tỉnh Mẫu)",
    ]
    assert isinstance(table, Table)
    assert table.caption == ""
    assert [row.group for row in table.rows] == [True, False]
    assert [cell.value for cell in table.rows[1].cells] == [
        1,
        "Xây dựng kho dữ liệu dùng chung",
        "Sở KH&CN",
        "Sở Tài chính; Đối tác",
        "UBND tỉnh",
        "Phòng Chuyển đổi số",
        "",
    ]


def test_a_task_nobody_leads_shows_who_has_which_part(base: Copy) -> None:
    base.put(TASKS, "tasks.2.lead", None)
    base.put(TASKS, "tasks.2.others", [{"agency": "so-yt", "role": "tham mưu"}])
    *_, table = plan_document(*base.plan(), AS_OF).blocks
    assert isinstance(table, Table)
    assert table.rows[0].cells[2].value == "Sở Y tế (tham mưu)"


def test_an_annex_without_rows_says_so_and_a_plan_without_annex_prints_none(base: Copy) -> None:
    base.put(TASKS, "tasks.2.kind", "conclusion")
    blocks = plan_document(*base.plan(), AS_OF).blocks
    assert _words(blocks[-1]) == "(Danh mục chưa có trong dữ liệu nguồn)"
    base.put(TASKS, "annex", None)
    assert not any(
        isinstance(one, SectionBreak) for one in plan_document(*base.plan(), AS_OF).blocks
    )


def test_the_outline_knows_where_every_number_comes_from(base: Copy) -> None:
    base.put(PLAN, "sections.0.text", "# Một\n\n1. Hai\n\n1.1. Ba\n\na) Bốn\n\n1. Hai\n")
    items = outline(frame(*base.plan()))
    assert [(i.number, i.level, i.written) for i in items] == [
        ("I.", 1, False),
        ("1.", 2, False),
        ("1.", 2, True),
        ("1.1.", 3, True),
        ("a)", 4, True),
        ("1.", 2, True),
        ("II.", 1, False),
        ("1.", 2, False),
        ("2.", 2, False),
        ("3.", 2, False),
        ("a)", 4, True),
        ("b)", 4, True),
    ]
    assert (items[5].place.path, items[5].place.excerpt, items[5].place.nth) == (
        ("sections", 0, "text"),
        "1. Hai",
        1,
    )
    assert (items[-1].place.file, items[-1].place.path) == (PARTNER, ("commitments", 1, "letter"))


HOSTILE = '**x** *y* # {{ 7 * 7 }} {% raw %} ::: bang ten=la \\ "z" <w> & a) - 1.'

FIELDS = [
    (PLAN, "title"),
    (PLAN, "intro"),
    (PLAN, "closing"),
    (PLAN, "filing"),
    (PLAN, "sections.0.heading"),
    (PLAN, "grounds.items.0.title"),
    (PLAN, "recipients.0.note"),
    (PLAN, "signer.lines.0"),
    (PLAN, "signer.name"),
    (TASKS, "annex.title"),
    (TASKS, "tasks.0.title"),
    (TASKS, "tasks.2.title"),
    (TASKS, "tasks.2.product"),
    (TASKS, "tasks.2.due"),
    (PARTNER, "name"),
    (PARTNER, "short"),
    (PARTNER, "commitments.0.condition"),
    (PARTNER, "commitments.0.parts.0"),
    (AGENCIES, "1.name"),
    (AGENCIES, "1.short"),
]


@pytest.mark.parametrize(("file", "path"), FIELDS)
@pytest.mark.parametrize("start", ["", "# ", "- ", "::: bang ten=x ", "**", "{{ "])
def test_whatever_is_typed_comes_out_as_typed(base: Copy, file: str, path: str, start: str) -> None:
    typed = f"{start}{HOSTILE}"
    base.put(file, path, typed)
    text = _text(plan_document(*base.plan(), AS_OF))
    expected = typed.rstrip(".")
    assert expected in text or expected.upper() in text.upper()


def _after(base: Copy, heading: str) -> list[Paragraph]:
    blocks = plan_document(*base.plan(), AS_OF).blocks
    paragraphs = [one for one in blocks if isinstance(one, Paragraph)]
    at = next(n for n, one in enumerate(paragraphs) if plain(one.inlines) == heading)
    return paragraphs[at + 1 :]


def _words(block: Block) -> str:
    return plain(block.inlines) if isinstance(block, Paragraph) else ""


def _frame(base: Copy) -> TitledFrame:
    frame = plan_document(*base.plan(), AS_OF).frame
    assert isinstance(frame, TitledFrame)
    return frame


def _text(document: Document) -> str:
    return "\n".join(plain_paragraphs(document))
