"""Điều có trong biểu gửi về mà chương trình không nhận.

Vì sao: chữ ghi ngoài chỗ điền không vào dữ liệu; không nói ra thì đơn vị tưởng là đã báo cáo.

Cách sửa: xem lại chỗ được nêu. Điều cần nhận thì ghi vào ô nền trắng của dòng có mã; biểu vẫn được
nhận, không phải gửi lại.

Căn cứ: docs/data-model.md (báo cáo của một đơn vị).

Sai: đơn vị sửa tên nhiệm vụ ở ô nền xám.

    # bieu/so-khcn.xlsx
    pl-1 · Nội dung: Tên do đơn vị tự đặt  # <- KH950

Suýt nhầm: tên nhiệm vụ bị gõ thừa dấu cách.

    # bieu/so-khcn.xlsx
    pl-1 · Nội dung: Xây dựng  kho dữ liệu dùng chung

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH950"
NAME = "form-ignored"
SEVERITY = Severity.WARNING
MESSAGE = {
    "grey": "{where}: ô nền xám ghi «{got}», khác dữ liệu; không nhận",
    "gone": "{where}: không còn dòng «{code}»; điều đã có trong dữ liệu được giữ nguyên",
    "comment": "{where}: không đọc ghi chú «{got}»",
    "column": "{where}: không đọc cột thêm «{got}»",
    "sheet": "{where}: không đọc trang thêm vào này",
    "below": "{where}: không đọc dòng chữ dưới bảng «{got}»",
}
HINT = {
    "grey": "đơn vị muốn đổi nội dung, thời hạn thì đề nghị bằng văn bản",
    "gone": "đơn vị muốn rút lời báo cáo thì giữ dòng, xóa nội dung các ô nền trắng",
    "comment": "điều cần nhận thì ghi vào ô nền trắng",
    "column": "điều cần nhận thì ghi vào cột có sẵn",
    "sheet": "điều cần nhận thì ghi vào các trang có sẵn",
    "below": "lời báo cáo thì ghi vào dòng có mã; dòng ký tên thì không phải làm gì",
}
