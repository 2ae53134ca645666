"""Forms of signing in: allauth's, with the house's words, so that all four languages are complete."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, SetPasswordForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ConfirmByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.utils.translation import gettext_lazy as _

from tirek.faces.frame.context import refusal_text
from tirek.faces.frame.signin.devices import source_of
from tirek.foundation.people.refusals import TooManyAttempts
from tirek.foundation.people.services import begin_code, end_codes


def reword(form: BaseForm, **words: Any) -> None:
    """Gives the named fields their labels, and takes away placeholders and allauth's hints: a label says what a field is."""
    for name, label in words.items():
        if name in form.fields:
            form.fields[name].label = label
            form.fields[name].help_text = ""
            form.fields[name].widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, login=_("E-mail address"), password=_("Password"))


class ConfirmByPasswordForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, password=_("Password"))


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """The present password and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, oldpassword=_("Present password"), password1=_("New password"), password2=_("New password once more"))


class FirstPasswordForm(SetPasswordForm):  # type: ignore[misc]
    """The first password of an account, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, password1=_("New password"), password2=_("New password once more"))


def together(code: str) -> str:
    """A code as it was made: the groups in which it was printed, or in which somebody typed it, are put together again."""
    return "".join(code.split()).replace("-", "")


class CountedCode(BaseAuthenticateForm):  # type: ignore[misc]
    """A code after the password. A browser that the account has used has a count of its own, which nobody else can fill."""

    def clean_code(self) -> Any:
        """The code, counted before it is looked at: with all strange browsers, or in a known one by itself."""
        self.cleaned_data["code"] = together(self.cleaned_data["code"])
        source = source_of(context.request, str(self.user.pk))
        if not source.startswith("device:"):
            return super().clean_code()
        try:
            begin_code(account_id=self.user.pk, login=self.user.email, source=source)
        except TooManyAttempts as refused:
            raise ValidationError(refusal_text(refused)) from refused
        code = super().clean_code()
        end_codes(login=self.user.email, source=source)
        return code


class CodeForm(CountedCode, AuthenticateForm):  # type: ignore[misc]
    """A one-time code or a recovery code, at sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, code=_("One-time code, or a recovery code"))


class ConfirmCodeForm(CountedCode, ConfirmByCodeForm):  # type: ignore[misc]
    """A one-time code, to confirm who one is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, code=_("One-time code, or a recovery code"))


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator application."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, code=_("Code that the application shows"))


class NewPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey with a name, able to sign in alone unless the person unticks it; without a password there is no choice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, name=_("Name, so that you know it again"), passwordless=_("Sign in with this passkey alone, without a password"))
        self.fields["name"].initial = self.initial["name"] = ""
        self.initial.setdefault("passwordless", True)
        self.must_open_alone = not self.user.has_usable_password()
        if self.must_open_alone:
            del self.fields["passwordless"]

    def clean(self) -> dict[str, Any]:
        """Nobody without a password gets a key that could not sign in alone: it would be no way in."""
        if not self.must_open_alone:
            return super().clean()  # type: ignore[no-any-return]
        self.cleaned_data["passwordless"] = True
        cleaned: dict[str, Any] = super().clean()
        told = (cleaned.get("credential") or {}).get("clientExtensionResults") or {}
        if (told.get("credProps") or {}).get("rk") is False:
            raise ValidationError(_("This key cannot sign in alone, and your account has no password. Use another key, or set a password first."))
        return cleaned


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, name=_("Name, so that you know it again"))
