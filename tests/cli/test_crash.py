"""Whatever happens while a command writes: each file is the old one or the new one, none is half.

Run as a program this file is the injector. It counts every call by which a command changes the disk
(opening to write, making, renaming, changing, removing, syncing) and stops the run at the n-th, for
every n: killed outright, or refused by a full disk. Each run is a process of its own, a fork of one
that stands before a change: what a command does until then is done once. The tests try one of the
steps that are alike; ``python tests/cli/test_crash.py`` tries all of all.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from itertools import groupby
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from stat import S_ISDIR
from typing import NoReturn

import pytest

from kehoach_cli.cli.app import COMMANDS as ALL

REPOSITORY = Path(__file__).parents[2]
IN = "vao"
"""The folder of what comes from others."""
EVERY_STATE = REPOSITORY / "tests" / "workspaces" / "every-state"
LONG = os.environ.get("KEHOACH_LONG_TESTS") == "1"
KILLED = 137
PENDING = ".kehoach-pending.json"

AS_OF = ("--as-of", "20/1/2028")
OUT = ("--out", "{out}")
SHEETS = ("--to", "xlsx", *OUT)
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "receive": ("receive", "so-yt", "--period", "2027", "--number", "512/BC-SYT"),
    "new plan": ("new", "plan", "Kế hoạch mới", "--period", "2027 - 2030", "--id", "moi-mo"),
    "init": ("init", "{out}", "--province", "66"),
    "render-docx": ("render-docx", *OUT),
    "import": ("import", "{in}/van-ban.txt", "--id", "moi"),
    "compare": ("compare", "moi", "{in}/da-ky.txt", "--take"),
    "new task": ("new", "task", "hop-tac-so", "Việc mới", "--id", "viec-moi"),
    "new partner": ("new", "partner", "Doanh nghiệp Thử", "--kind", "company", "--id", "dn-thu"),
    "new session": (
        *("new", "session", "hop-tac-so", "Làm việc"),
        *("--time", "Tháng 3", "--place", "Huế", "--id", "lam-viec"),
    ),
    "new progress": ("new", "progress", "hop-tac-so", "2027-q2", "so-yt", "--as-of", "1/7/2027"),
    "new difficulty": ("new", "difficulty", "hop-tac-so", "2027", "so-yt", "Chờ", "--id", "kk-moi"),
    "new proposal": ("new", "proposal", "hop-tac-so", "2027", "so-yt", "Mở", "--id", "dx-moi"),
    "new extension": (
        *("new", "extension", "mau-05", "Quý II/2028", "--reason", "Chờ"),
        *("--granted", "12/UBND-TH", "--granted-date", "1/7/2027"),
    ),
    "period open": ("period", "open", "2028", "--as-of", "1/12/2028", *OUT),
    "report": ("report", "--year", "2027", *OUT),
    "remind": ("remind", "--period", "2027", "--each", *AS_OF, *OUT),
    "dashboard": ("dashboard", *OUT),
    "calendar": ("calendar", "--out", "{out}/lich.ics"),
    "schema": ("schema", *OUT),
    "export": ("export", "--public", *OUT),
    "forms export": ("forms", "export", "--period", "2027", "--agency", "so-yt", *OUT),
    "forms import": ("forms", "import", "{in}", "--received", "14/12/2027", *OUT),
    "tasks export": ("tasks", "export", "vien-truong", *OUT),
    "tasks import": ("tasks", "import", "{in}/bang-nhiem-vu-vien-truong.xlsx", *OUT),
    "period close": ("period", "close", "2027", *AS_OF),
    "period reopen": (
        *("period", "reopen", "2027", "--document", "8/UBND-TH", "--reason", "Sửa"),
        *("--as-of", "2/2/2028"),
    ),
    "issue": ("issue", "vien-truong", "--number", "9/KH-UBND", "--date", "1/2/2026"),
    "amend": ("amend", "hop-tac-so", "--reason", "Đổi lộ trình", *OUT),
    "status": ("status", *AS_OF, *SHEETS),
    "mine": ("mine", "so-yt", *AS_OF, *SHEETS),
    "money": ("money", "--year", "2028", *AS_OF, *SHEETS),
    "split": ("split", *AS_OF, *SHEETS),
    "session": ("session", "lam-viec", *SHEETS),
    "handover": ("handover", *AS_OF, *SHEETS),
    "rollup": ("rollup", "{ws}", *AS_OF, *SHEETS),
    "received": ("received", "--period", "2027", *AS_OF, *SHEETS),
    "diff": ("diff", "--to", "docx", *OUT),
    "validate": ("validate", *AS_OF),
}
"""By the name of the command; what has to be there before it stands in ``crash_starts``."""

ONLY_READING = {"check-docx", "check-change", "explain", "brief", "history", "show", "completion"}
SEVERAL_STEPS = ("init", "period open", "forms import", "amend", "validate")
"""Each of its steps is whole; the next run goes on where it was stopped."""
CACHE = ".kehoach"
"""What is kept there is nobody's data, and names the file system's own numbers."""

RANDOM = re.compile(r"(?<=kehoach-)\w+(?=\.tmp)|\d+")

PARTS = 4
"""One process tries a part of all commands; two workers share the parts."""

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it: no disk to wait for
HANDLES = Path("/proc/self/fd")

Stop = Callable[[], None]
At = Callable[[str, int], tuple[int, str]]
"""Goes on from where a process stands and is stopped in that way at that change."""


def kill() -> NoReturn:
    """What ``kill -9`` does: nothing is put in order any more."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def fill() -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "tep")


