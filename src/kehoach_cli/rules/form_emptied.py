"""Dòng đã báo cáo được gửi về với mọi ô bị xóa trắng.

Vì sao: nhận dòng ấy là bỏ lời đã báo cáo về một việc; xóa nhầm một dòng ô trắng thì không ai hay.

Cách sửa: xóa nhầm thì điền lại hoặc không nhận biểu; đúng là rút lại thì nhận kèm --yes.

Căn cứ: docs/data-model.md (báo cáo của một đơn vị).

Sai: tình trạng đã báo bị xóa, ngoài ra dòng không còn gì.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-02-20
    tasks:
      - task: pl-1
        status: in-progress
    # bieu/so-khcn.xlsx
    Tệp: lập từ báo cáo trên
    pl-1 · Tình trạng: (xóa)  # <- KH911

Suýt nhầm: chỉ xóa một ô của dòng.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-02-20
    tasks:
      - task: pl-1
        status: in-progress
        result: Đã khảo sát xong
    # bieu/so-khcn.xlsx
    Tệp: lập từ báo cáo trên
    pl-1 · Kết quả đạt được: (xóa)

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH911"
NAME = "form-emptied"
SEVERITY = Severity.WARNING
MESSAGE = "{where}: mọi ô của dòng «{code}» đã bị xóa trắng; dữ liệu đang ghi {held}"
HINT = "xóa nhầm thì điền lại rồi nhận; rút lại lời đã báo thì thêm --yes"
