"""Words of tasks, proposals and agreements that no sender of the other tests has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.document.blocks import Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.drafting.cooperation_tables import agreements_table
from kehoach_cli.drafting.item_words import place_of, under_names
from kehoach_cli.drafting.progress_tables import commitments_table, overdue_table, tasks_table
from kehoach_cli.drafting.raised_tables import proposals_table
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.status_view import status_view
from kehoach_cli.progress import evaluate

if TYPE_CHECKING:
    from tests.drafting.conftest import Copy

AS_OF = date(2028, 2, 1)
MAU = "data/plans/mau/progress/2028"
FOCAL = """sender: so-khcn
period: "2028"
reported: 2028-01-20
tasks:
  - task: pl-1
    status: submitted
    submitted: {number: 4/TTr-SKHCN, date: 2028-01-10}
    product:
      - {file: evidence/du-thao.pdf}
      - {link: https://mau.gov.vn/kho, news: https://mau.gov.vn/tin}
commitments:
  - {commitment: doi-tac-a, kept: no, text: Chưa nhận được văn bản}
proposals:
  - id: dx-1
    kind: project
    title: Xây dựng kho học liệu.
    goal: Mỗi trường một kho
    priority: high
    appraisals:
      - {by: so-tc, text: Nên làm hai năm., date: 2028-01-25}
      - {by: so-yt, text: Chưa đến ngày, date: 2028-03-01}
"""
PARTNER = """sender: doi-tac
period: "2028"
reported: 2028-01-20
commitments:
  - {commitment: doi-tac-a, kept: yes}
  - {commitment: doi-tac-b, kept: yes, confirmed_by: so-tc}
"""


def scene(base: Copy) -> Scene:
    base.put("data/plans/mau/tasks.yaml", "tasks.2.approver", None)
    base.write(f"{MAU}/so-khcn.yaml", FOCAL)
    base.write(f"{MAU}/doi-tac.yaml", PARTNER)
    base.put(
        "data/partners/doi-tac.yaml",
        "focal_points",
        {"partner": "Ban Khách hàng", "province": "so-khcn"},
    )
    ws = base.load()
    return Scene(ws, AS_OF, given=evaluate(ws, AS_OF, period="2028"))


def rows(table: Table) -> list[list[str]]:
    return [[cell_text(cell) for cell in row.cells] for row in table.rows if not row.group]


def test_what_was_submitted_waits_even_where_no_approver_is_named(base: Copy) -> None:
    given = scene(base)
    waits = "chờ cấp có thẩm quyền xem xét"
    (late,) = rows(overdue_table(given))
    assert late[-1] == f"Đã trình, {waits}"
    (task,) = rows(tasks_table(given))
    assert f"Đã trình tại Tờ trình số 4/TTr-SKHCN ngày 10/01/2028, {waits}." in task[-1]
    shown = [one for one in status_view(given.ws, given.progress) if isinstance(one, Table)]
    assert any(told.endswith(f"; {waits}") for *_, told, _ in rows(shown[0]))


def test_files_links_and_news_are_proof_too(base: Copy) -> None:
    (task,) = rows(tasks_table(scene(base)))
    proofs = "tệp du-thao.pdf; https://mau.gov.vn/kho; tin đã đăng: https://mau.gov.vn/tin"
    assert f"Sản phẩm: {proofs}." in task[-1]


def test_a_commitment_has_the_words_of_both_sides(base: Copy) -> None:
    first, second = rows(commitments_table(scene(base)))
    assert first[2:] == [
        "Đã thực hiện",
        "Sở KH&CN: chưa thực hiện",
        "Sở KH&CN: Chưa nhận được văn bản.",
    ]
    assert second[2:] == ["Đã thực hiện", "Sở Tài chính xác nhận", ""]


def test_a_proposal_is_told_with_all_that_its_sender_says(base: Copy) -> None:
    (row,) = rows(proposals_table(scene(base)))
    assert row[1] == "Xây dựng kho học liệu (mục tiêu: Mỗi trường một kho)"
    assert row[2] == "Dự án (ưu tiên cao)"
    assert row[6] == "Chưa có ý kiến (12 ngày); Sở Tài chính: nên làm hai năm"


def test_an_agreement_says_whom_to_turn_to(base: Copy) -> None:
    (row,) = rows(agreements_table(scene(base)))
    assert row[1] == "Tổng công ty Đối tác (đầu mối: Ban Khách hàng; phía tỉnh: Sở KH&CN)"


def test_a_place_is_named_as_documents_cite_it(base: Copy) -> None:
    item = evaluate(base.load(), AS_OF).items[0]
    said = {
        clause: place_of(replace(item, clause=clause))
        for clause in ("đ", "IV.2", "V", "Phụ lục", "Mục II.2", None)
    }
    assert list(said.values()) == ["điểm đ", "Mục IV.2", "Mục V", "Phụ lục", "Mục II.2", ""]


def test_who_says_the_same_stands_together(base: Copy) -> None:
    ws = base.load()
    one = evaluate(ws, AS_OF).items[0].assignments[0]
    first, other, third = (replace(one, agency=who) for who in ("so-khcn", "so-tc", "so-yt"))
    said = [(first, "Xong."), (other, "Đang làm."), (third, "Xong.")]
    assert under_names(ws, said) == (("Sở KH&CN; Sở Y tế", "Xong."), ("Sở Tài chính", "Đang làm."))
