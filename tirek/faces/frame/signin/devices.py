"""Browsers that an account has signed in with before: a signed cookie, so that a stranger's failed attempts do not stop the owner."""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

COOKIE = "device"
SALT = "tirek.device"
DAYS_180 = 180 * 24 * 3600


def device_of(request: HttpRequest, account_id: str) -> str:
    """The browser's own token if it has signed in to this account before, else an empty string."""
    try:
        owner, token = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=DAYS_180)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return str(token) if account_id and owner == account_id else ""


def remember_device(response: HttpResponseBase, request: HttpRequest, account_id: str) -> None:
    """Marks the browser as known to the account for half a year; scripts cannot read the mark."""
    token = device_of(request, account_id) or secrets.token_urlsafe(16)
    value = signing.dumps([account_id, token], salt=SALT)
    response.set_cookie(COOKIE, value, max_age=DAYS_180, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, path="/")


def source_of(request: HttpRequest, account_id: str) -> str:
    """What attempts are counted by: the known browser, else the network address."""
    device = device_of(request, account_id)
    return f"device:{device}" if device else f"address:{request.META.get('REMOTE_ADDR', '')}"
