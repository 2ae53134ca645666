"""Where instances to copy are kept between the runs of one day: in a folder of the very code, contents and environment that made them."""

import os
import shutil
import sys
import tempfile
import time
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.project.commands import ROOT

KEPT = ROOT / ".build" / "houses"
OLD = 6 * 3600.0
"""Seconds after which what other code made is thrown away."""
MADE_OF = ("tirek", "locale", "demo", "requirements.lock", "tests/project/commands.py", "tests/project/conftest.py", "tests/project/making.py")


@cache
def kept_here() -> Path:
    """The folder, its owner's alone, as keys lie in it. TIREK_HOUSES_ANEW=1 makes every instance anew in this process."""
    if os.environ.get("TIREK_HOUSES_ANEW"):
        return Path(tempfile.mkdtemp(prefix="tirek-houses-"))
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.mkdir(mode=0o700, exist_ok=True)
    folder = KEPT / digest()
    for other in KEPT.iterdir():
        if other != folder and time.time() - other.stat().st_mtime > OLD:
            shutil.rmtree(other, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    return folder


def digest() -> str:
    """Of every byte that a house is made of, of Python and the day: what was made of anything else is not found."""
    told = sha256(repr((sys.version, sys.prefix, str(ROOT), date.today(), time.tzname)).encode())
    for name in MADE_OF:
        for path in sorted((ROOT / name).rglob("*")) if (ROOT / name).is_dir() else [ROOT / name]:
            if path.is_file() and path.suffix not in {".pyc", ".mo"} and "__pycache__" not in path.parts:
                content = path.read_bytes()
                told.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode())
                told.update(content)
    return told.hexdigest()[:32]
