"""Days on which a member is away: entered and taken back by the member, or by the office for anybody. Nobody is asked why."""

from datetime import date, timedelta
from uuid import UUID

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.spans import Span, overlapping
from tirek.registers.mandate.models import Absence
from tirek.registers.mandate.policies import check_may_enter_absence
from tirek.registers.mandate.refusals import AbsenceCrosses, AbsenceTooLong
from tirek.registers.mandate.services.finding import as_uuid, in_order, member_seen

LONGEST = timedelta(days=366)


def enter_absence(*, member_id: object, since: date, until: date, by: Actor) -> Recorded[UUID]:
    """Notes that a member is away from `since` to `until`. Raises NotFound, NotAllowed, TermReversed, AbsenceTooLong, AbsenceCrosses."""
    with record("member.away", by=by, subject=("member", member_id)) as entry:
        member = member_seen(member_id, by)
        check_may_enter_absence(by, member.country, member.account_id)
        new = in_order(since, until)
        if until - since > LONGEST:
            raise AbsenceTooLong
        crossed = overlapping([Span(row.since, row.until) for row in member.absences.all()], new)
        if crossed:
            raise AbsenceCrosses(since=crossed[0].first, until=crossed[0].last)
        row = Absence(country=member.country, origin=member.origin, member=member, since=since, until=until, entered_by=by.id)
        row.save()
        return entry.of(row.pk)


def take_back_absence(*, absence_id: object, by: Actor) -> Recorded[UUID]:
    """The member is there after all. Raises NotFound, NotAllowed."""
    with record("member.not-away", by=by) as entry:
        row = Absence.objects.filter(pk=as_uuid(absence_id)).select_for_update(no_key=True).first()
        if row is None:
            raise NotFound
        member = member_seen(row.member_id, by)
        check_may_enter_absence(by, member.country, member.account_id)
        entry.about("member", member.pk)
        row.delete()
        return entry.of(member.pk)
