"""A name for each finding that stays while lines move, so that services know it again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.reporters.base import LineOf


def fingerprints(findings: Sequence[Diagnostic], line: LineOf, above: str) -> list[str]:
    """64 hexadecimal digits for each finding, all different.

    Made of the code, the file and the text of the line, not of its number, nor of the sentence,
    which may count days; where there is no text the sentence takes its place. Equal ones are told
    apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for one in findings:
        text = line(one.span.file, one.span.line).strip() or one.message
        key = (one.code, above + one.span.file, text)
        seen[key] += 1
        names.append(hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest())
    return names
