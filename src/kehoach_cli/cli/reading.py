"""What is typed becomes a value by our own readers, without pydantic.

typer 0.29 hands each value to a pydantic adapter, even a word that stays a word or one that has its
``parser``; to load what makes adapters takes a third of a look where nothing changed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from kehoach_cli.frozen import frozen

_AS_IT_IS = (str, list[str], bool)
"""Words, and flags, which are true or not before anybody reads them."""


@frozen
class Reading:
    """How a parameter reads what is typed."""

    read: Callable[[Any], Any]

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 - typer calls it so
        """The value; None where nothing is typed, a list of them where several may be."""
        if param.multiple or param.nargs == -1:
            return [self.read(one) for one in value or ()]
        return None if value is None else self.read(value)


def read_without_adapters(param: Any) -> None:
    """Let a parameter of a command read by its own ``parser``, or take what is typed as it is.

    Those that typer would make something else of stay with typer.
    """
    described = param.type_descriptor
    if reader := described.parameter_info.parser:
        param.get_runtime_param = partial(Reading, reader)
    elif described.annotation in _AS_IT_IS and not param.envvar:
        param.get_runtime_param = partial(Reading, _same)


def _same(value: Any) -> Any:
    return value
