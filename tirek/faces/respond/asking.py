"""What a body asks: more time of the mechanism, the preparation of an answer of a body beneath it. It decides no request."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_POST

from tirek.faces.frame.confirming import Confirming
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import Choices, CountryForm, day_field, line
from tirek.faces.respond.one import beneath, reached, way_to
from tirek.followup.exchange import services
from tirek.followup.recommendations.queries import AddressedFacts
from tirek.followup.recommendations.services import delegate as delegate_to
from tirek.followup.recommendations.services import end_delegation
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.bodies import is_facility
from tirek.ground.rules.refusals import NotAllowed


class TimeForm(Confirming):
    """Until when, and why."""

    searched = ("reason",)
    until = day_field(gettext_lazy("New day of the answer"))
    reason = line(gettext_lazy("Why more time is needed"), required=True, rows=3, help_text=gettext_lazy("The mechanism’s office reads it and decides. Name nobody who is deprived of liberty."))


class DelegationForm(CountryForm):
    """Who is asked to prepare the answer."""

    to = forms.ChoiceField(label=gettext_lazy("Body beneath yours"), help_text=gettext_lazy("Its people then read this recommendation and prepare the reply. Your head sends it."))

    def __init__(self, *args: Any, beneath: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("to", beneath)
        if any(is_facility(code) for code, _name in beneath):
            self.fields["to"].help_text = _("Its people then read this recommendation and prepare the reply. Your head sends it. Choose the facility that was visited only where nothing in the words could tell who spoke there: its staff will read them.")


@read_or_write
def time(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Asks the mechanism for more time."""
    facts = spoken_for(request, recommendation_id)
    form = TimeForm(request.POST if request.method == "POST" else None, country=request.country)

    def work(typed: dict[str, Any]) -> object:
        return services.ask_time(recommendation_id=recommendation_id, country=request.country, by=request.actor, **typed)

    if kept(request, form, work):
        messages.success(request, _("The mechanism is asked. Until it decides the day stays as it is."))
        return redirect("respond:recommendation", recommendation_id=recommendation_id)
    return form_page(request, facts, form, _("Ask for more time"), pgettext("for something", "Ask"))


@read_or_write
def delegate(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Asks a body beneath to prepare the answer."""
    facts = spoken_for(request, recommendation_id)
    form = DelegationForm(request.POST if request.method == "POST" else None, country=request.country, beneath=beneath(request, facts))

    def work(typed: dict[str, Any]) -> object:
        return delegate_to(recommendation_id=recommendation_id, country=request.country, by=request.actor, **typed)

    if kept(request, form, work):
        messages.success(request, _("The body is asked. Its people find the recommendation on their own page."))
        return redirect("respond:recommendation", recommendation_id=recommendation_id)
    return form_page(request, facts, form, _("Ask a body beneath to prepare the answer"), pgettext("for something", "Ask"))


@require_POST
def undelegate(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Takes such a request back."""
    spoken_for(request, recommendation_id)
    end_delegation(recommendation_id=recommendation_id, country=request.country, to=request.POST.get("to", ""), by=request.actor)
    messages.success(request, _("The request is taken back. That body reads this recommendation no more; what it wrote stays with you."))
    return redirect("respond:recommendation", recommendation_id=recommendation_id)


def spoken_for(request: SignedRequest, recommendation_id: UUID) -> AddressedFacts:
    """The recommendation, for people of a body that answers. Raises NotFound, NotAllowed."""
    facts = reached(request, recommendation_id)
    if not facts.speaks:
        raise NotAllowed
    return facts


def form_page(request: SignedRequest, facts: AddressedFacts, form: CountryForm, title: str, button: str) -> HttpResponse:
    """A form beside its recommendation; 422 where something must be changed."""
    context = {"form": form, "facts": facts, "title": title, "button": button, "crumbs": [*way_to(facts), Crumb(title)]}
    return render(request, "respond/form.html", context, status=422 if form.errors else 200)
