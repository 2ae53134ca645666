"""What belongs to no noun: choosing the country."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from tirek.faces.frame.context import SignedRequest


@require_POST
def choose_country(request: SignedRequest) -> HttpResponse:
    """Remembers the chosen country in the session if the person has a role there."""
    code = request.POST.get("country", "")
    if code in request.actor.countries:
        request.session["country"] = code
    return HttpResponseRedirect(reverse("desk:home"))
