"""Quốc hiệu, Tiêu ngữ viết không đúng.

Vì sao: quốc hiệu, tiêu ngữ viết đúng từng chữ; giữa các cụm từ của tiêu ngữ là dấu gạch nối, có
cách chữ.

Cách sửa: gõ lại đúng như thông báo.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.

Sai: tiêu ngữ dùng gạch dài.

    # van-ban/ke-hoach.docx
    Tiêu ngữ: chữ «Độc lập – Tự do – Hạnh phúc»  # <- KH819

Suýt nhầm: «HOÀ» và «HÒA» là một chữ; chính mẫu của Nghị định viết cả hai.

    # van-ban/ke-hoach.docx
    Quốc hiệu: chữ «CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM»

Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH819"
NAME = "nation-words"
SEVERITY = Severity.ERROR
MESSAGE = "{part}: {law} quy định viết «{wanted}»{more}"
HINT = "gõ lại đúng «{wanted}»"
