"""A deadline with words beside it, and several deadlines in one text.

«Tháng 9/2026 (sau khi …)» is a date with a remark. «Quý I/2026 lựa chọn nhiệm vụ. Quý IV/2026 báo
cáo» holds two milestones and ends with the later one. Texts come without slips
(``vn.due_spelling``) and with their capitals, which the remarks keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kehoach_cli.frozen import frozen
from kehoach_cli.vn.due_bounds import COMPLETION, alternatives
from kehoach_cli.vn.due_forms import Outcome, read_form
from kehoach_cli.vn.due_shapes import Bound, Due, DueProblem, DueShape, DueStep, Window
from kehoach_cli.vn.patterns import late

_IN_YEAR = r"(?:(?:/| năm |, năm )[0-9]{4})"
_DATE = "|".join(
    (
        r"(?:ngày )?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}",
        r"ngày [0-9]{1,2}/[0-9]{1,2}",
        rf"(?:ngày )?[0-9]{{1,2}} tháng [0-9]{{1,2}}{_IN_YEAR}?",
        rf"tháng [0-9]{{1,2}}{_IN_YEAR}?",
        r"[0-9]{1,2}/[0-9]{4}",
        rf"quý (?:[ivx]+|[0-9]{{1,2}})(?:{_IN_YEAR}|\b)",
        r"0?6 tháng (?:đầu|cuối) năm [0-9]{4}",
        r"năm [0-9]{4}",
    )
)
_LONE_YEAR = r"[0-9]{4}(?= ?[(,;:.]|$)"
_RANGE = rf"(?:{_DATE}|[0-9]{{4}})(?: ?[-–—] ?| đến hết | đến )(?:{_DATE}|[0-9]{{4}})"
_OFTEN = r"(?:,? (?:h[ằà]ng|mỗi) (?:năm|quý|tháng|tuần))"
_SUFFIX = rf"(?:{_OFTEN}|,? (?:trở đi|và (?:những|các) năm tiếp theo))?"
_ENDLESS = rf"(?:(?:nhiệm vụ )?thường xuyên{_OFTEN}?|(?:h[ằà]ng|mỗi) (?:năm|quý|tháng|tuần)\b)"
_NOT_MORE_OF_IT = r"(?! ?[-–—/0-9])"
_HEAD = late(
    rf"(?:{COMPLETION}(?:dự kiến )?(?:(?:{alternatives(*Bound)}) )?"
    rf"(?:{_RANGE}|{_DATE}|{_LONE_YEAR}){_SUFFIX}|{_ENDLESS}){_NOT_MORE_OF_IT}"
)
_TAIL = late(
    rf"(?P<label>\D.*?),? "
    rf"(?P<due>(?:{alternatives(Bound.WITHIN, Bound.BEFORE, Bound.BY)}) "
    rf"(?:{_RANGE}|{_DATE}|[0-9]{{4}}){_SUFFIX})"
)
_EXPECTED = late(r"dự kiến(?: \w+){0,3}", re.IGNORECASE)
_ENDS = ".;"
_EDGES = " ,:;.–-"


@frozen
class _Piece:
    """One statement of a text: what it is about, and what it says of the time."""

    label: str
    due: Outcome | None = None
    words: str = ""

    @property
    def year(self) -> int | None:
        """The year in which it ends."""
        is_dated = isinstance(self.due, Due) and self.due.last_day is not None
        return self.due.last_day.year if is_dated else None  # type: ignore[union-attr]


def read_words(text: str, window: Window | None) -> Outcome:
    """The deadline of a text, whole or taken apart; ``window`` as in ``vn.due.read_due``."""
    whole = _read_whole(text, window)
    if whole is not DueProblem.UNKNOWN_WORDS or len(text.lower()) != len(text):
        return whole
    pieces = [piece for part in _sentences(text) for piece in _pieces(part, window)]
    return _combined([_with_year(piece, n, pieces) for n, piece in enumerate(pieces)])


def _read_whole(text: str, window: Window | None) -> Outcome:
    """A text that is one form; its event in the letters of the text."""
    small = text.lower()
    outcome = read_form(small, window)
    if isinstance(outcome, DueProblem) or outcome.event is None or len(small) != len(text):
        return outcome
    start = small.rindex(outcome.event.text)
    typed = text[start : start + len(outcome.event.text)]
    return replace(outcome, event=replace(outcome.event, text=typed))


def _sentences(text: str) -> Iterator[str]:
    """The text cut after each full stop and semicolon that stands outside brackets."""
    depth, begin = 0, 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign in _ENDS and depth <= 0 and text[place + 1 : place + 2] == " ":
            yield _bare(text[begin:place])
            begin = place + 1
    yield _bare(text[begin:])


def _bare(text: str) -> str:
    """The text without the signs around it and without brackets that hold all of it."""
    text = text.strip(_EDGES)
    inner = text[1:-1]
    if text[:1] == "(" and text[-1:] == ")" and not {"(", ")"} & set(inner):
        return inner.strip(_EDGES)
    return text


def _pieces(text: str, window: Window | None) -> list[_Piece]:
    """What one sentence states: a date and its remark, and another date within the remark."""
    whole = _read_whole(text, window)
    if whole is not DueProblem.UNKNOWN_WORDS:
        return [_Piece("", whole, text)]
    small = text.lower()
    if head := _HEAD().match(small):
        words, rest = text[: head.end()], _bare(text[head.end() :])
        due = _read_whole(words, window)
        if due is DueProblem.UNKNOWN_WORDS:
            return [_Piece(text)]
        more = _tail(rest, window)
        return [_Piece("", due, words), more] if more else [_Piece(rest, due, words)]
    return [_tail(text, window) or _Piece(text)]


def _tail(text: str, window: Window | None) -> _Piece | None:
    """«Vận hành ổn định trong năm 2026»: the date at the end, after a word that bounds it."""
    found = _TAIL().fullmatch(text.lower())
    if found is None:
        return None
    words = text[found.start("due") :]
    due = _read_whole(words, window)
    label = _bare(text[: found.end("label")])
    return None if due is DueProblem.UNKNOWN_WORDS else _Piece(label, due, words)


def _with_year(piece: _Piece, place: int, pieces: Sequence[_Piece]) -> _Piece:
    """A date without a year takes that of the last date before it, else of the next one."""
    if piece.due is not DueProblem.MISSING_YEAR:
        return piece
    near = [*reversed(pieces[:place]), *pieces[place + 1 :]]
    year = next((one.year for one in near if one.year is not None), None)
    if year is None:
        return piece
    return replace(piece, due=_read_whole(piece.words, (date(year, 1, 1), date(year, 12, 31))))


def _combined(pieces: Sequence[_Piece]) -> Outcome:
    """One deadline out of all statements; a date that cannot be spoils the whole."""
    known = [(one, one.due) for one in pieces if isinstance(one.due, Due)]
    problem = next((one.due for one in pieces if isinstance(one.due, DueProblem)), None)
    if problem is not None or not known:
        return problem or DueProblem.UNKNOWN_WORDS
    prose = [one.label for one in pieces if one.due is None]
    if len(known) == 1 or all(due.last_day is None for _, due in known):
        piece, due = max(known, key=lambda one: bool(one[1].event and one[1].event.count))
        remarks = [text for text in (piece.label, *prose) if not _is_expected(text)]
        return replace(due, remark="; ".join(remarks) or None)
    return _milestones(known, prose)


def _is_expected(label: str) -> bool:
    """«Dự kiến tổ chức» and nothing said at all are no remark."""
    return not label or _EXPECTED().fullmatch(label) is not None


def _milestones(known: Sequence[tuple[_Piece, Due]], prose: Sequence[str]) -> Due:
    """Several deadlines: the last day is the last one; an event of one of them is waited for."""
    steps = tuple(DueStep(one.label or one.words, due.last_day) for one, due in known)
    return Due(
        "",
        DueShape.MILESTONES,
        last_day=max(step.last_day for step in steps if step.last_day is not None),
        year_assumed=any(due.year_assumed for _, due in known),
        event=next((due.event for _, due in known if due.event and due.event.count), None),
        milestones=steps,
        remark="; ".join(prose) or None,
    )
