r"""Tên tệp, thư mục mà máy Windows không nhận.

Vì sao: Windows giữ riêng vài tên (`con`, `nul`, `aux` …) và không cho dùng `:`, `?`, `*`, `"`, `<`,
`>`, `|`, `\`, dấu chấm hay dấu cách ở cuối. Một tệp tên như vậy là đủ để đồng nghiệp dùng Windows
không lấy được cả thư mục làm việc về từ git.

Cách sửa: đổi tên tệp hoặc thư mục, sửa cả chỗ nhắc tới tên cũ.

Căn cứ: quy tắc đặt tên của Windows; git trên Windows từ chối các tên này.

Sai: tên của một thiết bị, dù có đuôi gì.

    # data/plans/mau/evidence/aux.txt
    Biên bản bàn giao  # <- KH014

Sai: dấu hai chấm trong tên minh chứng.

    # data/plans/mau/evidence/bien-ban:1.txt
    Biên bản bàn giao  # <- KH014

Sai: thư mục kết thúc bằng dấu chấm.

    # data/plans/mau/evidence/dot-1./bien-ban.txt
    Biên bản bàn giao  # <- KH014

Suýt nhầm: tên dài hơn thì không trùng tên thiết bị.

    # data/plans/mau/evidence/con-dau.txt
    Biên bản bàn giao

Đúng:

    # data/plans/mau/evidence/bien-ban-1.txt
    Biên bản bàn giao
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Severity, Span
from kehoach_cli.rules.base import Context
from kehoach_cli.source.file_names import refused_by_windows, way_to

CODE = "KH014"
NAME = "windows-name"
SEVERITY = Severity.WARNING
MESSAGE = {
    "device": "Windows giữ riêng tên «{name}», máy Windows không lấy được thư mục làm việc về",
    "sign": "tên «{name}» có ký tự cấm, máy Windows không lấy được thư mục làm việc về",
    "end": "tên «{name}» có dấu chấm hoặc dấu cách ở cuối, máy Windows không lấy được thư mục về",
}
HINT = dict.fromkeys(MESSAGE, "đổi tên {what}, sửa cả chỗ nhắc tới tên cũ")


def check(ctx: Context) -> Iterator[Found]:
    """Every such name once: of a folder at the first file below it."""
    seen: set[str] = set()
    for path in sorted(ctx.ws.paths):
        for above in way_to(path):
            name = above.rpartition("/")[2]
            if above not in seen and (reason := refused_by_windows(name)):
                yield _found(path, name, reason, "tệp" if above == path else "thư mục")
            seen.add(above)


def _found(path: str, name: str, reason: str, what: str) -> Found:
    return Found(Place(path, span=Span(path)), {"reason": reason, "name": name, "what": what})
