"""The pages of the places: who opens them, what they say, and that nothing typed is lost."""

from datetime import date

import pytest
from django.urls import reverse

from tests.accounts import sign_in
from tests.faces.desk.forms_shown import shown as form_at
from tests.people import EVERYBODY, administrator, analyst, conflicted, doctor, foreigner, head, leader, member, nobody, secretary
from tirek.faces.desk.places.changes import CHANGES
from tirek.ground.rules.words import Words
from tirek.records.visits.services import approve_plan_entry, open_visit, plan_visit
from tirek.registers.places import services
from tirek.registers.places.queries import PlaceFilters, place, places

pytestmark = pytest.mark.django_db
SEES = {head, secretary, leader, conflicted, member, doctor, analyst}
WRITES = {head, secretary}
IDS = {"argvalues": EVERYBODY, "ids": lambda each: each.name or "nobody"}


@pytest.fixture
def prison():
    name = Words.of({"ru": "Тарноборский дом", "en": "House of Tarnobor"})
    return services.register_place(country="demo", name=name, kind="prison", region="LU-TA", opened_on=date(2001, 4, 2), by=secretary).value


def shown(client, name, *args, **query):
    answer = client.get(reverse(f"desk:{name}", args=args), query)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("actor", **IDS)
def test_the_truth_table_of_the_places(client, prison, actor):
    sign_in(client, actor)
    reads = 302 if actor == nobody else 200 if actor in SEES else 403
    writes = 302 if actor == nobody else 200 if actor in WRITES else 403
    assert shown(client, "places")[0] == (200 if actor == foreigner else reads)
    assert shown(client, "place", prison)[0] == (404 if reads == 403 and actor != administrator else reads)
    # A head elsewhere has the desk of his own country: this place does not exist there.
    changes = 404 if actor == foreigner else writes
    assert {shown(client, f"place-{what}", prison)[0] for what in (*CHANGES, "correct")} == {changes}
    assert shown(client, "place-new")[0] == (200 if actor == foreigner else writes)


def test_a_head_elsewhere_reads_no_name_of_another_country(client, prison):
    sign_in(client, foreigner)
    for query in ({}, {"text": "Тарнобор"}, {"kind": "prison"}):
        code, page = shown(client, "places", **query)
        assert code == 200 and "House of Tarnobor" not in page and "Тарноборский дом" not in page
    assert client.post(reverse("desk:place-close", args=[prison]), {"on": "2024-01-01"}).status_code == 404


def test_the_list_keeps_its_filters_in_the_address_and_says_how_many(client, prison):
    sign_in(client, head)
    assert "1 place" in shown(client, "places", text="ТАРНОБОР", kind="prison", state="open")[1]
    assert "No place fits" in shown(client, "places", text="нигде")[1]
    assert shown(client, "places", authority="interior")[0] == 200  # of another country: the form says so


def test_working_places_are_chosen_in_the_list_and_planned_together_by_those_who_plan(client, prison):
    closed = services.register_place(country="demo", name=Words.of({"en": "Closed House"}), kind="prison", region="LU-TA", by=secretary).value
    services.close_place(place_id=closed, on=date(2020, 1, 1), by=secretary)
    sign_in(client, leader)
    page = shown(client, "places")[1]
    assert f'name="chosen" value="{prison}"' in page and f'value="{closed}"' in page and f'formaction="{reverse("desk:plan-several")}"' in page
    answer = client.post(reverse("desk:plan-several"), {"chosen": [str(prison), str(closed)]}).content.decode()
    assert "Plan visits to 1 place" in answer and "1 chosen place is left out" in answer
    sign_in(client, member)
    assert 'name="chosen"' not in shown(client, "places")[1]


def test_a_long_list_has_pages_and_loses_nothing(client):
    for number in range(53):
        services.register_place(country="demo", name=Words.of({"en": f"House {number:02}"}), kind="prison", region="LU-TA", by=head)
    sign_in(client, head)
    first, second = shown(client, "places", text="house")[1], shown(client, "places", text="house", page=2)[1]
    assert "53 places" in first and "text=house&amp;page=2" in first
    assert [f"House {number:02}" in first for number in (0, 49, 50)] == [True, True, False]
    assert [f"House {number:02}" in second for number in (49, 50, 52)] == [False, True, True]


def test_an_empty_list_teaches(client):
    sign_in(client, secretary)
    page = shown(client, "places")[1]
    assert "No places yet" in page and reverse("desk:place-new") in page


