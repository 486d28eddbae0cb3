"""Tệp Word lớn quá mức.

Vì sao: một kế hoạch vài trăm trang chỉ nặng vài MB; tệp lớn hơn giới hạn là để nhầm hoặc cố ý làm
treo máy, nên không mở.

Cách sửa: bỏ bớt ảnh, tách phụ lục dài thành tệp riêng, rồi lưu lại dạng .docx.

Căn cứ: giới hạn: tệp 50 MB, mỗi phần bên trong 40 MB khi bung ra, 5.000 phần, 50.000 đoạn văn.

Sai: sáu mươi nghìn đoạn văn.

    # van-ban/ke-hoach.docx
    Tệp: 60.000 đoạn  # <- KH836

Suýt nhầm: hai nghìn đoạn văn vẫn đọc được.

    # van-ban/ke-hoach.docx
    Tệp: 2.000 đoạn

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH836"
NAME = "docx-too-large"
SEVERITY = Severity.ERROR
MESSAGE = {
    "too-large": "tệp lớn hơn {limit} MB nên không mở",
    "too-many-parts": "tệp có quá {limit} phần bên trong, hoặc hai phần trùng tên",
    "unpacks-too-large": "phần «{part}» bung ra hơn {limit} MB nên không mở",
    "too-much-content": "tệp có quá nhiều đoạn văn, ô bảng (nhiều nhất {limit}) nên không mở",
}
_RESAVE = "mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx"
HINT = {
    "too-large": "bỏ bớt ảnh trong tệp",
    "too-many-parts": _RESAVE,
    "unpacks-too-large": _RESAVE,
    "too-much-content": "tách phụ lục dài thành tệp riêng",
}
