"""The same for several places at once."""

from collections.abc import Callable, Iterable
from uuid import UUID

from tirek.foundation.ledger.together import Outcomes, together
from tirek.registers.places.models import Place


def each_place(ids: Iterable[UUID], work: Callable[[UUID], object], *, tried: bool) -> Outcomes:
    """What is refused of each; `tried`: nothing stays."""
    return together(ids, work, rows=Place.objects.all(), tried=tried)
