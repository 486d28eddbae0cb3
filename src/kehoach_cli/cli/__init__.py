"""The command line: the only room with typer, the clock, exit codes and file writing.

Everything heavy is imported by the command that needs it, so that ``kehoach --help`` stays quick.
"""

from __future__ import annotations

import gc
import os
import sys
from types import ModuleType
from typing import TextIO

from kehoach_cli.cli import exits
from kehoach_cli.cli.locking import release
from kehoach_cli.cli.vietnamese import speak_vietnamese, translate_refusal
from kehoach_cli.errors import KehoachError

IS_ASKED = "_KEHOACH_COMPLETE"
"""Set where a script of ``kehoach completion`` asks for words."""


def main() -> None:
    """Run ``kehoach`` and leave with the contract's exit code.

    The garbage collector rests: what a command reads lives until its end, seconds later. It
    would look through all of it once more at the very end, which takes a tenth of a second.
    """
    gc.disable()
    _use_utf8()
    code = run()
    gc.freeze()
    sys.exit(code)


def run() -> int:
    """Run the command line; the only error boundary of the house."""
    speak_vietnamese()
    _look_for_no_plugins()
    import typer

    from kehoach_cli.cli.app import app

    if IS_ASKED in os.environ:
        _answer_shells()
    try:
        return _finished(app(standalone_mode=False, prog_name="kehoach"))
    except KehoachError as error:
        return _refuse(_with_code(error), error.hint, exits.FAILED)
    except typer.TyperException as error:
        return _refuse_usage(error)
    except (KeyboardInterrupt, typer.Abort):
        return exits.INTERRUPTED
    except (BrokenPipeError, SystemExit) as left:  # rich leaves so when the pipe is closed
        return _reader_left(left)
    except Exception as error:
        if os.environ.get("KEHOACH_DEBUG") == "1":
            raise
        return _screen_is_full() if _names_no_file(error) else _own_fault()
    finally:
        release()


def _look_for_no_plugins() -> None:
    """Pydantic has none here, and looking for them takes 25 ms.

    pydantic 2.14 imports ``importlib.metadata`` for it even where the variable forbids plugins, so
    a module that knows none stands in; without its ``_loader`` this does nothing and may go.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def _finished(code: int | None) -> int:
    """The exit code; a full disk or a closed pipe must show here, not after the end."""
    sys.stdout.flush()
    return code or exits.CLEAN


def _answer_shells() -> None:
    """Let the scripts of ``kehoach completion`` ask for words; typer knows how they ask."""
    from typer.completion import completion_init  # type: ignore[attr-defined] # 0.29 names no exports

    completion_init()


def _use_utf8() -> None:
    """Windows consoles and bare locales offer encodings that cannot hold Vietnamese.

    A stream that was closed before the start is none at all; what goes there is dropped.
    """
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _with_code(error: KehoachError) -> str:
    """The sentence; before it the code of its rule, which ``kehoach explain`` knows."""
    if not error.rule:
        return error.message
    from kehoach_cli.rules.run import code_of

    return f"{code_of(error.rule)} {error.message}"


def _refuse(message: str, hint: str, code: int) -> int:
    try:
        sys.stderr.write(f"kehoach: {message}\n" + (f"  gợi ý: {hint}\n" if hint else ""))
        sys.stderr.flush()
    except OSError:  # nobody may be listening; the code is still the right one
        sys.stderr = _nowhere()
    return code


def _refuse_usage(error: Exception) -> int:
    """A wrong command line: what is wrong with it and where its help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "kehoach"
    format_message = getattr(error, "format_message", error.__str__)
    message = translate_refusal(format_message())
    return _refuse(message, f"xem cách dùng: {command} --help", exits.USAGE)


def _reader_left(error: BaseException) -> int:
    """``kehoach … | head``: nobody reads any more, which is no fault of anybody.

    Typer answers shells with its exit code: fish learns so whether files may be meant.
    """
    if IS_ASKED in os.environ and isinstance(error, SystemExit):
        return int(error.code or exits.CLEAN)
    sys.stdout = _nowhere()
    return exits.CLEAN


def _names_no_file(error: Exception) -> bool:
    """Of all that is written to only the streams have no name."""
    return isinstance(error, OSError) and error.filename is None


def _screen_is_full() -> int:
    """``kehoach … > file`` on a full disk."""
    sys.stdout = _nowhere()
    return _refuse("không ghi được kết quả ra màn hình hoặc tệp nhận", "", exits.FAILED)


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - lives until exit


def _own_fault() -> int:
    """Keep the traceback in a file, for whoever mends ``kehoach``."""
    import tempfile
    import traceback

    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="kehoach-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.write(traceback.format_exc())
    except OSError:  # nowhere to keep it either
        return _refuse(
            "chương trình gặp lỗi của chính nó; không ghi được chi tiết vì ổ đĩa đầy",
            "giải phóng ổ đĩa rồi chạy lại",
            exits.OWN_FAULT,
        )
    message = f"chương trình gặp lỗi của chính nó; chi tiết đã ghi vào {log.name}"
    return _refuse(message, "gửi tệp này cho người phụ trách kehoach", exits.OWN_FAULT)
