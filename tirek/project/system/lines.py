"""One line of the page about this server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What it is, how it stands, what to know or do about it, and the name of the page that tells more."""

    label: str
    value: str
    note: str = ""
    attention: bool = False
    href: str = ""
