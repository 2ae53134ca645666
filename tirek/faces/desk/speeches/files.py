"""A frozen sheet as a file, made of its own bytes each time it is asked for: the same sheet gives the same file. It counts nothing anew."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tirek.faces.desk.speeches.views import reached
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import bytes_answer
from tirek.foundation.jurisdictions.queries import mechanism
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.press import Press
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.speeches.papers import SheetText, sheet_docx, sheet_pdf
from tirek.insight.speeches.refusals import SheetBusy

MADE = {
    "pdf": ("application/pdf", sheet_pdf),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", sheet_docx),
}
PRESS = Press(largest=8_000_000, wait=5.0, busy=SheetBusy)


@recently_authenticated
@require_safe
def file(request: SignedRequest, sheet_id: UUID, language: str, form: str) -> HttpResponse:
    """The sheet in a language as PDF or DOCX, after its entry in the ledger."""
    facts = reached(request, sheet_id)
    if form not in MADE or language not in LANGUAGES:
        raise NotFound
    media_type, make = MADE[form]
    line, own = facts.line, mechanism(facts.country, timezone.localdate(facts.line.as_of))
    text = SheetText(
        mechanism=own.name if own else Words(), year=line.year, version=line.version, as_of=timezone.localtime(line.as_of), digest=facts.digest,
        figures=facts.figures, language=language, demonstration=facts.demonstration,
    )  # fmt: skip
    made = PRESS.made((sheet_id, language, form), lambda: make(text))
    record_export(noun="speech-sheet", subject=sheet_id, purpose="speech", by=request.actor, country=facts.country)
    mark = "demonstration-" if facts.demonstration else ""
    return bytes_answer(made, name=f"{mark}speech-sheet-{line.year}-version-{line.version}-{language}.{form}", media_type=media_type)
