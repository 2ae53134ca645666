"""Planning several visits at once, from the list of coverage to what became of each place."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.visiting import page
from tests.people import head, leader, member, secretary
from tirek.ground.rules.interval import months_later
from tirek.records.visits import queries

pytestmark = pytest.mark.django_db
MONTH = months_later(timezone.localdate().replace(day=1), 1)
TYPED = {"month": f"{MONTH:%Y-%m}", "length": "2", "kind": "periodic", "announced": "no", "purpose": ""}


def sent(client, **typed):
    answer = client.post(reverse("desk:plan-several"), typed)
    return answer.status_code, answer.content.decode()


@pytest.fixture
def places():
    return [str(world.prison(f"Дом {number}")) for number in range(4)]


def test_places_are_chosen_previewed_and_planned(client, places):
    sign_in(client, secretary)
    assert all(f'value="{one}" aria-label="Дом' in page(client, "plan-coverage")[1] for one in places)
    assert client.post(reverse("desk:plan-several")).url == reverse("desk:plan-coverage")
    code, text = sent(client, place=places[:3])
    assert code == 200 and "Plan visits to 3 places" in text and "Дом 2" in text
    code, text = sent(client, place=places[:3], step="preview", **TYPED)
    assert code == 200 and "Nothing is written yet" in text and "3 entries" in text and "will stand in the plan" in text
    assert queries.plan_entries(by=secretary, country="demo") == ()
    code, text = sent(client, place=places[:3], step="make", **TYPED)
    entries = queries.plan_entries(by=secretary, country="demo")
    assert code == 200 and text.count("stands in the plan") == 3 and len(entries) == 3
    assert all((one.first_day.month, (one.last_day - one.first_day).days) == (MONTH.month, 1) for one in entries)
    code, text = sent(client, everything="1", asked="region=LU-TA", step="preview", **TYPED)
    assert "1 entry" in text and "3 places refused" in text and "in the plan of this month already" in text
    sign_in(client, head)
    assert "4 entries" in sent(client, place=places, step="preview", **TYPED)[1], "of what is veiled nothing is said"


def test_what_is_wrong_comes_back_and_what_was_typed_stays(client, places):
    sign_in(client, secretary)
    code, text = sent(client, place=places, step="preview", **{**TYPED, "length": "0"})
    assert code == 422 and "Plan visits to 4 places" in text
    assert "no working day left" in sent(client, place=places, step="preview", **{**TYPED, "length": "31", "month": "2027-02"})[1]
    code, text = sent(client, place=places, step="make", **{**TYPED, "purpose": "Жалоба матери Петрова А.В."})
    assert code == 422 and 'name="names_nobody"' in text and queries.plan_entries(by=secretary, country="demo") == ()
    code, text = sent(client, place=places, **TYPED)
    assert code == 200 and f'value="{TYPED["month"]}" selected' in text and 'value="2"' in text
    sign_in(client, leader)
    assert "can approve" in sent(client, place=places, step="preview", **TYPED)[1]
    sign_in(client, member)
    assert sent(client, place=places)[0] == 403


def test_the_preview_of_many_places_asks_no_more_than_thirty_times(client, places):
    sign_in(client, secretary)
    with CaptureQueriesContext(connection) as questions:
        sent(client, place=places, step="preview", **TYPED)
    assert len(questions) <= 30


@pytest.mark.parametrize("language", ["ru", "kk", "ky"])
def test_it_opens_in_every_language(client, places, language):
    sign_in(client, secretary)
    client.cookies["language"] = language
    assert sent(client, place=places)[0] == sent(client, place=places, step="preview", **TYPED)[0] == 200
