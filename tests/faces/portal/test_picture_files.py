"""Files of a picture: each says inside itself where it comes from, which edition it is and whether a reply exists; no cell is a formula."""

import csv
import io
import json
import re
from collections import OrderedDict
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests.faces.published import published
from tirek.faces.portal.picture import files
from tirek.foundation.jurisdictions import queries
from tirek.foundation.ledger.services import record
from tirek.foundation.ui import rasters
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Reply

pytestmark = pytest.mark.django_db
__all__ = ["published"]
NONE, SOME = "No reply is shown so far.", "A reply exists: read it on the page."


def taken(client, path, **headers):
    answer = client.get(path, **headers)
    assert answer.status_code == 200 and not answer.cookies and "attachment" in answer.headers["Content-Disposition"], path
    return answer.content


def words_of(svg):
    return " ".join(each.text or "" for each in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))


def reply_to_004():
    now = timezone.now()
    with record("editions.loaded", by=SYSTEM) as entry:
        told = {"speaker": "coalition", "office": "Coalition", "text": Words.of({"en": "We say otherwise."}), "way": "letter"}
        Reply(country="kz", origin="sourced", kind="document", key="004", version=1, made_at=now, decided_at=now, **told).save()
        entry.of(1)


def test_the_drawing_names_source_edition_and_reply_inside_itself(client, published):
    before = words_of(taken(client, "/en/kz/picture/registered.svg"))
    for part in ("Kazakhstan. Registered cases by year", "Commissioner for Human Rights", "edition 1 of", "A break in the series", NONE):
        assert part in before, part
    reply_to_004()
    assert SOME in words_of(taken(client, "/en/kz/picture/registered.svg"))
    assert taken(client, "/en/kz/picture/registered.png").startswith(b"\x89PNG")


def test_the_table_has_every_figure_once_with_source_edition_and_reply(client, published):
    rows = list(csv.DictReader(io.StringIO(taken(client, "/en/kz/picture/all.csv").decode("utf-8-sig")), delimiter=";"))
    assert sorted(each["id"] for each in rows) == sorted(fact.id for fact in queries.facts("kz"))
    for each in rows:
        assert each["document"] and each["quote"] and each["speaker"] and each["reply"] == NONE and each["edition"] == "1"
        assert each["address"] == f"http://testserver/en/kz/facts/{each['id']}/editions/1/"
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in each.values())
    assert next(each for each in rows if each["id"] == "registered-2023")["new_way_of_counting"]


def test_a_cell_that_begins_like_a_formula_is_text(client, published, monkeypatch):
    monkeypatch.setattr(files, "said", lambda words: "=1+1")
    rows = csv.DictReader(io.StringIO(taken(client, "/en/kz/picture/registered.csv").decode("utf-8-sig")), delimiter=";")
    assert {each["label"] for each in rows} == {"'=1+1"}


def test_the_same_as_json_in_four_languages_with_exact_values(client, published):
    reply_to_004()
    body = json.loads(taken(client, "/ru/kz/picture/investigation.json"))
    load = next(each for each in body["sections"][0]["figures"] if each["id"] == "load")
    assert load["value"] == "13.57" and set(load["label"]) == {"ru", "kk", "ky", "en"} and body["edition"] == 1
    assert body["sections"][0]["reply_exists"] is True and load["document"]["reply_exists"] is False


def test_what_has_not_changed_is_not_sent_twice(client, published):
    first = client.get("/en/kz/picture/editions/1/registered.csv")
    assert client.get("/en/kz/picture/editions/1/registered.csv", HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 304
    reply_to_004()
    assert client.get("/en/kz/picture/editions/1/registered.csv", HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 200


@pytest.mark.parametrize("path", ["funnel.svg", "all.png", "nothing.csv", "registered.exe", "editions/9/all.csv"])
def test_what_cannot_be_drawn_or_is_not_there_is_not_found(client, published, path):
    assert client.get(f"/en/kz/picture/{path}").status_code == 404


def test_whoever_waits_too_long_for_another_drawing_is_asked_to_come_again(client, published, monkeypatch):
    monkeypatch.setattr(rasters.PRESS, "wait", 0.01)
    monkeypatch.setattr(rasters.PRESS, "kept", OrderedDict())
    address = "/en/kz/picture/" + re.search(r"/picture/([\w-]+\.png)", client.get("/en/kz/picture/").content.decode())[1]
    with rasters.PRESS.one_at_a_time:
        busy = client.get(address)
    assert (busy.status_code, busy.headers["Retry-After"]) == (503, "5")
    assert client.get(address).status_code == 200
