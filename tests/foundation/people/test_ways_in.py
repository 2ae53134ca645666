"""Who breaks off before the second factor comes in by the same link again, within its term; nobody takes over an account that can sign in."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone

from tests.foundation.people.cast import PASSWORD, account, actor, invited, with_passkey
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account, RoleGrant
from tirek.foundation.people.queries import (
    actor_of,
    has_way_in,
    invitation_behind,
    set_up_account,
    set_up_behind,
    set_up_waits,
)
from tirek.foundation.people.refusals import AddressTaken, InvitationNotUsable, SecondPersonThere, SetUpDone
from tirek.foundation.people.services import (
    accept_invitation,
    accept_set_up,
    ask_reset,
    complete_reset,
    confirm_reset,
    disable_account,
    end_grant,
    invite,
    make_setup_link,
    note_event,
)
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def administrator():
    return actor("admin", Role.ADMINISTRATOR)


@pytest.fixture
def head():
    return actor("head", Role.HEAD)


@pytest.fixture
def link(administrator, head):
    return invited(administrator, head).secret


def set_up(secret, email="first@npm.example", password=None, countries=("kz",)):
    return accept_set_up(secret=secret, email=email, name="First", language="ru", countries=countries, password=password).value


def later_in_life(made):
    """What the house notes when somebody adds a factor or signs in."""
    note_event(verb="factor.added", country="kz", by=actor_of(made))


@pytest.mark.parametrize(
    ("password", "factors", "enough"),
    [
        (None, (), False),
        (None, ("codes",), False),
        (None, ("key",), False),
        (None, ("passkey",), True),
        (PASSWORD, (), False),
        (PASSWORD, ("codes",), True),
        (PASSWORD, ("key",), True),
    ],
)
def test_a_way_in_is_a_passkey_or_a_password_with_a_factor(password, factors, enough):
    owner = account("aida", Role.MEMBER, password=password)
    Authenticator.objects.create(user=owner, type="recovery_codes", data={"seed": "x", "used_mask": 0})
    for factor in factors:
        TOTP.activate(owner, SECRET) if factor == "codes" else with_passkey(owner, alone=factor == "passkey")
    assert has_way_in(owner) is enough


@pytest.mark.parametrize("password", [None, PASSWORD])
def test_a_set_up_that_was_broken_off_goes_on_with_the_same_link_for_the_same_account(password):
    secret = make_setup_link().value.secret
    made = set_up(secret, password=password)
    assert set_up_behind(secret) and set_up_account(secret) == "first@npm.example" and set_up_waits()
    again = set_up(secret, email="stranger@npm.example", countries=("kg",), password="quite another one here")
    assert again.pk == made.pk and again.email == "first@npm.example" and Account.objects.count() == 1
    assert {grant.country for grant in actor_of(again).grants} == {"kz"}
    with_passkey(again)
    assert not set_up_behind(secret)
    with pytest.raises(InvitationNotUsable):
        set_up(secret)
    assert verify().holds


def test_a_new_set_up_link_is_made_while_no_administrator_can_sign_in():
    old = make_setup_link().value.secret
    made = set_up(old)
    new = make_setup_link().value.secret
    assert not set_up_behind(old)
    again = set_up(new, password=PASSWORD, countries=("kg",))
    assert again.pk == made.pk and actor_of(again).roles_in("kg") == {Role.ADMINISTRATOR}
    TOTP.activate(again, SECRET)
    with pytest.raises(SetUpDone):
        make_setup_link()


def test_a_set_up_takes_no_account_of_somebody_else():
    secret = make_setup_link().value.secret
    account("first", Role.MEMBER)
    with pytest.raises(AddressTaken):
        set_up(secret)


def test_a_second_administrator_is_helped_where_one_of_two_cannot_sign_in():
    with_passkey(account("head", Role.HEAD))
    account("admin", Role.ADMINISTRATOR)
    secret = make_setup_link(country="kz").value.secret
    with_passkey(set_up(secret, email="second@npm.example"))
    with pytest.raises(SecondPersonThere):
        make_setup_link(country="kz")


def test_an_invited_person_who_broke_off_chooses_again(link):
    made = accept_invitation(secret=link, password=None).value
    assert invitation_behind(link).email == "aida@npm.example"
    TOTP.activate(made, SECRET)  # of no use without a password
    again = accept_invitation(secret=link, password=PASSWORD).value
    assert again.pk == made.pk and again.check_password(PASSWORD) and not Authenticator.objects.filter(user=made).exists()
    assert RoleGrant.objects.filter(account=made).count() == 1
    with_passkey(again)
    assert invitation_behind(link) is None
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=link, password="a stranger's own words")
    assert Account.objects.get(pk=made.pk).check_password(PASSWORD)


def test_the_first_head_who_broke_off_chooses_again():
    host = actor("admin", Role.ADMINISTRATOR)
    secret = invite(email="head@npm.example", name="Head", language="ru", country="kz", role=Role.HEAD, by=host).value.secret
    made = accept_invitation(secret=secret, password=None).value
    assert accept_invitation(secret=secret, password=PASSWORD).value.pk == made.pk


def test_what_was_ended_meanwhile_does_not_come_back_by_the_link(link, administrator):
    made = accept_invitation(secret=link, password=None).value
    end_grant(grant_id=made.grants.get().pk, country="kz", by=administrator)
    accept_invitation(secret=link, password=PASSWORD)
    assert actor_of(made).grants == frozenset()
    disable_account(account_id=made.pk, country="kz", by=administrator)
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=link, password=PASSWORD)


def test_the_term_stays_what_it_was(link, monkeypatch):
    accept_invitation(secret=link, password=None)
    later = timezone.now() + timedelta(hours=72, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert invitation_behind(link) is None
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=link, password=PASSWORD)


def test_once_somebody_could_sign_in_the_link_stays_dead_even_if_the_factor_is_taken_away(link):
    made = accept_invitation(secret=link, password=PASSWORD).value
    with_passkey(made)
    later_in_life(made)
    Authenticator.objects.filter(user=made).delete()
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=link, password="a stranger's own words")


def test_a_reset_does_not_wake_an_older_link(link, administrator, head):
    made = with_passkey(accept_invitation(secret=link, password=PASSWORD).value)
    asked = ask_reset(account_id=made.pk, country="kz", by=administrator).value
    confirm_reset(reset_id=asked.pk, country="kz", by=head, at=timezone.now() - timedelta(hours=25))
    back = complete_reset(reset_id=asked.pk, country="kz", by=administrator).value.secret
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=link, password="a stranger's own words")
    with_passkey(accept_invitation(secret=back, password=None).value)
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=back, password="a stranger's own words")
    assert verify().holds
