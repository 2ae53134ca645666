"""The life of a visit: planned, under way, concluded, reported; or cancelled before it begins."""

from tirek.ground.rules.transitions import table

VISIT = table(
    "visit", "planned",
    ("postpone", "planned", "planned"),
    ("prepare", "planned", "planned"),
    ("set_team", "planned", "planned"),
    ("name_organisers", "planned", "planned"),
    ("set_team", "under_way", "under_way"),
    ("set_team", "concluded", "concluded"),
    ("begin", "planned", "under_way"),
    ("cancel", "planned", "cancelled"),
    ("end", "under_way", "concluded"),
    ("report_issued", "concluded", "reported"),
)

BEGUN = frozenset({"under_way", "concluded", "reported"})
