"""Places as points: over a net of degrees or the operator's outline, each a link with its name, the table beside; and the outline's file."""

import json
import re
from decimal import Decimal
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.people import analyst, head, leader, member, secretary
from tirek.foundation.files.models import StoredFile
from tirek.ground.rules.words import Words
from tirek.registers.places.models import Outline
from tirek.registers.places.services import register_place

pytestmark = [pytest.mark.page, pytest.mark.django_db]
DOT = re.compile(r'<a class="dot" href="([^"]+)" aria-label="([^"]+)"')
PROVINCE = {"type": "Feature", "properties": {"region": "LU-TA"}, "geometry": {"type": "Polygon", "coordinates": [[[-130, -31], [-128, -31], [-128, -29], [-130, -29], [-130, -31]]]}}
"""In the southern Pacific, where no land is: the invented country lies nowhere."""


def outlined(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features or [PROVINCE])}).encode()


def house(name, latitude="-30", longitude="-129", **given):
    return register_place(
        country="demo", name=Words.of({"ru": name}), latitude=Decimal(latitude), longitude=Decimal(longitude), by=secretary,
        **{"kind": "prison", "region": "LU-TA", **given},
    ).value  # fmt: skip


def read(client, person, **query):
    sign_in(client, person)
    answer = client.get(reverse("desk:map-points"), query)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def give(client, content, source="Картографическое бюро, CC0"):
    return client.post(reverse("desk:map-outline"), {"file": SimpleUploadedFile("border of ivanov.geojson", content), "source": source})


def test_places_stand_as_points_that_are_links_and_the_table_says_the_same(client):
    world.prison()
    team = world.members()
    first, second = house("Северный дом", "-29"), house("Южный дом", "-31", kind="ivs", region="LU-SK")
    assert "No place has coordinates" in read(client, analyst, kind="sizo")
    world.begun(first, team)
    world.planned(second, team)
    for person, words in ((head, {"Северный дом: Tarnobor Province, visited in time", "Южный дом: Skalomor Province, never visited"}), (member, {"Северный дом: Tarnobor Province", "Южный дом: Skalomor Province"})):
        text = read(client, person)
        assert {label for _href, label in DOT.findall(text)} == words
        assert {href for href, _label in DOT.findall(text)} == {f"/desk/places/{each}/" for each in (first, second)}
        table = text[text.index("<table") :]
        assert all(each in table for each in ("Северный дом", "Южный дом", "-29.0000", "-129.0000")) and "1 working place has no coordinates" in text
    assert "30° S" in text and "No outline is drawn" in text
    assert [label for _href, label in DOT.findall(read(client, leader, region="LU-SK", kind="ivs"))] == ["Южный дом: Skalomor Province, never visited"]
    assert "A filter could not be used" in read(client, head, region="XX")


def test_the_operators_outline_lies_below_the_points_until_it_is_taken_away(client):
    house("Дом")
    sign_in(client, secretary)
    assert give(client, outlined()).url == reverse("desk:map-points")
    assert (StoredFile.objects.get().name, Outline.objects.get().given_by) == ("outline.geojson", secretary.id)
    text = read(client, member)
    assert text.count('class="ground"') == 1 and "Outline: Картографическое бюро, CC0, given on" in text and "Give an outline" not in text
    sign_in(client, member)
    assert client.get(reverse("desk:map-outline")).status_code == 403 and client.post(reverse("desk:map-outline-away")).status_code == 403
    sign_in(client, secretary)
    assert "Take the outline away" in client.get(reverse("desk:map-outline")).content.decode()
    assert client.post(reverse("desk:map-outline-away")).url == reverse("desk:map-points")
    assert "No outline is drawn" in read(client, secretary) and StoredFile.objects.count() == 1
    assert client.post(reverse("desk:map-outline-away")).status_code >= 400


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04", "none of these kinds: GeoJSON"),
        (b'{"a": [', "cannot be read as GeoJSON"),
        (b'{"type": "Feature"}', "not a FeatureCollection"),
        (outlined(PROVINCE | {"geometry": {"type": "Point", "coordinates": [1, 2]}}), "Feature 1 is not a closed Polygon"),
        (outlined(PROVINCE, PROVINCE), "code “LU-TA” is not in the country’s list, or stands twice"),
        (outlined(PROVINCE | {"properties": {"code": "KZ-10"}}), "“KZ-10”"),
        (outlined(PROVINCE | {"geometry": {"type": "Polygon", "coordinates": [[[5e5, 4e6], [6e5, 4e6], [6e5, 5e6], [5e5, 4e6]]]}}), "not in degrees"),
        (b"{" + b" " * 2_000_001, "Leave out what is not needed"),
    ],
)
def test_what_is_no_outline_is_refused_in_words_and_nothing_is_kept(client, content, words):
    sign_in(client, secretary)
    answer = give(client, content)
    assert answer.status_code == 422 and words in unescape(answer.content.decode())
    assert not StoredFile.objects.exists() and not Outline.objects.exists()


def test_an_outline_is_shown_before_the_first_place_stands_on_it(client):
    sign_in(client, secretary)
    give(client, outlined())
    text = read(client, secretary)
    assert 'class="ground"' in text and "No place has coordinates" in text and "<table" not in text


def test_the_source_of_an_outline_names_no_person(client):
    sign_in(client, secretary)
    answer = give(client, outlined(), source="Осуждённый Петров А.В.")
    assert answer.status_code == 422 and "could name a person" in answer.content.decode() and not Outline.objects.exists()
