"""What a terminal gets of the views, at several widths; a pipe gets words and figures only."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from kehoach_cli.cli import exits, run

WORKSPACES = Path(__file__).parents[1] / "workspaces"
EVERY_STATE = ("--root", WORKSPACES / "every-state", "--as-of", "14/12/2027")
STATUS = ("status", *EVERY_STATE)
WIDTHS = (40, 60, 80, 100, 200)
COLOUR = re.compile(r"\x1b\[[\d;]*m")
SHADED = re.compile(r"\x1b\[(?:\d+;)*[34]\dm")

Golden = Callable[[str, str], None]
Kehoach = Callable[..., str]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def kehoach(monkeypatch: pytest.MonkeyPatch) -> Kehoach:
    """The output of a command on a terminal of that width."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("KEHOACH_DEBUG", "1")

    def call(width: int, *words: str | Path, **surroundings: str) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["kehoach", *map(str, words)])
            patch.setattr(sys, "stdout", out := Terminal())
            for name, value in (("COLUMNS", str(width)), *surroundings.items()):
                patch.setenv(name, value)
            assert run() == exits.CLEAN
        return out.getvalue()

    return call


@pytest.mark.parametrize(
    ("width", "words"),
    [*((width, ("status", "--agency", "so-yt")) for width in WIDTHS), (80, ("mine", "so-tc"))],
)
def test_each_width_has_its_own_layout(
    kehoach: Kehoach, golden: Golden, width: int, words: tuple[str, ...]
) -> None:
    text = COLOUR.sub("", kehoach(width, *words, *EVERY_STATE))
    assert max(map(cell_len, text.splitlines())) <= width
    golden(f"terminal/{words[0]}-{width}.txt", text)


def test_bars_and_days_are_the_figures_of_the_json(kehoach: Kehoach) -> None:
    data = json.loads(kehoach(80, *STATUS, "--format", "json"))
    text = COLOUR.sub("", kehoach(200, *STATUS))
    counts = re.findall(r"^ +(\d+) [^█]+ +█+", text, re.MULTILINE)
    totals = [data["totals"][name]["states"] for name in ("tasks", "assignments", "commitments")]
    assert [int(one) for one in counts] == [n for one in totals for n in one.values() if n]
    lines = text.splitlines()
    for item in data["items"]:
        line = next(one for one in lines if one.startswith(f"{item['id']} "))
        lines.remove(line)
        left = {one["days_left"] for one in item["assignments"]}
        if len(left) == 1 and None not in left:
            (days,) = left
            assert re.search(rf"(còn|quá|đã qua) {abs(days):,} ngày$".replace(",", r"\."), line)


def test_colours_stay_away_where_they_are_not_wanted(kehoach: Kehoach) -> None:
    assert SHADED.search(kehoach(100, *STATUS))
    assert not SHADED.search(kehoach(100, *STATUS, NO_COLOR="1"))
    assert COLOUR.sub("", kehoach(100, *STATUS)) == COLOUR.sub(
        "", kehoach(100, *STATUS, NO_COLOR="1")
    )


def test_a_dumb_terminal_gets_letters_in_its_width(kehoach: Kehoach) -> None:
    text = kehoach(60, *STATUS, TERM="dumb")
    assert "\x1b" not in text
    assert "█" not in text
    assert "nhiệm vụ: 9 hoàn thành đúng hạn; 5" in " ".join(text.split())
    assert max(map(cell_len, text.splitlines())) <= 60


def test_a_pipe_gets_words_without_blanks_at_line_ends(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kehoach", *map(str, STATUS)])
        assert run() == exits.CLEAN
    text = capsys.readouterr().out
    assert not re.search(r"[█░\x1b]| $", text, re.MULTILINE)
    assert "41 nhiệm vụ: 9 hoàn thành đúng hạn;" in text


def test_a_pipe_never_waits_for_rich_to_load() -> None:
    script = (
        "import sys; from kehoach_cli.cli import run; "
        f"sys.argv = {['kehoach', *map(str, STATUS)]!r}; run(); "
        "print([one for one in sys.modules if one in ('rich.console', 'rich.table')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("[]\n")
