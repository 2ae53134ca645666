"""Two doors: who comes in by which, where links and mails lead, and that being refused tells nothing. The processes themselves: tests/project/test_faces_apart."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from tests.accounts import account_of
from tests.accounts import sign_in as enter
from tests.foundation.people.cast import PASSWORD, account, actor
from tests.people import administrator, focal, head, secretary
from tirek.faces.frame.signin.doors import link_address
from tirek.foundation.notices.services.sending import face_of
from tirek.foundation.people.models import FailedAttempts, RightRequest
from tirek.foundation.people.queries import invitation_behind
from tirek.foundation.people.services import ask_reset, complete_reset, confirm_reset, make_setup_link
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db
BODIES, DESK = "https://respond.npm.example", "https://desk.npm.example"
FORM = {"name": "Aida", "email": "aida@npm.example", "language": "kk", "role": "focal_point", "authority": "lum-prison-service"}


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def door(settings):
    """The settings of a process that serves one face, while the other has its own; addresses of all stay."""
    get_resolver().url_patterns  # noqa: B018  read while all faces stand

    def stand(face):
        settings.TIREK_RESPOND_APART, settings.TIREK_FACES = True, (face,)
        settings.TIREK_BODIES_COME_TO, settings.TIREK_PEOPLE_COME_TO = BODIES, DESK

    return stand


def of_a_body():
    return account("rowan", Role.FOCAL_POINT, authority="interior", password=PASSWORD)


def of_the_staff():
    return account("aida", Role.SECRETARIAT, password=PASSWORD)


def tried(who, password=PASSWORD):
    """What a browser is told, without what differs at each answer."""
    browser = Client(HTTP_HOST="localhost")
    browser.cookies["language"] = "en"
    answer = browser.post("/accounts/login/", {"login": who.email, "password": password})
    return answer.status_code, re.sub(r'name="csrfmiddlewaretoken" value="\w+"|' + re.escape(who.email), "", answer.content.decode())


@pytest.mark.parametrize(("face", "other"), [("respond", of_the_staff), ("desk", of_a_body)])
def test_an_account_of_the_other_face_is_refused_as_a_wrong_password_is(door, face, other):
    door(face)
    who = other()
    assert tried(who) == tried(who, "five other words not together")
    assert FailedAttempts.objects.exists(), "it is counted as one, too"


@pytest.mark.parametrize(("face", "own"), [("respond", of_a_body), ("desk", of_the_staff)])
def test_an_account_of_the_face_goes_on_to_its_second_factor(door, face, own):
    door(face)
    who = own()
    TOTP.activate(who, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    assert tried(who)[0] == 302


@pytest.mark.parametrize("face", ["desk", "respond"])
def test_somebody_without_a_role_comes_in_by_both_and_finds_nothing(door, face):
    door(face)
    assert tried(account("new", password=PASSWORD))[0] == 302


def test_where_both_stand_in_one_process_everybody_comes_in(settings):
    settings.TIREK_RESPOND_APART = False
    assert tried(of_a_body())[0] == tried(of_the_staff())[0] == 302


@pytest.mark.parametrize(("face", "there", "elsewhere"), [("respond", focal, secretary), ("desk", secretary, focal)])
def test_one_click_is_offered_to_the_persons_of_the_face_and_lets_in_nobody_else(door, face, there, elsewhere):
    door(face)
    browser = Client(HTTP_HOST="localhost")
    own, other = account_of(there), account_of(elsewhere)
    page = browser.get(reverse("demonstration")).content.decode()
    assert str(own.pk) in page and str(other.pk) not in page
    refused = browser.post(reverse("demonstration-enter"), {"person": other.pk}, follow=True)
    assert refused.redirect_chain[0][0] == "/accounts/login/" and "_auth_user_id" not in browser.session
    browser.post(reverse("demonstration-enter"), {"person": own.pk})
    assert browser.session["_auth_user_id"] == str(own.pk)


def link_for_a_body(client):
    """The link of an invitation as a person of an authority, as the head sees it who confirmed."""
    enter(client, administrator).post(reverse("desk:invite"), FORM)
    asked = reverse("desk:right-confirm", args=[RightRequest.objects.latest("asked_at").pk])
    return re.search(r">(https?://[^/]+)(/accounts/invitation/[^<]+)<", enter(Client(), head).post(asked).content.decode()).groups()


def test_an_invitation_leads_to_the_face_of_the_invited_and_opens_nothing_at_the_other(door, client):
    door("desk")
    for each in (administrator, head):
        account_of(each)
    where, link = link_for_a_body(client)
    assert where == BODIES and invitation_behind(link.split("/")[-2]).doors == {"respond"}
    guest = Client(HTTP_HOST="localhost")
    assert guest.get(link).status_code == 410
    door("respond")
    typed = {"way": "password", "password": PASSWORD, "again": PASSWORD, "language": "kk"}
    assert guest.get(link).status_code == 200
    assert guest.post(link, typed)["Location"].endswith("/accounts/factors/needed/")


def test_the_link_that_sets_the_house_up_opens_nothing_at_the_door_of_bodies(door):
    page = reverse("set-up", args=[make_setup_link().value.secret])
    door("respond")
    assert Client(HTTP_HOST="localhost").get(page).status_code == 410
    door("desk")
    assert Client(HTTP_HOST="localhost").get(page).status_code == 200


def test_a_reset_of_a_person_of_a_body_leads_back_to_the_own_face(door, rf):
    door("desk")
    admin, second, owner = actor("admin", Role.ADMINISTRATOR), actor("head", Role.HEAD), of_a_body()
    reset = ask_reset(account_id=owner.pk, country="kz", by=admin).value
    confirm_reset(reset_id=reset.pk, country="kz", by=second, at=timezone.now() - timedelta(hours=25))
    secret = complete_reset(reset_id=reset.pk, country="kz", by=admin).value.secret
    assert link_address(rf.get("/", HTTP_HOST="localhost"), secret).startswith(f"{BODIES}/accounts/invitation/")
    assert Client(HTTP_HOST="localhost").get(reverse("invitation", args=[secret])).status_code == 410
    door("respond")
    assert Client(HTTP_HOST="localhost").get(reverse("invitation", args=[secret])).status_code == 200


def test_a_link_stands_where_it_was_made_while_both_faces_are_one(client):
    for each in (administrator, head):
        account_of(each)
    assert link_for_a_body(client)[0] == "http://localhost"


def test_a_mail_names_the_address_of_its_readers_face(door):
    door("desk")
    assert face_of(of_a_body().pk) == BODIES and face_of(of_the_staff().pk) == DESK


def test_the_desk_shows_no_way_to_a_page_that_it_does_not_have(door, client):
    door("desk")
    assert enter(client, focal).get("/desk/")["Location"] == f"{BODIES}/respond/"
