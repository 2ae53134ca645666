"""Decisions about stretches of a draft, or of other words proposed for an issued recommendation, that could name a person."""

from uuid import UUID

from django.utils import timezone

from tirek.followup.recommendations.models import DECISIONS, HitDecision
from tirek.followup.recommendations.policies import changeable
from tirek.followup.recommendations.reach import belongs_to_correction, check_may_draft, reach
from tirek.followup.recommendations.refusals import ReasonNeeded, RecommendationTextNeeded, StretchGone, UnknownChoice
from tirek.followup.recommendations.texts import hits_of
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import check_why
from tirek.records.visits.services.findings import without


def decide_stretch(
    *, recommendation_id: UUID, digest: str, decision: str, by: Actor, reason: str = "", replacement: str = ""
) -> Recorded[UUID]:
    """Decides about a stretch of what can still be changed: kept (with a reason), generalised (replaced), or taken out.

    Raises NotFound, NotAllowed, Frozen, StretchGone, ReasonNeeded, ReasonNames, UnknownChoice, RecommendationTextNeeded.
    """
    if decision not in DECISIONS:
        raise UnknownChoice(what=decision)
    if (decision == "kept" and not reason.strip()) or (decision == "generalised" and not replacement.strip()):
        raise ReasonNeeded
    with record("recommendation.stretch-decided", by=by, subject=("recommendation", recommendation_id)) as act:
        row = reach(recommendation_id, by, lock=True)
        check_may_draft(row.visit_id, by, belongs_to_correction(row))
        held = changeable(row)
        found = [each for each in hits_of(row) if each.digest == digest]
        if not found:
            raise StretchGone
        check_why(reason, [each.hit.text for each in found])
        if decision != "kept":
            put = replacement.strip() if decision == "generalised" else ""
            gone = [each.hit.text for each in found]
            held.text, held.indicator = without(held.text, gone, put), without(held.indicator, gone, put)
            if not held.text:
                raise RecommendationTextNeeded
            if held is row:
                row.revision += 1
            held.save()
        made = HitDecision(
            country=row.country, recommendation=row, language=found[0].language, kind=found[0].hit.kind, digest=digest, decision=decision,
            reason=reason.strip(), decided_by=by.id, decided_at=timezone.now(),
        )  # fmt: skip
        made.save()
        return act.of(made.pk)
