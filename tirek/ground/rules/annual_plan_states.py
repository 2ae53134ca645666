"""The life of a year's plan. What changes after the approval is an amendment: the plan stays approved, and the change is recorded with its reason."""

from tirek.ground.rules.transitions import table

ANNUAL_PLAN = table(
    "annual plan", "draft",
    ("write", "draft", "draft"),
    ("submit", "draft", "submitted"),
    ("return_to_draft", "submitted", "draft"),
    ("approve", "submitted", "approved"),
    ("amend", "approved", "approved"),
)
