"""The search's page: what fits by sort with the words marked, what is spelt nearly so, pages of one sort, and what it says when nothing fits."""

import re

import pytest
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.followup.recommendations import making
from tests.people import analyst, head, leader
from tirek.foundation.search import queries, services

pytestmark = [pytest.mark.django_db, pytest.mark.page]


@pytest.fixture
def visit(team):
    visit = world.concluded(world.prison(), team)
    making.issued(visit)
    services.rebuild()
    return visit


def shown(client, **query):
    answer = client.get(reverse("desk:search"), query)
    return answer.status_code, answer.content.decode()


def marked(page):
    return re.findall(r"<mark>(.+?)</mark>", page)


def test_what_fits_stands_by_sort_with_the_words_marked_and_leads_to_the_thing(client, visit):
    sign_in(client, leader)
    code, page = shown(client, q="камера")
    assert code == 200 and {"камерах", "камераларға", "Камералардағы"} & set(marked(page)) >= {"камерах"}
    assert f"/desk/visits/{visit}/findings/#" in page and "/desk/recommendations/" in page
    assert page.index("found-finding") < page.index("found-recommendation") and "What was seen" in page


def test_a_word_spelt_nearly_so_is_found_and_said(client, visit):
    sign_in(client, leader)
    _code, page = shown(client, q="светильнеки")
    assert "spelt nearly so" in page and "светильники" in marked(page)
    assert "spelt nearly so" not in shown(client, q="светильник")[1]
    assert "what begins so" in shown(client, q="светил")[1]


def test_who_reads_for_a_purpose_only_finds_no_finding(client, visit):
    sign_in(client, head)
    page = shown(client, q="освещение")[1]
    assert "found-finding" not in page and "недостаточное" not in page
    sign_in(client, analyst)
    assert "Nothing fits" in shown(client, q="освещение")[1]


def test_pages_of_one_sort_follow_one_another(client, team, monkeypatch):
    monkeypatch.setattr(queries, "FIRST", 1)
    monkeypatch.setattr(queries, "PAGE", 1)
    for number in ("Первый", "Второй"):
        world.prison(f"{number} приют")
    services.rebuild()
    sign_in(client, leader)
    page = shown(client, q="приюты")[1]
    rest = re.search(r'href="(/desk/search/\?[^"]*of=place[^"]*)"', page)[1].replace("&amp;", "&")
    first = client.get(rest).content.decode()
    following = re.search(r'href="([^"]*after=[^"]*)" rel="next"', first)[1].replace("&amp;", "&")
    second = client.get(following).content.decode()
    names = [set(re.findall("(Первый|Второй) <mark>приют", each)) or set(re.findall("(Первый|Второй) приют", each)) for each in (first, second)]
    assert names[0] != names[1] and set.union(*names) == {"Первый", "Второй"}
    assert "rel=\"next\"" not in second


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": "в на"}, {"q": "\x00'\"*:&|!()"}])
def test_a_question_without_words_says_what_can_be_searched(client, visit, query):
    sign_in(client, leader)
    code, page = shown(client, **query)
    assert code == 200 and "What do you look for" in page


@pytest.mark.parametrize("query", [{"of": "nothing"}, {"of": "place", "after": "9-1"}, {"of": "place", "way": "nearly"}, {"of": "place", "way": "x"}])
def test_addresses_typed_by_hand_show_what_there_is(client, visit, query):
    sign_in(client, leader)
    assert shown(client, q="Нигде", **query)[0] == 200
    assert shown(client, q="Нигде", of="place", after="x")[0] == 404


def test_the_field_stands_in_the_header_of_who_finds_something(client, visit):
    sign_in(client, leader)
    assert 'id="head-search"' in client.get(reverse("desk:places")).content.decode()
    assert 'id="head-search"' not in shown(client)[1] and 'data-search' in shown(client)[1]


def test_an_index_that_is_not_whole_is_told_of(client, team):
    sign_in(client, leader)
    assert "put together anew" in shown(client, q="дом")[1]
    services.rebuild()
    assert "put together anew" not in shown(client, q="дом")[1]


def test_a_word_of_the_field_is_shown_in_all_languages(client, team):
    sign_in(client, leader)
    page = shown(client, q="жестокое обращение")[1]
    assert "Words of the field" in page and "катаал мамиле" in page and "Nothing fits" not in page


def test_a_rule_of_the_catalogue_is_found_by_its_number_and_by_words(client):
    sign_in(client, analyst)
    page = shown(client, q="NMR 24")[1]
    assert 'id="found-rules"' in page and "/desk/standards/mandela/mandela-24/" in page and "Nothing fits" not in page
    many = shown(client, q="обыск")[1]
    assert f"{reverse('desk:standards')}?text=" in many and many.count("/desk/standards/") >= 6
