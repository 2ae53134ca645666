"""Demonstration persons: one click on the machine itself, nothing anywhere else."""

import re
import stat

import pytest
from django.test import Client
from django.urls import reverse

from tests.remembering import remembered
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account
from tirek.foundation.people.queries import demonstration_people
from tirek.foundation.people.secrets import passwords_file
from tirek.foundation.people.services import create_account, demonstration_passwords, grant_role
from tirek.ground.rules.actors import SYSTEM, Role
from tirek.project.demonstration.people import load_people

pytestmark = pytest.mark.django_db
LOCAL = {"HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1"}


@remembered
def people_of_the_demonstration() -> None:
    """The invented people, with the passwords of their data folder."""
    load_people()


@pytest.fixture
def head():
    people_of_the_demonstration()
    return next(person for person in demonstration_people() if person.login.startswith("head@"))


def enter(person, **environ):
    browser = Client()
    answer = browser.post(reverse("demonstration-enter"), {"person": person.id}, **{**LOCAL, **environ})
    return browser, answer


def test_one_click_enters_and_the_desk_knows_the_actor(head):
    browser, answer = enter(head)
    assert answer.status_code == 302 and answer["Location"] == "/desk/"
    desk = browser.get("/desk/", **LOCAL)
    assert desk.status_code == 200
    assert desk.wsgi_request.actor.has(Role.HEAD, country="demo")
    assert desk.wsgi_request.country == "demo"


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_CONNECTION": "keep-alive"},
        {"SERVER_PROTOCOL": "HTTP/2"},
        {"HTTP_HOST": "127.0.0.1:8300"},
        {"HTTP_HOST": "[::1]:8300", "REMOTE_ADDR": "::1"},
    ],
)
def test_an_ordinary_browser_of_the_machine_is_not_taken_for_a_proxy(head, environ):
    assert enter(head, **environ)[1].status_code == 302


@pytest.mark.parametrize("address", [reverse, None])
def test_the_buttons_stand_on_the_sign_in_page_and_on_their_own(head, address):
    page = Client().get("/accounts/demonstration/" if address else "/accounts/login/", **LOCAL).content.decode()
    assert head.name in page and head.id in page


@pytest.mark.parametrize(
    "environ",
    [
        {"REMOTE_ADDR": "10.0.0.7"},
        {"REMOTE_ADDR": "10.0.0.7", "HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_X_FORWARDED_FOR": "10.0.0.7"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
        {"HTTP_X_FORWARDED": "for=127.0.0.1"},
        {"HTTP_X_FORWARDED_PORT": "8300"},
        {"HTTP_X_FORWARDED_SERVER": "localhost"},
        {"HTTP_X_ORIGINAL_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_VIA": "1.1 localhost"},
        {"HTTP_CLIENT_IP": "127.0.0.1"},
        {"HTTP_X_CLIENT_IP": "127.0.0.1"},
        {"HTTP_TRUE_CLIENT_IP": "127.0.0.1"},
        {"HTTP_CF_CONNECTING_IP": "127.0.0.1"},
        {"SERVER_PROTOCOL": "HTTP/1.0", "HTTP_CONNECTION": "close", "HTTP_HOST": "127.0.0.1:8300"},
        {"SERVER_PROTOCOL": "HTTP/1.0"},
        {"HTTP_CONNECTION": "close"},
        {"HTTP_HOST": "tirek.example"},
        {"HTTP_HOST": "localhost.attacker.example"},
        {"HTTP_HOST": "127.0.0.1.attacker.example"},
    ],
)
def test_nobody_enters_from_elsewhere_whatever_the_headers_say(head, environ, settings):
    settings.ALLOWED_HOSTS = ["*"]
    browser, answer = enter(head, **environ)
    assert answer.status_code == 404
    assert "_auth_user_id" not in browser.session
    page = browser.get("/accounts/login/", **{**LOCAL, **environ}).content.decode()
    assert head.name not in page
    assert browser.get("/accounts/demonstration/", **{**LOCAL, **environ}).status_code == 404


def test_the_main_edition_has_no_such_door(head, settings):
    settings.TIREK_DEMO = False
    assert enter(head)[1].status_code == 404


def test_only_demonstration_accounts_enter_so(head):
    real = create_account(email="a@b.example", name="A", language="ru", country="kz", password=None, by=SYSTEM).value
    grant_role(account_id=real.pk, role=Role.HEAD, country="kz", by=SYSTEM)
    for wanted in (str(real.pk), "", "x" * 36, "%"):
        answer = Client().post(reverse("demonstration-enter"), {"person": wanted}, **LOCAL)
        assert answer.status_code == 404


def test_the_click_needs_the_forms_token(head):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(reverse("demonstration-enter"), {"person": head.id}, **LOCAL).status_code == 403
    assert browser.get(reverse("demonstration-enter"), **LOCAL).status_code == 405


def test_a_password_drawn_at_random_works_on_the_machine_and_nowhere_else(head):
    password = dict(demonstration_passwords())[head.login]
    sent = {"login": head.login, "password": password}
    assert Client().post("/accounts/login/", sent, **LOCAL).status_code == 302
    elsewhere = Client().post("/accounts/login/", sent, **{**LOCAL, "REMOTE_ADDR": "10.0.0.7"})
    assert elsewhere.status_code == 200 and elsewhere.context["form"].errors


def test_a_drawn_password_is_long_enough_for_a_quick_hash_and_gets_a_slow_one_at_its_first_sign_in(head, settings):
    settings.PASSWORD_HASHERS = settings.PASSWORD_HASHERS[1:]
    password = dict(demonstration_passwords())[head.login]
    assert re.fullmatch(r"[a-z2-9]{5}(-[a-z2-9]{5}){3}", password) and Account.objects.get(pk=head.id).password.startswith("scrypt$512$")
    assert Client().post("/accounts/login/", {"login": head.login, "password": password}, **LOCAL).status_code == 302
    assert Account.objects.get(pk=head.id).password.startswith("scrypt$16384$") and verify().holds
    assert Client().post("/accounts/login/", {"login": head.login, "password": password}, **LOCAL).status_code == 302


def test_a_stolen_demonstration_session_ends_off_the_machine(head):
    browser, _ = enter(head)
    answer = browser.get("/desk/", **{**LOCAL, "REMOTE_ADDR": "10.0.0.7"})
    assert answer.status_code == 302 and "/accounts/login/" in answer["Location"]
    assert browser.get("/desk/", **LOCAL).status_code == 302


def test_passwords_differ_and_stand_in_a_file_for_its_owner_alone(head):
    passwords = [password for _, password in demonstration_passwords()]
    assert len(set(passwords)) == len(passwords) >= 10
    assert stat.S_IMODE(passwords_file().stat().st_mode) == 0o600


def test_loading_again_changes_neither_persons_nor_passwords(head):
    before = demonstration_passwords()
    load_people()
    assert demonstration_passwords() == before
    assert Account.objects.filter(demonstration=True).count() == len(before)


def test_changing_the_person_changes_the_session(head):
    browser, _ = enter(head)
    first = browser.session.session_key
    other = next(person for person in demonstration_people() if person.login.startswith("member@"))
    browser.post(reverse("demonstration-enter"), {"person": other.id}, **LOCAL)
    assert browser.session.session_key != first
    assert browser.session["_auth_user_id"] == other.id


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example", "https:evil.example"]
)
def test_next_never_leads_out_of_the_house(head, wanted):
    answer = Client().post(reverse("demonstration-enter"), {"person": head.id, "next": wanted}, **LOCAL)
    assert answer["Location"] == "/desk/"


