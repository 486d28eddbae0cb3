"""Văn bản của Đảng.

Vì sao: thể thức văn bản của Đảng theo Hướng dẫn 36-HD/VPTW, không theo Nghị định 30/2020.

Cách sửa: không phải sửa gì; kiểm tra theo quy định của Đảng.

Căn cứ: Hướng dẫn 36-HD/VPTW của Văn phòng Trung ương Đảng; Nghị định 30/2020/NĐ-CP, Điều 1.

Sai: văn bản có tiêu đề Đảng.

    # van-ban/ke-hoach.docx
    Quốc hiệu: chữ «ĐẢNG CỘNG SẢN VIỆT NAM»  # <- KH803

Suýt nhầm: nội dung chỉ nhắc đến Đảng.

    # van-ban/ke-hoach.docx
    Nội dung: chữ «Đảng Cộng sản Việt Nam lãnh đạo việc thực hiện Kế hoạch này.»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH803"
NAME = "party-document"
SEVERITY = Severity.INFO
MESSAGE = "văn bản của Đảng: không kiểm tra theo {law}"
HINT = "kiểm tra theo Hướng dẫn 36-HD/VPTW"
