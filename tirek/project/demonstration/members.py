"""Telling the members of Lumeria's mechanism: terms, oath, certificate, conflicts; each member whole in one transaction."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from tirek.project.demonstration import told
from tirek.project.demonstration.places import places_by_code
from tirek.project.demonstration.reading import list_of
from tirek.project.demonstration.telling import COUNTRY, Telling, standing_members
from tirek.registers.mandate import services


def stories() -> tuple[told.Member, ...]:
    """All members of the told country."""
    return list_of("members.yaml", told.Member)


def load_members(done: Callable[[], None]) -> None:
    """Enters the members who are not there yet, by the secretariat. `done` is called after each."""
    telling = Telling()
    known = standing_members()
    for story in stories():
        if name_of(story, telling) not in known:
            with transaction.atomic():
                tell(story, telling)
        done()


def name_of(story: told.Member, telling: Telling) -> str:
    """The member's name: the account's, else the file's."""
    return telling.actor(story.login).name if story.login else story.name


def members_by_key(telling: Telling) -> dict[str, UUID]:
    """Ids of the told members who stand, by what the files call them."""
    known = standing_members()
    return {story.key: known[name] for story in stories() if (name := name_of(story, telling)) in known}


def tell(story: told.Member, telling: Telling) -> None:
    """One member with terms and papers."""
    by = telling.actor("secretary")
    first, *later = story.terms
    member_id = services.enter_member(
        country=COUNTRY, name=name_of(story, telling), profession=story.profession, sex=story.sex, region=story.region,
        languages=story.languages, organisation=story.organisation, account_id=telling.actor(story.login).id if story.login else None,
        term_since=telling.plain_day(first.since), term_until=telling.plain_day(first.until), decision=first.decision, by=by,
    ).value  # fmt: skip
    for term in later:
        since, until = telling.plain_day(term.since), telling.plain_day(term.until)
        services.renew_term(member_id=member_id, since=since, until=until, decision=term.decision, by=by)
    for term in story.terms:
        if term.ended is not None:
            services.end_term(member_id=member_id, on=telling.plain_day(term.ended), reason=term.reason, by=telling.actor("head"))
    papers(member_id, story, telling)


def papers(member_id: UUID, story: told.Member, telling: Telling) -> None:
    """Oath and certificate by the secretariat; a conflict of interest is declared by the member."""
    by = telling.actor("secretary")
    if story.oath is not None:
        services.record_oath(member_id=member_id, on=telling.plain_day(story.oath), by=by)
    if story.certificate:
        services.add_certificate(
            member_id=member_id, number=story.certificate.number, issued_on=telling.plain_day(story.certificate.issued),
            valid_until=telling.plain_day(story.certificate.until), issued_by="Блюститель достоинства Лумерии", by=by,
        )  # fmt: skip
    if story.conflict:
        told_on = telling.plain_day(story.conflict.since)
        services.declare_conflict(
            member_id=member_id, place_id=places_by_code()[story.conflict.place], reason=story.conflict.reason, text=story.conflict.text,
            since=told_on, on=told_on, by=telling.actor(story.login) if story.login else by,
        )  # fmt: skip
