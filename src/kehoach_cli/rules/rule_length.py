"""Đường kẻ ngang dài, ngắn không đúng.

Vì sao: dưới tiêu ngữ đường kẻ dài bằng dòng chữ; dưới tên cơ quan và trích yếu dài 1/3 đến 1/2 dòng
chữ.

Cách sửa: kéo đường kẻ cho vừa rồi đặt cân giữa.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.b, II.2.b, II.5.b.

Sai: đường kẻ dưới trích yếu dài quá cả dòng chữ.

    # van-ban/ke-hoach.docx
    Trích yếu: đường kẻ cách mép 5 mm  # <- KH817

Suýt nhầm: đường kẻ dài chừng 1/2 dòng chữ.

    # van-ban/ke-hoach.docx
    Trích yếu: đường kẻ cách mép 60 mm

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH817"
NAME = "rule-length"
SEVERITY = Severity.ERROR
MESSAGE = {
    "equal": "{part}: đường kẻ dài {found}% dòng chữ, {law} quy định dài bằng dòng chữ{more}",
    "part": "{part}: đường kẻ dài {found}% dòng chữ, {law} quy định từ 1/3 đến 1/2{more}",
}
HINT = "kéo lại đường kẻ rồi đặt cân giữa"
