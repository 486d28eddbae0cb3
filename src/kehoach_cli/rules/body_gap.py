"""Khoảng cách giữa các đoạn quá hẹp.

Vì sao: giữa các đoạn cách nhau ít nhất 6 pt để đọc rõ từng ý.

Cách sửa: trong Paragraph đặt Before hoặc After 6 pt; bỏ dấu ở ô «Don't add space between paragraphs
of the same style».

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.e.

Sai: hai đoạn sát nhau.

    # van-ban/ke-hoach.docx
    Nội dung 4: cách dưới 0 pt  # <- KH825

Suýt nhầm: đoạn trên cách 0 nhưng đoạn dưới cách trên 6 pt.

    # van-ban/ke-hoach.docx
    Nội dung 4: cách dưới 0 pt
    Nội dung 5: cách trên 6 pt

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH825"
NAME = "body-gap"
SEVERITY = Severity.ERROR
MESSAGE = "Nội dung: cách đoạn trên {found} pt, {law} quy định ít nhất {wanted} pt{more}"
HINT = "đặt khoảng cách trước hoặc sau đoạn 6 pt"
