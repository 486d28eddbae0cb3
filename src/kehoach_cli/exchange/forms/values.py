"""What a field of the data says as a plain text that both sides of a merge can be compared by.

A text of this kind is called *told*: codes of choices, ISO 8601 days, whole đồng, tidied words;
None is an empty cell. Equal contents are equal texts, however somebody has typed them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kehoach_cli.drafting.wording import reference
from kehoach_cli.exchange.forms.layout import Column
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.register import Document
from kehoach_cli.model.report import Evidence
from kehoach_cli.model.status import Status
from kehoach_cli.source.fold import Data
from kehoach_cli.vn.dates import day_or_none, parse_day
from kehoach_cli.vn.money import with_unit
from kehoach_cli.vn.text import nfc

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_LONG_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
_CITED = re.compile(
    r"(?:(?P<type>.*?\S)\s+)??(?:số\s+)?(?P<number>[0-9]+[A-Za-z]?/(?=[^\s/]*[^\W\d_])[^\s/,;]+)"
    r"(?:\s*,)?(?:\s+ngày (?P<day>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}))?(?:\s*,)?(?:\s+(?P<rest>.*))?",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_FILE, _NEWS = "Tệp ", "Tin: "
_ISSUER, _ABOUT = "của ", " về "

Told = str | None


class NotADay(ValueError):  # noqa: N818 - named for what happened
    """A document's day that no calendar has."""


def tidy(text: str) -> str:
    """Composed, unseen characters out, one space between words, line by line."""
    lines = _UNSEEN.sub("", nfc(text)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join(_CONTROL.sub(" ", line).split()) for line in lines).strip("\n")


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(tidy(text).split())


def told(column: Column, value: object) -> Told:
    """A value of a model, told; None where it says nothing."""
    if value is None or value is False:
        return None
    if column.kind == "actors" and isinstance(value, tuple):
        return "\n".join(dict.fromkeys(value)) or None
    return _text_of(value, keeps_lines=column.kind == "text") or None


def _text_of(value: object, *, keeps_lines: bool) -> str:
    match value:
        case Status(code=code):
            text = code
        case date():
            text = value.isoformat()
        case Document():
            text = one_line(reference(value))
        case tuple():
            text = "\n".join(filter(None, map(_told_evidence, value)))
        case str():
            text = tidy(value) if keeps_lines else one_line(value)
        case _:
            text = str(value).lower()
    return text


def _told_evidence(one: Evidence) -> str:
    parts = (
        reference(one.document) if one.document else "",
        f"{_FILE}{one.file}" if one.file else "",
        one.link or "",
        f"{_NEWS}{one.news}" if one.news else "",
    )
    return " ".join(one_line(part) for part in parts if part)


def told_document(text: str) -> str:
    """A document as somebody typed it, told as the data will tell it."""
    return one_line(reference(Document.model_validate(cited(text))))


def told_products(text: str) -> str:
    """Products line by line; several in a row behind «;» where each of them is one by itself."""
    lines = [part for line in tidy(text).split("\n") for part in _parted(line) if part]
    return "\n".join(one if _is_plain(one) else told_document(one) for one in lines)


def _parted(line: str) -> list[str]:
    parts = [part.strip() for part in line.split(";") if part.strip()]
    is_each = all(_LINK.fullmatch(part) or _CITED.fullmatch(part) for part in parts)
    return parts if len(parts) > 1 and is_each else [line.strip().rstrip(";").strip()]


def _is_plain(line: str) -> bool:
    return bool(_LINK.fullmatch(line)) or line.startswith((_FILE, _NEWS))


def cited(text: str) -> dict[str, Data]:
    """Type, number, day, issuer and title of a document cited in one line.

    A line without a number is a document that has nothing but its name.

    Raises:
        NotADay: «ngày 31/02/2027».
    """
    line = _LONG_DAY.sub(r"ngày \1/\2/\3", one_line(text))
    found = _CITED.fullmatch(line)
    if found is None:
        return {"type": line}
    said: dict[str, Data] = {"number": found["number"].rstrip(".")}
    if found["day"]:
        day = parse_day(found["day"])
        if day is None:
            raise NotADay(found["day"])
        said["date"] = day.isoformat()
    rest = (found["rest"] or "").rstrip(" .")
    if rest.startswith(_ISSUER):
        issuer, sign, title = rest.removeprefix(_ISSUER).partition(_ABOUT)
        said["issuer"] = issuer
        rest = f"{_ABOUT.strip()} {title}" if sign else ""
    if rest:
        said["title"] = rest
    usual = reference(Document.model_validate(said)).partition(" số ")[0]
    kind = (found["type"] or "").removesuffix(" số").strip()
    return {**({"type": kind} if kind and kind != usual else {}), **said}


def data_of(column: Column, value: str, held: Mapping[str, Data]) -> Data:
    """What a told value is in the data file; ``held``: products as told → as the file has them."""
    match column.kind:
        case "document":
            return dict(cited(value))
        case "products":
            return [held.get(line) or _evidence(line) for line in value.split("\n")]
        case "choice" if column.choices == "yes":
            return value == "true"
        case "money" | "millions":
            return with_unit(int(value))
        case "actors":
            return list[Data](value.split("\n"))
        case _:
            return value


def _evidence(line: str) -> Data:
    if _LINK.fullmatch(line):
        return {"link": line}
    for mark, key in ((_FILE, "file"), (_NEWS, "news")):
        if line.startswith(mark):
            return {key: line.removeprefix(mark)}
    return {"document": dict(cited(line))}


def held_products(entity: Entity | None, raw: Data) -> dict[str, Data]:
    """The products of an entry as told → as they stand in its file."""
    listed = raw.get("product") if isinstance(raw, dict) else None
    products = getattr(entity, "product", ())
    if not isinstance(listed, list) or not isinstance(products, tuple):
        return {}
    return {_told_evidence(one): item for one, item in zip(products, listed, strict=False)}


def day_of(value: str) -> date | None:
    """The day of a told one."""
    year, month, day = map(int, value.split("-"))
    return day_or_none(year, month, day)
