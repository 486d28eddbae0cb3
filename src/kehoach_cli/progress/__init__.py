"""States, lateness, shares and roll-ups of a reporting period; every figure is computed here once.

The definitions, as this room keeps them:

- The day of the figures is ``as_of`` or the period's last day, whichever comes first. A report
  counts once it is dated ``as_of`` or before; something done after the day of the figures was
  still running on it.
- Population: tasks open at the period's start and tasks assigned in it. A task counts from the day
  it was assigned, else from its plan's date, else from the plan's first year. What was reported
  done or stopped for an earlier period is no longer in it, nor are plans whose last year is over.
- A recurring task counts as its rounds (last days) in the period, one item each; without a day as
  one item without a last day.
- Every assignment is in exactly one state. Who has reported but left a task out has said nothing
  of it: «chưa có báo cáo». Who has nothing to report has not begun: running, or overdue.
- Commitments are counted apart, with states of their own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.progress.arrivals import REGISTER_STATES, Arrival, RegisterState
    from kehoach_cli.progress.commitments import COMMITMENT_STATES
    from kehoach_cli.progress.evaluation import (
        TASK_KINDS,
        KindTotals,
        PlanProgress,
        Progress,
        evaluate,
    )
    from kehoach_cli.progress.extension_states import EXTENSION_STATES, ExtensionState
    from kehoach_cli.progress.figures import AgencyRow, Ratio, Totals, added, assignments_of, totals
    from kehoach_cli.progress.items import Assignment, Item, ItemKind
    from kehoach_cli.progress.letters import LETTER_STATES, LetterRow, LetterState, letter_rows
    from kehoach_cli.progress.money import (
        Amounts,
        MoneyEntry,
        MoneyGap,
        money_before,
        money_by,
        money_entries,
        money_gaps,
        money_of,
        sum_of,
    )
    from kehoach_cli.progress.periods import calendar_of, period_of, year_holding
    from kehoach_cli.progress.raised import DIFFICULTY_STATES, PROPOSAL_STATES, Answering, Raised
    from kehoach_cli.progress.senders import RECEIPTS, Receipt, Sender

__all__ = [
    "COMMITMENT_STATES",
    "DIFFICULTY_STATES",
    "EXTENSION_STATES",
    "LETTER_STATES",
    "PROPOSAL_STATES",
    "RECEIPTS",
    "REGISTER_STATES",
    "TASK_KINDS",
    "AgencyRow",
    "Amounts",
    "Answering",
    "Arrival",
    "Assignment",
    "ExtensionState",
    "Item",
    "ItemKind",
    "KindTotals",
    "LetterRow",
    "LetterState",
    "MoneyEntry",
    "MoneyGap",
    "PlanProgress",
    "Progress",
    "Raised",
    "Ratio",
    "Receipt",
    "RegisterState",
    "Sender",
    "Totals",
    "added",
    "assignments_of",
    "calendar_of",
    "evaluate",
    "letter_rows",
    "money_before",
    "money_by",
    "money_entries",
    "money_gaps",
    "money_of",
    "period_of",
    "sum_of",
    "totals",
    "year_holding",
]

_NAMES = {
    "arrivals": ("REGISTER_STATES", "Arrival", "RegisterState"),
    "commitments": ("COMMITMENT_STATES",),
    "evaluation": (
        "TASK_KINDS",
        "KindTotals",
        "PlanProgress",
        "Progress",
        "evaluate",
    ),
    "extension_states": ("EXTENSION_STATES", "ExtensionState"),
    "figures": (
        "AgencyRow",
        "Ratio",
        "Totals",
        "added",
        "assignments_of",
        "totals",
    ),
    "items": (
        "Assignment",
        "Item",
        "ItemKind",
    ),
    "letters": ("LETTER_STATES", "LetterRow", "LetterState", "letter_rows"),
    "money": (
        "Amounts",
        "MoneyEntry",
        "MoneyGap",
        "money_before",
        "money_by",
        "money_entries",
        "money_gaps",
        "money_of",
        "sum_of",
    ),
    "periods": (
        "calendar_of",
        "period_of",
        "year_holding",
    ),
    "raised": ("DIFFICULTY_STATES", "PROPOSAL_STATES", "Answering", "Raised"),
    "senders": (
        "RECEIPTS",
        "Receipt",
        "Sender",
    ),
}
"""Module → the names that are asked for here."""


def __getattr__(name: str) -> object:
    """Load a module of the room when one of its names is first asked for.

    Checking data needs groups and deadlines only, not what makes the figures.
    """
    for module, names in _NAMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
