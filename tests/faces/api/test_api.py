"""The face for programs: its description holds of real answers, everything is read only, countries are apart, faults are JSON."""

import csv
import io
import json
import re
import tracemalloc

import pytest
from django.test import Client

from tests.faces.api.shapes import faults
from tests.faces.published import published
from tests.insight.publications.making import publish
from tirek.foundation.jurisdictions.queries import document_text
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims.extracting import extract
from tirek.insight.claims.told import told
from tirek.insight.publications.models import Edition
from tirek.insight.publications.services import freeze
from tools import openapi

pytestmark = pytest.mark.django_db
__all__ = ["published"]
FILLED = {"country": "kz", "kind": "document", "key": "004", "version": "1"}


@pytest.fixture
def described(client):
    return client.get("/api/v1/openapi.json").json()


def read(client, path, **headers):
    answer = client.get(path, **headers)
    assert not answer.cookies
    return answer


def body_of(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_description_that_is_served_stands_in_the_reference(described):
    assert json.loads(openapi.REFERENCE.read_text(encoding="utf-8")) == described
    assert openapi.REFERENCE.read_text(encoding="utf-8") == openapi.reference(), "run: python -m tools.openapi"


def test_every_described_address_answers_in_its_shape(client, published, described):
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        answer = read(client, path.format(**FILLED))
        told = methods["get"]["responses"]["200"]["content"]
        assert answer.status_code == 200 and answer.headers["Content-Type"].split(";")[0] in told, path
        assert answer.headers["ETag"] and answer.headers["Access-Control-Allow-Origin"] == "*"
        names = {each["name"] for each in methods["get"]["parameters"] if each["in"] == "path"}
        assert names == set(re.findall(r"{(\w+)}", path))
        if "application/json" in told:
            assert faults(json.loads(body_of(answer)), told["application/json"]["schema"], described) == []


def test_the_reader_of_shapes_finds_what_does_not_fit(described):
    whole = {"error": {"code": "x", "message": 5, "more": 1}}
    shape = {"$ref": "#/components/schemas/Fault"}
    assert len(faults(whole, shape, described)) == 2 and faults({}, shape, described) == ["$: error is missing"]


def test_every_address_of_the_face_is_described(described):
    from tirek.faces.api.bulk import FILES
    from tirek.faces.api.urls import urlpatterns

    routes = {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(each.pattern)) for each in urlpatterns if each.name not in {"nothing", "bulk"}}
    routes |= {f"v1/{{country}}/bulk/{name}.{form}" for name, form in FILES}
    assert {f"/api/{route}" for route in routes} == set(described["paths"])


def test_a_figure_comes_with_its_checks_in_the_language_of_the_address(client, published):
    for language, words in (("en", "does not follow"), ("ru", "не следует")):
        found = read(client, f"/{language}/api/v1/kz/documents/004/figures/").json()
        total = next(each for each in found["figures"] if each["quote"] == "160")
        check = next(each for each in total["checks"] if each["kind"] == "sum")
        assert check["verdict"] == "does_not_follow" and words in check["sentence"].lower() and total["value"] == "160"
        assert {"from": "160", "to": "113"}.items() <= next(each for each in check["smallest_changes"] if each["figure"] == total["id"]).items()


def test_every_edition_is_listed_once_and_whole_at_its_address(client, published):
    listed = read(client, "/api/v1/kz/editions/").json()["editions"]
    assert len(listed) == Edition.objects.filter(country="kz").count()
    for line in listed:
        whole = read(client, line["address"]).json()
        row = Edition.objects.get(country="kz", kind=line["kind"], key=line["key"], version=line["version"])
        assert whole["body"] == json.loads(row.body)
    assert {each["kind"] for each in read(client, "/api/v1/kz/editions/?kind=picture").json()["editions"]} == {"picture"}


