"""What becomes of a command whose output nobody reads, or cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach_cli.cli import exits

BASE = Path(__file__).parents[1] / "workspaces" / "base"
COMMANDS = ("validate", "explain KH201", "status", "--help", "--version")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither /dev/full nor EPIPE")


def leave(words: str, redirection: str) -> subprocess.CompletedProcess[str]:
    """Run a command line in a shell; what is returned carries kehoach's own exit code.

    Streams are buffered as at users' desks, whatever the surroundings of the tests say.
    """
    line = f'"$PY" -m kehoach_cli {words} {redirection}'
    return subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", line],
        env=os.environ
        | {"PY": sys.executable, "KEHOACH_ROOT": str(BASE), "KEHOACH_DEBUG": ""}
        | {"PYTHONUNBUFFERED": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("words", COMMANDS)
def test_a_pipe_that_is_closed_early_is_nobody_s_fault(words: str) -> None:
    done = leave(words, "| true")
    assert (done.returncode, done.stderr) == (exits.CLEAN, "")


@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_disk_is_no_fault_of_kehoach(words: str) -> None:
    done = leave(words, "> /dev/full")
    assert done.returncode == exits.FAILED
    assert done.stderr == "kehoach: không ghi được kết quả ra màn hình hoặc tệp nhận\n"


@pytest.mark.parametrize("redirection", [">&-", "2>&- >/dev/null", ">&- 2>&-"])
def test_closed_streams_are_left_alone(redirection: str) -> None:
    done = leave("validate", redirection)
    assert (done.returncode, done.stderr) == (exits.CLEAN, "")


@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_a_refusal_nobody_hears_keeps_its_code(redirection: str) -> None:
    assert leave("frob", redirection).returncode == exits.USAGE
