"""How differences between two readings of a workspace are said."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.fields import Entity
from kehoach_cli.vn.money import with_unit
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.changes import Change, Value
from kehoach_cli.workspace.changes.things import SORTS
from kehoach_cli.workspace.schemas import meaning

THING_LABELS: Mapping[str, str] = {
    "plan": "kế hoạch",
    "section": "mục",
    "issued-text": "nguyên văn đã ký",
    "annex": "Phụ lục",
    "task": "nhiệm vụ",
    "extension": "gia hạn",
    "amendment": "văn bản sửa đổi, đính chính",
    "commitment": "cam kết",
    "report": "báo cáo",
    "task-report": "báo cáo về nhiệm vụ",
    "commitment-report": "báo cáo về cam kết",
    "difficulty": "khó khăn, vướng mắc",
    "proposal": "đề xuất",
    "receipt": "báo cáo đến",
    "proposal-decision": "ý kiến về đề xuất",
    "difficulty-step": "xử lý khó khăn",
    "closing": "chốt kỳ",
    "letter": "công văn đi",
    "session": "chương trình làm việc",
    "challenge": "bài toán lớn",
    "partner": "đối tác",
    "agreement": "văn bản hợp tác",
    "round": "kỳ báo cáo",
    "agency": "cơ quan, đơn vị",
    "settings": "thiết lập chung",
}
"""What things are called."""

_ASPECTS: Mapping[str, str] = {
    "annex.columns": "các cột",
    "annex.order": "thứ tự nhiệm vụ tại Phụ lục",
    "annex.title": "tên Phụ lục",
    "approver": "cấp phê duyệt",
    "assigned": "ngày giao",
    "challenge": "bài toán lớn",
    "closing": "lời kết",
    "commitment.counterpart": "cơ quan của tỉnh được nêu",
    "commitment.letter": "chữ cái của điểm",
    "commitment.province_does": "phần việc của tỉnh",
    "commitment.recurrence": "thực hiện",
    "commitments": "cam kết được in",
    "document": "văn bản",
    "due": "thời hạn",
    "due_set_by": "văn bản ấn định thời hạn",
    "duties": "trách nhiệm được in",
    "filing": "dòng lưu",
    "granted": "văn bản cho phép",
    "grounds": "căn cứ",
    "group": "nhóm nhiệm vụ",
    "heading": "tên mục",
    "intro": "lời mở đầu",
    "issued-text.text": "lời văn đã ký",
    "kept": "mức thực hiện",
    "lead": "chủ trì",
    "milestones": "mốc",
    "money": "kinh phí",
    "note": "ghi chú",
    "number": "số, ký hiệu",
    "others": "vai trò khác",
    "parts": "nội dung cam kết",
    "period": "giai đoạn",
    "partners": "đối tác",
    "person": "người, đơn vị phụ trách",
    "plan.text": "nguồn của lời văn",
    "product": "sản phẩm",
    "recipients": "nơi nhận",
    "result": "kết quả",
    "section.order": "thứ tự trách nhiệm",
    "signer": "người ký",
    "split": "phân chia",
    "state": "tình trạng",
    "status": "trạng thái",
    "support": "phối hợp",
    "task.kind": "loại nhiệm vụ",
    "task.mode": "giao hay đề nghị",
    "task.source": "nguồn gốc",
    "text": "lời văn",
    "title": "tên",
}
"""Keys in a word or two, some only of one thing; the others are called as editors explain them."""

_VERBS = {"added": "thêm", "removed": "bỏ", "changed": "đổi"}
_MODELS: Mapping[str, type[Entity]] = {sort.thing: model for model, sort in SORTS.items()}


def change_words(one: Change) -> str:
    """«đổi thời hạn», «thêm nhiệm vụ», «đổi kinh phí (needed, 2027, Ngân sách tỉnh)»."""
    if not one.aspect:
        return f"{_VERBS[one.kind]} {THING_LABELS[one.thing]}"
    verb = "bổ sung" if one.old is None else "bỏ" if one.new is None else "đổi"
    key, _, rest = one.aspect.partition(":")
    return f"{verb} {aspect_words(one.thing, key)}{_rest(key, rest)}"


def aspect_words(thing: str, key: str) -> str:
    """What a key is called."""
    model = _MODELS.get(thing)
    known = _ASPECTS.get(f"{thing}.{key}") or _ASPECTS.get(key)
    return known or (meaning(model, key).partition(";")[0] if model else key)


_PARTS: Mapping[str, str] = {
    "needed": "nhu cầu",
    "allocated": "đã bố trí",
    "estimated": "ước thực hiện",
    "spent": "đã chi",
    "partner_does": "phần đối tác",
    "province_does": "phần của tỉnh",
    "province_money": "tỉnh bố trí kinh phí",
    "agreed": "văn bản thống nhất",
    "announced": "văn bản thông báo",
    "tinh": "cấp tỉnh",
    "xa": "cấp xã",
    "dau-tu": "đầu tư",
    "thuong-xuyen": "thường xuyên",
    "khcn-dmst-cds": "KHCN, ĐMST, CĐS",
}


def _rest(key: str, rest: str) -> str:
    if not rest:
        return ""
    parts = [_PARTS.get(part, part) for part in rest.split(", ")]
    return f" ({', '.join(parts)})" if key else ""


def value_words(old: Workspace, new: Workspace, value: Value, aspect: str = "") -> str:
    """Words as they are, amounts with their unit, actors by their short names."""
    match value:
        case None:
            return ""
        case str():
            return _named(old, new, value) if aspect in _NAMING else value
        case int():
            return with_unit(value)
    return "; ".join(_name(old, new, one) for one in value)


_NAMING = frozenset({"recipients", "others", "duties", "invited", "preparation", "answered"})
"""Keys whose lines begin with ids or hold them beside words."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def _named(old: Workspace, new: Workspace, text: str) -> str:
    return _ID.sub(lambda match: _name(old, new, match[0]), text)


def _name(old: Workspace, new: Workspace, actor: str) -> str:
    return short_name_of(new if actor in new.actors else old, actor)
