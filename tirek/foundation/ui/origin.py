"""Where a request comes from: this very machine or elsewhere. It trusts no header for a yes, and any sign of a proxy is a no.

It knows no person; on what it answers stands who may enter the demonstration with one click.
"""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]"}
PROXY_SIGNS = ("FORWARDED", "CLIENT_IP", "CONNECTING_IP", "REAL_IP", "HTTP_VIA")
"""Parts of the names of headers that proxies add: X-Forwarded-For, Forwarded, True-Client-IP, CF-Connecting-IP, X-Real-IP, Via and their kin."""


def from_this_machine(request: HttpRequest) -> bool:
    """Whether the browser runs on the machine itself: loopback address, a local name asked for, and no sign of a proxy between."""
    if came_by_proxy(request):
        return False
    host = request.META.get("HTTP_HOST", "").lower()
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return name in LOCAL_HOSTS and is_loopback(request.META.get("REMOTE_ADDR", ""))


def came_by_proxy(request: HttpRequest) -> bool:
    """Whether anything looks like a proxy: a header of theirs, or an HTTP that no browser speaks.

    A proxy that is told nothing asks by HTTP/1.0, or closes the connection after each request; browsers do neither.
    """
    sent = request.META
    if sent.get("SERVER_PROTOCOL") in {None, "HTTP/0.9", "HTTP/1.0"} or sent.get("HTTP_CONNECTION", "").lower() == "close":
        return True
    return any(sign in name for name in sent if name.startswith("HTTP_") for sign in PROXY_SIGNS)


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def may_demonstrate(request: HttpRequest) -> bool:
    """Whether demonstration persons may sign in by this request."""
    return bool(settings.TIREK_DEMO) and from_this_machine(request)
