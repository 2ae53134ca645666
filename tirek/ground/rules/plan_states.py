"""The life of an entry of the plan."""

from tirek.ground.rules.transitions import table

PLAN = table(
    "plan entry", "proposed",
    ("change", "proposed", "proposed"),
    ("approve", "proposed", "approved"),
    ("open_visit", "approved", "visit_opened"),
    ("drop", "proposed", "dropped"),
    ("drop", "approved", "dropped"),
)
