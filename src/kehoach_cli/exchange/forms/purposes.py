"""What workbooks are made for: reports of senders, the register of papers, the annex."""

from __future__ import annotations

from kehoach_cli.frozen import frozen


@frozen
class Purpose:
    """What a workbook is for.

    ``sender``: what stands where a form has the id of its sender; "" for the form of a sender.
    ``subject``: what ``Form.period`` names. ``listed``: what the summary of an import calls it.
    """

    sender: str
    title: str
    subject: str
    listed: str = ""
    is_reported: bool = True
    """What is taken of it belongs to a period, which may be closed."""


REPORT = Purpose("", "BIỂU BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH", "Kỳ báo cáo")
REGISTER_BOOK = Purpose("so-theo-doi-bao-cao", "SỔ THEO DÕI BÁO CÁO", "Kỳ báo cáo", "(sổ theo dõi)")
ANNEX_BOOK = Purpose(
    "bang-nhiem-vu", "NHIỆM VỤ TẠI PHỤ LỤC", "Kế hoạch", "(bảng nhiệm vụ)", is_reported=False
)

OWN_BOOKS = {one.sender: one for one in (REGISTER_BOOK, ANNEX_BOOK)}
"""Those that no sender fills in, by what stands in the place of the sender."""
