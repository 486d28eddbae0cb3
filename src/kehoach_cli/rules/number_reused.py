"""Hai văn bản cùng số, ký hiệu trong một năm.

Vì sao: số và ký hiệu của văn bản là duy nhất trong một năm; trùng số thì dẫn chiếu đến văn bản này
có thể hiểu là văn bản kia.

Cách sửa: đối chiếu với sổ đăng ký văn bản đi rồi sửa số ghi sai.

Căn cứ: Nghị định 30/2020/NĐ-CP, khoản 1 Điều 15.

Sai: các số 0 ở đầu không làm thành số khác.

    # data/plans/mau-hai/plan.yaml
    id: mau-hai
    kind: ke-hoach
    state: issued
    number: 0015/KH-UBND  # <- KH508
    date: 2026-06-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Suýt nhầm: cùng số nhưng khác năm.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 15/KH-UBND
    date: 2027-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Đúng:

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Related, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.numbers import number_key, numbered

CODE = "KH508"
NAME = "number-reused"
SEVERITY = Severity.ERROR
MESSAGE = "số «{number}» đã dùng cho một văn bản khác của năm {year}"
HINT = "đối chiếu với sổ đăng ký văn bản đi rồi sửa số ghi sai"


def check(ctx: Context) -> Iterator[Found]:
    """Documents of ours with the same number, symbol and year, the first one aside."""
    seen: dict[tuple[str, int], Place] = {}
    for number, year, place in numbered(ctx.ws):
        key = number_key(number, year)
        if key in seen:
            related = (Related(seen[key], "số này đã dùng ở đây"),)
            yield Found(place, {"number": number, "year": year}, related)
        else:
            seen[key] = place
