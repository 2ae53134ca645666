"""How much one spreadsheet may cost. Plain numbers; what enforces them stands in the process that reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableLimits:
    """Bytes of the file, of memory and of what an archive unpacks to; seconds of processor and of waiting; rows, columns, characters of a cell."""

    size: int = 20_000_000
    memory: int = 900 << 20
    unpacked: int = 300_000_000
    seconds: int = 30
    wait: float = 60.0
    rows: int = 50_000
    columns: int = 200
    cell: int = 20_000
    answer: int = 120_000_000


LIMITS = TableLimits()
