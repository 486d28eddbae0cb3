"""One door for every write: links, rights, full disks, two at once, and what a killed run left."""

from __future__ import annotations

import ast
import errno
import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.test_crash import IN, fresh
from tests.cli.test_crash import started as crash_start

from kehoach_cli.cli import exits, run
from kehoach_cli.cli.atomic import replace_files
from kehoach_cli.cli.journal import PENDING, Finished, finish
from kehoach_cli.cli.locking import hold, release
from kehoach_cli.cli.output import LEDGER, append_text, write_all
from kehoach_cli.cli.storing import store
from kehoach_cli.errors import EditRefused, OutputError
from kehoach_cli.source.file_names import is_reserved
from kehoach_cli.workspace import load

REPOSITORY = Path(__file__).parents[2]
EVERY_STATE = REPOSITORY / "tests" / "workspaces" / "every-state"
TASKS = "data/plans/hop-tac-so/tasks.yaml"
YT = "data/plans/hop-tac-so/progress/2027/so-yt.yaml"
AMENDMENTS = "data/plans/hop-tac-so/amendments.yaml"
RECEIPTS = "data/plans/hop-tac-so/receipts.yaml"
NEW_TASK = ("new", "task", "hop-tac-so")
RECEIVE = ("receive", "so-yt", "--period", "2027", "--number", "512/BC-SYT")
AS_NOBODY = """
import os, sys
from kehoach_cli.cli import run
words, (once, here) = sys.argv[1:-2], sys.argv[-2:]
sys.argv[1:] = [*words, "--root", once]
run()
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.argv[1:] = [*words, "--root", here]
sys.exit(run())
"""
"""The command once, so that it has all its modules, then by somebody who may not do everything."""

Kehoach = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(EVERY_STATE, tmp_path / "ws")


