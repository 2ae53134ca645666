"""Passages of the plans' texts that could name somebody and stay, each with its recorded reason."""

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.insight.planning.models import AnnualPlan
from tirek.registers.places.queries import kept_about, kept_text


def kept_in_plans(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """Notes, lines of the budget and reasons of amendments of all years. Cost: 2 queries."""
    years = {str(key): str(year) for key, year in AnnualPlan.objects.visible_to(by, country).values_list("pk", "year")}
    return tuple(kept_text("annual-plan", years[row.about], row) for row in kept_about(years)) if years else ()
