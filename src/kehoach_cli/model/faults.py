"""Refusals of the models, turned into faults with a place and what would have been accepted.

pydantic's English sentences never reach a user: each of its error types that our models can give
stands in one table here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kehoach_cli.diagnostics import DataPath, Fault, Place
from kehoach_cli.model.fields import EXPECTED_BY_PATTERN, Entity
from kehoach_cli.model.shape import keys_at
from kehoach_cli.vn.text import nearest

EXPECTED_BY_TYPE = {
    "bool_type": "true hoặc false",
    "dict_type": "các cặp «khóa: giá trị»",
    "model_type": "các cặp «khóa: giá trị»",
    "model_attributes_type": "các cặp «khóa: giá trị»",
    "string_type": "chữ (đặt trong ngoặc kép nếu là true, false hoặc null)",
    "string_too_short": "ít nhất một chữ",
    "string_too_long": "chuỗi ngắn hơn",
    "tuple_type": "một danh sách, mỗi dòng bắt đầu bằng «- »",
    "too_short": "ít nhất một mục",
}
"""What was expected, by pydantic's error type; patterns and literals say it themselves."""

_SHOWN = 60


def faults_of(
    error: ValidationError, model: type[Entity], file: str, path: DataPath
) -> list[Fault]:
    """One fault for each refusal of ``model`` at ``path`` of ``file``."""
    return list(_faults(error, model, file, path))


def _faults(
    error: ValidationError, model: type[Entity], file: str, path: DataPath
) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        loc = tuple(detail["loc"])
        where = (*path, *loc)
        match detail["type"]:
            case "extra_forbidden":
                yield _unknown_key(model, file, where, loc)
            case "missing":
                args = {"key": _key(loc), "entity": _id(detail)}
                yield Fault("missing-key", Place(file, where[:-1], on="key"), args)
            case "money-without-unit":
                args = {"key": _key(loc), "got": show(detail["input"])}
                yield Fault("money-without-unit", Place(file, where), args)
            case _:
                yield _wrong_value(detail, file, where)


def _unknown_key(model: type[Entity], file: str, where: DataPath, loc: DataPath) -> Fault:
    known = keys_at(model, loc[:-1])
    key = _key(loc)
    args = {"key": key, "nearest": nearest(key, known) or "", "known": ", ".join(known)}
    return Fault("unknown-key", Place(file, where, on="key"), args)


def _wrong_value(detail: ErrorDetails, file: str, where: DataPath) -> Fault:
    args = {
        "key": _key(where) or file.rpartition("/")[2],
        "got": show(detail["input"]),
        "expected": _expected(detail),
    }
    return Fault("wrong-value", Place(file, where), args)


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "expected":
            return str(context["expected"])
        case "literal_error":
            return "một trong: " + ", ".join(re.findall(r"'([^']*)'", str(context["expected"])))
        case "string_pattern_mismatch":
            pattern = str(context["pattern"])
            return EXPECTED_BY_PATTERN.get(pattern, f"chữ đúng dạng {pattern}")
        case other:
            return EXPECTED_BY_TYPE[other]


def _key(loc: DataPath) -> str:
    return next((str(part) for part in reversed(loc) if isinstance(part, str)), "")


def _id(detail: ErrorDetails) -> str:
    value: Any = detail["input"]
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def show(value: object) -> str:
    """A refused value in a few Vietnamese words; never a list or map written out."""
    match value:
        case None:
            return "để trống"
        case bool():
            return "true" if value else "false"
        case list():
            return "một danh sách"
        case dict():
            return "các cặp «khóa: giá trị»"
        case _:
            text = " ".join(str(value).split())
            return f"«{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}»"
