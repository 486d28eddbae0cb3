"""Who is named in an item of «Tổ chức thực hiện», and who issues a plan that has no head."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.exchange.intake.importing import Imported, imported
from kehoach_cli.exchange.intake.lines import Remark, Surety
from kehoach_cli.exchange.intake.names import Names
from kehoach_cli.exchange.intake.proof import with_draft
from kehoach_cli.exchange.package import Refused
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.section_order import check
from kehoach_cli.workspace import Workspace, load

ROOT = Path(__file__).parents[3]
EXAMPLES = load(ROOT / "examples")

PLAN = """\
KẾ HOẠCH
Trồng cây năm 2027

{opening}

I. TỔ CHỨC THỰC HIỆN

1. Các sở, ban, ngành là cơ quan chủ trì nhiệm vụ tại Phụ lục:

- Lập kế hoạch chi tiết.

2. Đề nghị Liên hiệp Hội Cây Xanh

- Cho mượn xe tưới.

Trên đây là Kế hoạch trồng cây, các cơ quan tổ chức thực hiện./.

{signed}

Người Ký Thử
"""
OPENING = "Để phủ xanh đô thị, UBND tỉnh ban hành Kế hoạch trồng cây, cụ thể như sau:"
SIGNED = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"


def read(opening: str = OPENING, signed: str = SIGNED, **given: str) -> Imported:
    text = PLAN.format(opening=opening, signed=signed)
    return imported(
        EXAMPLES, "thu.txt", text.encode(), plan_id="thu", given=given, as_of=date(2027, 1, 1)
    )


def remark(found: Imported, what: str) -> Remark:
    return next(one for one in found.told.remarks if one.what == what)


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return EXAMPLES


class TestWhoIsMeant:
    def test_the_verb_of_a_request_is_no_part_of_a_name(self) -> None:
        plan = read().files["data/plans/thu/plan.yaml"]
        assert "agency: lien-hiep-hoi-cay-xanh" in plan
        assert "heading: Đề nghị Liên hiệp Hội Cây Xanh" in plan
        said = remark(read(), "cơ quan, mục I.2").said
        assert said.startswith("«Liên hiệp Hội Cây Xanh» chưa có trong danh bạ")

    def test_some_of_a_group_are_not_taken_for_the_group(self) -> None:
        found = remark(read(), "cơ quan, mục I.1")
        assert found.surety is Surety.OPEN
        assert found.said.startswith("«Các sở, ban, ngành» ở đây có thể chỉ là một phần của")
        assert "agency: cac-so-ban-nganh" in read().files["data/plans/thu/plan.yaml"]

    def test_unless_the_user_says_so(self) -> None:
        found = read(**{"Các sở, ban, ngành": "cac-so-nganh"})
        assert remark(found, "cơ quan, mục I.1").surety is Surety.SURE

    def test_a_verb_ends_the_name_of_one_agency(self, ws: Workspace) -> None:
        party = Names(ws, {}).party("Công an tỉnh chủ trì chuẩn bị nội dung về an ninh mạng")
        assert (party.said, party.id) == ("Công an tỉnh", "cong-an-tinh")


class TestWhoIssues:
    def test_is_told_by_the_first_sentence(self) -> None:
        found = read()
        assert remark(found, "cơ quan ban hành").surety is Surety.LIKELY
        expected = "# suy từ «UBND tỉnh ban hành Kế hoạch»\nissuer: ubnd-tinh\n"
        assert expected in found.files["data/plans/thu/plan.yaml"]

    def test_else_by_who_signs(self) -> None:
        found = remark(read("Nội dung như sau:"), "cơ quan ban hành")
        assert (found.surety, "KT. CHỦ TỊCH" in found.said) == (Surety.LIKELY, True)

    def test_and_is_open_where_another_office_signs(self) -> None:
        found = remark(read("Nội dung như sau:", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"), "cơ quan ban hành")
        assert found.surety is Surety.OPEN


IN_FIGURES = """\
KẾ HOẠCH
Trồng cây năm 2027

Để phủ xanh đô thị, UBND tỉnh ban hành Kế hoạch trồng cây, cụ thể như sau:

1. MỤC ĐÍCH

a) Thêm bóng mát.

b) Bớt bụi.

2. NỘI DUNG

2.1. Trồng trong phố

- Mỗi phố một hàng.

2.2. Trồng ven sông

- Hai bờ.

3. TỔ CHỨC THỰC HIỆN

3.1. Sở Khoa học và Công nghệ

- Đếm cây.

- Báo cáo UBND tỉnh.

3.2. Sở Tài chính

Bố trí kinh phí.

Trên đây là Kế hoạch trồng cây, các cơ quan tổ chức thực hiện./.

Nơi nhận:
- Sở Tài chính;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Người Ký Thử
"""


class TestSectionsInFigures:
    """«1.», «2.» before the mục and «2.1.» below them, as many short plans have it."""

    def test_are_printed_as_they_were(self) -> None:
        found = imported(
            EXAMPLES, "thu.txt", IN_FIGURES.encode(), plan_id="thu", as_of=date(2027, 1, 1)
        )
        assert found.told.differing == ()
        assert "numbering: figures\n" in found.files["data/plans/thu/plan.yaml"]
        assert found.files["data/plans/thu/tasks.yaml"].count("clause: 3.1\n") == 2
        assert "# Trồng ven sông\n" in found.files["data/plans/thu/plan.yaml"]

    def test_are_in_order(self) -> None:
        found = imported(
            EXAMPLES, "thu.txt", IN_FIGURES.encode(), plan_id="thu", as_of=date(2027, 1, 1)
        )
        after = with_draft(EXAMPLES, found.draft)
        assert after is not None
        assert list(check(Context(after, date(2027, 1, 1)))) == []


def test_grounds_that_cannot_be_told_apart_are_not_called_missing() -> None:
    opening = "Căn cứ Luật Lâm nghiệp; UBND tỉnh ban hành Kế hoạch trồng cây, cụ thể như sau:"
    assert remark(read(opening), "căn cứ").surety is Surety.UNSURE


def test_an_old_workbook_is_called_one() -> None:
    data = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "Workbook".encode("utf-16-le")
    with pytest.raises(Refused) as refused:
        imported(EXAMPLES, "phu-luc.xls", data, as_of=date(2027, 1, 1))
    assert refused.value.reason == "old-excel"


def test_a_file_without_any_plan_makes_no_files() -> None:
    found = imported(EXAMPLES, "thu.txt", b"Xin ch\xc3\xa0o", as_of=date(2027, 1, 1))
    assert found.files == {}
    assert not found.told.is_whole
