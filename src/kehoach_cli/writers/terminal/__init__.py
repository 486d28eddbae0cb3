"""Blocks of a document on a terminal or in a pipe; for views, not for the frame of a document."""

from __future__ import annotations

from kehoach_cli.writers.terminal.page import plain_text, write_terminal

__all__ = ["plain_text", "write_terminal"]
