"""Black letters."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import runs
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import RuleSet

NAME = "font-colour"


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """Letters of a part in a colour that the eye tells from black, where it has to be black."""
    darkest = rules.rules[NAME]["still_black"]
    for part, paragraph, run in runs(form, rules):
        if not part.any_colour and not _is_black(run.letters.colour, darkest):
            args = {"part": part.name, "found": run.letters.colour, "law": rules.law}
            yield Fault(NAME, form.at(paragraph, run), args)


def _is_black(colour: str, darkest: int) -> bool:
    """Whether no channel of RRGGBB is lighter than ``darkest`` (0 to 255)."""
    try:
        return all(channel <= darkest for channel in bytes.fromhex(colour))
    except ValueError:
        return True
