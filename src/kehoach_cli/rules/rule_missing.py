"""Thiếu đường kẻ ngang.

Vì sao: dưới tên cơ quan, tiêu ngữ và trích yếu có đường kẻ ngang, nét liền.

Cách sửa: vẽ một đường thẳng (Insert, Shapes, Line) ngay dưới dòng chữ.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.b, II.2.b, II.5.b.

Sai: không kẻ dưới trích yếu.

    # van-ban/ke-hoach.docx
    Trích yếu: bỏ đường kẻ  # <- KH816

Suýt nhầm: trích yếu công văn không có đường kẻ.

    # van-ban/cong-van.docx


Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH816"
NAME = "rule-missing"
SEVERITY = Severity.ERROR
MESSAGE = "{part}: thiếu đường kẻ ngang phía dưới theo {law}{more}"
HINT = "vẽ đường thẳng nét liền ngay dưới dòng này"
