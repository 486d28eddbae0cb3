"""The figures of many provinces as data for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kehoach_cli.drafting.questions.provinces import (
    ChallengeSums,
    LeftOut,
    PlanSums,
    Province,
    Sums,
)
from kehoach_cli.drafting.questions.view import SCHEMA
from kehoach_cli.drafting.status_view import totals_json
from kehoach_cli.progress import COMMITMENT_STATES, Totals, added


def rollup_data(
    provinces: Sequence[Province], left_out: Sequence[LeftOut], as_of: date, period: str | None
) -> dict[str, object]:
    """Sums, then the rows that they are of; ``period`` is null where none was asked for."""
    plans = [_plan(one, plan) for one in provinces for plan in one.plans]
    whole = _sums([one.sums for one in provinces])
    return {
        "schema": SCHEMA,
        "as_of": as_of.isoformat(),
        "period": period,
        "totals": {"provinces": len(provinces), "plans": len(plans), **whole},
        "provinces": [_province(one) for one in provinces],
        "plans": plans,
        "challenges": [_challenge(one, found) for one in provinces for found in one.challenges],
        "left_out": [{"workspace": one.workspace, "reason": one.reason} for one in left_out],
    }


def _sums(parts: Sequence[Sums]) -> dict[str, object]:
    promised = added((one.commitments for one in parts), COMMITMENT_STATES)
    return {
        "tasks": _figures(added(one.tasks for one in parts)),
        "assignments": _figures(added(one.assignments for one in parts)),
        "commitments": totals_json(promised),
    }


def _figures(counted: Totals) -> dict[str, object]:
    """The figures of ``status``, and each ratio with what it is a share of."""
    ratios = {
        "on_time": counted.on_time_ratio,
        "late": counted.done_late_ratio,
        "overdue": counted.overdue_ratio,
        "completion": counted.completion_ratio,
    }
    shares = {
        name: {"numerator": one.numerator, "denominator": one.denominator}
        for name, one in ratios.items()
    }
    return {**totals_json(counted), "ratios": shares}


def _province(one: Province) -> dict[str, object]:
    return {
        "workspace": one.workspace,
        "province": one.name,
        "code": one.code,
        "period": one.period,
        "errors": one.errors,
        "plans": len(one.plans),
        **_sums((one.sums,)),
    }


def _plan(one: Province, plan: PlanSums) -> dict[str, object]:
    return {
        "workspace": one.workspace,
        "province": one.name,
        "plan": plan.id,
        "title": plan.title,
        "issued": plan.is_issued,
        **_sums((plan.sums,)),
    }


def _challenge(one: Province, challenge: ChallengeSums) -> dict[str, object]:
    return {
        "workspace": one.workspace,
        "province": one.name,
        "challenge": challenge.id,
        "title": challenge.title,
        "tasks": _figures(challenge.tasks),
        "proposals": challenge.proposals,
    }
