"""Tasks of those who visit: visits to prepare, measures whose clock runs, passages and wordings that wait, entries of the plan to approve.

Everything comes from queries that are already cut: a hidden visit makes a task for its own people alone.
"""

from datetime import timedelta
from functools import partial

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.home.things import Asked, Tasks, calendar_clock, dated, hourly, today, undated, way
from tirek.faces.frame.fields import said
from tirek.followup.recommendations import queries as recommendations
from tirek.foundation.ui.formats import day, number, span
from tirek.ground.rules.actors import OFFICE
from tirek.records.visits import queries as visits

LONG_OVER = timedelta(days=90)


def at_hand(asked: Asked) -> visits.VisitFilters:
    """The person's own visits but those that are reported and long over, asked for in the same words by whoever needs them."""
    return visits.VisitFilters(mine=True, at_hand=asked.today - LONG_OVER)


def to_prepare(asked: Asked, own: tuple[visits.VisitLine, ...]) -> Tasks:
    """My visits that have not begun, and those under way."""
    for each in own:
        told = {"place": said(each.place_name), "day": day(each.starts_on)}
        href = way("desk:visit", each.id)
        brief = _("Visit: %(place)s") % told
        if each.state == "planned":
            yield dated(_("Prepare the visit to %(place)s: it begins on %(day)s.") % told, brief, href, "route", calendar_clock(each.starts_on, asked.today))
        elif each.state == "under_way" and each.ends_on < asked.today:
            text = _("The visit to %(place)s has passed its last day: end it.") % told
            yield dated(text, brief, href, "route", calendar_clock(each.ends_on, asked.today))
        elif each.state == "under_way":
            yield today(_("The visit to %(place)s is under way: write down what you see.") % told, brief, href, "route", asked)


def leaders(asked: Asked) -> Tasks:
    """Visits that nobody can begin or end, because their leader cannot sign in: another is to be chosen today."""
    for each in visits.leaderless(by=asked.by, country=asked.country):
        told = {"place": said(each.place_name), "name": each.leader}
        text = _("Choose another leader for the visit to %(place)s: %(name)s cannot sign in.") % told
        yield today(text, _("Leader: %(place)s") % told, way("desk:visit-team", each.visit_id), "users", asked)


def measures(asked: Asked) -> Tasks:
    """Urgent measures that nobody has sent yet, and those sent whose answer is not noted."""
    now = timezone.now()
    for each in visits.running_measures(by=asked.by, country=asked.country):
        yield hourly(partial(measure_words, each), each.measure.answer_due or each.measure.clock.due_at, now)


def measure_words(each: visits.RunningMeasure) -> tuple[str, str, str]:
    """What is said of an urgent measure that is to be sent, or whose answer is to be noted."""
    told, text = {"place": said(each.place_name)}, _("Send the urgent measure of the visit to %(place)s.")
    if each.measure.answer_due:
        text = _("Note the answer to the urgent measure of the visit to %(place)s.")
    return text % told, _("Urgent: %(place)s") % told, way("desk:visit-access", each.visit_id)


def texts(asked: Asked) -> Tasks:
    """Passages of my visits that could name a person, and wordings that I as their doctor have to release."""
    for each in visits.waiting_texts(by=asked.by, country=asked.country):
        told = {"place": said(each.place_name)}
        if each.passages:
            text = passages_words(each.passages) % {**told, "count": number(each.passages)}
            yield undated(text, _("Passages: %(place)s") % told, way("desk:visit-passages", each.visit_id), "eye")
        if each.wordings:
            text = ngettext(
                "Release the wording of %(count)s medical finding of the visit to %(place)s.",
                "Release the wording of %(count)s medical findings of the visit to %(place)s.",
                each.wordings,
            ) % {**told, "count": number(each.wordings)}
            yield undated(text, _("Wordings: %(place)s") % told, way("desk:visit-findings", each.visit_id), "stethoscope")
    for drafts in recommendations.waiting_stretches(by=asked.by, country=asked.country, asked=at_hand(asked)):
        told = {"place": said(drafts.place_name)}
        text = ngettext(
            "Decide about %(count)s passage in the recommendations of the visit to %(place)s that could name a person.",
            "Decide about %(count)s passages in the recommendations of the visit to %(place)s that could name a person.",
            drafts.count,
        ) % {**told, "count": number(drafts.count)}
        yield undated(text, _("Passages: %(place)s") % told, way("desk:visit-recommendation-passages", drafts.visit_id), "eye")


def passages_words(count: int) -> str:
    """The sentence about passages of findings, with its places still open."""
    return ngettext(
        "Decide about %(count)s passage in the findings of the visit to %(place)s that could name a person.",
        "Decide about %(count)s passages in the findings of the visit to %(place)s that could name a person.",
        count,
    )


def plan(asked: Asked) -> Tasks:
    """Entries of the plan that the office has to approve or to drop, by their first day; those of a leader that nobody of the office knows of."""
    for each in visits.unapprovable_entries(by=asked.by, country=asked.country):
        told = {"place": said(each.place_name), "days": span(each.first_day, each.last_day)}
        text = _("Name an organiser who can approve the visit to %(place)s, %(days)s.") % told
        clock = calendar_clock(each.first_day, asked.today)
        yield dated(text, _("Organisers: %(place)s") % told, way("desk:plan-entry", each.id), "calendar-event", clock)
    if not asked.by.has(*OFFICE, country=asked.country):
        return
    for each in visits.proposed_entries(by=asked.by, country=asked.country):
        told = {"place": said(each.place_name), "days": span(each.first_day, each.last_day)}
        text = _("Approve or drop the planned visit to %(place)s, %(days)s.") % told
        clock = calendar_clock(each.first_day, asked.today)
        yield dated(text, _("Approve: %(place)s") % told, way("desk:plan-entry", each.id), "calendar-event", clock)
