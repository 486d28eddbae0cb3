"""Mẫu văn bản viết sai.

Vì sao: mẫu sai thì không in được văn bản nào theo mẫu ấy.

Cách sửa: sửa dòng được chỉ ra trong thư mục templates; xóa mẫu riêng thì mẫu có sẵn được dùng lại.

Căn cứ: docs/data-model.md (templates).

Sai: gọi một tên không có.

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

    {{ ke_hoach.closing }}  # <- KH515

Suýt nhầm: mẫu không dùng hết các tên có sẵn.

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

    {{ plan.closing | ket_thuc }}
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH515"
NAME = "template-fault"
SEVERITY = Severity.ERROR
MESSAGE = "mẫu văn bản có lỗi: {problem}"
HINT = ""
