"""Other words for an issued recommendation, which a correction of the report proposes. No wording that was issued changes."""

from uuid import UUID

from tirek.followup.recommendations.models import Recommendation, Wording
from tirek.followup.recommendations.policies import check_issued
from tirek.followup.recommendations.reach import reach
from tirek.followup.recommendations.refusals import RecommendationTextNeeded
from tirek.followup.recommendations.services.drafts import check_length
from tirek.followup.recommendations.wordings import in_force
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.recommendation_states import DOCUMENT
from tirek.ground.rules.words import Words


def reword(*, recommendation_id: UUID, report_version: int, text: Words, indicator: Words, by: Actor) -> Recorded[UUID]:
    """Proposes other words for an issued recommendation, in the correction of that version; the words in force take the proposal back.

    Translations older than a new source text become stale. Called by insight/reports within its transaction, which decided who may write.
    Raises NotFound, NotInForce, RecommendationTextNeeded, RecommendationTooLong.
    """
    if not text:
        raise RecommendationTextNeeded
    check_length(text)
    check_length(indicator)
    with record("recommendation.reworded", by=by, subject=("recommendation", recommendation_id)) as act:
        row = reach(recommendation_id, by, lock=True)
        check_issued(row.state)
        held = in_force(row)
        wording = row.wordings.filter(report_version=report_version, issued_on=None).first() or Wording(
            country=row.country, recommendation=row, report_version=report_version
        )
        wording.text, wording.indicator, wording.author = rewritten(held.text, text), rewritten(held.indicator, indicator), by.id
        if wording.text.same_as(held.text) and wording.indicator.same_as(held.indicator):
            wording.text, wording.indicator = Words(), Words()
        wording.save()
        return act.of(wording.pk)


def abandon(*, visit_id: UUID, report_version: int, country: str, by: Actor) -> Recorded[int]:
    """Drops what a correction of that version proposes: the recommendations it adds, and its other words. Returns how many.

    Called by insight/reports within its transaction, which decided who may abandon the correction. The entry names no visit:
    its history is read by more people than may know of the correction.
    """
    with record("recommendation.proposals-abandoned", by=by, country=country) as act:
        added = list(Recommendation.objects.select_for_update(no_key=True).filter(visit_id=visit_id, report_version=report_version, state="draft"))
        for row in added:
            row.state = DOCUMENT.after(row.state, "drop")
            row.save()
        put = Wording.objects.select_for_update(no_key=True).filter(recommendation__visit_id=visit_id, report_version=report_version, issued_on=None)
        worded = [each for each in put if each.text]
        for wording in worded:
            wording.text, wording.indicator = Words(), Words()
            wording.save()
        return act.of(len(added) + len(worded))


def rewritten(held: Words, new: Words) -> Words:
    """The new words with their stale translations marked."""
    return held.rewritten(dict(new.texts)) if held else new
