"""The recommendations of a visit: the tab, and writing, translating, dropping drafts. What a service refuses comes back in the form."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tirek.faces.desk.recommendations.before import BeforeShown, as_id, section, typed
from tirek.faces.desk.recommendations.cards import card, finding_words, suggestion
from tirek.faces.desk.recommendations.forms import DraftForm, TranslationForm
from tirek.faces.desk.recommendations.reaching import form_page, reached
from tirek.faces.desk.recommendations.terms import term_context
from tirek.faces.desk.visits.frame import visit_facts, visit_frame
from tirek.faces.desk.visits.reading import purpose_first, with_purpose
from tirek.faces.frame.answers import words
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import said
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.refusals import RecommendationChanged
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.visit_states import BEGUN
from tirek.ground.rules.words import Words
from tirek.records.visits import queries as visits

read_or_write = require_http_methods(["GET", "HEAD", "POST"])
FORM = "desk/recommendations/draft.html"


@require_safe
@with_purpose
def of_visit(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The tab: every recommendation of the visit in its order, with hints to the author while it is a draft."""
    frame = visit_frame(request, visit_id, "recommendations")
    seen, today = frame["visit"], timezone.localdate()
    assert isinstance(seen, visits.VisitFacts)
    findings = visits.findings(visit_id, by=request.actor)
    found = queries.visit_recommendations(visit_id, by=request.actor, today=today)
    context = {
        **frame,
        "cards": [card(each, seen, findings, today) for each in found],
        "findings": findings,
        "passages": len(queries.undecided_stretches(visit_id, by=request.actor)),
        **term_context(seen.country, found),
    }
    return render(request, "desk/recommendations/of_visit.html", context)


