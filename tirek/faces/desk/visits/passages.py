"""Passages of findings that could name a person: each is kept, written in general words, or taken out, by a recorded decision."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tirek.faces.desk.places.careful import reason_words
from tirek.faces.desk.visits.access import recorded
from tirek.faces.desk.visits.asking import done, read_or_write
from tirek.faces.desk.visits.findingforms import PassageForm
from tirek.faces.desk.visits.frame import visit_frame, visit_part
from tirek.faces.desk.visits.reading import with_purpose
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.ground.rules.refusals import NotFound
from tirek.records.visits import queries, services


@read_or_write
@with_purpose
def passages(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """All passages of the visit that wait; a sent form decides one of them."""
    recorded(request, visit_id)
    form = None
    if request.method == "POST":
        form = PassageForm(request.POST, auto_id=ids_of(request.POST.get("digest", "")[:64]))
        if kept(request, form, lambda typed: decide(request, visit_id, **typed)):
            left = len(queries.undecided_hits(visit_id, by=request.actor))
            where = "desk:visit-passages" if left else "desk:visit-findings"
            return done(request, _("The decision is recorded."), where, visit_id)
    found = queries.undecided_hits(visit_id, by=request.actor)
    standing = {each.id: (number, each) for number, each in enumerate(queries.findings(visit_id, by=request.actor), start=1)}
    doctor = visit_part(request, visit_id).doctor
    context = {
        **visit_frame(request, visit_id, "findings"),
        "passages": [line_of(each, *standing[each.finding_id], form, doctor) for each in found],
        "refused": form,
        "primary": None,
    }
    return render(request, "desk/visits/passages.html", context, status=422 if form else 200)


def decide(request: SignedRequest, visit_id: UUID, *, finding_id: UUID, digest: str, decision: str, replacement: str, reason: str) -> object:
    """Records one decision about a finding of this visit."""
    if queries.finding(finding_id, by=request.actor).visit_id != visit_id:
        raise NotFound
    return services.decide_hit(
        finding_id=finding_id, digest=digest, decision=decision, replacement=replacement, reason=reason, by=request.actor
    )


def line_of(
    one: queries.HitFacts, number: int, finding: queries.FindingFacts, refused: PassageForm | None, doctor: bool
) -> tuple[queries.HitFacts, int, str, PassageForm, bool]:
    """A passage as the page shows it; the last says that its wording is the doctor's, so that the reader can only keep it."""
    form, others = form_of(one, refused), finding.medical and not doctor
    if others:
        form.keeps_only()
    return one, number, reason_words(one.why), form, others


def form_of(one: queries.HitFacts, refused: PassageForm | None) -> PassageForm:
    """The form of one passage: the refused one where it was about this passage."""
    if refused and (refused.data.get("digest"), refused.data.get("finding_id")) == (one.digest, str(one.finding_id)):
        return refused
    return PassageForm(initial={"finding_id": one.finding_id, "digest": one.digest}, auto_id=ids_of(one.digest))


def ids_of(digest: str) -> str:
    """The pattern of the fields' ids: several such forms stand on one page."""
    return f"id_{digest}_%s"
