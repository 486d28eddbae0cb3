"""Phông chữ không phải Times New Roman.

Vì sao: mọi văn bản hành chính dùng một phông; máy khác không có phông lạ thì chữ nhảy dòng.

Cách sửa: chọn đoạn này, đặt phông Times New Roman; sửa trong kiểu (Style) để không lặp lại.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4.

Sai: nội dung phông Arial.

    # van-ban/ke-hoach.docx
    Nội dung 2: phông Arial  # <- KH807

Suýt nhầm: dấu của phông Symbol không phải chữ viết.

    # van-ban/ke-hoach.docx
    Nội dung: phông Symbol

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH807"
NAME = "font-name"
SEVERITY = Severity.ERROR
MESSAGE = "phông chữ {found}, {law} quy định {wanted}{more}"
HINT = "đặt phông chữ {wanted}"
