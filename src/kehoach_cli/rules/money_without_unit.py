"""Số tiền không có đơn vị.

Vì sao: 1.500 có thể là 1.500 đồng hoặc 1.500 triệu đồng; cộng vào bảng nhu cầu kinh phí thì sai một
triệu lần.

Cách sửa: ghi thêm đơn vị (đồng, nghìn đồng, triệu đồng, tỷ đồng), hoặc ghi số đồng không có dấu
chấm.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1.500  # <- KH601

Suýt nhầm: số viết liền là số đồng.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1500000000

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1.500 triệu đồng
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH601"
NAME = "money-without-unit"
SEVERITY = Severity.ERROR
MESSAGE = "số tiền {got} ở khóa «{key}» không có đơn vị"
HINT = "ghi thêm đơn vị, ví dụ 1.500 triệu đồng hoặc 2,4 tỷ đồng"
