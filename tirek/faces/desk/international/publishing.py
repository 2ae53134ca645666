"""Publishing what is held of international bodies: the person sees exactly what becomes public, then publishes it."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.international.views import crumbs
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import line
from tirek.foundation.ui.pieces import Crumb
from tirek.insight.publications.queries.bodies_ahead import bodies_now
from tirek.insight.publications.services import publish_bodies
from tirek.insight.publications.services.bodies import sign_of


class PublishForm(forms.Form):
    """What the person saw, by its digest, and why passages stay."""

    use_required_attribute = False
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    names_nobody = line(gettext_lazy("Why passages that could name a person stay"), help_text=gettext_lazy("Only where the page asks for it. For the mechanism alone."))


@read_or_write
def publish(request: SignedRequest) -> HttpResponse:
    """Shows what would be public, and publishes it."""
    now = bodies_now(request.country, by=request.actor)
    form = PublishForm(request.POST or None, initial={"seen": sign_of(now.body)})
    if kept(request, form, lambda asked: publish_bodies(country=request.country, by=request.actor, **asked)):
        messages.success(request, _("It is published."))
        return redirect("desk:international")
    title = _("Publish missions, reports and threads")
    context = {"form": form, "now": now, "title": title, "crumbs": crumbs(Crumb(title))}
    return render(request, "desk/international/publish.html", context, status=422 if form.errors else 200)
