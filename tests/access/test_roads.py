"""Role × noun × road, complete over the URLs."""

import importlib
import pkgutil
from contextlib import contextmanager, nullcontext
from copy import deepcopy
from unittest import mock

import pytest
from django.db import transaction
from django.template.backends.django import Template
from django.test import Client
from django.urls import get_resolver, reverse

import tests.access
from tests.access.rows_respond import HANDED, WARDEN
from tests.access.scene import build
from tests.access.table import CAST
from tests.accounts import sign_in
from tests.people import nobody
from tests.remembering import remembered

pytestmark = pytest.mark.django_db

MODULES = [each.name for each in pkgutil.iter_modules(tests.access.__path__) if each.name.startswith("rows_")]
ROADS = [road for name in MODULES for road in importlib.import_module(f"tests.access.{name}").ROADS]
# Public pages are walked by tests/faces/portal and tests/faces/api; sign-in pages by tests/faces/desk: they know no role.
WITHOUT_ROLES = {"portal", "api", ""}
AT_EVERY_RUN = ("secretary", "focal")
"""Whose roads are walked in `make test`: the one who may most and the one outside; everybody's in `make trials`."""


def url_names(resolver=None, namespace=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from url_names(pattern, namespace + (f"{pattern.namespace}:" if pattern.namespace else ""))
        else:
            yield namespace + (pattern.name or str(pattern.pattern))


@remembered
def arguments():
    """What each road's address is filled with, once everything stands that roads are about."""
    scene = build()
    return [road.needs(scene) for road in ROADS]


def answer(client, road, arguments):
    address = reverse(road.name, kwargs=arguments)
    return client.post(address, road.data) if road.method == "post" else client.get(address)


def test_every_address_of_the_desk_has_its_rows():
    walked = {road.name for road in ROADS}
    named = {name for name in url_names() if (name.rpartition(":")[0]) not in WITHOUT_ROLES}
    assert named - walked == set(), "addresses without a row in tests/access/rows_*.py"
    assert walked - named == set(), "rows without an address"


@pytest.fixture
def walked(tmp_path, settings):
    """Every road with its arguments: the scene is built once, and whatever a walker does is undone before the next one comes."""
    settings.TIREK_DATA = tmp_path
    settings.DEBUG = False
    return list(zip(ROADS, arguments(), strict=True))


def status_of(client, road, arguments):
    """What the road answers; nothing that it does stays, not even in the browser."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        status = answer(client, road, arguments).status_code
        transaction.set_rollback(True)
    client.cookies = cookies
    return status


@contextmanager
def pages_drawn(wanted):
    """Where pages are not wanted, templates give nothing: a status is decided before anything is drawn."""
    with nullcontext() if wanted else mock.patch.object(Template, "render", lambda self, *args, **given: ""):
        yield


OTHERS = pytest.param(tuple(sorted(set(CAST) - set(AT_EVERY_RUN))), marks=pytest.mark.slow)
"""Not repeated on PostgreSQL: what a person may see is proved there by the rooms' own property tests, and the roads of the first ones by this test."""


@pytest.mark.parametrize("persons", [pytest.param(AT_EVERY_RUN, marks=pytest.mark.long), OTHERS], ids=["some", "the others"])
def test_each_road_is_open_to_those_of_the_table_and_closed_to_all_others(walked, persons):
    """Every page is drawn for the first person who may open it, and refused in words to the first who may not; for the next ones only the status is asked."""
    wrong, drawn = [], set()
    for person in persons:
        actor = CAST[person]
        client = sign_in(Client(raise_request_exception=False), actor)
        for road, arguments in walked:
            with pages_drawn((road.label, person in road.open_to) not in drawn):
                status = status_of(client, road, arguments)
            if status in (200, 403, 404):
                drawn.add((road.label, status == 200))
            if status >= 500:
                wrong.append(f"{person}: {road.label}: broke ({status})")
            elif (status not in (403, 404)) != (person in road.open_to):
                wrong.append(f"{person}: {road.label}: {'open' if status not in (403, 404) else 'closed'} ({status})")
    assert wrong == [], "\n" + "\n".join(wrong)


OF_A_FACILITY = {
    "get desk:home", "post desk:choose-country", "get desk:jobs",
    *(f"get respond:{name}" for name in ("home", "recommendations", "to-send", "sheet", "sheet-file", "letters")), "post respond:sheet",
    *(f"{road} {HANDED}" for road in ("get respond:recommendation", "get respond:reply", "post respond:reply", "post respond:hand-in", "post respond:drop", "get respond:file")),
}  # fmt: skip
"""Where a facility's focal point comes in: the pages that stand empty for whoever was handed nothing, and the one recommendation."""
TELLING = ("recommendation", "search", "export", "file", "calendar", "letter", "sheet", "webhook", "report", "notice")


def could_tell(road):
    """Every road of the authorities' page and every one that their people may go; of the others those that would tell of recommendations."""
    return road.name.startswith("respond:") or "focal" in road.open_to or (road.method == "get" and any(word in road.name for word in TELLING))


@pytest.mark.long
def test_a_facilitys_people_come_to_what_was_handed_to_them_and_nowhere_else(walked):
    client = sign_in(Client(raise_request_exception=False), WARDEN)
    with pages_drawn(False):
        found = {road.label: status_of(client, road, arguments) for road, arguments in walked if could_tell(road)}
    assert not [label for label, status in found.items() if status >= 500]
    assert {label for label, status in found.items() if status not in (403, 404)} == OF_A_FACILITY, "a road of theirs is closed, or one of others open"
    assert len(found) > 200


def test_without_an_account_every_road_leads_to_the_sign_in_page(walked):
    client = Client()
    sign_in(client, nobody)
    for road, arguments in walked:
        shown = answer(client, road, arguments)
        if road.method == "post":
            told = shown.content.decode()
            assert shown.status_code == 403 and "Nothing was saved" in told and 'href="/accounts/login/?next=%2Fdesk%2F"' in told, road.label
        else:
            assert shown.status_code == 302 and "/accounts/login/" in shown.url, road.label
