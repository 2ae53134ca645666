"""Reaching a recommendation: a draft by those who may see its visit, one that a correction adds by those who write on the visit, an issued
one by the mechanism's people of the country.
"""

from collections.abc import Iterable
from uuid import UUID

from tirek.followup.recommendations.models import Recommendation
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.records.visits.queries import part, visit

DRAFTS = ("draft", "dropped")


def reach(recommendation_id: UUID, by: Actor, lock: bool = False) -> Recommendation:
    """The recommendation; raises NotFound."""
    found = Recommendation.objects.select_for_update(no_key=True) if lock else Recommendation.objects.all()
    row = found.filter(pk=recommendation_id).first()
    if row is None:
        raise NotFound
    if row.state in DRAFTS:
        visit(row.visit_id, by=by)
        if row.report_version > 1 and not reads_corrections(row.visit_id, by):
            raise NotFound
    elif not Recommendation.objects.issued_visible_to(by, row.country).filter(pk=row.pk).exists():
        raise NotFound
    return row


def reads_corrections(visit_id: UUID, by: Actor) -> bool:
    """Whether the actor reads what a correction under way adds or words otherwise: a reported visit has more readers than writers. Raises NotFound."""
    return by == SYSTEM or part(visit_id, by=by).may_record


def hold_drafts(visit_id: UUID) -> None:
    """Locks the visit's drafts, and what may be put in other words, until the caller's transaction ends, so that nothing is rewritten while a report freezes them.

    Call it before the transaction's first entry in the ledger: who waits here must not hold the ledger's head.
    """
    list(Recommendation.objects.select_for_update(no_key=True).filter(visit_id=visit_id).order_by("pk").values_list("pk"))


def hold_issued(ids: Iterable[UUID]) -> None:
    """Locks recommendations until the caller's transaction ends, so that what is decided of them is decided once. Call it before its first entry in the ledger."""
    list(Recommendation.objects.select_for_update(no_key=True).filter(pk__in=list(ids)).order_by("pk").values_list("pk"))


def may_draft(visit_id: UUID, by: Actor, corrects: bool = False) -> bool:
    """Whether the actor drafts recommendations of the visit: those who record it; once it is reported, only for a correction. Raises NotFound."""
    if corrects:
        return reads_corrections(visit_id, by)
    return by == SYSTEM or part(visit_id, by=by).records


def check_may_draft(visit_id: UUID, by: Actor, corrects: bool = False) -> None:
    """Raises NotFound, NotAllowed."""
    if not may_draft(visit_id, by, corrects):
        raise NotAllowed


def belongs_to_correction(row: Recommendation) -> bool:
    """Whether what can be changed of it was put in by a correction: it is issued already, or a correction issues it."""
    return row.state == "issued" or row.report_version > 1

