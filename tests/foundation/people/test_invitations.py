"""Invitations: one use, 72 hours, only a digest kept; the set-up link: 30 minutes, and nobody wins the house without it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.foundation.people.cast import PASSWORD, account, actor, invited, with_passkey
from tests.people import person
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account, Invitation
from tirek.foundation.people.queries import actor_of, invitation_behind, invitations, set_up_behind
from tirek.foundation.people.refusals import AddressTaken, InvitationClosed, InvitationNotUsable, SetUpDone
from tirek.foundation.people.services import accept_invitation, accept_set_up, invite, make_setup_link, revoke_invitation
from tirek.ground.rules.actors import NOBODY, Role
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return actor("admin", Role.ADMINISTRATOR)


@pytest.fixture
def head():
    return actor("head", Role.HEAD)


def auditor_invited(by, at=None):
    """An invitation that one person may make alone."""
    return invite(email="aida@npm.example", name="Aida", language="kk", country="kz", role=Role.AUDITOR, by=by, at=at).value


def test_an_invitation_becomes_an_account_with_its_role(administrator, head):
    link = invited(administrator, head)
    made = accept_invitation(secret=link.secret, password=PASSWORD).value
    assert actor_of(made).roles_in("kz") == {Role.MEMBER}
    assert made.check_password(PASSWORD) and made.language == "kk" and not made.demonstration
    assert [entry.verb for entry in Entry.objects.order_by("-seq")[:2]] == ["invitation.accepted", "right.confirmed"]
    assert Entry.objects.order_by("-seq")[0].actor == str(made.pk)
    assert verify().holds


def test_the_secret_is_kept_nowhere(administrator, head):
    link = invited(administrator, head)
    row = Invitation.objects.get()
    assert link.secret not in str(row.__dict__) and len(row.digest) == 64
    assert not any(link.secret in str(entry.__dict__) for entry in Entry.objects.all())


def test_it_works_once(administrator, head):
    link = invited(administrator, head)
    with_passkey(accept_invitation(secret=link.secret, password=PASSWORD).value)
    assert invitation_behind(link.secret) is None
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=link.secret, password="another password")


@pytest.mark.parametrize(("hours", "opens"), [(71, True), (73, False)])
def test_it_holds_72_hours(administrator, hours, opens):
    link = auditor_invited(administrator, at=timezone.now() - timedelta(hours=hours))
    assert (invitation_behind(link.secret) is not None) is opens
    if not opens:
        with pytest.raises(InvitationNotUsable):
            accept_invitation(secret=link.secret, password=PASSWORD)
    assert Account.objects.filter(email="aida@npm.example").count() == 0


def test_a_withdrawn_or_invented_link_opens_nothing(administrator, head):
    link = invited(administrator, head)
    revoke_invitation(invitation_id=link.invitation_id, country="kz", by=administrator)
    for secret in (link.secret, "invented", ""):
        with pytest.raises(InvitationNotUsable):
            accept_invitation(secret=secret, password=PASSWORD)
    with pytest.raises(InvitationClosed):
        revoke_invitation(invitation_id=link.invitation_id, country="kz", by=administrator)
    assert [line.state for line in invitations(by=administrator, country="kz")] == ["withdrawn"]


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.ADMINISTRATOR, Role.HEAD}])
def test_only_administrator_and_head_invite(role):
    for by in (person("x", role, country="kz"), person("y", Role.HEAD, country="kg"), NOBODY):
        with pytest.raises(NotAllowed):
            auditor_invited(by)
        with pytest.raises(NotAllowed):
            invitations(by=by, country="kz")


def test_the_head_invites_too(administrator, head):
    assert invitation_behind(invited(head, administrator).secret).email == "aida@npm.example"


def test_another_country_cannot_withdraw(administrator):
    link = auditor_invited(administrator)
    with pytest.raises(NotFound):
        revoke_invitation(invitation_id=link.invitation_id, country="kg", by=actor("other", Role.ADMINISTRATOR, country="kg"))


def test_an_address_with_an_account_is_not_invited_again(administrator):
    account("aida")
    with pytest.raises(AddressTaken):
        invite(email=" AIDA@npm.example", name="Aida", language="kk", country="kz", role=Role.AUDITOR, by=administrator)


def test_two_invitations_to_one_address_make_one_account(administrator, head):
    one, two = invited(administrator, head), invited(administrator, head)
    accept_invitation(secret=one.secret, password=PASSWORD)
    with pytest.raises(AddressTaken):
        accept_invitation(secret=two.secret, password="password of a stranger")
    assert Account.objects.get(email="aida@npm.example").check_password(PASSWORD)


def set_up(secret, **words):
    given = {"email": "first@npm.example", "name": "First", "language": "ru", "countries": ["kz", "kg"], "password": PASSWORD}
    return accept_set_up(secret=secret, **{**given, **words}).value


def test_the_set_up_link_makes_the_first_administrator():
    made = set_up(make_setup_link().value.secret)
    assert {(grant.role, grant.country) for grant in actor_of(made).grants} == {(Role.ADMINISTRATOR, "kz"), (Role.ADMINISTRATOR, "kg")}


def test_it_works_once_for_30_minutes_and_the_newest_only():
    old = make_setup_link(at=timezone.now() - timedelta(minutes=31)).value.secret
    first, second = make_setup_link().value.secret, make_setup_link().value.secret
    for secret in (old, first, "invented"):
        assert not set_up_behind(secret)
        with pytest.raises(InvitationNotUsable):
            set_up(secret)
    with_passkey(set_up(second))
    with pytest.raises(InvitationNotUsable):
        set_up(second, email="second@npm.example")
    with pytest.raises(SetUpDone):
        make_setup_link()


def test_a_set_up_link_is_no_invitation_and_an_invitation_sets_nothing_up(administrator):
    link = auditor_invited(administrator)
    assert not set_up_behind(link.secret)
    with pytest.raises(InvitationNotUsable):
        set_up(link.secret)


def test_an_open_set_up_link_ends_when_an_administrator_exists():
    secret = make_setup_link().value.secret
    with_passkey(account("admin", Role.ADMINISTRATOR))
    with pytest.raises(SetUpDone):
        set_up(secret)
