"""Văn bản không nhắc đến phụ lục trong tệp Word.

Vì sao: trong văn bản phải có chỉ dẫn về phụ lục đó.

Cách sửa: thêm câu «(Chi tiết tại Phụ lục kèm theo)» vào chỗ thích hợp.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.a.

Sai: nội dung không nói gì đến phụ lục.

    # van-ban/ke-hoach.docx
    Nội dung 7: chữ «Các đơn vị nghiêm túc thực hiện./.»  # <- KH835

Suýt nhầm: công văn không có phụ lục.

    # van-ban/cong-van.docx
    Nội dung 7: chữ «Các đơn vị nghiêm túc thực hiện./.»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH835"
NAME = "annex-not-cited"
SEVERITY = Severity.ERROR
MESSAGE = "văn bản không chỉ dẫn đến phụ lục như {law} quy định{more}"
HINT = "thêm chỉ dẫn, ví dụ «(Chi tiết tại Phụ lục kèm theo)»"
