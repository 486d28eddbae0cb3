"""Giá trị không đúng loại mà khóa cần.

Vì sao: mỗi khóa chỉ nhận một loại giá trị (ngày, số tiền, mã, một danh sách có sẵn …); giá trị
khác loại thì không tính toán hay in ra được.

Cách sửa: viết lại theo dạng nêu trong phần gợi ý của phát hiện. Chữ trùng với true, false hoặc
null phải đặt trong ngoặc kép.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/extensions.yaml
    - task: nv-1
      due: Quý IV/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 31/6/2028}  # <- KH008

Suýt nhầm: ngày viết theo cả hai cách đều được nhận.

    # data/plans/mau/extensions.yaml
    - task: nv-1
      due: Quý IV/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 2028-06-30}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: nv-1
      due: Quý IV/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2028}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH008"
NAME = "wrong-value"
SEVERITY = Severity.ERROR
MESSAGE = "«{key}» không nhận {got}"
HINT = "cần {expected}"
