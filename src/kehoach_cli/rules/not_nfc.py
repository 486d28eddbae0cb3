r"""Chữ Việt viết bằng dấu rời (Unicode tổ hợp).

Vì sao: «á» viết bằng chữ a và một dấu rời nhìn giống hệt «á» dựng sẵn nhưng tìm kiếm, so tên và sắp
xếp đều coi là hai chữ khác nhau; cột của các phát hiện khác trên dòng ấy cũng bị lệch.

Cách sửa: chọn bảng mã «Unicode dựng sẵn» trong bộ gõ rồi gõ lại, hoặc chuyển cả tệp sang dạng NFC
bằng công cụ chuyển mã.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4 (bộ mã ký tự Unicode theo
TCVN 6909:2001).

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Ba<U+0301>o ca<U+0301>o  # <- KH701
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: mã của một dấu rời viết trong ngoặc kép.

    # data/challenges.yaml
    - id: bt-1
      title: "Ba\u0301o cáo"  # <- KH701
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: chữ dựng sẵn, dấu «~» đứng riêng không phải là dấu rời.

    # data/challenges.yaml
    - id: bt-1
      title: Báo cáo khoảng ~ 10 mô hình
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Báo cáo
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kehoach_cli.diagnostics import DataPath, Found, Place, Severity, Span
from kehoach_cli.rules.base import Context
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.source.read import SourceFile
from kehoach_cli.vn.text import is_nfc, nfc

CODE = "KH701"
NAME = "not-nfc"
SEVERITY = Severity.ERROR
MESSAGE = {
    "typed": "«{word}» viết bằng dấu rời, không phải chữ dựng sẵn; cả tệp có {count} dòng như vậy",
    "escaped": "«{word}» có dấu rời viết bằng mã (\\u…), không phải chữ dựng sẵn",
}
HINT = {
    "typed": "gõ lại bằng Unicode dựng sẵn, hoặc chuyển tệp sang dạng NFC",
    "escaped": "gõ thẳng chữ dựng sẵn, không dùng mã",
}

_WORD = re.compile(r"\S+")


def check(ctx: Context) -> Iterator[Found]:
    """One finding for each file, at its first word that is not in normal form C."""
    for source in ctx.ws.sources.values():
        if source.is_plain:
            continue
        if not is_nfc(source.text):
            yield _found(source)
        elif source.data is not None and "\\" in source.text:
            yield from islice(_escaped(source), 1)


def _found(source: SourceFile) -> Found:
    bad = [number for number, line in enumerate(source.text.split("\n"), 1) if not is_nfc(line)]
    line = source.text.split("\n")[bad[0] - 1]
    word = next((word for word in _WORD.finditer(line) if not is_nfc(word[0])), None)
    start, end = word.span() if word else (0, len(line))
    span = Span(source.path, bad[0], start + 1, bad[0], end + 1)
    args = {"word": nfc(line[start:end]), "count": len(bad), "reason": "typed"}
    return Found(Place(source.path, span=span), args)


def _escaped(source: SourceFile) -> Iterator[Found]:
    r"""Values that come so out of escapes in quotes (``"a\u0301"``); what was loaded is NFC."""
    for path, text in _texts(fold(source.text, source.path).data, ()):
        for word in _WORD.findall(text):
            if not is_nfc(word):
                args = {"word": nfc(word), "reason": "escaped"}
                yield Found(Place(source.path, path), args)


def _texts(data: Data, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    match data:
        case str():
            yield path, data
        case dict():
            for key, one in data.items():
                yield from _texts(one, (*path, key))
        case list():
            for number, one in enumerate(data):
                yield from _texts(one, (*path, number))
