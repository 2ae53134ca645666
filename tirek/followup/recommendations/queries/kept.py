"""Passages of recommendations that could name somebody and stay, each with its recorded reason."""

from tirek.followup.recommendations.models import HitDecision
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.records.visits.queries import recorded_visits


def kept_in_recommendations(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's, for those who write the record of their visit. Cost: 2 queries."""
    rows = HitDecision.objects.filter(decision="kept", country=country).exclude(recommendation__state="dropped").select_related("recommendation")
    decided = [(row, row.recommendation.visit_id) for row in rows]
    mine = recorded_visits((visit for _row, visit in decided), by=by, country=country)
    return tuple(
        KeptText("recommendation", str(row.recommendation_id), row.reason, row.decided_by, row.decided_at, row.digest) for row, visit in decided if visit in mine
    )
