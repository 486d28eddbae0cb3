"""Revisions of a workspace, read through git; the work tree and the index are never touched.

Git is asked as a program, without a shell, without prompts, without optional locks. What two
revisions differ in is not told here but by ``workspace.changes``.
"""

from kehoach_cli.gitlog.history import Commit, Step, history
from kehoach_cli.gitlog.repository import Repository, find_repository
from kehoach_cli.gitlog.revisions import (
    FileChange,
    changed_files,
    common_ancestor,
    read_revision,
    resolve,
)

__all__ = [
    "Commit",
    "FileChange",
    "Repository",
    "Step",
    "changed_files",
    "common_ancestor",
    "find_repository",
    "history",
    "read_revision",
    "resolve",
]
