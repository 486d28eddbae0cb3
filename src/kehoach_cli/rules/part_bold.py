"""Chữ đậm của thành phần thể thức.

Vì sao: chữ đậm cho biết thành phần nào là chính: cơ quan ban hành đậm, cơ quan chủ quản không.

Cách sửa: bật hoặc tắt chữ đậm cho cả dòng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V (bảng mẫu chữ).

Sai: tên loại không đậm.

    # van-ban/ke-hoach.docx
    Tên loại: không đậm  # <- KH813

Sai: chỉ dẫn phạm vi lưu hành không đậm.

    # van-ban/cong-van.docx
    Chỉ dẫn phạm vi lưu hành: không đậm  # <- KH813

Suýt nhầm: nội dung có chỗ in đậm.

    # van-ban/ke-hoach.docx
    Nội dung: đậm

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH813"
NAME = "part-bold"
SEVERITY = Severity.ERROR
MESSAGE = {
    "missing": "{part}: phải in đậm theo {law}{more}",
    "unwanted": "{part}: không in đậm theo {law}{more}",
}
HINT = "bật hoặc tắt chữ đậm cho cả dòng"
