"""Số La Mã của mục sai thứ tự.

Vì sao: mục đánh số La Mã I, II, III liền nhau; lặp hoặc nhảy số thì không dẫn chiếu được.

Cách sửa: đánh lại số các mục.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.đ và Mục V.

Sai: hai mục cùng số I.

    # van-ban/ke-hoach.docx
    Tiêu đề mục 2: chữ «I. TỔ CHỨC THỰC HIỆN»  # <- KH828

Suýt nhầm: tên riêng bắt đầu bằng chữ cái và dấu chấm.

    # van-ban/ke-hoach.docx
    Nội dung: chữ «V. I. Lê-nin là tên được đặt cho công viên này.»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH828"
NAME = "section-number"
SEVERITY = Severity.WARNING
MESSAGE = "mục «{found}» sai thứ tự: ở đây phải là «{expected}»{more}"
HINT = "đánh lại số La Mã của các mục"
