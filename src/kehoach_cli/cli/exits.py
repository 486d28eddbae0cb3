"""Exit codes; other programs rely on them."""

CLEAN = 0
FOUND = 1
"""Findings at or above the threshold."""
USAGE = 2
FAILED = 3
"""No workspace here, output cannot be written, a template fails."""
OWN_FAULT = 70
"""A fault of ``kehoach`` itself."""
INTERRUPTED = 130
