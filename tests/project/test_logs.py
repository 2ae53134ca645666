"""The log for programs: one JSON object a line, and nothing in it of who reads, asks or writes."""

import json
import logging

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve
from django.utils.log import log_response

from tirek.project.instance import SettingRefused
from tirek.project.logs import Answered, AsJson, AsLine, as_json, untraced

pytestmark = pytest.mark.pure


def record(words, fault=None, **more):
    made = logging.LogRecord("django.request", logging.ERROR, "x", 1, words, None, (type(fault), fault, fault.__traceback__) if fault else None)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def fallen():
    try:
        int("Aidar Sabitov, cell 12")
    except ValueError as fault:
        return fault


def test_a_fault_is_told_by_its_kind_and_place_and_not_by_what_somebody_wrote():
    line = AsJson().format(record("Internal Server Error: /en/desk/visits/", fallen()))
    told = json.loads(line)
    assert (told["level"], told["from"], told["fault"], told["words"]) == ("error", "django.request", "ValueError", "Internal Server Error: /en/desk/visits/")
    assert told["where"][-1].startswith("tests/project/test_logs.py:") and told["at"].endswith("+00:00")
    assert "Sabitov" not in line


@pytest.mark.parametrize(("words", "expected"), [
    ("Error handling request /en/check/?text=Sabitov&x=1", "Error handling request /en/check/"), ("Not Found: /a/b/", "Not Found: /a/b/"), ("Did it hold? Yes", "Did it hold? Yes"),
])  # fmt: skip
def test_no_query_string_is_told(words, expected):
    assert json.loads(AsJson().format(record(words)))["words"] == expected


@pytest.mark.parametrize("form", [AsJson(), AsLine("%(levelname)s %(name)s: %(message)s")])
def test_the_path_that_was_asked_for_is_no_ones_business(form):
    """The path may be a secret: the link of the first administrator stood in the log when its form came from elsewhere."""
    link = "/accounts/set-up/n2a6JBKJLY-lOProWyl2EHqX0kI/"
    for path in (link, f"/ru{link}"):
        for made in (record(f"Forbidden (Origin checking failed): {path}", request=RequestFactory().get(path)), record(f"Error handling request {path}?next=/x")):
            line = form.format(made)
            assert "n2a6" not in line and "/accounts/set-up/<" in line
    line = form.format(record("Not Found: /Aidar Sabitov/", request=RequestFactory().get("/Aidar Sabitov/")))
    assert "Sabitov" not in line and "none of ours" in line


@pytest.mark.parametrize("form", [AsJson(), AsLine("%(levelname)s %(name)s: %(message)s")])
@pytest.mark.parametrize("path", ["/Aidar Sabitov/", "/ru/Сабитов/", "/a\x00Sabitov", "/a\nСабитов"])
def test_a_path_is_none_of_the_log_s_also_as_django_spells_it_there(form, path, caplog):
    """Django writes letters that are not ASCII, and control characters, as escapes."""
    request = RequestFactory().get("/")
    request.path = request.path_info = path
    log_response("%s: %s", "Not Found", path, response=HttpResponse(status=404), request=request)
    (made,) = caplog.records
    assert "none of ours" in form.format(made) and not any(each in form.format(made) for each in ("Sabitov", "Сабитов", "u0421"))


@pytest.mark.parametrize("words", [
    "Invalid HTTP_HOST header: 'sabitov.example'. You may need to add 'sabitov.example' to ALLOWED_HOSTS.", "Forbidden (Origin checking failed - https://sabitov.example does not match any trusted origins.): /accounts/login/",
    "Invalid HTTP_HOST header: '10.9.8.7:80'. The domain name provided is not valid according to RFC 1034/1035.",
])  # fmt: skip
def test_the_log_for_programs_tells_no_header_that_a_stranger_sent(words):
    made = record(words)
    made.name = "django.security.DisallowedHost"
    line = AsJson().format(made)
    assert not any(each in line for each in ("sabitov", "10.9.8.7")) and ("HTTP_HOST" in line or "Origin checking failed" in line)


