"""The authorities' own door in a real browser, at a host name of its own: an invitation, printed codes, a passkey that fits no other name."""

import re

import pytest
from django.core.cache import cache
from django.urls import get_resolver

from tests.browser.test_signing_in import with_authenticator
from tests.foundation.people.cast import PASSWORD, actor
from tirek.foundation.people.models import RightRequest
from tirek.foundation.people.services import confirm_right, invite
from tirek.ground.rules.actors import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MAIL = "rowan@npm.example"


@pytest.fixture
def door(tmp_path, settings):
    """The settings of a process of one face."""
    settings.TIREK_DATA, settings.TIREK_RESPOND_APART, settings.ALLOWED_HOSTS = tmp_path, True, [".localhost"]
    get_resolver().url_patterns  # noqa: B018  read while all faces stand
    cache.clear()

    def stand(face):
        settings.TIREK_FACES, settings.TIREK_WORK, settings.LOGIN_REDIRECT_URL = (face,), f"{face}:home", f"/{face}/"

    return stand


@pytest.fixture
def link():
    admin, head = actor("admin", Role.ADMINISTRATOR), actor("head", Role.HEAD)
    asked = invite(email=MAIL, name="Rowan", language="en", country="kz", role=Role.FOCAL_POINT, authority="interior", by=admin).value
    return confirm_right(request_id=RightRequest.objects.get(invitation_id=asked.invitation_id).pk, country="kz", by=head).value.secret


def at(person, name):
    """The same site by another name of this machine."""
    return re.sub(r"//[^:/]+", f"//{name}.localhost", person.base)


def enter_password(person):
    person.open("/en/accounts/login/")
    person.write("E-mail address", MAIL)
    person.page.get_by_label("Password", exact=True).fill(PASSWORD)
    person.press("Sign in")


def test_a_focal_point_comes_by_the_invitation_a_printed_code_and_a_passkey_of_this_name_alone(walk, door, link):
    door("respond")
    person = walk(locale="en-US")
    person.base = at(person, "respond")
    page = person.page
    with_authenticator(person)
    person.open(f"/en/accounts/invitation/{link}/")
    page.get_by_label("With a password and one-time codes").check()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password once more").fill(PASSWORD)
    person.press("Go on")
    page.wait_for_url("**/accounts/factors/needed/")
    person.press("Make printed codes")
    person.press("Make the codes and show them")
    code = page.locator(".codes code").first.inner_text()
    assert page.locator(".codes code").count() == 40
    person.press("To the pages of your body")
    page.wait_for_url("**/respond/")
    person.press("Sign out")
    enter_password(person)
    page.wait_for_url("**/accounts/factors/code/")
    person.write("One-time code, or a recovery code", code)
    person.press("Sign in")
    page.wait_for_url("**/respond/")
    person.must_be_accessible()
    person.open("/en/accounts/factors/passkeys/add/")
    person.write("Name, so that you know it again", "key")
    person.press("Add a passkey")
    page.wait_for_url("**/accounts/factors/**")
    person.open("/en/respond/")
    person.press("Sign out")
    person.open("/en/accounts/login/")
    person.press("Sign in with a passkey")
    page.wait_for_url("**/respond/")
    assert person.outside() == []
    person.requests.clear()
    door("desk")
    person.base = at(person, "desk")
    enter_password(person)
    assert page.url.endswith("/accounts/login/") and "The address or the password is not right" in page.inner_text("main")
    person.press("Sign in with a passkey")
    person.see("The passkey could not be used")
