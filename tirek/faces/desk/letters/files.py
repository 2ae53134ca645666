"""A letter's file: saved as it was received, or shown page by page. Both are told in the ledger: the file when it is saved, the pages when their screen is opened.

The address of a page holds a key of the person and the moment: it opens with that alone, for ten hours, so that nobody reads pages without the screen.
"""

from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.letters.views import reached
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import file_answer
from tirek.followup.letters import queries
from tirek.foundation.files.pages import page_picture
from tirek.foundation.files.queries import file_bytes
from tirek.foundation.ledger.services import record_export
from tirek.ground.rules.refusals import NotFound

PDF = "application/pdf"
OPEN = timedelta(hours=10)
SALT = "tirek.letter-pages"


@recently_authenticated
@require_safe
def file(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """The letter as it was received, after its entry in the ledger."""
    facts = reached(request, letter_id, out=True)
    if facts.file_id is None:
        raise NotFound
    record_export(noun="letter", subject=letter_id, purpose="letter", by=request.actor, country=facts.country)
    stem = "-".join([*(["demonstration"] if facts.demonstration else []), "letter", facts.number, facts.dated_on.isoformat()])
    return file_answer(facts.file_id, stem=stem)


def pictures(request: SignedRequest, facts: queries.LetterFacts) -> list[tuple[int, str, str]]:
    """The pages that can be shown: number, address, what a reader without eyes is told."""
    key = signer().sign(f"{facts.id.hex}.{request.actor.id}") if facts.pages else ""
    return [
        (each, f"{reverse('desk:letter-page', args=[facts.id, each])}?key={key}", _("Page %(page)s of the letter, as a picture") % {"page": each})
        for each in range(1, facts.pages + 1)
    ]  # fmt: skip


def signer() -> TimestampSigner:
    """What makes and reads the keys of pages."""
    return TimestampSigner(salt=SALT)


@require_safe
def page(request: SignedRequest, letter_id: UUID, number: int) -> HttpResponse:
    """One page as a picture, for whoever opened the screen that shows it."""
    facts = reached(request, letter_id)
    try:
        opened = signer().unsign(request.GET.get("key", ""), max_age=OPEN)
    except BadSignature as error:
        raise NotFound from error
    if opened != f"{facts.id.hex}.{request.actor.id}" or facts.file_id is None or not 1 <= number <= facts.pages:
        raise NotFound
    content = file_bytes(facts.file_id)
    drawn, kind = (page_picture(content, number), "image/png") if facts.media_type == PDF else (content, facts.media_type)
    answer = HttpResponse(drawn, content_type=kind)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Disposition"] = "inline"
    return answer
