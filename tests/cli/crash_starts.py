"""What has to stand there before a command of ``test_crash`` can write: forms, papers, history.

Made once for each command and copied for each of its runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from tests.cli.test_crash import IN
from tests.cli.test_import import PLAN
from tests.exchange.forms.conftest import Office, opened

from kehoach_cli.cli import run
from kehoach_cli.workspace import load

_ISSUED = "hop-tac-so"
_WHO = ("-c", "user.name=a", "-c", "user.email=a@example.vn", "-c", "commit.gpgsign=false")
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def _called(place: Path, *words: str) -> None:
    said = StringIO()
    sys.argv = ["kehoach", *words, "--root", str(place / "ws")]
    with redirect_stdout(said), redirect_stderr(said):
        code = run()
    if code:
        raise AssertionError(said.getvalue())


def committed(place: Path) -> None:
    """The workspace as a repository with one commit."""
    init = ("init", "-q", "--template=")  # no hooks to copy for each run
    for words in (init, ("add", "."), (*_WHO, "commit", "-qm", "Dữ liệu")):
        subprocess.run(
            ["git", *words],  # noqa: S607 - the git that the machine has
            check=True,
            cwd=place / "ws",
            env={**os.environ, **_ALONE},
        )


def _paper(place: Path) -> None:
    (place / IN / "van-ban.txt").write_text(PLAN, encoding="utf-8")


def _signed(place: Path) -> None:
    """A plan read from a paper, and another one that was signed with a word changed."""
    _paper(place)
    _called(place, "import", str(place / IN / "van-ban.txt"), "--id", "moi")
    signed = PLAN.replace("vườn thuốc nam", "vườn cây thuốc")
    (place / IN / "da-ky.txt").write_text(signed, encoding="utf-8")


def _forms(place: Path) -> None:
    """Two forms to be taken in, and one with a cell that is wrong."""
    office = Office(load(place / "ws"))
    for sender, code, title, value in (
        ("so-yt", "mau-02", "Kết quả đạt được", "Đã kết nối 12 cơ sở"),
        ("so-xd", "mau-05", "Kết quả đạt được", "Đã số hóa 3.000 hồ sơ"),
        ("so-tc", "mau-04", "Ngày hoàn thành", "hôm nào đó"),
    ):
        form = office.send(sender)
        form.set(code, title, value)
        (place / IN / f"{sender}.xlsx").write_bytes(form.data())


def _sheet(place: Path) -> None:
    """The table of tasks of a draft, one told otherwise."""
    _called(place, "tasks", "export", "vien-truong", "--out", str(place / IN))
    (path,) = (place / IN).glob("*.xlsx")
    annex = opened(path.read_bytes())
    sheet = annex.sheet()
    column = next(one.column for one in sheet[3] if one.value == "Nội dung nhiệm vụ")
    sheet.cell(4, column).value = "Một việc nói cách khác"
    path.write_bytes(annex.data())


def _changed(place: Path) -> None:
    """An issued plan in whose files somebody has typed."""
    committed(place)
    file = place / "ws" / "data" / "plans" / _ISSUED / "tasks.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("due: Quý I/2027", "due: Quý I/2028", 1), encoding="utf-8")


def _closed(place: Path) -> None:
    _called(place, "period", "close", "2027", "--as-of", "20/1/2028")


def _met(place: Path) -> None:
    when = ("--time", "Tháng 3", "--place", "Huế", "--id", "lam-viec")
    _called(place, "new", "session", _ISSUED, "Làm việc", *when)
    with (place / "ws/data/plans" / _ISSUED / "sessions/lam-viec.yaml").open("a") as file:
        file.write("invited:\n  - {agency: so-yt, side: province, reply: coming}\n")


STARTS: Mapping[str, Callable[[Path], None]] = {
    "import": _paper,
    "compare": _signed,
    "forms import": _forms,
    "tasks import": _sheet,
    "amend": _changed,
    "diff": _changed,
    "period reopen": _closed,
    "session": _met,
}
