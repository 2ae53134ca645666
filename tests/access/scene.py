"""The scene: one place, visits in every secrecy, a report, recommendations; made through services only, in the invented country."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests import world
from tests.access.table import CAST
from tests.accounts import account_of


@dataclass
class Scene:
    """Ids of the things that roads are about, by name."""

    things: dict[str, Any] = field(default_factory=dict)
    nothing: UUID = field(default_factory=lambda: UUID("00000000-0000-4000-8000-000000000000"))

    def account(self, name: str):
        """The account of a person of the cast."""
        return account_of(CAST[name])

    def __getattr__(self, name: str) -> Any:
        try:
            return self.things[name]
        except KeyError:
            raise AttributeError(name) from None


def build() -> Scene:
    """Everything that stands."""
    scene = Scene()
    for name in CAST:
        scene.account(name)
    scene.things |= {"prison": world.prison(), "team": world.members()}
    return scene