def test_a_line_for_each_answer_names_the_pattern_of_the_address_alone(caplog):
    def answer(request):
        request.resolver_match = type("Match", (), {"route": "desk/visits/<uuid:visit_id>/"})
        return type("Answer", (), {"status_code": 200})

    with caplog.at_level(logging.INFO, "tirek.answered"):
        Answered(answer)(RequestFactory().get("/desk/visits/21a3427f-eb6e-4d46-b49e-fa4c2554d016/", {"q": "Sabitov"}, REMOTE_ADDR="10.9.8.7"))
        Answered(answer)(RequestFactory().get("/healthz"))
    (made,) = caplog.records
    told = json.loads(AsJson().format(made))
    assert (told["method"], told["route"], told["status"]) == ("GET", "/desk/visits/<uuid:visit_id>/", 200) and told["ms"] >= 0
    assert not any(word in AsJson().format(made) for word in ("Sabitov", "10.9.8.7", "21a3427f"))


BUNDLES = ("/desk/bundles/", "/desk/bundles/new/", "/desk/bundles/21a3427f-eb6e-4d46-b49e-fa4c2554d016/seal/")


@pytest.mark.parametrize("path", BUNDLES)
@pytest.mark.parametrize("form", [AsLine(), AsJson()])
def test_of_a_bundle_for_a_delegation_no_line_tells(form, path, caplog):
    request = RequestFactory().post(path)
    log_response("%s: %s", "Unprocessable Entity", path, response=HttpResponse(status=422), request=request)

    def answer(asked):
        asked.resolver_match = resolve(path)
        return HttpResponse(status=422)

    with caplog.at_level(logging.INFO, "tirek.answered"):
        Answered(answer)(request)
    lines = [form.format(each) for each in caplog.records]
    assert len(lines) == 2 and not any("bundle" in each for each in lines), lines


@pytest.mark.parametrize(("method", "told"), [("GET", "GET"), ("post", "POST"), ("SABITOV", "other")])
def test_a_method_that_nobody_knows_is_not_told(caplog, method, told):
    with caplog.at_level(logging.INFO, "tirek.answered"):
        Answered(lambda request: type("Answer", (), {"status_code": 405}))(RequestFactory().generic(method.upper(), "/nowhere"))
    assert (caplog.records[0].facts["method"], caplog.records[0].facts["route"]) == (told, "")


def test_a_wrong_host_name_leaves_no_traceback():
    made = record("Invalid HTTP_HOST header", fallen())
    assert untraced(made) and "fault" not in json.loads(AsJson().format(made))


@pytest.mark.parametrize(("told", "found"), [("", False), ("plain", False), ("json", True)])
def test_the_form_is_a_setting(told, found):
    assert as_json({"TIREK_LOGS": told}) is found


def test_another_form_is_refused():
    with pytest.raises(SettingRefused, match="plain or json"):
        as_json({"TIREK_LOGS": "xml"})


@pytest.mark.slow
def test_a_served_house_logs_in_json(house):
    with house.served(TIREK_LOGS="json") as served:
        assert served.healthy()
        served.asked("/ru/?q=Sabitov")
        served.asked("/static/nothing.js")
        served.asked("/ru/nowhere/")
        served.asked("/desk/visits/?q=Sabitov")
        served.asked("/", Host="elsewhere.example")
    lines = [json.loads(line) for line in served.words.splitlines() if line.startswith("{")]
    answers = [(one["route"], one["status"]) for one in lines if one["from"] == "tirek.answered"]
    assert answers == [("/", 200), ("/static/", 404), ("", 404), ("/desk/visits/", 302), ("/", 400)]
    assert "Sabitov" not in served.words and "Traceback" not in served.words
