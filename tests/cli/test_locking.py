"""The branch of the lock that Windows runs, against a module that locks bytes as its one does."""

from __future__ import annotations

import errno
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kehoach_cli.cli import locking

FAR = 1 << 30
SETTINGS = b"province: a\n"

Locked = set[tuple[int, int]]


class Bytes(ModuleType):
    """``msvcrt`` of a machine: which byte of which file some process has locked."""

    LK_NBLCK = 2

    def __init__(self, locked: Locked, fault: int = 0) -> None:
        super().__init__("msvcrt")
        self.locked, self.fault = locked, fault

    def locking(self, handle: int, mode: int, count: int) -> None:
        """The byte where the file stands; errno 13 where another one has it, as Windows says it."""
        assert (mode, count) == (self.LK_NBLCK, 1)
        if self.fault:
            raise OSError(self.fault, os.strerror(self.fault))
        place = os.fstat(handle).st_ino, os.lseek(handle, 0, os.SEEK_CUR)
        if place in self.locked:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        self.locked.add(place)


Process = Callable[[Bytes], ModuleType]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "kehoach.yaml").write_bytes(SETTINGS)
    return tmp_path


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Process:
    """A process of Windows: the module as it is imported there."""

    def started(system: Bytes) -> ModuleType:
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setattr(os, "O_BINARY", 0, raising=False)
        monkeypatch.setitem(sys.modules, "msvcrt", system)
        spec = importlib.util.spec_from_file_location("locking_there", locking.__file__)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return started


@pytest.mark.skipif(sys.platform == "win32", reason="ở đây đã chạy thật")
class TestWindows:
    def test_the_second_process_waits_for_the_first(self, root: Path, process: Process) -> None:
        locked: Locked = set()
        first, second = process(Bytes(locked)), process(Bytes(locked))
        assert first.try_hold(root)
        assert first.try_hold(root)  # what one holds it may hold again
        assert not second.try_hold(root)
        assert {offset for _, offset in locked} == {FAR}
        assert (root / "kehoach.yaml").read_bytes() == SETTINGS
        first.release()
        locked.clear()  # the system does that when the handle is closed
        assert second.try_hold(root)
        second.release()

    def test_a_disk_without_locks_goes_without(self, root: Path, process: Process) -> None:
        assert process(Bytes(set(), errno.EINVAL)).try_hold(root)

    def test_without_a_workspace_nobody_is_kept_out(self, tmp_path: Path, process: Process) -> None:
        assert process(Bytes(set())).try_hold(tmp_path / "khong-co")