STOPS: Mapping[str, Stop] = {"kill": kill, "full": fill}

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_EVENTS = {"os.mkdir", "os.rename", "os.chmod", "os.remove", "os.link", "os.truncate"}


def watch(place: Path, met: Callable[[int], None]) -> list[tuple[str, bool]]:
    """Before each change below ``place``: what it is, and whether the folder may be put back then.

    ``met`` is told the number of the change before it is made.
    """
    seen: list[tuple[str, bool]] = []

    def changed(kind: str) -> None:
        seen.append((kind, not seen or not holds(place)))
        met(len(seen))

    def hook(event: str, args: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(args[2], int) and args[2] & _WRITES
        if (writes or event in _EVENTS) and str(place) in str(args[0]):
            changed(f"{event} {pattern(place, str(args[0]))}")

    def synced(handle: int) -> None:
        changed("fsync")
        sync(handle)

    sync = os.fsync
    setattr(os, "fsync", synced)  # noqa: B010 - no audit event tells of it
    sys.addaudithook(hook)
    return seen


def holds(place: Path) -> bool:
    """Whether a file below the folder is open; where the system does not tell, one may be."""
    if not HANDLES.is_dir():
        return True
    for handle in HANDLES.iterdir():
        try:
            file = str(handle.readlink()).startswith(f"{place}{os.sep}")
            if file and not S_ISDIR(os.fstat(int(handle.name)).st_mode):
                return True
        except OSError:  # the one by which the list was read
            continue
    return False


def pattern(place: Path, changed: str) -> str:
    """In which folder of ours a file lies, and of what sort it is."""
    path = Path(changed)
    folders = Path(os.path.relpath(path.parent, place)).parts[:2]
    sort = RANDOM.sub("", path.name) if path.name.startswith(".") else path.suffix
    return f"{'/'.join(folders)} {sort}"


def state(place: Path) -> dict[str, str]:
    """Every file by its path and content; what is staged and hidden does not count."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes().hex()
        for path in sorted(place.rglob("*"))
        if path.is_file() and not path.name.startswith(".kehoach-") and CACHE not in path.parts
    }


def in_child(place: Path, words: tuple[str, ...]) -> tuple[int, str]:
    """The exit code of the command in a process of its own, and what it said."""
    said = place.parent / "said"
    child = os.fork()
    if child == 0:
        _run_and_leave(place, words, said)
    return _code(child), said.read_text("utf-8")


def _code(child: int) -> int:
    _, status = os.waitpid(child, 0)
    return KILLED if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)


def _run_and_leave(
    place: Path, words: tuple[str, ...], said: Path, met: Callable[[int], None] = lambda _: None
) -> NoReturn:
    with said.open("w", encoding="utf-8") as out, redirect_stdout(out), redirect_stderr(out):
        changes = watch(place, met)
        code = called(place, words)
        out.write(f"\nchanges {json.dumps(changes)}")
    os._exit(code)


@contextmanager
def standing(place: Path, words: tuple[str, ...], stands: set[int]) -> Iterator[Connection]:
    """A process that runs the command and waits before each of these changes.

    It takes a way and the number of a change for a fork to be stopped there, or None to go on.
    """
    here, there = Pipe()
    child = os.fork()
    if child == 0:
        here.close()
        _stand(place, words, there, stands)
    there.close()
    with here:
        yield here
    os.waitpid(child, 0)


def _stand(place: Path, words: tuple[str, ...], orders: Connection, stands: set[int]) -> NoReturn:
    said = place.parent / "said-standing"
    aim = ("", 0)

    def met(nth: int) -> None:
        nonlocal aim
        if not aim[1] and nth in stands:
            aim = _wait(orders, said)
        if aim[1] == nth:
            STOPS[aim[0]]()

    _run_and_leave(place, words, said, met)


def _wait(orders: Connection, said: Path) -> tuple[str, int]:
    """In the fork: where it is to be stopped; in the one that stands: nothing, to go on."""
    sys.stdout.flush()
    orders.send(None)
    try:
        while order := orders.recv():
            child = os.fork()
            if child == 0:
                _say_elsewhere(said, said.with_name("said"))
                way, nth = order
                return way, nth
            orders.send(_code(child))
    except EOFError:
        os._exit(0)
    return "", 0


def _say_elsewhere(old: Path, new: Path) -> None:
    shutil.copyfile(old, new)
    handle = os.open(new, os.O_WRONLY | os.O_APPEND)
    os.dup2(handle, sys.stdout.fileno())
    os.close(handle)


def stops(
    place: Path,
    words: tuple[str, ...],
    before: Path,
    changes: list[tuple[str, bool]],
    nths: list[int],
) -> Iterator[tuple[int, At]]:
    """The number of each change, with what stops the command there in a folder put right."""
    free = [number for number, (_, is_free) in enumerate(changes, start=1) if is_free]
    by_stand = {nth: max(one for one in free if one <= nth) for nth in nths}
    base = before

    def stopped(way: str, nth: int) -> tuple[int, str]:
        fresh(place, base)
        orders.send((way, nth))
        return int(orders.recv()), (place.parent / "said").read_text("utf-8")

    fresh(place, before)
    with standing(place, words, {*by_stand.values()}) as orders:
        for stand, group in groupby(nths, by_stand.__getitem__):
            orders.recv()
            if stand > 1:
                base = fresh(place.with_name("trong"), place)
            yield from ((nth, stopped) for nth in group)
            fresh(place, base)  # under the feet of the one that goes on
            orders.send(None)


def called(place: Path, words: tuple[str, ...]) -> int:
    from kehoach_cli.cli import run  # noqa: PLC0415 - only as a program

    ws = str(place / "ws")
    named = {"out": str(place / "ra"), "in": str(place / IN), "ws": ws}
    root = () if words[0] in {"init", "schema", "rollup"} else ("--root", ws)
    sys.argv = ["kehoach", *(one.format(**named) for one in words), *root]
    return run()


def started(folder: Path, name: str) -> Path:
    """What stands there before the command of that name, made once."""
    start = folder / "dau" / name.replace(" ", "-")
    if not start.exists():
        from tests.cli.crash_starts import STARTS  # noqa: PLC0415 - only as a program

        shutil.copytree(EVERY_STATE, start / "ws", ignore=shutil.ignore_patterns(".kehoach"))
        (start / IN).mkdir()
        if name in STARTS:
            STARTS[name](start)
    return start


def fresh(place: Path, start: Path) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(start, place)
    return place


def whole(
    place: Path, start: Path, words: tuple[str, ...]
) -> tuple[dict[str, str], dict[str, str], list[tuple[str, bool]]]:
    """What stands there before and after a run that nobody stops, and the changes that it makes."""
    called(fresh(place, start), words)  # has all modules, so that the processes that follow do
    before = state(fresh(place, start))
    code, said = in_child(place, words)
    if code not in {0, 1}:  # 1: what was written still lacks something
        raise AssertionError(said)
    changes = [(kind, free) for kind, free in json.loads(said.rpartition("changes ")[2])]
    return before, state(place), changes


def faults(place: Path, name: str, *, some: bool) -> list[str]:
    """What is wrong after each of the stops."""
    words, start = COMMANDS[name], started(place.parent, name)
    before, after, changes = whole(place, start, words)
    found = [] if changes else ["nothing is written"]
    seen: list[object] = []
    nths = distinct([kind for kind, _ in changes]) if some else [*range(1, len(changes) + 1)]
    for nth, stopped in stops(place, words, start, changes, nths):
        for way in STOPS:
            code, said = stopped(way, nth)
            of_stop = _of_stop(place, name, (before, after), code, said)
            found += [f"{way} {nth}: {one}" for one in of_stop]
            is_pending = any(place.rglob(PENDING))  # else the next run asks for no hidden file
            left = state(place), is_pending and way
            if left in seen:
                continue  # the next run finds what it has found before
            seen.append(left)
            again, said = in_child(place, words)
            if state(place) != after or again not in {0, 1, 2, 3}:
                found.append(f"{way} {nth}: the second run left something else ({again}) {said}")
    return found


def distinct(changes: list[str]) -> list[int]:
    """The first change of each kind; the last too where a file is replaced, and the last of all."""
    first = {kind: nth for nth, kind in reversed([*enumerate(changes, start=1)])}
    last = {kind: nth for nth, kind in enumerate(changes, start=1) if kind.startswith("os.rename")}
    return sorted({*first.values(), *last.values(), len(changes)})


def _of_stop(
    place: Path, name: str, states: tuple[dict[str, str], dict[str, str]], code: int, said: str
) -> list[str]:
    before, after = states
    now = state(place)
    odd = [file for file in now if now[file] not in {before.get(file), after.get(file)}]
    gone = [file for file in before if file not in now]
    found = [f"neither old nor new: {odd}"] if odd else []
    found += [f"lost: {gone}"] if gone else []
    if code == KILLED:
        return found
    if "Traceback" in said or code == 70:
        found.append(said)
    left = [str(one) for one in place.rglob(".kehoach-*.tmp")]
    found += [f"left behind: {left}"] if left else []
    if now not in (before, after) and name not in SEVERAL_STEPS and "bị ngắt" not in said:
        found.append("some files are old and some are new")
    if code in {0, 1} and now != after and "không ghi được" not in said:
        found.append("it says that all went well")
    return found


def injected(*names: str) -> dict[str, list[str]]:
    """What the injector finds wrong, by command."""
    done = subprocess.run(
        [sys.executable, __file__, "--some", *names], capture_output=True, text=True, check=True
    )
    found = map(json.loads, done.stdout.splitlines())
    return {name: faults for one in found for name, faults in one.items()}


def test_every_command_that_writes_is_stopped_here() -> None:
    assert {name for name, _, _ in ALL} - ONLY_READING == {*COMMANDS}


@pytest.mark.skipif(sys.platform == "win32", reason="máy này không có fork")
def test_a_record_for_two_plans_survives_a_stop_at_every_step() -> None:
    assert injected("receive") == {"receive": []}


@pytest.mark.skipif(not LONG, reason="phép thử dài: đặt KEHOACH_LONG_TESTS=1")
@pytest.mark.parametrize("nth", range(PARTS))
def test_every_command_that_writes_survives_a_stop_at_every_step(nth: int) -> None:
    names = tuple(COMMANDS)[nth::PARTS]
    assert injected(*names) == {name: [] for name in names}


def main() -> None:
    """``test_crash.py [--some] COMMAND…``: the faults as JSON; all commands where none is named."""
    sys.path[:0] = [str(REPOSITORY / "src"), str(REPOSITORY)]
    os.environ |= {"CI": "", "KEHOACH_CACHE": "1"}
    memory = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        place = Path(folder) / "noi"
        typed = sys.argv[1:]
        for name in [one for one in typed if one in COMMANDS] or COMMANDS:
            with redirect_stdout(sys.stderr):
                some = "--some" in typed
                found = faults(place, name, some=some)
            sys.stdout.write(json.dumps({name: found}, ensure_ascii=False) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
