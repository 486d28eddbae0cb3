"""Tệp PDF dài hoặc lớn quá mức.

Vì sao: một kế hoạch dài vài chục trang; tệp vượt giới hạn là tập hồ sơ nhiều văn bản, bản vẽ, hoặc
cố ý làm treo máy, nên không đọc.

Cách sửa: tách lấy các trang của kế hoạch thành tệp riêng, hoặc nhập từ bản Word.

Căn cứ: giới hạn: tệp 50 MB, 300 trang, mỗi trang 1 MB, 300.000 nét vẽ (mỗi đoạn chữ tính mười).

Sai: tệp dài 301 trang.

    # van-ban/ke-hoach.pdf
    Tệp: 301 trang  # <- KH953

Sai: trang có hơn ba trăm nghìn nét vẽ.

    # van-ban/ke-hoach.pdf
    Tệp: 30.001 đoạn chữ  # <- KH953

Suýt nhầm: ba trăm trang vẫn đọc được.

    # van-ban/ke-hoach.pdf
    Tệp: 300 trang

Đúng:

    # van-ban/ke-hoach.pdf
    Tệp: 1 trang
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH953"
NAME = "pdf-too-large"
SEVERITY = Severity.ERROR
MESSAGE = {
    "too-many-pages": "tệp dài hơn {limit} trang",
    "page-too-large": "có trang nặng hơn {limit} MB",
    "too-much-drawn": "tệp có quá nhiều nét vẽ, đoạn chữ (nhiều nhất {limit} nét)",
}
HINT = dict.fromkeys(MESSAGE, "tách lấy các trang của kế hoạch, hoặc nhập từ bản Word")
