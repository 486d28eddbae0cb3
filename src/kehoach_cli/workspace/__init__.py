"""The only door from files to objects: a folder with ``kehoach.yaml`` becomes a ``Workspace``.

Each entity is checked on its own, so a broken task does not hide its neighbours; ids of broken
entities are remembered, so that a reference to one is not called unknown. What is wrong is kept as
faults beside what could be read.
"""

from kehoach_cli.source.disk import find_root
from kehoach_cli.workspace.entities import Located, PlanFolder, Workspace
from kehoach_cli.workspace.load import load

__all__ = ["Located", "PlanFolder", "Workspace", "find_root", "load"]
