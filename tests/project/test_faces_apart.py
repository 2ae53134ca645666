"""Both layouts: all faces on one port, and each face in a process of its own with its own addresses and cookies (the portal without any)."""

import os
import re
import subprocess
import sys

import pytest

from tests.project.commands import ROOT, free_port
from tests.trials.visitors import SECRETARY, Visitor
from tirek.project.cli.parts import face_environment
from tirek.project.instance import FACES, Instance, SettingRefused, read_faces, read_ports

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
    portal, desk = free_port(), free_port()
    demonstration.port = portal
    with demonstration.served(limit=400, TIREK_PORTS=f"portal={portal},desk={desk}") as served:
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


@pytest.mark.parametrize("face", ["portal", "desk"])
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
    assert read_faces({}) == ("portal", "desk") and read_faces({"TIREK_FACE": "desk"}) == ("desk",)
