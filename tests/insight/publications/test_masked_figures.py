"""No figure of a published document shows what the mask of its text hides."""

from uuid import uuid4

import pytest

from tests.people import head
from tirek.insight.claims.extracting import extract
from tirek.insight.claims.queries.analysis import Whole
from tirek.insight.claims.told import told
from tirek.insight.publications import gathering

pytestmark = pytest.mark.django_db
TELEPHONES = ("8 701 123 45 67", "+7 (7172) 55-66-77", "0 555 12 34 56", "0312 66-12-34", "тел. 71-98-28", "WhatsApp: 87011234567", "(7172) 71-98-28", "8 (701) 1234567")


@pytest.mark.parametrize("telephone", TELEPHONES)
def test_the_digits_of_a_telephone_are_in_no_figure_and_no_check(telephone, monkeypatch):
    text = f"Поступило 40 жалоб. Звоните: {telephone}. Всего за два года 52 жалобы."
    found = told(extract(text))
    claims = [*found["claims"], {**found["claims"][0], "id": "c99", "span": [text.index(telephone), text.index(telephone) + len(telephone)], "quote": telephone}]
    checks = ({"claims": ["c1", "c99"]}, {"claims": ["c1"]})
    whole = Whole(text, "a", "ru", "", (), {one["id"]: one for one in claims}, frozenset(), checks)
    monkeypatch.setattr(gathering.claims, "whole", lambda *_, **__: whole)
    monkeypatch.setattr(gathering.claims, "alike", lambda *_, **__: [])
    body = gathering.frozen(uuid4(), "demo", "new", head)
    assert {"40", "52"} <= {one["quote"] for one in body["found"]["claims"]} and body["found"]["checks"] == [{"claims": ["c1"]}]
    start = text.index(telephone)
    assert not [one["quote"] for one in body["found"]["claims"] if one["span"][0] < start + len(telephone) and start < one["span"][1]]
