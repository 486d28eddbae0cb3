"""Tệp không thuộc loại nào mà kho dữ liệu biết.

Vì sao: tệp đặt sai tên hoặc sai thư mục thì không được đọc; dữ liệu trong đó mất mà không ai hay.

Cách sửa: đổi tên, chuyển đến đúng thư mục; tài liệu kèm theo thì để trong thư mục evidence của kế
hoạch; tệp nháp thì để ngoài thư mục data.

Căn cứ: docs/data-model.md.

Sai: tên tệp thiếu chữ «s».

    # data/plans/mau/extension.yaml
    - task: pl-1  # <- KH009
      due: Quý II/2028
      reason: chờ kinh phí

Suýt nhầm: tài liệu trong thư mục evidence được giữ nguyên, không đọc.

    # data/plans/mau/evidence/bien-ban.txt
    Biên bản bàn giao

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH009"
NAME = "unknown-file"
SEVERITY = Severity.ERROR
MESSAGE = "không biết tệp «{file}» để làm gì nên không đọc"
HINT = "đổi tên hoặc chuyển tệp đến đúng thư mục; xem docs/data-model.md"
