"""Forms whose answer is shown once (a secret, an address): a browser that loads the answer again sends the form again, and must not make another one. It knows neither secret nor row."""

from django.http import HttpRequest

MADE, KEPT = "made_once", 20


def made_before(request: HttpRequest) -> bool:
    """Whether this very form made something in this session already. A form without its sign is new."""
    sign = request.POST.get("once", "")
    return bool(sign) and sign in request.session.get(MADE, [])


def note_made(request: HttpRequest) -> None:
    """Notes that the form made something; the newest twenty are known."""
    sign = request.POST.get("once", "")[:40]
    if sign:
        request.session[MADE] = [*request.session.get(MADE, []), sign][-KEPT:]
