"""Making a sealed bundle: choose, look, seal, take, or give it up; and the program that opens one. It seals nothing itself and decides no access."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.accounts.answers import told
from tirek.faces.desk.bundles.forms import BundleForm, SealForm
from tirek.faces.desk.bundles.views import crumbs, reached, shown
from tirek.faces.desk.recommendations.reaching import form_page
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import Choices, said
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import as_attachment, bytes_answer
from tirek.followup.international.queries import reviews
from tirek.followup.recommendations.queries import places_recommended_for
from tirek.foundation.files.queries import file_opened
from tirek.foundation.ledger.services import Recorded
from tirek.insight.bundles import services
from tirek.insight.bundles.policies import check_knows_of_bundles, check_makes_bundles

READER = "open_bundle.py"
SECRET = "AGE-SECRET-KEY-"  # noqa: S105  how one begins


def missions(request: SignedRequest) -> Choices:
    """The missions and reviews, newest first."""
    return [(str(each.id), f"{said(each.name)} ({each.year})") for each in reviews(by=request.actor, country=request.country)]


def places(request: SignedRequest) -> Choices:
    """The places for which something can have been recommended, by name."""
    found = places_recommended_for(by=request.actor, country=request.country)
    return sorted(((str(key), said(name)) for key, name in found), key=lambda one: one[1].casefold())


@read_or_write
def new(request: SignedRequest) -> HttpResponse:
    """For whom, of what, to which keys."""
    check_makes_bundles(request.actor, request.country)
    today = timezone.localdate()
    first = {"since": today.replace(year=today.year - 4, month=1, day=1), "until": today}
    typed = request.POST.copy() if request.method == "POST" else None
    form = BundleForm(typed, country=request.country, reviews=missions(request), places=places(request), initial=first)
    made = kept(request, form, lambda asked: services.begin_bundle(country=request.country, by=request.actor, **asked))
    if made:
        return redirect("desk:bundle", bundle_id=made.value)
    if typed is not None and SECRET in typed.get("keys", "").upper():
        typed["keys"] = ""  # a secret key goes into no page again
    lead = _("What you choose is gathered and shown to you first. Then it is sealed to the keys of the delegation: nobody else can open it, not even the mechanism. Only heads and auditors see that it was made.")
    more: dict[str, Any] = {"title": _("Prepare a bundle"), "lead": lead, "button": _("Gather what goes in")}
    return form_page(request, "desk/bundles/form.html", form, crumbs(request), **more)


@require_POST
def seal(request: SignedRequest, bundle_id: UUID) -> HttpResponse:
    """The keys were compared, the passages looked at: a job seals it."""
    facts = reached(request, bundle_id)
    check_makes_bundles(request.actor, facts.country)
    form = SealForm(request.POST, passages=bool(facts.outline.found or facts.outline.scans))
    done = kept(request, form, lambda asked: services.confirm_bundle(bundle_id=bundle_id, by=request.actor, **{"passages_looked_at": False, **asked}))
    return redirect("desk:bundle", bundle_id=bundle_id) if done else shown(request, facts, form)


@require_POST
def again(request: SignedRequest, bundle_id: UUID) -> HttpResponse:
    """Gathers once more."""
    return does(request, bundle_id, services.gather_again, _("What goes in is gathered again. Look at it before you seal it."), "desk:bundle")


@require_POST
def drop(request: SignedRequest, bundle_id: UUID) -> HttpResponse:
    """Gives it up before it is sealed."""
    return does(request, bundle_id, services.drop_bundle, _("The bundle is given up. Nothing of it was sealed."), "desk:bundle")


def does(request: SignedRequest, bundle_id: UUID, verb: Callable[..., Recorded[UUID]], words: str, back: str) -> HttpResponse:
    """Does it and leads back."""
    reached(request, bundle_id)
    return told(request, lambda: verb(bundle_id=bundle_id, by=request.actor), words, reverse(back, args=[bundle_id]))


@require_POST
@recently_authenticated
def take(request: SignedRequest, bundle_id: UUID) -> HttpResponseBase:
    """The sealed file; that it was taken stands in the ledger before its first byte goes out."""
    facts = reached(request, bundle_id)
    file = services.take_bundle(bundle_id=bundle_id, by=request.actor).value
    answer = FileResponse(file_opened(file), content_type="application/octet-stream")
    as_attachment(answer, f"{'demonstration-' if facts.demonstration else ''}bundle-{facts.sha256[:8]}.age")
    return answer


@require_safe
def reader(request: SignedRequest) -> HttpResponse:
    """The program that opens a bundle off line, to be given to the delegation; it holds nothing of the mechanism."""
    check_knows_of_bundles(request.actor, request.country)
    content = files("tirek.insight.bundles.reader").joinpath(READER).read_bytes()
    return bytes_answer(content, name=READER, media_type="text/x-python; charset=utf-8")
