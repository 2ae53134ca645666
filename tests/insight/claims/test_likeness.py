"""Likeness of sources: pointed out on both, whoever published them, found anew with the figures, and told to nobody who may not see them."""

import pytest

from tests import people
from tests.accounts import sign_in
from tests.people import foreigner
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries, services

pytestmark = pytest.mark.django_db
REPORT = " ".join(f"В учреждении номер {number} содержится {number * 7} человек, из них {number} женщин." for number in range(10, 40))
OWN = " ".join(f"Совсем другое предложение о посещении номер {number}, которого в отчёте нет." for number in range(30))


def source(title, text, **told):
    new = services.NewSource(title=Words.of({"ru": title}), kind=told.pop("kind", "ngo_report"), **told)
    made = services.add_source(country="demo", new=new, pasted=text, by=people.analyst, later=False).value
    services.make_proposals(source_id=made, by=SYSTEM)
    return made


def shares(of):
    return {one.title.in_("ru"): round(one.share, 2) for one in queries.alike(of, by=people.analyst, country="demo")}


def test_a_text_that_repeats_an_earlier_one_is_pointed_out_on_both_whoever_published_them():
    first = source("Отчёт", REPORT, kind="official_statement", publisher=Words.of({"ru": "Министерство"}))
    second = source("Статья", f"{REPORT} {OWN}", kind="press")
    third = source("Записка", OWN)
    assert shares(first) == {"Статья": 1}
    assert shares(second).keys() == {"Отчёт", "Записка"} and 0 < min(shares(second).values()) < 1
    assert shares(third) == {"Статья": 1}
    longest = {one.title.in_("ru"): one.longest for one in queries.alike(second, by=people.analyst, country="demo")}
    assert "В учреждении номер 10 содержится 70 человек" in longest["Отчёт"]


def test_reading_anew_says_it_once():
    first, second = source("Отчёт", REPORT), source("Статья", f"{REPORT} Конец.")
    for each in (first, second, first):
        services.make_proposals(source_id=each, by=SYSTEM)
    assert shares(first) == {"Статья": 1} and list(shares(second)) == ["Отчёт"]


def test_a_common_sentence_is_not_pointed_out():
    first = source("Отчёт", REPORT)
    second = source("Статья", f"{OWN} {REPORT[:120]}")
    assert shares(first) == shares(second) == {}


def test_nobody_else_is_told(client):
    first = source("Отчёт", REPORT)
    source("Статья", f"{REPORT} Конец.")
    assert queries.alike(first, by=foreigner, country="demo") == []
    sign_in(client, people.analyst)
    page = client.get(f"/en/desk/sources/{first}/about/").content.decode()
    assert "Likeness to other texts" in page and "Статья" in page and "100%" in page