def test_a_place_tells_its_story(client, prison):
    services.rename_place(place_id=prison, name=Words.of({"en": "New House"}), since=date(2020, 2, 1), by=head)
    for year, held in ((2021, 300), (2022, 310)):
        services.record_population(place_id=prison, counted_on=date(year, 5, 1), capacity=420, male=held, female=4, minors=2, by=head)
    sign_in(client, member)
    page = shown(client, "place", prison)[1]
    for words in ("Opened", "Called “New House”", "Called “House of Tarnobor”", "Capacity 420, held 304", "of them minors 2", "Service of Correctional Houses"):
        assert words in page, words
    assert "Enter a count" not in page and "<svg" in page


@pytest.mark.parametrize("actor", sorted(SEES, key=lambda each: each.name), ids=lambda each: each.name)
@pytest.mark.parametrize("announced", [True, False])
def test_an_unannounced_visit_is_on_the_time_line_of_its_organisers_alone(client, prison, actor, announced):
    year = date.today().year + 2
    days = {"first_day": date(year, 3, 4), "last_day": date(year, 3, 6)}
    planned = plan_visit(place_id=prison, country="demo", kind="periodic", announced=announced, by=secretary, **days).value
    approve_plan_entry(entry_id=planned, by=head if announced else secretary)
    open_visit(entry_id=planned, by=secretary)
    sign_in(client, actor)
    page = shown(client, "place", prison)[1]
    assert (str(year) in page) == (actor in ({head, secretary} if announced else {secretary}))


def test_a_person_enters_a_place_and_changes_it(client):
    sign_in(client, secretary)
    typed = {"name_ru": "Дом", "name_en": "House", "kind": "prison", "region": "LU-TA", "opened_on": "2001-04-02"}
    answer = client.post(reverse("desk:place-new"), typed)
    assert answer.status_code == 302
    (made,) = places(by=head, country="demo", filters=PlaceFilters(text="дом"))

    def post(what, **asked):
        return client.post(reverse(f"desk:place-{what}", args=[made.id]), asked).status_code

    assert post("rename", name_en="Other House", since="2015-01-01") == 302
    assert post("authority", authority="lum-law", since="2016-01-01") == 302
    assert post("count", counted_on="2020-01-01", capacity="10", male="0") == 302
    assert post("event", event="bridge-feast-unrest", note="Спортивный зал рядом") == 302
    assert post("correct", **typed, address="ул. Тихая, 1", revision=place(made.id, by=head, country="demo").revision) == 302
    assert post("close", on="2021-01-01") == 302
    assert post("reopen", on="2022-01-01") == 302
    facts = place(made.id, by=head, country="demo")
    assert (facts.address, facts.authority_code_on(date(2020, 1, 1)), facts.last_count.male, len(facts.openings)) == ("ул. Тихая, 1", "lum-law", 0, 2)
    other = services.register_place(country="demo", name=Words.of({"ru": "Большой"}), kind="prison", region="LU-TA", by=head).value
    assert post("merge", into_id=str(other), on="2023-01-01") == 302
    assert "been a part of" in shown(client, "place", made.id)[1]


def test_who_enters_a_place_is_told_of_one_of_the_region_with_the_same_name(client):
    sign_in(client, secretary)
    told = "Another place of this region has the same name."
    for name, region, again in (("Дом «Ёлка»", "LU-TA", False), ("дом  елка", "LU-TA", True), ("Дом «Ёлка»", "LU-SK", False), ("Дом", "LU-TA", False)):
        typed = {"name_ru": name, "kind": "prison", "region": region}
        answer = client.post(reverse("desk:place-new"), typed, follow=True)
        assert (told in answer.content.decode()) == again, name


