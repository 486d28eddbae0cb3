"""Bảng của tệp đem nhập dài hoặc rộng quá mức.

Vì sao: Phụ lục của một tỉnh có vài trăm dòng, sáu, bảy cột; bảng dài hơn giới hạn là chữ lạc ra
ngoài bảng, để nhầm hoặc cố ý làm treo máy. Cả tệp không được đọc, để không dòng nào bị bỏ lặng lẽ.

Cách sửa: xóa chữ nằm ngoài bảng, hoặc tách bảng thành nhiều tệp rồi nhập từng tệp.

Căn cứ: giới hạn: mỗi bảng, mỗi trang tính 5.000 dòng, 60 cột.

Sai: trang tính có chữ ở dòng 5.001.

    # bang/phu-luc.xlsx
    Trang tính: 5.001 dòng  # <- KH952

Sai: bảng Word rộng 61 cột.

    # bang/phu-luc.docx
    Bảng: 61 cột  # <- KH952

Suýt nhầm: ô trống có định dạng ở dưới bảng không phải là dòng.

    # bang/phu-luc.xlsx
    Trang tính: định dạng ở dòng 9.000

Đúng:

    # bang/phu-luc.docx
    Bảng: 60 cột
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH952"
NAME = "table-too-long"
SEVERITY = Severity.ERROR
MESSAGE = {
    "sheet": "trang tính «{sheet}» có chữ ngoài {limit} dòng, {columns} cột đầu",
    "table": "{where} có hơn {limit} dòng hoặc {columns} cột",
}
HINT = {
    "sheet": "xóa chữ nằm ngoài bảng, hoặc tách bảng thành nhiều tệp",
    "table": "bỏ cột, dòng thừa, hoặc tách bảng thành nhiều tệp",
}
