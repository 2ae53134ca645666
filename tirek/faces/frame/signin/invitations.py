"""Accepting an invitation, coming back after a reset, setting the house up: whoever holds the link acts, once."""

import time
from typing import Any

from allauth.account.utils import perform_login
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from tirek.faces.frame.context import refusal_text
from tirek.faces.frame.signin.limits import CONFIRMED_AT
from tirek.faces.frame.signin.origin import passkeys_possible
from tirek.foundation.jurisdictions.queries import countries, country_name, is_invented
from tirek.foundation.people import queries, services
from tirek.foundation.people.passwords import check_hard_to_guess
from tirek.foundation.people.refusals import InvitationNotUsable
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.doors import DESK
from tirek.ground.rules.refusals import Refusal

PASSWORD, PASSKEY = "password", "passkey"
WAYS = [
    (PASSKEY, _("With a passkey: the fingerprint, face or PIN of this device, or a security key")),
    (PASSWORD, _("With a password and one-time codes")),
]


class AcceptForm(forms.Form):
    """How to sign in from now on, and the password where one is wanted."""

    way = forms.ChoiceField(label=_("How do you want to sign in?"), choices=WAYS, widget=forms.RadioSelect, initial=PASSWORD)
    password = forms.CharField(
        label=_("Password"),
        required=False,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters; four words that do not belong together are good. Leave empty for a passkey."),
    )
    again = forms.CharField(
        label=_("Password once more"),
        required=False,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGE_NAMES.items()))

    def __init__(self, *args: Any, passkeys: bool, about: tuple[str, ...] = (), **kwargs: Any) -> None:
        """`about`: the person's address and name, which make no password."""
        super().__init__(*args, **kwargs)
        self.about = about
        for name in ("password", "again"):
            self.fields[name].hangs_on_another = True  # type: ignore[attr-defined]
        if not passkeys:
            self.fields["way"].choices = WAYS[1:]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A wanted password is typed twice and is long enough; a passkey needs none."""
        found = super().clean() or {}
        if found.get("way") == PASSKEY:
            return {**found, "password": None}
        if found.get("password") != found.get("again"):
            self.add_error("again", _("The two passwords are not the same. Type both again."))
            return found
        try:
            validate_password(found.get("password") or "")
            check_hard_to_guess(found["password"], *self.about, *(str(found[name]) for name in ("email", "name") if found.get(name)))
        except ValidationError as wrong:
            self.add_error("password", wrong)
        return found


class SetUpForm(AcceptForm):
    """The first administrator: name, address, countries, way to sign in."""

    name = forms.CharField(label=_("Your name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    countries = forms.MultipleChoiceField(label=_("Countries"), widget=forms.CheckboxSelectMultiple)
    field_order = ("name", "email", "countries", "language", "way", "password", "again")

    def __init__(self, *args: Any, only: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reader = (translation.get_language() or "en").split("-")[0]
        real = [only] if only else [code for code in countries() if not is_invented(code)]
        self.fields["countries"].choices = [(code, country_name(code).best(reader)) for code in real]  # type: ignore[attr-defined]
        if only:
            self.initial["countries"] = real


@never_cache
@sensitive_post_parameters("password", "again")
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind an invitation's link."""
    facts = queries.invitation_behind(secret)
    if facts is None or (settings.TIREK_RESPOND_APART and facts.doors.isdisjoint(settings.TIREK_FACES)):
        return not_usable(request)
    given: dict[str, Any] = {"passkeys": passkeys_possible(request), "initial": {"language": facts.language}}
    form = AcceptForm(request.POST or None, about=(facts.email, facts.name), **given)
    if request.method == "POST" and form.is_valid():
        try:
            wanted = {name: form.cleaned_data[name] for name in ("password", "language")}
            return enter(request, services.accept_invitation(secret=secret, **wanted).value.pk)
        except InvitationNotUsable:
            return not_usable(request)
        except Refusal as refusal:
            form.add_error(None, refusal_text(refusal))
    return render(request, "frame/signin/invitation.html", {"form": form, "invitation": facts}, status=422 if form.is_bound else 200)


@never_cache
@sensitive_post_parameters("password", "again")
def set_up(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the set-up link that the terminal printed."""
    if not queries.set_up_behind(secret) or (settings.TIREK_RESPOND_APART and DESK not in settings.TIREK_FACES):
        return not_usable(request)
    only, made = queries.set_up_country(secret), queries.set_up_account(secret)
    form = set_up_form(request, only, made)
    if request.method == "POST" and form.is_valid():
        try:
            nothing = {"email": "", "name": "", "countries": ()}  # the link made the account already: these stay
            wanted: dict[str, Any] = {name: form.cleaned_data.get(name, nothing.get(name)) for name in (*nothing, "language", "password")}
            return enter(request, services.accept_set_up(secret=secret, **wanted).value.pk)
        except InvitationNotUsable:
            return not_usable(request)
        except Refusal as refusal:
            form.add_error(None, refusal_text(refusal))
    context = {"form": form, "further": only, "made": made}
    return render(request, "frame/signin/set_up.html", context, status=422 if form.is_bound else 200)


def set_up_form(request: HttpRequest, only: str, made: str) -> AcceptForm:
    """Everything about a new administrator; the way to sign in alone where the link made the account already."""
    given: dict[str, Any] = {"passkeys": passkeys_possible(request), "initial": {"language": translation.get_language()}}
    return AcceptForm(request.POST or None, **given) if made else SetUpForm(request.POST or None, only=only, **given)


def enter(request: HttpRequest, account_id: object) -> HttpResponse:
    """Signs the new person in, in a new session, and leads to the second factor."""
    request.session.flush()
    account = queries.account_behind(account_id)
    response = perform_login(request, account, email_verification="none", redirect_url=reverse("second-factor"))
    request.session[CONFIRMED_AT] = time.time()
    return response  # type: ignore[no-any-return]


def not_usable(request: HttpRequest) -> HttpResponse:
    """One answer for links that are unknown, used, withdrawn or too old."""
    text = refusal_text(InvitationNotUsable())
    return render(request, "frame/signin/not_usable.html", {"text": text}, status=410)
