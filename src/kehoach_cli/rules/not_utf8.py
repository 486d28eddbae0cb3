"""Tệp không viết bằng bảng mã UTF-8.

Vì sao: chữ Việt theo TCVN3 (ABC), VNI hoặc bảng mã khác UTF-8 sẽ thành chữ sai khi in ra; tệp như
vậy không được đọc tiếp.

Cách sửa: mở tệp bằng đúng bảng mã, chuyển sang Unicode rồi lưu lại dạng UTF-8. Tệp không phải văn
bản thì chuyển vào thư mục evidence của kế hoạch.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4 (bộ mã ký tự Unicode theo
TCVN 6909:2001).

Sai: chữ gõ theo TCVN3; <0xB8> là một byte như nằm trong tệp.

    # data/challenges.yaml
    - id: bt-1
      title: B<0xB8>o c<0xB8>o n<0xA8>m, k<0xD5> ho<0xB9>ch  # <- KH002
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: chữ có dấu rời vẫn là UTF-8; quy tắc về chữ dựng sẵn sẽ nhắc.

    # data/challenges.yaml
    - id: bt-1
      title: Ba<U+0301>o ca<U+0301>o năm
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Báo cáo năm, kế hoạch
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH002"
NAME = "not-utf8"
SEVERITY = Severity.ERROR
MESSAGE = {
    "named": "tệp viết bằng bảng mã {encoding}, không phải UTF-8",
    "binary": "tệp không phải văn bản",
    "unknown": "tệp có byte không thuộc bảng mã UTF-8",
}
HINT = {
    "named": "chuyển tệp từ {encoding} sang Unicode rồi lưu lại dạng UTF-8",
    "binary": "tệp Word, Excel, PDF, ảnh thì để trong thư mục evidence của kế hoạch",
    "unknown": "lưu lại tệp dạng UTF-8",
}
