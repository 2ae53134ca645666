"""What a sheet of the register does to a member: mends the entry as it stands, and takes away what it made itself. Where history would be hidden, it refuses."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.sheet_refusals import NotBySheet, StillUsed
from tirek.registers.mandate.models import Member
from tirek.registers.mandate.services.entering import keep
from tirek.registers.mandate.services.finding import in_order, member_for
from tirek.registers.mandate.services.terms import mirror

TEXTS = ("name", "profession", "organisation", "sex", "region")


def amend_member(*, member_id: UUID, changes: Mapping[str, Any], by: Actor) -> Recorded[UUID]:
    """Mends what a sheet says otherwise; None empties. The days of the term only while there was one: a sheet does not say that it was renewed.

    Raises NotFound, NotAllowed, NotBySheet, MemberNameMissing, CodeUnknown, UnknownThing, TermReversed.
    """
    with record("member.corrected", by=by, subject=("member", member_id)) as entry:
        member = member_for(member_id, by)
        for key, value in changes.items():
            if key in TEXTS:
                setattr(member, key, (value or "").strip())
        if "languages" in changes:
            member.languages = sorted(set(changes["languages"] or ()))
        if "oath_on" in changes:
            member.oath_on = changes["oath_on"]
        keep(member)
        if {"term_since", "term_until"} & set(changes):
            amend_term(member, changes)
        return entry.of(member.pk)


def amend_term(member: Member, changes: Mapping[str, Any]) -> None:
    """The days of the only term. Raises NotBySheet, TermReversed."""
    terms = list(member.terms.all())
    if len(terms) != 1 or terms[0].ended_reason or changes.get("term_since", member.term_since) is None:
        raise NotBySheet
    term = terms[0]
    term.since, term.until = changes.get("term_since", term.since), changes.get("term_until", term.until)
    in_order(term.since, term.until)
    term.save()
    mirror(member)


def unregister_member(*, member_id: UUID, by: Actor) -> Recorded[None]:
    """Takes a member away whom a sheet entered and about whom nothing else was entered. Raises NotFound, NotAllowed, StillUsed; what visits hang on, the database refuses."""
    with record("member.unregistered", by=by, subject=("member", member_id)) as entry:
        member = member_for(member_id, by)
        terms = list(member.terms.all())
        if len(terms) > 1 or member.account_id or member.conflicts.exists() or member.certificates.exists() or member.absences.exists():
            raise StillUsed
        for term in terms:
            term.delete()
        member.delete()
        return entry.of(None)
