"""The sheets and columns of a form, in one table that writing and reading both follow.

A column is found again by its title and a row by its code, wherever the sender has moved them.
"""

from __future__ import annotations

from typing import Literal

from kehoach_cli.frozen import frozen

Kind = Literal[
    "text",
    "words",
    "choice",
    "day",
    "percent",
    "money",
    "document",
    "products",
    "actors",
    "due",
    "year",
    "millions",
]
"""What a cell holds: a text of several lines, one line, one of a list, a day, 0–100, đồng, …

``actors``: agencies, one a line; ``due``: a deadline as it is printed; ``millions``: đồng typed in
triệu đồng, which the title of the column says.
"""

ListName = Literal[
    "status",
    "reason",
    "kept",
    "actor",
    "holder",
    "level",
    "expense",
    "challenge",
    "plan",
    "proposal",
    "priority",
    "unit",
    "how",
    "yes",
]
"""The lists of choices; ``lists`` fills them from the model's own tables."""


@frozen
class Column:
    """A column; ``key`` is the key of the data file, or of what is only shown where it is locked.

    ``unit_of``: the column only says in which unit that other column is typed.
    """

    key: str
    title: str
    width_mm: float
    kind: Kind = "text"
    choices: ListName | None = None
    is_locked: bool = False
    unit_of: str = ""
    hint: str = ""


@frozen
class SheetKind:
    """A sheet; ``part`` is the key of the list in the data file that its rows stand in.

    ``needs`` are the columns without which a row that says anything says too little. ``spare``:
    empty rows for what the sender adds, whose codes begin with ``prefix``. ``is_whole``: its rows
    are all there are, so that one that is gone was taken out. ``grows``: a row without a code is a
    new one.
    """

    part: str
    name: str
    code: str
    columns: tuple[Column, ...]
    needs: tuple[str, ...]
    spare: int = 0
    prefix: str = ""
    id_key: str = "id"
    is_whole: bool = False
    grows: bool = False

    @property
    def inputs(self) -> tuple[Column, ...]:
        """The columns that become data."""
        return tuple(one for one in self.columns if not one.is_locked and not one.unit_of)

    def column(self, key: str) -> Column:
        """The column of that key."""
        return next(one for one in self.columns if one.key == key)

    @property
    def is_titled(self) -> bool:
        """Its rows say what they are about, so that a wrong code shows."""
        return any(one.key == "title" and one.is_locked for one in self.columns)


CODE = "code"
PLAN = Column("plan", "Kế hoạch", 42, is_locked=True)
"""Shown only where the sender has a part in several plans."""

_TITLE = Column("title", "Nội dung", 48, is_locked=True)
_EARLIER = Column("earlier", "Báo cáo kỳ trước", 32, is_locked=True)
_DOCUMENT_HINT = "Ghi số, ký hiệu và ngày. Ví dụ: 45/TTr-SYT ngày 10/12/2027"
_PRODUCT_HINT = (
    "Mỗi dòng một sản phẩm (xuống dòng: Alt+Enter): số, ký hiệu, ngày của văn bản; "
    "hoặc đường dẫn https://…; hoặc tên sản phẩm"
)
_PRODUCT = Column(
    "product", "Sản phẩm (số, ngày văn bản; đường dẫn)", 36, "products", hint=_PRODUCT_HINT
)

TASKS = SheetKind(
    part="tasks",
    name="Nhiệm vụ",
    code="Mã nhiệm vụ",
    id_key="task",
    needs=("status",),
    columns=(
        Column(CODE, "Mã nhiệm vụ", 25, is_locked=True),
        PLAN,
        _TITLE,
        Column("role", "Vai trò", 15, is_locked=True),
        Column("due", "Thời hạn", 23, is_locked=True),
        _EARLIER,
        Column("status", "Tình trạng", 23, "choice", "status", hint="Chọn trong danh sách."),
        Column("percent", "Tiến độ (%)", 14, "percent", hint="Số nguyên từ 0 đến 100."),
        Column("done_on", "Ngày hoàn thành", 23, "day", hint="Ngày/tháng/năm. Ví dụ: 30/11/2027"),
        Column("result", "Kết quả đạt được", 42, hint="Xuống dòng: Alt+Enter."),
        _PRODUCT,
        Column("submitted", "Đã trình (số, ngày tờ trình)", 26, "document", hint=_DOCUMENT_HINT),
        Column(
            "document",
            "Văn bản cho tạm dừng, thôi thực hiện (số, ngày)",
            28,
            "document",
            hint=_DOCUMENT_HINT,
        ),
        Column("late_reason", "Lý do chậm", 25, "choice", "reason", hint="Chọn trong danh sách."),
        Column("late_note", "Nói rõ lý do chậm", 27, "words"),
        Column("spent", "Kinh phí đã chi", 20, "money", hint="Chỉ ghi số; đơn vị ở cột bên."),
        Column("spent_unit", "Đơn vị tiền", 19, "choice", "unit", unit_of="spent"),
    ),
)

