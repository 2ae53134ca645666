"""The map of the regions: every number is the length of the list it leads to, the table says the same, and what is hidden changes nothing."""

import json
import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.insight.reports import flow
from tests.people import analyst, head, leader, member, secretary
from tests.records.visits import test_plan_veil as veil
from tests.remembering import remembered
from tirek.faces.desk.map.drawing import drawn
from tirek.faces.desk.map.measuring import Asked, measured
from tirek.foundation.jurisdictions.queries import regions
from tirek.ground.rules.visit_states import BEGUN
from tirek.ground.rules.words import Words
from tirek.registers.places.services import close_place, give_outline, record_population, register_place

pytestmark = [pytest.mark.page, pytest.mark.django_db]
PLANNED = ("visited", "past", "never")
FOR_ALL = ("places", "recommendations", "capacity", "occupancy")
SQUARE = re.compile(r'<(?:a href="([^"]+)" |g role="img" )aria-label="([^"]+)" class="tile shade-(\w+)"')
SHOWN = re.compile(r'class="result-count"[^>]*>\D*(\d+)')


def read(client, person, **query):
    sign_in(client, person)
    answer = client.get(reverse("desk:map"), query)
    assert answer.status_code == 200, (person.name, query)
    return unescape(answer.content.decode())


def house(name, kind, region, **given):
    return register_place(country="demo", name=Words.of({"ru": name, "kk": f"{name} (kk)"}), kind=kind, region=region, by=secretary, **given).value


@remembered
def scene():
    """A prison with an issued report and a recommendation, a second one never visited, a police cell elsewhere, and one that is closed."""
    place, team = world.prison(), world.members()
    house("Второй дом", "prison", "LU-TA")
    cell = house("Изолятор", "ivs", "LU-SK")
    close_place(place_id=house("Старый дом", "prison", "LU-ZE", opened_on=date(2000, 1, 1)), on=date(2020, 1, 1), by=secretary)
    reported = world.concluded(place, team)
    flow.recommend(reported)
    flow.issued(reported)
    for each, capacity, held in ((place, 100, 120), (cell, 20, 5)):
        record_population(place_id=each, counted_on=date(2025, 1, 1), capacity=capacity, male=held, female=0, unknown=0, by=secretary)
        record_population(place_id=each, counted_on=date(2024, 1, 1), capacity=1, male=1, female=0, by=secretary)
    return reported


def squares(text):
    """(address, words, shade) of every square."""
    return SQUARE.findall(text)


def test_every_number_is_the_length_of_the_list_that_it_leads_to(client):
    scene()
    for person, measures in ((leader, ("places", "recommendations", *PLANNED)), (analyst, ("places", "recommendations")), (member, ("places", "recommendations"))):
        for measure in measures:
            for kind in ("", "prison") if person is leader else ("prison",):
                found = squares(read(client, person, measure=measure, kind=kind))
                assert len(found) == 5
                for href, words, _shade in found:
                    count = int(re.search(r": (\d+)", words)[1])
                    assert bool(href) == bool(count), (measure, words)
                    if href:
                        told = SHOWN.search(client.get(href).content.decode())
                        assert told and int(told[1]) == count, (person.name, measure, href)


def test_each_measure_says_in_words_and_in_the_table_what_its_square_says(client):
    scene()
    shown = {measure: read(client, leader, measure=measure) for measure in (*FOR_ALL, *PLANNED)}
    words = {measure: {said.split(": ")[0]: said.split(": ", 1)[1] for _href, said, _shade in squares(text)} for measure, text in shown.items()}
    tarnobor = {measure: found["Tarnobor Province"] for measure, found in words.items()}
    assert tarnobor == {
        "places": "2 places", "recommendations": "1 recommendation", "capacity": "room for 100 persons", "occupancy": "120%: 120 held, room for 100",
        "visited": "1 place visited this year, of 2", "past": "1 place past the interval, of 2", "never": "1 place never visited, of 2",
    }  # fmt: skip
    assert words["occupancy"]["Zelenogriv Province"] == "not known" and words["places"]["Zelenogriv Province"] == "0 places"
    assert [shade for _href, said, shade in squares(shown["occupancy"])] == ["unknown", "unknown", "unknown", "4", "1"]
    for text in shown.values():
        table = text[text.index("<table") :]
        assert table.count("<tr role") == 7 and "The whole country" in table and "Tarnobor Province" in table
    assert "100%" in shown["occupancy"].replace("\xa0", "") or "104%" in shown["occupancy"].replace("\xa0", "")


