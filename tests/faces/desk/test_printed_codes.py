"""Printed one-time codes: for people of authorities whose buildings let no telephone in; for nobody else."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client

from tests.foundation.people.cast import PASSWORD, account
from tirek.foundation.ledger.models import Entry
from tirek.foundation.people.queries import actor_of, has_way_in, printed_left
from tirek.foundation.people.refusals import BodyBesideMechanism
from tirek.foundation.people.services import end_grant, grant_role, make_printed_codes
from tirek.ground.rules.actors import SYSTEM, Role
from tirek.ground.rules.refusals import NotAllowed

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LOGIN, CODE, PAGE = "/accounts/login/", "/accounts/factors/code/", "/accounts/factors/printed/"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def rovan():
    """A focal point with a password and nothing else."""
    made = account("rovan", password=PASSWORD)
    grant_role(account_id=made.pk, role=Role.FOCAL_POINT, country="kz", authority="interior", by=SYSTEM)
    return made


def browser():
    made = Client(HTTP_HOST="localhost")
    made.cookies["language"] = "en"
    return made


def sign_in(code=""):
    client = browser()
    answer = client.post(LOGIN, {"login": "rovan@npm.example", "password": PASSWORD})
    return client, client.post(CODE, {"code": code}) if code else answer


def test_the_first_sheet_is_made_after_the_password_and_opens_the_page_from_then_on(rovan):
    client, first = sign_in()
    assert first.status_code == 302 and client.get("/respond/")["Location"] == "/accounts/factors/needed/"
    assert PAGE in client.get("/accounts/factors/needed/").content.decode()
    shown = client.post(PAGE, {"of": "0"}).content.decode()
    codes = re.findall(r"<li><code>([\d ]+)</code>", shown)
    assert len(codes) == len(set(codes)) == 40 and client.get("/respond/").status_code == 200
    assert "<code>" not in client.get(PAGE).content.decode(), "they are shown once"
    other, asked = sign_in()
    assert asked["Location"] == CODE and other.get("/respond/").status_code == 302, "the password alone opens nothing any more"
    again, let_in = sign_in(codes[7])
    assert let_in["Location"] == "/desk/" and again.get("/respond/").status_code == 200
    assert list(Entry.objects.filter(verb="factor.added").values_list("subject", flat=True)) == [str(rovan.pk)]


def test_a_code_works_once_and_with_or_without_its_gaps(rovan):
    codes = make_printed_codes(by=actor_of(rovan)).value
    assert sign_in(" ".join(codes[0][start : start + 4] for start in range(0, 16, 4)))[1]["Location"] == "/desk/"
    assert sign_in(codes[0])[1].status_code == 200 and sign_in(codes[1])[1]["Location"] == "/desk/"
    assert printed_left(rovan) == 38


def test_who_has_used_up_the_sheet_does_not_come_in_by_the_password_alone(rovan):
    make_printed_codes(by=actor_of(rovan))
    factor = Authenticator.objects.get(user=rovan)
    factor.data["migrated_codes"] = []
    factor.save()
    client, asked = sign_in()
    assert asked["Location"] == CODE and not has_way_in(rovan) and client.get("/accounts/factors/needed/").status_code == 302


def test_a_new_sheet_makes_the_old_one_worthless(rovan):
    old = make_printed_codes(by=actor_of(rovan)).value
    new = make_printed_codes(by=actor_of(rovan)).value
    assert not set(old) & set(new) and sign_in(old[0])[1].status_code == 200 and sign_in(new[0])[1]["Location"] == "/desk/"


def test_codes_lie_sealed(rovan):
    codes = make_printed_codes(by=actor_of(rovan)).value
    kept = str(Authenticator.objects.get(user=rovan).data)
    assert not [code for code in codes if code in kept]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.HEAD, Role.ANALYST, Role.AUDITOR])
def test_the_mechanisms_own_people_get_none_and_nobody_is_both(rovan, role):
    with pytest.raises(BodyBesideMechanism):
        grant_role(account_id=rovan.pk, role=role, country="kz", by=SYSTEM)
    insider = account("aida", role, password=PASSWORD)
    with pytest.raises(BodyBesideMechanism):
        grant_role(account_id=insider.pk, role=Role.FOCAL_POINT, country="kz", authority="interior", by=SYSTEM)
    with pytest.raises(NotAllowed):
        make_printed_codes(by=actor_of(insider))


def test_the_page_that_showed_them_makes_no_others_when_it_is_loaded_again(rovan):
    client, _answer = sign_in()
    codes = re.findall(r"<li><code>([\d ]+)</code>", client.post(PAGE, {"of": "0"}).content.decode())
    assert client.post(PAGE, {"of": "0"})["Location"] == PAGE and sign_in(codes[0])[1]["Location"] == "/desk/"


def test_a_printed_sheet_stays_when_the_telephone_goes(rovan):
    codes = make_printed_codes(by=actor_of(rovan)).value
    TOTP.activate(rovan, SECRET)
    client = sign_in(codes[0])[0]
    assert client.post("/accounts/factors/totp/remove/").status_code == 302
    assert printed_left(rovan) == 39 and not Authenticator.objects.filter(user=rovan, type="totp").exists()
    assert sign_in()[1]["Location"] == CODE and sign_in(codes[1])[1]["Location"] == "/desk/"


def test_few_codes_are_told_of_on_the_first_page(rovan):
    codes = make_printed_codes(by=actor_of(rovan)).value
    client = sign_in(codes[0])[0]
    assert "Few printed codes" not in client.get("/respond/").content.decode()
    factor = Authenticator.objects.get(user=rovan)
    factor.data["migrated_codes"] = factor.data["migrated_codes"][:3]
    factor.save()
    assert "3 printed codes are left" in client.get("/respond/").content.decode()


def test_new_recovery_codes_do_not_take_their_place(rovan):
    codes = make_printed_codes(by=actor_of(rovan)).value
    client = sign_in(codes[0])[0]
    assert client.post("/accounts/factors/recovery/new/")["Location"] == PAGE and printed_left(rovan) == 39


def test_whoever_leaves_the_body_for_the_mechanism_needs_another_factor_before_its_pages_open(rovan):
    codes = make_printed_codes(by=actor_of(rovan)).value
    end_grant(grant_id=rovan.grants.get().pk, country="kz", by=SYSTEM)
    grant_role(account_id=rovan.pk, role=Role.MEMBER, country="kz", by=SYSTEM)
    client, _answer = sign_in(codes[0])
    assert not has_way_in(rovan) and client.get("/desk/")["Location"] == "/accounts/factors/needed/"
