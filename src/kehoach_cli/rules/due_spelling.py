"""Thời hạn hiểu được nhưng viết chưa đúng.

Vì sao: thời hạn in ra đúng như đã gõ, nên lỗi gõ sẽ lên văn bản.

Cách sửa: chép lại dạng nêu trong gợi ý.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.b (cách viết ngày, tháng); cách viết
thời hạn trong các phụ lục nhiệm vụ đã ban hành.

Sai:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Thang 8/2028  # <- KH203
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
    - task: pl-1
      due: Quý 4/ 2028  # <- KH203
      reason: chờ kinh phí
      granted: {number: 13/UBND-KGVX, date: 30/7/2027}

Suýt nhầm: ngày, tháng không có số 0 đứng trước vẫn hiểu được và không bị nhắc ở đây.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Trước ngày 5/8/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Tháng 8/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import owner_called

CODE = "KH203"
NAME = "due-spelling"
SEVERITY = Severity.WARNING
MESSAGE = "thời hạn «{due}» của {name} viết chưa đúng"
HINT = "viết «{corrected}»"


def check(ctx: Context) -> Iterator[Found]:
    """Every due that was understood only after its slips were put right."""
    for dated in ctx.dues:
        corrected = dated.due.corrected
        if corrected is not None:
            args = {"due": dated.due.text, "name": owner_called(dated), "corrected": corrected}
            yield Found(dated.place, args)
