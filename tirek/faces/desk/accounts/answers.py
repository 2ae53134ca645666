"""How the accounts' pages answer a refusal: as a sentence above the page that the person came from."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal


def told(request: SignedRequest, act: Callable[[], object], done: str, back: str) -> HttpResponse:
    """Does the act, says what was done or why not, and leads back. What may not be seen stays not found."""
    try:
        act()
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.error(request, refusal_text(refusal))
    else:
        messages.success(request, done)
    return HttpResponseRedirect(back)
