"""Số trang đặt sai.

Vì sao: số trang là chữ số Ả Rập, cỡ 13–14, chữ đứng, giữa lề trên, không hiện ở trang thứ nhất.

Cách sửa: đặt số trang ở đầu trang (Header), canh giữa, chọn Different First Page.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.7.

Sai: số trang canh phải.

    # van-ban/ke-hoach.docx
    Số trang: canh phải  # <- KH806

Sai: số trang ở cuối trang.

    # van-ban/ke-hoach.docx
    Số trang: ở cuối trang  # <- KH806

Sai: số trang hiện cả ở trang thứ nhất.

    # van-ban/ke-hoach.docx
    Trang: không ẩn số trang đầu  # <- KH806

Suýt nhầm: số trang cỡ 14.

    # van-ban/ke-hoach.docx
    Số trang: cỡ 14

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH806"
NAME = "page-number"
SEVERITY = Severity.ERROR
MESSAGE = {
    "below": "số trang ở cuối trang, {law} quy định giữa lề trên{more}",
    "none": "văn bản nhiều trang không đánh số trang, {law} quy định đánh số từ trang 2{more}",
    "not-centred": "số trang không ở giữa, {law} quy định canh giữa theo chiều ngang{more}",
    "size": "số trang cỡ chữ {found}, {law} quy định {wanted}{more}",
    "not-upright": "số trang in đậm hoặc nghiêng, {law} quy định chữ đứng{more}",
    "not-arabic": "số trang không phải chữ số Ả Rập như {law} quy định{more}",
    "on-first-page": "số trang hiện ở trang thứ nhất, {law} quy định không hiện{more}",
}
HINT = "đặt số trang ở đầu trang, canh giữa, chọn Different First Page"
