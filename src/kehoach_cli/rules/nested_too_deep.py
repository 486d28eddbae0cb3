"""Dữ liệu lồng nhau quá sâu.

Vì sao: dữ liệu của kế hoạch lồng nhau không quá mười tầng; hàng trăm dấu ngoặc mở là gõ nhầm hoặc
cố ý làm treo máy. Chương trình dừng đọc tệp ở tầng thứ 64.

Cách sửa: bỏ các dấu ngoặc hoặc phần thụt lề thừa ở chỗ được chỉ ra.

Căn cứ: docs/data-model.md.

Sai: một trăm dấu ngoặc mở.

    # data/challenges.yaml
    - id: bt-1
      title: <[ × 100>Nông nghiệp<] × 100>  # <- KH012
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: dấu ngoặc trong chữ không phải là tầng.

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp [(thông minh)]
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Phát triển nông nghiệp thông minh
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH012"
NAME = "nested-too-deep"
SEVERITY = Severity.ERROR
MESSAGE = "{problem}"
HINT = "bỏ các dấu ngoặc hoặc phần thụt lề thừa ở chỗ này"
