"""The missions' pages: everything that the record says, each sentence with its source, and nothing else."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.accounts import sign_in
from tests.people import analyst, auditor, foreigner, head
from tirek.followup.recommendations import queries, services
from tirek.foundation.jurisdictions.queries import missions as recorded
from tirek.foundation.jurisdictions.queries import source
from tirek.ground.rules.actors import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    services.load_missions(by=SYSTEM)
    return {each.code: each.id for each in queries.missions(by=foreigner, country="kz")}


def page(client, name="missions", *args):
    answer = client.get(reverse(f"desk:{name}", args=args))
    return answer.status_code, unescape(re.sub(r"\s+", " ", answer.content.decode()))


def test_the_list_tells_newest_first_with_the_report_and_its_publication(client, loaded):
    sign_in(client, foreigner)
    _, html = page(client)
    assert html.index("Second visit of the SPT") < html.index("First visit of the SPT")
    assert "26 March 2023 – 1 April 2023" in html and "CAT/OP/KAZ/ROSP/1" in html and "7 Apr 2025" in html


def test_an_invented_country_has_no_mission_and_says_why(client, loaded):
    for person in (head, analyst):
        sign_in(client, person)
        code, html = page(client)
        assert code == 200 and "No mission comes to an invented country" in html and "SPT to" not in html
    sign_in(client, auditor)
    assert page(client)[0] == 403


@pytest.mark.parametrize("code", [each.id for each in recorded("kz")])
def test_a_mission_says_everything_of_the_record_with_its_sources(client, loaded, code):
    sign_in(client, foreigner)
    _, html = page(client, "mission", loaded[code])
    record = next(each for each in recorded("kz") if each.id == code)
    named = [each.name for each in record.delegation] + [each.state for each in record.delegation if each.state]
    for words in (record.name, record.body, record.report.title, *named, *record.place_kinds, *(each.text for each in record.statements)):
        assert words.in_("en") in html, words
    for each in record.statements:
        assert (each.quote or "") in html
        assert source("kz", each.source).title.in_("en") in html
    assert ("Joint visit" in html) == bool(record.joint_with_mechanism)


def test_the_mission_of_2023_shows_confidentiality_and_publication_as_dated_facts(client, loaded):
    sign_in(client, foreigner)
    _, html = page(client, "mission", loaded["spt-2023"])
    line = html[html.index("What is dated") : html.index("What the sources say")]
    order = [line.index(day) for day in ("26 March 2023", "6 April 2023", "7 April 2025")]
    assert order == sorted(order) and "confidential" in line
    assert 'lang="ru">ППП представит конфиденциальный отчет' in html and reverse("portal:document", args=["000"]) in html
