"""What the pages of recommendations share: reaching one in the chosen country, and keeping a form. It holds no rule."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tirek.faces.desk.listing import Reader
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import Choices
from tirek.faces.frame.uploads import ask_for_files_again
from tirek.followup.recommendations import queries
from tirek.foundation.people.queries import colleagues
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotFound


def reached(request: SignedRequest, recommendation_id: UUID) -> queries.RecommendationFacts:
    """The recommendation, of the country that is chosen; raises NotFound, the same for one that may not be seen."""
    facts = queries.recommendation(recommendation_id, by=request.actor, today=timezone.localdate())
    if facts.country != request.country:
        raise NotFound
    return facts


def people_of(reader: Reader) -> Choices:
    """Who can follow a recommendation up, by name. Raises NotAllowed for those who may not know who does what."""
    return [(each.id, each.name) for each in colleagues(by=reader.actor, country=reader.country)]


def form_page(request: SignedRequest, template: str, form: forms.Form, crumbs: list[Crumb], **context: Any) -> HttpResponse:
    """The page of a form, with the way back; 422 when something must be changed."""
    if form.errors:
        ask_for_files_again(form)
    shown = {"form": form, "crumbs": [*crumbs, Crumb(str(context["title"]))], "back": crumbs[-1].href, **context}
    return render(request, template, shown, status=422 if form.errors else 200)


def asked_without(asked: dict[str, Any], *names: str) -> dict[str, Any]:
    """What a form asked, without some of its fields."""
    return {name: value for name, value in asked.items() if name not in names}
