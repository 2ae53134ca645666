"""Taking a passage out of a published document: a further edition without it. For the office alone."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.context import DeskRequest
from tirek.faces.desk.entering import kept, read_or_write
from tirek.faces.desk.publications.forms import TakeOutForm
from tirek.faces.desk.publications.views import crumbs_to
from tirek.faces.desk.signin.reauthentication import recently_authenticated
from tirek.insight.publications.policies import check_may_withhold
from tirek.insight.publications.services import corrections


@recently_authenticated
@read_or_write
def take_out(request: DeskRequest, key: str) -> HttpResponse:
    """The form; then the earlier editions, in which the passage still stands. Raises NotAllowed, NotFound."""
    check_may_withhold(request.actor, request.country)
    title = _("Take a passage out")
    crumbs = crumbs_to(request, "document", key, title)
    form = TakeOutForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: corrections.take_out(country=request.country, key=key, by=request.actor, **asked)):
        messages.success(request, _("The newest edition stands without the passage. The earlier editions still hold it: withhold them now."))
        return redirect("desk:publication-withhold", kind="document", key=key)
    lead = _("A further edition is published without the words, wherever they stand in the document, and without the figures in them. Its page says that a passage was taken out, and why. The picture of the country follows; questions and profiles that quote the passage follow when they are published again.")
    context = {
        "form": form, "title": title, "lead": lead, "button": _("Publish without the passage"), "crumbs": crumbs,
        "back": reverse("desk:publication", args=["document", key]),
    }  # fmt: skip
    return render(request, "desk/places/form.html", context, status=422 if form.errors else 200)
