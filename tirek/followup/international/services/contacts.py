"""The log of contacts with the SPT (OPCAT article 20 f): kept by the head and whom the head names. Its entries in the ledger stand behind a veil that nothing lifts."""

from datetime import date
from uuid import UUID

from tirek.followup.international.models import WAYS, Contact, ContactReader, keeps_contacts
from tirek.followup.international.refusals import ContactAhead, ContactTextNeeded, NamedAlready
from tirek.followup.recommendations.texts import passages
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.kept_once import kept_once
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.queries import account_roles
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotFound


def veil_of(country: str) -> str:
    """Behind what every entry about the log stands."""
    return f"spt-contacts-{country}"


def enter_contact(*, country: str, contacted_on: date, way: str, text: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """A contact as it was. `confirmed`: the writer has looked at what could name a person. Raises NotFound, ContactAhead, ContactTextNeeded, PassagesUndecided."""
    with record("international.contact-entered", by=by, country=country, veil=veil_of(country)) as act:
        if not keeps_contacts(by, country):
            raise NotFound
        said = text.strip()
        check_contact(country, contacted_on=contacted_on, way=way, text=said)
        act.purpose = passages(said, confirmed=confirmed)
        row = Contact(country=country, contacted_on=contacted_on, way=way, text=said, entered_by=by.id)
        row.save()
        act.about("contact", row.pk)
        return act.of(row.pk)


def check_contact(country: str, *, contacted_on: date, way: str, text: str) -> None:
    """Raises ContactAhead, ContactTextNeeded."""
    if contacted_on > today(country):
        raise ContactAhead(on=contacted_on)
    if not text or way not in WAYS:
        raise ContactTextNeeded


def name_contact_reader(*, country: str, account: str, by: Actor) -> Recorded[UUID]:
    """Lets somebody of the mechanism read and keep the log. Raises NotFound for everybody but the head and for strangers, NamedAlready."""
    with record("international.contact-reader-named", by=by, country=country, veil=veil_of(country)) as act:
        roles = account_roles(country).get(account)
        if not by.has(Role.HEAD, country=country) or not roles:
            raise NotFound
        if Role.HEAD in roles or ContactReader.objects.filter(country=country, account=account, ended_on=None).exists():
            raise NamedAlready
        row = ContactReader(country=country, account=account, named_by=by.id, named_on=today(country))
        kept_once(row, NamedAlready())
        return act.of(row.pk)


def end_contact_reader(*, country: str, account: str, by: Actor) -> Recorded[None]:
    """From now on the person sees no log any more. Raises NotFound."""
    with record("international.contact-reader-ended", by=by, country=country, veil=veil_of(country)) as act:
        row = ContactReader.objects.filter(country=country, account=account, ended_on=None).first()
        if not by.has(Role.HEAD, country=country) or row is None:
            raise NotFound
        row.ended_on = today(country)
        row.save()
        return act.of(None)
