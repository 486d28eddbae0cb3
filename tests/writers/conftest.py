"""One small document with a bit of everything, and the reference file of the repository."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.document.blocks import (
    Block,
    Cell,
    Column,
    HeaderGroup,
    Paragraph,
    Role,
    Row,
    SectionBreak,
    Table,
    Text,
)
from kehoach_cli.document.frame import (
    Document,
    LetterFrame,
    MinutesFrame,
    Properties,
    Signer,
    TitledFrame,
)
from kehoach_cli.document.markup import parse
from kehoach_cli.document.month import MonthOnly
from kehoach_cli.document.numbering import number
from kehoach_cli.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable

REFERENCE = Path(__file__).parents[2] / "templates" / "reference.docx"

TEXT = """
*Căn cứ* Biên bản ghi nhớ ngày 16/4/2026, UBND tỉnh ban hành Kế hoạch như sau:

# Mục đích, yêu cầu
## Mục đích
- Kết nối & chia sẻ dữ liệu <dùng chung>, “một cửa” **không *ranh giới***.
1. Khoản viết tay.

đ) Điểm viết tay.

---

> Số liệu tạm tính.

Trên đây là Kế hoạch./.
"""

TABLE = Table(
    name="nhiem-vu",
    columns=(
        Column("tt", "TT", 10, "center"),
        Column("title", "Nhiệm vụ", 60),
        Column("lead", "Chủ trì", 30),
        Column("support", "Phối hợp", 30),
        Column("money", "Kinh phí", 20, "right"),
        Column("due", "Thời hạn", 20, "center"),
    ),
    rows=(
        Row((Cell("I. Chính quyền số"),), group=True),
        Row(
            (
                Cell(1),
                Cell("Dữ liệu dùng chung"),
                Cell("Sở KH&CN\nSở Tài chính"),
                Cell("Các sở, ban, ngành", rows=2),
                Cell(1200),
                Cell(date(2026, 7, 20)),
            )
        ),
        Row((Cell(2), Cell("Đào tạo"), Cell("Sở Nội vụ"), Cell(None), Cell(300), Cell("2027"))),
        Row((Cell("Tổng cộng", columns=4), Cell(1500), Cell(None)), total=True),
    ),
    header_groups=(HeaderGroup("Trách nhiệm", 2, 2),),
    caption="Danh mục",
)

FRAME = TitledFrame(
    issuer=("Ủy ban nhân dân", "tỉnh Đắk Lắk"),
    symbol="KH-UBND",
    place="Đắk Lắk",
    type_name="KẾ HOẠCH",
    title="Triển khai các nội dung hợp tác về chuyển đổi số giai đoạn 2026 - 2030 trên địa bàn "
    "tỉnh Đắk Lắk",
    signer=Signer(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn A"),
    recipients=("TT Tỉnh ủy (báo cáo)", "Các sở, ban, ngành"),
    filing="Lưu: VT, KGVX",
    day=MonthOnly(2026, 7),
)


def annex(table: Table) -> tuple[Block, ...]:
    return (
        SectionBreak(landscape=True),
        Paragraph(Role.ANNEX_NUMBER, (Text("Phụ lục"),)),
        Paragraph(Role.ANNEX_TITLE, (Text("Danh mục nhiệm vụ"),)),
        Paragraph(Role.ANNEX_REFERENCE, (Text("(Kèm theo Kế hoạch của UBND tỉnh)"),)),
        table,
    )


@pytest.fixture(scope="session")
def plan() -> Document:
    """A plan with an annex that lies across."""
    body = number(parse(TEXT, lambda _: ()).blocks)
    properties = Properties("Kế hoạch", "UBND tỉnh Đắk Lắk", date(2026, 7, 20))
    return Document(FRAME, (*body, *annex(TABLE)), properties, "Bản dựng lại từ dữ liệu")


@pytest.fixture
def report(plan: Document) -> Document:
    """A report that goes up, without an annex or a notice."""
    frame = replace(
        FRAME,
        parent=("UBND tỉnh Đắk Lắk",),
        issuer=("Sở Khoa học và Công nghệ",),
        symbol="BC-SKHCN",
        type_name="BÁO CÁO",
        number="5",
        day=date(2027, 2, 5),
        addressees=("UBND tỉnh Đắk Lắk", "Sở Tài chính"),
        draft_mark=True,
    )
    return replace(plan, frame=frame, blocks=plan.blocks[:4], notice="")


@pytest.fixture
def letter(plan: Document) -> Document:
    """A công văn to several, with an annex."""
    frame = LetterFrame(
        issuer=("Sở Khoa học và Công nghệ",),
        parent=("UBND tỉnh Đắk Lắk",),
        number="45",
        symbol="SKHCN-CĐS",
        place="Đắk Lắk",
        day=date(2027, 3, 5),
        subject="đề nghị báo cáo kết quả thực hiện các kế hoạch hợp tác năm 2027",
        addressees=("Sở Tài chính", "Ủy ban nhân dân các xã, phường"),
        signer=Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn A"),
        recipients=("Như trên", "UBND tỉnh (b/c)"),
        filing="Lưu: VT, CĐS",
    )
    return replace(plan, frame=frame, blocks=(*plan.blocks[:1], *plan.blocks[-5:]))


@pytest.fixture
def minutes(plan: Document) -> Document:
    """A biên bản whose chair signs under two lines, its secretary under one."""
    frame = MinutesFrame(
        issuer=("Sở Khoa học và Công nghệ",),
        parent=("UBND tỉnh Đắk Lắk",),
        symbol="BB-SKHCN",
        type_name="BIÊN BẢN",
        title="Làm việc rà soát kết quả thực hiện các văn bản hợp tác",
        secretary=Signer(("THƯ KÝ",), "Trần Thị B"),
        chair=Signer(("CHỦ TỌA", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn A"),
        recipients=("Các bên dự họp",),
        filing="Lưu: VT, Hồ sơ",
        draft_mark=True,
    )
    return replace(plan, frame=frame, blocks=plan.blocks[:4], notice="")


@pytest.fixture(scope="session")
def to_docx() -> Callable[[Document], bytes]:
    """The .docx of a document, with the repository's own looks."""

    def write(document: Document) -> bytes:
        out = io.BytesIO()
        WRITERS["docx"].write(document, out, REFERENCE)
        return out.getvalue()

    return write


@pytest.fixture
def reference() -> Path:
    """The looks of all documents."""
    return REFERENCE
