"""What somebody else saved while a form was being written: the form says from which revision its writer began, and shows what stands there now.

A form that comes back counts from what it shows, so that saving once more is meant. Every rule stands in the services.
"""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict

from tirek.faces.desk.context import refusal_text
from tirek.ground.rules.refusals import Refusal

REVISION = "revision"


def began_from() -> forms.CharField:
    """The hidden field that says what the writer saw; empty where nothing was recorded."""
    return forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


def sent_revision(form: forms.Form, name: str = REVISION) -> str:
    """What the writer saw, as it was sent."""
    return str(form.data.get(form.add_prefix(name), ""))


def put(form: forms.Form, values: Iterable[tuple[str, object]]) -> None:
    """Writes values into what was sent, which must be a copy that can be changed; the form then shows them."""
    for name, value in values:
        cast(Any, form.data)[form.add_prefix(name)] = "" if value is None else str(value)


def tell_once(form: forms.Form, field: str | None, refusal: Refusal) -> None:
    """Puts the refusal to the form where it does not stand yet."""
    text = refusal_text(refusal)
    if text not in form.errors.get(field or NON_FIELD_ERRORS, []):
        form.add_error(field, text)


def changeable(request_post: QueryDict) -> QueryDict | None:
    """What was sent as a copy that can be changed; None where nothing was."""
    return request_post.copy() if request_post else None