@pytest.fixture
def kehoach(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Kehoach:
    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kehoach", *words, "--root", str(root)])
        code = run()
        return code, *capsys.readouterr()

    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    return call


def files(root: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in sorted(root.rglob("*")) if one.is_file()}


def started(
    root: Path, *words: str, preexec_fn: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "kehoach_cli", *words, "--root", str(root)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=preexec_fn,  # noqa: PLW1509 - nothing else runs beside it
    )


class TestTwoAtOnce:
    def test_two_that_write_one_file_lose_nothing(self, root: Path) -> None:
        runs = [started(root, *NEW_TASK, f"Việc {number}") for number in range(2)]
        said = [one.communicate(timeout=60) for one in runs]
        assert [one.returncode for one in runs] == [0, 0], said
        text = (root / TASKS).read_text(encoding="utf-8")
        assert "title: Việc 0" in text
        assert "title: Việc 1" in text
        assert not load(root).faults

    def test_two_who_take_in_the_same_forms_write_them_once(self, tmp_path: Path) -> None:
        place = fresh(tmp_path / "noi", crash_start(tmp_path, "forms import"))
        words = ("forms", "import", str(place / IN), "--received", "14/12/2027")
        runs = [started(place / "ws", *words, "--out", str(place / one)) for one in "ab"]
        said = [one.communicate(timeout=60)[0] for one in runs]
        assert sorted(text.count("đã nhận") for text in said) == [0, 2], said
        assert sorted(text.count("không có gì mới") for text in said) == [0, 2], said
        text = (place / "ws" / YT).read_text(encoding="utf-8")
        assert text.count("Đã kết nối 12 cơ sở") == 1
        assert not load(place / "ws").faults

    def test_two_who_amend_the_same_plan_make_one_record(self, tmp_path: Path) -> None:
        place = fresh(tmp_path / "noi", crash_start(tmp_path, "amend"))
        words = ("amend", "hop-tac-so", "--reason", "Đổi", "--out", str(place / "ra"))
        runs = [started(place / "ws", *words) for _ in range(2)]
        said = [one.communicate(timeout=60) for one in runs]
        assert [one.returncode for one in runs] == [0, 0], said
        record = (place / "ws" / AMENDMENTS).read_text(encoding="utf-8")
        assert record.count("- id:") == 1
        assert [one.name for one in place.rglob(".kehoach-*.tmp")] == []

    def test_the_lock_of_one_process_keeps_another_out(self, root: Path) -> None:
        hold(root)
        try:
            asked = "from kehoach_cli.cli.locking import *; import sys, pathlib;"
            asked += "sys.exit(not try_hold(pathlib.Path(sys.argv[1])))"
            ran = subprocess.run(
                [sys.executable, "-c", asked, str(root)],
                env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
                check=False,
            )
            assert ran.returncode == 1
        finally:
            release()

    def test_what_an_editor_saved_in_between_is_not_overwritten(self, root: Path) -> None:
        ws = load(root)
        (root / TASKS).write_text("tasks: []\n", encoding="utf-8")
        before = files(root)
        with pytest.raises(EditRefused, match="vừa được người khác thay đổi"):
            store(ws, {RECEIPTS: "[]\n", TASKS: "tasks: [] # của tôi\n"})
        assert files(root) == before


class TestRefused:
    def test_a_link_out_of_the_workspace_is_not_followed(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        shutil.move(root / "data/plans", tmp_path / "plans")
        (root / "data/plans").symlink_to(tmp_path / "plans")
        before = files(tmp_path)
        with pytest.raises(OutputError, match="dẫn ra ngoài thư mục làm việc"):
            store(load(root), {RECEIPTS: "[]\n"})
        assert kehoach(*RECEIVE)[0] != exits.CLEAN
        assert files(tmp_path) == before

    def test_a_linked_folder_in_the_outputs_is_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "ra").mkdir()
        (tmp_path / "nha").mkdir()
        (tmp_path / "ra" / "de-cuong").symlink_to(tmp_path / "nha")
        with pytest.raises(OutputError, match="dẫn ra ngoài"):
            write_all(tmp_path / "ra", {"a.txt": b"a", "de-cuong/b.txt": b"b"}, force=True)
        assert files(tmp_path) == {}

    def test_a_file_that_somebody_protects_stays(self, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"
        file.write_bytes(b"cu")
        file.chmod(0o444)
        if os.access(file, os.W_OK):
            pytest.skip("tài khoản quản trị ghi được mọi tệp")
        with pytest.raises(PermissionError):
            replace_files({file: b"moi"})

    @pytest.mark.skipif(sys.platform == "win32", reason="quyền của POSIX")
    def test_a_folder_that_may_not_be_written_is_one_sentence(self) -> None:
        with TemporaryDirectory() as folder:  # pytest keeps others out of its own, also meanwhile
            Path(folder).chmod(0o755)
            self.refuses_to_write_below(Path(folder))

    def refuses_to_write_below(self, folder: Path) -> None:
        root, once = (shutil.copytree(EVERY_STATE, folder / name) for name in ("ws", "once"))
        for one in (root, *root.rglob("*")):
            one.chmod(0o555 if one.is_dir() else 0o444)
        before = files(root)
        ran = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, *RECEIVE, str(once), str(root)],
            env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        for one in (root, *root.rglob("*")):
            one.chmod(0o755)
        assert (ran.returncode, ran.stderr.count("\n")) == (exits.FAILED, 2), ran.stderr
        assert "không có quyền ghi" in ran.stderr
        assert files(root) == before

    @pytest.mark.parametrize(
        "words",
        [
            ("partner", "Công ty Con", "--kind", "company", "--id", "con"),
            ("plan", "Kế hoạch AUX", "--period", "2027", "--id", "aux"),
            ("session", "hop-tac-so", "Họp", "--time", "Tháng 3", "--place", "Huế", "--id", "com1"),
        ],
    )
    def test_a_name_that_windows_keeps_is_written_nowhere(
        self, kehoach: Kehoach, root: Path, words: tuple[str, ...]
    ) -> None:
        before = files(root)
        code, _, err = kehoach("new", *words)
        assert (code, "KH014 không ghi «" in err) == (exits.FAILED, True)
        assert files(root) == before

    def test_a_name_of_our_own_choice_is_another(self, kehoach: Kehoach, root: Path) -> None:
        assert kehoach("new", "partner", "CON", "--kind", "company")[0] == exits.CLEAN
        assert (root / "data/partners/con-2.yaml").exists()

    @pytest.mark.parametrize("name", ["con", "CON.yaml", "nul.tar.gz", "lpt9", "aux .txt", "Com0"])
    def test_devices_are_known_by_any_ending(self, name: str) -> None:
        assert is_reserved(name)
        assert not is_reserved(f"{name}a" if "." not in name else f"a{name}")

    @pytest.mark.skipif(sys.platform == "win32", reason="ống dẫn của POSIX")
    @pytest.mark.parametrize("name", ["a.txt", LEDGER])
    def test_a_pipe_is_neither_read_nor_replaced(self, tmp_path: Path, name: str) -> None:
        os.mkfifo(tmp_path / name)
        with pytest.raises(OutputError, match="không phải tệp"):
            write_all(tmp_path, {"a.txt": b"a"}, force=True)
        with pytest.raises(OSError, match=name):
            replace_files({tmp_path / name: b"a"})
        with pytest.raises(OutputError, match="không phải tệp"):
            append_text(tmp_path / name, "a")
        assert (tmp_path / name).is_fifo()

    @pytest.mark.skipif(sys.platform == "win32", reason="giới hạn của POSIX")
    def test_a_disk_that_takes_no_more_is_one_sentence(self, root: Path) -> None:
        def little() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))

        before = files(root)
        ran = started(root, *RECEIVE, preexec_fn=little)
        _, err = ran.communicate(timeout=60)
        assert ran.returncode == exits.FAILED
        assert "không ghi được" in err
        assert files(root) == before

    def test_where_the_second_file_cannot_be_replaced_the_first_is_put_back(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, second, third = (tmp_path / name for name in "abc")
        first.write_bytes(b"cu")
        real, calls = os.replace, iter(range(9))

        def busy(*paths: str) -> None:
            if next(calls) == 2:
                raise PermissionError(errno.EACCES, "mở trong Word")
            real(*paths)

        monkeypatch.setattr(os, "replace", busy)
        with pytest.raises(PermissionError):
            replace_files({first: b"moi", second: b"moi", third: b"moi"})
        assert files(tmp_path) == {str(first): b"cu"}

    def test_where_nothing_can_be_put_back_it_is_said(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, second = tmp_path / "a", tmp_path / "b"
        first.write_bytes(b"cu")
        real, calls = os.replace, iter(range(9))

        def dying(*paths: str) -> None:
            if next(calls) > 0:
                raise OSError(errno.EIO, "hỏng")
            real(*paths)

        monkeypatch.setattr(os, "replace", dying)
        with pytest.raises(OutputError, match=r"a» đã là bản mới, «.*b» vẫn là bản cũ"):
            replace_files({first: b"moi", second: b"moi"})


def pending(root: Path, before: bytes | None, after: bytes, changed: object = None) -> None:
    """What a run leaves that was killed before it replaced its second file."""
    (root / ".kehoach-x.tmp").write_bytes(after)
    entry = {
        "file": "data/periods/2027.yaml",
        "staged": ".kehoach-x.tmp",
        "before": "" if before is None else sha256(before).hexdigest(),
        "after": sha256(after).hexdigest(),
    }
    if isinstance(changed, dict):
        entry.update(changed)
    said = {"schema": 1, "files": [entry]}
    (root / PENDING).write_text(json.dumps(said), encoding="utf-8")


class TestInterrupted:
    FILE = "data/periods/2027.yaml"

    def test_the_next_command_finishes_it_even_one_that_only_reads(
        self, kehoach: Kehoach, root: Path
    ) -> None:
        old = (root / self.FILE).read_bytes()
        pending(root, old, old + b"# moi\n")
        err = kehoach("status")[2]
        assert "đã ghi nốt «data/periods/2027.yaml»" in err
        assert (root / self.FILE).read_bytes() == old + b"# moi\n"
        assert not (root / PENDING).exists()
        assert not (root / ".kehoach-x.tmp").exists()

    def test_what_somebody_has_typed_since_stays(self, kehoach: Kehoach, root: Path) -> None:
        typed = (root / self.FILE).read_bytes() + b"# tay\n"
        pending(root, b"cu", b"moi")
        (root / self.FILE).write_bytes(typed)
        assert "nên giữ nguyên" in kehoach("status")[2]
        assert (root / self.FILE).read_bytes() == typed

    @pytest.mark.parametrize(
        "changed",
        [
            {"file": "../ngoai.yaml"},
            {"file": "/etc/ngoai.yaml"},
            {"file": ".git/hooks/pre-commit"},
            {"file": ".GIT/hooks/pre-commit"},
            {"file": ".git\\hooks\\pre-commit"},
            {"file": "data/periods"},
            {"file": "kehoach.yaml/a.yaml"},
            {"file": "9" * 300},
            {"file": "\ud800"},
            {"staged": f".kehoach-{'9' * 300}.tmp"},
            {"staged": "kehoach.yaml"},
            {"staged": "../.kehoach-x.tmp"},
            {"staged": "data/plans/.kehoach-x.tmp"},
            {"file": "lien-ket/a.yaml"},
            {"after": 1},
            {"them": "khoa"},
        ],
    )
    def test_a_promise_that_is_not_ours_is_thrown_away(
        self, root: Path, tmp_path: Path, changed: dict[str, object]
    ) -> None:
        (root / "lien-ket").symlink_to(tmp_path)
        before = files(tmp_path)
        pending(root, None, b"moi", changed)
        assert finish(root.resolve()) == Finished()
        (root / ".kehoach-x.tmp").unlink(missing_ok=True)
        assert files(tmp_path) == before

    @given(data=st.binary(max_size=200))
    def test_any_bytes_are_borne(
        self, tmp_path_factory: pytest.TempPathFactory, data: bytes
    ) -> None:
        root = tmp_path_factory.mktemp("noi").resolve()
        (root / PENDING).write_bytes(data)
        assert finish(root) == Finished()
        assert list(root.iterdir()) == []

    @pytest.mark.skipif(sys.platform == "win32", reason="ống dẫn của POSIX")
    def test_a_promise_that_is_a_pipe_is_thrown_away(self, root: Path) -> None:
        os.mkfifo(root / PENDING)
        assert finish(root.resolve()) == Finished()
        assert not (root / PENDING).exists()

    def test_old_staged_files_are_swept_away_young_ones_are_not(self, tmp_path: Path) -> None:
        old, young = tmp_path / ".kehoach-cu.tmp", tmp_path / ".kehoach-moi.tmp"
        for one in (old, young):
            one.write_bytes(b"")
        os.utime(old, (1, 1))
        replace_files({tmp_path / "a": b"a"})
        assert (old.exists(), young.exists()) == (False, True)

    def test_a_file_written_before_the_kill_is_known_as_ours(self, tmp_path: Path) -> None:
        write_all(tmp_path, {"a.docx": b"mot"}, force=False)
        ledger = (tmp_path / LEDGER).read_bytes()
        write_all(tmp_path, {"a.docx": b"hai"}, force=False)
        newer = (tmp_path / LEDGER).read_bytes()
        (tmp_path / "a.docx").write_bytes(b"mot")  # killed when only the ledger was written
        write_all(tmp_path, {"a.docx": b"ba"}, force=False)
        (tmp_path / LEDGER).write_bytes(newer)
        (tmp_path / "a.docx").write_bytes(b"hai")
        write_all(tmp_path, {"a.docx": b"bon"}, force=False)
        assert ledger != newer


DOORS = {
    "atomic.py": {"mkdir", "unlink", "mkstemp", "chmod", "fsync"},
    "journal.py": {"unlink"},
    "output.py": {"mkdir"},
    "init.py": {"mkdir"},
    "remembering.py": {"mkdir"},
    "office.py": {"write_bytes", "TemporaryDirectory"},  # for LibreOffice, gone at once
    "__init__.py": {"NamedTemporaryFile"},  # the log of a fault of ours
}
WRITING = {name for names in DOORS.values() for name in names} | {
    *("write_text", "rename", "symlink_to", "hardlink_to", "rmdir", "rmtree"),
    *("copytree", "makedirs", "mkstemp", "mkdtemp", "copyfile", "removedirs"),
}


def test_no_other_module_writes() -> None:
    source = REPOSITORY / "src" / "kehoach_cli"
    for path in sorted(source.rglob("*.py")):
        calls = {
            node.func.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        own = path.relative_to(source / "cli").name if path.parent == source / "cli" else ""
        assert calls & WRITING <= DOORS.get(own, set()), path
