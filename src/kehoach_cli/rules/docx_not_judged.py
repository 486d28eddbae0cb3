"""Không đánh giá được.

Vì sao: có chỗ máy không biết chắc; nói rõ để người kiểm tra xem bằng mắt, thay vì đoán.

Cách sửa: xem lại chỗ này bằng mắt; trình bày theo bảng hai cột như mẫu thì máy kiểm tra được hết.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III (các mẫu trình bày).

Sai: còn dấu vết sửa đổi.

    # van-ban/ke-hoach.docx
    Nội dung: đánh dấu thêm  # <- KH802

Suýt nhầm: phụ lục sau chữ ký có tiêu đề nên vẫn nhận ra.

    # van-ban/ke-hoach.docx
    Tên phụ lục: chữ «DANH MỤC KHÁC»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH802"
NAME = "docx-not-judged"
SEVERITY = Severity.INFO
MESSAGE = {
    "tracked-changes": "tệp còn dấu vết sửa đổi: đã kiểm tra như khi chấp nhận mọi thay đổi",
    "head-without-table": "không đánh giá được phần đầu: quốc hiệu không nằm trong bảng hai cột",
    "foot-without-table": "không đánh giá được chữ ký: nơi nhận không nằm trong bảng hai cột",
    "no-page-setup": "không đánh giá được khổ giấy, lề, số trang: tệp không ghi thông số trang",
    "several-documents": "từ đây là một văn bản khác trong cùng tệp: không đánh giá được",
    "after-signature": "không đánh giá được phần sau chữ ký: không thấy tiêu đề «Phụ lục»",
    "no-form": "không nhận ra văn bản hành chính: không thấy quốc hiệu, số, tên loại",
}
HINT = {
    "tracked-changes": "chấp nhận hoặc từ chối mọi thay đổi rồi lưu lại",
    "head-without-table": "xem bằng mắt, hoặc trình bày phần đầu theo bảng hai cột",
    "foot-without-table": "xem bằng mắt, hoặc trình bày chữ ký, nơi nhận theo bảng hai cột",
    "no-page-setup": "mở bằng Word hoặc LibreOffice rồi lưu lại",
    "several-documents": "tách mỗi văn bản thành một tệp",
    "after-signature": "xem bằng mắt, hoặc ghi «Phụ lục» ở đầu phần này",
    "no-form": "xem lại có đúng tệp cần kiểm tra không",
}
