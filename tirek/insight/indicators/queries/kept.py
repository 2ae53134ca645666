"""Passages beside values, and in reasons of overrides, that could name somebody and stay, each with the reason kept in its row."""

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.insight.indicators.models import BreakOverride, Value


def kept_in_indicators(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's, for the mechanism's own people. Cost: 2 queries."""
    values = Value.objects.visible_to(by, country).exclude(kept_because="")
    overrides = BreakOverride.objects.visible_to(by, country).exclude(kept_because="")
    return (
        *(KeptText("value", str(row.pk), row.kept_because, row.entered_by, row.entered_at) for row in values),
        *(KeptText("override", "", row.kept_because, row.decided_by, row.decided_at) for row in overrides),
    )
