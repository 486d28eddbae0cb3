"""Mẫu văn bản lặp, phình hoặc lồng nhau quá mức.

Vì sao: mẫu của người khác có thể lặp không dứt hoặc nhân đôi chữ đến đầy bộ nhớ. Chương trình đếm
số bước và đo cỡ mọi thứ mẫu tạo ra, vượt giới hạn thì dừng, không in văn bản nào dở dang.

Cách sửa: sửa dòng được chỉ ra trong thư mục templates; xóa mẫu riêng thì mẫu có sẵn được dùng lại.

Căn cứ: giới hạn của một mẫu: 50.000 bước lặp hoặc gọi khối; một giá trị 2 triệu ký tự; cả mẫu 10
triệu ký tự.

Sai: hai vòng lặp lồng nhau, mỗi vòng một nghìn lần.

    # templates/ke-hoach.md.j2
    ---
    kind: ke-hoach
    title: Kế hoạch
    symbol: KH
    scope: plan
    issuer: issuer
    subject: "{{ plan.title }}"
    filing: "{{ plan.filing }}"
    signer: CHỦ TỊCH
    ---
    ::: cac-muc

    {% for a in range(1000) %}
    {% for b in range(1000) %}  # <- KH522
    {% endfor %}
    {% endfor %}

Suýt nhầm: mười nghìn lần lặp vẫn in được.

    # templates/ke-hoach.md.j2
    ---
    kind: ke-hoach
    title: Kế hoạch
    symbol: KH
    scope: plan
    issuer: issuer
    subject: "{{ plan.title }}"
    filing: "{{ plan.filing }}"
    signer: CHỦ TỊCH
    ---
    ::: cac-muc

    {% for a in range(10000) %}
    {% endfor %}

Đúng:

    # templates/ke-hoach.md.j2
    ---
    kind: ke-hoach
    title: Kế hoạch
    symbol: KH
    scope: plan
    issuer: issuer
    subject: "{{ plan.title }}"
    filing: "{{ plan.filing }}"
    signer: CHỦ TỊCH
    ---
    ::: cac-muc
"""

from kehoach_cli.diagnostics import Severity
from kehoach_cli.drafting.limits import HINTS, RULE

CODE = "KH522"
NAME = RULE
SEVERITY = Severity.ERROR
MESSAGE = {problem: problem for problem in HINTS}
HINT = HINTS
