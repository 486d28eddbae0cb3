"""Không rõ biểu của ai, kỳ nào.

Vì sao: biểu được nhận vào tệp của đúng một đơn vị, một kỳ; không rõ đơn vị thì có thể ghi nhầm chỗ.

Cách sửa: gửi lại biểu do cơ quan đầu mối lập, giữ nguyên trang «Hướng dẫn»; hai người cùng điền thì
gửi và nhận từng tệp một.

Căn cứ: docs/data-model.md (mỗi đơn vị một tệp báo cáo).

Sai: mã đơn vị bị sửa thành một đơn vị khác.

    # bieu/so-khcn.xlsx
    Mã đơn vị: so-tc  # <- KH902

Suýt nhầm: tên đơn vị bị sửa nhưng mã còn nguyên.

    # bieu/so-khcn.xlsx
    Đơn vị báo cáo: Sở KHCN

Đúng:

    # bieu/so-khcn.xlsx
    pl-1 · Tình trạng: Đang thực hiện
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH902"
NAME = "form-foreign"
SEVERITY = Severity.ERROR
MESSAGE = {
    "not-a-form": "trong tệp không thấy «{sender}» và «{period}» nên không rõ biểu của ai, kỳ nào",
    "two-forms": "biểu được lập cho «{own}» nhưng trang hướng dẫn ghi «{shown}»",
    "unknown-sender": "không có đơn vị «{sender}» trong danh bạ",
    "unknown-period": "không có kỳ báo cáo «{period}»",
    "tasks": "tệp là bảng nhiệm vụ của một kế hoạch, không phải biểu báo cáo",
    "no-tasks": "tệp không phải bảng nhiệm vụ do kehoach tasks export lập",
    "unknown-plan": "không có kế hoạch «{plan}», hoặc plan.yaml của nó không đọc được",
    "issued": "kế hoạch «{plan}» đã ban hành nên Phụ lục không sửa thẳng được",
    "broken-tasks": "«{file}» đang có lỗi nên chưa nhận thêm",
    "broken-report": "báo cáo kỳ {period} đã có của «{sender}» đang có lỗi nên chưa nhận thêm",
    "twice": "lần nhận này đã có một biểu khác của «{sender}» kỳ {period}: {first}",
}
HINT = {
    "not-a-form": "gửi lại bằng biểu do cơ quan đầu mối lập: kehoach forms export",
    "two-forms": "gửi lại bằng biểu lập cho đúng đơn vị, đúng kỳ",
    "unknown-sender": "gửi lại bằng biểu do cơ quan đầu mối lập",
    "unknown-period": "gửi lại bằng biểu do cơ quan đầu mối lập",
    "tasks": "nhận bằng kehoach tasks import",
    "no-tasks": "biểu báo cáo, sổ theo dõi thì nhận bằng kehoach forms import",
    "unknown-plan": "lập lại bảng: kehoach tasks export KẾ_HOẠCH",
    "issued": "sửa bằng văn bản sửa đổi, bổ sung: xem kehoach amend --help",
    "broken-tasks": "chạy kehoach validate, sửa tệp đó rồi nhận lại",
    "broken-report": "chạy kehoach validate, sửa tệp báo cáo đó rồi nhận lại",
    "twice": "nhận từng tệp một; điều hai tệp ghi khác nhau sẽ được nêu thành xung đột",
}
