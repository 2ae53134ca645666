"""Overriding a break in a series: with a reason, which then stands beside every result."""

from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import breaks
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import newly_kept
from tirek.insight.indicators.models import BreakOverride
from tirek.insight.indicators.policies import check_may_work
from tirek.insight.indicators.refusals import BreakUnknown, OverrideReasonMissing


def override_break(*, country: str, indicator: str, break_id: str, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Lets changes of the indicator be computed over the break, and says why; a later reason takes the place of an earlier. Returns the override's id.

    Raises NotAllowed, BreakUnknown, OverrideReasonMissing, PassagesUndecided without a reason in `names_nobody`.
    """
    check_may_work(by, country)
    if not any(one.id == break_id and indicator in one.indicators for one in breaks(country)):
        raise BreakUnknown
    if not reason.strip():
        raise OverrideReasonMissing
    with record("break.overridden", by=by, country=country) as entry:
        row = BreakOverride.objects.select_for_update(no_key=True).filter(country=country, indicator=indicator, break_id=break_id).first()
        row = row or BreakOverride(country=country, indicator=indicator, break_id=break_id)
        row.reason, row.decided_by, row.decided_at = reason.strip(), by.id, timezone.now()
        row.kept_because = names_nobody.strip() if newly_kept(row.pk, (row.reason,), names_nobody, ()) else ""
        row.save()
        entry.about("break", row.pk)
        return entry.of(row.pk)
