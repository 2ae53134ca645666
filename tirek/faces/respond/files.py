"""Files of a body's own replies, taken away by its people. No evidence and no file of the mechanism."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import file_answer
from tirek.followup.exchange import queries
from tirek.foundation.ledger.services import record_export


@recently_authenticated
@require_safe
def file(request: SignedRequest, recommendation_id: UUID, file_id: UUID) -> HttpResponse:
    """A file of a reply. Taking it away is an act of the ledger."""
    found = queries.body_file(recommendation_id, file_id, by=request.actor, country=request.country)
    record_export(noun="reply-file", subject=found.id, purpose="own-reply", by=request.actor, country=request.country)
    return file_answer(found.file_id)
