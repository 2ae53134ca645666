"""An address that only a button may ask, opened as a page, says so and leads back."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.people import leader, secretary
from tirek.project.headers import SecurityHeaders
from tirek.records.visits import services

pytestmark = pytest.mark.django_db


def test_a_button_s_address_opened_as_a_page_says_so_and_leads_back(client):
    today = timezone.localdate()
    entry = services.plan_visit(
        place_id=world.prison(), country="demo", kind="periodic", announced=True, first_day=today, last_day=today, by=secretary
    ).value
    services.approve_plan_entry(entry_id=entry, by=secretary)
    sign_in(client, secretary)
    told = client.get(reverse("desk:plan-open", args=[entry]))
    assert told.status_code == 405 and told.headers["Allow"] == "POST"
    text = told.content.decode()
    assert "Go back to the page and press the button there." in text
    assert f'href="{reverse("desk:plan-entry", args=[entry])}"' in text
    services.open_visit(entry_id=entry, by=secretary)


def test_the_way_back_steps_over_what_is_no_address(client):
    sign_in(client, leader)
    path = reverse("desk:visit-meeting-remove", args=[world.prison(), world.prison("Велисадский дом")])
    assert f'href="{path.rsplit("/", 3)[0]}/"' in client.get(path).content.decode(), "a page above, whether or not it opens"


def test_a_page_sent_to_as_if_it_were_a_form_says_so_too(client):
    sign_in(client, leader)
    told = client.post(reverse("desk:home"))
    assert told.status_code == 405 and "Nothing was changed." in told.content.decode()


@pytest.mark.pure
def test_an_answer_to_head_has_no_body_and_the_length_of_the_whole():
    answers = {method: SecurityHeaders(lambda _request: HttpResponse("whole"))(getattr(RequestFactory(), method)("/")) for method in ("get", "head")}
    assert [answers[method].content for method in ("get", "head")] == [b"whole", b""]
    assert answers["head"].headers["Content-Length"] == "5" and "Content-Security-Policy" in answers["head"].headers
