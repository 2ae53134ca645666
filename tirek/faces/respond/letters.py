"""Letters that the mechanism sent to a body: read, saved, and confirmed by its people. It knows no letter that went elsewhere."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.frame.answers.letter_words import KINDS
from tirek.faces.frame.answers.words import body_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import file_answer
from tirek.faces.respond.context import tabs
from tirek.followup.letters.queries import letter_to_body, letters_to_bodies
from tirek.followup.letters.services import acknowledge_as_body
from tirek.followup.recommendations.addressed import bodies_of
from tirek.foundation.ledger.services import record_export
from tirek.ground.rules.refusals import NotFound


@require_safe
def letters(request: SignedRequest) -> HttpResponse:
    """The letters, newest first."""
    found = letters_to_bodies(by=request.actor, country=request.country, today=timezone.localdate())
    own = bodies_of(request.actor, request.country)
    lines = [(each, KINDS[each.kind], body_words(request.country, each.body, each.dated_on, short=True), each.body in own and not each.acknowledged_on) for each in found]
    return render(request, "respond/letters.html", {"lines": lines, "tabs": tabs(request, "letters")})


@recently_authenticated
@require_safe
def file(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """A letter's file. Taking it away is an act of the ledger."""
    found = letter_to_body(letter_id, by=request.actor, country=request.country, today=timezone.localdate())
    if found.file_id is None:
        raise NotFound
    record_export(noun="letter", subject=found.id, purpose="own-letter", by=request.actor, country=request.country)
    return file_answer(found.file_id)


@require_POST
def confirm(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """Confirms that the body has the letter."""
    acknowledge_as_body(letter_id=letter_id, country=request.country, by=request.actor)
    messages.success(request, _("Receipt is confirmed. The mechanism’s office sees it; the day of the answer stays as it is."))
    return redirect("respond:letters")
