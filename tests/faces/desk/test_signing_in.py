"""Signing in with a password and a second factor, sessions and their limits, confirming again, one's own pages."""

import re
import time
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.foundation.people.cast import PASSWORD, account, actor
from tirek.foundation.ledger.models import Entry
from tirek.foundation.people.models import FailedAttempts
from tirek.foundation.people.queries import account as account_page
from tirek.foundation.people.services import ask_reset, disable_account, lift_lock
from tirek.ground.rules.actors import SYSTEM, Role

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def aida():
    return account("aida", Role.MEMBER, password=PASSWORD)


@pytest.fixture
def secured(aida):
    TOTP.activate(aida, SECRET)
    return aida


def browser(**environ):
    made = Client(HTTP_HOST="localhost", **environ)
    made.cookies["language"] = "en"
    return made


def code(secret=SECRET, step=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def send_password(client, email="aida@npm.example", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def sign_in(client, **more):
    send_password(client, **more)
    return client.post("/accounts/factors/code/", {"code": code()})


def verbs():
    return list(Entry.objects.order_by("seq").values_list("verb", flat=True))


def test_password_and_code_open_the_desk(secured):
    client = browser()
    assert send_password(client)["Location"] == "/accounts/factors/code/"
    assert client.get("/desk/").status_code == 302
    assert sign_in(client)["Location"] == "/desk/"
    page = client.get("/desk/")
    assert page.status_code == 200 and page.wsgi_request.actor.id == str(secured.pk)
    assert verbs()[-1] == "account.signed-in"


def test_a_code_works_once(secured):
    used = code()
    one, two = browser(), browser()
    for client in (one, two):
        send_password(client)
        client.post("/accounts/factors/code/", {"code": used})
    assert one.get("/desk/").status_code == 200 and two.get("/desk/").status_code == 302


def test_without_a_second_factor_no_desk_page_opens(aida):
    client = browser()
    send_password(client)
    for path in ("/desk/", "/desk/accounts/", "/desk/ledger/", "/kk/desk/"):
        assert client.get(path)["Location"].endswith("/accounts/factors/needed/")
    assert client.get("/accounts/factors/needed/").status_code == 200


def test_setting_up_codes_opens_the_desk_and_gives_recovery_codes(aida, django_capture_on_commit_callbacks):
    client = browser()
    send_password(client)
    page = client.get("/accounts/factors/totp/add/")
    secret = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/accounts/factors/totp/add/", {"code": code(secret)}, follow=True)
    codes = re.findall(r"<code>([\d ]{19})</code>", answer.content.decode())
    assert len(codes) == 10
    assert client.get("/desk/").status_code == 200
    assert "factor.added" in verbs()
    assert not re.findall(r"<code>([\d ]+)</code>", client.get("/accounts/factors/recovery/").content.decode())
    other = browser()
    send_password(other)
    assert other.post("/accounts/factors/code/", {"code": codes[0]})["Location"] == "/desk/"
    third = browser()
    send_password(third)
    assert third.post("/accounts/factors/code/", {"code": codes[0]}).status_code == 200


@pytest.mark.parametrize(
    ("email", "password"), [("aida@npm.example", "wrong password"), ("nobody@npm.example", PASSWORD), ("closed@npm.example", PASSWORD)]
)
def test_wrong_address_wrong_password_and_closed_account_get_one_sentence(aida, email, password):
    closed = account("closed", Role.MEMBER, password=PASSWORD)
    account("admin", Role.ADMINISTRATOR)
    disable_account(account_id=closed.pk, country="kz", by=SYSTEM)
    page = send_password(browser(), email, password)
    assert page.context["form"].non_field_errors() == ["The address or the password is not right. Check both and try again."]


def test_a_failed_sign_in_leaves_no_name_in_the_ledger(aida):
    send_password(browser(), password="wrong password")
    send_password(browser(), email="nobody@npm.example")
    known, unknown = Entry.objects.filter(verb="account.sign-in-failed").order_by("seq")
    assert known.noun == "account-digest" and str(aida.pk) not in known.subject and "aida" not in known.subject
    assert (unknown.noun, unknown.subject) == ("", "")


def test_an_attacker_elsewhere_does_not_stop_a_colleague(secured):
    attacker = browser(REMOTE_ADDR="10.0.0.66")
    answers = [send_password(attacker, password=f"guess {number}") for number in range(12)]
    assert "Too many attempts" in str(answers[-1].context["form"].non_field_errors())
    assert sign_in(browser(REMOTE_ADDR="10.0.0.7"))["Location"] == "/desk/"


def test_who_stole_a_password_cannot_close_the_second_factor_to_a_browser_that_the_owner_has_used(secured):
    colleague = browser(REMOTE_ADDR="10.0.0.7")
    sign_in(colleague)
    device = colleague.cookies["device"].value
    cache.clear()
    thief = browser(REMOTE_ADDR="10.0.0.66")
    send_password(thief)
    answers = [thief.post("/accounts/factors/code/", {"code": f"{number:06}"}) for number in range(12)]
    assert "Too many attempts" in str(answers[-1].context["form"].errors)
    returning = browser(REMOTE_ADDR="10.0.0.7")
    returning.cookies["device"] = device
    send_password(returning)
    assert returning.post("/accounts/factors/code/", {"code": code(step=1)})["Location"] == "/desk/"


def test_codes_in_a_known_browser_are_counted_too_and_a_right_password_does_not_begin_anew(secured):
    colleague = browser(REMOTE_ADDR="10.0.0.7")
    sign_in(colleague)
    returning = browser(REMOTE_ADDR="10.0.0.7")
    returning.cookies["device"] = colleague.cookies["device"].value
    for number in range(6):
        send_password(returning)
        answer = returning.post("/accounts/factors/code/", {"code": f"{number:06}"})
    assert "Too many attempts" in str(answer.context["form"].errors)


def test_the_administrator_sees_and_lifts_the_lock_of_codes(secured):
    administrator = actor("admin", Role.ADMINISTRATOR)
    thief = browser(REMOTE_ADDR="10.0.0.66")
    send_password(thief)
    assert not account_page(secured.pk, by=administrator, country="kz").locked
    for number in range(6):
        thief.post("/accounts/factors/code/", {"code": f"{number:06}"})
    assert account_page(secured.pk, by=administrator, country="kz").locked
    lift_lock(account_id=secured.pk, country="kz", by=administrator)
    assert not account_page(secured.pk, by=administrator, country="kz").locked
    assert sign_in(browser(REMOTE_ADDR="10.0.0.7"))["Location"] == "/desk/"


def test_a_known_browser_is_not_stopped_by_an_attacker_at_the_same_address(secured):
    colleague = browser(REMOTE_ADDR="10.0.0.7")
    sign_in(colleague)
    device = colleague.cookies["device"].value
    cache.clear()
    attacker = browser(REMOTE_ADDR="10.0.0.7")
    for number in range(12):
        send_password(attacker, password=f"guess {number}")
    returning = browser(REMOTE_ADDR="10.0.0.7")
    returning.cookies["device"] = device
    assert send_password(returning)["Location"] == "/accounts/factors/code/"
    forged = browser(REMOTE_ADDR="10.0.0.7")
    forged.cookies["device"] = device[:-2] + "xx"
    assert send_password(forged).status_code == 200


def test_even_the_right_password_waits_after_too_many_wrong_ones(secured):
    client = browser(REMOTE_ADDR="10.0.0.9")
    for number in range(6):
        send_password(client, password=f"guess {number}")
    assert "Too many attempts" in str(send_password(client).context["form"].non_field_errors())
    FailedAttempts.objects.all().delete()
    assert send_password(client)["Location"] == "/accounts/factors/code/"


def test_guessing_codes_is_slowed_down(secured):
    client = browser()
    send_password(client)
    for number in range(7):
        page = client.post("/accounts/factors/code/", {"code": f"{number:06}"})
    assert "Too many attempts" in str(page.context["form"].errors)
    assert "account.code-failed" in verbs()


def test_the_session_changes_its_key_at_sign_in(secured):
    client = browser()
    client.get(LOGIN)
    client.session["planted"] = True
    client.session.save()
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_a_planted_session_key_is_not_taken(secured):
    client = browser()
    client.cookies["sessionid"] = "a" * 32
    sign_in(client)
    assert client.session.session_key != "a" * 32


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "https:evil.example"])
def test_next_never_leads_out_of_the_house(secured, wanted):
    client = browser()
    send_password(client, next=wanted)
    assert client.post("/accounts/factors/code/", {"code": code()})["Location"] == "/desk/"


