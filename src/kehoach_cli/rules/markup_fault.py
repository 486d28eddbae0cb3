"""Dòng chữ trong kế hoạch viết sai cách trình bày.

Vì sao: dấu mở đầu dòng (#, -, :::) và dấu chữ đậm, nghiêng quyết định cách in; viết sai thì in ra
sai hoặc mất chữ.

Cách sửa: sửa dòng được chỉ ra. Tiêu đề: dấu # rồi dấu cách; chữ đậm: **…**; muốn in chính dấu ấy
thì viết dấu gạch chéo ngược đằng trước.

Căn cứ: docs/data-model.md (cách viết phần lời).

Sai: mở chữ đậm mà không đóng.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |  # <- KH514 +1
          Các cơ quan **khẩn trương thực hiện.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Sai: chỉ dẫn không có.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |  # <- KH514 +1
          ::: bieu-do
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: dấu # ở giữa dòng là chữ bình thường.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |
          Các cơ quan thực hiện tiêu chí #1.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Đúng:

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |
          # Yêu cầu

          Các cơ quan **khẩn trương** thực hiện.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH514"
NAME = "markup-fault"
SEVERITY = Severity.ERROR
MESSAGE = "{problem}"
HINT = ""
