"""What a template cannot do, whoever wrote it: get at anything but its values, or go on for ever.

Values are text, numbers, days, lists and what the views show. Nothing of them can be called but
the harmless methods of those plain kinds. A template may take fifty thousand steps of its loops
and macros, and make texts and lists of a limited size; all this is counted, not timed, so that the
same template always ends the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import PurePath
from types import FunctionType, MethodType, ModuleType
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Cycler, Joiner, Namespace
from jinja2.visitor import NodeTransformer

from kehoach_cli.drafting.limits import (
    MOST_SIZE,
    MOST_STEPS,
    MOST_WORK,
    TOO_BIG,
    TOO_LARGE,
    TOO_MANY_STEPS,
)

_MEMBER = 10

_LARGEST = 10**12
_LARGEST_POWER = 100
"""What a template may multiply, and raise to a power: more would take hours, not seconds."""

_LONGEST_SEPARATOR = 100

_PLAIN = (str, int, float, dict, list, tuple, set, frozenset, date)
_OF_TEMPLATES = (Macro, BlockReference, LoopContext, Cycler, Joiner)
_OF_JINJA = (dict, Namespace, Cycler, Joiner, safe_range)
_CLOSED = (PurePath, ModuleType, FunctionType, MethodType, type)
_AMPLIFIERS = frozenset(
    {
        *("center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map", "translate"),
        *("encode", "maketrans", "replace", "join", "to_bytes", "strftime", "__format__"),
    }
)
"""Methods by which a short text makes an endless one; two of them are filters with a limit."""

_LEFT_OUT = frozenset(
    {
        *("attr", "batch", "center", "filesizeformat", "format", "indent", "pprint", "random"),
        *("slice", "tojson", "urlencode", "urlize", "wordwrap", "xmlattr"),
    }
)
"""Filters of Jinja that no official document needs: chance, program text, endless padding."""


@dataclass(slots=True)
class _Spent:
    """What the text that is being rendered has cost so far."""

    steps: int = 0
    work: int = 0


_spent: ContextVar[_Spent] = ContextVar("spent")


def begin() -> None:
    """A text is rendered from here on: nothing is spent yet."""
    _spent.set(_Spent())


def bounded(value: Any) -> Any:
    """The value, where it is of ordinary size with all that it holds; else ``SecurityError``.

    What is there twice counts twice, as it would when printed or compared.
    """
    todo, size = [value], 0
    while todo:
        one = todo.pop()
        size += len(one) if isinstance(one, str) else _MEMBER
        if isinstance(one, dict):
            todo += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            todo += one
        elif isinstance(one, range):
            size += _MEMBER * len(one)
        if size + _MEMBER * len(todo) > MOST_SIZE:
            raise SecurityError(TOO_BIG)
    _spend(size)
    return value


def _spend(work: int) -> None:
    spent = _spent.get(None)
    if spent is None:  # a template is being examined, not rendered
        return
    spent.work += work
    if spent.work > MOST_WORK:
        raise SecurityError(TOO_BIG)


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox of Jinja, closed further.

    An operator that is intercepted is not worked out while a template is compiled either.
    """

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result for numbers of ordinary size; raises ``SecurityError`` for larger ones.

        Texts and lists can be added, and that is all.
        """
        if operator == "+":
            bounded((left, right))
            return super().call_binop(context, operator, left, right)
        most = _LARGEST if operator != "**" else _LARGEST_POWER
        if all(isinstance(one, int | float) and abs(one) <= most for one in (left, right)):
            return super().call_binop(context, operator, left, right)
        raise SecurityError(TOO_LARGE)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of files, classes and functions, and no method that makes much of little."""
        if isinstance(obj, _CLOSED) or (isinstance(obj, _PLAIN) and attr in _AMPLIFIERS):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, Jinja's own helpers, and methods of plain values; never a method of ours."""
        if not super().is_safe_callable(obj):
            return False
        if isinstance(obj, _OF_TEMPLATES) or any(obj is one for one in _OF_JINJA):
            return True
        own = getattr(obj, "__self__", None)
        return own is not None and isinstance(own, (*_PLAIN, *_OF_TEMPLATES))

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """The answer of a macro or method, which costs a step."""
        if getattr(obj, "__self__", None) is self:  # put there by ``_Counting``
            return obj(*args)
        self.step(0)
        return bounded(super().call(context, obj, *args, **kwargs))

    def step(self, size: int) -> None:
        """One more turn of a loop, which prints so many characters of its own."""
        spent = _spent.get()
        spent.steps += 1
        if spent.steps > MOST_STEPS:
            raise SecurityError(TOO_MANY_STEPS)
        _spend(size)

    def joined(self, *values: Any) -> str:
        """``~``: the values as one text."""
        return "".join(map(str, bounded(values)))

    def measured(self, value: Any) -> Any:
        """A list that a template has written down, or something that it compares."""
        return bounded(value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Counting().visit(tree)
        return tree


class _Counting(NodeTransformer):
    """Puts a step into every loop and a measure around all that grows or is gone through."""

    def visit(self, node: nodes.Node, *_: Any, **__: Any) -> nodes.Node:
        self.generic_visit(node)
        way = _COUNTED.get(type(node))
        return way(node) if way else node


def _step(node: nodes.For) -> nodes.Node:
    """What a loop prints of its own is known before."""
    own = sum(len(one.data) for one in node.find_all(nodes.TemplateData))
    step = _own("step", [nodes.Const(own, lineno=node.lineno)], node)
    node.body.insert(0, nodes.ExprStmt(step, lineno=node.lineno))
    return node


def _joined(node: nodes.Concat) -> nodes.Node:
    return _own("joined", node.nodes, node)


def _measured(node: nodes.Expr) -> nodes.Expr:
    return _own("measured", [node], node)


def _loaded(node: nodes.Tuple) -> nodes.Node:
    """A tuple that is written down; one that is assigned to is none."""
    return _measured(node) if node.ctx == "load" else node


def _part(node: nodes.Getitem) -> nodes.Node:
    return _measured(node) if isinstance(node.arg, nodes.Slice) else node


def _compared(node: nodes.Compare) -> nodes.Node:
    node.expr = _measured(node.expr)
    for operand in node.ops:
        operand.expr = _measured(operand.expr)
    return node


def _tested(node: nodes.Test) -> nodes.Node:
    node.args = [_measured(one) for one in node.args]
    return node


_COUNTED: Mapping[type[nodes.Node], Callable[[Any], nodes.Node]] = {
    nodes.For: _step,
    nodes.Concat: _joined,
    nodes.Compare: _compared,
    nodes.Test: _tested,
    nodes.Getitem: _part,
    nodes.Tuple: _loaded,
    nodes.List: _measured,
    nodes.Dict: _measured,
}


def _own(name: str, args: list[nodes.Expr], at: nodes.Node) -> nodes.Expr:
    """A call of the environment's own method; no template can name it by itself."""
    method = nodes.EnvironmentAttribute(name, lineno=at.lineno)
    call = nodes.Call(method, args, [], None, None, lineno=at.lineno)
    call.environment = at.environment
    return call


def limited_filters(
    own: Mapping[str, Callable[..., object]], jinja: Mapping[str, Any]
) -> dict[str, Any]:
    """Ours and those of Jinja that are harmless, each with a limit on what it takes and makes."""
    kept = {name: one for name, one in jinja.items() if name not in _LEFT_OUT}
    return {name: _limited(name, one) for name, one in {**kept, **own}.items()}


def _limited(name: str, one: Callable[..., Any]) -> Callable[..., Any]:
    """The filter; ``wraps`` keeps what tells Jinja to hand it the environment."""

    @wraps(one)
    def limited(*args: Any, **kwargs: Any) -> Any:
        given = [_counted(arg) for arg in args]
        if name in _LIMITS and not _LIMITS[name](
            *given[1:] if _takes_more(one) else given, **kwargs
        ):
            raise SecurityError(TOO_BIG)
        return bounded(one(*given, **kwargs))

    return limited


def _counted(value: Any) -> Any:
    """A list or text costs what it holds; what has no length yet costs as it is gone through."""
    if isinstance(value, Iterator):
        return _one_by_one(value)
    return bounded(value) if isinstance(value, (*_PLAIN, range)) else value


def _one_by_one(values: Iterator[Any]) -> Iterator[Any]:
    for one in values:
        _spend(_MEMBER)
        yield one


def _takes_more(one: Callable[..., Any]) -> bool:
    """Whether Jinja puts a context or itself before the value."""
    return hasattr(one, "jinja_pass_arg")


def _joins(_: Any, d: Any = "", **__: Any) -> bool:
    return len(str(d)) <= _LONGEST_SEPARATOR


def _replaces(text: Any, old: Any, new: Any, **__: Any) -> bool:
    return (str(text).count(str(old)) + 1) * len(str(new)) <= MOST_SIZE


_LIMITS: Mapping[str, Callable[..., bool]] = {"join": _joins, "replace": _replaces}
