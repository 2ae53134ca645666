"""What the house changes in allauth's sign-in: nobody signs up, demonstration persons stay on the machine, attempts are counted our way.

It knows no record of the mechanism's work.
"""

from io import BytesIO
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tirek.faces.frame.context import refusal_text
from tirek.faces.frame.signin.devices import remember_device, source_of
from tirek.faces.frame.signin.doors import at_this_door
from tirek.faces.frame.signin.origin import may_demonstrate
from tirek.faces.frame.signin.reauthentication import is_recent
from tirek.faces.frame.signin.remembering import remember
from tirek.foundation.people import queries
from tirek.foundation.people.queries import account_id_of, has_identity
from tirek.foundation.people.refusals import TooManyAttempts
from tirek.foundation.people.sealing import opened, seal
from tirek.foundation.people.services import begin_attempt, end_attempts, note_failure

NOT_RIGHT = _("The address or the password is not right. Check both and try again.")
WRONG_CODE = _("The code is not right or has expired. Wait for the next code and type it again.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come by invitation only; one sentence answers a wrong address, a wrong password and a closed account alike."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": NOT_RIGHT,
        "username_password_mismatch": NOT_RIGHT,
        "incorrect_password": _("The password is not right."),
        "enter_current_password": _("Type your present password."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes, or use a passkey."),
        "rate_limited": _("Too many attempts. Wait a few minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an account is made by an invitation."""
        return False

    def add_message(self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any) -> None:
        """Only sentences of our own; allauth's templates of messages stay silent."""
        if message_template is None and kwargs.get("message"):
            super().add_message(request, level, None, *args, **kwargs)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counts the attempt for this name from this source; refuses while the source must wait."""
        login = credentials.get("email", "")
        try:
            begin_attempt(login=login, source=source_of(request, account_id_of(login)))
        except TooManyAttempts as refused:
            raise ValidationError(refusal_text(refused)) from refused

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """One entry in the ledger, without a name."""
        note_failure(login=credentials.get("email", ""))

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The account behind address and password. A demonstration person elsewhere, a closed account, or one of another face, is simply not found."""
        user = super().authenticate(request, **credentials)
        if not user or not self.may_enter(request, user):
            return None
        end_attempts(login=user.email, source=source_of(request, str(user.pk)))
        return user

    def may_enter(self, request: HttpRequest, user: Any) -> bool:
        """Whether this account may sign in by this request at all."""
        return user.is_active and (not user.demonstration or may_demonstrate(request)) and at_this_door(user)

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """The last door for every way of signing in, passkeys among them."""
        if not at_this_door(user):
            messages.error(request, NOT_RIGHT)
            return HttpResponseRedirect(reverse("account_login"))
        if not self.may_enter(request, user):
            raise PermissionDenied
        return super().pre_login(request, user, **kwargs)  # type: ignore[no-any-return]

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Signed in, with every factor: from now on this browser is known to the account, and speaks its language if it had none."""
        response = super().post_login(request, user, **kwargs)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            remember(response, settings.LANGUAGE_COOKIE_NAME, user.language)
        remember_device(response, request, str(user.pk))
        return response  # type: ignore[no-any-return]

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Whether the password is this person's; counted like a sign-in."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Five minutes after sign-in or confirmation nothing more is asked."""
        return not is_recent(context.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        """A demonstration person confirms with one click; everybody else as allauth offers, in our words."""
        if getattr(user, "demonstration", False):
            return [{"id": "demonstration", "description": str(_("One click")), "url": reverse("demonstration-reauthenticate")}]
        words = {
            "reauthenticate": _("Use the password"),
            "mfa_reauthenticate": _("Use a one-time code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        own = [{**one, "description": str(words[one["id"]])} for one in super().get_reauthentication_methods(user)]
        if settings.TIREK_OIDC is None or not has_identity(user.pk):
            return own
        through = {"id": "outside", "description": str(_("Use the sign-in service")), "url": reverse("outside-confirm")}
        return [*own, through]


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """One-time codes and passkeys in the house's words."""

    error_messages: ClassVar[dict[str, Any]] = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}

    def encrypt(self, text: str) -> str:
        """What allauth keeps of one-time and recovery codes is sealed."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; where its key was lost, one that no code fits."""
        return opened(encrypted_text)

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """Printed codes are a factor too, asked for after the password also when none is left: whoever has used up the sheet must not come in by the password alone."""
        return bool(super().is_mfa_enabled(user, types)) or (not user.is_anonymous and queries.printed_left(user) is not None)

    def get_totp_issuer(self) -> str:
        """The mechanism's name, as the authenticator application will show it; the host's name without one."""
        return settings.TIREK_NAME or str(super().get_totp_issuer())

    def build_totp_svg(self, url: str) -> str:
        """The picture to scan, on white in dark colours too. What draws it is loaded by the first: few processes ever draw one."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(picture)
        return picture.getvalue().decode()
