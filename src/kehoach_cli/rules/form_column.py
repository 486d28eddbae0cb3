"""Biểu thiếu một cột hoặc một trang.

Vì sao: cột, trang bị xóa thì không biết đơn vị có gì để nói ở đó không; điều đã có trong dữ liệu
được giữ nguyên.

Cách sửa: cột bị đổi tên thì trả lại tên cũ; bị xóa mà đơn vị có nội dung ở đó thì xin lại biểu.
Đơn vị không ghi gì ở đó thì nhận kèm --yes.

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
    "no-column": "tên cột bị đổi thì trả lại tên cũ; đơn vị không ghi gì ở đó thì thêm --yes",
    "no-sheet": "trang bị xóa thì xin lại biểu; đơn vị không ghi gì ở đó thì thêm --yes",
}
