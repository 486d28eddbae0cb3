"""Một khóa viết hai lần trong cùng một chỗ.

Vì sao: chỉ một giá trị được dùng; giá trị kia mất đi mà không ai hay.

Cách sửa: giữ một khóa; nếu là hai mục của danh sách thì mỗi mục phải bắt đầu bằng «- ».

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý I/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
      due: Quý II/2028  # <- KH005

Suýt nhầm: cùng một khóa ở hai mục khác nhau của danh sách.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý I/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
    - task: pl-1
      due: Quý II/2028
      reason: chờ hướng dẫn
      granted: {number: 13/UBND-KGVX, date: 30/11/2027}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH005"
NAME = "duplicate-key"
SEVERITY = Severity.ERROR
MESSAGE = "khóa «{key}» viết lần thứ hai; giá trị ở đây không được dùng"
HINT = "giữ lại một khóa «{key}»"
