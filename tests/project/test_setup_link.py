"""The terminal alone prints the link to make the first administrator."""

import os
import re
from dataclasses import replace

import pytest

from tests.foundation.people.cast import account, with_passkey
from tirek.foundation.people.queries import set_up_behind, set_up_waits
from tirek.ground.rules.actors import Role
from tirek.project.cli.greeting import lines
from tirek.project.cli.setup_link import first_start_lines, link_lines, print_link
from tirek.project.cli.troubles import Trouble
from tirek.project.demonstration.people import load_people
from tirek.project.instance import read_instance

pytestmark = pytest.mark.django_db
MAIN = replace(read_instance({}), demo=False, port=8123)
DEMO = replace(MAIN, demo=True)


def secret_in(shown):
    return re.search(r"http://localhost:8123/accounts/set-up/([\w-]+)/", "\n".join(shown))[1]


def test_the_first_start_of_the_main_edition_prints_one_link_that_works():
    assert set_up_behind(secret_in(lines(MAIN)))
    assert "set-up/" not in "\n".join(lines(MAIN))


def test_the_journal_of_the_system_is_told_no_link(monkeypatch):
    said = os.fstat(1)
    monkeypatch.setenv("JOURNAL_STREAM", f"{said.st_dev}:{said.st_ino}")
    assert "set-up/" not in "\n".join(lines(MAIN))
    assert not set_up_waits()
    assert secret_in(link_lines(MAIN, again=False)), "whoever asks at the terminal gets it as the first one"


def test_a_terminal_that_inherits_the_journal_of_its_session_prints_the_link(monkeypatch):
    monkeypatch.setenv("JOURNAL_STREAM", "8:1")
    assert secret_in(lines(MAIN))


def test_the_demonstration_gets_no_link_and_nothing_of_it_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    for asked in ({"DEMO": "1"}, {"DEMO": ""}):
        monkeypatch.setenv("DEMO", asked["DEMO"])
        for second in ("", "kz"):
            with pytest.raises(Trouble, match="DEMO=0 tirek setup-link"):
                print_link(again=False, second=second)
    assert not (tmp_path / "data").exists()


def test_a_second_link_is_asked_for_and_ends_the_first():
    first = secret_in(link_lines(MAIN, again=False))
    with pytest.raises(Trouble):
        link_lines(MAIN, again=False)
    second = secret_in(link_lines(MAIN, again=True))
    assert not set_up_behind(first) and set_up_behind(second)


def test_with_an_administrator_there_is_no_link():
    with_passkey(account("admin", Role.ADMINISTRATOR))
    assert first_start_lines(MAIN) == []
    with pytest.raises(Trouble):
        link_lines(MAIN, again=True)


def test_where_one_person_is_left_the_terminal_makes_a_second_administrator(client):
    account("admin", Role.ADMINISTRATOR)
    secret = secret_in(link_lines(MAIN, again=False, second="kz"))
    client.cookies["language"] = "en"
    page = client.get(f"/accounts/set-up/{secret}/")
    assert "A further administrator" in page.content.decode()
    assert [code for code, _name in page.context["form"].fields["countries"].choices] == ["kz"]


@pytest.mark.parametrize("country", ["kz", "atlantis"])
def test_a_country_where_two_give_rights_and_one_that_is_unknown_get_no_link(country):
    with_passkey(account("admin", Role.ADMINISTRATOR))
    with_passkey(account("head", Role.HEAD))
    with pytest.raises(Trouble):
        link_lines(MAIN, again=True, second=country)


def test_the_demonstration_prints_its_passwords_and_no_link(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
    load_people()
    shown = "\n".join(lines(DEMO))
    assert "head@lumeria.example" in shown and "set-up/" not in shown
