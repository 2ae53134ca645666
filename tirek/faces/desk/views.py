"""What belongs to no noun: choosing the country, choosing light or dark colours."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from tirek.faces.desk.context import DeskRequest
from tirek.foundation.ui.context import THEMES, remember_theme


@require_POST
def choose_country(request: DeskRequest) -> HttpResponse:
    """Remembers the chosen country in the session if the person has a role there."""
    code = request.POST.get("country", "")
    if code in request.actor.countries:
        request.session["country"] = code
    return HttpResponseRedirect(reverse("desk:home"))


@require_POST
def choose_theme(request: DeskRequest) -> HttpResponse:
    """Remembers light or dark colours in this browser and goes back to the page; anything else follows the browser's own wish."""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = HttpResponseRedirect(back if safe else reverse("desk:home"))
    wanted = request.POST.get("theme", "")
    remember_theme(response, wanted if wanted in THEMES else "")
    return response
