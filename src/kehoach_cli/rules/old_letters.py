"""Chữ không phải Unicode dựng sẵn.

Vì sao: chữ gõ bằng phông cũ hoặc dấu rời thì máy khác hiện sai, tìm không ra.

Cách sửa: chuyển mã sang Unicode dựng sẵn rồi đặt phông Times New Roman.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4 (TCVN 6909:2001).

Sai: phông của thời TCVN3.

    # van-ban/ke-hoach.docx
    Nội dung: phông .VnTime  # <- KH834

Suýt nhầm: chữ có dấu dựng sẵn.

    # van-ban/ke-hoach.docx
    Nội dung: chữ «Ưu tiên các việc có hiệu quả rõ rệt.»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH834"
NAME = "old-letters"
SEVERITY = Severity.ERROR
MESSAGE = {
    "font": "phông chữ {found} không dùng mã Unicode như {law} quy định{more}",
    "loose": "chữ có dấu rời, {law} quy định Unicode dựng sẵn{more}",
}
HINT = "chuyển mã sang Unicode dựng sẵn"
