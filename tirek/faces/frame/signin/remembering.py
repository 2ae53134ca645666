"""Cookies of taste: language and colours. They say nothing about who somebody is."""

from django.conf import settings
from django.http import HttpResponseBase

YEAR = 365 * 24 * 3600


def remember(response: HttpResponseBase, name: str, value: str) -> None:
    """A cookie for a year that scripts cannot read."""
    response.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
