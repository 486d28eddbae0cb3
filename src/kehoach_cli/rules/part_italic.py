"""Chữ nghiêng, chữ đứng của thành phần thể thức.

Vì sao: địa danh, ngày tháng, căn cứ, «Nơi nhận» in nghiêng; các thành phần khác chữ đứng.

Cách sửa: bật hoặc tắt chữ nghiêng cho cả dòng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V (bảng mẫu chữ).

Sai: địa danh, ngày tháng chữ đứng.

    # van-ban/ke-hoach.docx
    Địa danh và thời gian ban hành: không nghiêng  # <- KH814

Suýt nhầm: nội dung có chữ nghiêng.

    # van-ban/ke-hoach.docx
    Nội dung: nghiêng

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH814"
NAME = "part-italic"
SEVERITY = Severity.ERROR
MESSAGE = {
    "missing": "{part}: phải là chữ nghiêng theo {law}{more}",
    "unwanted": "{part}: phải là chữ đứng theo {law}{more}",
}
HINT = "bật hoặc tắt chữ nghiêng cho cả dòng"
