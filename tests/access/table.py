"""The truth table: which person of the fixed cast may go which road. A road is a URL name, a method and the thing it is about.

Rooms add their rows in tests/access/rows_*.py; the suite fails while a URL has no row. "Open" means the person gets an answer (a page,
a redirect after a post, a form with mistakes); "closed" means 403 or 404, and for somebody without account the sign-in page.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests import people

CAST = {
    name: getattr(people, name)
    for name in (
        "head", "secretary", "leader", "conflicted", "member", "doctor", "analyst", "focal", "minister", "receiver", "auditor", "administrator",
        "foreigner",
    )
}  # fmt: skip
EVERYBODY = frozenset(CAST)
OFFICE = frozenset({"head", "secretary"})
VISITORS = frozenset({"leader", "conflicted", "member", "doctor"})
MECHANISM = OFFICE | VISITORS | {"analyst"}
NOONE: frozenset[str] = frozenset()

Arguments = Callable[[Any], dict[str, object]]


@dataclass(frozen=True)
class Road:
    """One row. `needs(scene)` gives the URL's arguments; `about` says which state the thing is in; `kind` names the road."""

    name: str
    open_to: frozenset[str]
    needs: Arguments = field(default=lambda scene: {})
    method: str = "get"
    about: str = ""
    kind: str = "page"
    data: dict[str, object] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """How a failing row is named."""
        return " ".join(filter(None, [self.method, self.name, self.about]))


def posts(names: Iterable[str], open_to: frozenset[str], needs: Arguments = lambda scene: {}, about: str = "") -> list[Road]:
    """Several writing roads with the same people and thing."""
    return [Road(name, open_to, needs, "post", about, "write") for name in names]
