"""The accounts' pages: who opens them, what they do, what an administrator never sees, and confirming before rights change."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.accounts import account_of, sign_in
from tests.foundation.people.cast import invited, with_passkey
from tests.people import COUNTRY, EVERYBODY, administrator, foreigner, head, member, nobody
from tirek.foundation.people.models import Account, FactorReset, Invitation, RightRequest, RoleGrant
from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.services import accept_invitation, invite, make_setup_link
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db
FORM = {"name": "Aida", "email": "aida@npm.example", "language": "kk", "role": "member", "authority": ""}


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def admin(client):
    for each in EVERYBODY:
        if each is not nobody:
            account_of(each)
    return confirmed(sign_in(client, administrator))


def confirmed(client):
    session = client.session
    session["confirmed_at"] = time.time()
    session.save()
    return client


def address(name, actor, *more):
    return reverse(f"desk:{name}", args=[actor.id, *more])


def decide(who, name, **words):
    """Somebody decides the newest right that was asked for."""
    return confirmed(sign_in(Client(), who)).post(reverse(f"desk:{name}", args=[RightRequest.objects.latest("asked_at").pk]), words)


def link_in(answer):
    return re.search(r">http://localhost(/accounts/invitation/[^<]+)<", answer.content.decode())[1]


def invited_link(admin):
    """The link of an invitation that the head confirmed."""
    admin.post(reverse("desk:invite"), FORM)
    return link_in(decide(head, "right-confirm"))


def grant_of(actor):
    return RoleGrant.objects.get(account_id=actor.id, until=None)


def test_list_and_page_open_to_administrator_and_head_of_the_country(client):
    account_of(member)
    for each in EVERYBODY:
        answer = sign_in(client, each).get(reverse("desk:accounts"))
        page = client.get(address("account", member))
        if each in (administrator, head):
            assert (answer.status_code, page.status_code) == (200, 200)
            assert member.id in answer.content.decode()
        elif each is foreigner:
            assert member.id not in answer.content.decode() and page.status_code == 404
        else:
            assert answer.status_code == (302 if each is nobody else 403)
            assert page.status_code == (302 if each is nobody else 404)


POSTS = ["role-grant", "account-disable", "account-enable", "account-sessions-end", "account-lock-lift", "reset-ask"]


@pytest.mark.parametrize("name", POSTS)
def test_only_the_administrator_changes_accounts(client, name):
    account_of(member)
    for each in EVERYBODY:
        if each in (administrator, nobody):
            continue
        answer = confirmed(sign_in(client, each)).post(address(name, member), {"role": "analyst"})
        assert answer.status_code in {403, 404}, each.name
    assert actor_of(Account.objects.get(pk=member.id)).grants == member.grants
    assert not FactorReset.objects.exists()


def test_an_administrator_sees_no_content(admin):
    assert admin.get("/desk/")["Location"] == "/desk/accounts/"
    for path in ("/desk/visits/", "/desk/places/", "/desk/ledger/", "/desk/reports/", "/desk/anything/", "/kk/desk/recommendations/"):
        assert admin.get(path).status_code == 403


def test_giving_and_ending_a_role(admin):
    answer = admin.post(address("role-grant", member), {"role": "analyst", "authority": ""}, follow=True)
    assert "holds once another administrator or the head has confirmed" in answer.content.decode()
    assert actor_of(Account.objects.get(pk=member.id)).roles_in(COUNTRY) == {Role.MEMBER}
    decide(head, "right-confirm")
    actor = actor_of(Account.objects.get(pk=member.id))
    assert actor.roles_in(COUNTRY) == {Role.MEMBER, Role.ANALYST}
    one = RoleGrant.objects.get(account_id=member.id, role="analyst")
    admin.post(reverse("desk:role-end", args=[member.id, one.pk]))
    assert actor_of(Account.objects.get(pk=member.id)).roles_in(COUNTRY) == {Role.MEMBER}


def test_a_refusal_keeps_what_was_chosen(admin):
    answer = admin.post(address("role-grant", member), {"role": "focal_point", "authority": ""})
    assert answer.status_code == 422
    assert "Choose the authority" in answer.content.decode()
    assert answer.context["form"]["role"].value() == "focal_point"


def test_nobody_changes_his_own_rights(admin):
    admin.post(address("role-grant", administrator), {"role": "head", "authority": ""})
    admin.post(reverse("desk:role-end", args=[administrator.id, grant_of(administrator).pk]))
    admin.post(address("account-disable", administrator))
    assert actor_of(Account.objects.get(pk=administrator.id)).grants == administrator.grants
    assert "Give a role" not in admin.get(address("account", administrator)).content.decode()


def test_a_closed_account_loses_the_desk_at_once(admin):
    other = sign_in(Client(), member)
    assert other.get("/desk/").status_code == 200
    admin.post(address("account-disable", member))
    assert other.get("/desk/").status_code == 302
    admin.post(address("account-enable", member))
    assert sign_in(Client(), member).get("/desk/").status_code == 200


def test_an_ended_role_is_gone_on_the_next_request(admin):
    other = sign_in(Client(), head)
    assert other.get(reverse("desk:accounts")).status_code == 200
    admin.post(reverse("desk:role-end", args=[head.id, grant_of(head).pk]))
    assert other.get(reverse("desk:accounts")).status_code == 403


def test_the_link_is_shown_once_and_opens_an_account(admin):
    asked = admin.post(reverse("desk:invite"), FORM, follow=True).content.decode()
    assert "waits for a second person" in asked and "/accounts/invitation/" not in asked
    link = link_in(decide(head, "right-confirm"))
    assert link.split("/")[-2] not in admin.get(reverse("desk:invitations")).content.decode()
    guest = Client(HTTP_HOST="localhost")
    guest.cookies["language"] = "en"
    assert "aida@npm.example" in guest.get(link).content.decode()
    words = {"way": "password", "password": "four words not together", "again": "four words not together", "language": "kk"}
    assert guest.post(link, words)["Location"].endswith("/accounts/factors/needed/")
    assert guest.get("/desk/")["Location"].endswith("/accounts/factors/needed/")
    assert guest.get("/accounts/factors/totp/add/").status_code == 200
    later = Client(HTTP_HOST="localhost")
    assert later.get(link).status_code == 200, "who broke off before the second factor comes back by the link"
    assert later.post(link, words)["Location"].endswith("/accounts/factors/needed/")
    assert guest.get("/accounts/factors/totp/add/").status_code == 302, "what was begun before has ended"
    with_passkey(Account.objects.get(email="aida@npm.example"))
    assert later.get("/desk/").status_code == 200
    assert guest.get(link).status_code == 410


def test_whoever_adds_the_factor_keeps_the_account_and_not_somebody_who_held_the_link_at_the_same_moment(admin, django_capture_on_commit_callbacks):
    admin.post(reverse("desk:invite"), FORM)
    link = link_in(decide(head, "right-confirm"))
    words = {"way": "password", "password": "four words not together", "again": "four words not together", "language": "en"}
    owner, other = Client(HTTP_HOST="localhost"), Client(HTTP_HOST="localhost")
    owner.post(link, words)
    other.post("/accounts/login/", {"login": "aida@npm.example", "password": words["password"]})
    assert other.get("/accounts/factors/").status_code == 200
    secret = owner.get("/accounts/factors/totp/add/").context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        owner.post("/accounts/factors/totp/add/", {"code": format_hotp_value(hotp_value(secret, int(time.time()) // 30))})
    assert owner.get("/desk/").status_code == 200
    assert other.get("/desk/")["Location"].startswith("/accounts/login/")
    assert owner.get(link).status_code == 410


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [
        ("short", "short", "12"),
        ("four words not together", "four words together not", "not the same"),
        ("", "", "12"),
        ("passwordpassword", "passwordpassword", "easy to guess"),
        ("123456789012", "123456789012", "easy to guess"),
        (" " * 12, " " * 12, "easy to guess"),
        ("abcabcabcabc", "abcabcabcabc", "easy to guess"),
        ("пароль пароль", "пароль пароль", "easy to guess"),
        ("aida@npm.example", "aida@npm.example", "easy to guess"),
    ],
)
def test_a_weak_or_mistyped_password_is_refused(admin, password, again, says):
    link = invited_link(admin)
    guest = Client(HTTP_HOST="localhost")
    guest.cookies["language"] = "en"
    answer = guest.post(link, {"way": "password", "password": password, "again": again, "language": "kk"})
    if says:
        assert answer.status_code == 422 and says in answer.content.decode()
        assert not Account.objects.filter(email="aida@npm.example").exists()


def test_unknown_used_withdrawn_and_old_links_look_the_same(admin):
    admin.post(reverse("desk:invite"), FORM)
    admin.post(reverse("desk:invitation-withdraw", args=[Invitation.objects.get().pk]))
    for path in ("/accounts/invitation/invented/", "/accounts/set-up/invented/"):
        for answer in (Client().get(path), Client().post(path, {"password": "x"})):
            assert answer.status_code == 410


def test_an_address_that_has_an_account_is_refused_with_a_sentence(admin):
    answer = admin.post(reverse("desk:invite"), {**FORM, "email": account_of(member).email})
    assert answer.status_code == 422 and "already an account" in answer.content.decode()


def test_changing_rights_asks_again_and_keeps_the_form(admin):
    session = admin.session
    session["confirmed_at"] = time.time() - 301
    session.save()
    answer = admin.post(address("role-grant", member), {"role": "analyst", "authority": ""})
    assert answer["Location"].startswith("/accounts/demonstration/confirm/?next=")
    assert not RightRequest.objects.exists()
    on = admin.post("/accounts/demonstration/confirm/", {"next": "/accounts/continue/"})
    page = admin.get(on["Location"])
    assert dict(page.context["pairs"])["role"] == "analyst" and "csrfmiddlewaretoken" not in dict(page.context["pairs"])
    admin.post(page.context["path"], dict(page.context["pairs"]))
    assert RightRequest.objects.filter(account_id=member.id, role="analyst").exists()
    assert admin.get("/accounts/continue/")["Location"] == "/desk/"


def test_a_file_cannot_be_kept_and_the_way_back_leads_to_its_form(admin):
    session = admin.session
    session["confirmed_at"] = 0
    session.save()
    sent = {"role": "analyst", "letter": SimpleUploadedFile("letter.pdf", b"%PDF")}
    page_of_form = f"http://localhost/desk/accounts/{member.id}/"
    for referrer, back in ((page_of_form, f"/desk/accounts/{member.id}/"), ("https://evil.example/x", "/desk/")):
        admin.post(address("role-grant", member), sent, HTTP_REFERER=referrer)
        page = admin.get("/accounts/continue/")
        assert page.context["back"] == back and "analyst" not in page.content.decode()
        sent["letter"].seek(0)


def test_a_person_without_a_role_opens_nothing(admin):
    other = sign_in(Client(), head)
    admin.post(reverse("desk:role-end", args=[head.id, grant_of(head).pk]))
    for path in ("/desk/", "/desk/accounts/", "/desk/places/"):
        answer = other.get(path)
        assert answer.status_code == 403 and "no role" in answer.content.decode()


def test_a_kept_form_is_nobody_elses(admin):
    session = admin.session
    session["kept_form"] = {"account": member.id, "path": "/desk/", "sent": "secret=1", "files": False}
    session.save()
    assert admin.get("/accounts/continue/")["Location"] == "/desk/"


def test_one_click_confirms_only_demonstration_persons_on_the_machine(admin):
    assert admin.post("/accounts/demonstration/confirm/", REMOTE_ADDR="10.0.0.7").status_code in {302, 404}
    assert Client(HTTP_HOST="localhost").post("/accounts/demonstration/confirm/").status_code == 404


def test_a_reset_through_the_pages(admin):
    admin.post(address("reset-ask", member))
    reset = FactorReset.objects.get()
    page = admin.get(reverse("desk:accounts")).content.decode()
    assert "Stop the reset" in page and "Confirm the reset" not in page
    admin.post(reverse("desk:reset-confirm", args=[reset.pk]))
    reset.refresh_from_db()
    assert reset.confirmed_at is None
    second = confirmed(sign_in(Client(), head))
    assert "Confirm the reset" in second.get(reverse("desk:accounts")).content.decode()
    second.post(reverse("desk:reset-confirm", args=[reset.pk]))
    answer = admin.post(reverse("desk:reset-complete", args=[reset.pk]), follow=True)
    assert "24 hours" in answer.content.decode()
    owner = sign_in(Client(), member)
    assert "Somebody asked to reset this account" in owner.get("/desk/").content.decode()
    owner.post("/accounts/reset/stop/")
    reset.refresh_from_db()
    assert str(reset.stopped_by_id) == member.id


def test_the_set_up_page_makes_an_administrator_once():
    secret = make_setup_link().value.secret
    guest = Client(HTTP_HOST="localhost")
    guest.cookies["language"] = "en"
    page = guest.get(f"/accounts/set-up/{secret}/")
    assert page.status_code == 200 and "demo" not in dict(page.context["form"].fields["countries"].choices)
    words = {"name": "First", "email": "first@npm.example", "countries": ["kz"], "language": "ru", "way": "password"}
    typed = {"password": "four words not together", "again": "four words not together"}
    assert guest.post(f"/accounts/set-up/{secret}/", {**words, **typed, "countries": ["demo"]}).status_code == 422
    assert guest.post(f"/accounts/set-up/{secret}/", {**words, **typed}).status_code == 302
    assert actor_of(Account.objects.get(email="first@npm.example")).has(Role.ADMINISTRATOR, country="kz")
    again = guest.get(f"/accounts/set-up/{secret}/").content.decode()
    assert "The account first@npm.example was made with this link" in again and 'name="email"' not in again
    guest.post(f"/accounts/set-up/{secret}/", {**words, **typed, "email": "second@npm.example"})
    assert not Account.objects.filter(email="second@npm.example").exists()
    with_passkey(Account.objects.get(email="first@npm.example"))
    assert guest.post(f"/accounts/set-up/{secret}/", {**words, **typed}).status_code == 410


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_every_page_opens_in_every_language(admin, language):
    for path in ("", "invite/", "invitations/", "rights/", f"{member.id}/"):
        page = admin.get(f"/{language}/desk/accounts/{path}")
        assert page.status_code == 200 and "style=" not in page.content.decode()


def test_a_role_that_was_taken_up_lately_is_told_on_the_head_s_tasks_and_beside_the_accounts(client, admin):
    link = invited(administrator, head, email="second@npm.example", name="Second", country=COUNTRY, role=Role.HEAD)
    accept_invitation(secret=link.secret, password="four words not together")
    for who, where in ((administrator, "accounts"), (head, "accounts"), (head, "home")):
        page = sign_in(client, who).get(reverse(f"desk:{where}")).content.decode()
        assert "New roles of the last 14 days" in page and "invited to the house by Administrator" in page
    assert "New roles" not in sign_in(client, member).get(reverse("desk:home")).content.decode()


def test_a_right_is_confirmed_or_refused_by_somebody_else_through_the_pages(admin):
    admin.post(address("role-grant", member), {"role": "analyst", "authority": ""})
    one = RightRequest.objects.get()
    where = reverse("desk:right", args=[one.pk])
    own = admin.get(where).content.decode()
    assert "You asked for this" in own and "Confirm this right" not in own
    second = sign_in(Client(), head)
    assert "Confirm this right" in second.get(where).content.decode()
    for there in ("home", "accounts"):
        assert where in second.get(reverse(f"desk:{there}")).content.decode()
    empty = decide(head, "right-refuse", reason=" ")
    assert empty.status_code == 422
    named = decide(head, "right-refuse", reason="Detainee John Smith complained of this person.")
    assert named.status_code == 422 and "Why these passages stay" in named.content.decode() and not RightRequest.objects.get().refused_at
    decide(head, "right-refuse", reason="Nobody told me of this")
    assert not granted() and "Nobody told me of this" in admin.get(where).content.decode()
    assert where not in second.get(reverse("desk:home")).content.decode()


def granted():
    return RoleGrant.objects.filter(account_id=member.id, role="analyst").exists()


def test_the_one_who_asked_confirms_nothing_through_the_page(admin):
    admin.post(address("role-grant", member), {"role": "analyst", "authority": ""})
    answer = admin.post(reverse("desk:right-confirm", args=[RightRequest.objects.get().pk]), follow=True)
    assert "A right needs two persons" in answer.content.decode() and not granted()


@pytest.mark.parametrize("name", ["right-confirm", "right-refuse"])
def test_deciding_asks_again_after_five_minutes(admin, name):
    admin.post(address("role-grant", member), {"role": "analyst", "authority": ""})
    second = sign_in(Client(), head)
    session = second.session
    session["confirmed_at"] = time.time() - 301
    session.save()
    answer = second.post(reverse(f"desk:{name}", args=[RightRequest.objects.get().pk]), {"reason": "no"})
    assert answer["Location"].startswith("/accounts/demonstration/confirm/?next=")
    assert RightRequest.objects.undecided().exists() and not granted()


def test_only_head_and_administrator_of_the_country_see_and_decide(admin):
    admin.post(address("role-grant", member), {"role": "analyst", "authority": ""})
    where = reverse("desk:right", args=[RightRequest.objects.get().pk])
    for each in EVERYBODY:
        client = sign_in(Client(), each)
        wanted = 200 if each in (administrator, head) else 302 if each is nobody else 404
        assert client.get(where).status_code == wanted, each.name
        if each not in (administrator, head, nobody):
            assert decide(each, "right-confirm").status_code in {403, 404}
            assert decide(each, "right-refuse", reason="no").status_code in {403, 404}
    assert RightRequest.objects.undecided().count() == 1


def test_the_first_head_is_told_that_nobody_confirmed_the_invitation(client):
    secret = make_setup_link().value.secret
    words = {"name": "First", "email": "first@npm.example", "countries": ["kz"], "language": "en", "way": "password"}
    typed = {"password": "four words not together", "again": "four words not together"}
    Client(HTTP_HOST="localhost").post(f"/accounts/set-up/{secret}/", {**words, **typed})
    first = actor_of(Account.objects.get(email="first@npm.example"))
    link = invite(email="aida@npm.example", name="Aida", language="en", country="kz", role=Role.HEAD, by=first).value
    guest = Client(HTTP_HOST="localhost")
    guest.cookies["language"] = "en"
    assert "Nobody confirmed this invitation" in guest.get(f"/accounts/invitation/{link.secret}/").content.decode()
    made = accept_invitation(secret=link.secret, password="four words not together").value
    Authenticator.objects.create(user=made, type="totp", data={"secret": "x"})
    guest.force_login(made, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = guest.get(reverse("desk:home")).content.decode()
    assert "invited by First alone" in page
