"""What differs between two readings of a workspace, in the plan's own terms and by id.

Pure: two workspaces in, ``Changes`` out; where either comes from (a revision, the disk, an edit
that is only being tried) is not asked here.
"""

from kehoach_cli.workspace.changes.comparing import compare
from kehoach_cli.workspace.changes.shapes import Change, Changes, Value

__all__ = ["Change", "Changes", "Value", "compare"]
