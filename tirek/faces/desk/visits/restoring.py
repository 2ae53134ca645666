"""After a correction was given up: the visit's record put back as the issued report prints it, in one act with a reason."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.visits.asking import asked, done, read_or_write
from tirek.faces.desk.visits.forms import RestoreForm
from tirek.faces.desk.visits.frame import visit_facts, visit_part
from tirek.faces.desk.visits.words import RECORDS
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import listed, moment
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.reports.queries import restorable_records
from tirek.insight.reports.services import restore_as_issued
from tirek.records.visits.queries import VisitFacts, restorations
from tirek.records.visits.refusals import NothingToRestore


@read_or_write
def restore(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Asks for the reason, names what changes, and puts it back. Raises NotFound, NotAllowed, NothingToRestore."""
    visit_facts(request, visit_id)
    if not visit_part(request, visit_id).may_record:
        raise NotAllowed
    parts = restorable_records(visit_id, by=request.actor)
    if not parts:
        raise NothingToRestore
    form = RestoreForm(request.POST or None)
    if kept(request, form, lambda typed: restore_as_issued(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The record stands as in the issued report again."), "desk:visit-access", visit_id)
    title, lead = _("Restore as in the issued report"), _("These are put back to how the issued report prints them: %(parts)s. What was entered otherwise since then goes; urgent measures that were sent, and what was answered, stay.")
    back = reverse("desk:visit-access", args=[visit_id])
    return asked(request, visit_id, "access", form, title=title, button=title, back=back, lead=lead % {"parts": words_of(parts)})


def words_of(parts: tuple[str, ...]) -> str:
    """The records in the reader's words."""
    return listed(str(RECORDS[part]) for part in parts)


def standing_otherwise(request: SignedRequest, facts: VisitFacts) -> dict[str, object]:
    """What the tab of access says of a reported visit: which records stand otherwise than they were issued, and who put some back before."""
    if facts.state != "reported" or facts.in_correction or not visit_part(request, facts.id).may_record:
        return {}
    found = restorations(facts.id, by=request.actor)
    names = names_of(each.by for each in found)
    told = [(names.get(each.by, "—"), moment(each.at), each.reason) for each in found]
    return {"restorable": words_of(restorable_records(facts.id, by=request.actor)), "restorations": told}
