"""Signing in through the ministry's own service: whom it lets in, whom not, and what becomes of answers that are not its own."""

import re
import time
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client

from tests.faces.desk.test_signing_in import SECRET as CODES
from tests.faces.desk.test_signing_in import code
from tests.foundation.people.cast import PASSWORD, account, actor, invited, with_passkey
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account, OutsideIdentity
from tirek.foundation.people.queries import actor_of, has_way_in
from tirek.foundation.people.services import ask_reset, complete_reset, confirm_reset, disable_account, link_identity
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
NOT_ITS = "The answer is not the sign-in service’s."


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def aida():
    made = account("aida", Role.MEMBER, password=PASSWORD)
    TOTP.activate(made, CODES)
    return made


@pytest.fixture
def linked(aida, service):
    link_identity(issuer=service.issuer, subject=service.person, by=actor_of(aida))
    return aida


@pytest.fixture
def client():
    made = Client(HTTP_HOST="localhost")
    made.cookies["language"] = "en"
    return made


def leaves(client, path="/accounts/service/", **form):
    """The address at the service that a form leads to."""
    page = client.post(path, form)
    assert page.status_code == 200, page.content
    return unescape(re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', page.content.decode())[1])


def returns(client, service, path="/accounts/service/", **form):
    """What this house answers when the person comes back from there."""
    back = service.authorized(urlsplit(leaves(client, path, **form)).query)
    return client.get(back.removeprefix("http://localhost"))


def text(page):
    return unescape(page.content.decode())


def inside(client):
    return client.get("/desk/places/").status_code == 200


def test_a_linked_account_is_entered_and_its_own_second_factor_is_asked(client, service, linked):
    page = returns(client, service, next="/desk/places/")
    assert page.url == "/accounts/factors/code/" and not inside(client)
    assert client.post(page.url, {"code": code()}).url == "/desk/places/" and inside(client)
    assert Entry.objects.order_by("seq").last().verb == "account.signed-in" and verify().holds


@pytest.mark.parametrize("says", [{"acr": "urn:mfa"}, {"amr": ["pwd", "urn:mfa"]}])
def test_a_factor_that_the_service_has_proven_is_not_asked_again(client, service, linked, settings, says):
    settings.TIREK_OIDC = replace(settings.TIREK_OIDC, factors=frozenset({"urn:mfa"}))
    service.says = says
    assert returns(client, service, next="/desk/places/").url == "/desk/places/" and inside(client)
    assert service.seen[0]["acr_values"] == "urn:mfa"


def test_a_word_that_is_not_of_the_list_proves_nothing(client, service, linked, settings):
    service.says = {"acr": "urn:mfa", "amr": "urn:mfa"}
    assert returns(client, service).url == "/accounts/factors/code/"
    settings.TIREK_OIDC = replace(settings.TIREK_OIDC, factors=frozenset({"urn:phr"}))
    assert returns(client, service).url == "/accounts/factors/code/" and not inside(client)


def test_nobody_is_made_or_found_by_an_address(client, service, aida):
    service.says = {"email": "aida@npm.example", "email_verified": True, "preferred_username": "aida"}
    before = Account.objects.count()
    page = returns(client, service)
    assert page.status_code == 403 and "no account here is linked to it" in text(page)
    assert Account.objects.count() == before and not OutsideIdentity.objects.exists() and not inside(client)


def test_a_closed_account_stays_closed(client, service, linked):
    disable_account(account_id=linked.pk, country="kz", by=actor("admin", Role.ADMINISTRATOR))
    assert returns(client, service).status_code == 403 and not inside(client)


@pytest.mark.parametrize(("says", "signs_with"), [({"nonce": "of another question"}, "own"), ({"iss": "https://evil.example"}, "own"), ({}, "stranger")])
def test_a_token_that_is_not_the_services_or_not_for_this_question_is_refused(client, service, linked, says, signs_with, caplog):
    service.says, service.signs_with = says, signs_with
    page = returns(client, service)
    assert page.status_code == 400 and NOT_ITS in text(page) and not inside(client) and "aida" not in caplog.text


def test_a_way_back_is_good_once_and_in_its_own_browser(client, service, linked):
    back = service.authorized(urlsplit(leaves(client)).query).removeprefix("http://localhost")
    stranger = Client(HTTP_HOST="localhost")
    assert stranger.get(back).status_code == 400
    assert client.get(back.replace("state=", "state=x")).status_code == 400
    assert client.get(back).url == "/accounts/factors/code/"
    assert client.get(back).status_code == 400, "the state is used up"
    query = parse_qs(urlsplit(back).query)
    state = parse_qs(urlsplit(leaves(client)).query)["state"][0]
    assert client.get(f"/accounts/service/return/?{urlencode({'code': query['code'][0], 'state': state})}").status_code == 503, "the code is used up"


def test_another_services_answer_an_old_way_and_a_refusal_let_nobody_in(client, service, linked, monkeypatch):
    query = parse_qs(urlsplit(leaves(client)).query)
    state = query["state"][0]
    assert NOT_ITS in text(client.get("/accounts/service/return/", {"state": state, "code": "x", "iss": "https://evil.example"}))
    state = parse_qs(urlsplit(leaves(client)).query)["state"][0]
    assert "has not let you in" in text(client.get("/accounts/service/return/", {"state": state, "error": "access_denied"}))
    back = service.authorized(urlsplit(leaves(client)).query).removeprefix("http://localhost")
    now = time.time()
    monkeypatch.setattr("tirek.faces.frame.signin.outside.beginning.time.time", lambda: now + 601)
    assert "too old" in text(client.get(back))


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_one_goes_on_within_the_house_alone(client, service, linked, settings, wanted):
    settings.TIREK_OIDC = replace(settings.TIREK_OIDC, factors=frozenset({"m"}))
    service.says = {"acr": "m"}
    assert returns(client, service, next=wanted).url == "/desk/"


def test_the_way_back_is_that_of_the_settings_whatever_host_and_language_were_asked(client, service, linked):
    client.defaults["HTTP_HOST"] = "127.0.0.1"
    assert parse_qs(urlsplit(leaves(client, "/kk/accounts/service/")).query)["redirect_uri"] == ["http://localhost/accounts/service/return/"]


@pytest.mark.parametrize("lies", [{"issuer": "https://evil.example"}, {"token_endpoint": "http://evil.example/token"}, {"authorization_endpoint": "javascript:x"}, {"jwks_uri": None}])
def test_a_description_that_is_not_the_services_own_is_not_followed(client, service, linked, lies):
    service.lies = lies
    assert client.post("/accounts/service/").status_code == 503 and service.seen == []


def test_a_service_that_is_away_or_a_secret_that_others_read_is_said(client, service, linked, settings):
    settings.TIREK_OIDC.secret_file.chmod(0o644)
    assert returns(client, service).status_code == 503 and not inside(client)
    settings.TIREK_OIDC = replace(settings.TIREK_OIDC, issuer="http://127.0.0.1:9/realm")
    page = client.post("/accounts/service/")
    assert page.status_code == 503 and "does not answer" in text(page)


def test_an_account_is_linked_by_its_owner_who_is_asked_anew(client, service, aida, settings):
    client.force_login(aida, backend=BACKEND)
    session = client.session
    session["confirmed_at"] = time.time()
    session.save()
    assert "Link it" in text(client.get("/accounts/"))
    service.says = {"auth_time": int(time.time()) - 4000}
    assert "did not ask you anew" in text(returns(client, service, "/accounts/service/link/"))
    service.says = {}
    assert returns(client, service, "/accounts/service/link/").url == "/accounts/" and OutsideIdentity.objects.get().account == aida
    assert service.seen[-1]["prompt"] == "login" and "aida" not in OutsideIdentity.objects.get().digest
    assert "Unlink it" in text(client.get("/accounts/"))
    other = with_passkey(account("other", Role.MEMBER))
    client.force_login(other, backend=BACKEND)
    session = client.session
    session["confirmed_at"] = time.time()
    session.save()
    assert "linked to another account already" in text(returns(client, service, "/accounts/service/link/"))
    client.force_login(aida, backend=BACKEND)
    session = client.session
    session["confirmed_at"] = time.time()
    session.save()
    assert client.post("/accounts/service/unlink/").url == "/accounts/" and not OutsideIdentity.objects.exists() and verify().holds


def test_who_comes_by_invitation_links_instead_of_a_password(client, service, settings):
    settings.TIREK_OIDC = replace(settings.TIREK_OIDC, factors=frozenset({"m"}))
    link = invited(actor("admin", Role.ADMINISTRATOR), actor("head", Role.HEAD))
    page = client.post(f"/accounts/invitation/{link.secret}/", {"way": "passkey", "language": "en"})
    assert page.url == "/accounts/factors/needed/" and "Link it" in text(client.get(page.url)) and not inside(client)
    service.says = {"acr": "m"}
    assert returns(client, service, "/accounts/service/link/").url == "/accounts/" and inside(client)
    assert client.get(f"/accounts/invitation/{link.secret}/").status_code == 410, "the link has done its work"
    assert client.post("/accounts/service/unlink/", follow=True).redirect_chain[-1][0] == "/accounts/" and OutsideIdentity.objects.exists(), "it is the only way in"


def test_a_service_that_proves_no_factor_opens_nothing_to_an_account_without_one(client, service, settings):
    settings.TIREK_OIDC = replace(settings.TIREK_OIDC, factors=frozenset({"m"}))
    bare = account("bare", Role.MEMBER)
    link_identity(issuer=service.issuer, subject=service.person, by=actor_of(bare))
    assert returns(client, service).status_code == 403 and not inside(client)


def test_before_signing_one_confirms_there_as_the_same_person(client, service, linked, settings):
    client.force_login(linked, backend=BACKEND)
    session = client.session
    session["confirmed_at"] = session["began_at"] = session["seen_at"] = time.time() - 600
    session.save()
    waits = client.post("/accounts/service/unlink/")
    assert waits.status_code == 302 and OutsideIdentity.objects.exists()
    assert "Confirm at the Ministry" in text(client.get("/accounts/service/confirm/"))
    service.person = "somebody-else"
    assert "you are somebody else than here" in text(returns(client, service, "/accounts/service/confirm/", next="/accounts/"))
    service.person, service.says = "aida-at-the-ministry", {"auth_time": None}
    assert "did not ask you anew" in text(returns(client, service, "/accounts/service/confirm/", next="/accounts/"))
    assert client.post("/accounts/service/unlink/").status_code == 302 and OutsideIdentity.objects.exists()
    service.says = {}
    assert returns(client, service, "/accounts/service/confirm/", next="/accounts/continue/").url == "/accounts/continue/"
    assert client.post("/accounts/service/unlink/").url == "/accounts/" and not OutsideIdentity.objects.exists()


def test_a_session_that_was_begun_there_ends_as_any_other(client, service, linked, settings):
    settings.TIREK_OIDC = replace(settings.TIREK_OIDC, factors=frozenset({"m"}))
    service.says = {"acr": "m"}
    returns(client, service)
    assert inside(client)
    session = client.session
    session["seen_at"] = time.time() - settings.TIREK_IDLE_LIMIT - 1
    session.save()
    assert not inside(client)


def test_a_reset_takes_the_link_away_too(service, linked):
    from datetime import timedelta

    from django.utils import timezone

    admin, head = actor("admin", Role.ADMINISTRATOR), actor("head", Role.HEAD)
    reset = ask_reset(account_id=linked.pk, country="kz", by=admin).value.pk
    confirm_reset(reset_id=reset, country="kz", by=head, at=timezone.now() - timedelta(hours=25))
    complete_reset(reset_id=reset, country="kz", by=admin)
    linked.refresh_from_db()
    assert not OutsideIdentity.objects.exists() and not has_way_in(linked)


def test_without_the_setting_there_are_no_such_pages(client, aida):
    assert client.post("/accounts/service/").status_code == 404 == client.get("/accounts/service/return/").status_code
    assert "service" not in text(client.get("/accounts/login/"))
    link_identity(issuer="https://id.example", subject="x", by=actor_of(aida))
    client.force_login(aida, backend=BACKEND)
    assert client.get("/accounts/service/confirm/").status_code == 404 and "Unlink" not in text(client.get("/accounts/"))
