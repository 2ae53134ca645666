"""Where a request comes from: this very machine or elsewhere. It trusts no header for a yes, and any sign of a proxy is a no.

It knows no person; on what it answers stands who may enter the demonstration with one click.
"""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]"}
PROXY_SIGNS = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA", "HTTP_X_FORWARDED_PROTO")


def from_this_machine(request: HttpRequest) -> bool:
    """Whether the browser runs on the machine itself: loopback address, a local name asked for, and no sign of a proxy between."""
    if any(sign in request.META for sign in PROXY_SIGNS):
        return False
    host = request.META.get("HTTP_HOST", "").lower()
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return name in LOCAL_HOSTS and is_loopback(request.META.get("REMOTE_ADDR", ""))


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def may_demonstrate(request: HttpRequest) -> bool:
    """Whether demonstration persons may sign in by this request."""
    return bool(settings.TIREK_DEMO) and from_this_machine(request)
