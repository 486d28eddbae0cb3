"""Ô của biểu ghi điều không đọc chắc được.

Vì sao: đoán thì có thể sai: «Tháng 6/2026» không phải một ngày, «1.500» không rõ triệu đồng hay
đồng, ô công thức đổi theo ô khác.

Cách sửa: ghi lại ô đó theo gợi ý; tình trạng, lý do, đơn vị tiền thì chọn trong danh sách.

Căn cứ: docs/data-model.md (ngày, số tiền, các giá trị được nhận).

Sai: ngày không có trong lịch; lời không có trong danh sách.

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Sắp xong  # <- KH905
    pl-1 · Ngày hoàn thành: 31/6/2027  # <- KH905

Suýt nhầm: gõ không dấu, thừa dấu cách, ngày gõ bằng chữ.

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng:  da  hoan thanh
    pl-1 · Ngày hoàn thành: ngày 30-06-2027
    pl-1 · Sản phẩm (số, ngày văn bản; đường dẫn): 12/BB-SKHCN ngày 30/6/2027

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
    pl-1 · Tiến độ (%): 40
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH905"
NAME = "form-cell"
SEVERITY = Severity.ERROR
MESSAGE = {
    "formula": "{where}: ô là công thức, không phải giá trị",
    "error": "{where}: ô đang báo lỗi {got}",
    "merged": "{where}: ô bị gộp với ô khác nên không biết nội dung thuộc ô nào",
    "choice": "{where}: «{got}» không có trong danh sách",
    "day": "{where}: «{got}» không phải là một ngày",
    "day-too-early": "{where}: «{got}» là ngày trước năm 2000",
    "month-shown": "{where}: ô hiện tháng chứ không hiện ngày, không rõ là ngày nào",
    "due": "{where}: «{got}» không đọc được là một thời hạn",
    "year": "{where}: «{got}» không phải là một năm",
    "percent": "{where}: «{got}» không phải số nguyên từ 0 đến 100",
    "money": "{where}: «{got}» không phải số tiền tròn đồng",
    "money-unit": "{where}: «{got}» chưa có đơn vị tiền",
    "money-comma": "{where}: «{got}» không rõ dấu phẩy ngăn hàng nghìn hay ngăn phần lẻ",
    "money-too-much": "{where}: «{got}» với đơn vị bên cạnh thành hơn 1.000 tỷ đồng",
    "not-text": "{where}: ô chứa số «{got}» ở chỗ của chữ",
    "date-in-text": "{where}: Excel đã đổi chữ trong ô thành ngày «{got}»",
    "document": "{where}: «{got}» không đọc được là một văn bản",
    "document-day": "{where}: «{got}» có ngày văn bản không có trong lịch",
    "document-number": "{where}: «{got}» không phải số, ký hiệu văn bản",
}
_DAY = "ghi đủ ngày/tháng/năm, ví dụ 30/11/2027"
_DOCUMENT = "ghi số, ký hiệu và ngày, ví dụ 45/TTr-SYT ngày 10/12/2027"
HINT = {
    "formula": "ghi thẳng giá trị vào ô",
    "error": "ghi thẳng giá trị vào ô",
    "merged": "bỏ gộp ô (Unmerge Cells), ghi vào từng dòng",
    "choice": "chọn trong danh sách của ô",
    "day": _DAY,
    "day-too-early": _DAY,
    "month-shown": _DAY,
    "due": "ghi như in trong Phụ lục, ví dụ Quý IV/2027, Trước ngày 30/6/2027, Thường xuyên",
    "year": "ghi bốn chữ số, ví dụ 2027",
    "percent": "ghi số, không kèm chữ, ví dụ 40",
    "money": "ghi số, ví dụ 800 với đơn vị triệu đồng, hoặc ghi cả đơn vị: 800 triệu đồng",
    "money-unit": "chọn đơn vị ở cột «Đơn vị tiền»",
    "money-comma": "ghi số không có dấu ngăn, ví dụ 1250; có phần lẻ thì bỏ số 0 cuối: 1,25",
    "money-too-much": "số đó có phải là đồng? chọn lại đơn vị, hoặc ghi cả đơn vị trong ô",
    "not-text": "ghi bằng chữ",
    "date-in-text": "đặt dạng ô là Text rồi ghi lại",
    "document": _DOCUMENT,
    "document-day": _DOCUMENT,
    "document-number": "ghi số và ký hiệu, ví dụ 512/BC-SYT",
}
