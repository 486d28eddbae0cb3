"""Dòng được nhận ra chỉ nhờ mã nhìn thấy.

Vì sao: biểu được mở bằng chương trình làm mất phần ẩn, hoặc bị chép sang tệp khác, nên không còn
biết lúc lập biểu dòng ấy ghi gì. Mã và tên việc vẫn khớp, nhưng nên có người xem lại.

Cách sửa: xem những điều sẽ nhận bằng --dry-run; đúng thì nhận kèm --yes.

Căn cứ: docs/data-model.md (báo cáo của một đơn vị).

Sai: phần ẩn của biểu đã mất.

    # bieu/so-khcn.xlsx
    Tệp: mất phần ẩn
    pl-1 · Tình trạng: Đang thực hiện  # <- KH908

Suýt nhầm: mất phần ẩn nhưng biểu không có gì mới.

    # bieu/so-khcn.xlsx
    Tệp: mất phần ẩn

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH908"
NAME = "form-unsure"
SEVERITY = Severity.WARNING
MESSAGE = "{where}: phần ẩn của biểu đã mất, nhận ra «{code}» chỉ nhờ mã nhìn thấy"
HINT = "xem điều sẽ nhận bằng --dry-run; đúng thì thêm --yes"
