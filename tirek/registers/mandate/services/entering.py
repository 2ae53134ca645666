"""Entering members, mending what was entered wrongly, and their papers: oath and certificate."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from tirek.foundation.jurisdictions.queries import professions, region, spoken_languages
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.queries import account_roles, actor_with_id
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.ground.rules.revisions import revised
from tirek.registers.mandate.models import SEXES, WRITTEN, Certificate, Member, MemberTerm
from tirek.registers.mandate.policies import check_may_write_members
from tirek.registers.mandate.refusals import (
    AccountInUse,
    AccountNotOfMechanism,
    AccountTaken,
    CertificateTaken,
    CodeUnknown,
    MemberChanged,
    MemberNameMissing,
    OathTaken,
    OwnAccount,
)
from tirek.registers.mandate.services.finding import as_uuid, in_order, member_for
from tirek.registers.places.folding import folded
from tirek.registers.places.services.keeping import keep_passages

CORRECTABLE = frozenset({"name", "profession", "organisation", "sex", "region", "languages", "account_id"})


def enter_member(
    *,
    country: str,
    name: str,
    profession: str,
    term_since: date,
    by: Actor,
    term_until: date | None = None,
    decision: str = "",
    sex: str = "",
    region: str = "",
    languages: Iterable[str] = (),
    organisation: str = "",
    account_id: object = None,
    oath_on: date | None = None,
    origin: str = "entered",
    names_nobody: str = "",
) -> Recorded[UUID]:
    """Enters a member with the first term (both days included). `account_id` joins him or her to who signs in. Answers the member's id.

    `names_nobody`: why passages of the decision stay that could name somebody.
    Raises NotAllowed, MemberNameMissing, CodeUnknown, UnknownThing, TermReversed, AccountNotOfMechanism, AccountTaken, PassagesUndecided.
    """
    with record("member.entered", by=by, country=country) as entry:
        check_may_write_members(by, country)
        in_order(term_since, term_until)
        member = Member(
            country=country, origin=origin, account_id=as_uuid(account_id) if account_id else None, name=name.strip(), profession=profession,
            organisation=organisation.strip(), sex=sex, region=region, languages=sorted(set(languages)), term_since=term_since,
            term_until=term_until, oath_on=oath_on,
        )  # fmt: skip
        keep(member)
        entry.about("member", member.pk)
        term = MemberTerm(member=member, country=country, origin=origin, since=term_since, until=term_until, decision=decision.strip())
        keep_passages(about=term.pk, country=country, texts=(term.decision,), because=names_nobody, by=by)
        term.save()
        return entry.of(member.pk)


def correct_member(*, member_id: object, by: Actor, revision: str | None = None, **changes: Any) -> Recorded[UUID]:
    """Mends facts of CORRECTABLE. `revision`, where given, is that of the entry which the writer saw.

    Raises NotFound, NotAllowed, MemberChanged, OwnAccount, AccountInUse and what `enter_member` raises.
    """
    with record("member.corrected", by=by, subject=("member", member_id)) as entry:
        member = member_for(member_id, by)
        unknown = set(changes) - CORRECTABLE
        if unknown:
            raise TypeError(f"correct_member does not know {sorted(unknown)}")
        if revision not in (None, revised(member, WRITTEN)):
            raise MemberChanged
        held = member.account_id
        for field, value in changes.items():
            setattr(member, field, value.strip() if isinstance(value, str) else value)
        member.account_id = as_uuid(member.account_id) if member.account_id else None
        check_other_account(member, held, by)
        member.languages = sorted(set(member.languages))
        keep(member)
        return entry.of(member.pk)


def keep(member: Member) -> None:
    """Checks the member and saves the row with its text for search."""
    check_member(member)
    member.sought = folded(f"{member.name} {member.organisation}")
    member.save()


def check_member(member: Member) -> None:
    """Raises MemberNameMissing, CodeUnknown, UnknownThing, AccountNotOfMechanism, AccountTaken."""
    if not member.name:
        raise MemberNameMissing()
    refuse_unknown([member.profession], {one.code for one in professions()})
    refuse_unknown(member.languages, {one.code for one in spoken_languages()})
    refuse_unknown([member.sex], {"", *SEXES})
    if member.region:
        region(member.country, member.region)
    if member.account_id:
        check_account(member)


def refuse_unknown(given: Iterable[str], known: set[str]) -> None:
    """Raises CodeUnknown for the first code that is not known."""
    for code in given:
        if code not in known:
            raise CodeUnknown(given=code)


def check_account(member: Member) -> None:
    """The account is of the country's mechanism and of nobody else. Raises AccountNotOfMechanism, AccountTaken."""
    account_id = as_uuid(member.account_id)
    if not actor_with_id(account_id).has(*MECHANISM, country=member.country):
        raise AccountNotOfMechanism()
    other = Member.objects.filter(account_id=account_id, country=member.country).exclude(pk=member.pk).first()
    if other:
        raise AccountTaken(name=other.name)


def check_other_account(member: Member, held: UUID | None, by: Actor) -> None:
    """Whoever signs in as a member knows of that member's hidden visits and stands under their reports: no one person makes that so.

    Raises OwnAccount, AccountInUse.
    """
    if member.account_id == held:
        return
    if str(member.account_id) == by.id:
        raise OwnAccount()
    if str(held) in account_roles(member.country):
        raise AccountInUse(name=member.name)


def record_oath(*, member_id: object, on: date, by: Actor) -> Recorded[UUID]:
    """Records the day of the oath. Raises NotFound, NotAllowed, OathTaken."""
    with record("member.sworn", by=by, subject=("member", member_id)) as entry:
        member = member_for(member_id, by)
        if member.oath_on:
            raise OathTaken(on=day(member.oath_on))
        member.oath_on = on
        member.save()
        return entry.of(member.pk)


def add_certificate(
    *, member_id: object, number: str, issued_on: date, by: Actor, valid_until: date | None = None, issued_by: str = "", names_nobody: str = ""
) -> Recorded[UUID]:
    """Adds a certificate by its number on paper. `names_nobody`: why passages of number and issuer stay that could name somebody.

    Raises NotFound, NotAllowed, TermReversed, CertificateTaken, PassagesUndecided.
    """
    with record("member.certified", by=by, subject=("member", member_id)) as entry:
        member = member_for(member_id, by)
        in_order(issued_on, valid_until)
        number = number.strip()
        row = Certificate(
            member=member, country=member.country, origin=member.origin, number=number, issued_on=issued_on, valid_until=valid_until,
            issued_by=issued_by.strip(),
        )  # fmt: skip
        keep_passages(about=row.pk, country=row.country, texts=(row.number, row.issued_by), because=names_nobody, by=by)
        try:
            row.save()
        except IntegrityError:
            raise CertificateTaken(number=number) from None  # two people may enter one number at once: the table decides
        return entry.of(row.pk)
