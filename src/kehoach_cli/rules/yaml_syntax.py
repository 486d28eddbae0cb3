"""Tệp viết sai cú pháp YAML.

Vì sao: máy chỉ đọc được đến chỗ sai nên không dùng gì trong tệp; các tệp khác vẫn được kiểm tra,
và mã khai báo trong tệp này không bị coi là mã lạ.

Cách sửa: sửa ở đúng chỗ được chỉ ra; phần lớn là thiếu dấu nháy đóng, thụt lề lệch, hoặc giá trị
có dấu hai chấm mà không đặt trong dấu nháy.

Căn cứ: docs/data-model.md.

Sai: giá trị có dấu hai chấm.

    # data/challenges.yaml
    - id: bt-1
      title: Bài toán: nông nghiệp thông minh  # <- KH003
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: dấu nháy mở mà không đóng.

    # data/challenges.yaml
    - id: bt-1
      title: "Nông nghiệp thông minh  # <- KH003
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: dấu hai chấm không có dấu cách theo sau là chữ bình thường.

    # data/challenges.yaml
    - id: bt-1
      title: Họp lúc 14:30, tỷ lệ 2:1
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: "Bài toán: nông nghiệp thông minh"
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH003"
NAME = "yaml-syntax"
SEVERITY = Severity.ERROR
MESSAGE = "{problem}"
HINT = ""
