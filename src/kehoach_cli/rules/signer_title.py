"""Học hàm, học vị trước họ tên người ký.

Vì sao: trước họ tên người ký không ghi học hàm, học vị, danh hiệu.

Cách sửa: bỏ học hàm, học vị. Văn bản của trường, bệnh viện, viện, đơn vị lực lượng vũ trang không
bị báo: ngành có quy định riêng; tên các cơ quan ấy nằm trong bộ quy tắc.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.c (trừ văn bản của tổ chức sự nghiệp
giáo dục, y tế, khoa học và lực lượng vũ trang).

Sai: ghi học vị.

    # van-ban/ke-hoach.docx
    Họ và tên người ký: chữ «TS. Nguyễn Thị Giả Định»  # <- KH833

Suýt nhầm: họ tên bắt đầu giống chữ viết tắt.

    # van-ban/ke-hoach.docx
    Họ và tên người ký: chữ «Bsế Giả Định»

Suýt nhầm: văn bản của một viện.

    # van-ban/ke-hoach.docx
    Cơ quan ban hành: chữ «VIỆN GIẢ ĐỊNH»
    Họ và tên người ký: chữ «TS. Nguyễn Thị Giả Định»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH833"
NAME = "signer-title"
SEVERITY = Severity.ERROR
MESSAGE = "Họ và tên người ký: không ghi «{found}» theo {law}{more}"
HINT = "bỏ «{found}»"
