"""Tệp không đọc được.

Vì sao: tệp cần có mà thiếu, hoặc không mở được, thì mọi điều tệp ấy khai báo đều không kiểm tra và
không tính vào số liệu được.

Cách sửa: tạo tệp còn thiếu, trả lại quyền đọc, hoặc thay thư mục, liên kết bằng tệp thật nằm trong
kho dữ liệu.

Căn cứ: docs/data-model.md.

Sai: thư mục kế hoạch thiếu tệp plan.yaml.

    # data/plans/khac/tasks.yaml
    tasks: []  # <- KH001 data/plans/khac/plan.yaml

Sai: chỗ của một tệp lại là thư mục.

    # data/challenges.yaml/ghi-chu.txt
    Ghi chú  # <- KH001 data/challenges.yaml

Suýt nhầm: tệp trống đọc được; nội dung thiếu là việc của quy tắc khác.

    # data/challenges.yaml
    # chưa có bài toán nào

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Phát triển nông nghiệp thông minh
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH001"
NAME = "unreadable-file"
SEVERITY = Severity.ERROR
MESSAGE = {
    "missing": "thiếu tệp cần có",
    "no-permission": "không có quyền đọc tệp",
    "directory": "đây là thư mục, không phải tệp",
    "not-a-file": "đây không phải tệp thường nên không mở",
    "outside-workspace": "liên kết dẫn ra ngoài kho dữ liệu nên không mở",
    "io-error": "hệ điều hành không đọc được tệp",
}
HINT = {
    "missing": "tạo tệp này; nếu đã đổi tên thì đặt lại tên cũ",
    "no-permission": "cấp lại quyền đọc cho người đang chạy lệnh",
    "directory": "đổi tên hoặc chuyển thư mục đi, đặt tệp vào đúng chỗ này",
    "not-a-file": "thay bằng tệp văn bản",
    "outside-workspace": "chép tệp vào kho dữ liệu thay cho liên kết",
    "io-error": "kiểm tra ổ đĩa, tên tệp rồi chạy lại",
}
