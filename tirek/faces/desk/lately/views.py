"""What changed lately. The rooms tell what the reader may know of; no total is told beyond what is shown, and the pages go by days, so that no gap tells of what is not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from tirek.faces.desk.ledger.acts import act_name
from tirek.faces.desk.recommendations.about import RUNGS
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import FilterForm, day_field, said
from tirek.followup.international.lately import international_lately
from tirek.followup.letters.lately import letters_lately
from tirek.followup.recommendations.queries import drafts_lately, recommendations_lately
from tirek.foundation.ledger.queries import Happened
from tirek.foundation.people.queries import colleagues, names_of
from tirek.foundation.ui.formats import local_day, moment, number
from tirek.ground.rules.actors import MECHANISM, OFFICE, SYSTEM, VISITORS
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.words import Words
from tirek.insight.claims.lately import sources_lately
from tirek.insight.reports.queries import reports_lately
from tirek.records.visits.queries import plan_lately, visits_lately
from tirek.registers.mandate.lately import members_lately
from tirek.registers.places.queries import places_lately

DAYS = 7
SHOWN = 3
ME = "me"
SORTS: "dict[str, str | Promise]" = {
    "plan_entry": gettext_lazy("Plan"), "visit": gettext_lazy("Visits"), "finding": gettext_lazy("Findings"), "recommendation": gettext_lazy("Recommendations"),
    "report": gettext_lazy("Reports"), "letter": gettext_lazy("Letters"), "escalation": gettext_lazy("Taken further"),
    "international-report": gettext_lazy("Reports of international bodies"), "paragraph": gettext_lazy("Recommendations of international bodies"), "place": gettext_lazy("Places"), "member": gettext_lazy("Members"), "source": gettext_lazy("Sources"),
}  # fmt: skip
ICONS = {"visit": "clipboard-list", "finding": "eye", "recommendation": "flag", "place": "building", "member": "users", "plan_entry": "calendar", "report": "file-text", "source": "quote", "letter": "mail-opened", "escalation": "arrow-right", "international-report": "world", "paragraph": "world"}
PAGES = {"plan_entry": "plan-entry", "paragraph": "international-thread"}
TELL = (
    (visits_lately, {"visit", "finding"}), (plan_lately, {"plan_entry"}), (recommendations_lately, {"recommendation"}), (drafts_lately, {"recommendation"}),
    (reports_lately, {"report"}), (letters_lately, {"letter", "escalation"}), (international_lately, {"international-report", "paragraph"}), (places_lately, {"place"}), (members_lately, {"member"}), (sources_lately, {"source"}),
)
"""Who tells of which sorts."""


class LatelyForm(FilterForm):
    """How the page is narrowed: to sorts of things, to a person, to the days that end with one."""

    of = forms.ChoiceField(label=gettext_lazy("Of what"), required=False)
    who = forms.ChoiceField(label=gettext_lazy("By whom"), required=False)
    until = day_field(gettext_lazy("Until"), required=False)

    def among(self, people: Iterable[tuple[str, str]]) -> "LatelyForm":
        """With the people whose acts the reader may ask for by name."""
        self.offer("of", [("", _("all")), *SORTS.items()])
        self.offer("who", [("", _("everybody")), (ME, _("myself")), *people])
        return self


@dataclass(frozen=True, slots=True)
class Line:
    """The same act of the same person on a day: when last, on which things (name, address), how many more in words."""

    icon: str
    words: str
    when: str
    who: str
    things: tuple[tuple[str, str], ...]
    more: str


@require_safe
def lately(request: SignedRequest) -> HttpResponse:
    """Seven days, the newest first. Cost: 24 queries."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    named = request.actor.has(*OFFICE, *VISITORS, country=request.country)
    people = [(each.id, each.name) for each in colleagues(by=request.actor, country=request.country)] if named else []
    form = LatelyForm(request.GET or None, country=request.country).among(people)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    until = asked.get("until") or timezone.localdate()
    since = until - timedelta(days=DAYS - 1)
    found = happened(request, since, until, asked) if form.understood else []
    context = {
        "form": form, "days": days_of(found), "since": since, "until": until, "narrowed": bool(asked.get("of") or asked.get("who")),
        "earlier": address(asked, since - timedelta(days=1)), "later": address(asked, until + timedelta(days=DAYS)) if until < timezone.localdate() else "",
    }  # fmt: skip
    return render(request, "desk/lately.html", context)


def happened(request: SignedRequest, since: date, until: date, asked: dict[str, object]) -> list[Happened]:
    """What the rooms tell, of the sort and the person that were asked for."""
    found: list[Happened] = []
    for tell, sorts in TELL:
        if not asked.get("of") or asked["of"] in sorts:
            found += tell(by=request.actor, country=request.country, since=since, until=until)
    of, who = asked.get("of"), request.actor.id if asked.get("who") == ME else asked.get("who")
    return [each for each in found if of in (None, "", each.noun) and who in (None, "", each.actor)]


def days_of(found: Iterable[Happened]) -> list[tuple[date, list[Line]]]:
    """The days with their lines, the newest first."""
    names = names_of({each.actor for each in found})
    days: dict[date, dict[tuple[str, str], list[Happened]]] = defaultdict(lambda: defaultdict(list))
    for each in sorted(found, key=lambda one: one.at, reverse=True):
        days[local_day(each.at)][each.verb, each.actor].append(each)
    return [(day, [line(same, names) for same in groups.values()]) for day, groups in days.items()]


def line(same: list[Happened], names: dict[str, str]) -> Line:
    """One line; a thing that was written several times that day stands once."""
    newest = same[0]
    things = list(dict.fromkeys((name_of(each), href(each)) for each in same))
    left = len(things) - SHOWN
    more = ngettext("and %(count)s more", "and %(count)s more", left) % {"count": number(left)} if left > 0 else ""
    who = _("the house itself") if newest.actor == SYSTEM.id else names.get(newest.actor, "")
    return Line(ICONS[newest.noun], act_name(newest.verb), moment(newest.at).rpartition(", ")[2], who, tuple(things[:SHOWN]), more)


def name_of(each: Happened) -> str:
    """The thing's name in the reader's language; a decision is called by its rung."""
    if each.noun == "escalation":
        return str(RUNGS[str(each.name)])
    return said(each.name) if isinstance(each.name, Words) else each.name


def href(each: Happened) -> str:
    """Where the thing stands."""
    if each.noun == "finding":
        return f"{reverse('desk:visit-findings', args=[each.under])}#{each.key}"
    return reverse(f"desk:{PAGES.get(each.noun, each.noun)}", args=[each.key])


def address(asked: dict[str, object], until: date) -> str:
    """The page of other days, narrowed as this one."""
    return "?" + urlencode([*((name, str(asked[name])) for name in ("of", "who") if asked.get(name)), ("until", min(until, timezone.localdate()).isoformat())])
