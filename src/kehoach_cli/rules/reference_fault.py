"""Tệp kiểu reference.docx thiếu kiểu hoặc không dùng được.

Vì sao: mọi văn bản lấy cỡ chữ, canh lề, khổ giấy từ các kiểu có tên trong tệp này; thiếu một kiểu
thì không xuất được văn bản nào thành tệp Word.

Cách sửa: mở tệp bằng Word, tạo lại kiểu có đúng tên được nêu (chữ hoa, dấu phẩy như nhau); hoặc xóa
tệp khỏi thư mục templates để dùng lại tệp có sẵn.

Căn cứ: docs/the-thuc.md.

Sai: tệp không phải tệp Word.

    # templates/reference.docx
    Kiểu chữ  # <- KH526

Suýt nhầm: tên khác thì không phải tệp kiểu.

    # templates/reference-cu.docx
    Kiểu chữ

Đúng: không có tệp riêng, tệp có sẵn được dùng.

    # templates/ghi-chu.txt
    Kiểu chữ lấy từ tệp có sẵn.
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH526"
NAME = "reference-fault"
SEVERITY = Severity.ERROR
MESSAGE = {
    "unreadable": "tệp kiểu không phải là tệp Word đọc được",
    "styles": "tệp kiểu thiếu kiểu {missing}",
    "page": "tệp kiểu không có khổ giấy và lề trang",
}
HINT = {
    "unreadable": "lấy lại tệp gốc, hoặc mở bằng Word và lưu lại dưới dạng .docx",
    "styles": "mở tệp bằng Word và tạo lại các kiểu có đúng tên này, hoặc lấy lại tệp gốc",
    "page": "mở tệp bằng Word, đặt khổ A4 và lề trang rồi lưu lại",
}
