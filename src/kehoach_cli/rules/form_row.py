"""Dòng của biểu không nhận ra được hoặc không phải của đơn vị.

Vì sao: mỗi dòng được nhận ra bằng mã ở cột đầu. Mã bị sửa, bị dời sang dòng khác, chép thành hai
dòng khác nhau hoặc là mã việc của đơn vị khác thì không biết lời báo cáo nói về việc nào.

Cách sửa: trả mã về đúng dòng của nó; xóa dòng chép thừa; việc của đơn vị khác thì đơn vị đó báo
cáo.

Căn cứ: docs/data-model.md (mỗi đơn vị chỉ báo cáo việc của mình).

Sai: mã bị thay bằng mã việc của đơn vị khác.

    # bieu/so-khcn.xlsx
    pl-1 · Mã nhiệm vụ: nv-2  # <- KH904
    pl-1 · Tình trạng: Đang thực hiện

Suýt nhầm: dòng chữ dưới bảng không phải là dòng báo cáo.

    # bieu/so-khcn.xlsx
    dưới bảng · Nội dung: Người lập biểu

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH904"
NAME = "form-row"
SEVERITY = Severity.ERROR
MESSAGE = {
    "no-code": "{where}: dòng có nội dung nhưng không có mã nên không biết là việc nào",
    "formula": "{where}: mã là công thức nên không biết là dòng nào",
    "not-yours": "{where}: «{code}» không phải việc của {name} trong kỳ này",
    "not-now": "{where}: «{code}» không còn là việc của {name} trong kỳ này",
    "no-such-task": "{where}: «{code}» không phải mã của dòng nào trong Phụ lục",
    "not-now-task": "{where}: «{code}» không còn trong dữ liệu",
    "moved": "{where}: mã «{code}» không đúng với dòng này{shown}",
    "twice": "{where}: mã «{code}» đã có ở dòng {first} với nội dung khác",
    "column-twice": "{where}: có hai cột cùng tên «{title}»",
}
HINT = {
    "no-code": "ghi vào dòng trống đã có mã, hoặc ghi lại mã của dòng",
    "formula": "ghi lại mã như trong biểu gửi đi",
    "not-yours": "xóa dòng này; việc của đơn vị khác do đơn vị đó báo cáo",
    "not-now": "xóa nội dung của dòng này, hoặc xin lại biểu mới",
    "no-such-task": "nhiệm vụ mới thì để trống mã; dòng tên nhóm thì xóa, ghi tên nhóm ở từng dòng",
    "not-now-task": "xóa dòng này, hoặc để trống mã để thêm lại thành nhiệm vụ mới",
    "moved": "trả mã về đúng dòng như trong biểu gửi đi; sắp xếp thì chọn cả bảng",
    "twice": "giữ một dòng, xóa dòng kia",
    "column-twice": "xóa cột chép thừa",
}
