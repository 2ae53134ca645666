"""What the pages of the plan share: their tabs, for one year; and who finds them there."""

from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.frame.context import SignedRequest
from tirek.foundation.ui.pieces import Tab
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.policies import may_plan


def check_may_look(actor: Actor, country: str) -> None:
    """Entries and the calendar are for those who send and those who go: each finds what he or she may know of. Raises NotAllowed."""
    if not actor.has(*OFFICE, *VISITORS, country=country):
        raise NotAllowed


def tabs(request: SignedRequest, here: str, year: int) -> list[Tab]:
    """The pages of the plan of a year that this person may open; `here` is the one that is shown."""
    entries = ("entries", _("Entries"), f"{reverse('desk:plan')}?year={year}")
    planning = [
        ("year", _("The year"), reverse("desk:plan-year", args=[year])),
        ("deed", _("Plan and deed"), reverse("desk:plan-deed", args=[year])),
        ("coverage", _("Coverage"), reverse("desk:plan-coverage")),
    ]  # fmt: skip
    dated = ("calendar", _("Calendar"), reverse("desk:plan-calendar", args=[year]))
    offered = [entries, *planning, dated] if may_plan(request.actor, request.country) else [entries, dated]
    return [Tab(word, href, current=name == here) for name, word, href in offered]
