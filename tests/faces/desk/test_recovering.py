"""An account without a password: coming in with a recovery code, a first password, and never being locked out by one's own hand."""

from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.core.cache import cache
from django.test import Client

from tests.foundation.people.cast import PASSWORD, account, actor, with_passkey
from tirek.faces.frame.signin.forms import NewPasskeyForm
from tirek.foundation.ledger.models import Entry
from tirek.foundation.people.models import FailedAttempts
from tirek.foundation.people.services import disable_account, lift_lock
from tirek.ground.rules.actors import SYSTEM, Role

pytestmark = pytest.mark.django_db
PAGE = "/accounts/recovery/"
NOT_RIGHT = "The address or the recovery code is not right, or the code has been used. Check both and try again."


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def aida():
    owner = with_passkey(account("aida", Role.MEMBER))
    RecoveryCodes.activate(owner)
    return owner


def browser(**environ):
    made = Client(HTTP_HOST="localhost", **environ)
    made.cookies["language"] = "en"
    return made


def codes_of(owner):
    return RecoveryCodes.activate(owner).generate_codes()


def send(client, code, email="aida@npm.example"):
    return client.post(PAGE, {"login": email, "code": code})


def enter(owner):
    client = browser()
    client.force_login(owner, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["confirmed_at"] = 9e9
    session.save()
    return client


def test_a_recovery_code_lets_in_once_and_leads_to_a_new_passkey_or_a_password(aida):
    code = codes_of(aida)[3]
    client = browser()
    assert send(client, code)["Location"] == "/accounts/factors/"
    page = client.get("/accounts/factors/").content.decode()
    assert "You signed in with a recovery code" in page and "/accounts/factors/passkeys/add/" in page and "/accounts/password/new/" in page
    assert client.get("/accounts/factors/passkeys/add/").status_code == 200, "nothing is asked again before a new passkey"
    assert client.get("/desk/").status_code == 200
    last = Entry.objects.order_by("-seq")[0]
    assert (last.verb, last.actor) == ("account.signed-in", str(aida.pk))
    refused = send(browser(), code)
    assert refused.status_code == 422 and refused.context["form"].non_field_errors() == [NOT_RIGHT]


@pytest.mark.parametrize("who", ["wrong code", "nobody", "closed", "with a password", "no codes"])
def test_everything_that_is_not_right_gets_one_sentence(aida, who):
    email, code = "aida@npm.example", codes_of(aida)[0]
    if who == "wrong code":
        code = "00000000"
    elif who == "nobody":
        email = "nobody@npm.example"
    elif who == "closed":
        disable_account(account_id=aida.pk, country="kz", by=SYSTEM)
    elif who == "with a password":
        aida.set_password(PASSWORD)
        aida.save()
    else:
        Authenticator.objects.filter(type="recovery_codes").delete()
    client = browser()
    page = send(client, code, email)
    assert page.status_code == 422 and page.context["form"].non_field_errors() == [NOT_RIGHT]
    assert "_auth_user_id" not in client.session
    failed = Entry.objects.get(verb="account.sign-in-failed")
    assert str(aida.pk) not in failed.subject and "npm.example" not in str(failed.__dict__)


@pytest.mark.parametrize("email", ["aida@npm.example", "nobody@npm.example"])
def test_guessing_is_slowed_down_like_passwords_whether_or_not_there_is_an_account(aida, email):
    here = browser(REMOTE_ADDR="10.0.0.66")
    for _number in range(6):
        page = send(here, "0" * 16, email)
    assert "Too many attempts" in str(page.context["form"].non_field_errors()) and FailedAttempts.objects.exists()
    assert "_auth_user_id" not in here.session


def test_a_stranger_cannot_close_the_page_to_somebody_at_another_address(aida):
    for number in range(16):
        send(browser(REMOTE_ADDR=f"10.0.1.{number % 2}"), "0" * 16)
    refused = send(browser(REMOTE_ADDR="10.0.1.0"), codes_of(aida)[0])
    assert "Too many attempts" in str(refused.context["form"].non_field_errors())
    assert send(browser(REMOTE_ADDR="10.0.0.7"), codes_of(aida)[0])["Location"] == "/accounts/factors/"


def test_the_administrator_opens_the_page_again_at_once_also_at_the_strangers_address(aida):
    administrator = actor("admin", Role.ADMINISTRATOR)
    for _number in range(16):
        send(browser(), "0" * 16)
    lift_lock(account_id=aida.pk, country="kz", by=administrator)
    assert send(browser(), codes_of(aida)[0])["Location"] == "/accounts/factors/"


def test_a_code_has_sixteen_digits_because_no_count_stops_all_addresses_together(aida):
    assert all(len(code) == 16 and code.isdigit() for code in codes_of(aida))


def test_codes_drawn_with_eight_digits_stay_good_and_only_the_unused(aida, settings):
    settings.MFA_RECOVERY_CODE_DIGITS = 8
    short = codes_of(aida)
    assert RecoveryCodes.activate(aida).validate_code(short[0])
    settings.MFA_RECOVERY_CODE_DIGITS = 16
    keep = import_module("tirek.foundation.people.migrations.0004_keep_short_recovery_codes").keep_short_codes
    keep(apps, None)
    assert codes_of(aida) == short[1:] and short[1] not in str(Authenticator.objects.get(type="recovery_codes").data)
    assert send(browser(), short[0]).status_code == 422
    assert send(browser(), short[1])["Location"] == "/accounts/factors/"
    keep(apps, None)
    assert codes_of(aida) == short[2:], "nothing is done twice"


def test_wrong_codes_and_wrong_passwords_are_counted_together(aida):
    for _number in range(5):
        send(browser(), "00000000")
    cache.clear()
    refused = send(browser(), codes_of(aida)[0])
    assert "Too many attempts" in str(refused.context["form"].non_field_errors())


def test_the_page_of_the_password_leads_to_a_first_password(aida):
    client = enter(aida)
    assert client.get("/accounts/password/")["Location"] == "/accounts/password/new/"
    assert "/accounts/password/new/" in client.get("/accounts/").content.decode()
    words = {"password1": "quite another one here", "password2": "quite another one here"}
    assert client.post("/accounts/password/new/", {**words, "password2": "not the same words"}).status_code == 200
    assert client.post("/accounts/password/new/", words)["Location"] == "/accounts/factors/needed/"
    aida.refresh_from_db()
    assert aida.check_password("quite another one here") and client.get("/desk/").status_code == 200
    assert Entry.objects.order_by("-seq")[0].verb == "account.password-changed"
    assert client.get("/accounts/password/new/")["Location"] == "/accounts/password/"


def test_a_first_password_is_proof_again_where_the_sign_in_is_long_ago(aida):
    client = enter(aida)
    session = client.session
    session["confirmed_at"] = 0
    session.save()
    assert client.get("/accounts/password/new/")["Location"].startswith("/accounts/factors/confirm/")
    assert browser().get("/accounts/password/new/")["Location"].startswith("/accounts/login/")


def test_who_has_nothing_to_prove_with_yet_still_reaches_the_first_password(aida):
    Authenticator.objects.all().delete()
    client = enter(aida)
    session = client.session
    session["confirmed_at"] = 0
    session.save()
    assert client.get("/accounts/factors/needed/").status_code == 200
    assert client.get("/accounts/password/new/").status_code == 200 and client.get("/desk/").status_code == 302


def test_without_a_password_the_passkey_must_open_alone_and_cannot_be_unticked(aida):
    assert "passwordless" not in NewPasskeyForm(user=aida).fields
    page = enter(aida).get("/accounts/factors/passkeys/add/").content.decode()
    assert "data-alone" in page and 'name="passwordless"' not in page
    aida.set_password(PASSWORD)
    assert "passwordless" in NewPasskeyForm(user=aida).fields


def test_the_last_passkey_of_an_account_without_a_password_stays(aida):
    client, only = enter(aida), Authenticator.objects.get(type="webauthn")
    gone = client.post(f"/accounts/factors/passkeys/{only.pk}/remove/", follow=False)
    assert gone["Location"] == "/accounts/factors/passkeys/" and Authenticator.objects.filter(pk=only.pk).exists()
    with_passkey(aida, alone=False)
    client.post(f"/accounts/factors/passkeys/{only.pk}/remove/")
    assert Authenticator.objects.filter(pk=only.pk).exists(), "a key that is a second factor only is no way in"
    with_passkey(aida)
    client.post(f"/accounts/factors/passkeys/{only.pk}/remove/")
    assert not Authenticator.objects.filter(pk=only.pk).exists()


def test_with_a_password_every_factor_can_be_removed(aida):
    aida.set_password(PASSWORD)
    aida.save()
    TOTP.activate(aida, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    only = Authenticator.objects.get(type="webauthn")
    enter(aida).post(f"/accounts/factors/passkeys/{only.pk}/remove/")
    assert not Authenticator.objects.filter(pk=only.pk).exists()
