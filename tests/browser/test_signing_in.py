"""Signing in in a real browser: one click in the demonstration, a passkey at the name localhost, one-time codes."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache

from tests.browser.screens import languages
from tests.browser.walker import Walker
from tests.foundation.people.cast import PASSWORD, account
from tirek.ground.rules.actors import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
    cache.clear()


@pytest.fixture
def aida(transactional_db):
    return account("aida", Role.MEMBER, password=PASSWORD)


def with_authenticator(person: Walker):
    """A virtual authenticator with a fingerprint, as a telephone or laptop has one."""
    devtools = person.context.new_cdp_session(person.page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools


def by_name(person: Walker) -> Walker:
    """The same site by the name localhost."""
    person.base = re.sub(r"//[^:/]+", "//localhost", person.base)
    return person


def enter_password(person: Walker) -> None:
    person.open("/en/accounts/login/")
    person.write("E-mail address", "aida@npm.example")
    person.page.get_by_label("Password", exact=True).fill(PASSWORD)
    person.press("Sign in")


def test_a_passkey_is_added_at_localhost_and_signs_in_alone(walk, aida):
    person = by_name(walk(locale="en-US"))
    with_authenticator(person)
    enter_password(person)
    person.page.wait_for_url("**/accounts/factors/needed/")
    person.press("Add a passkey")
    person.write("Name, so that you know it again", "laptop")
    person.press("Add a passkey")
    person.page.wait_for_url("**/accounts/factors/recovery/")
    assert person.page.locator(".codes code").count() == 10
    person.must_be_accessible()
    person.press("To the desk")
    person.page.wait_for_url("**/desk/")
    person.press("Sign out")
    person.open("/en/accounts/login/")
    person.press("Sign in with a passkey")
    person.page.wait_for_url("**/desk/")
    assert "Aida" in person.page.content() or "aida" in person.page.content()


def test_a_passkey_that_the_browser_does_not_have_is_told(walk, aida):
    person = by_name(walk(locale="en-US"))
    person.open("/en/accounts/login/")
    person.page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')) }")
    person.press("Sign in with a passkey")
    person.see("The passkey could not be used")


def test_one_time_codes_are_set_up_and_asked_for(walk, aida):
    person = by_name(walk(locale="en-US"))
    enter_password(person)
    person.press("Set up one-time codes")
    secret = person.page.locator("code").first.inner_text()
    person.must_be_accessible()
    person.write("Code that the application shows", code(secret))
    person.press("Set up")
    person.page.wait_for_url("**/accounts/factors/recovery/")
    recovery = person.page.locator(".codes code").first.inner_text()
    person.press("To the desk")
    person.press("Sign out")
    enter_password(person)
    person.page.wait_for_url("**/accounts/factors/code/")
    person.must_be_accessible()
    person.write("One-time code, or a recovery code", recovery)
    person.press("Sign in")
    person.page.wait_for_url("**/desk/")


def code(secret: str) -> str:
    """What an authenticator application shows now (RFC 6238)."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_one_click_enters_the_demonstration(walk, transactional_db):
    from tirek.project.demonstration.people import load_people

    load_people()
    person = by_name(walk())
    for width in (1280, 390):
        person.page.set_viewport_size({"width": width, "height": 800})
        person.open("/ru/accounts/demonstration/")
        person.must_be_accessible()
        assert person.sideways() == 0
    person.page.get_by_role("button", name="Элара Винтер").click()
    person.page.wait_for_url("**/desk/")


def test_what_was_typed_survives_signing_in_again_in_another_tab(walk, transactional_db):
    from tirek.project.demonstration.people import load_people

    load_people()
    person = by_name(walk(locale="en-US"))
    form, other = person.page, person.context.new_page()

    def enters():
        other.goto(f"{person.base}/en/accounts/demonstration/")
        other.get_by_role("button", name="Элара Винтер").click()
        other.wait_for_url("**/desk/")

    enters()
    person.open("/en/desk/places/new/")
    person.write("Русский", "Дом у старой мельницы")
    person.write("Address", "Вейра, ул. Мельничная, 3")
    with other.expect_navigation():
        other.get_by_role("button", name="Sign out").click()
    enters()
    person.press("Enter the place")
    person.see("Дом у старой мельницы")
    person.see("under the name of Элара Винтер")
    for width, scheme in ((1280, "light"), (390, "dark")):
        form.set_viewport_size({"width": width, "height": 800})
        form.emulate_media(color_scheme=scheme)
        person.must_be_accessible()
        assert person.sideways() == 0
    person.press("Send it now")
    person.see("This field is required.")
    assert person.page.get_by_label("Address").input_value() == "Вейра, ул. Мельничная, 3"


@languages("kk")
def test_the_pages_of_accounts_are_open_to_everybody(walk, transactional_db, language):
    from tirek.foundation.people.models import Account
    from tirek.project.demonstration.people import load_people

    load_people()
    person = by_name(walk())
    person.open(f"/{language}/accounts/login/")
    person.must_be_accessible()
    person.page.get_by_role("button", name="Кай Норден").click()
    person.page.wait_for_url("**/desk/accounts/")
    other = Account.objects.get(email__startswith="member@")
    for path in (
        "desk/accounts/",
        f"desk/accounts/{other.pk}/",
        "desk/accounts/invite/",
        "desk/accounts/invitations/",
        "desk/accounts/rights/",
        "desk/accounts/mail/",
        "accounts/notices/",
        "accounts/calendar/",
        "accounts/",
        "accounts/sessions/",
        "accounts/factors/",
        "accounts/password/",
    ):
        assert person.open(f"/{language}/{path}") == 200
        person.must_be_accessible()
        assert person.sideways() == 0


