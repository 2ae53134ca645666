"""Which rules read a text: one digest over the code and the data that extraction hangs on. Whoever changes a rule makes old proposals old."""

from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
GROUND = HERE.parents[1] / "ground"
OWN = ("extracting.py", "told.py", "lexicons.py")


@cache
def rules_digest() -> str:
    """SHA-256 in hexadecimal of the rules as this program has them; cached for the life of the process."""
    files = sorted([*(GROUND / "figures").rglob("*.py"), GROUND / "rules" / "tongues.py", *(HERE / "lexicon").glob("*.yaml"), *(HERE / name for name in OWN)])
    whole = sha256()
    for file in files:
        whole.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()
