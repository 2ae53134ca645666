"""Sorts of texts in which a passage stays, in the reader's words and in the order of the page, each with the page that leads to it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.visits.words import KEPT_IN

SORTS: dict[str, tuple[Promise | str, str]] = {
    "plan": (_("Plan"), "desk:plan-entry"),
    "annual-plan": (_("Plans of years"), "desk:plan-year"),
    **{sort: (words, "desk:visit-kept") for sort, words in KEPT_IN.items()},
    "recommendation": (_("Recommendations"), "desk:recommendation"),
    "report": (_("Reports"), "desk:report"),
    "report-reason": (_("Why a report went back, its correction was abandoned or a signature is missing"), "desk:report"),
    "place": (_("Places"), "desk:place"),
    "term": (_("Terms"), "desk:member"),
    "certificate": (_("Certificates"), "desk:member"),
    "conflict": (_("Conflicts of interest"), "desk:member"),
    "figure": (_("Decisions about figures"), "desk:source"),
    "statement": (_("Statements"), "desk:topic"),
    "value": (_("Values of indicators"), "desk:value"),
    "override": (_("Breaks in series"), "desk:breaks"),
    "reply": (_("Replies"), "desk:voice-reply"),
    "change": (_("Requests for correction or removal"), "desk:voice-change"),
    "request": (_("Requests for a reply"), "desk:voice-request"),
    "edition": (_("Published pages"), "desk:publication"),
    "right": (_("Rights that need two persons"), "desk:right"),
}  # fmt: skip
"""By the code that the rooms' queries give."""