def test_what_is_refused_comes_back_with_everything_that_was_typed(client, prison):
    sign_in(client, secretary)
    answer = client.post(reverse("desk:place-count", args=[prison]), {"counted_on": "2020-01-01", "male": "2", "female": "1", "minors": "9", "source": "Акт"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "more minors (9)" in page and "Акт" in page and 'value="2020-01-01"' in page
    answer = client.post(reverse("desk:place-new"), {"kind": "unofficial", "region": "LU-TA", "name_ru": "Зал"})
    assert answer.status_code == 422 and "Зал" in answer.content.decode() and "needs a reason" in answer.content.decode()


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_every_page_opens_in_every_language(client, prison, language):
    sign_in(client, head)
    client.cookies["language"] = language
    for name, args in (("places", ()), ("place", (prison,)), ("place-new", ()), ("place-correct", (prison,)), ("place-count", (prison,))):
        assert shown(client, name, *args)[0] == 200


def test_a_year_that_nobody_means_is_refused_and_the_page_stays(client, prison):
    sign_in(client, secretary)
    answer = client.post(reverse("desk:place-close", args=[prison]), {"on": "9999-12-31"})
    assert answer.status_code == 422
    assert "The year is not between 1900 and 2100." in answer.content.decode()
    services.close_place(place_id=prison, on=date.max, by=secretary)  # past the form: the page still tells the story
    assert shown(client, "place", prison)[0] == 200


def test_a_source_that_could_name_somebody_asks_why_it_stays_and_keeps_what_was_typed(client, prison):
    sign_in(client, secretary)
    named, why = "По словам, Ержан Қайрат", "Он согласился письменно."
    typed = {"kind": "unofficial", "region": "LU-TA", "name_ru": "Подвал", "unofficial_reason": named}
    for name, args, asked, told in (("place-new", (), typed, "Подвал"), ("place-count", (prison,), {"counted_on": "2020-01-01", "male": "2", "source": named}, "2020-01-01")):
        answer = client.post(reverse(f"desk:{name}", args=args), asked)
        text = answer.content.decode()
        assert answer.status_code == 422 and "“Ержан Қайрат”" in text and named in text and told in text
        assert 'name="names_nobody"' in text
        assert client.post(reverse(f"desk:{name}", args=args), {**asked, "names_nobody": why}).status_code == 302
    assert place(prison, by=head, country="demo").last_count.male == 2


def test_a_name_an_address_or_a_note_that_could_name_somebody_asks_why_it_stays(client, prison):
    sign_in(client, secretary)
    named, why = "Квартира Иванова Ивана Ивановича, ИИН 900101300123", "Так здание зовут в городе."
    new = {"kind": "unofficial", "region": "LU-TA", "unofficial_reason": "Из письма."}
    doors = (
        ("place-new", (), {**new, "name_ru": named}), ("place-new", (), {**new, "name_ru": "Зал", "address": named}),
        ("place-rename", (prison,), {"name_ru": named, "since": "2020-02-01"}),
        ("place-event", (prison,), {"event": "bridge-feast-unrest", "note": named}),
    )  # fmt: skip
    for name, args, asked in doors:
        assert 'name="names_nobody"' not in shown(client, name, *args)[1]
        answer = client.post(reverse(f"desk:{name}", args=args), asked)
        text = answer.content.decode()
        assert answer.status_code == 422 and "“900101300123”" in text and named in text and 'name="names_nobody"' in text
        assert client.post(reverse(f"desk:{name}", args=args), {**asked, "names_nobody": why}).status_code == 302


def test_correcting_something_else_does_not_ask_again_about_a_name_that_stays(client):
    sign_in(client, secretary)
    asked = {"kind": "prison", "region": "LU-TA", "name_ru": "Дом Айгерім Сәрсенова", "address": "ул. Айгерім Сәрсенова, 1"}
    made = client.post(reverse("desk:place-new"), {**asked, "names_nobody": "Назван в честь врача."})
    place_id = made["Location"].rstrip("/").rsplit("/", 1)[1]
    correct = reverse("desk:place-correct", args=[place_id])
    assert client.post(correct, {**form_at(client, correct), "region": "LU-TA", "source": "Реестр"}).status_code == 302
    answer = client.post(correct, {**form_at(client, correct), "address": "у Ержана Қайрата"})
    assert answer.status_code == 422 and "“Ержана Қайрата”" in answer.content.decode() and "Сәрсенова”" not in answer.content.decode()


def test_the_list_of_a_day_shows_the_counts_of_that_day(client, prison):
    for year, people in ((2020, 11), (2024, 77)):
        services.record_population(place_id=prison, counted_on=date(year, 5, 1), capacity=420 + year, male=people, female=0, by=head)
    sign_in(client, head)
    then = client.get(reverse("desk:places"), {"on": "2021-01-01"}).content.decode()
    assert ">11<" in then and ">77<" not in then
    before = client.get(reverse("desk:places"), {"on": "2019-01-01"}).content.decode()
    assert ">11<" not in before and ">77<" not in before


def test_what_was_counted_in_part_is_said_to_be_at_least_so_many(client, prison):
    services.record_population(place_id=prison, counted_on=date(2024, 5, 1), male=5, minors=9, by=head)
    sign_in(client, head)
    assert "at least 5" in client.get(reverse("desk:places")).content.decode()
    text = client.get(reverse("desk:place", args=[prison])).content.decode()
    assert "Held at least 5" in text and "at least <" in text and ">at least 5<" in text
