"""``.kehoach/cache``: the second look is quick and says the same bytes; it trusts nothing odd."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from hashlib import blake2b
from pathlib import Path
from random import Random

import pytest
from tests.rules.damage import damage

from kehoach_cli.cli.checking import check
from kehoach_cli.cli.plain import Outcome
from kehoach_cli.cli.remembering import is_wanted
from kehoach_cli.diagnostics import Counts
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import load

WORKSPACES = Path(__file__).parents[1] / "workspaces"
DAY = date(2027, 6, 30)
CACHE = ".kehoach/cache/validate.jsonl"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    left_out = shutil.ignore_patterns(".kehoach")
    shutil.copytree(WORKSPACES / "every-state", tmp_path / "ws", ignore=left_out)
    return tmp_path / "ws"


def cold(root: Path) -> Outcome:
    return check(root, DAY, remembers=False)


def warm(root: Path) -> Outcome:
    return check(root, DAY, remembers=True)


def forge(root: Path, key_part: int, change: dict[str, object] | list[object]) -> None:
    """Put something else under a key, with a right sum."""
    head, *lines = (root / CACHE).read_text(encoding="utf-8").splitlines()
    key, _, _ = lines[key_part].partition("\t")
    lines[key_part] = f"{key}\t{json.dumps(change)}"
    body = "".join(f"{line}\n" for line in lines).encode()
    *mark, _ = json.loads(head)
    whole = json.dumps([*mark, blake2b(body, digest_size=20).hexdigest()])
    (root / CACHE).write_bytes(f"{whole}\n".encode() + body)


def test_what_is_remembered_says_the_same(root: Path) -> None:
    first = warm(root)
    assert first == warm(root) == cold(root)
    assert [one.finding for one in first.found] == findings(Context(load(root), DAY))


@pytest.mark.parametrize("seed", range(3))
def test_after_any_change_it_says_what_is_so_now(seed: int, root: Path) -> None:
    draw = Random(seed)  # noqa: S311 - reproducible, not secret
    warm(root)
    for _ in range(2):
        damage(root, draw, draw.randint(1, 3))
        assert warm(root) == warm(root) == cold(root)


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
@pytest.mark.parametrize("seed", range(3))
def test_processes_that_share_the_work_find_the_same(
    seed: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)  # tests themselves may run in threads
    damage(root, Random(seed), 3)  # noqa: S311 - reproducible, not secret
    shutil.copytree(root / "data/plans/hop-tac-so", root / "data/plans/mot-ban-sao")
    assert check(root, DAY, remembers=False, least_bytes=1) == cold(root)


def test_only_its_own_folder_is_written_and_git_does_not_see_it(root: Path) -> None:
    before = {path for path in root.rglob("*") if path.is_file()}
    warm(root)
    new = {path for path in root.rglob("*") if path.is_file()} - before
    assert new == {root / CACHE, root / ".kehoach/.gitignore"}
    assert (root / ".kehoach/.gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"[]", b"{", b"\xff\xfe", b'["x", "y"]\nabc', b"[" * 100_000, b"\x80\x04K."],
)
def test_a_damaged_one_counts_as_none(content: bytes, root: Path) -> None:
    right = warm(root)
    (root / CACHE).write_bytes(content)
    assert warm(root) == right


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(
    "change",
    [
        [],
        {},
        [1, 2, 3],
        [[], [1, 1, 1], []],
        [[], [-1, 0, 0, 0], []],
        [[["KH101"]], [1, 1, 1, 1], []],
        [["x"], [], [], [], False, {}],
        [["x"], [], [{}, [], [], [], [], {}, {}, [], [], [0, 0, 0, 0]], [], False, {}],
    ],
)
def test_a_forged_one_of_another_shape_counts_as_none(
    change: list[object] | dict[str, object], place: int, root: Path
) -> None:
    right = warm(root)
    forge(root, place, change)
    if place:  # what is known of all goes before what is known of each
        forge(root, 0, [])
    assert warm(root) == right


@pytest.mark.parametrize(
    "change",
    [
        [[], [2, 1, 1, 1], ["\ud800"]],
        [[], [10**9, 1, 1, 1], []],
        [[], [True, 1, 1, 1], []],
        [[["KH001", "x", "error", ["a", 1, 10**12, 1, 1], "m", "h", [], ""]], [1, 1, 1, 1], []],
        [[["KH001", "x", "error", ["a", -1, 1, 1, 1], "m", "h", [], ""]], [1, 1, 1, 1], []],
        [[["KH001", "x", "fatal", ["a", 1, 1, 1, 1], "m", "h", [], ""]], [1, 1, 1, 1], []],
    ],
)
def test_what_no_reporter_could_show_counts_as_none(change: list[object], root: Path) -> None:
    right = warm(root)
    forge(root, 0, change)
    assert warm(root) == right


def test_bytes_that_are_no_text_count_as_none(root: Path) -> None:
    right = warm(root)
    head, _, _ = (root / CACHE).read_bytes().partition(b"\n")
    *mark, _ = json.loads(head)
    body = b"\xff\xfe\t[]\n"
    whole = json.dumps([*mark, blake2b(body, digest_size=20).hexdigest()])
    (root / CACHE).write_bytes(f"{whole}\n".encode() + body)
    assert warm(root) == right


def silenced(root: Path) -> Outcome:
    """The cache says that all is well, with a right sum."""
    warm(root)
    forge(root, 0, [[], [1, 1, 1, 1], []])
    return Outcome((), Counts(1, 1, 1, 1), ())


class TestBrought:
    """Somebody hostile knows the program, the day and the path, and sends a cache along."""

    def test_here_it_would_be_believed(self, root: Path) -> None:
        assert silenced(root) == warm(root)

    def test_one_in_a_checkout_says_nothing(self, root: Path) -> None:
        silenced(root)
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.vn", "-C", str(root)]
        for words in (["init", "-q"], ["add", "-f", "."], ["commit", "-qm", "a"]):
            subprocess.run([*git, *words], check=True)
        shutil.rmtree(root / ".kehoach")
        subprocess.run([*git, "checkout", "-q", "--", "."], check=True)
        assert (root / CACHE).exists()
        assert warm(root) == cold(root)

    def test_one_pulled_into_a_folder_of_our_own_says_nothing(
        self, root: Path, tmp_path: Path
    ) -> None:
        shutil.copytree(root, tmp_path / "theirs")
        silenced(tmp_path / "theirs")
        warm(root)
        forged = (tmp_path / "theirs" / CACHE).read_text(encoding="utf-8")
        (root / CACHE).write_text(forged.replace(str(tmp_path / "theirs"), str(root)), "utf-8")
        assert warm(root) == cold(root)

    def test_one_in_an_archive_says_nothing(self, root: Path, tmp_path: Path) -> None:
        silenced(root)
        shutil.make_archive(str(tmp_path / "gui"), "tar", root)  # with the times of the files
        shutil.rmtree(root)
        shutil.unpack_archive(tmp_path / "gui.tar", root, filter="data")
        assert warm(root) == cold(root)

    def test_one_without_its_folder_file_says_nothing(self, root: Path) -> None:
        silenced(root)
        (root / ".kehoach/.gitignore").unlink()
        assert warm(root) == cold(root)

    @pytest.mark.skipif(os.name == "nt", reason="hàng đợi của POSIX")
    def test_one_that_never_ends_is_not_read(self, root: Path) -> None:
        warm(root)
        (root / CACHE).unlink()
        os.mkfifo(root / CACHE)
        assert warm(root) == cold(root)


def test_one_of_another_day_or_folder_counts_as_none(root: Path, tmp_path: Path) -> None:
    warm(root)
    assert check(root, date(2030, 1, 1), remembers=True) == check(
        root, date(2030, 1, 1), remembers=False
    )
    shutil.copytree(root, tmp_path / "copy")
    assert warm(tmp_path / "copy") == cold(tmp_path / "copy")


def test_what_is_gone_is_forgotten(root: Path) -> None:
    shutil.copytree(root / "data/plans/hop-tac-so", root / "data/plans/mot-ban-sao")
    warm(root)
    large = (root / CACHE).stat().st_size
    shutil.rmtree(root / "data/plans/mot-ban-sao")
    warm(root)
    assert (root / CACHE).stat().st_size < large


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("name", [".kehoach", ".kehoach/cache", ".kehoach/.gitignore"])
def test_a_link_leads_nothing_out_of_the_workspace(name: str, root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(elsewhere)
    assert warm(root) == cold(root)
    assert list(elsewhere.iterdir()) == []


def test_where_nothing_can_be_written_it_does_without(root: Path) -> None:
    (root / ".kehoach").write_text("a file\n", encoding="utf-8")
    assert warm(root) == cold(root)
    assert (root / ".kehoach").read_text(encoding="utf-8") == "a file\n"


def test_two_runs_at_once_do_not_disturb_each_other(root: Path) -> None:
    command = [sys.executable, "-m", "kehoach_cli", "validate", "--as-of", "2027-06-30"]
    env = {**os.environ, "KEHOACH_CACHE": "1", "CI": ""}
    runs = [
        subprocess.Popen([*command, "--root", str(root)], stdout=subprocess.PIPE, env=env)
        for _ in range(2)
    ]
    outputs = {run.communicate(timeout=60)[0] for run in runs}
    assert len(outputs) == 1
    last = subprocess.run(
        [*command, "--root", str(root)], capture_output=True, env=env, check=False
    )
    assert {last.stdout} == outputs


def test_a_second_look_needs_neither_yaml_nor_models(root: Path) -> None:
    warm(root)
    program = (
        "import sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from kehoach_cli.cli.checking import check\n"
        f"check(Path({str(root)!r}), date(2027, 6, 30), remembers=True)\n"
        "print(sorted({'yaml', 'pydantic', 'jinja2', 'rich'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_git_is_told_again_where_somebody_untold_it(root: Path) -> None:
    (root / ".kehoach").mkdir()
    (root / ".kehoach/.gitignore").write_bytes(b"")
    warm(root)
    assert (root / ".kehoach/.gitignore").read_bytes() == b"*\n"


def test_who_does_without_leaves_no_trace(root: Path) -> None:
    before = sorted(root.rglob("*"))
    cold(root)
    assert sorted(root.rglob("*")) == before
    warm(root)
    kept = (root / CACHE).read_bytes()
    (root / "data/agencies.yaml").write_bytes(b"agencies: []\n")
    cold(root)
    assert (root / CACHE).read_bytes() == kept


def test_users_and_ci_can_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("KEHOACH_CACHE", "0")
    assert not is_wanted()
    monkeypatch.delenv("KEHOACH_CACHE")
    assert is_wanted()
    monkeypatch.setenv("CI", "true")
    assert not is_wanted()
