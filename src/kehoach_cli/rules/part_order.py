"""Thành phần đặt sai chỗ.

Vì sao: mỗi thành phần có ô riêng trên trang; đặt sai chỗ thì người nhận và phần mềm không nhận ra.

Cách sửa: chuyển về đúng chỗ theo sơ đồ bố trí.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục IV (sơ đồ bố trí các thành phần thể thức).

Sai: tiêu ngữ đặt trên quốc hiệu.

    # van-ban/ke-hoach.docx
    Tiêu ngữ: lên trên  # <- KH810

Suýt nhầm: «Nơi nhận» ở bên trái, ngang với người ký.

    # van-ban/ke-hoach.docx


Đúng:

    # van-ban/ke-hoach.docx
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH810"
NAME = "part-order"
SEVERITY = Severity.ERROR
MESSAGE = {
    "below": "{part}: phải ở dưới {other} theo {law}{more}",
    "left": "{part}: phải ở bên trái {other} theo {law}{more}",
}
HINT = "chuyển về đúng chỗ theo sơ đồ bố trí của Nghị định"
