"""The pages of a facility's people and of the body above that asks them; and how administrators invite them."""

import re

import pytest
from django.urls import reverse

from tests import world
from tests.accounts import account_of, sign_in
from tests.followup.exchange.facility import hand_over, two_of_a_visit, warden_of
from tests.followup.exchange.making import hand_in, prepare, service_focal, service_head
from tests.followup.recommendations import making
from tests.people import administrator, head, secretary
from tirek.followup.exchange import services
from tirek.followup.recommendations.services import answer_as_body
from tirek.ground.rules.bodies import facility_code
from tirek.registers.places.services import close_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def place(db):
    return world.prison("Дом у реки")


@pytest.fixture
def two(place):
    warden_of(place)
    return two_of_a_visit(place, world.members())


def opened(client, who, name, *args, status=200, **query):
    sign_in(client, who)
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == status, name
    return answer.content.decode()


def test_the_body_above_chooses_the_facility_by_its_name_and_takes_it_back(client, two, place):
    page = opened(client, service_focal, "respond:delegate", two[0])
    assert "Дом у реки" in page and "could tell who spoke there" in page
    sign_in(client, service_focal)
    assert client.post(reverse("respond:delegate", args=[two[0]]), {"to": facility_code(place)}).status_code == 302
    page = opened(client, service_focal, "respond:recommendation", two[0])
    assert page.count("Дом у реки") >= 2 and "Asked to prepare the answer" in page
    assert reverse("respond:delegate", args=[two[0]]) not in page, "nobody is left to be asked"
    close_place(place_id=place, on=making.ago(1), by=secretary)
    assert "nobody reads it there" in opened(client, service_focal, "respond:recommendation", two[0])


def test_none_of_its_pages_tells_a_facility_more_than_the_words_that_were_handed_to_it(client, two, place):
    hand_over(two[0], place)
    warden = warden_of(place)
    services.say(recommendation_id=two[0], country="demo", text="Нужна встреча.", by=service_focal)
    prepare(two[0], by=warden)
    hand_in(two[0], warden)
    answer_as_body(recommendation_id=two[0], country="demo", word="rejected", text="Денег нет.", by=service_head)
    pages = [opened(client, warden, f"respond:{name}") for name in ("home", "recommendations", "to-send", "sheet", "letters")]
    pages += [opened(client, warden, "respond:recommendation", two[0]), opened(client, warden, "respond:recommendations", number="2026", word="rejected")]
    for page in pages:
        for hidden in ("2026/9", "замки", "Денег нет", "Нужна встреча", "does not accept", str(two[1]), "place:"):
            assert hidden not in page, hidden
    assert "заменить светильники" in pages[1] and re.search(r">\s*[0-9a-f]{4}-[0-9a-f]{4}\s*<", pages[1])
    assert reverse("respond:letters") not in pages[0], "no letter goes to a facility"
    opened(client, warden, "respond:recommendation", two[1], status=404)


def test_the_body_above_reads_who_prepared_the_reply(client, two, place):
    hand_over(two[0], place)
    prepare(two[0], by=warden_of(place))
    assert "Prepared by Дом у реки" in opened(client, service_focal, "respond:recommendation", two[0])
    services.open_as_body(recommendation_id=two[0], country="demo", by=warden_of(place))
    page = opened(client, secretary, "desk:recommendation-authority", two[0])
    assert "Дом у реки" in page and "place:" not in page


def test_an_administrator_finds_the_facility_by_region_and_name_without_script(client, place):
    account_of(head)
    page = opened(client, administrator, "desk:invite")
    assert re.search(rf'<optgroup label="[^"]+">\s*<option value="{facility_code(place)}">Дом у реки', page)
    form = {"name": "Warden", "email": "warden@lumeria.example", "language": "ru", "role": "focal_point", "facility": facility_code(place)}
    both = client.post(reverse("desk:invite"), {**form, "authority": "lum-law"})
    assert both.status_code == 422 and "not both" in both.content.decode()
    wrong = client.post(reverse("desk:invite"), {**form, "role": "body_head"})
    assert wrong.status_code == 422 and "A facility has a focal point alone" in wrong.content.decode()
    shown = client.post(reverse("desk:invite"), form, follow=True).content.decode()
    assert "Дом у реки" in shown and "place:" not in shown


def test_lists_of_people_show_the_name_and_never_the_code(client, place):
    warden, _head = warden_of(place), account_of(head)
    for name, args in (("desk:accounts", []), ("desk:account", [warden.id])):
        page = opened(client, administrator, name, *args)
        assert "Дом у реки" in page and "place:" not in page.replace(f'value="{facility_code(place)}"', "")
