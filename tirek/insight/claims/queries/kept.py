"""Passages in reasons of decisions about figures that could name somebody and stay, each with the reason kept in its row."""

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.insight.claims.models import Decision, Source, Statement, Topic


def kept_in_decisions(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's sources and of statements that were taken back, for those who see them. Cost: 2 queries."""
    rows = Decision.objects.filter(source__in=Source.objects.visible_to(by, country)).exclude(kept_because="")
    decided = [KeptText("figure", str(row.source_id), row.kept_because, row.decided_by, row.decided_at) for row in rows]
    return (*decided, *kept_in_statements(by, country))


def kept_in_statements(by: Actor, country: str) -> list[KeptText]:
    """Why statements of the country's topics were taken back, where passages of that stay."""
    rows = Statement.objects.filter(topic__in=Topic.objects.visible_to(by, country)).exclude(kept_because="")
    return [KeptText("statement", str(row.topic_id), row.kept_because, row.changed_by, row.taken_back_at) for row in rows if row.taken_back_at]
