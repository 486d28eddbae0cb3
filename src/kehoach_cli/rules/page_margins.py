"""Lề trang ngoài khoảng quy định.

Vì sao: lề trái đủ rộng để đóng tập, các lề khác để đóng dấu, ghi số trang.

Cách sửa: trong Layout, Margins đặt trên, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3.

Sai: lề trái 25 mm.

    # van-ban/ke-hoach.docx
    Trang: lề trái 25 mm  # <- KH805

Suýt nhầm: lề trái 35 mm vẫn trong khoảng.

    # van-ban/ke-hoach.docx
    Trang: lề trái 35 mm

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH805"
NAME = "page-margins"
SEVERITY = Severity.ERROR
MESSAGE = "lề {side} {found} mm, {law} quy định {wanted} mm{more}"
HINT = "đặt lề {side} {wanted} mm"
