"""Thiếu khóa bắt buộc.

Vì sao: thiếu khóa ấy thì không biết mục này nói về việc gì, nên cả mục không được tính vào số liệu
và không in ra.

Cách sửa: thêm khóa còn thiếu.

Căn cứ: docs/data-model.md.

Sai: gia hạn mà không nêu lý do.

    # data/plans/mau/extensions.yaml
    - task: pl-1  # <- KH007
      due: Quý II/2028
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Suýt nhầm: khóa requested không bắt buộc.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      requested: {number: 45/TTr-SKHCN, date: 20/6/2027}
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH007"
NAME = "missing-key"
SEVERITY = Severity.ERROR
MESSAGE = "thiếu khóa «{key}»"
HINT = "thêm khóa «{key}» vào mục này"
