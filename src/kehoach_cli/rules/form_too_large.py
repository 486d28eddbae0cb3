"""Tệp Excel lớn quá mức.

Vì sao: một biểu đã điền chỉ nặng vài trăm KB; tệp lớn hơn giới hạn là để nhầm hoặc cố ý làm treo
máy, nên không mở và không nhận gì.

Cách sửa: bỏ ảnh, bỏ trang và dòng không thuộc biểu, rồi lưu lại dạng «Excel Workbook (.xlsx)».

Căn cứ: giới hạn: tệp 20 MB, 60 MB khi giải nén, 2.000 phần, 120.000 ô, gộp 100.000 ô.

Sai: cả trang tính gộp thành một ô.

    # bieu/so-khcn.xlsx
    Tệp: gộp cả trang  # <- KH951

Suýt nhầm: biểu có vài ô gộp vẫn mở được.

    # bieu/so-khcn.xlsx
    Tệp: gộp vài ô

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH951"
NAME = "form-too-large"
SEVERITY = Severity.ERROR
MESSAGE = {
    "too-large": "tệp lớn hơn {limit} MB nên không mở",
    "too-many-parts": "tệp có quá {limit} phần bên trong, hoặc hai phần trùng tên",
    "unpacks-too-large": "tệp giải nén ra hơn {limit} MB nên không mở",
    "merged-too-large": "tệp gộp hơn {limit} ô làm một nên không mở",
    "too-much-content": "tệp có quá nhiều ô, chữ, định dạng (nhiều nhất {limit} ô) nên không mở",
}
_SAVE = "bỏ ảnh, trang, dòng không thuộc biểu, lưu lại dạng Excel Workbook (.xlsx) rồi gửi lại"
HINT = dict.fromkeys(MESSAGE, _SAVE)
