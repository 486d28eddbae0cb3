"""The words that templates and plans' texts may use: names, filters, directives, tables.

Kept apart from what makes them, so that texts can be checked without computing anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kehoach_cli.document.markup import Directive
from kehoach_cli.drafting.naming import meant
from kehoach_cli.drafting.wording import capitalised, closed, figure, sentence, uncapitalised
from kehoach_cli.vn.dates import Month, format_day, long_day, pad_month
from kehoach_cli.vn.money import with_unit
from kehoach_cli.vn.text import join_vi

NAMES = (
    *("agency", "issuer", "focal", "office", "plan", "plan_cited", "plan_grounds", "recipients"),
    *("report", "letter", "sender", "cooperation", "budget", "challenges", "session", "amendment"),
    *("correction", "consultation", "collective_line", "params", "as_of"),
)
"""What ``context.names`` gives to every template."""

TABLES = (
    "nhiem-vu-phu-luc",
    "theo-don-vi",
    "trach-nhiem",
    "nhiem-vu",
    "cam-ket",
    "qua-han",
    "chua-bao-cao",
    "kho-khan",
    "de-xuat",
    "don-doc",
    "don-vi-bao-cao",
    "danh-sach-don-vi",
    "viec-cua-don-vi",
    "cam-ket-cua-don-vi",
    "phan-chia",
    "van-ban-hop-tac",
    "cam-ket-doi-tac",
    "nhu-cau-kinh-phi",
    "kinh-phi-theo-nguon",
    "chua-neu-kinh-phi",
    "kinh-phi-theo-don-vi",
    "so-ky-truoc",
    "bai-toan",
    "tra-loi-bai-toan",
    "nhu-cau-bai-toan",
    "de-xuat-bai-toan",
    "nhiem-vu-bai-toan",
    "khach-moi",
    "noi-dung-lam-viec",
    "chuan-bi-noi-dung",
    "sua-doi",
    "dinh-chinh",
    "y-kien",
    "trich-nhiem-vu",
)
"""What «ten=…» may name; ``tables.TABLES`` makes them."""

PICTURES = ("theo-ke-hoach", "theo-don-vi", "thoi-gian-nhiem-vu", "thoi-gian-trach-nhiem")
"""What «::: hinh ten=…» may name; ``pictures.PICTURES`` makes them."""

DIRECTIVES: Mapping[str, tuple[str, ...]] = {
    "mo-dau": (),
    "cac-muc": (),
    "phu-luc-ke-hoach": (),
    "bang": ("ten",),
    "hinh": ("ten",),
    "phu-luc": ("ten",),
    "phu-luc-chu": ("tieu-de",),
}
"""Directives of a template with the words each needs; ``directives`` makes their blocks."""

OPTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    name: {"huong": ("doc", "ngang")} for name in ("phu-luc-ke-hoach", "phu-luc", "phu-luc-chu")
}
"""Words that a directive may have besides, with their values: which way an annex's pages lie."""

IN_PLAN_TEXT = ("bang",)
"""Those that a plan's own text may use as well."""


def problem_of(found: Directive, *, in_plan_text: bool) -> str:
    """Why a directive cannot be answered, in Vietnamese, or ""; needs no figures."""
    known = IN_PLAN_TEXT if in_plan_text else tuple(DIRECTIVES)
    if found.name not in known:
        return f"không có chỉ dẫn «{found.name}»{meant(found.name, known)}"
    if problem := _problem_of_args(found):
        return problem
    noun, known = ("hình", PICTURES) if found.name == "hinh" else ("bảng", TABLES)
    wanted = found.args.get("ten", known[0])
    return "" if wanted in known else f"không có {noun} «{wanted}»{meant(wanted, known)}"


def _problem_of_args(found: Directive) -> str:
    needs, options = DIRECTIVES[found.name], OPTIONS.get(found.name, {})
    if set(found.args) - set(options) != set(needs):
        words = [*(f"{name}=…" for name in needs), *(f"[{name}=…]" for name in options)]
        expected = " ".join(words) or "không kèm gì"
        return f"chỉ dẫn «{found.name}» sai tham số, phải là: {expected}"
    for name, values in options.items():
        if name in found.args and found.args[name] not in values:
            return f"«{name}» phải là {' hoặc '.join(values)}"
    return ""


def _day(value: date | Month | None) -> str:
    match value:
        case date():
            return format_day(value)
        case Month():
            return f"{pad_month(value.month)}/{value.year}"
        case None:
            return ""


FILTERS: Mapping[str, Callable[..., object]] = {
    "ngay": _day,
    "ngay_dai": long_day,
    "so_2_chu_so": figure,
    "tien": with_unit,
    "noi": join_vi,
    "cau": sentence,
    "ket_thuc": closed,
    "hoa_dau": capitalised,
    "thuong_dau": uncapitalised,
}
"""Filters by the names that templates use, beside Jinja's own."""
