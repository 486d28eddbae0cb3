"""Số, ký hiệu viết không đúng.

Vì sao: số, ký hiệu là cách tìm và dẫn chiếu văn bản; viết khác đi thì phần mềm không nhận ra.

Cách sửa: viết «Số:», số nhỏ hơn 10 thêm số 0 phía trước, gạch chéo giữa số và ký hiệu, gạch nối
giữa các nhóm chữ, không cách chữ.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3; công văn không có chữ viết tắt tên
loại: Phụ lục III, Mục I.

Sai: số nhỏ hơn 10 không có số 0.

    # van-ban/ke-hoach.docx
    Số, ký hiệu: chữ «Số: 7/KH-SGD»  # <- KH820

Sai: cách chữ quanh gạch nối.

    # van-ban/ke-hoach.docx
    Số, ký hiệu: chữ «Số: 07/KH - SGD»  # <- KH820

Sai: công văn ghi chữ CV.

    # van-ban/cong-van.docx
    Số, ký hiệu: chữ «Số: 07/CV-SGD»  # <- KH820

Suýt nhầm: bản thảo chưa có số.

    # van-ban/ke-hoach.docx
    Số, ký hiệu: chữ «Số:       /KH-SGD»

Suýt nhầm: số từ 10 trở lên, ký hiệu có đơn vị soạn thảo.

    # van-ban/ke-hoach.docx
    Số, ký hiệu: chữ «Số: 123/UBND-KGVX»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH820"
NAME = "number-spelling"
SEVERITY = Severity.ERROR
MESSAGE = {
    "colon": "Số, ký hiệu: sau chữ «Số» có dấu hai chấm theo {law}{more}",
    "padding": "Số, ký hiệu: số «{found}» phải viết «{wanted}» theo {law}{more}",
    "spaces": "Số, ký hiệu: «{found}» không có cách chữ, viết «{wanted}» theo {law}{more}",
    "dash": "Số, ký hiệu: «{found}» dùng dấu gạch nối, viết «{wanted}» theo {law}{more}",
    "letter-mark": "Số, ký hiệu: công văn không ghi «CV» trong «{found}» theo {law}{more}",
    "case": "Số, ký hiệu: «{found}» phải in hoa theo {law}{more}",
}
HINT = "viết theo mẫu «Số: 07/KH-UBND», công văn «Số: 07/UBND-KGVX»"
