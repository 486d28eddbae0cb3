"""Biểu và dữ liệu cùng đổi một ô, mỗi bên một cách.

Vì sao: từ lúc lập biểu, dữ liệu đã có người sửa, và đơn vị cũng sửa đúng chỗ ấy. Chương trình không
chọn thay ai, nên không ghi đè bên nào.

Cách sửa: hỏi đơn vị. Biểu đúng thì nhận kèm --theirs; dữ liệu đúng thì ghi điều ấy vào ô của biểu
cho hai bên như nhau, và nhận lại.

Căn cứ: docs/data-model.md (báo cáo của một đơn vị).

Sai: lúc lập biểu chưa ai báo cáo; sau đó báo cáo giấy được nhập là đã trình, còn biểu ghi đang thực
hiện.

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện  # <- KH907
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: submitted
        submitted: {number: 45/TTr-SKHCN, date: 2027-06-15}

Suýt nhầm: hai bên sửa giống nhau.

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH907"
NAME = "form-conflict"
SEVERITY = Severity.ERROR
MESSAGE = {
    "changed": "{where}: biểu ghi «{theirs}», dữ liệu ghi «{ours}», lúc lập biểu là «{base}»",
    "unknown-base": "{where}: biểu ghi «{theirs}», dữ liệu ghi «{ours}», không rõ bên nào sửa sau",
}
_ALIKE = "biểu đúng thì thêm --theirs; dữ liệu đúng thì ghi như vậy vào ô của biểu rồi nhận lại"
HINT = {"changed": _ALIKE, "unknown-base": _ALIKE}