def test_the_first_administrator_comes_by_the_link_with_a_passkey_and_invites(walk, transactional_db, settings):
    from tirek.foundation.people.services import make_setup_link

    settings.TIREK_DEMO = False
    secret = make_setup_link().value.secret
    person = by_name(walk(locale="en-US"))
    with_authenticator(person)
    assert person.open(f"/en/accounts/set-up/{secret}/") == 200
    person.must_be_accessible()
    person.write("Your name", "First Administrator")
    person.write("E-mail address", "first@npm.example")
    person.page.get_by_label("Kazakhstan").check()
    person.page.get_by_label("With a passkey").check()
    person.press("Make the account")
    person.page.wait_for_url("**/accounts/factors/needed/")
    person.must_be_accessible()
    person.press("Add a passkey")
    person.press("Add a passkey")
    person.page.wait_for_url("**/accounts/factors/recovery/")
    person.press("To the desk")
    person.page.wait_for_url("**/desk/accounts/")
    person.press("Invite somebody")
    person.write("Name", "Aida")
    person.write("E-mail address", "aida@npm.example")
    person.page.get_by_label("Role").select_option("member")
    person.press("Invite")
    person.see("Nobody else in this country could confirm it")
    person.must_be_accessible()
    person.page.get_by_label("Role").select_option("head")
    person.press("Invite")
    link = person.page.get_by_label("Link to hand over").input_value()
    person.must_be_accessible()
    guest = by_name(walk(locale="en-US"))
    guest.page.goto(link)
    guest.must_be_accessible()
    guest.see("aida@npm.example")
    guest.see("Nobody confirmed this invitation")


def test_who_broke_off_comes_back_by_the_link_and_who_lost_the_passkey_by_a_recovery_code(walk, transactional_db, settings):
    from tirek.foundation.people.services import make_setup_link

    settings.TIREK_DEMO = False
    link = f"/en/accounts/set-up/{make_setup_link().value.secret}/"
    first = by_name(walk(locale="en-US"))
    first.open(link)
    first.write("Your name", "First Administrator")
    first.write("E-mail address", "first@npm.example")
    first.page.get_by_label("Kazakhstan").check()
    first.page.get_by_label("With a passkey").check()
    first.press("Make the account")
    first.page.wait_for_url("**/accounts/factors/needed/")
    person = by_name(walk(locale="en-US"))
    devtools = with_authenticator(person)
    person.open(link)
    person.see("The account first@npm.example was made with this link")
    person.must_be_accessible()
    person.page.get_by_label("With a passkey").check()
    person.press("Go on")
    person.page.wait_for_url("**/accounts/factors/needed/")
    person.must_be_accessible()
    person.press("Add a passkey")
    person.see("this passkey signs you in alone")
    person.press("Add a passkey")
    person.page.wait_for_url("**/accounts/factors/recovery/")
    code = person.page.locator(".codes code").nth(4).inner_text()
    assert person.open(link) == 410
    person.open("/en/desk/accounts/")
    person.press("Sign out")
    devtools.send("WebAuthn.disable")
    with_authenticator(person)
    person.open("/en/accounts/login/")
    person.press("The passkey is lost and the account has no password? Sign in with a recovery code.")
    for width in (1280, 390):
        person.page.set_viewport_size({"width": width, "height": 800})
        person.must_be_accessible()
        assert person.sideways() == 0
    person.write("E-mail address", "first@npm.example")
    person.write("Recovery code", code)
    person.press("Sign in")
    person.see("You signed in with a recovery code")
    person.must_be_accessible()
    person.press("Add a passkey")
    person.write("Name, so that you know it again", "the new one")
    person.press("Add a passkey")
    person.page.wait_for_url("**/accounts/factors/")
    person.see("the new one")
    person.open("/en/desk/accounts/")
    person.press("Sign out")
    person.open("/en/accounts/login/")
    person.press("Sign in with a passkey")
    person.page.wait_for_url("**/desk/accounts/")


def test_one_administrator_asks_for_a_right_and_the_head_confirms_it(walk, transactional_db):
    from tirek.project.demonstration.people import load_people

    load_people()
    asker, head = by_name(walk(locale="en-US")), by_name(walk(locale="en-US"))
    for person, name in ((asker, "Кай Норден"), (head, "Элара Винтер")):
        person.open("/en/accounts/demonstration/")
        person.page.get_by_role("button", name=name).click()
        person.page.wait_for_url("**/desk/**")
    asker.open("/en/desk/accounts/invite/")
    asker.write("Name", "Aida")
    asker.write("E-mail address", "aida@lumeria.example")
    asker.page.get_by_label("Role").select_option("member")
    asker.press("Invite")
    asker.see("waits for a second person")
    head.open("/en/desk/")
    head.go(head.page.get_by_role("link", name="Confirm or refuse a right").first)
    for width in (1280, 390):
        head.page.set_viewport_size({"width": width, "height": 800})
        head.must_be_accessible()
        assert head.sideways() == 0
    head.press("Confirm this right")
    guest = by_name(walk(locale="en-US"))
    guest.page.goto(head.page.get_by_label("Link to hand over").input_value())
    guest.see("aida@lumeria.example")
    asker.open("/en/desk/accounts/rights/")
    asker.see("confirmed")
    asker.must_be_accessible()
