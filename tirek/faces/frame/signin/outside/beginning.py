"""What a browser takes with it to the sign-in service, and what it must bring back: kept in its session, good once, for ten minutes."""

import base64
import hashlib
import secrets
import time
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse

from tirek.foundation.people.provider import Provider

KEPT, TERM, MOST = "outside", 600, 5
ENTER, LINK, CONFIRM = PURPOSES = ("enter", "link", "confirm")


@dataclass(frozen=True, slots=True)
class Beginning:
    """One way to the service and back: what for, by whom (empty for nobody yet), where to go on, and the secrets of this way."""

    purpose: str
    account: str
    going_on: str
    nonce: str
    verifier: str
    at: float


def begin(request: HttpRequest, purpose: str, going_on: str) -> tuple[str, Beginning]:
    """A new way, kept in the session under its state. Of many that were begun and left the oldest are forgotten."""
    account = str(request.user.pk) if request.user.is_authenticated else ""
    made = Beginning(purpose, account, going_on, secrets.token_urlsafe(32), secrets.token_urlsafe(48), time.time())
    state = secrets.token_urlsafe(32)
    kept = dict(list(request.session.get(KEPT, {}).items())[1 - MOST :])
    request.session[KEPT] = {**kept, state: asdict(made)}
    return state, made


def brought_back(request: HttpRequest) -> Beginning | None:
    """The way that this browser began, taken out of the session: a second time there is none. None for a stranger's state, an old one, or another person's."""
    kept = dict(request.session.get(KEPT, {}))
    found = kept.pop(request.GET.get("state", ""), None)
    if found is None:
        return None
    request.session[KEPT] = kept
    request.session.save()  # at once: of two that bring the same state back, one finds it
    made = Beginning(**found)
    account = str(request.user.pk) if request.user.is_authenticated else ""
    return made if time.time() - made.at <= TERM and (made.purpose == ENTER or made.account == account) else None


def back_address() -> str:
    """Where the service sends people back to: one address, whatever the language; from the settings, never from what a request says of its host."""
    return f"{settings.TIREK_PEOPLE_COME_TO}/{reverse('outside-return').removeprefix(get_script_prefix())}"


def address(provider: Provider, endpoint: str, state: str, made: Beginning) -> str:
    """The service's page, with the question. Who confirms, or links, is asked anew there, however lately that was."""
    challenge = base64.urlsafe_b64encode(hashlib.sha256(made.verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code", "client_id": provider.client, "redirect_uri": back_address(), "scope": "openid", "state": state, "nonce": made.nonce,
        "code_challenge": challenge, "code_challenge_method": "S256",
    }  # fmt: skip
    if provider.factors:
        asked["acr_values"] = " ".join(sorted(provider.factors))
    if made.purpose != ENTER:
        asked |= {"prompt": "login", "max_age": "0"}
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"
