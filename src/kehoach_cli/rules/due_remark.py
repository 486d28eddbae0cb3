"""Lời ghi kèm thời hạn trong cùng một ô.

Vì sao: chương trình chỉ tính phần ngày tháng; điều kiện hay đề nghị đứng cạnh nó không làm thay
đổi ngày cuối và dễ bị bỏ qua khi đôn đốc.

Cách sửa: chỉ để thời hạn ở khóa due, chuyển lời ghi sang khóa note; nếu lời ghi là một mốc thì
thêm vào khóa milestones. Văn bản đã ban hành in như vậy thì để nguyên và ghi lý do bỏ qua.

Căn cứ: docs/figures.md (cách hiểu thời hạn).

Sai: lời ghi trong ngoặc, hoặc dính liền vào năm.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Trong năm 2028(Đề nghị Sở Tài chính tổng hợp)  # <- KH211
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
    - task: pl-1
      due: Quý I/2029, sau khi Hội đồng nhân dân thông qua  # <- KH211
      reason: chờ kinh phí
      granted: {number: 13/UBND-KGVX, date: 30/7/2027}

Suýt nhầm: hai mốc trong một ô đều có thời hạn; ngày cuối là mốc muộn hơn.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý I/2028 lựa chọn nhiệm vụ. Quý IV/2028 báo cáo kết quả
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Trong năm 2028
      reason: chờ kinh phí, Sở Tài chính tổng hợp
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import owner_called

CODE = "KH211"
NAME = "due-remark"
SEVERITY = Severity.WARNING
MESSAGE = "thời hạn «{due}» của {name} có lời ghi kèm không được tính: «{remark}»"
HINT = "chỉ để thời hạn ở khóa due; chuyển lời ghi sang khóa note hoặc thành mốc ở milestones"


def check(ctx: Context) -> Iterator[Found]:
    """Every due with words beside its date that say nothing about when."""
    for dated in ctx.dues:
        if dated.due.remark is not None:
            args = {
                "due": dated.due.text,
                "name": owner_called(dated),
                "remark": dated.due.remark,
            }
            yield Found(dated.place, args)
