"""Coming in with address and recovery code, for accounts without a password whose passkey is lost; and staying able to come in.

An account with a password types its codes after the password. Wrong codes are counted, answered and noted as wrong passwords are.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.stages import LoginStageController
from allauth.account.utils import perform_login
from allauth.account.views import PasswordSetView
from allauth.decorators import rate_limit
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.webauthn import views as passkeys
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from tirek.faces.frame.signin.devices import source_of
from tirek.faces.frame.signin.forms import together
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.people import queries
from tirek.foundation.people.services import end_attempts

NOT_RIGHT = _("The address or the recovery code is not right, or the code has been used. Check both and try again.")


class RecoveryForm(forms.Form):
    """E-mail address and one recovery code."""

    login = forms.EmailField(label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    code = forms.CharField(label=_("Recovery code"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}))

    def clean_code(self) -> str:
        """The code without the gaps of its groups."""
        return together(self.cleaned_data["code"])


@never_cache
@sensitive_post_parameters("code")
@rate_limit(action="login")  # type: ignore[untyped-decorator]
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page for address and recovery code; whoever comes in so is led to a new passkey or a password."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(reverse("mfa_index"))
    form = RecoveryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return let_in(request, tried(request, **form.cleaned_data))
        except ValidationError as wrong:
            form.add_error(None, wrong)
    return render(request, "frame/signin/recovery.html", {"form": form}, status=422 if form.is_bound else 200)


def tried(request: HttpRequest, login: str, code: str) -> Any:
    """The recovery codes of the account without a password at this address, one of them now used up. Raises ValidationError, alike for all."""
    adapter = get_adapter(request)
    adapter.pre_authenticate(request, email=login)  # by source alone: a count for the name from everywhere would let a stranger close this door
    codes = queries.recovery_codes_at(login)
    if codes is None or not adapter.may_enter(request, codes.user) or not codes.wrap().validate_code(code):
        adapter.authentication_failed(request, email=login)
        raise ValidationError(NOT_RIGHT)
    end_attempts(login=login, source=source_of(request, queries.account_id_of(login)))
    return codes


def let_in(request: HttpRequest, codes: Any) -> HttpResponse:
    """Signs the owner of these codes in; the code stands for the passkey that is lost, so no further factor is asked."""
    post_authentication(request, codes)
    response = perform_login(request, codes.user, email_verification="none", redirect_url=reverse("mfa_index"))
    stage = LoginStageController.enter(request, "mfa_authenticate")
    if stage is not None:
        response = stage.exit()
    told = gettext("You signed in with a recovery code. Add a new passkey now, or set a password with one-time codes, and remove what is lost.")
    messages.info(request, told)
    return response  # type: ignore[no-any-return]


class FirstPassword(PasswordSetView):  # type: ignore[misc]
    """A password for an account that has none; a second factor is led to if none stands yet."""

    def get_default_success_url(self) -> str:
        """To the second factor, which leads on to the desk where there is one."""
        return reverse("second-factor")


set_password = login_required(recently_authenticated(FirstPassword.as_view()))


@login_required
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Removes a passkey, but never the last way in of an account without a password."""
    if queries.needs_passkey(request.user, pk):
        told = gettext("This passkey is the only way into your account. Add another passkey or set a password first.")
        messages.error(request, told)
        return HttpResponseRedirect(reverse("mfa_list_webauthn"))
    with queries.keeping_printed(request.user):
        return passkeys.remove_webauthn(request, pk=pk)  # type: ignore[no-any-return]
