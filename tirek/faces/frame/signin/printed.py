"""The sheet of printed codes: made on one's own wish, shown once, to be printed. It keeps no code."""

from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tirek.faces.frame.errors import forbidden
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.people import queries, services


@never_cache
@login_required
@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """What the sheet is, and the button that makes one; then the codes, this once."""
    if not queries.may_print(request.user):
        return forbidden(request)
    if request.method == "POST" and request.POST.get("of") != str(queries.printed_set(request.user)):
        messages.info(request, _("The codes of this page were made already and are not shown again. If the sheet is lost, make a new one."))
        return redirect("printed-codes")
    made: tuple[str, ...] = ()
    if request.method == "POST":
        made = services.make_printed_codes(by=queries.actor_of(request.user), session=request.session.session_key or "").value
    return render(request, "frame/signin/printed.html", {"codes": made, "left": queries.printed_left(request.user), "of": queries.printed_set(request.user)})


@login_required
def remove_telephone(request: HttpRequest) -> HttpResponse:
    """Removes the codes of a telephone; a printed sheet stays."""
    with queries.keeping_printed(request.user):
        return totp.deactivate_totp(request)  # type: ignore[no-any-return]


@login_required
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes; whoever signs in by printed ones makes those anew instead, for these would take their place and open nothing."""
    if queries.printed_left(request.user) is not None:
        return redirect("printed-codes")
    return recovery.generate_recovery_codes(request)  # type: ignore[no-any-return]
