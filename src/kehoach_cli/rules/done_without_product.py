"""Báo hoàn thành mà không có sản phẩm.

Vì sao: nhiệm vụ chỉ được coi là hoàn thành khi có sản phẩm; lời tự báo không thay được sản phẩm.

Cách sửa: thêm khóa product với số, ngày văn bản, tệp trong thư mục evidence, đường dẫn hoặc tin đã
đưa; chưa có sản phẩm thì đổi lại trạng thái.

Căn cứ: docs/data-model.md; cách đánh giá hoàn thành theo cột sản phẩm tại Mục II.3 Kế hoạch số
277/KH-UBND năm 2026 của UBND thành phố Hà Nội.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: done  # <- KH302
        done_on: 2027-06-10

Suýt nhầm: nhiệm vụ đang thực hiện thì chưa cần sản phẩm.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: done
        done_on: 2027-06-10
        product:
          - document: {type: Biên bản nghiệm thu, number: 12/BB-SKHCN, date: 2027-06-10}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import lacking

CODE = "KH302"
NAME = "done-without-product"
SEVERITY = Severity.ERROR
MESSAGE = "nhiệm vụ {task} báo «{status}» nhưng không nêu sản phẩm"
HINT = "thêm khóa product: văn bản, tệp trong thư mục evidence, đường dẫn hoặc tin đã đưa"


def check(ctx: Context) -> Iterator[Found]:
    """Entries whose status needs a product and that name none."""
    yield from lacking(ctx.entries, "product")
