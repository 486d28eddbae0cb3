"""Không mở được biểu Excel gửi về.

Vì sao: tệp hỏng, đặt mật khẩu hay có macro thì không đọc được chắc chắn; đọc đoán
thì có thể nhận sai số liệu.

Cách sửa: mở tệp bằng Excel hoặc LibreOffice, bỏ mật khẩu, lưu lại dạng «Excel Workbook (.xlsx)» rồi
gửi lại.

Căn cứ: biểu không có macro, không khai báo thực thể XML.

Sai: tệp tải về dở dang.

    # bieu/so-khcn.xlsx
    Tệp: cắt một nửa  # <- KH901

Suýt nhầm: biểu còn nguyên như lúc gửi đi vẫn mở được.

    # bieu/so-khcn.xlsx

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH901"
NAME = "form-unreadable"
SEVERITY = Severity.ERROR
MESSAGE = {
    "missing": "không có tệp này",
    "io-error": "hệ điều hành không đọc được tệp",
    "empty": "tệp rỗng",
    "encrypted": "tệp đặt mật khẩu nên không đọc được",
    "old-excel": "tệp ở dạng .xls của Excel 97–2003",
    "not-excel": "tệp không phải .xlsx, dù tên là gì",
    "other-program": "tệp là của {program}, không phải .xlsx, dù tên là gì",
    "strict": "tệp ở dạng Strict Open XML, ít chương trình đọc được đúng",
    "truncated": "tệp bị cắt hoặc hỏng",
    "macros": "tệp có macro nên không mở",
    "doctype": "tệp có khai báo thực thể XML, Excel không bao giờ ghi như vậy",
    "broken": "nội dung tệp không đọc được như một bảng tính",
}
_SAVE = "lưu lại dạng Excel Workbook (.xlsx) rồi gửi lại"
HINT = {
    "missing": "kiểm tra lại tên tệp",
    "io-error": "kiểm tra ổ đĩa, quyền đọc rồi chạy lại",
    "encrypted": "bỏ mật khẩu mở tệp rồi gửi lại",
    "macros": "lưu lại dạng Excel Workbook (.xlsx), không kèm macro",
    **dict.fromkeys(
        (
            "empty",
            "old-excel",
            "not-excel",
            "other-program",
            "strict",
            "truncated",
            "doctype",
            "broken",
        ),
        _SAVE,
    ),
}
