"""Which areas a checklist asks about in which category of place: a sheet that asks what cannot be there is not filled in. It knows no row."""

from tirek.ground.rules.words import Words
from tirek.records.visits.papers.printing import areas_of

LEFT_OUT: dict[str, frozenset[str]] = {
    "police": frozenset({"discipline", "regime"}),
    "military": frozenset({"juveniles"}),
    "health": frozenset({"arrival", "discipline"}),
    "social": frozenset({"arrival", "discipline"}),
    "education": frozenset({"arrival", "discipline", "women"}),
    "unofficial": frozenset({"discipline", "regime", "video"}),
}
"""Areas that a category of place has no use for; prisons and remand houses are asked about all."""


def areas_for(category: str, areas: tuple[tuple[str, Words], ...]) -> tuple[tuple[str, Words], ...]:
    """Those of the areas that have questions and fit the category of place; all that have questions for a category not named here."""
    left_out = LEFT_OUT.get(category, frozenset())
    return tuple(pair for pair in areas_of(areas) if pair[0] not in left_out)
