"""What somebody else saved while a form was being written: the form says from which revision its writer began, and shows what stands there now.

A form that comes back counts from what it shows, so that saving once more is meant. Every rule stands in the services.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.utils.translation import gettext

from tirek.faces.frame.context import refusal_text
from tirek.foundation.ui.formats import day, moment
from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.words import Words

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


@dataclass(frozen=True, slots=True)
class StandsNow:
    """A field that another saved meanwhile, and what stands there now in words."""

    label: str
    text: str


def catch_up(form: forms.Form, now: Mapping[str, object], revision: str, refusal: Refusal, name: str = REVISION) -> list[StandsNow]:
    """Of a form that comes back: every field in which what stands now differs from what was typed; nothing where nobody saved meanwhile.

    `name`: the field that holds the revision.
    """
    if not form.is_bound or sent_revision(form, name) == revision:
        return []
    told = [(name, field) for name, field in form.fields.items() if name in now]
    found = [(field, words_of(field, now[name]), words_of(field, form.cleaned_data.get(name))) for name, field in told]
    tell_once(form, None, refusal)
    put(form, [(name, revision)])
    return [StandsNow(str(field.label), there) for field, there, typed in found if there != typed]


def words_of(field: forms.Field, value: object) -> str:
    """A value as its field would show it; a dash for nothing."""
    if isinstance(value, bool) and not isinstance(field, forms.ChoiceField):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, bool):
        value = "yes" if value else "no"
    match value:
        case Words():
            return " / ".join(text for _code, text in value.texts) or "—"
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case list() | tuple():
            return ", ".join(sorted(words_of(field, each) for each in value)) or "—"
    if isinstance(field, forms.ChoiceField):
        return chosen(field, str(value or ""))
    return "—" if value in (None, "") else str(value)


def chosen(field: forms.ChoiceField, value: str) -> str:
    """The words of a choice, also of one within a group."""
    for code, words in cast(Any, field.choices):
        inner = words if isinstance(words, list | tuple) else [(code, words)]
        for one, said in inner:
            if str(one) == value and value:
                return str(said)
    return value or "—"


def changeable(request_post: QueryDict) -> QueryDict | None:
    """What was sent as a copy that can be changed; None where nothing was."""
    return request_post.copy() if request_post else None
