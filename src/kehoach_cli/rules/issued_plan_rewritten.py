"""Kế hoạch đã ban hành bị sửa mà không có văn bản sửa đổi, đính chính.

Vì sao: văn bản đã ban hành chỉ được thay đổi bằng văn bản sửa đổi, bổ sung hoặc đính chính; nhiệm
vụ, trách nhiệm, cam kết trong đó cũng vậy. Số, ngày đã ghi thì không đổi nữa.

Cách sửa: trả lại như cũ; hoặc ghi văn bản sửa đổi (số, ngày, lời cũ, lời mới) vào amendments.yaml
trong cùng lần thay đổi: kehoach amend soạn sẵn bản ghi ấy.

Căn cứ: Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18; docs/quyen-sua.md.

Sai: đổi tên một nhiệm vụ tại Phụ lục.

    # sua/data/plans/mau/tasks.yaml
    tasks.2.title: Xây dựng kho dữ liệu mở  # <- KH536

Sai: đổi số của kế hoạch.

    # sua/data/plans/mau/plan.yaml
    number: 16/KH-UBND  # <- KH536

Sai: văn bản sửa đổi nói chỗ khác.

    # sua/data/plans/mau/tasks.yaml
    tasks.2.title: Xây dựng kho dữ liệu mở  # <- KH536
    # data/plans/mau/amendments.yaml
    - id: sua-doi-1
      kind: amend
      number: 44/KH-UBND
      date: 2027-03-09
      changes: [{clause: Mục I, old: Lời cũ, new: Lời mới}]

Suýt nhầm: phần theo dõi thì sửa được.

    # sua/data/plans/mau/tasks.yaml
    tasks.2.note: Đã họp lần một
    tasks.2.person: Phòng Công nghệ số

Đúng: có văn bản sửa đổi.

    # sua/data/plans/mau/tasks.yaml
    tasks.2.title: Xây dựng kho dữ liệu mở
    # data/plans/mau/amendments.yaml
    - id: sua-doi-1
      kind: amend
      number: 44/KH-UBND
      date: 2027-03-09
      changes:
        - clause: Phụ lục, nhiệm vụ 1
          old: Xây dựng kho dữ liệu dùng chung
          new: Xây dựng kho dữ liệu mở
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH536"
NAME = "issued-plan-rewritten"
SEVERITY = Severity.ERROR
MESSAGE = {
    "text": "kế hoạch «{plan}» đã ban hành nhưng {thing} «{title}» bị {what}: «{old}» → «{new}»",
    "added": "kế hoạch «{plan}» đã ban hành nhưng {thing} «{title}» được thêm vào",
    "removed": "kế hoạch «{plan}» đã ban hành nhưng {thing} «{title}» bị bỏ",
    "changed": "kế hoạch «{plan}» đã ban hành nhưng {thing} «{title}» bị sửa",
    "issue": "kế hoạch «{plan}» đã ban hành nhưng bị {what}: «{old}» → «{new}»",
    "gone": "kế hoạch «{plan}» đã ban hành nhưng bị xóa",
}
_HINT = "trả lại như cũ, hoặc ghi văn bản sửa đổi có số, ngày vào amendments.yaml (kehoach amend)"
HINT = dict.fromkeys(MESSAGE, _HINT) | {
    "issue": "trả lại như cũ; ghi sai số, ngày thì đính chính bằng công văn",
    "gone": "trả lại kế hoạch; hết hiệu lực thì ghi state: ended",
}
