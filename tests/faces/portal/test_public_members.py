"""The public list of members: open to everybody, by role, and nothing in it points at one person."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.people import head, leader, secretary
from tirek.ground.rules.words import Words
from tirek.registers.mandate.services import enter_member

pytestmark = pytest.mark.django_db
SIGNS = {"name": "Единственная Переводчица", "profession": "lawyer", "region": "LU-TA", "languages": ["dng"], "sex": "female"}


@pytest.fixture
def people(settings):
    settings.TIREK_DEMO = True
    day = timezone.localdate() - timedelta(days=30)
    enter_member(country="demo", term_since=day, term_until=day + timedelta(days=777), by=secretary, **SIGNS)
    for number in range(4):
        enter_member(country="demo", name=f"Участница {number}", profession="lawyer", term_since=day, by=secretary)
    for number in range(2):
        enter_member(country="demo", name=f"Врач {number}", profession="doctor", term_since=day, by=secretary)


def page(country="demo", language="en", client=None):
    answer = (client or Client()).get(f"/{language}{reverse('public-members', args=[country])}")
    assert answer.status_code == 200 and not answer.cookies
    return answer.content.decode()


def numbers(shown):
    """The rows of the table as they are read."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", shown.partition("<tbody")[2], re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in cells]


def test_counts_by_role_stand_there_without_sign_in_and_small_ones_are_joined(people):
    assert numbers(page()) == [["Medical expert and member", "7"]]


def test_nothing_in_it_points_at_one_person(people):
    shown = page()
    told = ["Единственная", "Участница", "lawyer", "doctor", "LU-TA", "Tarnobor", "Dungan", str((timezone.localdate() + timedelta(days=747)).year)]
    assert [word for word in told if word in shown.partition("<main")[2].partition("</main>")[0].replace(str(timezone.localdate().year), "")] == []


def test_everybody_sees_the_same_signed_in_or_not(people):
    for person in (head, leader):
        client = Client()
        sign_in(client, person)
        here = client.get(reverse("desk:members-public")).content.decode()
        assert numbers(here) == numbers(page(client=client)) == numbers(page()) != [], person.name


def test_a_visit_changes_nothing_in_it(people):
    team = world.members()
    before = page()
    world.planned(world.prison(), team)
    assert page() == before


def test_another_country_has_its_own_list_and_fewer_than_three_are_no_number(people):
    shown = page("kz")
    assert numbers(shown) == [] and "No numbers are shown" in shown and "Fewer than three people serve today" in shown


def test_an_invented_country_is_marked_and_has_the_page_in_a_demonstration_alone(people, settings):
    assert "Demonstration: the people counted here are invented." in page()
    assert "Demonstration: the people counted here" not in page("kz")
    settings.TIREK_DEMO = False
    assert Client().get("/members/demo/").status_code == Client().get("/members/zz/").status_code == 404


def test_without_a_country_it_asks_for_which_one(settings):
    for demo in (True, False):
        settings.TIREK_DEMO = demo
        answer = Client().get("/kk/members/")
        assert answer.status_code == 200 and not answer.cookies
        assert set(re.findall(r'href="/kk/members/(\w+)/"', answer.content.decode())) == {"kz", "kg", *(["demo"] if demo else [])}
    assert Client().post("/members/").status_code == 405


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_it_stands_in_every_language_and_the_mechanism_s_page_leads_to_it(people, language):
    assert f'lang="{language}"' in page(language=language)
    assert f'href="/{language}/members/kg/"' in Client().get(f"/{language}/kg/mechanisms/").content.decode()


def test_only_reading_is_possible(people):
    assert Client().post("/members/demo/", {"name": Words.of({"ru": "Имя"}).in_("ru")}).status_code == 405
