"""How much one document may cost. Plain numbers; what enforces them stands in `apart` and in the process that reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of the file, of memory and of what an archive unpacks to; seconds of processor and of waiting; pages; characters of text."""

    size: int = 30_000_000
    memory: int = 640 << 20
    unpacked: int = 300_000_000
    seconds: int = 20
    wait: float = 40.0
    pages: int = 1_500
    text: int = 5_000_000


LIMITS = Limits()
