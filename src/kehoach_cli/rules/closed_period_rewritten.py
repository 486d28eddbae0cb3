"""Báo cáo của kỳ đã chốt bị thay đổi so với bản trước.

Vì sao: số liệu của kỳ đã chốt đã vào báo cáo gửi đi; thay đổi lặng lẽ thì hai nơi nói hai con số.
Khác KH320 ở chỗ so với bản trong git, nên sửa cả dấu vân tay cũng bị thấy.

Cách sửa: trả lại nội dung cũ, hoặc mở lại kỳ bằng văn bản: kehoach period reopen.

Căn cứ: docs/quyen-sua.md; docs/figures.md (kỳ đã chốt).

Sai: sửa báo cáo sau khi chốt, sửa luôn dấu vân tay.

    # truoc/data/plans/mau/closings.yaml
    - period: "2027"
      closed: 2027-12-17
      fingerprint: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc  # <- KH116
    period: "2027"
    reported: 2027-06-20
    nothing_to_report: true

Suýt nhầm: báo cáo của kỳ chưa chốt.

    # truoc/data/plans/mau/closings.yaml
    - period: 2026
      closed: 2026-12-17
      fingerprint: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc
    period: "2027"
    reported: 2027-06-20
    nothing_to_report: true

Đúng: kỳ được mở lại bằng văn bản.

    # truoc/data/plans/mau/closings.yaml
    - period: "2027"
      closed: 2027-12-17
      fingerprint: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    # data/plans/mau/closings.yaml
    - period: "2027"
      closed: 2027-12-17
      fingerprint: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
      reopened:
        date: 2028-01-05
        document: {number: 8/UBND-TH, date: 2028-01-05}
        reason: Bổ sung báo cáo
    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc
    period: "2027"
    reported: 2027-06-20
    nothing_to_report: true
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH116"
NAME = "closed-period-rewritten"
SEVERITY = Severity.ERROR
MESSAGE = "kỳ {period} đã chốt ngày {day} nhưng báo cáo hoặc minh chứng của {name} bị thay đổi"
HINT = "trả lại nội dung cũ, hoặc mở lại kỳ bằng văn bản: kehoach period reopen {period} …"