def test_next_leads_on_inside_the_house(secured):
    client = browser()
    send_password(client, next="/desk/ledger/")
    assert client.post("/accounts/factors/code/", {"code": code()})["Location"] == "/desk/ledger/"


def age(client, **seconds):
    session = client.session
    for name, by in seconds.items():
        session[name] -= by
    session.save()


@pytest.mark.parametrize(("limit", "by"), [("seen_at", 31 * 60), ("began_at", 12 * 3600 + 60)])
def test_a_session_ends_at_its_limits(secured, limit, by):
    client = browser()
    sign_in(client)
    client.get("/desk/")
    age(client, **{limit: by})
    assert client.get("/desk/")["Location"].startswith(LOGIN)
    assert client.get("/desk/").status_code == 302
    assert "account.signed-out" in verbs()


def test_a_form_that_comes_too_late_waits_until_its_sender_has_signed_in_again(secured):
    client = browser()
    sign_in(client)
    client.get("/desk/")
    age(client, seen_at=31 * 60)
    answer = client.post("/desk/country/", {"country": "kz", "next": "/desk/"})
    assert answer["Location"] == f"{LOGIN}?next=/accounts/continue/"
    assert "What you typed is kept" in client.get(answer["Location"]).content.decode()
    send_password(client, next="/accounts/continue/")
    answer = client.post("/accounts/factors/code/", {"code": code(step=1), "next": "/accounts/continue/"})
    page = client.get(answer["Location"])
    assert (page.context["path"], page.context["pairs"]) == ("/desk/country/", [("country", "kz"), ("next", "/desk/")])
    assert client.get("/accounts/continue/").status_code == 302, "it is offered once"


