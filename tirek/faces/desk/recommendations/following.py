"""Following up an issued recommendation: the authority's answer, the mechanism's own verification, a withdrawal."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tirek.faces.desk.recommendations.forms import AnswerForm, CareForm, DueForm, ThemeForm, VerificationForm, WithdrawalForm
from tirek.faces.desk.recommendations.reaching import asked_without, form_page, people_of, reached
from tirek.faces.frame.confirming import shown_fields
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import Choices, CountryForm, said
from tirek.faces.frame.uploads import Upload
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.policies import check_issued, check_may_answer, check_may_verify
from tirek.foundation.files.services import NewFile
from tirek.foundation.ui.formats import span
from tirek.foundation.ui.pieces import Crumb

read_or_write = require_http_methods(["GET", "HEAD", "POST"])
PAGE = "desk/recommendations/following.html"


@read_or_write
def answer(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """The authority's word, entered from its letter."""
    facts = reached(request, recommendation_id)
    check_may_answer(request.actor, facts.country)
    check_issued(facts.state)
    initial = {"authority": facts.answers_for_it, "received_on": timezone.localdate()}
    form = AnswerForm(*sent(request), country=facts.country, since=facts.issued_on or timezone.localdate(), initial=initial)

    def work(asked: dict[str, Any]) -> object:
        letter = named(asked["letter"], f"{facts.number}-answer-{asked['said_on']}")
        return services.record_answer(recommendation_id=recommendation_id, letter=letter, by=request.actor, **asked_without(asked, "letter"))

    if kept(request, form, work):
        newest = reached(request, recommendation_id).answers[-1]
        if (form.cleaned_data["said_on"], form.cleaned_data["received_on"]) < (newest.said_on, newest.received_on):
            messages.success(request, _("The answer is entered in the history. A newer one stands there already, so what the authority says stays as it was."))
        else:
            messages.success(request, _("The answer is entered. What the mechanism verified stays as it was."))
        return redirect("desk:recommendation", recommendation_id=recommendation_id)
    lead = _("Enter what the letter says. It moves the authority’s side only; what the mechanism verified stays as it is.")
    return page(request, facts, form, _("Enter the authority’s answer"), lead, _("Save the answer"))


@read_or_write
def verify(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """What the mechanism itself found."""
    facts = reached(request, recommendation_id)
    check_may_verify(request.actor, facts.country)
    check_issued(facts.state)
    known = known_visits(request, facts)
    initial = {"verified_on": timezone.localdate(), "way": "on_site" if known else "documents"}
    form = VerificationForm(*sent(request), country=facts.country, held=facts.verification, visits=known, initial=initial)

    def work(asked: dict[str, Any]) -> object:
        evidence = named(asked["evidence"], f"{facts.number}-verification-{asked['verified_on']}")
        return services.verify(recommendation_id=recommendation_id, evidence=evidence, by=request.actor, **asked_without(asked, "evidence"))

    if kept(request, form, work):
        if form.cleaned_data["verified_on"] < reached(request, recommendation_id).verifications[-1].verified_on:
            messages.success(request, _("The verification is entered in the history. A newer one stands there already, so what the mechanism verified stays as it was."))
        else:
            messages.success(request, _("The verification is entered. What the authority says stays as it was."))
        return redirect("desk:recommendation", recommendation_id=recommendation_id)
    lead = _("Enter what you saw or read yourself. It moves the mechanism’s side only; what the authority says stays as it is.")
    return page(request, facts, form, _("Enter a verification"), lead, _("Save the verification"))


@read_or_write
def withdraw(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Takes an issued recommendation back, with the reason."""
    facts = reached(request, recommendation_id)
    check_may_answer(request.actor, facts.country)
    check_issued(facts.state)
    form = WithdrawalForm(*sent(request), country=facts.country)
    if kept(request, form, lambda asked: services.withdraw(recommendation_id=recommendation_id, by=request.actor, **asked)):
        messages.success(request, _("The recommendation is withdrawn. It stays readable with its reason."))
        return redirect("desk:recommendation", recommendation_id=recommendation_id)
    lead = _("For what should never have been recommended, or cannot be done any more. A new text goes into a later report.")
    return page(request, facts, form, _("Withdraw the recommendation"), lead, _("Withdraw it"), danger=True)


@read_or_write
def due(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Another day for the answer, with the reason."""
    facts = arranged(request, recommendation_id)
    form = DueForm(*sent(request), country=facts.country)
    if kept(request, form, lambda asked: services.move_due(recommendation_id=recommendation_id, by=request.actor, **asked)):
        messages.success(request, _("The day of the answer is moved. The days before it and the reasons stand on this page."))
        return redirect("desk:recommendation", recommendation_id=recommendation_id)
    lead = _("The clock runs to the new day. The report stays as it was issued; whatever the authority was told, tell it the new day yourself.")
    return page(request, facts, form, _("Move the day of the answer"), lead, _("Move the day"))


@read_or_write
def care(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Who follows it up from now on."""
    facts = arranged(request, recommendation_id)
    form = CareForm(*sent(request), country=facts.country, people=people_of(request), initial={"caretaker": facts.caretaker})
    if kept(request, form, lambda asked: services.hand_over(recommendation_id=recommendation_id, by=request.actor, **asked)):
        messages.success(request, _("It is handed over."))
        return redirect("desk:recommendation", recommendation_id=recommendation_id)
    lead = _("One person of the mechanism who follows it up. It gives no right and takes none: who may see or enter what stays as it is.")
    return page(request, facts, form, _("Give into somebody’s care"), lead, _("Hand it over"))


@read_or_write
def theme(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """The theme under which it is found."""
    facts = arranged(request, recommendation_id)
    form = ThemeForm(*sent(request), country=facts.country, initial={"theme": facts.theme})
    if kept(request, form, lambda asked: services.set_theme(recommendation_id=recommendation_id, by=request.actor, **asked)):
        messages.success(request, _("The theme is saved."))
        return redirect("desk:recommendation", recommendation_id=recommendation_id)
    lead = _("For finding and counting. The report stays as it was issued.")
    return page(request, facts, form, _("Enter the theme"), lead, _("Save the theme"))


def arranged(request: SignedRequest, recommendation_id: UUID) -> queries.RecommendationFacts:
    """The recommendation in force, for those who arrange what becomes of it. Raises NotFound, NotAllowed, NotInForce."""
    facts = reached(request, recommendation_id)
    check_may_answer(request.actor, facts.country)
    check_issued(facts.state)
    return facts


def sent(request: SignedRequest) -> tuple[Any, Any]:
    """What was sent, if anything was."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def named(upload: Upload | None, stem: str) -> NewFile | None:
    """The file under its name in the house."""
    return upload.named(stem) if upload else None


def known_visits(request: SignedRequest, facts: queries.RecommendationFacts) -> Choices:
    """Visits to the place since the issue that the verifier may know of."""
    found = queries.verifying_visits(facts.id, by=request.actor)
    return [(str(each.id), f"{said(each.place_name)}, {span(each.starts_on, each.ends_on)}") for each in found]


def page(
    request: SignedRequest, facts: queries.RecommendationFacts, form: CountryForm, title: str, lead: str, button: str, danger: bool = False, **context: Any
) -> HttpResponse:
    """The page of such a form, with the recommendation beside it."""
    way = [
        Crumb(_("Recommendations"), reverse("desk:recommendations")),
        Crumb(facts.number, reverse("desk:recommendation", args=[facts.id])),
    ]
    return form_page(request, PAGE, form, way, title=title, lead=lead, button=button, facts=facts, danger=danger, asked=shown_fields(form), **context)
