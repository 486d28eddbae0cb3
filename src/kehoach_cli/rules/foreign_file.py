"""Đơn vị báo cáo sửa tệp không phải của mình.

Vì sao: mỗi đơn vị chỉ chịu trách nhiệm về báo cáo của mình; sửa kế hoạch, danh bạ hay báo cáo của
nơi khác là việc của cơ quan đầu mối.

Cách sửa: bỏ thay đổi ở tệp đó khỏi nhánh; cần sửa thì đề nghị cơ quan đầu mối.

Căn cứ: docs/quyen-sua.md.

Sai: Sở Tài chính sửa nhiệm vụ.

    # sua/data/plans/mau/tasks.yaml
    tasks.2.note: Ghi thêm  # <- KH114
    # lenh/--as
    so-tc

Sai: báo cáo của mình nhưng ghi tên nơi khác.

    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-yt  # <- KH114
    period: "2027"
    reported: 2027-06-20
    nothing_to_report: true
    # lenh/--as
    so-tc

Suýt nhầm: thêm tệp minh chứng mới.

    # data/plans/mau/evidence/quyet-dinh.txt
    Quyết định (nội dung giả định)
    # lenh/--as
    so-tc

Đúng: báo cáo của mình.

    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc
    period: "2027"
    reported: 2027-06-20
    nothing_to_report: true
    # lenh/--as
    so-tc
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH114"
NAME = "foreign-file"
SEVERITY = Severity.ERROR
_MAY = "chỉ được sửa báo cáo của mình và thêm tệp minh chứng"
MESSAGE = {
    "file": f"«{{sender}}» không được sửa «{{file}}»: {_MAY}",
    "mode": f"«{{sender}}» không được đổi quyền chạy của «{{file}}»: {_MAY}",
    "link": "«{sender}» không được đặt liên kết (symlink) ở «{file}»: phải là tệp thật",
    "named": "«{file}» là báo cáo của «{sender}» nhưng ghi sender: {got}",
}
HINT = {
    "file": "bỏ thay đổi ở tệp này khỏi nhánh, hoặc đề nghị cơ quan đầu mối sửa",
    "mode": "trả lại quyền cũ: git checkout <nhánh chính> -- {file}",
    "link": "thay liên kết bằng chính tệp đó, hoặc bỏ khỏi nhánh",
    "named": "ghi sender: {sender}",
}
