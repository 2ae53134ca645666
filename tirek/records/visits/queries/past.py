"""Whether a visit was made before the house was there. It gives nothing away: the caller has reached the visit."""

from uuid import UUID

from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.models import Visit


def is_past_visit(visit_id: UUID) -> bool:
    """Whether the visit came in with a sheet of the earlier register: it was never planned or begun here. Cost: one query."""
    return Visit.objects.filter(pk=visit_id, plan_entry=None, begun_at=None, state__in=BEGUN).exists()
