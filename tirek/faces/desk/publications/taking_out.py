"""Taking a passage out of a published document: a further edition without it. For the office alone."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.publications.forms import PutBackForm, TakeOutForm
from tirek.faces.desk.publications.views import crumbs_to
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.passages import words_out
from tirek.insight.publications.policies import check_may_withhold
from tirek.insight.publications.services import corrections


@recently_authenticated
@read_or_write
def take_out(request: SignedRequest, key: str) -> HttpResponse:
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
        "back": reverse("desk:publication", args=["document", key]), "out": sorted(words_out(request.country, key).items(), key=lambda each: each[0].start), "key": key,
    }  # fmt: skip
    return render(request, "desk/publications/take_out.html", context, status=422 if form.errors else 200)


@recently_authenticated
@read_or_write
def put_back(request: SignedRequest, key: str, start: int) -> HttpResponse:
    """The form that puts a passage back which was taken out by mistake. Raises NotAllowed, NotFound."""
    check_may_withhold(request.actor, request.country)
    words = next((words for each, words in words_out(request.country, key).items() if each.start == start), None)
    title = _("Put a passage back")
    crumbs = crumbs_to(request, "document", key, title)
    if words is None:
        raise NotFound
    form = PutBackForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: corrections.put_back(country=request.country, key=key, start=start, by=request.actor, **asked)):
        messages.success(request, _("The newest edition holds the passage again."))
        return redirect("desk:publication", kind="document", key=key)
    lead = _("A further edition is published with these words: “%(words)s”, and with the figures as they are decided now.") % {"words": words}
    back = reverse("desk:publication-take-out", args=[key])
    context = {"form": form, "title": title, "lead": lead, "button": title, "crumbs": crumbs, "back": back}
    return render(request, "desk/places/form.html", context, status=422 if form.errors else 200)
