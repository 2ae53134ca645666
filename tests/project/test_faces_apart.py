"""Both layouts: all faces on one port, and each face in a process of its own with its own addresses and cookies (the portal without any)."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.urls import get_resolver

from tests.project.commands import ROOT, free_port
from tests.trials.visitors import SECRETARY, Visitor
from tirek.project.cli.parts import face_environment
from tirek.project.instance import FACES, Instance, SettingRefused, address_of, read_faces, read_ports

pytestmark = pytest.mark.pure  # an embedded database of its own: nothing to repeat on PostgreSQL
PUBLIC = ("/", "/kk/kz/", "/ru/kz/missions/spt-2023/", "/en/kz/mechanisms/", "/en/kz/replies/", "/en/about/components/")


@pytest.fixture
def demonstration(told_house, new_house):
    """A demonstration that was told before."""
    return new_house(told_house.house, more={"DEMO": "1"})


def cookies_of(visitor, paths):
    for path in paths:
        assert visitor.get(path).status == 200, path
    return visitor.cookies


@pytest.mark.trial
def test_on_one_port_public_pages_set_no_cookie_and_the_desk_is_a_prefix(demonstration):
    with demonstration.served(limit=400) as served:
        assert cookies_of(Visitor(served.port), PUBLIC) == {}
        person = Visitor(served.port).enter(SECRETARY)
        assert person.get("/en/desk/places/").status == 200
        assert set(person.cookies) >= {"sessionid", "csrftoken"}


@pytest.mark.trial
def test_apart_the_portal_knows_no_cookie_and_leads_to_the_desks_own_address(demonstration):
    portal, desk, respond = free_port(), free_port(), free_port()
    demonstration.port = portal
    with demonstration.served(limit=400, TIREK_PORTS=f"portal={portal},desk={desk},respond={respond}") as served:
        assert f"Ready: http://127.0.0.1:{portal}/" in served.words and f"http://localhost:{desk}/accounts/demonstration/" in served.words
        stranger = Visitor(portal)
        assert cookies_of(stranger, PUBLIC) == {}
        for path in ("/en/desk/", "/en/desk/places/", "/en/accounts/login/"):
            answer = stranger.get(path)
            assert (answer.status, answer.location) == (302, path) and stranger.cookies == {}
        assert stranger.post("/en/desk/places/new/", {}).status == 404
        assert stranger.get("/en/nothing/here/").status == 404
        rooms = re.findall(r'href="(/[^"]*desk/[^"]*)"', stranger.get("/en/kz/").text)
        assert rooms and all(stranger.get(room).status == 302 for room in rooms)
        assert apart_at_the_desk(desk)
        assert apart_at_the_authorities_page(respond)


def apart_at_the_desk(port):
    """The desk's process: signing in and writing work, its cookies have its own names, public pages are elsewhere."""
    person = Visitor(port).enter(SECRETARY)
    assert {"desk_session", "desk_csrftoken"} <= set(person.cookies) and not {"sessionid", "csrftoken"} & set(person.cookies)
    assert person.get("/en/desk/places/").status == 200
    assert person.register_place("Apart 1")[1]
    assert person.get("/en/").location == "/en/desk/"
    answer = person.get("/en/kz/missions/spt-2023/")
    assert (answer.status, answer.location) == (302, "/en/kz/missions/spt-2023/")
    return True


def apart_at_the_authorities_page(port):
    """The page's process: people of a body sign in and read, staff do not come in, and nothing of the desk is there."""
    person = Visitor(port).enter("Рован Эск")
    assert {"respond_session", "respond_csrftoken"} <= set(person.cookies) and "desk_session" not in person.cookies
    assert person.get("/en/respond/").status == 200 and person.get("/en/accounts/").status == 200
    assert person.get("/en/").location == "/en/respond/"
    assert {person.get(path).status for path in ("/en/desk/", "/en/kz/", "/en/members/", "/api/")} == {404}
    assert SECRETARY not in Visitor(port).get("/en/accounts/demonstration/").text
    return True


