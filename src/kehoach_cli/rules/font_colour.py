"""Chữ không phải màu đen.

Vì sao: văn bản hành chính in chữ đen; chữ màu in đen trắng thì mờ, sao chụp không rõ.

Cách sửa: chọn đoạn này, đặt màu chữ Automatic.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4.

Sai: tiêu đề mục màu xanh của kiểu Heading.

    # van-ban/ke-hoach.docx
    Tiêu đề mục: màu 365F91  # <- KH808

Suýt nhầm: màu gần đen, mắt không phân biệt được.

    # van-ban/ke-hoach.docx
    Tiêu đề mục: màu 0D0D0D

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH808"
NAME = "font-colour"
SEVERITY = Severity.ERROR
MESSAGE = "{part}: chữ màu {found}, {law} quy định màu đen{more}"
HINT = "đặt màu chữ Automatic"
