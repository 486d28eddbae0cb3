"""typer's own English sentences, in Vietnamese.

Labels are marked for ``gettext`` in typer, so a table takes the place of a catalogue and no locale
has to be installed. Refusals of a command line are not; they are recognised by their shape.
``tests/cli/test_vietnamese.py`` reads typer's source and fails on a sentence that is missing here.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable

from kehoach_cli.vn.patterns import late

LABELS = {
    "(deprecated) ": "(không dùng nữa) ",
    "[default: {}]": "[mặc định: {}]",
    "[env var: {}]": "[biến môi trường: {}]",
    "[required]": "[bắt buộc]",
    "Arguments": "Tham số",
    "Options": "Tùy chọn",
    "Commands": "Lệnh",
    "Error": "Lỗi",
    "Aborted.": "Đã dừng.",
    "Aborted!": "Đã dừng!",
    "Try [blue]'{command_path} {help_option}'[/] for help.": (
        "Xem hướng dẫn: [blue]{command_path} {help_option}[/]"
    ),
    "(dynamic)": "(tự tính)",
    "default: {default}": "mặc định: {default}",
    "required": "bắt buộc",
    "env var: {var}": "biến môi trường: {var}",
    "Missing command.": "thiếu tên lệnh",
    "No such command {name!r}.": "không có lệnh {name!r}",
}

_WORD = r"'?(.*?)'?"

REFUSALS: tuple[tuple[Callable[[], re.Pattern[str]], str], ...] = tuple(
    (late(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (rf"Invalid value for {_WORD}: (.*)", r"\1: \2"),
        (r"Invalid value: (.*)", r"\1"),
        (rf"Missing argument {_WORD}\.(.*)", r"thiếu tham số «\1»"),
        (rf"Missing option {_WORD}\.(.*)", r"thiếu tùy chọn \1"),
        (
            r"No such option: (\S+) \(Possible options: (.*)\)",
            r"không có tùy chọn «\1»; có phải là \2?",
        ),
        (r"No such option: (\S+)", r"không có tùy chọn «\1»"),
        (rf"Option {_WORD} requires an argument\.", r"tùy chọn \1 cần một giá trị"),
        (rf"Option {_WORD} requires (\d+) arguments\.", r"tùy chọn \1 cần \2 giá trị"),
        (rf"Option {_WORD} does not take a value\.", r"tùy chọn \1 không nhận giá trị"),
        (rf"Argument {_WORD} takes (\d+) values\.", r"tham số «\1» cần \2 giá trị"),
        (r"Got unexpected extra argument\(s\) \((.*)\)", r"thừa tham số «\1»"),
        (
            rf"không có lệnh {_WORD}\.?(?: Did you mean (.*)\?)",
            r"không có lệnh «\1»; có phải là \2?",
        ),
        (rf"không có lệnh {_WORD}\.?", r"không có lệnh «\1»"),
        (r"thiếu tên lệnh", r"thiếu tên lệnh"),
    )
)
"""How typer refuses a command line, and the same in Vietnamese."""


def translate_refusal(message: str) -> str:
    """A refusal of typer's in Vietnamese; our own sentences pass through unchanged."""
    for pattern, sentence in REFUSALS:
        if match := pattern().fullmatch(message.strip()):
            return match.expand(sentence)
    return message


def speak_vietnamese() -> None:
    """Make ``gettext`` answer from the table; must run before typer is imported."""

    def one(message: str) -> str:
        return LABELS.get(message, message)

    gettext.gettext = one
