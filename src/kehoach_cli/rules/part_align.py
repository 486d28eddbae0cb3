"""Thành phần không canh giữa.

Vì sao: các thành phần này đặt cân giữa trong ô của chúng hoặc giữa trang.

Cách sửa: chọn dòng này, bấm canh giữa; bỏ dấu cách, tab dùng để căn bằng tay.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II (từng thành phần).

Sai: trích yếu canh trái.

    # van-ban/ke-hoach.docx
    Trích yếu: canh trái  # <- KH815

Suýt nhầm: nội dung canh trái là việc của quy tắc khác; tiêu đề mục không phải canh giữa.

    # van-ban/ke-hoach.docx
    Tiêu đề mục: canh trái

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH815"
NAME = "part-align"
SEVERITY = Severity.ERROR
MESSAGE = "{part}: không canh giữa như {law} quy định{more}"
HINT = "chọn cả dòng, canh giữa"
