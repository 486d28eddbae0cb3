"""Work shared among processes: all of it is done, whatever becomes of the helpers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from kehoach_cli.cli.crew import Crew, processes_for

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
pytestmark = [
    needs_fork,
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning"),
]


@pytest.mark.parametrize("count", [1, 2, 7, 2500])
def test_every_job_is_done_once_and_in_its_place(count: int) -> None:
    with Crew(lambda number: number * number, count, 2) as crew:
        assert crew.results() == [number * number for number in range(count)]


def test_a_killed_helper_costs_nothing_but_time() -> None:
    first = os.getpid()

    def work(number: int) -> object:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with Crew(work, 20, 3) as crew:
        assert crew.results() == list(range(20))


def test_what_breaks_down_breaks_down_where_it_is_seen() -> None:
    def work(number: int) -> object:
        if number == 5:
            raise ZeroDivisionError
        return number

    with Crew(work, 10, 2) as crew, pytest.raises(ZeroDivisionError):
        crew.results()


def test_nobody_is_left_behind() -> None:
    with Crew(lambda number: number, 3, 2) as crew:
        crew.results()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_more_than_a_pipe_holds_comes_back() -> None:
    with Crew(lambda number: f"{number}" * 100_000, 8, 2) as crew:
        assert sum(len(str(one)) for one in crew.results()) == 800_000


def test_an_interrupt_ends_all_processes() -> None:
    program = (
        "import os, signal, time\n"
        "from kehoach_cli.cli.crew import Crew\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored in the background
        "first = os.getpid()\n"
        "def work(number):\n"
        "    if os.getpid() == first:\n"
        "        os.kill(0, signal.SIGINT)\n"
        "    time.sleep(30)\n"
        "try:\n"
        "    with Crew(work, 4, 2) as crew:\n"
        "        crew.results()\n"
        "except KeyboardInterrupt:\n"
        "    raise SystemExit(7)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], start_new_session=True, timeout=20, check=False
    )
    assert done.returncode == 7


def test_little_work_is_done_by_one_process() -> None:
    assert processes_for(1_000, 250_000) == 1
    assert 1 <= processes_for(10**9, 250_000) <= 8
