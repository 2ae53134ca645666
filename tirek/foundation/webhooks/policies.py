"""Who makes webhooks, what an address must be, and when a message is tried again. Pure answers."""

from datetime import datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.utils.encoding import punycode

from tirek.foundation.webhooks.refusals import AddressInside, AddressNotUsable
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.outside_addresses import LOOPBACK, Network, may_reach
from tirek.ground.rules.refusals import NotAllowed

MOST = 20
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DISTANCES = (MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR)
"""How long until the next attempt, after so many; then the message is given up: some two days and four hours after the first."""
PATIENCE = timedelta(days=5)
"""How long nothing may be taken before the house stops a webhook, at the next message that is not."""
LEASE = timedelta(minutes=5)
"""How long whoever sends may take for one message before another takes it up: far longer than an attempt may last."""
OVERLAP = timedelta(hours=24)
"""How long an older secret signs beside the new one."""
KEPT = timedelta(days=90)


def may_see_webhooks(by: Actor, country: str) -> bool:
    """Administrator and head."""
    return by.has(Role.ADMINISTRATOR, Role.HEAD, country=country)


def check_may_see(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_see_webhooks(by, country):
        raise NotAllowed


def may_make_webhooks(by: Actor, country: str) -> bool:
    """The administrator. The head sees all of it and can stop one."""
    return by.has(Role.ADMINISTRATOR, country=country)


def check_may_make(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_make_webhooks(by, country):
        raise NotAllowed


def may_tell_inside(by: Actor, country: str) -> bool:
    """The head: what leaves of unpublished work is no technical matter. The administrator alone says where to."""
    return by.has(Role.HEAD, country=country)


def check_may_tell_inside(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_tell_inside(by, country):
        raise NotAllowed


def usable(address: str, inside: tuple[Network, ...], *, public: bool) -> str:
    """An address as it is kept: TLS, but for this very machine; its host in ASCII. An address in numbers is judged at once, a name whenever something is sent.

    Raises AddressNotUsable, AddressInside.
    """
    try:
        url = urlsplit(address.strip())
        host, port = punycode(url.hostname or ""), url.port
    except (ValueError, UnicodeError) as error:
        raise AddressNotUsable from error
    if not host or url.scheme not in {"https", "http"} or "@" in url.netloc or url.fragment or not url._replace(netloc="").geturl().isascii() or port == 0:
        raise AddressNotUsable
    if any(sign <= " " for sign in address.strip()) or (url.scheme == "http" and not is_this_machine(host)):
        raise AddressNotUsable
    if (is_number(host) or host == "localhost") and not may_reach("127.0.0.1" if host == "localhost" else host, inside, public=public):
        raise AddressInside
    named = f"[{host}]" if ":" in host else host
    return url._replace(netloc=f"{named}:{port}" if port else named).geturl()


def is_number(host: str) -> bool:
    """Whether a host is an address in numbers."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_this_machine(host: str) -> bool:
    """Whether a host is this very machine, on whose way nobody listens."""
    return host == "localhost" or (is_number(host) and may_reach(host, LOOPBACK, public=False))


def next_try(attempts: int, now: datetime) -> datetime | None:
    """When a message is tried again after so many attempts; None when it is given up."""
    return now + DISTANCES[attempts - 1] if attempts <= len(DISTANCES) else None
