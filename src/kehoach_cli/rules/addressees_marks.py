"""Dấu câu sau «Kính gửi».

Vì sao: gửi nhiều nơi thì mỗi nơi một dòng, cuối dòng chấm phẩy, dòng cuối dấu chấm.

Cách sửa: sửa dấu câu cuối dòng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.b, II.9.d.

Sai: dòng cuối không có dấu chấm.

    # van-ban/cong-van.docx
    Kính gửi 3: chữ «- Phòng Tài chính»  # <- KH832

Suýt nhầm: chỗ trống chờ điền.

    # van-ban/cong-van.docx
    Kính gửi 3: chữ «- ………»

Đúng:

    # van-ban/cong-van.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH832"
NAME = "addressees-marks"
SEVERITY = Severity.ERROR
MESSAGE = {
    "colon": "Kính gửi: sau chữ «Kính gửi» có dấu hai chấm theo {law}{more}",
    "semicolon": "Kính gửi: dòng này kết thúc bằng dấu chấm phẩy theo {law}{more}",
    "full-stop": "Kính gửi: dòng cuối kết thúc bằng dấu chấm theo {law}{more}",
}
HINT = "mỗi nơi một dòng «- …;», dòng cuối dấu chấm"