COMMITMENTS = SheetKind(
    part="commitments",
    name="Cam kết",
    code="Mã cam kết",
    id_key="commitment",
    needs=("kept",),
    columns=(
        Column(CODE, "Mã cam kết", 30, is_locked=True),
        PLAN,
        Column("letter", "Điểm", 14, is_locked=True),
        _TITLE,
        _EARLIER,
        Column("kept", "Tình trạng thực hiện", 34, "choice", "kept", hint="Chọn trong danh sách."),
        Column("text", "Kết quả thực hiện", 60, "text", hint="Xuống dòng: Alt+Enter."),
        _PRODUCT,
    ),
)

_OF_PLAN = Column("plan", "Kế hoạch", 42, "choice", "plan", hint="Chọn trong danh sách.")

DIFFICULTIES = SheetKind(
    part="difficulties",
    name="Khó khăn",
    code="Mã khó khăn",
    needs=("text",),
    spare=10,
    prefix="kk",
    columns=(
        Column(CODE, "Mã khó khăn", 40, is_locked=True),
        _OF_PLAN,
        Column("text", "Khó khăn, vướng mắc", 80),
        Column("to", "Đề nghị cơ quan nào giải quyết", 50, "choice", "actor", hint="Tên cơ quan."),
        Column("proposal", "Đề nghị giải quyết thế nào", 80),
    ),
)

PROPOSALS = SheetKind(
    part="proposals",
    name="Đề xuất",
    code="Mã đề xuất",
    needs=("kind", "title"),
    spare=10,
    prefix="dx",
    columns=(
        Column(CODE, "Mã đề xuất", 40, is_locked=True),
        _OF_PLAN,
        Column("kind", "Loại", 22, "choice", "proposal", hint="Chọn trong danh sách."),
        Column("title", "Tên đề xuất", 60, "words"),
        Column("challenge", "Bài toán lớn liên quan", 46, "choice", "challenge"),
        Column("lead", "Cơ quan đề nghị chủ trì", 40, "choice", "actor", hint="Tên cơ quan."),
        Column("goal", "Mục tiêu", 44),
        Column("roadmap", "Lộ trình", 34),
        Column("product", "Sản phẩm dự kiến", 40),
        Column("resources", "Nguồn lực cần có", 40),
        Column("priority", "Mức ưu tiên", 22, "choice", "priority"),
    ),
)

REGISTER = SheetKind(
    part="receipts",
    name="Sổ báo cáo đến",
    code="Mã dòng",
    needs=("received", "how"),
    columns=(
        Column(CODE, "Mã dòng", 46, is_locked=True),
        PLAN,
        Column("title", "Đơn vị", 54, is_locked=True),
        Column("send_by", "Hạn gửi", 23, is_locked=True),
        Column("state", "Đang ghi nhận", 32, is_locked=True),
        Column("received", "Ngày nhận", 23, "day", hint="Ngày/tháng/năm. Ví dụ: 10/12/2027"),
        Column("how", "Hình thức", 30, "choice", "how", hint="Chọn trong danh sách."),
        Column("number", "Số, ký hiệu", 34, "words", hint="Ví dụ: 512/BC-SYT"),
        Column("date", "Ngày văn bản", 23, "day", hint="Ngày/tháng/năm. Ví dụ: 10/12/2027"),
        Column("typed_by", "Người nhập", 32, "words"),
        Column("note", "Ghi chú", 50, "words"),
    ),
)
"""The papers, in the focal agency's register."""

RESULTS = SheetKind(
    part="results",
    name="Kết quả nhập hộ",
    code="Mã kết quả",
    needs=TASKS.needs,
    columns=(
        Column(CODE, "Mã kết quả", 52, is_locked=True),
        PLAN,
        Column("sender", "Đơn vị", 44, is_locked=True),
        *(one for one in TASKS.columns if one.key in {"title", "due"}),
        *(one for one in TASKS.columns if not one.is_locked),
    ),
)
"""What senders reported on paper, typed in for them there: a row for each sender and task."""

SHEETS = (TASKS, COMMITMENTS, DIFFICULTIES, PROPOSALS)
"""In the order in which the workbook shows them."""

GUIDE = "Hướng dẫn"
HIDDEN = "_goc"
"""The sheet of what each cell held when the form was made."""
LISTS = "_danhmuc"
MARK = "Dấu kiểm"
"""The title of the hidden column with the fingerprint of each row."""

HEAD = "report"
"""The part of the report itself, whose few values stand on the sheet of instructions."""

HEAD_COLUMNS = (
    Column("reported", "Ngày báo cáo", 60, "day", hint="Ngày/tháng/năm. Ví dụ: 10/12/2027"),
    Column("number", "Số, ký hiệu văn bản báo cáo", 60, "words", hint="Ví dụ: 512/BC-SYT"),
    Column("date", "Ngày của văn bản báo cáo", 60, "day"),
    Column(
        "nothing_to_report",
        "Không có nội dung phát sinh",
        60,
        "choice",
        "yes",
        hint="Chọn «Có» nếu trong kỳ không có gì để báo cáo; khi đó để trống các trang khác.",
    ),
)
SENDER_LABEL, PERIOD_LABEL, PLAN_LABEL = "Mã đơn vị", "Mã kỳ báo cáo", "Mã kế hoạch"
