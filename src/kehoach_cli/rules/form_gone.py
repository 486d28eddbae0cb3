"""Bảng nhiệm vụ không còn một dòng đã có trong dữ liệu.

Vì sao: xóa nhầm một dòng Excel thì không ai hay; bỏ một nhiệm vụ phải là việc có người quyết định.

Cách sửa: xóa nhầm thì nhận kèm --yes, dữ liệu giữ nguyên nhiệm vụ ấy. Muốn bỏ thì nhận kèm
--remove.

Căn cứ: docs/data-model.md (nhiệm vụ của một kế hoạch).

Sai: dòng của một nhiệm vụ bị xóa.

    # bang/phu-luc.xlsx
    dòng · pl-2: (xóa)  # <- KH910

Suýt nhầm: dòng được dời xuống cuối bảng.

    # bang/phu-luc.xlsx
    dòng · pl-1: (xuống cuối)

Đúng:

    # bang/phu-luc.xlsx
    pl-1 · Sản phẩm: Báo cáo
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH910"
NAME = "form-gone"
SEVERITY = Severity.WARNING
MESSAGE = "{where}: không còn dòng «{code}» ({title}); dữ liệu được giữ nguyên"
HINT = "xóa nhầm thì thêm --yes để nhận các dòng khác; muốn bỏ thì thêm --remove"
