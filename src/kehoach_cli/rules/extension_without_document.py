"""Gia hạn chưa có văn bản cho phép.

Vì sao: chưa có văn bản đồng ý thì thời hạn cũ vẫn còn hiệu lực; nhiệm vụ vẫn tính quá hạn theo
thời hạn cũ.

Cách sửa: ghi số và ngày của văn bản đồng ý vào khóa granted. Mới chỉ đề nghị thì ghi ở khóa
requested và chờ trả lời.

Căn cứ: docs/data-model.md (tệp extensions.yaml).

Sai:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028  # <- KH204
      reason: chờ kinh phí

Sai: mới đề nghị, chưa được trả lời.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      requested: {number: 45/TTr-SKHCN, date: 20/6/2027}  # <- KH204

Suýt nhầm: văn bản đồng ý chưa vào sổ nên chỉ có ngày.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {type: Công văn, date: 30/6/2027}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.plan import Extension
from kehoach_cli.rules.base import Context

CODE = "KH204"
NAME = "extension-without-document"
SEVERITY = Severity.WARNING
MESSAGE = {
    "none": "gia hạn nhiệm vụ {task} đến «{due}» chưa có văn bản cho phép",
    "requested": "đề nghị gia hạn nhiệm vụ {task} đến «{due}» chưa được trả lời",
    "unnamed": "văn bản cho gia hạn nhiệm vụ {task} đến «{due}» không có số, không có ngày",
}
HINT = {
    "none": "ghi số, ngày của văn bản đồng ý vào khóa granted; đến lúc ấy thời hạn cũ còn hiệu lực",
    "requested": "có văn bản đồng ý thì ghi vào khóa granted; đến lúc ấy thời hạn cũ còn hiệu lực",
    "unnamed": "ghi number hoặc date của văn bản",
}
_KEYS = {"none": "due", "requested": "requested", "unnamed": "granted"}


def check(ctx: Context) -> Iterator[Found]:
    """Extensions that no document with a number or a day has granted."""
    for item in ctx.ws.of(Extension):
        extension = item.value
        reason = _reason(extension)
        if reason:
            args = {"reason": reason, "task": extension.task, "due": extension.due}
            yield Found(item.at(_KEYS[reason]), args)


def _reason(extension: Extension) -> str:
    granted = extension.granted
    if granted is None:
        return "requested" if extension.requested else "none"
    return "" if granted.number or granted.date else "unnamed"
