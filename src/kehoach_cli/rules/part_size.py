"""Cỡ chữ của thành phần thể thức.

Vì sao: mỗi thành phần có cỡ chữ riêng; sai cỡ thì văn thư trả lại.

Cách sửa: chọn cỡ chữ nêu trong thông báo cho cả dòng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V (bảng mẫu chữ) và các điểm về từng thành
phần trong Mục II.

Sai: trích yếu cỡ 12.

    # van-ban/ke-hoach.docx
    Trích yếu: cỡ 12  # <- KH811

Sai: dấu độ khẩn cỡ 12.

    # van-ban/cong-van.docx
    Độ khẩn: cỡ 12  # <- KH811

Suýt nhầm: cỡ 13 vẫn trong khoảng 13–14.

    # van-ban/ke-hoach.docx
    Trích yếu: cỡ 13

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH811"
NAME = "part-size"
SEVERITY = Severity.ERROR
MESSAGE = "{part}: cỡ chữ {found}, {law} quy định {wanted}{more}"
HINT = "chọn cả dòng, đặt cỡ chữ {wanted}"
