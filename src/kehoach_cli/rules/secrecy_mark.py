"""Dấu chỉ độ mật trong dữ liệu.

Vì sao: văn bản có độ mật không được đưa vào kho dữ liệu này; kho được sao chép cho nhiều đơn vị và
giữ mọi bản cũ.

Cách sửa: không đưa nội dung ấy vào kho; báo ngay cho người giữ kho và cán bộ bảo vệ bí mật nhà nước
của cơ quan, vì xóa ở bản mới chưa xóa được trong lịch sử.

Căn cứ: docs/data-model.md (văn bản có độ mật không thuộc kho dữ liệu); độ mật đóng theo pháp luật
về bảo vệ bí mật nhà nước như Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.2.a dẫn chiếu.

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh (TỐI MẬT)  # <- KH704
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: độ mật ghi bằng chữ.

    # data/challenges.yaml
    - id: bt-1
      title: "Nông nghiệp thông minh; độ mật: Mật"  # <- KH704
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: nói về bảo mật, bí mật không phải là đóng dấu mật.

    # data/challenges.yaml
    - id: bt-1
      title: AN TOÀN, BẢO MẬT thông tin; bảo vệ bí mật nhà nước; mật khẩu
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Severity, Span
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.prose import shown
from kehoach_cli.source.characters import line_and_column
from kehoach_cli.source.read import SourceFile

CODE = "KH704"
NAME = "secrecy-mark"
SEVERITY = Severity.ERROR
MESSAGE = "có dấu chỉ độ mật «{mark}»; văn bản có độ mật không được để trong kho dữ liệu này"
HINT = "gỡ nội dung này ra và báo người giữ kho: bản cũ vẫn còn trong lịch sử"

_IN_ANY = ("MẬT", "Mật", "mật")
_YAML = (".yaml", ".yml")
_LEVEL = r"(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)"
_ANY_CASE = r"(?i:tuyệt\s+mật|tối\s+mật|mật)"
_MARK = re.compile(
    rf"[(\[«“\"]\s*{_LEVEL}\s*[)\]»”\"]"  # (MẬT)
    rf"|(?i:độ\s+mật)\s*[:=]\s*{_ANY_CASE}(?!\w)"  # Độ mật: Tối mật
    rf"|(?:\A|\n[ \t]*\n)[ \t]*[#*>-]*[ \t]*{_LEVEL}[ \t]*[*.;]*[ \t]*(?=\n[ \t]*\n|\n*\Z)"
    r"|\A\s*(?:Tuyệt|Tối)\s+mật\s*\Z|\A\s*Mật\s*\Z"
)


def check(ctx: Context) -> Iterator[Found]:
    """Marks that stand alone, in brackets, or after «độ mật»; words in running text stay silent."""
    for words, match in ctx.prose.matches(_MARK, holding=_IN_ANY, in_codes=True):
        yield Found(words.at(match), {"mark": _name(match)})
    for source in ctx.ws.sources.values():
        if not source.path.endswith(_YAML):
            yield from (_in_text(source, match) for match in _MARK.finditer(source.text))


def _in_text(source: SourceFile, match: re.Match[str]) -> Found:
    start = match.end() - len(match[0].lstrip())
    line, column = line_and_column(source.text, start)
    span = Span(source.path, line, column, line, column + len(match[0].strip()))
    return Found(Place(source.path, span=span), {"mark": _name(match)})


def _name(match: re.Match[str]) -> str:
    return shown(match).strip('()[]«»“”" #*>-.;')
