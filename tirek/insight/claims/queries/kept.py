"""Passages in reasons of decisions about figures that could name somebody and stay, each with the reason kept in its row."""

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.insight.claims.models import Decision, Source


def kept_in_decisions(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's sources, for those who see them. Cost: 1 query."""
    rows = Decision.objects.filter(source__in=Source.objects.visible_to(by, country)).exclude(kept_because="")
    return tuple(KeptText("figure", str(row.source_id), row.kept_because, row.decided_by, row.decided_at) for row in rows)
