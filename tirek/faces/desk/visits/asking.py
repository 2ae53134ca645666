"""Pages that ask something about a visit: one form within the visit's frame. What a service refuses comes back with everything typed."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tirek.faces.desk.visits.frame import visit_frame
from tirek.faces.frame.context import SignedRequest

read_or_write = require_http_methods(["GET", "HEAD", "POST"])


def asked(
    request: SignedRequest, visit_id: UUID, tab: str, form: forms.Form, *, title: str, button: str, back: str, lead: str = "",
    template: str = "desk/visits/form.html", **more: object,
) -> HttpResponse:  # fmt: skip
    """The page of a form; 422 when something must be changed. `back` is where “Cancel” leads; it is given the visit's id."""
    frame = visit_frame(request, visit_id, tab)
    context = {**frame, "form": form, "title": title, "lead": lead, "button": button, "back": back, "primary": None, **more}
    return render(request, template, context, status=422 if wrong([form]) or more.get("wrong") else 200)


def wrong(asked_forms: Iterable[forms.BaseForm]) -> bool:
    """Whether any of the forms holds a mistake."""
    return any(form.is_bound and form.errors for form in asked_forms)


def done(request: SignedRequest, words: str, name: str, visit_id: UUID) -> HttpResponse:
    """Says what was done and leads to the visit's page of that name."""
    messages.success(request, words)
    return redirect(name, visit_id=visit_id)
