"""The table of a reply: an authority's answer while it is prepared within the authority, until its head sends it."""

from tirek.ground.rules.transitions import table

REPLY = table(
    "reply", "draft",
    ("hand-in", "draft", "handed_in"),
    ("return", "handed_in", "draft"),
    ("send", "handed_in", "sent"),
    ("drop", "draft", "dropped"),
    ("drop", "handed_in", "dropped"),
)
"""Whoever may send hands in and sends in one go; what was sent stays. What is handed in is dropped only where the recommendation is no longer in force."""

TO_PREPARE = ("accepted", "partly_accepted", "rejected", "in_progress", "claimed_implemented")
"""What an authority can answer in a reply: a receipt is none."""
PLANNED = ("accepted", "partly_accepted", "in_progress")
"""Words that go with steps and their days."""
