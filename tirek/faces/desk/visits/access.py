"""The tab of access: how entitlements were honoured, meetings, the closing talk, and the list of urgent measures with their clock."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.meanwhile import changeable
from tirek.faces.desk.visits.accessforms import (
    AccessForm,
    MeetingForm,
)
from tirek.faces.desk.visits.asking import asked, done, read_or_write
from tirek.faces.desk.visits.frame import visit_facts, visit_frame, visit_part
from tirek.faces.desk.visits.restoring import standing_otherwise
from tirek.faces.desk.visits.talkforms import TalkForms
from tirek.faces.desk.visits.words import WITH_WHOM, outcome_of
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.common import Entitlement
from tirek.foundation.jurisdictions.queries import authority, entitlements
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits import queries, services
from tirek.records.visits.policies import check_state_enters, check_state_records, sees_people
from tirek.records.visits.refusals import PartsRefused
from tirek.records.visits.services.together import Paper


def recorded(request: SignedRequest, visit_id: UUID) -> queries.VisitFacts:
    """The visit, for somebody who writes what was seen. Raises NotFound, NotAllowed; NotYetBegun or AlreadyReported where the state forbids."""
    facts = visit_facts(request, visit_id)
    part = visit_part(request, visit_id)
    if not part.may_record:
        raise NotAllowed
    check_state_records(facts.state)
    return facts


def entered(request: SignedRequest, visit_id: UUID) -> queries.VisitFacts:
    """The visit, for somebody who writes how it went, also for a correction. Raises NotFound, NotAllowed, NotYetBegun, AlreadyReported."""
    facts = visit_facts(request, visit_id)
    if not visit_part(request, visit_id).may_record:
        raise NotAllowed
    check_state_enters(facts.state, facts.in_correction)
    return facts


def way(name: str, *args: object) -> str:
    """An address of the desk."""
    return reverse(f"desk:{name}", args=args)


@require_safe
def access(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Everything about access, meetings, the talk, urgent measures."""
    frame = visit_frame(request, visit_id, "access")
    facts, part = frame["visit"], frame["part"]
    assert isinstance(facts, queries.VisitFacts) and isinstance(part, queries.PartFacts)
    found = queries.access_facts(visit_id, by=request.actor)
    found_measures = queries.urgent_measures(visit_id, by=request.actor)
    context = {
        **frame,
        "columns": [Column(_("Entitlement")), Column(_("How it was honoured")), Column(_("By whom")), Column(_("On what ground")), Column(_("Minutes"), numeric=True)],
        "rows": access_rows(found),
        "meetings": [(each, WITH_WHOM[each.with_whom]) for each in queries.meetings(visit_id, by=request.actor)],
        "talk": queries.closing_talk(visit_id, by=request.actor),
        "measures": measure_lines(facts, found_measures, writers(request, facts, part) if found_measures else {}),
        "answers": part.may_record and facts.state in BEGUN,
        **standing_otherwise(request, facts),
    }
    return render(request, "desk/visits/access.html", context)


def access_rows(found: Iterable[queries.AccessFacts]) -> list[list[object]]:
    """The checklist as lines, in the order of the catalogue; empty while nothing is entered."""
    held = {each.entitlement: each for each in found}
    return [line_of(one, held.get(one.code)) for one in entitlements()] if held else []


def line_of(one: Entitlement, held: queries.AccessFacts | None) -> list[object]:
    """One entitlement as a line."""
    name = said(one.name)
    if held is None:
        return [name, Cell(_("not entered yet"), state="waiting"), None, None, None]
    word, shape = outcome_of(one, held.outcome)
    return [name, Cell(str(word), state=shape), held.by_whom, held.ground, held.minutes]


def writers(request: SignedRequest, facts: queries.VisitFacts, part: queries.PartFacts) -> dict[UUID, str]:
    """Names of those who wrote the visit's measures, for readers whom its people concern."""
    if not sees_people(facts.country, part.member_id, request.actor):
        return {}
    wrote = queries.measure_writers(facts.id, by=request.actor)
    names = names_of(wrote.values())
    return {measure: names[account] for measure, account in wrote.items() if account in names}


def measure_lines(facts: queries.VisitFacts, found: Iterable[queries.MeasureFacts], wrote: dict[UUID, str]) -> list[dict[str, object]]:
    """Urgent measures with their authority, who wrote them, and their clocks in words."""
    return [
        {
            "facts": each,
            "authority": authority(facts.country, each.authority, timezone.localdate(each.observed_at)).name,
            "left": each.clock.due_at - timezone.now() if each.sent_at is None else None,
            "sent": sent_words(each),
            "wrote": wrote.get(each.id, ""),
            "answer_left": each.answer_due - timezone.now() if each.answer_due and not each.answered else None,
        }
        for each in found
    ]


