"""The same for several rows of a list: chosen, previewed, done in one transaction; told row by row, and nothing that the person may not do or see."""

import random
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.access.table import CAST
from tests.accounts import sign_in
from tests.faces.desk.visiting import page
from tests.followup.recommendations import making
from tests.people import analyst, foreigner, head, leader, member, secretary
from tirek.followup.recommendations import queries as advice
from tirek.followup.recommendations import services as recommendations
from tirek.foundation.jurisdictions.queries import regions
from tirek.foundation.ledger.models import Entry
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.registers.mandate import queries as mandate
from tirek.registers.mandate.services import end_term
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
    assert all(f'name="chosen" value="{one}" aria-label="Дом' in text for one in places) and "All 3 rows" not in text and "chooses anew" in text
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
    assert "under this region already" in sent(client, "places", step="preview", **{**typed, "region": "LU-TA"})[1]
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
    for kind, deed in (("places", "close"), ("plan", "plan")):
        answer = client.post(reverse(f"desk:{kind}-several"), {"deed": deed, "everything": "1", "asked": "region=nowhere&state=open"}, follow=True)
        assert answer.redirect_chain == [(f"{reverse('desk:places')}?region=nowhere&state=open", 302)], "a filter that says nothing is not the whole list"
        assert "because a filter could not be used: Region. Choose it again" in answer.content.decode()
    monkeypatch.setattr("tirek.faces.desk.several.MOST", 2)
    code, text = sent(client, "places", deed="close", everything="1")
    assert "2 rows are chosen" in text and "1 further row of the list is left" in text
    assert "Plan visits to 2 places" in client.post(reverse("desk:plan-several"), {"deed": "plan", "everything": "1", "asked": "region=LU-TA"}).content.decode()
    monkeypatch.setattr("tirek.faces.desk.plan.bulk.MOST", 2)
    for given in ({"deed": "plan", "everything": "1"}, {"everything": "1"}, {"chosen": places}):
        text = client.post(reverse("desk:plan-several"), given).content.decode()
        assert "Plan visits to 2 places" in text and "1 further row of the list is left" in text and "left out" not in text, given


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


def recommended(numbers=3):
    visit = world.concluded(world.prison("Дом рекомендаций"), world.members())
    for number in range(numbers):
        making.draft(visit, text=making.words(f"Установить светильники в корпусе {number}."))
    recommendations.issue(visit_id=visit, report_number="Р-1", on=making.ago(100), by=leader)
    return visit, [str(one.id) for one in advice.recommendations(by=head, country="demo", today=TODAY)]


def test_recommendations_get_another_day_somebody_who_follows_them_up_and_a_theme(client):
    visit, keys = recommended()
    making.answer(UUID(keys[0]))
    sign_in(client, secretary)
    _code, text = page(client, "recommendations")
    assert all(f'name="chosen" value="{one}"' in text for one in keys)
    typed = {"deed": "due", "chosen": keys, "due_on": (TODAY + timedelta(days=30)).isoformat(), "reason": "Просит мать осуждённого Петрова А.В."}
    code, text = sent(client, "recommendations", step="preview", **typed)
    assert code == 422 and 'name="confirmed"' in text and "Петров" in text
    code, text = sent(client, "recommendations", step="preview", confirmed="on", **typed)
    assert code == 200 and "2 would be changed and 1 refused" in text and "answered already" in text and "the day will be moved" in text
    assert text.count('role="rowheader" class="short"') == 3, "a number is not cut at its hyphen"
    assert text.count("Установить светильники") == 3 and "What has to be done" in text, "a number alone says nothing to who looks the preview through"
    code, text = sent(client, "recommendations", step="make", confirmed="on", seen=seen(text), **typed)
    assert code == 200 and "2 changed and 1 refused" in text
    code, text = page(client, "recommendation", keys[1])
    told = text[text.index("The day of the answer was moved 1 time") :]
    assert "Просит мать" in told
    assert secretary.name.title() in told
    typed = {"deed": "care", "chosen": keys, "caretaker": leader.id}
    code, text = sent(client, "recommendations", step="preview", **typed)
    assert "3 would be changed" in text and "3 changed" in sent(client, "recommendations", step="make", seen=seen(text), **typed)[1]
    typed = {"deed": "theme", "chosen": keys[:1], "theme": "living_conditions"}
    code, text = sent(client, "recommendations", step="preview", **typed)
    assert "1 changed" in sent(client, "recommendations", step="make", seen=seen(text), **typed)[1]
    shown = text_of_list(client, caretaker=leader.id, columns="number,caretaker")
    assert shown[shown.index("<tbody") :].count(leader.name.title()) == 3
    assert "1 recommendation " in text_of_list(client, theme="living_conditions")
    sign_in(client, leader)
    assert "In whose care" in page(client, "columns", "recommendations")[1]
    assert "3 recommendations" in text_of_list(client, caretaker="me") and "0 recommend" not in text_of_list(client, caretaker="me")
    sign_in(client, analyst)
    shown = text_of_list(client, caretaker=leader.id, columns="number,caretaker")
    assert leader.name.title() not in shown and 'name="caretaker"' not in shown
    assert "In whose care" not in shown + page(client, "columns", "recommendations")[1], "who may not see it is not offered an empty column"
    assert "In whose care" not in page(client, "recommendation", keys[1])[1] and secretary.name.title() not in page(client, "recommendation", keys[1])[1]
    assert visit


