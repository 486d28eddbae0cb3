"""Chữ in hoa, in thường của thành phần thể thức.

Vì sao: mỗi thành phần in hoa hoặc in thường theo một mẫu chung.

Cách sửa: gõ lại dòng này bằng chữ in hoa hoặc in thường như thông báo nói.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V (bảng mẫu chữ).

Sai: trích yếu in hoa.

    # van-ban/ke-hoach.docx
    Trích yếu: chữ «TRIỂN KHAI MỘT VIỆC»  # <- KH812

Suýt nhầm: gõ chữ thường nhưng kiểu chữ hiện thành in hoa.

    # van-ban/ke-hoach.docx
    Cơ quan ban hành: chữ «Sở Giả định»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH812"
NAME = "part-case"
SEVERITY = Severity.ERROR
MESSAGE = "{part}: phải là {wanted} theo {law}{more}"
HINT = "gõ lại bằng {wanted}"
