"""Making rows past the services: of the invented country, with ids by chance, written many at a time inside the act under way."""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Model

from tirek.project.demonstration.growing.chance import Chance
from tirek.project.demonstration.telling import COUNTRY


def table(label: str) -> Any:
    """A room's table, by its label; only here, where no service of that room can be asked."""
    return apps.get_model(label)


@dataclass(slots=True)
class Rows:
    """Rows not yet written, by table, in the order in which the tables were first met."""

    chance: Chance
    waiting: dict[str, list[Model]] = field(default_factory=dict)

    def add(self, label: str, **values: Any) -> Any:
        """One more row; it has its id already, so that others can point at it."""
        row = table(label)(**{"id": self.chance.id(), "country": COUNTRY, "origin": "demonstration", **values})
        self.waiting.setdefault(label, []).append(row)
        return row

    def write(self) -> int:
        """Writes all that wait; returns how many."""
        written = 0
        for label, rows in self.waiting.items():
            written += len(table(label).objects.bulk_create(rows))
        self.waiting.clear()
        return written
