"""Biểu của một kỳ đã chốt.

Vì sao: số liệu của kỳ đã chốt đã vào báo cáo gửi đi; thay đổi lặng lẽ thì hai nơi nói hai con số.

Cách sửa: mở lại kỳ bằng văn bản (kehoach period reopen) rồi nhận biểu; hoặc báo cáo vào kỳ sau.

Căn cứ: docs/figures.md (kỳ đã chốt).

Sai: kỳ 2027 đã chốt.

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện  # <- KH903
    # data/plans/mau/closings.yaml
    - period: "2027"
      closed: 2027-12-17
      fingerprint: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

Suýt nhầm: kỳ đã chốt nhưng biểu không có gì mới.

    # bieu/so-khcn.xlsx
    # data/plans/mau/closings.yaml
    - period: "2027"
      closed: 2027-12-17
      fingerprint: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH903"
NAME = "form-closed-period"
SEVERITY = Severity.ERROR
MESSAGE = "kỳ {period} của kế hoạch «{plan}» đã chốt ngày {day} nên không nhận thêm"
HINT = "mở lại kỳ bằng văn bản: kehoach period reopen {period} …"
