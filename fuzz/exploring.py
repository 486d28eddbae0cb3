"""Led by what the program does: atheris keeps every input that goes a way not gone before.

``python -m fuzz.run --coverage`` starts this in a process of its own for each target, for atheris
ends its process. What goes new ways is gathered in ``build/fuzz/<target>/`` and is where the next
run begins; what fails is kept as ``fuzz.run`` keeps it, and the search goes on.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from fuzz.mutating import mutated

if TYPE_CHECKING:
    from collections.abc import Callable

    from fuzz.targets import Target

GATHERED = Path(__file__).parents[1] / "build" / "fuzz"
_LONGEST = 300_000
_BACKSTOPS = ("timeout=60", "rss_limit_mb=2500", "print_final_stats=1", "verbosity=0")
"""For what Python cannot stop itself; our own limits come first."""


def main() -> None:
    """TARGET SECONDS."""
    name, seconds = sys.argv[1:]
    import atheris  # noqa: PLC0415 - only where it is installed

    with atheris.instrument_imports(include=["kehoach_cli"]):
        _import_all()
    targets = import_module("fuzz.targets")
    target = next(one for one in targets.TARGETS if one.name == name)
    folder = _gathered(target)
    limits = (f"max_total_time={seconds}", f"max_len={_LONGEST}", *_BACKSTOPS)
    words = [sys.argv[0], str(folder), *(f"-{one}" for one in limits)]
    atheris.Setup(words, _once(target), custom_mutator=_changing(target))
    atheris.Fuzz()


def _import_all() -> None:
    """Every module of ours, also those that wait until they are needed."""
    package = import_module("kehoach_cli")
    for one in walk_packages(package.__path__, "kehoach_cli."):
        if not one.name.endswith("__main__"):
            import_module(one.name)


def _gathered(target: Target) -> Path:
    """The folder of the target, with what it begins with."""
    run = import_module("fuzz.run")
    folder = GATHERED / target.name
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate((*target.seeds(), *run.kept(target))):
        (folder / f"seed-{number}").write_bytes(data)
    return folder


def _once(target: Target) -> Callable[[bytes], None]:
    """Try the bytes; each kind of fault is told and kept one time."""
    run = import_module("fuzz.run")
    seen: set[str] = set()
    run.limit_memory()

    def once(data: bytes) -> None:
        said = run.fault_of(target, data)
        spot = run.spot_of(said) if said else ""
        if spot not in {"", *seen}:
            seen.add(spot)
            print(f"{run.keep(target, data)}: {said}", flush=True)

    return once


def _changing(target: Target) -> Callable[[bytes, int, int], bytes]:
    """Half of the changes know how such data are built, half follow what was compared."""
    import atheris  # noqa: PLC0415 - only where it is installed

    def changed(data: bytes, max_size: int, seed: int) -> bytes:
        if (target.is_package and data.startswith(b"PK")) or seed % 2:
            return mutated(data, seed, is_package=target.is_package)[:max_size]
        made: bytes = atheris.Mutate(data, max_size)
        return made

    return changed


if __name__ == "__main__":
    main()
