"""Bảng nhiệm vụ nhận về có quá nhiều nhiệm vụ mới.

Vì sao: Phụ lục của một tỉnh có vài trăm nhiệm vụ; hơn một nghìn dòng mới trong một lần nhận thường
là chữ nằm ngoài bảng hoặc chép nhầm cả trang tính khác. Không dòng nào được nhận.

Cách sửa: xóa các dòng không phải nhiệm vụ; đúng là nhiều đến thế thì chia làm nhiều lần nhận.

Căn cứ: giới hạn: 1.000 nhiệm vụ mới mỗi lần nhận.

Sai: một nghìn lẻ một dòng mới.

    # bang/phu-luc.xlsx
    Bảng: 1.001 nhiệm vụ mới  # <- KH954

Suýt nhầm: một nghìn dòng mới vẫn nhận được.

    # bang/phu-luc.xlsx
    Bảng: 1.000 nhiệm vụ mới

Đúng:

    # bang/phu-luc.xlsx
    Bảng: 1 nhiệm vụ mới
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH954"
NAME = "form-too-many"
SEVERITY = Severity.ERROR
MESSAGE = "{where}: bảng có hơn {limit} nhiệm vụ mới"
HINT = "chia làm nhiều lần nhận, hoặc xóa các dòng ngoài bảng"
