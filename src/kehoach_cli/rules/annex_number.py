"""Số của phụ lục không đúng.

Vì sao: có từ hai phụ lục trở lên thì đánh số La Mã I, II, III; một phụ lục thì không cần số.

Cách sửa: ghi «Phụ lục I», «Phụ lục II» theo thứ tự.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.a.

Sai: phụ lục đánh số Ả Rập.

    # van-ban/ke-hoach.docx
    Phụ lục 2: chữ «Phụ lục 2»  # <- KH829

Suýt nhầm: chỗ trống chờ điền số.

    # van-ban/ke-hoach.docx
    Phụ lục 2: chữ «Phụ lục …»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH829"
NAME = "annex-number"
SEVERITY = Severity.ERROR
MESSAGE = {
    "none": "Phụ lục: có nhiều phụ lục nên phải đánh số, ở đây là «Phụ lục {expected}»{more}",
    "not-roman": "Phụ lục: «{found}» phải là số La Mã «{expected}» theo {law}{more}",
    "order": "Phụ lục: «{found}» sai thứ tự, ở đây phải là «{expected}»{more}",
}
HINT = "ghi «Phụ lục {expected}»"
