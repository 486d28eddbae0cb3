"""Chữ cái của điểm sai thứ tự trong tệp Word.

Vì sao: các điểm đánh theo chữ cái tiếng Việt a, b, c, d, đ, e, g, h …; đánh số tự động của Word
không có chữ đ.

Cách sửa: gõ chữ cái bằng tay theo thứ tự a, b, c, d, đ, e, g, h.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.đ; chính Nghị định đánh d, đ, e, g, h.

Sai: sau a là c.

    # van-ban/ke-hoach.docx
    Nội dung 6: chữ «c) Tổng hợp kết quả.»  # <- KH827

Suýt nhầm: sang khoản khác thì đánh lại từ a.

    # van-ban/ke-hoach.docx
    Nội dung 5: chữ «2. Đơn vị thứ hai:»
    Nội dung 6: chữ «a) Tổng hợp kết quả.»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH827"
NAME = "letter-order"
SEVERITY = Severity.WARNING
MESSAGE = "điểm «{found}» sai thứ tự: ở đây phải là «{expected}»{more}"
HINT = "đánh lại theo thứ tự a, b, c, d, đ, e, g, h"
