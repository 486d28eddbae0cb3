"""The named styles of the reference file: which one draws what, by the names that Word shows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kehoach_cli.document.blocks import Role


class Style(StrEnum):
    """Names of the styles, apart from those of ``Role``."""

    PARENT = "KH Cơ quan chủ quản"
    ISSUER = "KH Cơ quan ban hành"
    NATION = "KH Quốc hiệu"
    MOTTO = "KH Tiêu ngữ"
    NUMBER = "KH Số, ký hiệu"
    SUBJECT = "KH Trích yếu công văn"
    DATE = "KH Địa danh, ngày tháng"
    DRAFT = "KH Dự thảo"
    URGENCY = "KH Độ khẩn"
    CIRCULATION = "KH Phạm vi lưu hành"
    TYPE_NAME = "KH Tên loại"
    TITLE = "KH Trích yếu"
    RULE = "KH Kẻ ngang"
    TITLE_RULE = "KH Kẻ ngang dưới trích yếu"
    ADDRESSEE = "KH Kính gửi"
    ADDRESSED_TO = "KH Kính gửi nhiều nơi"
    ADDRESSEES = "KH Nơi gửi đến"
    RECIPIENTS_TITLE = "KH Nơi nhận"
    RECIPIENTS = "KH Danh sách nơi nhận"
    OFFICE = "KH Quyền hạn, chức vụ"
    SIGNER = "KH Họ tên"
    PAGE_NUMBER = "KH Số trang"
    NOTICE = "KH Chân trang"
    ADDRESS = "KH Địa chỉ"
    PAGE_BREAK = "KH Ngắt trang"
    SECTION_BREAK = "KH Ngắt phần"
    CELL = "KH Ô bảng"
    CELL_CENTER = "KH Ô bảng giữa"
    CELL_RIGHT = "KH Ô bảng phải"
    CELL_HEAD = "KH Đầu bảng"
    TABLE_EMPTY = "KH Bảng trống"
    PICTURE = "KH Hình"
    PICTURE_CAPTION = "KH Tên hình"
    BOLD = "KH Đậm"
    ITALIC = "KH Nghiêng"
    BOLD_ITALIC = "KH Đậm nghiêng"
    TABLE = "KH Bảng"
    FRAME = "KH Khung"
    SIGNATURE = "KH Khung chữ ký"


ROLE_STYLES: Mapping[Role, str] = {
    Role.GROUND: "KH Căn cứ",
    Role.BODY: "KH Thân văn bản",
    Role.SECTION: "KH Mục",
    Role.CLAUSE: "KH Khoản có tiêu đề",
    Role.SUBCLAUSE: "KH Khoản cấp hai có tiêu đề",
    Role.POINT_TITLE: "KH Điểm có tiêu đề",
    Role.NUMBERED: "KH Khoản",
    Role.POINT: "KH Điểm",
    Role.DASH: "KH Gạch đầu dòng",
    Role.NOTE: "KH Ghi chú",
    Role.ANNEX_NUMBER: "KH Số phụ lục",
    Role.ANNEX_TITLE: "KH Tên phụ lục",
    Role.ANNEX_REFERENCE: "KH Dòng kèm theo",
    Role.CAPTION: "KH Tên bảng",
}

STAND_INS: Mapping[str, str] = {
    Style.PICTURE: Style.CELL_CENTER,
    Style.PICTURE_CAPTION: ROLE_STYLES[Role.CAPTION],
}
"""Styles that a reference file may lack, each with the one that then takes its place: files that
were edited before there were pictures stay good."""

STYLE_NAMES: tuple[str, ...] = tuple(
    name for name in (*Style, *ROLE_STYLES.values()) if name not in STAND_INS
)
"""All names that a reference file must have."""
