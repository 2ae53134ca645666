"""The same for several members at once."""

from collections.abc import Callable, Iterable
from uuid import UUID

from tirek.foundation.ledger.together import Outcomes, together
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.registers.mandate.models import Member
from tirek.registers.mandate.refusals import ReasonForEndMissing


def each_member(ids: Iterable[UUID], work: Callable[[UUID], object], *, tried: bool) -> Outcomes:
    """What is refused of each; `tried`: nothing stays. Raises PassagesUndecided, ReasonForEndMissing, which are about a text that all share."""
    return together(ids, work, rows=Member.objects.all(), tried=tried, stops=(PassagesUndecided, ReasonForEndMissing))
