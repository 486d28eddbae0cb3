"""Reading a workspace, entity by entity; never raises on what files hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from kehoach_cli.diagnostics import DataPath, Fault, Place
from kehoach_cli.model.faults import faults_of, show
from kehoach_cli.model.fields import Entity
from kehoach_cli.source.disk import SETTINGS, Held, unreadable
from kehoach_cli.source.fold import Data
from kehoach_cli.source.footprint import DATA, Entry, walk
from kehoach_cli.source.pausing import collector_paused
from kehoach_cli.source.read import SourceFile, read_source, read_text
from kehoach_cli.vn.encoding import looks_like_tcvn3_or_vni
from kehoach_cli.workspace.entities import IN_PLAN, Located, Workspace
from kehoach_cli.workspace.kinds import (
    AGENCIES,
    EVIDENCE,
    ISSUED,
    FileKind,
    kind_of,
    portions,
)


def load(root: Path, held: Held | None = None) -> Workspace:
    """Read the whole workspace; never raises on what its files hold.

    ``held``: all its files by path, read in place of those on the disk (an older revision, or what
    would be there after a change).
    """
    found = paths_of(walk(root)) if held is None else sorted(filter(_is_ours, held))
    return _read(root, found, held, None)


def load_common(root: Path, entries: Iterable[Entry], held: Held) -> Workspace:
    """What all plans look things up in, a workspace without plans."""
    return _read(root, paths_of(entries), held, None)


def load_part(
    common: Workspace,
    entries: Iterable[Entry],
    held: Held,
    leads: Mapping[str, tuple[str, ...]],
) -> Workspace:
    """The folders of one plan or a few, as a workspace that looks the rest up in ``common``.

    ``leads``: plan folder → who leads annex tasks in the other plans.
    """
    read = _read(common.root, paths_of(entries), held, common)
    return replace(read, common=common, broken_ids=read.broken_ids | common.broken_ids, leads=leads)


def paths_of(entries: Iterable[Entry]) -> list[str]:
    """Paths of all that the workspace should know; a folder only where a file should be."""
    return [one.path for one in entries if not one.is_folder or kind_of(one.path)]


def _read(
    root: Path, paths: Iterable[str], held: Held | None, common: Workspace | None
) -> Workspace:
    with collector_paused():
        reading = _Reading(root, held)
        for path in paths:
            reading.take(path)
        for path in reading.missing(needs_register=common is None):
            reading.take(path)
        return reading.workspace()


def _is_ours(path: str) -> bool:
    """What a walk over the disk would find."""
    return path == SETTINGS or (path.startswith("data/") and "/." not in path)


class _Reading:
    """What has been gathered so far while a workspace is read."""

    def __init__(self, root: Path, held: Held | None) -> None:
        self.root = root
        self.held = held
        self.paths: set[str] = set()
        self.sources: dict[str, SourceFile] = {}
        self.located: list[Located[Entity]] = []
        self.faults: list[Fault] = []
        self.broken: set[str] = set()
        self.unread: set[str] = set()

    def take(self, path: str) -> None:
        self.paths.add(path)
        known = kind_of(path)
        if known is not None:
            self._take_yaml(path, *known)
        elif ISSUED.fullmatch(path):
            self._keep(
                read_text(self.root, path, name_encoding=looks_like_tcvn3_or_vni, held=self.held)
            )
        elif path == DATA:
            self.faults.append(unreadable(path, "outside-workspace"))
        elif not EVIDENCE.fullmatch(path):
            self.faults.append(Fault("unknown-file", Place(path), {"file": path}))

    def missing(self, *, needs_register: bool) -> list[str]:
        """Files without which the rest cannot be understood, and that are not there."""
        plans = {match["owner"] for path in self.paths if (match := IN_PLAN.match(path))}
        needed = [f"data/plans/{name}/plan.yaml" for name in sorted(plans)]
        if needs_register:
            needed.insert(0, AGENCIES)
        return [path for path in needed if path not in self.paths]

    def workspace(self) -> Workspace:
        return Workspace(
            root=self.root,
            sources=self.sources,
            paths=frozenset(self.paths),
            located=tuple(self.located),
            faults=tuple(self.faults),
            broken_ids=frozenset(self.broken),
            unread=frozenset(self.unread),
        )

    def _keep(self, source: SourceFile) -> None:
        self.sources[source.path] = source
        self.faults += source.faults
        self.broken |= source.ids
        if source.is_broken and not source.text:
            self.unread.add(source.path)

    def _take_yaml(self, path: str, kind: FileKind, owner: str) -> None:
        source = read_source(self.root, path, name_encoding=looks_like_tcvn3_or_vni, held=self.held)
        self._keep(source)
        if source.is_broken:
            return
        if not isinstance(source.data, list if kind.parts[0].many else dict):
            self._take_misshapen(path, source.data)
        kind.prepare()
        for part, data, at in portions(kind.parts, source.data):
            if part.many:
                self._take_list(part.model, data, path, at, owner)
            else:
                self._take_one(part.model, data, path, at, owner)

    def _take_misshapen(self, path: str, data: Data) -> None:
        """A file that holds nothing, or something else: what it should declare is not known.

        A register may be empty, but not the one that names the agencies.
        """
        if data is not None or path in (AGENCIES, SETTINGS) or IN_PLAN.match(path):
            self.unread.add(path)
        if data is None and path == AGENCIES:
            args = {"key": path.rpartition("/")[2], "got": show(data), "expected": _A_LIST}
            self.faults.append(Fault("wrong-value", Place(path), args))

    def _take_list(
        self, model: type[Entity], data: Data, path: str, at: DataPath, owner: str
    ) -> None:
        if data is None:
            return
        if not isinstance(data, list):
            key = at[-1] if at else path.rpartition("/")[2]
            args = {"key": key, "got": show(data), "expected": _A_LIST}
            self.faults.append(Fault("wrong-value", Place(path, at), args))
            self.broken |= _ids_in(data)
            return
        for number, item in enumerate(data):
            self._take_one(model, item, path, (*at, number), owner)

    def _take_one(
        self, model: type[Entity], data: Data, path: str, at: DataPath, owner: str
    ) -> None:
        entity, faults = _checked(model, data, path, at)
        self.faults += faults
        if entity is None:
            self.broken |= _ids_in(data)
        else:
            self.located.append(Located(entity, path, at, owner))


def _checked(
    model: type[Entity], data: Data, path: str, at: DataPath
) -> tuple[Entity | None, list[Fault]]:
    """The entity, if there is one, and what is wrong with it.

    Where keys that nobody knows are all that is wrong, the entity is made without them, so that
    one run shows what else there is to say about it.
    """
    try:
        return model.__pydantic_validator__.validate_python(data), []  # a quarter quicker so
    except ValidationError as error:
        faults = faults_of(error, model, path, at)
    if any(fault.kind != "unknown-key" for fault in faults):
        return None, faults
    known = _without(data, {fault.place.path[len(at) :] for fault in faults})
    return model.model_validate(known), faults


def _without(data: Data, paths: Collection[DataPath], here: DataPath = ()) -> Data:
    """A copy of the data without what stands at those paths."""
    match data:
        case dict():
            return {
                key: _without(value, paths, (*here, key))
                for key, value in data.items()
                if (*here, key) not in paths
            }
        case list():
            return [_without(value, paths, (*here, number)) for number, value in enumerate(data)]
        case _:
            return data


_A_LIST = "một danh sách, mỗi mục bắt đầu bằng «- »"


def _ids_in(data: Data) -> set[str]:
    """All values of keys «id» anywhere in the data."""
    found: set[str] = set()
    todo: list[Data] = [data]
    while todo:
        match todo.pop():
            case dict() as table:
                if isinstance(own := table.get("id"), str):
                    found.add(own)
                todo += table.values()
            case list() as items:
                todo += items
    return found
