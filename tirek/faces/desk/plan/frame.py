"""What the pages of the plan share: their tabs, for one year; and who finds them there."""

from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.context import DeskRequest
from tirek.foundation.ui.pieces import Tab
from tirek.records.visits.policies import may_plan


def tabs(request: DeskRequest, here: str, year: int) -> list[Tab]:
    """The pages of the plan of a year that this person may open; `here` is the one that is shown."""
    entries = ("entries", _("Entries"), f"{reverse('desk:plan')}?year={year}")
    planning = [
        ("year", _("The year"), reverse("desk:plan-year", args=[year])),
        ("coverage", _("Coverage"), reverse("desk:plan-coverage")),
    ]  # fmt: skip
    offered = [entries, *planning] if may_plan(request.actor, request.country) else [entries]
    return [Tab(word, href, current=name == here) for name, word, href in offered]
