"""Beginning a visit before its planned day, entering it late, and correcting when it began: what the pages ask and offer."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.forms_shown import shown
from tests.faces.desk.visiting import local, page, send
from tests.insight.reports import flow
from tests.people import deputy, leader, secretary
from tirek.insight.reports import services as reports
from tirek.records.visits import queries

pytestmark = pytest.mark.django_db


def test_a_visit_that_is_planned_for_later_is_begun_on_purpose_alone(client, place, team):
    visit = world.planned(place, team, days=3)
    sign_in(client, leader)
    text = page(client, "visit", visit)[1]
    assert "Begin the visit before its planned day" in text and "Begin the visit</" not in text
    assert "write why" in page(client, "visit-begin", visit)[1]
    code, text = send(client, "visit-begin", visit, at=local(timezone.now()))
    assert code == 422 and "is before that day" in text
    assert send(client, "visit-begin", visit, at=local(timezone.now()), because="Пришло сообщение об опасности.")[0] == 302
    assert "Пришло сообщение об опасности." in page(client, "visit", visit)[1]


def test_on_its_planned_day_a_visit_is_begun_without_a_reason(client, place, team):
    visit = world.planned(place, team, days=0)
    sign_in(client, leader)
    text = page(client, "visit", visit)[1]
    assert "Begin the visit</" in text and "before its planned day" not in text
    assert send(client, "visit-begin", visit, at=local(timezone.now()))[0] == 302


def test_what_comes_back_on_paper_days_later_says_why(client, place, team):
    visit = world.planned(place, team, days=-5)
    sign_in(client, leader)
    plain = shown(client, reverse("desk:visit-afterwards", args=[visit]))
    began = local(timezone.now() - timedelta(days=5))
    code, text = send(client, "visit-afterwards", visit, **{**plain, "begun_at": began})
    assert code == 422 and "more than three days ago" in text
    assert send(client, "visit-afterwards", visit, **{**plain, "begun_at": began, "because": "Телефоны забрали, бумага пришла позже."})[0] == 302
    assert queries.visit(visit, by=leader).state == "under_way"


def test_the_beginning_is_corrected_on_a_page_that_keeps_what_was_told(client):
    visit = flow.visit()
    former = queries.visit(visit, by=leader).begun_at
    for person, offered in ((leader, True), (deputy, True), (secretary, False)):
        sign_in(client, person)
        assert (reverse("desk:visit-beginning", args=[visit]) in page(client, "visit", visit)[1]) == offered
    sign_in(client, leader)
    code, text = send(client, "visit-beginning", visit, at=local(former - timedelta(days=1)), reason="")
    assert code == 422 and "required" in text
    put_right = {"at": local(former - timedelta(days=1)), "reason": "Ошибка в дате."}
    assert send(client, "visit-beginning", visit, **{**shown(client, reverse("desk:visit-beginning", args=[visit])), **put_right})[0] == 302
    assert "Ошибка в дате." in page(client, "visit", visit)[1] and "Corrected from" in page(client, "visit", visit)[1]
    assert "The beginning of the visit was corrected" in page(client, "visit-history", visit)[1]
    reports.submit(report_id=flow.drafted(visit), by=leader)
    assert reverse("desk:visit-beginning", args=[visit]) not in page(client, "visit", visit)[1]
    code, text = send(client, "visit-beginning", visit, at=local(former), reason="Ошибка в дате.")
    assert code == 422 and "handed in" in text
