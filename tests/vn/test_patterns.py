from __future__ import annotations

import re

from kehoach_cli.vn.patterns import late


def test_a_pattern_is_compiled_once_with_its_flags() -> None:
    plain, careless = late("ab"), late("ab", re.IGNORECASE)
    assert plain() is plain()
    assert plain() == re.compile("ab")
    assert careless() == re.compile("ab", re.IGNORECASE)
