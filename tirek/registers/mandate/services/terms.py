"""Terms of members: renewed, and ended before their time."""

from datetime import date
from uuid import UUID

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.spans import overlapping
from tirek.registers.mandate.models import Member, MemberTerm
from tirek.registers.mandate.refusals import NoTermThen, ReasonForEndMissing, TermOverlaps
from tirek.registers.mandate.services.finding import in_order, member_for
from tirek.registers.places.services.keeping import keep_passages


def renew_term(
    *, member_id: object, since: date, by: Actor, until: date | None = None, decision: str = "", names_nobody: str = ""
) -> Recorded[UUID]:
    """Another term; terms never cross. `names_nobody`: why passages of the decision stay that could name somebody.

    Raises NotFound, NotAllowed, TermReversed, TermOverlaps, PassagesUndecided.
    """
    with record("member.renewed", by=by, subject=("member", member_id)) as entry:
        member = member_for(member_id, by)
        new = in_order(since, until)
        crossed = overlapping([row.span for row in member.terms.all()], new)
        if crossed:
            first, last = crossed[0].since, crossed[0].until
            raise TermOverlaps(since=day(first) if first else "…", until=day(last) if last else "…")
        row = MemberTerm(member=member, country=member.country, origin=member.origin, since=since, until=until, decision=decision.strip())
        keep_passages(about=row.pk, country=row.country, texts=(row.decision,), because=names_nobody, by=by)
        row.save()
        mirror(member)
        return entry.of(member.pk)


def end_term(*, member_id: object, on: date, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Ends the term that covers `on`, which becomes its last day. `names_nobody`: why passages of the reason stay that could name somebody.

    Raises NotFound, NotAllowed, NoTermThen, ReasonForEndMissing, PassagesUndecided.
    """
    with record("member.term-ended", by=by, subject=("member", member_id)) as entry:
        member = member_for(member_id, by)
        if not reason.strip():
            raise ReasonForEndMissing()
        row = next((row for row in member.terms.all() if row.span.holds(on)), None)
        if row is None:
            raise NoTermThen(on=day(on))
        row.until, row.ended_reason = on, reason.strip()
        keep_passages(about=row.pk, country=row.country, texts=(row.ended_reason,), because=names_nobody, by=by)
        row.save()
        mirror(member)
        return entry.of(member.pk)


def mirror(member: Member) -> None:
    """Writes the days of the newest term to the member."""
    newest = max(member.terms.all(), key=lambda row: row.since)
    member.term_since, member.term_until = newest.since, newest.until
    member.save()
