"""The units that a figure may have: the list of docs/reference/claims.md and the currencies. It knows no language."""

from tirek.insight.claims.lexicons import CURRENCIES

UNITS = (
    "persons", "members", "cases", "complaints", "statements", "decisions", "sentences", "recommendations", "reports", "visits", "places", "cameras",
    "badges", "terminals", "bodies", "countries", "languages", "cells", "beds", "deaths", "interviews", "findings", "trainings", "inspections",
    "proceedings", "calls", "years", "months", "weeks", "days", "hours", "minutes", "square_metres", "kilometres", "percent", "percentage_points",
    "times", "points",
)  # fmt: skip
KNOWN = frozenset({*UNITS, *CURRENCIES})
