"""Dấu câu cuối các căn cứ.

Vì sao: mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng dấu chấm.

Cách sửa: sửa dấu câu cuối dòng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.a.

Sai: căn cứ cuối cùng kết thúc bằng dấu chấm phẩy.

    # van-ban/ke-hoach.docx
    Căn cứ 2: chữ «Theo đề nghị của Trưởng phòng Kế hoạch;»  # <- KH822

Suýt nhầm: câu mở đầu có chữ «Căn cứ» không phải là một căn cứ.

    # van-ban/ke-hoach.docx
    Nội dung: chữ «Căn cứ tình hình thực tế, Sở Giả định ban hành Kế hoạch như sau:»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH822"
NAME = "basis-marks"
SEVERITY = Severity.ERROR
MESSAGE = "Căn cứ: dòng này kết thúc bằng dấu «{wanted}» theo {law}{more}"
HINT = "đổi dấu cuối dòng thành «{wanted}»"
