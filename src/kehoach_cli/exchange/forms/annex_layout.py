"""The sheets of the workbook in which the tasks of an annex are written: tasks, and their money."""

from __future__ import annotations

from kehoach_cli.exchange.forms.layout import CODE, Column, SheetKind

_ACTORS_HINT = (
    "Mỗi dòng một cơ quan (Alt+Enter), hoặc ngăn bằng dấu chấm phẩy. Ghi tên, tên viết tắt hoặc mã."
)
_ACTOR_HINT = "Chọn trong danh sách, hoặc ghi tên, tên viết tắt, mã."
_MILLIONS_HINT = "Chỉ ghi số, đơn vị triệu đồng; hoặc ghi cả đơn vị: 1,2 tỷ đồng."

ANNEX = SheetKind(
    part="annex",
    name="Nhiệm vụ",
    code="Mã nhiệm vụ",
    needs=("title",),
    spare=30,
    is_whole=True,
    grows=True,
    columns=(
        Column(CODE, "Mã nhiệm vụ", 25, is_locked=True),
        Column("group", "Nhóm nhiệm vụ", 36, "words", hint="Các dòng cùng nhóm ghi giống nhau."),
        Column("title", "Nội dung nhiệm vụ", 70, "words"),
        Column("lead", "Chủ trì", 36, "choice", "holder", hint=_ACTOR_HINT),
        Column("co_leads", "Đồng chủ trì", 36, "actors", "holder", hint=_ACTORS_HINT),
        Column("support", "Phối hợp", 44, "actors", "holder", hint=_ACTORS_HINT),
        Column("person", "Người, đơn vị phụ trách", 34, "words"),
        Column("product", "Sản phẩm", 44, "words"),
        Column("approver", "Cấp phê duyệt", 34, "choice", "holder", hint=_ACTOR_HINT),
        Column("due", "Thời hạn", 28, "due", hint="Như in trong Phụ lục. Ví dụ: Quý IV/2027"),
        Column("challenge", "Bài toán lớn", 44, "choice", "challenge"),
        Column("note", "Ghi chú", 40, "words"),
    ),
)

MONEY = SheetKind(
    part="money",
    name="Kinh phí",
    code="Mã dòng kinh phí",
    needs=("year", "level", "kind", "source"),
    is_whole=True,
    columns=(
        Column(CODE, "Mã dòng kinh phí", 30, is_locked=True),
        Column("title", "Nội dung nhiệm vụ", 70, is_locked=True),
        Column("year", "Năm", 18, "year", hint="Bốn chữ số. Ví dụ: 2027"),
        Column("level", "Cấp ngân sách", 32, "choice", "level", hint="Chọn trong danh sách."),
        Column("kind", "Loại chi", 44, "choice", "expense", hint="Chọn trong danh sách."),
        Column("source", "Nguồn kinh phí", 40, "words", hint="Ví dụ: Ngân sách tỉnh"),
        Column("needed", "Nhu cầu (triệu đồng)", 26, "millions", hint=_MILLIONS_HINT),
        Column("allocated", "Được bố trí (triệu đồng)", 26, "millions", hint=_MILLIONS_HINT),
        Column("spent", "Đã chi (triệu đồng)", 26, "millions", hint=_MILLIONS_HINT),
        Column("estimated", "Ước cả năm (triệu đồng)", 26, "millions", hint=_MILLIONS_HINT),
        Column("supplementary", "Kinh phí bổ sung trong năm", 26, "choice", "yes"),
    ),
)
"""Each line of money, and an empty row of each task for one more."""
