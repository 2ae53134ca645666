"""Reaching a recommendation: a draft by those who may see its visit, an issued one by the mechanism's people of the country."""

from uuid import UUID

from tirek.followup.recommendations.models import Recommendation
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.records.visits.queries import part, visit

DRAFTS = ("draft", "dropped")


def reach(recommendation_id: UUID, by: Actor, lock: bool = False) -> Recommendation:
    """The recommendation; raises NotFound."""
    found = Recommendation.objects.select_for_update() if lock else Recommendation.objects.all()
    row = found.filter(pk=recommendation_id).first()
    if row is None:
        raise NotFound
    if row.state in DRAFTS:
        visit(row.visit_id, by=by)
    elif not Recommendation.objects.issued_visible_to(by, row.country).filter(pk=row.pk).exists():
        raise NotFound
    return row


def hold_drafts(visit_id: UUID) -> None:
    """Locks the visit's drafts until the caller's transaction ends, so that nothing is rewritten while a report freezes them.

    Call it before the transaction's first entry in the ledger: who waits here must not hold the ledger's head.
    """
    list(Recommendation.objects.select_for_update().filter(visit_id=visit_id, state="draft").order_by("pk").values_list("pk"))


def check_may_draft(visit_id: UUID, by: Actor) -> None:
    """Those who record the visit draft its recommendations. Raises NotFound, NotAllowed."""
    if by != SYSTEM and not part(visit_id, by=by).records:
        raise NotAllowed

