"""Thiếu thành phần thể thức.

Vì sao: thiếu một thành phần chính thì văn bản chưa đủ giá trị, văn thư không phát hành.

Cách sửa: thêm thành phần còn thiếu vào đúng chỗ theo mẫu trong Phụ lục III của Nghị định.

Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2; Phụ lục I, Phần I, Mục II.

Sai: thiếu tiêu ngữ.

    # van-ban/ke-hoach.docx
    Tiêu ngữ: bỏ  # <- KH809

Suýt nhầm: công văn không có tên loại.

    # van-ban/cong-van.docx


Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH809"
NAME = "part-missing"
SEVERITY = Severity.ERROR
MESSAGE = "thiếu {part} theo {law}{more}"
HINT = "thêm vào theo mẫu ở Phụ lục III của Nghị định 30/2020/NĐ-CP"