def too_late(head):
    """A browser whose form has come after the end of the head's session."""
    browser, _ = enter(head)
    browser.get("/desk/", **LOCAL)
    session = browser.session
    session["seen_at"] -= 31 * 60
    session.save()
    assert browser.post("/desk/country/", {"country": "demo"}, **LOCAL)["Location"].endswith("?next=/accounts/continue/")
    return browser


def test_one_click_gives_the_kept_form_back_to_the_one_who_filled_it_in(head):
    browser = too_late(head)
    answer = browser.post(reverse("demonstration-enter"), {"person": head.id}, **LOCAL)
    assert answer["Location"] == "/accounts/continue/"
    kept = browser.get("/accounts/continue/", **LOCAL)
    assert (kept.context["path"], kept.context["pairs"]) == ("/desk/country/", [("country", "demo")])


def test_one_click_of_somebody_else_gives_the_kept_form_to_nobody(head):
    browser = too_late(head)
    other = next(person for person in demonstration_people() if person.login.startswith("member@"))
    sent = {"person": other.id, "next": "/desk/ledger/"}
    assert browser.post(reverse("demonstration-enter"), sent, **LOCAL)["Location"] == "/desk/ledger/"
    assert "kept_form" not in browser.session
    browser.post(reverse("demonstration-enter"), {"person": head.id}, **LOCAL)
    assert browser.get("/accounts/continue/", **LOCAL).url == "/desk/"


@pytest.mark.parametrize("accepted", ["en", "kk"])
def test_the_desk_keeps_the_language_in_which_the_click_was_made(head, accepted):
    Account.objects.filter(pk=head.id).update(language="ru")
    browser = Client(HTTP_ACCEPT_LANGUAGE=accepted)
    browser.post(reverse("demonstration-enter"), {"person": head.id}, **LOCAL)
    assert browser.get("/desk/", **LOCAL)["Content-Language"] == accepted


def test_a_language_chosen_in_the_browser_outlives_the_click(head):
    Account.objects.filter(pk=head.id).update(language="ru")
    browser = Client(HTTP_ACCEPT_LANGUAGE="kk")
    browser.cookies["language"] = "en"
    browser.post(reverse("demonstration-enter"), {"person": head.id}, **LOCAL)
    assert browser.cookies["language"].value == "en"
    assert browser.get("/desk/", **LOCAL)["Content-Language"] == "en"
    named = Client()
    answer = named.post("/ky/accounts/demonstration/enter/", {"person": head.id}, **LOCAL)
    assert (answer["Location"], named.cookies["language"].value) == ("/ky/desk/", "ky")
