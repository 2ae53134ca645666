"""The log of contacts with the SPT exists for the head and whom the head named; for nobody else, on no road. The calendar counts no day by itself."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.accounts import sign_in
from tests.followup.international import making
from tests.followup.recommendations import making as national
from tests.people import administrator, analyst, auditor, doctor, focal, foreigner, head, leader, member, nobody, receiver, secretary
from tirek.followup.international import queries, services
from tirek.followup.international.refusals import ContactAhead, ContactTextNeeded, NamedAlready, SourceNeeded
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.queries import unveiled
from tirek.foundation.sheets.kinds import sheet_kinds
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
OTHERS = (secretary, leader, member, analyst, focal, receiver, auditor, administrator, foreigner, nobody, SYSTEM)
SECRET = "Ответ на письмо Подкомитета о доступе."


@pytest.fixture
def log(visit):
    services.enter_contact(country="demo", contacted_on=date(2026, 1, 5), way="letter", text=SECRET, by=head)
    services.name_contact_reader(country="demo", account=doctor.id, by=head)


def test_the_head_and_whom_the_head_named_read_it_and_nobody_else(log):
    for who in (head, doctor):
        assert [each.text for each in queries.contacts(by=who, country="demo")] == [SECRET]
    for who in OTHERS:
        assert not queries.has_contacts(by=who, country="demo")
        with pytest.raises(NotFound):
            queries.contacts(by=who, country="demo")
        with pytest.raises(NotFound):
            services.enter_contact(country="demo", contacted_on=date(2026, 1, 6), way="call", text="Звонок.", by=who)


def test_the_head_alone_names_and_ends(log):
    for who in (doctor, *OTHERS):
        with pytest.raises(NotFound):
            services.name_contact_reader(country="demo", account=leader.id, by=who)
        with pytest.raises(NotFound):
            services.end_contact_reader(country="demo", account=doctor.id, by=who)
    with pytest.raises(NamedAlready):
        services.name_contact_reader(country="demo", account=doctor.id, by=head)
    services.end_contact_reader(country="demo", account=doctor.id, by=head)
    with pytest.raises(NotFound):
        queries.contacts(by=doctor, country="demo")


def test_its_entries_in_the_ledger_stand_behind_a_veil_that_nothing_lifts(log):
    entries = Entry.objects.filter(verb__startswith="international.contact")
    assert entries.count() == 2 and {each.veil for each in entries} == {"spt-contacts-demo"}
    assert not unveiled().filter(subject="spt-contacts-demo").exists()


@pytest.mark.parametrize("who", [secretary, member], ids=lambda each: each.name)
def test_neither_a_page_nor_a_sheet_tells_that_there_is_a_log(log, who):
    client = Client()
    sign_in(client, who)
    page = client.get(reverse("desk:international")).content.decode()
    assert reverse("desk:international-contacts") not in page
    there, not_there = client.get(reverse("desk:international-contacts")), client.get("/desk/international/nothing/")
    assert there.status_code == not_there.status_code == 404
    assert not any("contact" in kind.name for kind in sheet_kinds())
    sign_in(client, doctor)
    assert reverse("desk:international-contacts") in client.get(reverse("desk:international")).content.decode()


def test_a_contact_has_a_day_that_was_words_and_no_name(visit):
    given = {"country": "demo", "way": "call", "by": head}
    with pytest.raises(ContactAhead):
        services.enter_contact(contacted_on=timezone.localdate() + timedelta(days=2), text="Звонок.", **given)
    with pytest.raises(ContactTextNeeded):
        services.enter_contact(contacted_on=date(2026, 1, 5), text=" ", **given)
    with pytest.raises(PassagesUndecided):
        services.enter_contact(contacted_on=date(2026, 1, 5), text="О деле Петрова Ивана Сергеевича.", **given)


def test_the_calendar_shows_what_is_due_with_the_material_that_the_reader_may_read(visit):
    old = making.paragraph(making.report(making.review(2016)))
    making.paragraph(making.report(making.review(2023), symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6)), number="31")
    national.issued(visit)
    making.link(old, number="Р-1-1")
    made = services.enter_due(country="demo", procedure="regional", name=making.words("Доклад Совету"), due_on=date(2027, 3, 1), source="Письмо Совета", by=secretary).value
    for who, symbols in ((head, ["CV/LUM/2", "CV/LUM/1"]), (member, ["CV/LUM/1"])):
        (due,) = queries.calendar(by=who, country="demo")
        assert [each.symbol for each in due.material] == symbols
        assert (due.material[-1].recommendations, due.material[-1].linked) == (1, 1)
    services.close_due(due_id=made, by=secretary)
    assert queries.calendar(by=member, country="demo")[0].done_on == timezone.localdate()
    with pytest.raises(NotFound):
        services.close_due(due_id=made, by=secretary)


def test_what_is_due_needs_a_source_and_the_office(visit):
    given = {"country": "demo", "procedure": "cat", "name": making.words("Доклад"), "due_on": date(2027, 3, 1)}
    with pytest.raises(SourceNeeded):
        services.enter_due(source=" ", by=head, **given)
    for who in (leader, analyst, focal):
        with pytest.raises(NotAllowed):
            services.enter_due(source="Письмо", by=who, **given)
        assert queries.calendar(by=focal, country="demo") == ()


def test_for_who_may_not_know_of_the_calendar_there_is_nothing_in_it_to_hand_in(visit):
    due = services.enter_due(country="demo", procedure="cat", name=making.words("Доклад"), due_on=date(2026, 5, 1), source="Письмо Комитета", by=secretary).value
    for who in (focal, receiver, auditor, administrator, foreigner, nobody):
        with pytest.raises(NotFound):
            services.close_due(due_id=due, by=who)
    with pytest.raises(NotAllowed):
        services.close_due(due_id=due, by=member)
