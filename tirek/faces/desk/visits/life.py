"""A visit's life on the desk: other days, preparation, cancelling, beginning and ending."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tirek.faces.desk.meanwhile import catch_up, changeable
from tirek.faces.desk.visits.asking import asked, done, read_or_write
from tirek.faces.desk.visits.forms import BeginForm, BeginningForm, CancelForm, DaysForm, EndForm, PreparationForm
from tirek.faces.desk.visits.frame import planned_later, visit_facts, visit_part
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.foundation.ui.formats import day
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.revisions import revision_of
from tirek.insight.reports.services import correct_beginning
from tirek.records.visits import queries, services
from tirek.records.visits.policies import check_state_records, check_time_of
from tirek.records.visits.refusals import ChangedMeanwhile, LeaderOnly


def prepared(request: SignedRequest, visit_id: UUID) -> queries.VisitFacts:
    """The visit, for somebody who prepares it. Raises NotFound, NotAllowed."""
    facts = visit_facts(request, visit_id)
    if not visit_part(request, visit_id).prepares:
        raise NotAllowed
    return facts


def led(request: SignedRequest, visit_id: UUID, verb: str) -> queries.VisitFacts:
    """The visit, for its leader; others are told whether the time of the verb or their part is the reason.

    Raises NotFound, LeaderOnly, PreparationOver, NotUnderWay.
    """
    facts = visit_facts(request, visit_id)
    if not visit_part(request, visit_id).leads:
        check_time_of(verb, facts.state)
        raise LeaderOnly
    return facts


@read_or_write
def days(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Other days for a visit that has not begun."""
    facts = prepared(request, visit_id)
    now, revision = {"starts_on": facts.starts_on, "ends_on": facts.ends_on}, revision_of(facts.starts_on, facts.ends_on)
    form = DaysForm(changeable(request.POST), initial={**now, "revision": revision})
    if kept(request, form, lambda typed: services.postpone(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The visit has other days."), "desk:visit", visit_id)
    lead = _("The delegation stays. Look at its page again: a term may not cover the new days, or somebody may be on another visit.")
    meanwhile = catch_up(form, now, revision, ChangedMeanwhile())
    return asked(
        request, visit_id, "prepare", form, title=_("Change the days"), button=_("Save the days"), back=home(visit_id), lead=lead, meanwhile=meanwhile
    )


@read_or_write
def preparation(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Joint with the SPT or not, and the languages spoken in the place."""
    facts = prepared(request, visit_id)
    now = {"joint_with_spt": facts.joint_with_spt, "languages": facts.languages}
    revision = revision_of(facts.joint_with_spt, sorted(facts.languages))
    form = PreparationForm(changeable(request.POST), country=facts.country, initial={**now, "revision": revision})
    if kept(request, form, lambda typed: services.prepare_visit(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The preparation is saved."), "desk:visit", visit_id)
    title, meanwhile = _("Who goes along, and what is spoken there"), catch_up(form, now, revision, ChangedMeanwhile())
    return asked(request, visit_id, "prepare", form, title=title, button=_("Save"), back=home(visit_id), meanwhile=meanwhile)


@read_or_write
def cancel(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The visit does not take place."""
    prepared(request, visit_id)
    form = CancelForm(request.POST or None)
    if kept(request, form, lambda typed: services.cancel(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The visit is cancelled."), "desk:visit", visit_id)
    lead = _("A cancelled visit stays in the list with its reason and cannot be begun any more. One that was not announced stays as hidden as it was.")
    title = _("Cancel the visit")
    return asked(request, visit_id, "prepare", form, title=title, button=title, back=home(visit_id), lead=lead)


@read_or_write
def begin(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The delegation stands at the gate."""
    facts = led(request, visit_id, "begin")
    form = BeginForm(request.POST or None, initial={"at": timezone.now()})
    if kept(request, form, lambda typed: services.begin(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The visit has begun."), "desk:visit-access", visit_id)
    lead = _("From this moment head and secretariat see the visit, and the place may know of it. The plan and the days cannot be changed any more.")
    if planned_later(facts):
        lead = f"{lead} {early_words(facts)}"
    title = _("Begin the visit")
    return asked(request, visit_id, "prepare", form, title=title, button=title, back=home(visit_id), lead=lead)


@read_or_write
def end(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The delegation has left the place."""
    led(request, visit_id, "end")
    form = EndForm(request.POST or None, initial={"at": timezone.now()})
    if kept(request, form, lambda typed: services.end(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The visit has ended. Its report can be drafted."), "desk:visit-findings", visit_id)
    lead = _("Access, meetings, the closing talk and findings can still be entered afterwards, until the report is issued.")
    title = _("End the visit")
    return asked(request, visit_id, "access", form, title=title, button=title, back=home(visit_id), lead=lead)


def early_words(facts: queries.VisitFacts) -> str:
    """That the planned day has not come."""
    return _("It is planned from %(first)s on. If the delegation really goes in before that day, write why.") % {"first": day(facts.starts_on)}


@read_or_write
def beginning(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """When the visit really began, with the reason; until its report is handed in."""
    facts = visit_facts(request, visit_id)
    if not visit_part(request, visit_id).may_correct_beginning:
        raise NotAllowed
    check_state_records(facts.state)
    now, revision = {"at": facts.begun_at}, revision_of(facts.begun_at)
    form = BeginningForm(changeable(request.POST), initial={**now, "revision": revision})
    if kept(request, form, lambda typed: correct_beginning(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The beginning is corrected."), "desk:visit", visit_id)
    lead = _("The days of the visit follow. What was told before and the reason stay on record. Nothing of the visit can lie before its beginning.")
    title, meanwhile = _("Correct when the visit began"), catch_up(form, now, revision, ChangedMeanwhile())
    return asked(request, visit_id, "prepare", form, title=title, button=_("Save the beginning"), back=home(visit_id), lead=lead, meanwhile=meanwhile)


def home(visit_id: UUID) -> str:
    """The visit's first tab."""
    return reverse("desk:visit", args=[visit_id])