def sent_words(one: queries.MeasureFacts) -> str:
    """Whether it was sent in time."""
    if one.sent_at is None:
        return ""
    if one.clock.urgency == "sent_in_time":
        return _("sent in time")
    return ngettext("sent %(hours)s hour late", "sent %(hours)s hours late", one.clock.hours) % {"hours": number(one.clock.hours)}


@read_or_write
def edit(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The checklist of entitlements as a form; it is saved whole or not at all. What another changed since is shown, not overwritten."""
    entered(request, visit_id)
    form = AccessForm(changeable(request.POST), held=queries.access_facts(visit_id, by=request.actor))
    if request.method == "POST" and form.is_valid() and saved(request, visit_id, form):
        return done(request, _("Access is saved."), "desk:visit-access", visit_id)
    if form.is_bound:
        form.catch_up(queries.access_facts(visit_id, by=request.actor))
    lead = _("A line that you leave without an answer stays as it is. A delay or a refusal asks who, on what ground and for how long.")
    return asked(
        request, visit_id, "access", form, title=_("How the entitlements were honoured"), button=_("Save"), lead=lead,
        back=way("visit-access", visit_id), template="desk/visits/access_edit.html",
    )  # fmt: skip


def saved(request: SignedRequest, visit_id: UUID, form: AccessForm) -> bool:
    """Whether the lines were saved; else the form tells at each what is wrong."""
    notes = form.notes()
    if not notes:
        return True
    try:
        services.enter_together(visit_id=visit_id, paper=Paper(access=notes), by=request.actor)
    except PartsRefused as refused:
        for _name, place, refusal in refused.parts:
            form.tell_line(notes[place].entitlement, refusal)
        return False
    return True


@read_or_write
def meeting(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """One more meeting."""
    facts = entered(request, visit_id)
    met = queries.meetings(visit_id, by=request.actor)
    form = MeetingForm(changeable(request.POST), initial={"held_on": facts.starts_on, "revision": queries.meetings_revision(each.id for each in met)})
    if kept(request, form, lambda typed: services.add_meeting(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The meeting is saved."), "desk:visit-access", visit_id)
    title, meanwhile = _("Enter a meeting"), form.catch_up(queries.meetings(visit_id, by=request.actor), told=True)
    return asked(request, visit_id, "access", form, title=title, button=_("Save the meeting"), back=way("visit-access", visit_id), meanwhile=meanwhile)


@require_POST
def remove_meeting(request: SignedRequest, visit_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Takes out a meeting that was entered wrongly."""
    entered(request, visit_id)
    if meeting_id not in {each.id for each in queries.meetings(visit_id, by=request.actor)}:
        raise NotFound
    services.remove_meeting(meeting_id=meeting_id, by=request.actor)
    return done(request, _("The meeting is taken out."), "desk:visit-access", visit_id)


@read_or_write
def talk(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The closing talk and its promises. Whoever saves second is told, keeps the own text, and sees the other's beside it."""
    facts = entered(request, visit_id)
    held = queries.closing_talk(visit_id, by=request.actor)
    page = TalkForms(changeable(request.POST), held, day=min(facts.ends_on, timezone.localdate()))
    ready = request.method == "POST" and page.is_valid()
    if ready and kept(request, page.form, lambda _typed: save_talk(request, visit_id, page)):
        return done(request, _("The closing talk is saved."), "desk:visit-access", visit_id)
    if request.method == "POST":
        page.catch_up(queries.closing_talk(visit_id, by=request.actor))
    return asked(
        request, visit_id, "access", page.form, title=_("The closing talk"), button=_("Save the closing talk"), back=way("visit-access", visit_id),
        template="desk/visits/talk.html", promises=page.promises, meanwhile=page.meanwhile,
        wrong=bool(page.promises.is_bound and page.promises.total_error_count()),
    )  # fmt: skip


def save_talk(request: SignedRequest, visit_id: UUID, page: TalkForms) -> object:
    """The talk with exactly the promises that are written."""
    told = page.note()
    return services.record_closing_talk(
        visit_id=visit_id, held_on=told.held_on, with_whom=told.with_whom, note=told.note, promises=told.promises,
        names_nobody=told.names_nobody, revision=told.revision, by=request.actor,
    )  # fmt: skip
