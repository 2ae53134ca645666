"""The page of the check. It keeps nothing: no row, no file, no cookie, no line in a log, and no browser keeps its answers.

The form needs no token against forgery: a token protects what a browser may do in its owner's name, and this page asks nobody's name. It looks at
no cookie, changes nothing, and its answer goes only to whoever sent the text (docs/decisions/0007). A form that another site makes a browser send is refused.
"""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tirek.faces.portal.check.forms import TextForm
from tirek.faces.portal.check.receiving import InMemoryOnly
from tirek.foundation.ui.formats import number
from tirek.ground.rules.refusals import Refusal
from tirek.insight.publications.checked import CheckedText
from tirek.insight.publications.texts import (
    CHARACTERS,
    ReadingBusy,
    TextTooLong,
    check_document,
    check_text,
    document_as_json,
    text_as_json,
)

WRONG, TOO_LARGE, BUSY = 422, 413, 503


@csrf_exempt
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, or the checked text."""
    if request.method != "POST":
        return page(request, TextForm())
    if request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}:
        return page(request, refused(TextForm({}), _("This form was sent from another website, so nothing was checked. Paste the text here.")), 403)
    request.upload_handlers = [InMemoryOnly(request)]
    try:
        form = TextForm(request.POST, request.FILES)
    except RequestDataTooBig:
        return page(request, refused(TextForm({}), told(TextTooLong(limit=CHARACTERS))), TOO_LARGE)
    return answer(request, form) if form.is_valid() else page(request, form, WRONG)


def answer(request: HttpRequest, form: TextForm) -> HttpResponse:
    """The check of what the form holds; a refusal as a sentence on the form, with what was typed."""
    try:
        if request.POST.get("answer") == "json":
            return as_file(written(form))
        return page(request, form, checked=checked(form))
    except ReadingBusy as busy:
        shown = page(request, refused(form, told(busy)), BUSY)
        shown.headers["Retry-After"] = "60"
        return shown
    except Refusal as refusal:
        return page(request, refused(form, told(refusal), "file" if form.cleaned_data["file"] else "text"), WRONG)


def checked(form: TextForm) -> CheckedText:
    """The check of the file, or of the text: of a long one the part that was asked for. The text is sent again for each part: nothing of it is kept."""
    sent = form.cleaned_data["file"]
    return check_document(sent.read(), name=sent.name) if sent else check_text(form.cleaned_data["text"], part=form.cleaned_data["part"] or 1)


def written(form: TextForm) -> str:
    """The same as JSON."""
    sent = form.cleaned_data["file"]
    return document_as_json(sent.read(), name=sent.name) if sent else text_as_json(form.cleaned_data["text"])


def told(refusal: Refusal) -> str:
    """A refusal in the reader's language, its large numbers in groups."""
    grouped = {name: number(value) if isinstance(value, int) else value for name, value in refusal.params.items()}
    return _(refusal.message) % grouped


def refused(form: TextForm, sentence: str, field: str | None = None) -> TextForm:
    """The form with a sentence about one of its fields, or about all of it."""
    form.is_valid()
    form.errors.clear() if field is None else None
    form.add_error(field, sentence)
    return form


def as_file(content: str) -> HttpResponse:
    """The check to be saved."""
    made = HttpResponse(content, content_type="application/json; charset=utf-8")
    made.headers["Content-Disposition"] = 'attachment; filename="check.json"'
    return made


def page(request: HttpRequest, form: TextForm, status: int = 200, checked: CheckedText | None = None) -> HttpResponse:
    """The page: the form, and above it the checked text where there is one."""
    shown: dict[str, Any] = {"form": TextForm(initial={"text": checked.text}) if checked else form, "checked": checked}
    made = render(request, "portal/check.html", shown, status=status)
    made._has_been_logged = True  # type: ignore[attr-defined]  # Django would write a line with the hour for each refused text
    return made
