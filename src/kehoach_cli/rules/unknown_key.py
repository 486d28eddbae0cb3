"""Khóa không có trong mô hình dữ liệu.

Vì sao: khóa gõ sai tên thì giá trị của nó không được dùng vào đâu; bỏ qua lặng lẽ là mất dữ liệu.

Cách sửa: sửa tên khóa theo gợi ý, hoặc chuyển điều muốn ghi vào khóa note hay vào một ghi chú bắt
đầu bằng dấu #.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reasons: chờ kinh phí  # <- KH006
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Suýt nhầm: tên khóa nằm trong ghi chú không phải là khóa.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      # reasons: chờ kinh phí
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH006"
NAME = "unknown-key"
SEVERITY = Severity.ERROR
MESSAGE = "không có khóa «{key}» ở đây"
HINT = "các khóa được nhận: {known}"
