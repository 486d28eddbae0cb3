"""Khổ giấy không phải A4.

Vì sao: văn bản hành chính in trên giấy A4; khổ khác thì in ra bị lệch, không lưu chung hồ sơ được.

Cách sửa: trong Layout, Size chọn A4 cho cả văn bản.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.1.

Sai: khổ Letter của Mỹ.

    # van-ban/ke-hoach.docx
    Trang: khổ 216 x 279 mm  # <- KH804

Suýt nhầm: chương trình khác làm tròn lệch chưa đến 1 mm.

    # van-ban/ke-hoach.docx
    Trang: khổ 210 x 296 mm

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH804"
NAME = "paper-size"
SEVERITY = Severity.ERROR
MESSAGE = "khổ giấy {found} mm, {law} quy định A4 ({wanted} mm){more}"
HINT = "đặt khổ giấy A4"
