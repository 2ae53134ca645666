"""The press in a process of its own: for whoever forks later. Typst begins threads that no fork takes along, and a child that typesets after it would wait for them for ever."""

import base64
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tirek.foundation.files.apart.running import answered

WAIT, MOST = 120.0, 50_000_000
PROGRAM = """
import base64, json, sys
sys.path.insert(0, sys.argv[1])
from datetime import datetime
from pathlib import Path
from tirek.foundation.files.typesetting.press import typeset
told = json.load(sys.stdin.buffer)
made = typeset(Path(told["template"]), told["content"], stamp=datetime.fromisoformat(told["stamp"]))
print(json.dumps({"pdf": base64.b64encode(made).decode()}))
"""


def typeset_apart(template: Path, content: Mapping[str, object], *, stamp: datetime) -> bytes:
    """As `typeset`, without a picture. Raises Spent, Unanswered, RuntimeError. Costs a process and a second."""
    told = json.dumps({"template": str(template), "content": dict(content), "stamp": stamp.isoformat()}, ensure_ascii=False)
    return base64.b64decode(str(answered(PROGRAM, [], told.encode(), WAIT, MOST)["pdf"]))
