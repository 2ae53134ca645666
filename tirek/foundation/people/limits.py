"""The library's own count of wrong codes for one account: five in five minutes from all strange browsers together, after the right password.

Wrong passwords and recovery codes before a password are no part of it: `services/attempts.py` counts them for each source.
"""

import time

from allauth.account import app_settings
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest

from tirek.foundation.people.secrets import veiled


def codes_of(login: str) -> str:
    """The name under which codes typed in a known browser are counted: apart from passwords, lest a right password begin that count anew."""
    return f"codes:{login}"


def counted_names(login: str) -> list[str]:
    """All names under which attempts on one address are counted, as they are kept."""
    return [veiled(login, "login"), veiled(codes_of(login), "login")]


def wrong_codes(account_id: object) -> dict[str, str]:
    """How the library names the count."""
    return {"app": "allauth.account", "action": "login_failed", "key": f"mfa-auth-user-{account_id}"}


def forget_wrong_codes(account_id: object) -> None:
    """The count begins anew."""
    ratelimit.clear(HttpRequest(), **wrong_codes(account_id))


def too_many_wrong_codes(account_id: object) -> bool:
    """Whether a strange browser would now be refused. Counts nothing."""
    named = wrong_codes(account_id)
    for rate in ratelimit.parse_rates(app_settings.RATE_LIMITS["login_failed"]):
        seen = cache.get(ratelimit.get_cache_key(HttpRequest(), app=named["app"], action=named["action"], rate=rate, key=named["key"]), [])
        if sum(moment > time.time() - rate.duration for moment in seen) >= rate.amount:
            return True
    return False
