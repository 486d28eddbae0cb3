"""Tệp lớn quá mức.

Vì sao: tệp dữ liệu, mẫu văn bản là chữ người gõ; một tệp 20 MB chứa được chừng 30.000 nhiệm vụ, nên
tệp lớn hơn là để nhầm chỗ hoặc cố ý làm treo máy. Tệp ấy không được đọc; các tệp khác vẫn được kiểm
tra.

Cách sửa: bỏ phần không phải dữ liệu, hoặc tách kế hoạch thành nhiều thư mục.

Căn cứ: docs/data-model.md.

Sai: chú thích dài hơn 20 triệu ký tự.

    # data/challenges.yaml
    # <x × 20000001>  # <- KH011

Suýt nhầm: chú thích dài mười nghìn ký tự vẫn đọc được.

    # data/challenges.yaml
    # <x × 10000>

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Phát triển nông nghiệp thông minh
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH011"
NAME = "file-too-large"
SEVERITY = Severity.ERROR
MESSAGE = "tệp quá lớn ({size_bytes} byte, nhiều nhất {limit_bytes} byte) nên không đọc"
HINT = "xóa phần không phải dữ liệu, hoặc tách kế hoạch thành nhiều thư mục"
