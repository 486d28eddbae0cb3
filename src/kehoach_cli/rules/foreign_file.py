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
MESSAGE = "«{sender}» không được sửa «{file}»: chỉ được sửa báo cáo của mình và thêm tệp minh chứng"
HINT = "bỏ thay đổi ở tệp này khỏi nhánh, hoặc đề nghị cơ quan đầu mối sửa"
