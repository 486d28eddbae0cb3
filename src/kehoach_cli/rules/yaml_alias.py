"""Neo và dấu gọi lại của YAML.

Vì sao: «&» và «*» ở đầu một giá trị bảo máy đặt tên rồi chép lại một đoạn; mỗi điều chỉ khai báo
một chỗ nên không cần đến, phần lớn là gõ «&» thay cho «và». Vài dòng gọi lại nhau còn có thể phình
ra hàng tỷ mục làm treo máy.

Cách sửa: ghi giá trị ra đầy đủ; nếu «&», «*» là chữ thì đặt cả giá trị trong dấu nháy.

Căn cứ: docs/decisions/0006-no-yaml-anchors.md.

Sai: đặt neo.

    # data/challenges.yaml
    - id: bt-1
      title: &ten Nông nghiệp thông minh  # <- KH013
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: gọi lại.

    # data/challenges.yaml
    - id: bt-1
      title: *ten  # <- KH013
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: «&», «*» ở giữa hoặc trong dấu nháy là chữ bình thường.

    # data/challenges.yaml
    - id: bt-1
      title: "*Nông nghiệp* & môi trường"
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp và môi trường
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH013"
NAME = "yaml-alias"
SEVERITY = Severity.ERROR
MESSAGE = "{problem}"
HINT = ""
