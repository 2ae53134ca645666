"""Conflicts of interest: declared by the member or entered by the office, and ended."""

from datetime import date
from uuid import UUID

from tirek.foundation.jurisdictions.queries import authority_history, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.registers.mandate.models import REASONS, Conflict, Member
from tirek.registers.mandate.policies import check_may_declare_conflict, may_see_conflicts
from tirek.registers.mandate.refusals import CodeUnknown, ConflictDeclared, ConflictEnded, ConflictNeedsWords, ConflictWithOne
from tirek.registers.mandate.services.finding import as_uuid, in_order, member_seen
from tirek.registers.places.queries import place
from tirek.registers.places.services.keeping import keep_passages


def declare_conflict(
    *,
    member_id: object,
    reason: str,
    by: Actor,
    place_id: object = None,
    authority: str = "",
    text: str = "",
    since: date | None = None,
    until: date | None = None,
    on: date | None = None,
    names_nobody: str = "",
) -> Recorded[UUID]:
    """Declares a conflict with one place or one authority from `since` (the day of the declaration `on` unless told; that is today).

    The member declares own conflicts; head and secretariat enter anybody's. `names_nobody`: why passages of the text stay that could name
    somebody. Raises PassagesUndecided, NotFound, NotAllowed, ConflictWithOne, ConflictNeedsWords, CodeUnknown, UnknownThing, TermReversed, ConflictDeclared.
    """
    with record("conflict.declared", by=by, subject=("member", member_id)) as entry:
        member = member_seen(member_id, by)
        check_may_declare_conflict(by, member.country, member.account_id)
        check_reason(reason, text)
        told = on or today(member.country)
        in_order(since or told, until)
        row = Conflict(
            member=member, country=member.country, origin=member.origin, reason=reason, text=text.strip(), since=since or told, until=until,
            declared_by=by.id, declared_on=told, place_id=seen_place(place_id, member.country, by), authority=authority,
        )  # fmt: skip
        check_with(row, member)
        keep_passages(about=row.pk, country=row.country, texts=(row.text,), because=names_nobody, by=by)
        row.save()
        return entry.of(row.pk)


def check_reason(reason: str, text: str) -> None:
    """Raises CodeUnknown, ConflictNeedsWords."""
    if reason not in REASONS:
        raise CodeUnknown(given=reason)
    if reason == "other" and not text.strip():
        raise ConflictNeedsWords()


def seen_place(place_id: object, country: str, by: Actor) -> UUID | None:
    """The id of a place of the country; raises NotFound."""
    return place(place_id, by=by, country=country).id if place_id else None


def check_with(row: Conflict, member: Member) -> None:
    """With one of the two, and not declared already. Raises ConflictWithOne, UnknownThing, ConflictDeclared."""
    if (row.place_id is None) == (not row.authority):
        raise ConflictWithOne()
    if row.authority:
        authority_history(member.country, row.authority)
    open_ones = member.conflicts.filter(reason=row.reason, authority=row.authority, until=None)
    if row.until is None and any(one.place_id == row.place_id for one in open_ones):
        raise ConflictDeclared()


def end_conflict(*, conflict_id: object, until: date, by: Actor) -> Recorded[UUID]:
    """Ends a conflict; `until` is its last day. Head and secretariat, and the member. Raises NotFound, NotAllowed, TermReversed, ConflictEnded."""
    with record("conflict.ended", by=by) as entry:
        row = Conflict.objects.filter(pk=as_uuid(conflict_id)).select_for_update(no_key=True).first()
        if row is None:
            raise NotFound()
        member = member_seen(row.member_id, by)
        if not may_see_conflicts(by, member.country, member.account_id):
            raise NotFound()
        check_may_declare_conflict(by, member.country, member.account_id)
        if row.until is not None:
            raise ConflictEnded(until=day(row.until))
        in_order(row.since, until)
        entry.about("member", member.pk)
        row.until = until
        row.save()
        return entry.of(row.pk)