@read_or_write
def new(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """A new draft."""
    seen = visit_facts(request, visit_id)
    check_may_draft(request, visit_id)
    if question := purpose_first(request, visit_id):
        return question
    wanted, why = suggestion(seen, request.actor, timezone.localdate())
    chosen = {"addressee": wanted, "findings": request.GET.getlist("finding"), "repeats": request.GET.get("repeats", "")}
    form = draft_form(request, seen, chosen, why)
    if only_looks(request):
        return draft_page(request, seen, form, _("Write a recommendation"), _("Save the draft"))
    made = kept(request, form, lambda asked: services.draft_recommendation(visit_id=visit_id, made=proposal(asked), by=request.actor))
    if made:
        messages.success(request, _("The recommendation is written as a draft."))
        if written_twice(request, visit_id, made.value):
            messages.warning(request, _("Another recommendation to the same addressee says the same. If one of them is a mistake, drop it."))
        return where_next(request, form, visit_id, made.value)
    return draft_page(request, seen, form, _("Write a recommendation"), _("Save the draft"))


def written_twice(request: SignedRequest, visit_id: UUID, made: UUID) -> bool:
    """Whether another one of the visit says the same to the same addressee: a form that was sent twice."""
    found = queries.visit_recommendations(visit_id, by=request.actor, today=timezone.localdate())
    said_ = {each.id: (each.addressee, dict(each.text.texts)) for each in found}
    return any(one != made and words_ == said_.get(made) for one, words_ in said_.items())


@read_or_write
def edit(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Changing a draft; whoever saved meanwhile is not overwritten."""
    facts = reached(request, recommendation_id)
    seen = visit_facts(request, facts.visit_id)
    if facts.state != "draft":
        return redirect("desk:recommendation", recommendation_id=recommendation_id)
    check_may_draft(request, facts.visit_id, facts.added_by_correction)
    if question := purpose_first(request, facts.visit_id):
        return question
    _wanted, why = suggestion(seen, request.actor, timezone.localdate())
    form = draft_form(request, seen, initial_of(facts), why, facts.other_things)
    stored = None
    if only_looks(request):
        return draft_page(request, seen, form, _("Change the draft"), _("Save the draft"))
    if request.method == "POST" and form.is_valid():
        try:
            made, revision = proposal(form.cleaned_data), form.cleaned_data["revision"] or 0
            kept(request, form, lambda _asked: changed(recommendation_id, made, revision, request))
            if not form.errors:
                messages.success(request, _("The draft is saved."))
                return where_next(request, form, facts.visit_id, recommendation_id)
        except ChangedMeanwhile as told:
            stored = facts
            form.add_error(None, str(told))
            compare(form, facts.revision)
    return draft_page(request, seen, form, _("Change the draft"), _("Save the draft"), stored=stored)


class ChangedMeanwhile(Exception):
    """Somebody else saved the draft first; its text is the refusal's sentence."""


def changed(recommendation_id: UUID, made: Proposal, revision: int, request: SignedRequest) -> object:
    """Saves; raises ChangedMeanwhile where somebody saved first, so that the page can show both texts."""
    try:
        return services.edit_draft(recommendation_id=recommendation_id, made=made, revision=revision, by=request.actor)
    except RecommendationChanged as refusal:
        raise ChangedMeanwhile(refusal_text(refusal)) from refusal


def compare(form: Any, revision: int) -> None:
    """Lets the next save of the same form count from the text that is now shown beside it."""
    form.data = form.data.copy()
    form.data["revision"] = revision


def check_may_draft(request: SignedRequest, visit_id: UUID, corrects: bool = False) -> None:
    """Raises NotAllowed for those who see the visit and do not write on it; once it is reported, only a correction is written."""
    if not queries.may_draft(visit_id, request.actor, corrects):
        raise NotAllowed


def draft_form(request: SignedRequest, seen: visits.VisitFacts, initial: dict[str, Any], why: str, other_things: tuple[UUID, ...] = ()) -> DraftForm:
    """The form of a draft with the visit's findings; what was said before is looked for once the page shows it. `other_things` are those refused so far."""
    found = visits.findings(seen.id, by=request.actor)
    findings = [(str(each.id), f"{each.position}. {finding_words(each)}") for each in found]
    areas = {str(each.id): each.area for each in found}

    def looking(form: DraftForm) -> BeforeShown:
        held = request.POST if form.is_bound else None
        findings_chosen = held.getlist("findings") if held is not None else form.initial.get("findings", [])
        text = typed(held) if held is not None else form.initial.get("text") or Words()
        chosen = {"text": text, "findings": findings_chosen, "repeats": (held if held is not None else form.initial).get("repeats")}
        refused = [one for each in held.getlist("other_things") if (one := as_id(each))] if held is not None and held.get("looked") else other_things
        return section(request, seen, chosen, areas, refused)

    sent = request.POST if request.method == "POST" else None
    return DraftForm(sent, country=seen.country, initial=initial, findings=findings, looking=looking, suggestion=why)


def proposal(asked: dict[str, Any]) -> Proposal:
    """What was asked, as the room takes it; what is something else only where somebody was asked."""
    told = {name: value for name, value in asked.items() if name not in ("revision", "looked")}
    return Proposal(**{**told, "other_things": asked["other_things"] if asked.get("looked") else None})


def only_looks(request: SignedRequest) -> bool:
    """Whether somebody wants to see what was said before, and to save nothing yet."""
    return request.method == "POST" and "look" in request.POST


def where_next(request: SignedRequest, form: DraftForm, visit_id: UUID, made: UUID) -> HttpResponse:
    """Back to the tab; to what was said before where the writer has not seen it and something was found."""
    if not form.cleaned_data.get("looked") and form.before.unanswered:
        messages.info(request, _("Earlier recommendations may say the same. Look at them and say whether this one repeats one of them."))
        return redirect(f"{reverse('desk:recommendation-edit', args=[made])}#before")
    return redirect(f"{reverse('desk:visit-recommendations', args=[visit_id])}#{made}")


def initial_of(facts: queries.RecommendationFacts) -> dict[str, Any]:
    """What the form of a change starts with."""
    plain = {name: getattr(facts, name) for name in ("text", "indicator", "addressee", "kind", "priority", "revision")}
    return {**plain, "findings": [str(each) for each in facts.findings], "repeats": str(facts.repeats or "")}


def draft_page(
    request: SignedRequest, seen: visits.VisitFacts, form: DraftForm, title: str, button: str, stored: queries.RecommendationFacts | None = None
) -> HttpResponse:
    """The page of a draft's form."""
    return form_page(
        request, FORM, form, way_to(seen), title=title, button=button, stored=stored, visit=seen, languages=words.side_by_side(seen.country, *([stored.text, stored.indicator] if stored else [])), **term_context(seen.country)
    )


def way_to(seen: visits.VisitFacts) -> list[Crumb]:
    """The way to the tab."""
    tab = reverse("desk:visit-recommendations", args=[seen.id])
    return [Crumb(_("Visits"), reverse("desk:visits")), Crumb(said(seen.place_name), reverse("desk:visit", args=[seen.id])), Crumb(_("Recommendations"), tab)]


@read_or_write
def translate(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Writing the other languages beside the text; saving says that they fit it."""
    facts = reached(request, recommendation_id)
    seen = visit_facts(request, facts.visit_id)
    check_may_draft(request, facts.visit_id, facts.added_by_correction)
    if question := purpose_first(request, facts.visit_id):
        return question
    initial = {"text": facts.text, "indicator": facts.indicator, "revision": facts.revision}
    form = TranslationForm(request.POST if request.method == "POST" else None, facts=facts, initial=initial)

    def work(asked: dict[str, Any]) -> object:
        given = {"texts": form.texts("text"), "indicator": form.texts("indicator"), "revision": asked["revision"]}
        return services.translate_draft(recommendation_id=recommendation_id, by=request.actor, **given)

    if kept(request, form, work):
        messages.success(request, _("The translation is saved."))
        return redirect(f"{reverse('desk:visit-recommendations', args=[facts.visit_id])}#{recommendation_id}")
    original = {"source": facts.text.source, "text": facts.text.in_(facts.text.source), "indicator": facts.indicator.in_(facts.indicator.source)}
    said_ = {"title": _("Translate the draft"), "button": _("Save the translation")}
    return form_page(request, "desk/recommendations/translate.html", form, way_to(seen), **said_, **original)


@require_POST
def drop(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Takes a draft out of the visit's list."""
    facts = reached(request, recommendation_id)
    services.drop_draft(recommendation_id=recommendation_id, by=request.actor)
    messages.success(request, _("The draft is dropped."))
    return redirect("desk:visit-recommendations", visit_id=facts.visit_id)


@require_POST
def before(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """What was said before, alone, for the text that is being written: it replaces the section on the page. Nothing is kept."""
    seen = visit_facts(request, visit_id)
    if seen.state not in BEGUN or not any(queries.may_draft(visit_id, request.actor, corrects) for corrects in (False, True)):
        raise NotAllowed
    if question := purpose_first(request, visit_id):
        return question
    return render(request, "desk/recommendations/_before.html", {"before": draft_form(request, seen, {}, "").before})
