"""Không đọc được tệp Word.

Vì sao: tệp không mở được hoặc không nên mở thì không kiểm tra được thể thức; lệnh không đoán nội
dung.

Cách sửa: mở tệp bằng Word hoặc LibreOffice rồi lưu lại dạng .docx, không đặt mật khẩu, không kèm
macro.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.

Sai: tệp tải về dở dang.

    # van-ban/ke-hoach.docx
    Tệp: cắt một nửa  # <- KH801

Suýt nhầm: tệp tên .docx nhưng không kèm gì ngoài chữ vẫn đọc được.

    # van-ban/cong-van.docx

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH801"
NAME = "docx-unreadable"
SEVERITY = Severity.ERROR
MESSAGE = {
    "missing": "không có tệp này",
    "no-permission": "không có quyền đọc tệp",
    "directory": "đây là thư mục, không phải tệp",
    "io-error": "hệ điều hành không đọc được tệp",
    "empty": "tệp rỗng",
    "not-word": "tệp không phải .docx, dù tên là gì",
    "old-word": "tệp ở dạng .doc của Word 97–2003",
    "encrypted": "tệp đặt mật khẩu nên không đọc được",
    "truncated": "tệp hỏng hoặc tải về chưa đủ",
    "other-program": "tệp của {program}, không phải tệp Word",
    "macros": "tệp có macro nên không mở",
    "no-document": "tệp nén này không có văn bản Word bên trong",
    "broken-xml": "phần «{part}» bên trong tệp bị hỏng",
    "doctype": "phần «{part}» bên trong tệp khai báo thực thể ngoài nên không đọc",
}
_RESAVE = "mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx"
HINT = {
    "missing": "xem lại tên tệp và thư mục",
    "no-permission": "cấp quyền đọc cho người đang chạy lệnh",
    "directory": "ghi tên từng tệp .docx trong thư mục, ví dụ build/*.docx",
    "io-error": "kiểm tra ổ đĩa, tên tệp rồi chạy lại",
    "empty": "lấy lại tệp gốc",
    "not-word": _RESAVE,
    "old-word": _RESAVE,
    "encrypted": "mở bằng Word, bỏ mật khẩu rồi lưu lại",
    "truncated": "lấy lại tệp gốc",
    "other-program": _RESAVE,
    "macros": f"{_RESAVE}, không kèm macro",
    "no-document": "lấy lại tệp gốc",
    "broken-xml": _RESAVE,
    "doctype": _RESAVE,
}
