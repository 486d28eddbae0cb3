"""Programs of the machine that we call, none that lies where the data lie.

Windows looks for a program in the folder at hand before all others, and so does a PATH with «.» in
it: a file called ``git.exe`` in somebody's workspace would be run.
"""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

_ENDINGS = (".com", ".exe", "") if os.name == "nt" else ("",)


def program(*names: str) -> str | None:
    """The first of these programs that stands in a folder which PATH names in full.

    A name may be the way to such a file itself. None where there is none.
    """
    folders = [folder for one in os.get_exec_path() if (folder := Path(one)).is_absolute()]
    for name, folder, ending in product(names, folders, _ENDINGS):
        file = folder / f"{name}{ending}"
        if os.access(file, os.X_OK) and file.is_file():
            return str(file)
    return None
