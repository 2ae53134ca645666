"""allauth's signals become ledger entries. Nothing else listens to them."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as factors
from django.contrib.auth.signals import user_logged_out

from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.services import note_event, note_wrong_code

VERBS = {
    "account.signed-in": account.user_logged_in,
    "account.signed-out": user_logged_out,
    "account.password-changed": account.password_changed,
    "factor.added": factors.authenticator_added,
    "factor.removed": factors.authenticator_removed,
    "factor.renewed": factors.authenticator_reset,
}


def connect() -> None:
    """Connects every verb to its signal, once; called when Django is ready."""
    for verb, signal in VERBS.items():
        signal.connect(listener(verb), weak=False, dispatch_uid=f"tirek.{verb}")
    account.password_set.connect(listener("account.password-changed"), weak=False, dispatch_uid="tirek.account.password-set")
    factors.authentication_failed.connect(wrong_code, dispatch_uid="tirek.code-failed")


def listener(verb: str) -> Any:
    """A receiver that writes one entry for the person whom the signal is about."""

    def hear(sender: object, user: Any = None, request: Any = None, **rest: object) -> None:
        if user is not None and user.is_authenticated:
            session = getattr(getattr(request, "session", None), "session_key", None) or ""
            note_event(verb=verb, country=user.country, by=actor_of(user), session=session)

    return hear


def wrong_code(sender: object, user: Any, **rest: object) -> None:
    """A one-time code or passkey that was not right."""
    note_wrong_code(account_id=user.pk, country=user.country)
