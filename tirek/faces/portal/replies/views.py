"""Filing a reply or a request for correction or removal, and asking by receipt number what became of it.

The forms need no token against forgery (docs/decisions/0008): nobody is asked for a name that a browser could lend, and no cookie is looked at. A form
that another site makes a browser send is refused. Receipt numbers travel in forms only: never in an address, a log, or a browser's list of pages.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.replies.forms import ChangeForm, FiledForm, ReceiptForm, ReplyForm
from tirek.faces.portal.replies.receiving import NoFiles
from tirek.faces.portal.replies.things import Thing, thing
from tirek.foundation.ui.formats import number
from tirek.ground.rules.refusals import NotFound, Refusal
from tirek.insight.publications import filing
from tirek.insight.publications.refusals import FormTooOld
from tirek.insight.publications.voice_words import GROUNDS, OUTCOMES, SORTS

WRONG, FOREIGN, TOO_LARGE = 422, 403, 413
View = Callable[..., HttpResponse]


def public_form(view: View) -> View:
    """A view of a public form: no token, nothing kept by browsers, no file taken, a body that is too large told in words."""

    @wraps(view)
    def guarded(request: HttpRequest, country: str, **named: str) -> HttpResponse:
        country_or_404(country)
        request.upload_handlers = [NoFiles(request)]
        try:
            request.POST  # noqa: B018 — read here, where a body that is too large can be answered
        except RequestDataTooBig:
            request._post = {}  # type: ignore[attr-defined]
            return view(request, country, **named, said=(_("This form holds more text than can be sent at once. Shorten it."), TOO_LARGE))
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}:
            return view(request, country, **named, said=(_("This form was sent from another website, so nothing was kept. Write it here."), FOREIGN))
        return view(request, country, **named)

    return csrf_exempt(sensitive_post_parameters()(never_cache(require_http_methods(["GET", "HEAD", "POST"])(guarded))))


def about(request: HttpRequest, country: str, kind: str, key: str) -> Thing:
    """What the form is about. Raises Http404."""
    try:
        return thing(kind, country, key, request.GET.get("figure", ""))
    except NotFound:
        raise Http404 from None


@public_form
def reply(request: HttpRequest, country: str, kind: str, key: str, said: tuple[str, int] | None = None) -> HttpResponse:
    """The form of a reply; once sent, its receipt."""
    found = about(request, country, kind, key)
    form = ReplyForm(request.POST if request.method == "POST" and said is None else None)
    return answer(request, "portal/replies/reply.html", found, form, said, lambda asked: filing.file_reply(
        about=found.about, filer=form.filer(), text=asked["text"], form=asked["form"]
    ))  # fmt: skip


@public_form
def change(request: HttpRequest, country: str, kind: str, key: str, said: tuple[str, int] | None = None) -> HttpResponse:
    """The form of a request for correction or removal; once sent, its receipt."""
    found = about(request, country, kind, key)
    form = ChangeForm(request.POST if request.method == "POST" and said is None else None)
    return answer(request, "portal/replies/change.html", found, form, said, lambda asked: filing.file_change(
        about=found.about, filer=form.filer(), sort=asked["sort"], text=asked["text"].replace("\r\n", "\n"), form=asked["form"]
    ))  # fmt: skip


def answer(request: HttpRequest, page: str, found: Thing, form: FiledForm, said: tuple[str, int] | None, file: Callable[[dict[str, Any]], str]) -> HttpResponse:
    """The form, or with the receipt number once it was filed; a refusal stands on the form, with everything typed."""
    shown = {"thing": found, "form": form, "country": found.about.country}
    if said is not None:
        return quiet(render(request, page, {**shown, "said": said[0]}, status=said[1]))
    if not form.is_bound:
        return render(request, page, shown)
    if form.is_valid():
        try:
            return quiet(render(request, "portal/replies/filed.html", {**shown, "number": file(form.cleaned_data)}))
        except FormTooOld as old:
            form.add_error(None, told(old))
            form.renew()
        except NotFound:
            raise Http404 from None
        except Refusal as refusal:
            form.add_error(None, told(refusal))
    return quiet(render(request, page, shown, status=WRONG))


@public_form
def receipts(request: HttpRequest, country: str, said: tuple[str, int] | None = None) -> HttpResponse:
    """What can be filed and how it goes on; what became of something filed, by its receipt number."""
    form = ReceiptForm(request.POST if request.method == "POST" and said is None else None)
    shown: dict[str, Any] = {"country": country, "form": form, "grounds": GROUNDS.values(), "said": said[0] if said else ""}
    if form.is_bound and form.is_valid():
        try:
            shown |= told_of(filing.receipt(form.cleaned_data["number"]))
        except NotFound:
            form.add_error("number", _("Nothing was filed under this number. Compare it with your receipt, letter by letter."))
    status = said[1] if said else WRONG if form.errors else 200
    return quiet(render(request, "portal/replies/receipts.html", shown, status=status))


def told_of(found: filing.Receipt) -> dict[str, Any]:
    """A receipt with its words and the thing that it is about."""
    where = thing(found.about.kind, found.about.country, found.about.key)
    return {"receipt": found, "thing": where, "ground": GROUNDS.get(found.reason, ""), "sort": SORTS.get(found.what, ""), "outcome": OUTCOMES.get(found.state, "")}


def told(refusal: Refusal) -> str:
    """A refusal in the reader's language, its large numbers in groups."""
    return _(refusal.message) % {name: number(value) if isinstance(value, int) else value for name, value in refusal.params.items()}


def quiet(made: HttpResponse) -> HttpResponse:
    """No line of a log for what was refused: it would carry the hour at which somebody filed something."""
    made._has_been_logged = True  # type: ignore[attr-defined]
    return made
