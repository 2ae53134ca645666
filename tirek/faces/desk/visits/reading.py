"""Why somebody reads what a delegation saw: asked once a session and visit of everybody who was not there, and kept in the ledger.

Views that show findings (or a draft made of them) of a visit whose report is not issued wear `with_purpose`, where their first argument
after the request is `visit_id`, or ask `purpose_first`. The purpose is a choice and no free text: what stands in the ledger must name nobody.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.visits.asking import asked, read_or_write
from tirek.faces.desk.visits.frame import visit_facts
from tirek.faces.desk.visits.words import PURPOSES
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.signin.keeping import keep_form
from tirek.foundation.ledger.services import record_read
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.queries import finding, must_say_why

View = TypeVar("View", bound=Callable[..., Any])
SAID = "reading_purposes"


class PurposeForm(forms.Form):
    """What the findings are read for."""

    use_required_attribute = False
    purpose = forms.ChoiceField(label=gettext_lazy("What you read the findings for"), choices=list(PURPOSES.items()), widget=forms.RadioSelect)


def with_purpose(view: View) -> View:
    """Decorator: whoever was not there says once why he or she reads what the delegation saw, then goes on."""

    @wraps(view)
    def guarded(request: SignedRequest, visit_id: UUID, *args: Any, **kwargs: Any) -> Any:
        question = purpose_first(request, visit_id)
        if question is None:
            return view(request, visit_id, *args, **kwargs)
        if "finding_id" in kwargs and finding(kwargs["finding_id"], by=request.actor).visit_id != visit_id:
            raise NotFound
        return question

    return cast(View, guarded)


def purpose_first(request: SignedRequest, visit_id: UUID) -> HttpResponse | None:
    """The way to the question, where it has still to be answered; a form that was sent waits meanwhile. None for all others.

    Somebody who may not know of the visit is asked nothing: the page that follows decides what it shows (an issued report has more readers).
    """
    try:
        if has_said(request, visit_id) or not must_say_why(visit_id, by=request.actor):
            return None
    except NotFound:
        return None
    going_on = request.get_full_path()
    if request.method == "POST":
        keep_form(request)
        going_on = reverse("kept-form")
    return HttpResponseRedirect(f"{reverse('desk:visit-purpose', args=[visit_id])}?{urlencode({'next': going_on})}")


def has_said(request: HttpRequest, visit_id: UUID) -> bool:
    """Whether the purpose was told in this session."""
    return str(visit_id) in request.session.get(SAID, {})


@read_or_write
def purpose(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Asks for the purpose and records it; then leads on to what was asked for."""
    facts = visit_facts(request, visit_id)
    form = PurposeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if must_say_why(visit_id, by=request.actor):
            told = form.cleaned_data["purpose"]
            record_read(noun="visit", subject=visit_id, purpose=told, by=request.actor, country=facts.country, veil="" if facts.state in BEGUN else visit_id)
            request.session[SAID] = {**request.session.get(SAID, {}), str(visit_id): told}
        return HttpResponseRedirect(next_of(request, visit_id))
    lead = _("The report of this visit is not issued yet, and you were not in its delegation. What you answer stands in the ledger; the delegation sees it in the visit's history. You are asked once until you sign out.")
    return asked(
        request, visit_id, "findings", form, title=_("Why do you read the findings?"), button=_("Go on"), lead=lead,
        back=reverse("desk:visit", args=[visit_id]), needs=(),
    )  # fmt: skip


def next_of(request: HttpRequest, visit_id: UUID) -> str:
    """Where to go on: an address of this house, else the findings."""
    wanted = request.GET.get("next", "")
    inside = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if wanted and inside else reverse("desk:visit-findings", args=[visit_id])
