"""The log of contacts with the SPT, for the head and whom the head named. For everybody else there is none."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.international.models import Contact, ContactReader, keeps_contacts
from tirek.followup.international.queries.lists import ReaderFacts
from tirek.foundation.people.queries import names_of
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """A contact: its day, how it was, what was said, and who entered it."""

    id: UUID
    contacted_on: date
    way: str
    text: str
    entered_by: str


def has_contacts(*, by: Actor, country: str) -> bool:
    """Whether the actor is shown the way to the log. Cost: no query for the head, 1 for others of the mechanism."""
    return keeps_contacts(by, country)


def contacts(*, by: Actor, country: str) -> tuple[ContactFacts, ...]:
    """The log, the latest contact first. Raises NotFound. Cost: 3 queries."""
    if not keeps_contacts(by, country):
        raise NotFound
    found = list(Contact.objects.filter(country=country))
    names = names_of({each.entered_by for each in found})
    return tuple(ContactFacts(each.pk, each.contacted_on, each.way, each.text, names.get(each.entered_by, "")) for each in found)


def contact_readers(*, by: Actor, country: str) -> tuple[ReaderFacts, ...]:
    """Whom the head named, for the head. Raises NotFound. Cost: 2 queries."""
    if not by.has(Role.HEAD, country=country):
        raise NotFound
    found = list(ContactReader.objects.filter(country=country, ended_on=None))
    names = names_of({each.account for each in found})
    return tuple(ReaderFacts(each.account, names.get(each.account, ""), each.named_on) for each in found)
