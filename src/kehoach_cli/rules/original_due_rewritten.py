"""Thời hạn ban đầu của việc đã giao bị sửa mà không có văn bản.

Vì sao: thời hạn ban đầu không bao giờ mất; sửa thẳng vào nó thì việc quá hạn hóa ra đúng hạn.

Cách sửa: trả lại thời hạn cũ rồi ghi gia hạn (kehoach new extension). Văn bản sau ấn định lại thì
ghi số, ngày của nó ở due_set_by; kế hoạch được sửa đổi thì ghi ở amendments.yaml.

Căn cứ: docs/quyen-sua.md; Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18.

Sai: lùi thời hạn.

    # sua/data/plans/mau/tasks.yaml
    tasks.2.due: Quý I/2028  # <- KH216

Suýt nhầm: thời hạn do văn bản sau ấn định.

    # sua/data/plans/mau/tasks.yaml
    tasks.2.due: Quý I/2028
    tasks.2.due_set_by: {number: 300/UBND-TH, date: 2027-05-04}

Đúng: gia hạn là một dòng riêng.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý I/2028
      reason: Chờ kinh phí
      granted: {number: 12/UBND-TH, date: 2027-06-01}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH216"
NAME = "original-due-rewritten"
SEVERITY = Severity.ERROR
MESSAGE = {
    "changed": "thời hạn ban đầu của «{id}» bị đổi từ «{old}» thành «{new}» mà không có văn bản",
    "removed": "thời hạn ban đầu của «{id}» («{old}») bị bỏ mà không có văn bản",
    "added": "«{id}» đã giao không ghi thời hạn, nay ghi «{new}» mà không có văn bản",
    "gone": "việc «{id}» («{old}») đã giao bằng văn bản nhưng bị xóa cùng thời hạn của nó",
}
_HINT = "trả lại thời hạn cũ rồi ghi gia hạn (kehoach new extension), hoặc ghi văn bản ở due_set_by"
HINT = dict.fromkeys(MESSAGE, _HINT) | {
    "gone": "trả lại nhiệm vụ; thôi thực hiện thì ghi trong báo cáo, kèm văn bản cho thôi",
}
