"""Urgent measures: writing one, correcting it before it is sent, translating it, noting that it was sent and answered."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from tirek.faces.desk.meanwhile import catch_up, changeable
from tirek.faces.desk.visits.access import entered, way
from tirek.faces.desk.visits.asking import asked, done, read_or_write
from tirek.faces.desk.visits.frame import visit_facts, visit_part
from tirek.faces.desk.visits.measureforms import CorrectionForm, MeasureForm, SentForm, TranslationForm
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import ChangedMeanwhile, MeasureSent


@read_or_write
def new(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """A new urgent measure; the authority of the place on that day is suggested."""
    facts = entered(request, visit_id)
    form = MeasureForm(
        request.POST or None, country=facts.country, since=facts.starts_on, initial={"authority_code": facts.authority_code, "observed_at": timezone.now()}
    )
    if kept(request, form, lambda typed: services.send_urgent_measure(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The urgent measure is saved; its clock runs."), "desk:visit-access", visit_id)
    lead = _("For what cannot wait for the report: a danger to somebody's life or health. It is sent the same day.")
    return asked(request, visit_id, "access", form, title=_("Write an urgent measure"), button=_("Save the urgent measure"), back=way("visit-access", visit_id), lead=lead)


@read_or_write
def answer(request: SignedRequest, visit_id: UUID, measure_id: UUID) -> HttpResponse:
    """That a measure was sent, and the authority's answer; also after the report is issued."""
    visit_facts(request, visit_id)
    if not visit_part(request, visit_id).may_record:
        raise NotAllowed
    held = held_of(request, visit_id, measure_id)
    now = {"sent_at": held.sent_at, "answered_at": held.answered_at, "answer": held.answer}
    form = SentForm(changeable(request.POST), initial={**now, "revision": held.noted})
    if kept(request, form, lambda typed: services.answer_urgent_measure(measure_id=measure_id, by=request.actor, **typed)):
        return done(request, _("The urgent measure is noted."), "desk:visit-access", visit_id)
    return asked(
        request, visit_id, "access", form, title=_("Sent and answered"), button=_("Save"), back=way("visit-access", visit_id), lead=said(held.what),
        template="desk/visits/measure_form.html", meanwhile=catch_up(form, now, held.noted, ChangedMeanwhile()),
    )  # fmt: skip


def held_of(request: SignedRequest, visit_id: UUID, measure_id: UUID) -> queries.MeasureFacts:
    """A measure of this visit; raises NotFound."""
    found = {each.id: each for each in queries.urgent_measures(visit_id, by=request.actor)}
    if measure_id not in found:
        raise NotFound
    return found[measure_id]


@read_or_write
def edit(request: SignedRequest, visit_id: UUID, measure_id: UUID) -> HttpResponse:
    """Corrects a measure that is not sent yet."""
    facts = entered(request, visit_id)
    held = held_of(request, visit_id, measure_id)
    if held.sent_at:
        raise MeasureSent
    start = {"what": held.what, "authority_code": held.authority, "observed_at": held.observed_at, "stamp": held.stamp}
    form = CorrectionForm(changeable(request.POST), country=facts.country, since=facts.starts_on, initial=start)
    if kept(request, form, lambda typed: services.correct_urgent_measure(measure_id=measure_id, by=request.actor, **typed)):
        return done(request, _("The correction is saved."), "desk:visit-access", visit_id)
    return written(request, visit_id, form, measure_id, _("Correct the urgent measure"), _("Save the correction"))


@read_or_write
def translate(request: SignedRequest, visit_id: UUID, measure_id: UUID) -> HttpResponse:
    """Writes or renews translations of a measure, sent or not; the original stays."""
    facts = entered(request, visit_id)
    held = held_of(request, visit_id, measure_id)
    wanted = tuple(code for code in report_languages(facts.country) if code != held.what.source)
    form = TranslationForm(changeable(request.POST), languages=wanted, initial={"what": held.what, "stamp": held.stamp})

    def work(typed: dict[str, Any]) -> object:
        texts = {code: typed["what"].in_(code) for code in wanted}
        asked_for = {name: value for name, value in typed.items() if name != "what"}
        return services.translate_urgent_measure(measure_id=measure_id, texts=texts, by=request.actor, **asked_for)

    if kept(request, form, work):
        return done(request, _("The translations are saved."), "desk:visit-access", visit_id)
    return written(request, visit_id, form, measure_id, _("Translate the urgent measure"), _("Save the translations"), original=held.what)


def written(
    request: SignedRequest, visit_id: UUID, form: forms.Form, measure_id: UUID, title: str, button: str, original: Words | None = None
) -> HttpResponse:
    """The page of such a form. Whoever saves second sees what stands there now, and saving again is then meant."""
    now = held_of(request, visit_id, measure_id)
    what = Words(tuple((code, text) for code, text in now.what.texts if not (original and code == original.source)), now.what.source)
    told = {"what": what, "authority_code": now.authority, "observed_at": now.observed_at}
    meanwhile = catch_up(form, told, now.stamp, ChangedMeanwhile(), "stamp")
    return asked(
        request, visit_id, "access", form, title=title, button=button, back=way("visit-access", visit_id), template="desk/visits/measure_form.html",
        original=original, meanwhile=meanwhile,
    )  # fmt: skip
