"""The authorities' page as its people open it: what is asked stands first, the head returns a reply from the list, a long file is shown in parts."""

import pytest
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.followup.exchange.making import hand_in, prepare, send, service_focal, service_head
from tests.followup.exchange.sheets import brought, filled_of_body
from tests.followup.recommendations import making
from tests.people import leader, secretary
from tirek.faces.desk.recommendations import sticks
from tirek.followup.recommendations.services import issue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def three():
    visit = world.concluded(world.prison("Дом трёх"), world.members())
    made = tuple(making.draft(visit, text=making.words(ru=f"До 1 марта заменить светильники корпуса {number}.")) for number in range(3))
    issue(visit_id=visit, report_number="2026/7", on=making.ago(20), by=leader)
    return made


def opened(client, who, name, *args, **query):
    sign_in(client, who)
    return client.get(reverse(name, args=args), query).content.decode()


def in_this_order(page, *words):
    places = [page.index(each) for each in words]
    assert places == sorted(places), places


def test_what_is_asked_stands_before_the_form_and_what_was_said_after_it(client, three):
    prepare(three[0], by=service_focal)
    hand_in(three[0], service_focal)
    send(three[0], service_head)
    page = opened(client, service_focal, "respond:reply", three[0])
    in_this_order(page, "заменить светильники", "Answer due", "<form method=\"post\" novalidate", "What your body said")
    page = opened(client, service_focal, "respond:recommendation", three[1])
    in_this_order(page, "заменить светильники", "Answer due", "Nothing is prepared", "Talk with the mechanism")


def test_the_head_returns_a_reply_from_its_row(client, three):
    prepare(three[0], by=service_focal)
    hand_in(three[0], service_focal)
    way = reverse("respond:return", args=[three[0]])
    assert way in opened(client, service_head, "respond:to-send")
    assert way not in opened(client, service_focal, "respond:to-send")


def test_a_long_file_is_tried_in_parts_and_entered_whole(client, three, monkeypatch):
    monkeypatch.setattr(sticks, "PAGE", 2)
    key = brought(filled_of_body(0, 1, 2))
    first = opened(client, secretary, "desk:answer-sheet", key)
    assert "The file has 3 rows." in first and "2026/7-2" in first and "2026/7-3" not in first and "page=2" in first
    for number in (2, 9):
        assert "2026/7-3" in opened(client, secretary, "desk:answer-sheet", key, page=number)
    client.post(reverse("desk:answer-sheet", args=[key]), {"enter": "1"})
    assert [making.read(each).word for each in three] == ["accepted"] * 3
