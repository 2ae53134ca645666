"""Decisions about stretches of a draft that could name a person."""

from uuid import UUID

from django.utils import timezone

from tirek.followup.recommendations.models import DECISIONS, HitDecision
from tirek.followup.recommendations.policies import check_draft
from tirek.followup.recommendations.reach import check_may_draft, reach
from tirek.followup.recommendations.refusals import ReasonNeeded, RecommendationTextNeeded, StretchGone, UnknownChoice
from tirek.followup.recommendations.texts import hits_of
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.records.visits.services.findings import without


def decide_stretch(
    *, recommendation_id: UUID, digest: str, decision: str, by: Actor, reason: str = "", replacement: str = ""
) -> Recorded[UUID]:
    """Decides about a stretch of a draft: kept (with a reason), generalised (replaced), or taken out.

    Raises NotFound, NotAllowed, Frozen, StretchGone, ReasonNeeded, UnknownChoice, RecommendationTextNeeded.
    """
    if decision not in DECISIONS:
        raise UnknownChoice(what=decision)
    if (decision == "kept" and not reason.strip()) or (decision == "generalised" and not replacement.strip()):
        raise ReasonNeeded
    with record("recommendation.stretch-decided", by=by, subject=("recommendation", recommendation_id)) as act:
        row = reach(recommendation_id, by, lock=True)
        check_may_draft(row.visit_id, by)
        check_draft(row)
        found = [each for each in hits_of(row) if each.digest == digest]
        if not found:
            raise StretchGone
        if decision != "kept":
            put = replacement.strip() if decision == "generalised" else ""
            gone = [each.hit.text for each in found]
            row.text, row.indicator = without(row.text, gone, put), without(row.indicator, gone, put)
            row.revision += 1
            if not row.text:
                raise RecommendationTextNeeded
            row.save()
        made = HitDecision(
            country=row.country, recommendation=row, language=found[0].language, kind=found[0].hit.kind, digest=digest, decision=decision,
            reason=reason.strip(), decided_by=by.id, decided_at=timezone.now(),
        )  # fmt: skip
        made.save()
        return act.of(made.pk)
