"""Dấu câu trong nơi nhận.

Vì sao: mỗi nơi một dòng, đầu dòng gạch ngang, cuối dòng chấm phẩy; dòng cuối là «Lưu» và kết thúc
bằng dấu chấm.

Cách sửa: sửa dấu câu, đưa dòng «Lưu» xuống cuối.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.

Sai: dòng cuối không có dấu chấm.

    # van-ban/ke-hoach.docx
    Danh sách nơi nhận 3: chữ «- Lưu: VT, KHTC;»  # <- KH831

Suýt nhầm: chỗ trống chờ điền.

    # van-ban/ke-hoach.docx
    Danh sách nơi nhận 3: chữ «- Lưu: VT, …»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH831"
NAME = "recipients-marks"
SEVERITY = Severity.ERROR
MESSAGE = {
    "colon": "Nơi nhận: sau chữ «Nơi nhận» có dấu hai chấm theo {law}{more}",
    "semicolon": "Nơi nhận: dòng này kết thúc bằng dấu chấm phẩy theo {law}{more}",
    "full-stop": "Nơi nhận: dòng cuối kết thúc bằng dấu chấm theo {law}{more}",
    "filing-not-last": "Nơi nhận: dòng «Lưu» phải ở cuối theo {law}{more}",
    "no-filing": "Nơi nhận: thiếu dòng «Lưu: VT» theo {law}{more}",
}
HINT = "mỗi dòng «- …;», dòng cuối «- Lưu: VT, ….»"