def test_how_places_stand_is_shown_to_those_who_plan_alone(client):
    scene()
    for person in (member, analyst):
        text = read(client, person, measure="never")
        assert "A filter could not be used" in text and not squares(text) and "never visited" not in text
        assert len(squares(read(client, person))) == 5


def test_a_region_without_a_square_stands_below_the_map():
    found = regions("demo")
    bare = [one if number else type(one)(**{**{name: getattr(one, name) for name in ("source", "verified", "code", "kind", "name")}, "tile": None}) for number, one in enumerate(found)]
    sheet = drawn(bare, measured("places", Asked(by=analyst, country="demo", today=timezone.localdate(), kind="")))
    assert sheet.loose and sheet.squares[-1].code == bare[0].code and sheet.squares[-1].y > max(one.y for one in sheet.squares[:-1])
    assert len({(one.x, one.y) for one in sheet.squares}) == 5


AREA = re.compile(r'aria-label="([^"]+)" class="tile shade-\w+"><title>[^<]*</title><path class="tile-body" d="M')


def outlined(*codes):
    """An outline of these regions, side by side in the southern Pacific, where no land is."""
    squares = [[[[west, -30], [west + 2, -30], [west + 2, -28], [west, -28], [west, -30]]] for west in range(-130, -130 + 2 * len(codes), 2)]
    features = [{"type": "Feature", "properties": {"region": code}, "geometry": {"type": "Polygon", "coordinates": each}} for code, each in zip(codes, squares, strict=True)]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def test_an_outline_that_names_every_region_may_be_shaded_instead_of_squares(client):
    scene()
    codes = [one.code for one in regions("demo")]
    give_outline(content=outlined(*codes[1:]), source="CC0", country="demo", by=secretary)
    assert "Drawn as" not in read(client, leader) and len(squares(read(client, leader, shape="outline"))) == 5
    give_outline(content=outlined(*codes), source="Бюро карт, CC0", country="demo", by=secretary)
    text = read(client, leader, measure="past", shape="outline")
    assert set(AREA.findall(text)) == {words for _href, words, _shade in squares(read(client, leader, measure="past"))} and "Outline: Бюро карт, CC0, given on" in text
    assert "Drawn as" in text and text.count("<table") == 1 and not AREA.findall(read(client, leader, measure="past"))


def shapes(by, today):
    """Everything that the map may tell somebody."""
    names = (*FOR_ALL, *(PLANNED if by in (head, secretary, leader) else ()))
    found = {(name, kind): measured(name, Asked(by=by, country="demo", today=today, kind=kind)) for name in names for kind in ("", "prison")}
    return {key: (one.figures, one.whole, one.bands) for key, one in found.items()}


def slowly(made, today):
    """By region: working places visited this year and never visited, counted one by one over what has begun."""
    begun = [one.visit for one in made if one.state in BEGUN]
    newest = {place: max(one.starts_on for one in begun if one.place_id == place) for place in {one.place_id for one in begun}}
    return sum(day.year == today.year for day in newest.values()), 3 - len(newest)


@pytest.mark.parametrize("seed", [0, *veil.later(range(1, 6))])
def test_a_hidden_visit_changes_no_number_of_the_map(seed):
    _team, made = veil.a_world(seed)
    today = timezone.localdate()
    for actor in (head, secretary, leader, member, analyst):
        told = shapes(actor, today)
        if ("visited", "") in told:
            visited, never = (told[name, ""][1].value for name in ("visited", "never"))
            assert (visited, never) == slowly(made, today), actor.name
        for one in made:
            if one.state in BEGUN:
                continue  # a begun visit counts for everybody who plans
            with veil.taken_away(one):
                assert shapes(actor, today) == told, (actor.name, one.state)