def test_all_editions_come_as_one_file_that_can_be_read_back(client, published):
    answer = read(client, "/api/v1/kz/bulk/editions.json")
    assert answer.streaming
    whole = json.loads(body_of(answer))
    assert [(each["kind"], each["key"]) for each in whole["editions"]] == list(
        Edition.objects.filter(country="kz").order_by("kind", "key", "version").values_list("kind", "key")
    )
    rows = list(csv.DictReader(io.StringIO(body_of(read(client, "/api/v1/kz/bulk/figures.csv")).decode("utf-8-sig")), delimiter=";"))
    assert "does_not_follow" in next(each for each in rows if each["quote"] == "160")["verdicts"]
    assert len(rows) == sum(len(json.loads(each)["found"]["claims"]) for each in Edition.objects.filter(country="kz", kind="document").values_list("body", flat=True))


def test_all_editions_go_out_in_bounded_memory(client):
    with record("editions.loaded", by=SYSTEM) as entry:
        entry.of(sum(freeze(kind="topic", country="kz", key=f"q{number}", origin="sourced", body={"text": "ж" * 300_000}) for number in range(30)))
    parts = client.get("/api/v1/kz/bulk/editions.json").streaming_content
    tracemalloc.start()
    sent = sum(map(len, parts))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sent > 30 * 600_000 and peak < 10_000_000


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/demo/editions/", 404, "not_found"),
        ("/api/v1/kz/editions/document/001/", 404, "not_found"),
        ("/api/v1/kz/editions/document/004/9/", 404, "not_found"),
        ("/api/v1/kz/editions/?kind=people", 400, "unknown_kind"),
        ("/api/v1/kz/editions/?page=0", 400, "not_a_number"),
        ("/api/v1/kz/editions/?page=٣", 400, "not_a_number"),
        ("/api/v1/kz/documents/004/figures/?version=x", 400, "not_a_number"),
        ("/api/v1/kz/bulk/people.csv", 404, "not_found"),
        ("/api/v2/anything", 404, "not_found"),
        ("/api/", 404, "not_found"),
    ],
)
def test_what_cannot_be_answered_is_a_fault_in_json(client, published, described, path, status, code):
    answer = read(client, path)
    assert answer.status_code == status and answer.headers["Content-Type"] == "application/json"
    assert faults(answer.json(), {"$ref": "#/components/schemas/Fault"}, described) == [] and answer.json()["error"]["code"] == code


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_nothing_is_written_here(client, published, method):
    answer = getattr(client, method)("/api/v1/kz/editions/")
    assert answer.status_code == 405 and answer.headers["Allow"] == "GET, HEAD" and answer.json()["error"]["code"] == "read_only"


def test_a_stranger_who_writes_is_told_the_same(published):
    answer = Client(enforce_csrf_checks=True).post("/api/v1/kz/bulk/figures.csv")
    assert answer.status_code == 405 and answer.json()["error"]["code"] == "read_only"


def test_what_has_not_changed_is_not_sent_twice_also_of_large_files(client, published):
    for path in ("/api/v1/kz/editions/", "/api/v1/kz/editions/document/004/", "/api/v1/kz/bulk/editions.json"):
        first = read(client, path)
        again = read(client, path, HTTP_IF_NONE_MATCH=first.headers["ETag"])
        assert again.status_code == 304 and not again.content
    assert client.head("/api/v1/kz/bulk/editions.json").status_code == 200


def test_countries_are_never_mixed(client, published):
    for country, other in (("kz", "kg"), ("kg", "kz")):
        for path in ("editions/", "bulk/editions.csv", "bulk/figures.csv"):
            text = body_of(read(client, f"/api/v1/{country}/{path}")).decode()
            assert f"/{other}/" not in text


def test_a_part_that_only_unit_and_time_suggest_gives_a_figure_no_verdict(client):
    text = "There were 387 cases in 2023. 19 cases were sent to court."
    found = told(extract(text))
    assert [each["reading"] for each in found["checks"] if each["kind"] == "part"] == ["likely"]
    found["checks"] = [each for each in found["checks"] if each["reading"] == "likely"]
    publish(text=text + document_text("004")[len(text) :], found=found)
    rows = list(csv.DictReader(io.StringIO(body_of(read(client, "/api/v1/kz/bulk/figures.csv")).decode("utf-8-sig")), delimiter=";"))
    assert {row["quote"]: row["verdicts"] for row in rows} == {"387": "", "19": ""}