def test_a_kept_form_is_never_shown_to_somebody_else(secured):
    client = browser()
    sign_in(client)
    client.get("/desk/")
    age(client, seen_at=31 * 60)
    client.post("/desk/country/", {"country": "kz"})
    other = account("bolat", Role.MEMBER, password=PASSWORD)
    TOTP.activate(other, SECRET)
    sign_in(client, email="bolat@npm.example")
    assert client.get("/accounts/continue/").url == "/desk/"
    assert "kept_form" not in client.session


def test_what_cannot_wait_is_told_that_nothing_was_saved(secured):
    client = browser()
    sign_in(client)
    for sent in ({"country": "я" * 100_000}, {"country": "kz", "file": SimpleUploadedFile("a.txt", b"a")}):
        client.get("/desk/")
        age(client, seen_at=31 * 60)
        answer = client.post("/desk/country/", sent)
        assert answer.status_code == 403 and "Nothing was saved" in answer.content.decode()
        send_password(client)
        client.post("/accounts/factors/code/", {"code": code(step=1)})


@pytest.mark.parametrize("lost", ["revoked elsewhere", "cookie gone"])
def test_a_form_whose_session_is_gone_is_told_that_nothing_was_saved_and_not_kept(secured, lost):
    client = browser(enforce_csrf_checks=lost == "revoked elsewhere")
    client.force_login(secured, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get("/desk/")
    if lost == "cookie gone":
        del client.cookies["sessionid"]
    else:
        Session.objects.all().delete()
    answer = client.post("/desk/country/", {"country": "kz"})
    told = answer.content.decode()
    assert answer.status_code == 403 and "Nothing was saved" in told and "copy what you typed" in told
    assert '<a href="/accounts/login/?next=%2Fdesk%2F">Sign in</a>' in told
    assert "kept_form" not in client.session
    assert client.get("/desk/")["Location"].startswith(LOGIN)


def test_signing_in_after_a_lost_session_leads_back_to_the_page_of_the_form(secured):
    client = browser()
    form = "http://localhost/desk/places/?text=%D0%9A&kind=prison"
    told = client.post("/desk/country/", {"country": "kz"}, headers={"referer": form}).content.decode()
    link = unescape(re.search(r'<a href="([^"]+)">Sign in</a>', told)[1])
    asked = client.get(link).content.decode()
    wanted = unescape(re.search(r'name="next" value="([^"]*)"', asked)[1])
    assert wanted == "/desk/places/?text=%D0%9A&kind=prison"
    send_password(client, next=wanted)
    assert client.post("/accounts/factors/code/", {"code": code(), "next": wanted})["Location"] == wanted


@pytest.mark.parametrize("form", ["https://evil.example/desk/", "http://localhost//evil.example/", r"http://localhost/\evil.example/", "http://localhost@evil.example/", "javascript:alert(1)", ""])
def test_the_link_to_sign_in_never_leads_out_of_the_house(client, form):
    told = client.post("/desk/country/", {"country": "kz"}, HTTP_HOST="localhost", HTTP_REFERER=form).content.decode()
    assert 'href="/accounts/login/?next=%2Fdesk%2F"' in told


HERE = {"origin": "http://localhost"}
NEW_PLACE = "/desk/places/new/"


def sent_with_an_old_token(client, **sent):
    """The answer to a form that was opened, and sent once its sender had signed out and in again elsewhere in the same browser."""
    sign_in(client)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', client.get(NEW_PLACE).content.decode())[1]
    client.post("/accounts/logout/")
    send_password(client)
    client.post("/accounts/factors/code/", {"code": code(step=1)})
    client.handler.enforce_csrf_checks = True
    return client.post(NEW_PLACE, {**sent, "csrfmiddlewaretoken": token}, headers={**HERE, "referer": f"http://localhost{NEW_PLACE}"})


@pytest.fixture
def writer():
    made = account("aida", Role.SECRETARIAT, password=PASSWORD)
    TOTP.activate(made, SECRET)
    return made


def test_a_form_sent_after_signing_in_again_elsewhere_gives_everything_back_and_can_be_sent_again(writer):
    client = browser()
    answer = sent_with_an_old_token(client, name_ru="Дом <на> холме", address="ул. Новая, 1\nвторая строка", kind="")
    told = answer.content.decode()
    assert answer.status_code == 403 and "Nothing was saved" in told and answer["Cache-Control"] == "no-store"
    assert "<pre>Дом &lt;на&gt; холме</pre>" in told and "<pre>ул. Новая, 1\nвторая строка</pre>" in told
    assert "under the name of aida" in told and f'action="{NEW_PLACE}"' in told and f'<a href="{NEW_PLACE}">Back to the page</a>' in told
    pairs = {name: unescape(value) for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', told)}
    assert set(pairs) == {"csrfmiddlewaretoken", "name_ru", "address", "kind"}
    again = client.post(NEW_PLACE, pairs, headers=HERE)
    assert again.status_code == 422 and "Дом &lt;на&gt; холме" in again.content.decode(), "it went the ordinary way, through every check"


def test_a_form_from_elsewhere_is_neither_shown_nor_sent_again(writer):
    client = browser(enforce_csrf_checks=True)
    client.force_login(writer, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get("/desk/")
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {}):
        told = client.post(NEW_PLACE, {"address": "подброшено"}, headers=headers)
        assert told.status_code == 403 and "подброшено" not in told.content.decode() and "Send it now" not in told.content.decode()


@pytest.mark.parametrize("secret", [{"password": "Пароль-7"}, {"new_password1": "Пароль-7"}, {"code": "Пароль-7"}, {"file": SimpleUploadedFile("Пароль-7.txt", b"a")}])
def test_passwords_codes_and_files_are_never_in_the_page_that_gives_a_form_back(writer, secret):
    told = sent_with_an_old_token(browser(), address="ул. Новая, 1", **secret)
    page = told.content.decode()
    assert told.status_code == 403 and "<pre>ул. Новая, 1</pre>" in page and "copy it, open the form again" in page
    assert "Пароль-7" not in page and "Send it now" not in page


def test_a_sign_in_form_that_expired_shows_nothing_of_it(writer):
    client = browser(enforce_csrf_checks=True)
    told = client.post(LOGIN, {"login": "aida@npm.example", "password": PASSWORD}, headers=HERE)
    assert told.status_code == 403 and "aida@" not in told.content.decode() and PASSWORD not in told.content.decode()


def test_use_is_written_at_most_once_a_minute(secured, django_assert_num_queries):
    client = browser()
    sign_in(client)
    client.get("/desk/")
    before = client.session["seen_at"]
    client.get("/desk/")
    assert client.session["seen_at"] == before
    age(client, seen_at=61)
    client.get("/desk/")
    assert client.session["seen_at"] >= before


def test_nothing_else_of_allauth_can_be_reached():
    for name in ("account_signup", "account_email", "account_reset_password", "socialaccount_connections"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    for path in ("signup/", "email/", "password/reset/", "confirm-email/", "3rdparty/", "2fa/", "social/login/cancelled/"):
        assert browser().get(f"/accounts/{path}").status_code == 404


def test_one_sees_and_ends_only_ones_own_sessions(secured):
    one, two = browser(), browser()
    sign_in(one)
    cache.clear()
    sign_in(two)
    page = one.get("/accounts/sessions/").content.decode()
    other = re.search(r"/accounts/sessions/(\d+)/end/", page)[1]
    stranger = browser()
    bolat = account("bolat", Role.MEMBER, password=PASSWORD)
    TOTP.activate(bolat, SECRET)
    cache.clear()
    sign_in(stranger, email="bolat@npm.example")
    assert stranger.post(f"/accounts/sessions/{other}/end/").status_code == 404
    assert two.get("/desk/").status_code == 200
    one.post(f"/accounts/sessions/{other}/end/")
    assert two.get("/desk/").status_code == 302 and one.get("/desk/").status_code == 200


def test_a_new_password_ends_the_other_sessions(secured):
    one, two = browser(), browser()
    sign_in(one)
    cache.clear()
    sign_in(two)
    words = {"oldpassword": PASSWORD, "password1": "quite another one here", "password2": "quite another one here"}
    assert one.post("/accounts/password/", words).status_code == 302
    assert one.get("/desk/").status_code == 200 and two.get("/desk/").status_code == 302
    assert "account.password-changed" in verbs()


def test_preferences_without_script(secured):
    client = browser()
    answer = client.post("/accounts/preferences/", {"language": "kk", "theme": "dark", "next": "https://evil.example/"})
    assert answer["Location"] == "/"
    assert (answer.cookies["language"].value, answer.cookies["theme"].value) == ("kk", "dark")
    sign_in(client)
    client.post("/accounts/preferences/", {"language": "ky", "country": "kg"})
    secured.refresh_from_db()
    assert (secured.language, secured.country) == ("ky", "kz")


@pytest.mark.parametrize("wanted", [{"language": "xx"}, {"theme": "red"}, {}])
def test_unknown_preferences_change_nothing(wanted):
    answer = browser().post("/accounts/preferences/", wanted)
    assert answer.status_code == 302 and "language" not in answer.cookies


def test_the_owner_of_a_reset_is_told_on_the_desk_and_between_password_and_code(secured):
    admin = account("admin", Role.ADMINISTRATOR)
    from tirek.foundation.people.queries import actor_of, reset_of

    ask_reset(account_id=secured.pk, country="kz", by=actor_of(admin))
    client = browser()
    send_password(client)
    assert "Stop the reset" in client.get("/accounts/factors/code/").content.decode()
    client.post("/accounts/reset/stop/")
    assert reset_of(secured.pk) is None
    ask_reset(account_id=secured.pk, country="kz", by=actor_of(admin))
    client.post("/accounts/factors/code/", {"code": code()})
    assert "Stop the reset" in client.get("/desk/").content.decode()
    assert browser().post("/accounts/reset/stop/").status_code == 404
    client.post("/accounts/reset/stop/")
    assert reset_of(secured.pk) is None


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_every_page_of_ones_account_opens_in_every_language(secured, language):
    client = browser()
    sign_in(client)
    for path in ("", "password/", "factors/", "factors/totp/remove/", "factors/passkeys/", "factors/passkeys/add/", "sessions/", "logout/"):
        page = client.get(f"/{language}/accounts/{path}")
        assert page.status_code == 200, path
        assert "<h1>" in page.content.decode() and "style=" not in page.content.decode()


def test_on_an_address_of_numbers_the_page_says_that_a_passkey_needs_a_name():
    page = browser().get(LOGIN, HTTP_HOST="127.0.0.1:8123").content.decode()
    assert "http://localhost:8123/accounts/login/" in page and "data-passkey" not in page
    assert "data-passkey" in browser().get(LOGIN, HTTP_HOST="localhost:8123").content.decode()


def test_recovery_codes_alone_are_no_second_factor(aida):
    Authenticator.objects.create(user=aida, type="recovery_codes", data={"seed": "x", "used_mask": 0})
    client = browser()
    send_password(client)
    assert client.get("/desk/")["Location"] == "/accounts/factors/needed/"


def test_signing_in_speaks_the_language_of_the_account(secured):
    secured.language = "ky"
    secured.save()
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
    sign_in(client)
    assert client.cookies["language"].value == "ky"


def test_before_rights_change_the_password_or_a_code_is_asked_again():
    admin, other = account("admin", Role.ADMINISTRATOR, password=PASSWORD), account("bolat")  # the auditor's role needs no second person
    TOTP.activate(admin, SECRET)
    client = browser()
    sign_in(client, email="admin@npm.example")
    path, sent = f"/desk/accounts/{other.pk}/roles/", {"role": "auditor", "authority": ""}
    session = client.session
    session["account_authentication_methods"] = [{**one, "at": one["at"] - 301} for one in session["account_authentication_methods"]]
    session.save()
    asked = client.post(path, sent)["Location"]
    assert asked == "/accounts/reauthenticate/?next=%2Faccounts%2Fcontinue%2F"
    assert "Use a one-time code" in client.get(asked).content.decode()
    assert client.post(asked, {"password": "wrong", "next": "/accounts/continue/"}).status_code == 200
    assert other.grants.count() == 0
    assert client.post(asked, {"password": PASSWORD, "next": "/accounts/continue/"})["Location"] == "/accounts/continue/"
    page = client.get("/accounts/continue/")
    client.post(page.context["path"], dict(page.context["pairs"]))
    assert other.grants.count() == 1


def test_a_code_confirms_too_and_a_foreign_next_is_not_followed(secured):
    client = browser()
    send_password(client)
    client.post("/accounts/factors/code/", {"code": code(step=-1)})
    answer = client.post("/accounts/factors/confirm/", {"code": code(), "next": "https://evil.example/"})
    assert answer.status_code == 302 and "evil" not in answer["Location"]


def test_what_was_typed_is_given_back_to_the_page_of_this_house_alone(client):
    sent = {"text_ru": "В камере <b>нет</b> света.", "csrfmiddlewaretoken": "secret", "password": "geheim"}
    own = client.post("/desk/places/new/", sent, HTTP_HOST="localhost", HTTP_ORIGIN="http://localhost")
    told = own.content.decode()
    assert own.status_code == 403 and "В камере &lt;b&gt;нет&lt;/b&gt; света." in told and "secret" not in told and "geheim" not in told
    for origin in ({}, {"HTTP_ORIGIN": "https://elsewhere.example"}, {"HTTP_ORIGIN": "null"}):
        other = client.post("/desk/places/new/", sent, HTTP_HOST="localhost", **origin).content.decode()
        assert "света" not in other and "Nothing was saved" in other
