"""Thụt đầu dòng không đúng.

Vì sao: chữ đầu dòng của đoạn lùi vào 1 cm hoặc 1,27 cm.

Cách sửa: trong Paragraph, Special chọn First line, 1 cm hoặc 1,27 cm; không dùng dấu cách, tab.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.e.

Sai: không thụt đầu dòng.

    # van-ban/ke-hoach.docx
    Nội dung: thụt 0 mm  # <- KH824

Sai: thụt 2 cm.

    # van-ban/ke-hoach.docx
    Nội dung: thụt 20 mm  # <- KH824

Suýt nhầm: thụt 1,27 cm.

    # van-ban/ke-hoach.docx
    Nội dung: thụt 12,7 mm

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH824"
NAME = "body-indent"
SEVERITY = Severity.ERROR
MESSAGE = "Nội dung: dòng đầu lùi vào {found} cm, {law} quy định 1 cm hoặc 1,27 cm{more}"
HINT = "đặt First line 1 cm hoặc 1,27 cm"
