"""``@frozen``: a frozen, slotted dataclass that costs a start a quarter of what ``dataclass`` does.

``dataclass(frozen=True, slots=True)`` writes and compiles seven methods for each class, which takes
a millisecond, and a command imports more than a hundred such classes. Here only ``__init__`` is
written for a class; the other methods are the same for all. The rest is ``dataclasses``' own, so
that ``field``, ``fields``, ``replace``, ``asdict`` and ``match`` work as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cached_property, partial
from operator import attrgetter, ge, gt, le, lt
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T]) -> type[T]: ...


@overload
def frozen(*, order: bool) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, *, order: bool = False) -> Any:
    """Make a class of annotated fields a dataclass that nobody changes, hashed by its values.

    It has slots, unless it caches a property, which needs a ``__dict__``. What the class defines
    itself stays. Fields that are not arguments, or by keyword only, are left to ``dataclass``.
    ``order``: it is also sorted by its values.
    """
    return partial(_made, order) if cls is None else _made(order, cls)


def _made(order: bool, cls: type[T]) -> type[T]:  # noqa: FBT001 - see above
    cls.__doc__ = cls.__doc__ or cls.__name__  # where there is none, dataclass writes one
    caches = any(isinstance(one, cached_property) for one in vars(cls).values())
    made = dataclass(init=False, repr=False, eq=False, slots=not caches)(cls)
    owned = fields(made)  # type: ignore[arg-type] # which it is now
    methods = {
        **_methods(owned),
        **(_order(owned) if order else {}),
        "__init__": _init(made, owned),
    }
    for name, method in methods.items():
        if name not in vars(cls):
            setattr(made, name, method)
    return made


def _methods(owned: Sequence[Field[Any]]) -> dict[str, Callable[..., Any]]:
    """What is the same for all classes, but for the names of the fields."""
    compared = _values([one.name for one in owned if one.compare])
    given = _values([one.name for one in owned])
    shown = [one.name for one in owned if one.repr]

    def equals(self: object, other: object) -> bool:
        return compared(self) == compared(other) if type(other) is type(self) else NotImplemented

    def shows(self: object) -> str:
        inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({inner})"

    return {
        "__eq__": equals,
        "__hash__": lambda self: hash(compared(self)),
        "__repr__": shows,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__reduce__": lambda self: (
            type(self),
            given(self),
        ),  # copies cannot be filled in later
    }


def _order(owned: Sequence[Field[Any]]) -> dict[str, Callable[..., Any]]:
    """Comparisons by size, with things of the same class only."""
    compared = _values([one.name for one in owned if one.compare])

    def by(compare: Callable[[Any, Any], Any]) -> Callable[[object, object], Any]:
        return lambda self, other: (
            compare(compared(self), compared(other))
            if type(other) is type(self)
            else NotImplemented
        )

    return {f"__{one.__name__}__": by(one) for one in (lt, le, gt, ge)}


def _values(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    """What reads these fields of a thing."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda thing: tuple(getattr(thing, name) for name in names)


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


def _init(cls: type, owned: Sequence[Field[Any]]) -> Callable[..., None]:
    """``__init__`` with the fields as its arguments, as ``dataclass`` writes it.

    No data get into the text that is run: the names of fields stand in our own modules.
    """
    scope: dict[str, Any] = {f"new_{one.name}": one.default_factory for one in owned}
    scope |= {"put_": object.__setattr__, "MISSING": MISSING}
    arguments = ", ".join(["self", *(_argument(one) for one in owned)])
    body = [f"put_(self, {one.name!r}, {_value(one)})" for one in owned]
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    exec(f"def __init__({arguments}): {'; '.join(body) or 'pass'}", scope)  # noqa: S102 - see above
    made: Any = scope["__init__"]
    made.__defaults__ = tuple(one.default for one in owned if _is_optional(one))
    made.__annotations__ = {**{one.name: one.type for one in owned}, "return": None}
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made  # type: ignore[no-any-return]


def _is_optional(one: Field[Any]) -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _argument(one: Field[Any]) -> str:
    """A field in the list of arguments; what it is by default is put in afterwards."""
    return f"{one.name}=MISSING" if _is_optional(one) else one.name


def _value(one: Field[Any]) -> str:
    """What is kept of an argument."""
    if one.default_factory is MISSING:
        return one.name
    return f"new_{one.name}() if {one.name} is MISSING else {one.name}"
