"""Every address of every face, asked for by a stranger and by people of the desk, in every way, answers with the security headers: pages, refusals,
redirects, files, errors. That each of the other answers that tests get has them too, tests/conftest.py looks.
"""

from unittest import mock
from uuid import uuid4

import pytest
from django.template.backends.django import Template
from django.test import Client
from django.urls import get_resolver, reverse

from tests.accounts import sign_in
from tests.headers import faults
from tests.people import administrator, head
from tirek.project import health
from tirek.project.headers import SecurityHeaders
from tirek.project.unread import PHRASES, answer, broken

pytestmark = [pytest.mark.django_db, pytest.mark.page]
VALUES = {"UUIDConverter": str(uuid4()), "IntConverter": 1, "CountryConverter": "kz", "SlugConverter": "nothing", "StringConverter": "nothing", "PathConverter": "no/thing"}


def addresses(resolver=None, namespace="", converters=None):
    """Every address by its name, with values that may stand in it."""
    for pattern in (resolver or get_resolver()).url_patterns:
        known = {**(converters or {}), **getattr(pattern.pattern, "converters", {})}
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern, namespace + (f"{pattern.namespace}:" if pattern.namespace else ""), known)
        elif pattern.name:
            yield reverse(namespace + pattern.name, kwargs={name: VALUES[type(each).__name__] for name, each in known.items()})


@pytest.mark.parametrize(
    ("person", "methods"), [(None, ("get", "post")), (head, ("get",)), pytest.param(administrator, ("get", "head", "post", "put"), marks=pytest.mark.slow)], ids=["stranger", "head", "administrator"]
)
def test_every_address_answers_with_its_headers(person, methods):
    """What is asked with made-up keys is refused or found empty; pages with records are asked for by the tests of their rooms. Nothing is drawn."""
    client = Client(raise_request_exception=False)
    found = {}
    if person:
        sign_in(client, person)
    with mock.patch.object(Template, "render", lambda self, *args, **given: ""):
        for address in sorted(set(addresses()), key=lambda each: ("/accounts/" in each, each)):  # where people sign out comes last
            for method in methods:
                found[method, address] = getattr(client, method)(address)
    assert len(found) > 250 * len(methods)
    wrong = [(*asked, told.status_code, faults(told.headers)) for asked, told in found.items() if faults(told.headers) or told.status_code >= 500]
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "status"),
    [("/static/ui/icons.svg", 200), ("/static/nothing.css", 404), ("/kk/nothing/here/", 404), ("/healthz", 200), ("/readyz", 200), ("/desk", 301), ("/%00", 404)],
)
def test_files_and_errors_have_them_too(client, path, status):
    told = client.get(path)
    assert told.status_code in {status, 404} and not faults(told.headers)
    assert b"".join(told.streaming_content if told.streaming else [told.content]) or told.status_code == 301


def test_an_unknown_host_a_forged_form_and_a_fault_of_ours_have_them_too(monkeypatch, settings):
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    answers = [client.get("/", headers={"host": "elsewhere.example"}), client.post("/accounts/login/", {"login": "x"})]
    monkeypatch.setattr(health, "silent", lambda: 1 / 0)
    answers.append(client.get("/healthz"))
    assert [each.status_code for each in answers] == [400, 403, 500]
    assert [faults(each.headers) for each in answers] == [[], [], []]


@pytest.mark.parametrize("status", [*PHRASES, 500])
def test_what_could_not_be_read_is_answered_with_them_too(status):
    head_of_it = (answer(status) if status in PHRASES else broken()).partition(b"\r\n\r\n")[0].decode()
    assert faults(dict(line.split(": ", 1) for line in head_of_it.split("\r\n")[1:])) == []


def test_behind_tls_browsers_are_told_to_stay_with_it(rf, settings):
    from django.http import HttpResponse

    settings.SECURE_HSTS_SECONDS = 31_536_000
    told = SecurityHeaders(lambda request: HttpResponse())(rf.get("/"))
    assert told.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
