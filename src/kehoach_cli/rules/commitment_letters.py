"""Chữ cái của các cam kết không liền nhau.

Vì sao: cam kết của đối tác in thành các điểm a), b), c), d), đ), e), g) …; nhảy chữ hoặc trùng chữ
thì khi dẫn «điểm đ» không ai biết là cam kết nào.

Cách sửa: đánh lại chữ cái theo bảng chữ cái tiếng Việt: sau d là đ, sau e là g, sau i là k; không
có f, j, w, z. Văn bản đã ký đánh số khác thì giữ nguyên theo văn bản.

Căn cứ: cách đánh điểm trong chính Nghị định số 30/2020/NĐ-CP (c, d, đ, e, g, h);
docs/data-model.md.

Sai: sau điểm b là điểm d.

    # data/partners/doi-tac.yaml
    id: doi-tac
    name: Tổng công ty Đối tác
    kind: telecom
    commitments:
      - {id: dt-a, plan: mau, letter: a, parts: [Cử đầu mối]}
      - {id: dt-b, plan: mau, letter: b, parts: [Hỗ trợ đào tạo]}
      - {id: dt-d, plan: mau, letter: d, parts: [Áp dụng ưu đãi]}  # <- KH402

Suýt nhầm: hai kế hoạch khác nhau, mỗi kế hoạch đánh từ a.

    # data/partners/doi-tac.yaml
    id: doi-tac
    name: Tổng công ty Đối tác
    kind: telecom
    commitments:
      - {id: dt-a, plan: mau, letter: a, parts: [Cử đầu mối]}
      - {id: dt-khac-a, plan: khac, letter: a, parts: [Cử đầu mối]}
      - {id: dt-b, plan: mau, letter: b, parts: [Hỗ trợ đào tạo]}

Đúng:

    # data/partners/doi-tac.yaml
    id: doi-tac
    name: Tổng công ty Đối tác
    kind: telecom
    commitments:
      - {id: dt-a, plan: mau, letter: a, parts: [Cử đầu mối]}
      - {id: dt-b, plan: mau, letter: b, parts: [Hỗ trợ đào tạo]}
      - {id: dt-c, plan: mau, letter: c, parts: [Áp dụng ưu đãi]}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.partner import Commitment
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.text import POINT_LETTERS
from kehoach_cli.workspace import Located

CODE = "KH402"
NAME = "commitment-letters"
SEVERITY = Severity.WARNING
MESSAGE = "cam kết {id} mang chữ «{letter}», đúng thứ tự phải là «{expected}»"
HINT = "đánh lại chữ cái theo thứ tự, nếu văn bản đã ký không đánh như vậy"

_AFTER = dict(pairwise(POINT_LETTERS))


def check(ctx: Context) -> Iterator[Found]:
    """Commitments whose letter does not follow that of the one before, by partner and plan."""
    before: dict[tuple[str, str], Located[Commitment]] = {}
    for item in ctx.ws.of(Commitment):
        if item.file in ctx.faulty_files:
            continue  # nobody knows the letters of commitments that cannot be used
        key = (item.owner, item.value.plan)
        last = before.get(key)
        before[key] = item
        expected = POINT_LETTERS[0] if last is None else _AFTER.get(last.value.letter)
        if expected is not None and item.value.letter != expected:
            args = {"id": item.value.id, "letter": item.value.letter, "expected": expected}
            related = () if last is None else (Related(last.at("letter"), "chữ cái ngay trước"),)
            yield Found(item.at("letter"), args, related)
