"""Đường kẻ ngang gõ bằng bàn phím.

Vì sao: đường kẻ là nét vẽ liền; gõ dấu gạch dưới thì đứt nét, lệch khi đổi máy. Chính các mẫu trong
tệp của Nghị định cũng gõ như vậy nên đây chỉ là cảnh báo.

Cách sửa: xóa dòng dấu gạch, vẽ một đường thẳng (Insert, Shapes, Line).

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.b, II.2.b, II.5.b.

Sai: gõ dấu gạch dưới.

    # van-ban/ke-hoach.docx
    Trích yếu: kẻ bằng dấu gạch dưới  # <- KH818

Suýt nhầm: gạch chân chữ nhưng vẫn có đường kẻ.

    # van-ban/ke-hoach.docx
    Trích yếu: gạch chân

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH818"
NAME = "rule-typed"
SEVERITY = Severity.WARNING
MESSAGE = {
    "typed": "{part}: đường kẻ gõ bằng bàn phím, {law} quy định nét vẽ liền{more}",
    "underlined": "{part}: chữ gạch chân, {law} quy định một đường kẻ riêng phía dưới{more}",
}
HINT = "xóa đi rồi vẽ đường thẳng nét liền"
