"""Số tiền viết liền, không có đơn vị và nhỏ hơn một triệu đồng.

Vì sao: số viết liền được hiểu là số đồng. Kinh phí của một nhiệm vụ nhỏ hơn một triệu đồng gần như
luôn là số triệu đồng ghi thiếu đơn vị; cộng vào bảng nhu cầu kinh phí thì mất đi một triệu lần.

Cách sửa: ghi thêm đơn vị. Nếu đúng là số đồng thì ghi rõ, ví dụ 500.000 đồng.

Căn cứ: docs/data-model.md.

Sai: 1200 được hiểu là một nghìn hai trăm đồng.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1200  # <- KH606

Suýt nhầm: số tiền nhỏ nhưng có đơn vị; số 0 thì đơn vị nào cũng là không.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 500.000 đồng
            allocated: 0

Đúng:

    # data/plans/mau/tasks.yaml
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu dùng chung
        lead: so-khcn
        money:
          - year: 2027
            level: tinh
            kind: khcn-dmst-cds
            source: Ngân sách tỉnh
            needed: 1.200 triệu đồng
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Severity
from kehoach_cli.model.plan import Task
from kehoach_cli.rules.base import Context
from kehoach_cli.source.fold import Data

CODE = "KH606"
NAME = "money-too-small"
SEVERITY = Severity.WARNING
MESSAGE = "số tiền {got} ở khóa «{key}» được hiểu là {got} đồng"
HINT = "ghi thêm đơn vị, ví dụ {got} triệu đồng"

_LEAST_VND = 1_000_000
_OF_LINES = ("needed", "allocated", "spent", "estimated")


def check(ctx: Context) -> Iterator[Found]:
    """Amounts below a million đồng that were typed as bare digits."""
    for place in _small_amounts(ctx):
        typed = _typed(ctx, place)
        if isinstance(typed, str) and typed.strip().isdecimal():
            yield Found(place, {"got": typed.strip(), "key": place.path[-1]})


def _small_amounts(ctx: Context) -> Iterator[Place]:
    """Where an amount stands that is too small to be meant in đồng."""
    for task in ctx.ws.own(Task):
        for number, line in enumerate(task.value.money):
            for key in _OF_LINES:
                if _is_small(getattr(line, key)):
                    yield task.at("money", number, key)
    for entry in ctx.entries:
        if _is_small(entry.said.spent):
            yield entry.at("spent")


def _is_small(amount: int | None) -> bool:
    return amount is not None and 0 < amount < _LEAST_VND


def _typed(ctx: Context, place: Place) -> Data:
    """What the file says at that place."""
    found = ctx.ws.sources[place.file].data
    for step in place.path:
        if isinstance(found, dict):
            found = found.get(str(step))
        elif isinstance(found, list) and isinstance(step, int):
            found = found[step]
    return found
