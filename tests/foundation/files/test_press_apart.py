"""The press in a process of its own leaves no thread in ours: what forks later would wait for it."""

import subprocess
import sys
from datetime import UTC, datetime

from tirek.foundation.files.typesetting import typeset
from tirek.foundation.files.typesetting.apart import typeset_apart
from tirek.project.demonstration.letters import SCAN

CONTENT = {"title": "Письмо", "stamp": [2026, 11, 27], "pages": ["Первая страница.", "Вторая страница."]}
STAMP = datetime(2026, 11, 27, tzinfo=UTC)


def test_it_makes_the_same_bytes():
    assert typeset_apart(SCAN, CONTENT, stamp=STAMP) == typeset(SCAN, CONTENT, stamp=STAMP)


def test_whoever_asks_for_it_never_loads_the_typesetter():
    program = f"""
import sys, threading
from datetime import UTC, datetime
from pathlib import Path
from tirek.foundation.files.typesetting.apart import typeset_apart
assert typeset_apart(Path({str(SCAN)!r}), {CONTENT!r}, stamp=datetime(2026, 11, 27, tzinfo=UTC)).startswith(b"%PDF-")
print("typst" in sys.modules, threading.active_count())
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "1"]
