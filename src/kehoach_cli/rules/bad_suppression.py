"""Ghi chú bỏ qua quy tắc không có hiệu lực.

Vì sao: người đọc sau cần biết vì sao một phát hiện được để nguyên; ghi chú thiếu lý do hoặc viết
sai dạng thì không bỏ qua được gì.

Cách sửa: viết đúng dạng «# kehoach: bỏ qua KH204 – lý do» ở dòng ngay trên, hoặc cuối chính dòng
ấy. Các quy tắc KH0xx không bỏ qua được.

Căn cứ: docs/data-model.md.

Sai: thiếu lý do.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028  # kehoach: bỏ qua KH202  # <- KH010
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Sai: viết sai dạng.

    # data/plans/mau/extensions.yaml
    # kehoach: tắt KH202 vì đã xem  # <- KH010
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Suýt nhầm: chữ trong một giá trị không phải là ghi chú.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: "chờ kinh phí # kehoach: bỏ qua KH202"
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2031  # kehoach: bỏ qua KH202 – UBND tỉnh đã cho kéo dài kế hoạch
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH010"
NAME = "bad-suppression"
SEVERITY = Severity.ERROR
MESSAGE = {
    "no-reason": "ghi chú bỏ qua quy tắc thiếu lý do nên không có hiệu lực",
    "not-understood": "không hiểu ghi chú «kehoach:» nên ghi chú không có hiệu lực",
}
HINT = "viết theo dạng: # kehoach: bỏ qua KH204 – lý do"
