"""Dòng của biểu ghi chưa đủ, hoặc tự mâu thuẫn.

Vì sao: báo hoàn thành mà không có ngày, không có sản phẩm thì không ai kiểm được; có nội dung mà
không chọn tình trạng thì không biết tính vào đâu.

Cách sửa: điền nốt ô được nêu; không có gì để báo cáo thì để trống cả dòng.

Căn cứ: docs/data-model.md (báo cáo của một đơn vị).

Sai: báo hoàn thành, thiếu ngày hoàn thành và sản phẩm.

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đã hoàn thành  # <- KH906

Sai: có kết quả, chưa chọn tình trạng.

    # bieu/so-khcn.xlsx
    pl-1 · Kết quả đạt được: Đã khảo sát xong  # <- KH906

Suýt nhầm: chỉ đổi đơn vị tiền mà chưa ghi số tiền thì dòng vẫn là dòng trống.

    # bieu/so-khcn.xlsx
    pl-1 · Đơn vị tiền: tỷ đồng

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đã hoàn thành
    pl-1 · Ngày hoàn thành: 30/6/2027
    pl-1 · Sản phẩm (số, ngày văn bản; đường dẫn): 12/BB-SKHCN ngày 30/6/2027
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH906"
NAME = "form-incomplete"
SEVERITY = Severity.ERROR
MESSAGE = {
    "needs": "{where}: dòng có nội dung nhưng ô này để trống",
    "status-needs": "{where}: tình trạng «{status}» mà ô này để trống",
    "dated-later": "{where}: ngày của văn bản sau ngày nhận",
    "not-received": "{where}: có kết quả nhập hộ, nhưng trang «{sheet_name}» chưa ghi ngày nhận",
    "no-plan": "{where}: chưa chọn kế hoạch của dòng này",
    "nothing-and-something": "{where}: ghi không có nội dung phát sinh, nhưng biểu có dòng báo cáo",
}
HINT = {
    "needs": "điền ô này, hoặc để trống cả dòng",
    "status-needs": "điền ô này, hoặc chọn lại tình trạng",
    "dated-later": "xem lại ngày văn bản và ngày nhận",
    "not-received": "ghi ngày nhận và hình thức của báo cáo giấy ấy ở trang sổ",
    "no-plan": "chọn kế hoạch trong danh sách",
    "nothing-and-something": "bỏ chữ «Có», hoặc xóa nội dung các dòng",
}
