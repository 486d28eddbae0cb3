r"""Ký tự không được có trong tệp dữ liệu.

Vì sao: ký tự điều khiển, dấu thứ tự byte, ký tự ngắt dòng U+2028, U+2029, U+0085 không nhìn thấy
khi soạn nhưng làm lệch số dòng và hỏng văn bản in ra; dấu tab thụt lề làm YAML không đọc được.

Cách sửa: xóa ký tự đó, hoặc thay bằng dấu cách hay xuống dòng bình thường. Khi đọc, mỗi ký tự như
vậy đã được coi là một dấu cách.

Căn cứ: docs/data-model.md.

Sai: ký tự ngắt dòng dán từ Word.

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp<U+2028>thông minh  # <- KH004
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: thụt lề bằng dấu tab.

    # data/challenges.yaml
    - id: bt-1
    <U+0009>title: Nông nghiệp thông minh  # <- KH004
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: mã của một ký tự điều khiển viết trong ngoặc kép.

    # data/challenges.yaml
    - id: bt-1
      title: "Nông nghiệp\x1bthông minh"  # <- KH004
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: dấu tab nằm trong một khối chữ không phải thụt lề.

    # data/challenges.yaml
    - id: bt-1
      title: |
        Nông nghiệp<U+0009>thông minh
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH004"
NAME = "forbidden-character"
SEVERITY = Severity.ERROR
MESSAGE = "có {name} ({codepoint})"
HINT = "xóa ký tự này hoặc thay bằng dấu cách"
