"""Biểu thiếu một cột hoặc một trang.

Vì sao: cột, trang bị xóa thì không biết đơn vị có gì để nói ở đó không; điều đã có trong dữ liệu
được giữ nguyên.

Cách sửa: nếu đơn vị có nội dung ở đó thì xin lại biểu; ẩn cột không cần thiết thay vì xóa.

Căn cứ: docs/data-model.md (báo cáo của một đơn vị).

Sai: cột kết quả bị xóa.

    # bieu/so-khcn.xlsx
    tiêu đề · Kết quả đạt được: (xóa)  # <- KH909

Suýt nhầm: tên cột bị ngắt dòng, viết hoa.

    # bieu/so-khcn.xlsx
    tiêu đề · Kết quả đạt được: KẾT  QUẢ ĐẠT ĐƯỢC

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Kết quả đạt được: Đã khảo sát xong
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH909"
NAME = "form-column"
SEVERITY = Severity.WARNING
MESSAGE = {
    "no-column": "{where}: không thấy cột «{name}»; điều đã có trong dữ liệu được giữ nguyên",
    "no-sheet": "không thấy trang «{name}»; điều đã có trong dữ liệu được giữ nguyên",
}
HINT = {
    "no-column": "đơn vị có nội dung ở cột đó thì xin lại biểu còn đủ cột",
    "no-sheet": "đơn vị có nội dung ở trang đó thì xin lại biểu còn đủ trang",
}
