"""How many findings, and in how much: the same words in every format for people."""

from __future__ import annotations

from kehoach_cli.diagnostics import Severity
from kehoach_cli.reporters.base import Summary

SEVERITY_NAMES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}

NONE_FOUND = "Không có lỗi"


def counts(summary: Summary) -> tuple[tuple[str, Severity], ...]:
    """«1 lỗi», «2 cảnh báo», each with its severity; what was not found is left out."""
    found = (
        (summary.errors, Severity.ERROR),
        (summary.warnings, Severity.WARNING),
        (summary.infos, Severity.INFO),
    )
    return tuple((f"{count} {SEVERITY_NAMES[one]}", one) for count, one in found if count)


def scope(summary: Summary) -> str:
    """«4 tệp (5 kế hoạch, 6 nhiệm vụ, 7 cam kết)»; only «4 tệp» where no data was looked at."""
    if not (summary.plans or summary.tasks or summary.commitments):
        return f"{summary.files} tệp"
    return (
        f"{summary.files} tệp ({summary.plans} kế hoạch, {summary.tasks} nhiệm vụ, "
        f"{summary.commitments} cam kết)"
    )


def unchecked(summary: Summary) -> str:
    """A sentence that names the files whose content is unknown; "" when there is none."""
    names = ", ".join(summary.unchecked)
    return f"Chưa kiểm tra được nội dung: {names}." if names else ""


def sentence(summary: Summary) -> str:
    """All of it in one line."""
    found = ", ".join(words for words, _ in counts(summary)) or NONE_FOUND
    return " ".join(filter(None, (f"{found} trong {scope(summary)}.", unchecked(summary))))
