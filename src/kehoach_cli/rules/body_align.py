"""Nội dung không canh đều hai lề.

Vì sao: nội dung văn bản canh đều cả hai lề.

Cách sửa: chọn các đoạn nội dung, bấm canh đều (Justify).

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.e.

Sai: đoạn dài canh trái.

    # van-ban/ke-hoach.docx
    Nội dung: canh trái  # <- KH823

Suýt nhầm: đoạn ngắn một dòng canh trái.

    # van-ban/ke-hoach.docx
    Nội dung 2: canh trái

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH823"
NAME = "body-align"
SEVERITY = Severity.ERROR
MESSAGE = "Nội dung: canh {found}, {law} quy định canh đều cả hai lề{more}"
HINT = "chọn các đoạn nội dung, canh đều hai lề"
