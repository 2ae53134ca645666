"""What stood in missions, reports, steps, dues and contacts before they were put right, in words. It decides nothing about who may read it."""

from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk import mended
from tirek.faces.desk.international import words
from tirek.faces.frame.context import SignedRequest
from tirek.followup.international import queries

LABELS: dict[str, str | Promise] = {
    "procedure": gettext_lazy("Which body"), "body": gettext_lazy("Name of the body"), "name": gettext_lazy("Name"), "year": gettext_lazy("Year"), "first_day": gettext_lazy("First day"),
    "last_day": gettext_lazy("Last day"), "joint": gettext_lazy("The mechanism took part in visits of the delegation"), "due_on": gettext_lazy("Due on"),
    "source": gettext_lazy("Where this can be looked up"), "on": gettext_lazy("Since"), "by_then": gettext_lazy("The source tells only that it was so on that day"),
    "title": gettext_lazy("Title"), "symbol": gettext_lazy("Symbol"), "dated": gettext_lazy("Date of the document"),
    "contacted_on": gettext_lazy("Day of the contact"), "way": gettext_lazy("How"), "text": gettext_lazy("What it was about"),
}  # fmt: skip
"""What is kept of things that were mended."""


def told_of(request: SignedRequest, things: list[UUID]) -> dict[UUID, list[mended.Mended]]:
    """What stood before in these things, in words, by the thing."""
    found = queries.mendings(things, by=request.actor, country=request.country)
    worded = {
        "procedure": mended.by_code(words.PROCEDURES), "way": mended.by_code(words.WAYS), "joint": yes_or_no, "by_then": yes_or_no,
        **dict.fromkeys(("first_day", "last_day", "due_on", "on", "contacted_on", "dated"), mended.by_day),
    }  # fmt: skip
    return {thing: mended.told(each, LABELS, worded) for thing, each in found.items()}


def yes_or_no(text: str) -> str:
    """What stood in a box."""
    return _("yes") if text == "True" else _("no")
