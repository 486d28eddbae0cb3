"""Sửa hoặc xóa bản ghi đã có hiệu lực: gia hạn đã cho phép, sửa đổi đã ban hành, kỳ đã chốt.

Vì sao: những bản ghi này cho phép dữ liệu khác với văn bản đầu tiên; xóa hoặc sửa chúng thì không
còn biết vì sao thời hạn, lời văn, số liệu đã đổi.

Cách sửa: trả lại bản ghi cũ; có văn bản mới thì thêm một bản ghi mới. Kỳ đã chốt chỉ được ghi thêm
reopened.

Căn cứ: docs/quyen-sua.md; Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18.

Sai: đổi thời hạn của một lần gia hạn đã được cho phép.

    # truoc/data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý I/2028
      reason: Chờ kinh phí
      granted: {number: 12/UBND-TH, date: 2027-06-01}
    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý III/2028  # <- KH115
      reason: Chờ kinh phí
      granted: {number: 12/UBND-TH, date: 2027-06-01}

Suýt nhầm: lần gia hạn mới chỉ được đề nghị thì sửa được.

    # truoc/data/plans/mau/extensions.yaml
    - {task: pl-1, due: Quý I/2028, reason: Chờ kinh phí}
    # data/plans/mau/extensions.yaml
    - {task: pl-1, due: Quý II/2028, reason: Chờ kinh phí}

Đúng: thêm một lần gia hạn nữa.

    # truoc/data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý I/2028
      reason: Chờ kinh phí
      granted: {number: 12/UBND-TH, date: 2027-06-01}
    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý I/2028
      reason: Chờ kinh phí
      granted: {number: 12/UBND-TH, date: 2027-06-01}
    - task: pl-1
      due: Quý III/2028
      reason: Chờ vốn
      granted: {number: 45/UBND-TH, date: 2028-01-04}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH115"
NAME = "record-rewritten"
SEVERITY = Severity.ERROR
MESSAGE = {
    "changed": "bản ghi {thing} «{id}» đã có hiệu lực nhưng bị sửa: {what}",
    "gone": "bản ghi {thing} «{id}» đã có hiệu lực nhưng bị xóa",
}
HINT = {
    "changed": "trả lại bản ghi cũ; có văn bản mới thì thêm một bản ghi mới",
    "gone": "trả lại bản ghi cũ; có văn bản mới thì thêm một bản ghi mới",
}