def test_a_face_is_told_its_own_database_role_and_nobody_elses(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://owner:secret-of-all@localhost/tirek")
    for face in FACES:
        monkeypatch.setenv(f"TIREK_{face.upper()}_DATABASE_URL", f"postgresql://{face}:secret-of-{face}@localhost/tirek")
    instance = Instance(tmp_path, False, "", 8001, (("portal", 8001), ("desk", 8002)))
    for face in FACES:
        told = face_environment(instance, face)
        assert told["DATABASE_URL"] == f"postgresql://{face}:secret-of-{face}@localhost/tirek" and told["TIREK_FACE"] == face
        assert {name for name, value in told.items() if "secret-of" in value} == {"DATABASE_URL"}
    monkeypatch.delenv("TIREK_DESK_DATABASE_URL")
    assert "secret-of-portal" not in str(face_environment(instance, "desk"))


SERVE = "from tirek.project.wsgi import application; from django.urls import get_resolver; print(len(get_resolver().url_patterns))"


@pytest.mark.parametrize("face", ["portal", "desk", "respond"])
def test_a_face_alone_is_made_of_the_rooms_that_its_process_has(face, tmp_path):
    """The portal's process has few rooms: an import of any other one breaks it at its start."""
    given = {**os.environ, "TIREK_FACE": face, "DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tirek.project.settings"}
    made = subprocess.run([sys.executable, "-c", SERVE], cwd=ROOT, env=given, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr[-2000:]


@pytest.mark.parametrize("text", ["portal", "portal=x", "kitchen=8001", "portal=8001,desk=8001", "desk=1,desk=2"])
def test_ports_that_cannot_be_are_one_sentence(text):
    with pytest.raises(SettingRefused, match="TIREK_PORTS"):
        read_ports(text)


def test_a_face_that_does_not_exist_is_one_sentence():
    with pytest.raises(SettingRefused, match="TIREK_FACE"):
        read_faces({"TIREK_FACE": "kitchen"})
    assert read_faces({}) == ("portal", "desk", "respond") and read_faces({"TIREK_FACE": "respond"}) == ("respond",)


def test_the_authorities_page_stands_with_the_desk_until_it_has_a_port_of_its_own():
    together, apart = {"TIREK_FACE": "desk", "TIREK_PORTS": "portal=1,desk=2"}, {"TIREK_FACE": "desk", "TIREK_PORTS": APART}
    assert read_faces(together) == ("desk", "respond") and read_faces(apart) == ("desk",)
    house = Instance(ROOT, False, "", 1, read_ports(together["TIREK_PORTS"]))
    assert address_of(house, "respond", {**together, "TIREK_DESK_ADDRESS": "https://desk.npm.example", "TIREK_RESPOND_ADDRESS": "https://other.example"}) == "https://desk.npm.example"
    assert address_of(Instance(ROOT, False, "", 1, read_ports(APART)), "respond", apart) == "http://localhost:3"


APART = "portal=1,desk=2,respond=3"
WALK = """
import json, sys, django
django.setup()
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as OfTheDesk
from django.test import Client
from django.utils.module_loading import import_string
asked, store = json.load(sys.stdin), import_string(settings.SESSION_ENGINE + ".SessionStore")
client = Client()
answers = {path: client.get(path, SERVER_NAME="localhost").status_code for path in asked}
print(json.dumps({
    "there": [path for path, status in answers.items() if status != 404], "modules": [name for name in sys.modules if name.startswith("tirek.")],
    "cookies": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME], "reads": store().decode(OfTheDesk().encode({"_auth_user_id": "1"})),
}))
"""


def below(prefixes):
    """An address of each page below these prefixes."""
    given = {"uuid": "0f0e0d0c-0b0a-4908-8706-050403020100", "int": "1", "year": "2026", "day": "2026-01-02"}

    def walk(patterns, before=""):
        for each in patterns:
            way = before + str(each.pattern)
            yield from walk(each.url_patterns, way) if hasattr(each, "url_patterns") else [way]

    return [re.sub(r"<(?:(\w+):)?\w+>", lambda found: given.get(found[1], "a"), f"/{way}") for way in walk(get_resolver().url_patterns) if way.startswith(prefixes)]


def seen_by(face, asked, tmp_path):
    """What a process of a face alone answers and has loaded."""
    given = {**os.environ, "TIREK_FACE": face, "TIREK_PORTS": APART, "DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tirek.project.settings"}
    made = subprocess.run([sys.executable, "-c", WALK], cwd=ROOT, env=given, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr[-2000:]
    return json.loads(made.stdout)


def test_the_authorities_page_alone_has_no_other_faces_address_and_no_room_that_a_body_may_not_know(tmp_path):
    asked = below(("desk/", "members/", "calendar/", "api/", "<", "kz/", "about/"))
    assert len(asked) > 300
    found = seen_by("respond", asked, tmp_path)
    assert found["there"] == []
    hidden = ("tirek.insight", "tirek.followup.international", "tirek.faces.desk", "tirek.faces.portal", "tirek.faces.api", "tirek.project.system")
    assert [name for name in found["modules"] if name.startswith(hidden)] == []
    assert found["cookies"] == ["respond_session", "respond_csrftoken"]
    assert found["reads"] == {}, "a session of the desk says nothing here"


def test_the_desk_alone_has_no_address_of_the_authorities_page(tmp_path):
    asked = below(("respond/",))
    assert len(asked) > 15
    found = seen_by("desk", asked, tmp_path)
    assert found["there"] == [] and not any(name.startswith("tirek.faces.respond") for name in found["modules"])
    assert found["cookies"] == ["desk_session", "desk_csrftoken"]
