"""Khoảng cách giữa các dòng ngoài khoảng quy định.

Vì sao: dòng cách nhau từ dòng đơn đến 1,5 lần.

Cách sửa: trong Paragraph, Line spacing chọn từ Single đến 1.5 lines. Khoảng cách ghi bằng point
(Exactly, At least) được đổi ra số dòng đơn của cỡ chữ: chữ cỡ 14 thì từ 16 pt đến 24 pt.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.e.

Sai: cách dòng đôi.

    # van-ban/ke-hoach.docx
    Nội dung: dãn dòng 2  # <- KH826

Sai: dòng cố định hẹp hơn dòng đơn của chữ cỡ 14.

    # van-ban/ke-hoach.docx
    Nội dung: dãn dòng đúng 14 pt  # <- KH826

Suýt nhầm: dòng cố định 18 pt.

    # van-ban/ke-hoach.docx
    Nội dung: dãn dòng đúng 18 pt

Suýt nhầm: cách dòng 1,5.

    # van-ban/ke-hoach.docx
    Nội dung: dãn dòng 1,5

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH826"
NAME = "line-spacing"
SEVERITY = Severity.ERROR
MESSAGE = "Nội dung: cách dòng {found}, {law} quy định từ dòng đơn đến 1,5{more}"
HINT = "đặt cách dòng từ 1 đến 1,5"
