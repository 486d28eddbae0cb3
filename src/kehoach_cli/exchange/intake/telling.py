"""What was read, as a view: how sure each thing is, what is left, where the rendering differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach_cli.document.blocks import Block, Column
from kehoach_cli.drafting.questions.view import SCHEMA, View, as_data, heading, line, listing
from kehoach_cli.exchange.intake.lines import Remark, Surety
from kehoach_cli.exchange.intake.proof import Pair, Said
from kehoach_cli.frozen import frozen

_SURETY = {
    Surety.OPEN: "Chưa hiểu, phải bổ sung",
    Surety.UNSURE: "Đoán, cần xem lại",
    Surety.LIKELY: "Khá chắc, nên xem lại",
    Surety.SURE: "Chắc chắn",
}
"""The sorts in the order in which they are shown."""

_NAMES = (
    "Cơ quan chưa có trong danh bạ: nếu là một cơ quan đã có, chạy lại với "
    '--name "TÊN IN TRONG VĂN BẢN=MÃ"; nếu là cơ quan mới, khai báo vào data/agencies.yaml; '
    "nếu là đối tác (doanh nghiệp, viện, trường), khai báo thành data/partners/MÃ.yaml."
)
_ASKS = re.compile(r"chưa có trong danh bạ|phải chọn$")

_REMARKS = (
    (Column("what", "Chỗ", 45), lambda row: row.what),
    (Column("said", "Hiểu là", 95), lambda row: row.said),
    (Column("where", "Trong tệp", 30), lambda row: row.where),
)
_PAIRS = (
    (Column("source", "Bản gốc", 75), lambda pair: _text(pair.source)),
    (Column("printed", "Dữ liệu in ra", 75), lambda pair: _text(pair.printed)),
    (Column("where", "Trong tệp", 25), lambda pair: pair.source.where if pair.source else ""),
)


@frozen
class Told:
    """The outcome of an import: ``differing`` is None where the plan could not be rendered."""

    file: str
    plan: str
    files: tuple[str, ...]
    remarks: tuple[Remark, ...]
    paragraphs: int
    differing: tuple[Pair, ...] | None

    @property
    def is_whole(self) -> bool:
        """Nothing is open and the rendering says the same as the source."""
        is_open = any(one.surety is Surety.OPEN for one in self.remarks)
        return not is_open and self.differing == ()


def view(told: Told) -> View:
    """What people and programs are shown."""
    return View(tuple(_blocks(told)), {"schema": SCHEMA, **_data(told)})


def _data(told: Told) -> dict[str, object]:
    return {
        "file": told.file,
        "plan": told.plan,
        "files": list(told.files),
        "paragraphs": told.paragraphs,
        "remarks": as_data(told.remarks),
        "differing": as_data(told.differing),
    }


def _blocks(told: Told) -> Iterator[Block]:
    yield heading(f"Đọc «{told.file}» thành kế hoạch «{told.plan}»")
    rows = sorted(_merged(told.remarks), key=lambda one: list(_SURETY).index(one.surety))
    yield listing("nhan-xet", _REMARKS, rows, group=lambda row: _SURETY[row.surety])
    if any(one.surety is Surety.OPEN and _ASKS.search(one.said) for one in rows):
        yield line(_NAMES)
    yield from _proof(told.differing, told.paragraphs)


def _merged(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """What is said of many places once, with the first of them."""
    places: dict[tuple[Surety, str, str], list[str]] = {}
    for one in remarks:
        places.setdefault((one.surety, one.what, one.said), []).append(one.where)
    for (surety, what, said), where in places.items():
        others = f" và {len(where) - 1} chỗ nữa" if len(where) > 1 else ""
        yield Remark(surety, what, said, f"{where[0]}{others}")


def _proof(pairs: Sequence[Pair] | None, paragraphs: int) -> Iterable[Block]:
    if pairs is None:
        return (line("Chưa đối chiếu được lời văn: thiếu phần bắt buộc nêu ở trên."),)
    if not paragraphs:
        return ()
    if not pairs:
        return (line(f"In lại từ dữ liệu: {paragraphs} đoạn giống hệt bản gốc."),)
    said = f"In lại từ dữ liệu: {len(pairs)} chỗ khác bản gốc (trong {paragraphs} đoạn)."
    return (line(said), listing("doi-chieu", _PAIRS, pairs))


def _text(said: Said | None) -> str:
    return said.text if said else "(không có)"
