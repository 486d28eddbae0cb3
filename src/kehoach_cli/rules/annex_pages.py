"""Phụ lục không đánh số trang riêng.

Vì sao: số trang của mỗi phụ lục đánh riêng, bắt đầu từ 1.

Cách sửa: trước phụ lục chèn ngắt phần (Section Break, Next Page), trong Format Page Numbers chọn
Start at 1.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.đ.

Sai: số trang chạy tiếp từ văn bản.

    # van-ban/ke-hoach.docx
    Trang: phụ lục đánh số nối tiếp
    Tên phụ lục: chữ «DANH MỤC»  # <- KH830

Suýt nhầm: phụ lục đặt ngang vẫn đánh số riêng.

    # van-ban/ke-hoach.docx
    Tên phụ lục 2: chữ «BẢNG NGANG»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH830"
NAME = "annex-pages"
SEVERITY = Severity.ERROR
MESSAGE = {
    "same-section": "Phụ lục: không có phần (Section) riêng nên số trang chạy tiếp{more}",
    "goes-on": "Phụ lục: số trang chạy tiếp, {law} quy định đánh riêng từ 1{more}",
}
HINT = "chèn ngắt phần trước phụ lục, chọn Start at 1"
