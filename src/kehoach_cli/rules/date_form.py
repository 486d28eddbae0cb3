"""Địa danh, ngày tháng năm viết không đúng.

Vì sao: ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 để không ai sửa được; các tháng khác không thêm.

Cách sửa: viết lại như thông báo; sau địa danh có dấu phẩy.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.

Sai: tháng 3 không thêm số 0.

    # van-ban/ke-hoach.docx
    Địa danh và thời gian ban hành: chữ «Giả Định, ngày 05 tháng 03 năm 2027»  # <- KH821

Sai: thiếu dấu phẩy sau địa danh.

    # van-ban/ke-hoach.docx
    Địa danh và thời gian ban hành: chữ «Giả Định ngày 05 tháng 3 năm 2027»  # <- KH821

Suýt nhầm: bản thảo chưa có ngày.

    # van-ban/ke-hoach.docx
    Địa danh và thời gian ban hành: chữ «Giả Định, ngày       tháng 7 năm 2027»

Suýt nhầm: ngày 15 tháng 12 đủ hai chữ số.

    # van-ban/ke-hoach.docx
    Địa danh và thời gian ban hành: chữ «Giả Định, ngày 15 tháng 12 năm 2027»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH821"
NAME = "date-form"
SEVERITY = Severity.ERROR
MESSAGE = {
    "comma": "Địa danh: sau «{found}» có dấu phẩy theo {law}{more}",
    "day": "Ngày ban hành: «{found}» phải viết «{wanted}» theo {law}{more}",
    "month": "Tháng ban hành: «{found}» phải viết «{wanted}» theo {law}{more}",
}
HINT = "viết «{wanted}»"
