"""The life of a sheet that was brought in: read, tried without writing, applied, undone."""

from tirek.ground.rules.transitions import table

SHEET = table(
    "sheet", "read",
    ("map", "read", "read"),
    ("try", "read", "trying"),
    ("tell", "trying", "tried"),
    ("map", "tried", "read"),
    ("try", "tried", "trying"),
    ("try", "trying", "trying"),
    ("discard", "read", "discarded"),
    ("discard", "tried", "discarded"),
    ("apply", "tried", "applying"),
    ("apply", "applying", "applying"),
    ("finish", "applying", "applied"),
    ("undo", "applied", "undoing"),
    ("undo", "applying", "undoing"),
    ("undo", "undoing", "undoing"),
    ("finish_undoing", "undoing", "undone"),
    ("undo", "undone", "undoing"),
)  # fmt: skip
