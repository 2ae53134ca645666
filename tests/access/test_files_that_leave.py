"""Whatever the desk gives away as a file has its entry in the ledger and asks an old session who it is first; no address may forget it."""

import ast
from collections.abc import Iterator
from functools import cache
from inspect import getsourcefile, unwrap
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse

from tests.access.scene import Scene, build
from tests.access.table import CAST, Road
from tests.access.test_roads import ROADS, answer
from tests.accounts import sign_in
from tirek.faces import desk
from tirek.foundation.ledger.models import Entry
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports import queries

pytestmark = pytest.mark.django_db

MAKERS = {"csv_answer", "file_answer", "answer_file", "bytes_answer", "as_attachment", "FileResponse"}
"""Calls that make an answer a file to be saved; the text of the header's name is the other way."""

WITHOUT_RECORDS = {"desk:sheet-template", "desk:bundle-reader"}
"""Files in which nothing of the record stands: an empty table with its headings, and the program that opens a bundle."""
WITHOUT_SESSION = {str(Path(desk.__file__).parent / "calendar" / "served.py")}
"""What a secret in the address opens to a program: nobody is there who could be asked, and each reading is noted beside the address (docs/decisions/0038)."""
SHARED = {str(Path(desk.__file__).parent / name) for name in ("uploads.py", "exports.py", "answer_files.py")}
"""Where the makers themselves stand: no view."""


@pytest.fixture
def scene(settings):
    settings.DEBUG = False
    return build()


def with_a_document(road: Road, arguments: dict[str, Any], person: Actor) -> Road:
    """The row that takes a report's document away, with one that there is: which, only the scene knows."""
    if (road.name, road.method) != ("desk:report-documents", "post"):
        return road
    try:
        files = queries.frozen_files(arguments["report_id"], by=person)
    except NotFound:
        return road
    return Road(road.name, road.open_to, road.needs, "post", road.about, road.kind, {**road.data, "document": str(files[0].id)} if files else road.data)


@cache
def makes_files(path: str) -> bool:
    """Whether a module makes an answer that is a file."""
    nodes = list(ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))))
    called = {getattr(node.func, "id", getattr(node.func, "attr", "")) for node in nodes if isinstance(node, ast.Call)}
    written = {node.value.lower() for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return bool(called & MAKERS) or "content-disposition" in written


def module_of(address: str) -> str:
    """The file in which the view behind an address stands."""
    return getsourcefile(unwrap(resolve(address).func)) or ""


def files_given(scene: Scene) -> Iterator[tuple[Road, dict[str, Any], str]]:
    """Every row of the table that answers with a file: the row, its arguments, and somebody who gets the file."""
    arguments = {id(road): road.needs(scene) for road in ROADS}
    for person in CAST:
        client = sign_in(Client(raise_request_exception=False), CAST[person])
        for road in ROADS:
            if person != min(road.open_to, default=""):
                continue
            asked = with_a_document(road, arguments[id(road)], CAST[person])
            with transaction.atomic():
                given = answer(client, asked, arguments[id(road)])
                transaction.set_rollback(True)
            assert given.status_code < 500, road.label
            if given.headers.get("Content-Disposition") and road.name not in WITHOUT_RECORDS:
                yield asked, arguments[id(road)], person
                client = sign_in(Client(raise_request_exception=False), CAST[person])


def exported() -> int:
    """How many entries of files that left there are."""
    return Entry.objects.filter(verb__endswith=".exported").count()


@pytest.mark.slow
def test_every_file_that_leaves_is_an_entry_and_asks_an_old_session_first(scene, settings):
    given = list(files_given(scene))
    wrong = []
    for road, arguments, person in given:
        client, before = sign_in(Client(), CAST[person]), exported()
        answer(client, road, arguments)
        if exported() != before + 1:
            wrong.append(f"{road.label}: no entry")
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT, usual = 0, settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        late = answer(client, road, arguments)
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = usual
        asked = late.headers.get("Location", "").startswith(reverse("demonstration-reauthenticate"))
        if not asked or exported() > before + 1:
            wrong.append(f"{road.label}: not confirmed")
    assert wrong == []
    met = {module_of(reverse(road.name, kwargs=arguments)) for road, arguments, _ in given}
    makers = {str(path) for path in Path(desk.__file__).parent.rglob("*.py") if makes_files(str(path))} - SHARED - WITHOUT_SESSION
    assert makers - met == set(), "modules that give files away, none of whose rows answers with one"
    assert len({road.name for road, _, _ in given}) >= 8
