"""Khoảng cách giữa các dòng ngoài khoảng quy định.

Vì sao: dòng cách nhau từ dòng đơn đến 1,5 lần.

Cách sửa: trong Paragraph, Line spacing chọn từ Single đến 1.5 lines.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.e.

Sai: cách dòng đôi.

    # van-ban/ke-hoach.docx
    Nội dung: dãn dòng 2  # <- KH826

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
