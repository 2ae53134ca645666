"""The same for several rows of a list: chosen, previewed, done in one transaction; told row by row, and nothing that the person may not do or see."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.visiting import page
from tests.people import analyst, head, leader, member, secretary
from tirek.foundation.ledger.models import Entry
from tirek.registers.mandate import queries as mandate
from tirek.registers.places import queries as register
from tirek.registers.places import services

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def sent(client, kind, **typed):
    answer = client.post(reverse(f"desk:{kind}-several"), typed)
    return answer.status_code, answer.content.decode()


def seen(text):
    """What the preview sends on of each row."""
    return [each.partition('"')[0].replace("&#x27;", "'").replace("&amp;", "&") for each in text.split('name="seen" value="')[1:]]


@pytest.fixture
def places():
    return [str(world.prison(f"Дом {number}")) for number in range(3)]


def test_places_are_closed_together_and_the_refused_one_keeps_none_back(client, places):
    services.close_place(place_id=places[1], on=TODAY - timedelta(days=9), by=secretary)
    sign_in(client, secretary)
    code, text = page(client, "places")
    assert all(f'name="chosen" value="{one}" aria-label="Дом' in text for one in places) and "All 3 rows" in text and "chooses anew" in text
    code, text = sent(client, "places", deed="close", chosen=places)
    assert code == 200 and "3 rows are chosen" in text and "Дом 2" in text
    before = Entry.objects.count()
    code, text = sent(client, "places", deed="close", chosen=places, step="preview", on=TODAY.isoformat())
    assert code == 200 and "2 would be changed and 1 refused" in text and text.count("will be closed") == 2 and "Do it to 2 rows" in text
    assert register.place(UUID(places[0]), by=secretary, country="demo").is_open and Entry.objects.count() == before
    code, text = sent(client, "places", deed="close", chosen=places, step="make", on=TODAY.isoformat(), seen=seen(text))
    assert code == 200 and "2 changed and 1 refused" in text
    assert not register.places(by=secretary, country="demo", filters=register.PlaceFilters(state="open", on=TODAY + timedelta(days=1)))
    assert Entry.objects.count() == before + 2


def test_what_stands_otherwise_than_the_preview_showed_is_left_alone(client, places):
    sign_in(client, secretary)
    typed = {"deed": "region", "chosen": places, "region": "LU-OR"}
    _code, text = sent(client, "places", step="preview", **typed)
    services.correct_region(place_id=UUID(places[0]), region="LU-ZE", by=head)
    code, done = sent(client, "places", step="make", seen=seen(text), **typed)
    assert code == 200 and "2 changed and 1 refused" in done and "since the preview" in done
    assert [one.region for one in register.places(by=secretary, country="demo")] == ["LU-ZE", "LU-OR", "LU-OR"]
    assert "3 refused" in sent(client, "places", step="make", **typed)[1], "nothing is done that no preview showed"


def test_all_rows_of_the_narrowed_list_are_taken_up_to_the_bound(client, places, monkeypatch):
    sign_in(client, secretary)
    services.correct_region(place_id=UUID(places[2]), region="LU-OR", by=secretary)
    code, text = sent(client, "places", deed="close", everything="1", asked="region=LU-TA")
    assert code == 200 and "2 rows are chosen" in text and "Дом 2" not in text
    assert sent(client, "places", deed="close", everything="1", asked="region=nowhere")[0] == 302, "a filter that says nothing is not the whole list"
    monkeypatch.setattr("tirek.faces.desk.several.MOST", 2)
    code, text = sent(client, "places", deed="close", everything="1")
    assert "2 rows are chosen" in text and "1 further row of the list is left" in text
    assert "Plan visits to 2 places" in client.post(reverse("desk:plan-several"), {"deed": "plan", "everything": "1", "asked": "region=LU-TA"}).content.decode()


def test_terms_of_members_end_and_begin_together(client):
    team = world.members()
    sign_in(client, secretary)
    found = mandate.members(by=secretary, country="demo")
    chosen = [str(one.id) for one in found if one.serves_on(TODAY)][:2]
    typed = {"deed": "end-term", "chosen": chosen, "on": TODAY.isoformat(), "reason": ""}
    assert sent(client, "members", step="preview", **typed)[0] == 422
    typed["reason"] = "Жалоба матери Петрова А.В."
    code, text = sent(client, "members", step="preview", **typed)
    assert code == 422 and 'name="names_nobody"' in text
    typed["reason"] = "Полномочия прекращены по собственному желанию."
    _code, text = sent(client, "members", step="preview", **typed)
    code, text = sent(client, "members", step="make", seen=seen(text), **typed)
    assert "2 changed" in text and all(mandate.member(UUID(one), by=secretary, country="demo").term_until == TODAY for one in chosen)
    typed = {"deed": "renew", "chosen": chosen, "since": TODAY.isoformat(), "until": "", "decision": ""}
    assert "2 refused" in sent(client, "members", step="preview", **typed)[1], "terms cross"
    typed["since"] = (TODAY + timedelta(days=1)).isoformat()
    code, text = sent(client, "members", step="preview", **typed)
    assert "2 would be changed" in text and f'value="{typed["since"]}"' in sent(client, "members", step="again", **typed)[1]
    assert team


@pytest.mark.parametrize("kind", ["places", "members"])
def test_who_may_not_do_it_is_offered_nothing_and_refused(client, places, kind):
    world.members()
    for person in (leader, member, analyst):
        sign_in(client, person)
        shown = client.get(reverse(f"desk:{kind}")).content.decode()
        assert f'action="{reverse(f"desk:{kind}-several")}"' not in shown or kind == "places"
        assert 'value="close"' not in shown and 'value="end-term"' not in shown
        assert sent(client, kind, deed="close", chosen=places)[0] == 403
    sign_in(client, secretary)
    assert client.get(reverse(f"desk:{kind}-several")).url == reverse(f"desk:{kind}")
    assert sent(client, kind, deed={"places": "close", "members": "renew"}[kind], chosen=[str(uuid4()), "nothing"])[0] == 302, "what is not there is not told"


def test_the_preview_asks_no_more_than_thirty_times_but_for_each_row(client, places):
    sign_in(client, secretary)
    counted = []
    for some in (places[:1], places):
        with CaptureQueriesContext(connection) as questions:
            sent(client, "places", deed="region", chosen=some, step="preview", region="LU-OR")
        counted.append(len(questions))
    assert counted[0] <= 30 and counted[1] - counted[0] <= 2 * 12


@pytest.mark.parametrize("language", ["ru", "kk", "ky"])
def test_it_opens_in_every_language(client, places, language):
    sign_in(client, secretary)
    client.cookies["language"] = language
    assert sent(client, "places", deed="close", chosen=places)[0] == sent(client, "places", deed="close", chosen=places, step="preview", on=TODAY.isoformat())[0] == 200