def text_of_list(client, **query):
    return client.get(reverse("desk:recommendations"), query).content.decode()


def test_one_recommendation_is_arranged_on_its_own_pages(client):
    _visit, (key, *_others) = recommended(1)
    sign_in(client, secretary)
    assert all(reverse(f"desk:recommendation-{name}", args=[key]) in page(client, "recommendation", key)[1] for name in ("due", "care", "theme"))
    for name, typed, says in (
        ("due", {"due_on": (TODAY + timedelta(days=9)).isoformat(), "reason": "По просьбе ведомства."}, "The day of the answer is moved"),
        ("care", {"caretaker": member.id}, "It is handed over"), ("theme", {"theme": "health_care"}, "The theme is saved"),
    ):  # fmt: skip
        assert client.get(reverse(f"desk:recommendation-{name}", args=[key])).status_code == 200
        again = reverse(f"desk:recommendation-{name}", args=[key])
        assert says in client.post(again, typed, follow=True).content.decode(), name
        assert client.post(again, typed).status_code == 422, "a second time it stands so already"
    sign_in(client, leader)
    assert client.get(reverse("desk:recommendation-due", args=[key])).status_code == 403


MAY = {"head": True, "secretary": True}
"""Who may change any of it, said once more and by hand: nobody else."""
TYPED = {
    "places": {"close": {"on": TODAY.isoformat()}, "region": {"region": "LU-OR"}, "authority": {"authority": "lum-law", "since": TODAY.isoformat()}},
    "members": {"end-term": {"on": TODAY.isoformat(), "reason": "По собственному желанию."}, "renew": {"since": "2035-01-01", "until": "", "decision": ""}},
    "recommendations": {"due": {"due_on": (TODAY + timedelta(days=30)).isoformat(), "reason": "По просьбе ведомства."}, "care": {"caretaker": ""}, "theme": {"theme": "health_care"}},
}  # fmt: skip


def test_whoever_sends_whatever_changes_what_an_independent_definition_allows_and_no_more(client, places):
    """Any person sends any mixture of ids, known and unknown, of both countries, to any deed: what the ledger has afterwards is exactly what may be."""
    visit, keys = recommended()
    hidden = str(making.draft(visit))
    team = [str(one.id) for one in mandate.members(by=secretary, country="demo")]
    abroad = str(services.register_place(country="kz", name=Words.of({"ru": "Чужой дом"}), kind="prison", region=regions("kz")[0].code, by=SYSTEM).value)
    advised = str(register.places(by=secretary, country="demo", filters=register.PlaceFilters(text="рекомендаций"))[0].id)
    own = {"places": {*places, advised}, "members": set(team), "recommendations": set(keys)}
    services.close_place(place_id=places[0], on=TODAY - timedelta(days=3), by=secretary)
    for each in team[:2]:
        end_term(member_id=each, on=TODAY - timedelta(days=9), reason="По собственному желанию.", by=secretary)
    refused = {("places", "close"): {places[0]}, ("recommendations", "care"): set(keys), ("members", "end-term"): set(team[:2]), ("members", "renew"): set(team[2:])}
    everything, chance = [*places, advised, abroad, *keys, hidden, *team, str(uuid4())], random.Random(7)
    marks = {}
    sign_in(client, secretary)
    for kind, deeds in TYPED.items():
        for deed, typed in deeds.items():
            marks[kind, deed] = seen(sent(client, kind, deed=deed, chosen=everything, step="preview", **typed)[1])
            assert len(marks[kind, deed]) in (len(own[kind]), 0), "the preview shows what is one's own, or nothing where all is refused"
    for name, person in CAST.items():
        sign_in(client, person)
        for (kind, deed), mark in marks.items():
            chosen = chance.sample(everything, chance.randint(1, len(everything)))
            last = Entry.objects.count()
            with transaction.atomic():
                code, text = sent(client, kind, deed=deed, chosen=chosen, step="make", seen=mark, **TYPED[kind][deed])
                done = {one.subject for one in Entry.objects.filter(seq__gte=last) if not one.verb.startswith("account.")}
                transaction.set_rollback(True)
            allowed = (own[kind] - refused.get((kind, deed), set())) & set(chosen) if MAY.get(name) else set()
            assert done == allowed, (name, kind, deed)
            if person != foreigner:
                assert "Чужой дом" not in text and (MAY.get(name) or code in (302, 403, 404)), (name, kind, deed, code)
