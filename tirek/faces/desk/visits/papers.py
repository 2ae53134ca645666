"""The papers that a delegation takes along: a checklist by kind of place and the card of entitlements.

They are made at once and not by the worker: a sheet takes some ten milliseconds, holds nothing of any record, and a stored file or a job
would be one more thing that tells of a visit which nobody may know of yet. Nothing on them says which place, when, why or who.
"""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.visits.asking import asked
from tirek.faces.desk.visits.forms import PaperForm
from tirek.faces.desk.visits.frame import visit_facts, visit_part
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.jurisdictions.queries import areas, entitlements, mechanism, mechanisms, place_kind
from tirek.foundation.ledger.services import record_export
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits import queries
from tirek.records.visits.papers import Checklist, EntitlementLine, EntitlementsCard, areas_for, checklist_pdf, entitlements_card_pdf


@recently_authenticated
@require_POST
def paper(request: SignedRequest, visit_id: UUID, what: str) -> HttpResponse:
    """One of the papers as a file, with its entry in the ledger; held back there, like all of the preparation, until the visit begins.

    Whoever signed in long ago confirms first; the form waits meanwhile.
    """
    facts = visit_facts(request, visit_id)
    part = visit_part(request, visit_id)
    if not (part.prepares or part.member_id):
        raise NotAllowed
    form = PaperForm(request.POST, country=facts.country)
    if not form.is_valid():
        back = reverse("desk:visit", args=[visit_id])
        return asked(request, visit_id, "prepare", form, title=_("Print a paper"), button=_("Print it"), back=back)
    content = MADE[what](facts, form.languages)
    record_export(noun="visit", subject=visit_id, purpose=what, by=request.actor, country=facts.country, veil=visit_id)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{what}.pdf"'
    return answer


def checklist(facts: queries.VisitFacts, languages: tuple[str, ...]) -> bytes:
    """The checklist for the kind of place."""
    kind = place_kind(facts.country, facts.place_kind)
    wanted = areas_for(kind.category, tuple((one.code, one.name) for one in areas()))
    return checklist_pdf(Checklist(name_of_mechanism(facts), kind.name, wanted, languages, timezone.localtime(), facts.demonstration))


def card(facts: queries.VisitFacts, languages: tuple[str, ...]) -> bytes:
    """The card of entitlements."""
    lines = tuple(EntitlementLine(one.name, one.article) for one in entitlements())
    return entitlements_card_pdf(
        EntitlementsCard(name_of_mechanism(facts), lines, languages, timezone.localtime(), demonstration=facts.demonstration)
    )


MADE = {"checklist": checklist, "card": card}


def name_of_mechanism(facts: queries.VisitFacts) -> Words:
    """The mechanism's name on the day of the visit; before there was one, that of the first. Raises NotFound for a pack without any."""
    found = mechanism(facts.country, facts.starts_on) or next(iter(mechanisms(facts.country)), None)
    if found is None:
        raise NotFound
    return found.name
