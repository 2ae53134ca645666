"""Two people correct one place or change one entry of the plan: whoever saves second sees what the first saved, and loses nothing."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.accounts import sign_in
from tests.faces.desk.forms_shown import shown
from tests.faces.desk.visiting import send
from tests.people import deputy, head, secretary
from tirek.ground.rules.words import Words
from tirek.records.visits import queries as visits
from tirek.records.visits import services as planning
from tirek.registers.mandate.queries import member
from tirek.registers.mandate.services import correct_member
from tirek.registers.places import queries, services

pytestmark = pytest.mark.django_db
TOLD = "Somebody else has changed this while you were writing."


def test_the_second_correction_of_a_place_overwrites_nothing_unseen(client, place):
    sign_in(client, secretary)
    old = shown(client, reverse("desk:place-correct", args=[place]))
    services.correct_place(place_id=place, address="ул. Тихая, 1", kind="police", opened_on=date(2001, 4, 2), by=head)
    code, text = send(client, "place-correct", place, **{**old, "source": "Реестр 2026 года"})
    assert code == 422 and TOLD in text and "Реестр 2026 года" in text
    notice = text.split("What stands there now")[1].split("</ul>")[0]
    assert "ул. Тихая, 1" in notice and "2 April 2001" in notice and "Kind of place" in notice and "Latitude" not in notice
    now = queries.place(place, by=head, country="demo")
    assert (now.address, now.source) == ("ул. Тихая, 1", "") and f'value="{now.revision}"' in text
    assert send(client, "place-correct", place, **{**old, "source": "Реестр 2026 года", "revision": now.revision})[0] == 302
    assert queries.place(place, by=head, country="demo").source == "Реестр 2026 года"


def test_a_count_entered_meanwhile_does_not_stop_a_correction(client, place):
    sign_in(client, secretary)
    old = shown(client, reverse("desk:place-correct", args=[place]))
    services.record_population(place_id=place, counted_on=date(2024, 5, 1), capacity=420, male=300, female=0, by=head)
    assert send(client, "place-correct", place, **{**old, "source": "Реестр"})[0] == 302


def test_a_name_that_another_corrected_meanwhile_is_shown(client, place):
    sign_in(client, secretary)
    old = shown(client, reverse("desk:place-correct", args=[place]))
    services.correct_place(place_id=place, name=Words.of({"ru": "Другое имя", "kk": "Басқа ат"}), by=head)
    code, text = send(client, "place-correct", place, **old)
    assert code == 422 and TOLD in text and "Другое имя" in text.split("What stands there now")[1].split("</ul>")[0]


def test_the_second_change_of_an_entry_of_the_plan_overwrites_nothing_unseen(client, place, team):
    first = timezone.localdate() + timedelta(days=10)
    days = {"first_day": first, "last_day": first + timedelta(days=1)}
    asked = {"country": "demo", "kind": "periodic", "announced": False, "purpose": "Жалобы"}
    entry = planning.plan_visit(place_id=place, organisers=(deputy.id,), by=secretary, **asked, **days).value
    sign_in(client, secretary)
    old = shown(client, reverse("desk:plan-change", args=[entry]))
    planning.change_plan_entry(entry_id=entry, kind="special", announced=True, purpose="Обыски", by=deputy, **days)
    code, text = send(client, "plan-change", entry, **{**old, "purpose": "Мои слова"})
    assert code == 422 and TOLD in text and "Мои слова" in text
    notice = text.split("What stands there now")[1].split("</ul>")[0]
    assert "Обыски" in notice and "yes, the visit is announced" in notice and "First day" not in notice
    now = visits.plan_entry(entry, by=secretary)
    assert now.purpose == "Обыски"
    assert send(client, "plan-change", entry, **{**old, "purpose": "Мои слова", "revision": now.revision})[0] == 302
    assert visits.plan_entry(entry, by=secretary).purpose == "Мои слова"


def test_the_second_who_corrects_a_member_sees_first_what_the_other_corrected(client, team):
    address = reverse("desk:member-correct", args=[team["member"]])
    sign_in(client, secretary)
    old = shown(client, address)
    correct_member(member_id=team["member"], organisation="Союз юристов", by=deputy)
    answer = client.post(address, {**old, "region": ""})
    told = answer.content.decode()
    assert answer.status_code == 422 and TOLD in told and "Союз юристов" in told
    assert member(team["member"], by=secretary, country="demo").organisation == "Союз юристов"
    assert client.post(address, {**old, "revision": shown(client, address)["revision"]}).status_code == 302
