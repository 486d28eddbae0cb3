"""The two tables of status: what a sender declares, and the state that follows from it.

A new status is one row here; rules, figures and documents read the row's properties, and nothing
else in the house names a status or a state by its code.
Source of the states: the tree of figures in reports of the Government and the provinces
(BC 1270/BC-TCTTTg of 2017; the Government's draft report of 24/5/2025).
"""

from __future__ import annotations

from kehoach_cli.frozen import frozen


@frozen
class Status:
    """What a sender says of a task.

    ``needs`` names the fields of the task's report that must be there for it to be believed.
    """

    code: str
    label: str
    is_done: bool = False
    is_stopped: bool = False  # suspended or dropped: nothing runs late any more
    waits_for_approver: bool = False
    has_begun: bool = True
    needs: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Something is still to be done."""
        return not (self.is_done or self.is_stopped)


_STATUSES = (
    Status("not-started", "chưa triển khai", has_begun=False),
    Status("in-progress", "đang thực hiện"),
    Status("submitted", "đã trình", waits_for_approver=True, needs=("submitted",)),
    Status("done", "đã hoàn thành", is_done=True, needs=("done_on", "product")),
    Status("suspended", "tạm dừng", is_stopped=True, needs=("document",)),
    Status("dropped", "thôi thực hiện", is_stopped=True, needs=("document",)),
)

STATUSES: dict[str, Status] = {status.code: status for status in _STATUSES}
"""Declared statuses by code, in the order in which they are shown."""


@frozen
class State:
    """What an assignment is counted as; every assignment is in exactly one."""

    code: str
    label: str
    is_done: bool = False
    is_late: bool = False
    is_running: bool = False
    is_silent: bool = False


ON_TIME = State("done-on-time", "hoàn thành đúng hạn", is_done=True)
DONE_LATE = State("done-late", "hoàn thành quá hạn", is_done=True, is_late=True)
RUNNING = State("running-on-time", "đang thực hiện trong hạn", is_running=True)
OVERDUE = State("running-late", "đang thực hiện quá hạn", is_late=True, is_running=True)
OPEN_ENDED = State("open-ended", "thường xuyên, không xác định thời hạn", is_running=True)
STOPPED = State("stopped", "tạm dừng hoặc thôi thực hiện")
SILENT = State("no-report", "chưa có báo cáo", is_silent=True)

STATES: tuple[State, ...] = (ON_TIME, DONE_LATE, RUNNING, OVERDUE, OPEN_ENDED, STOPPED, SILENT)
"""All states, in the order in which tables and prose show them."""


def state_of(
    status: Status | None, *, has_last_day: bool, is_past: bool, is_done_late: bool
) -> State:
    """The state that follows from a declared status (None: nothing received) and the last day.

    ``is_past``: the day of the report's figures is past the last day; ``is_done_late``: the day it
    was done is. A task without a last day that is done counts as done on time: there is nothing it
    could have been late for; ratios over «có thời hạn» leave it out.
    """
    if status is None:
        return SILENT
    if status.is_stopped:
        return STOPPED
    if status.is_done:
        return DONE_LATE if is_done_late else ON_TIME
    if not has_last_day:
        return OPEN_ENDED
    return OVERDUE if is_past else RUNNING
