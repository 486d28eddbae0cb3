"""Hai tên trong một thư mục chỉ khác chữ hoa, chữ thường hoặc cách viết dấu.

Vì sao: Windows và macOS coi `Bien-ban.txt` và `bien-ban.txt` là một tệp, và coi chữ Việt dựng sẵn
với dấu rời là một. Lấy thư mục làm việc về những máy ấy thì một trong hai mất, không ai hay.

Cách sửa: xóa tệp chép thừa, hoặc đổi tên một trong hai, sửa cả chỗ nhắc tới tên cũ.

Căn cứ: cách so tên tệp của Windows (NTFS) và macOS (APFS).

Sai: hai minh chứng chỉ khác chữ hoa.

    # data/plans/mau/evidence/Bien-ban.txt
    Biên bản bàn giao

    # data/plans/mau/evidence/bien-ban.txt
    Biên bản bàn giao lần hai  # <- KH015

Sai: hai thư mục chỉ khác chữ hoa.

    # data/plans/mau/evidence/Anh/1.txt
    Ảnh chụp

    # data/plans/mau/evidence/anh/2.txt
    Ảnh chụp  # <- KH015

Suýt nhầm: cùng tên nhưng ở hai thư mục khác nhau.

    # data/plans/mau/evidence/dot-1/bien-ban.txt
    Biên bản bàn giao

    # data/plans/mau/evidence/dot-2/Bien-ban.txt
    Biên bản bàn giao

Đúng:

    # data/plans/mau/evidence/bien-ban-1.txt
    Biên bản bàn giao

    # data/plans/mau/evidence/bien-ban-2.txt
    Biên bản bàn giao lần hai
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Related, Severity, Span
from kehoach_cli.rules.base import Context
from kehoach_cli.source.file_names import way_to
from kehoach_cli.source.footprint import COMMON, part_of
from kehoach_cli.vn.text import nfc

CODE = "KH015"
NAME = "names-alike"
SEVERITY = Severity.WARNING
MESSAGE = {
    "case": "Windows và macOS coi «{name}» và «{other}» là một tên; ở đó một trong hai sẽ mất",
    "marks": "macOS coi hai tên «{name}» (dựng sẵn, dấu rời) là một; ở đó một trong hai sẽ mất",
}
HINT = dict.fromkeys(MESSAGE, "xóa bản chép thừa, hoặc đổi tên một trong hai")


def check(ctx: Context) -> Iterator[Found]:
    """Every name that another system takes for one before it, at the first file that has it.

    What plans share is compared with itself, a plan's folder with those of plans: they are read
    apart.
    """
    first: dict[tuple[bool, str], tuple[str, str]] = {}
    told: set[str] = set()
    for path in sorted(ctx.ws.paths.difference(_missing(ctx))):
        is_shared = part_of(path) == COMMON
        for above in way_to(path):
            own, at = first.setdefault((is_shared, nfc(above.lower())), (above, path))
            if own != above and above not in told and _is_beside(own, above):
                told.add(above)
                here = Related(_beginning(at), "tên kia ở đây")
                yield Found(_beginning(path), _args(own, above), (here,))


def _missing(ctx: Context) -> Iterator[str]:
    """Files that the workspace should have, and has not."""
    for fault in ctx.ws.faults:
        if fault.args.get("reason") == "missing":
            yield fault.place.file


def _beginning(file: str) -> Place:
    return Place(file, span=Span(file))


def _is_beside(own: str, above: str) -> bool:
    """Whether the names differ themselves, not only those of folders above them."""
    return own.rpartition("/")[2] != above.rpartition("/")[2]


def _args(own: str, above: str) -> dict[str, str]:
    other, name = own.rpartition("/")[2], above.rpartition("/")[2]
    reason = "marks" if nfc(other) == nfc(name) else "case"
    return {"reason": reason, "name": nfc(name), "other": nfc(other)}
