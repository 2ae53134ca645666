"""Resetting factors: two persons, notice, 24 hours; the owner and either person can stop it."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from tests.foundation.people.cast import PASSWORD, account, actor
from tests.people import person
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.queries import actor_of, reset_of, resets
from tirek.foundation.people.refusals import OwnRights, ResetNotUsable, ResetOpen, ResetTooEarly, SecondPersonNeeded
from tirek.foundation.people.services import accept_invitation, ask_reset, complete_reset, confirm_reset, stop_reset
from tirek.ground.rules.actors import Role
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
KZ = {"country": "kz"}


@pytest.fixture
def admin():
    return actor("admin", Role.ADMINISTRATOR)


@pytest.fixture
def head():
    return actor("head", Role.HEAD)


@pytest.fixture
def owner():
    made = account("owner", Role.MEMBER, password=PASSWORD)
    Authenticator.objects.create(user=made, type="totp", data={"secret": "x"})
    return made


def asked(owner, by):
    return ask_reset(account_id=owner.pk, by=by, **KZ).value.pk


def confirmed(owner, admin, head, hours):
    reset = asked(owner, admin)
    confirm_reset(reset_id=reset, by=head, at=timezone.now() - timedelta(hours=hours), **KZ)
    return reset


def test_after_two_persons_and_24_hours_the_factors_go_and_a_link_comes(owner, admin, head):
    reset = confirmed(owner, admin, head, 24.1)
    link = complete_reset(reset_id=reset, by=admin, **KZ).value
    owner.refresh_from_db()
    assert not owner.has_usable_password() and not Authenticator.objects.filter(user=owner).exists()
    again = accept_invitation(secret=link.secret, password="a new password of mine").value
    assert again.pk == owner.pk and actor_of(again).roles_in("kz") == {Role.MEMBER}
    verbs = list(Entry.objects.order_by("seq").values_list("verb", flat=True))
    assert [verb for verb in verbs if verb.startswith("reset.")] == ["reset.asked", "reset.confirmed", "reset.done"]
    assert verify().holds


def test_before_24_hours_nothing_happens(owner, admin, head):
    reset = confirmed(owner, admin, head, 23.9)
    with pytest.raises(ResetTooEarly):
        complete_reset(reset_id=reset, by=admin, **KZ)
    owner.refresh_from_db()
    assert owner.check_password(PASSWORD)


def test_without_a_second_person_nothing_happens(owner, admin):
    reset = ask_reset(account_id=owner.pk, by=admin, at=timezone.now() - timedelta(days=9), **KZ).value.pk
    with pytest.raises(SecondPersonNeeded):
        confirm_reset(reset_id=reset, by=admin, **KZ)
    with pytest.raises(ResetNotUsable):
        complete_reset(reset_id=reset, by=admin, **KZ)


def test_nobody_confirms_his_own(admin):
    head = account("head", Role.HEAD)
    reset = asked(head, admin)
    with pytest.raises(SecondPersonNeeded):
        confirm_reset(reset_id=reset, by=actor_of(head), **KZ)


def test_nobody_asks_for_his_own(admin):
    with pytest.raises(OwnRights):
        ask_reset(account_id=admin.id, by=admin, **KZ)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.ADMINISTRATOR, Role.HEAD}])
def test_other_roles_neither_ask_nor_confirm_nor_look(owner, admin, role):
    reset, other = asked(owner, admin), person("x", role, country="kz")
    for act in (
        lambda: ask_reset(account_id=owner.pk, by=other, **KZ),
        lambda: confirm_reset(reset_id=reset, by=other, **KZ),
        lambda: complete_reset(reset_id=reset, by=other, **KZ),
        lambda: stop_reset(reset_id=reset, by=other, **KZ),
        lambda: resets(by=other, **KZ),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_head_does_not_ask(owner, head):
    with pytest.raises(NotAllowed):
        ask_reset(account_id=owner.pk, by=head, **KZ)


def test_a_third_person_does_not_get_the_link(owner, admin, head):
    reset = confirmed(owner, admin, head, 25)
    with pytest.raises(NotAllowed):
        complete_reset(reset_id=reset, by=actor("second", Role.ADMINISTRATOR), **KZ)


@pytest.mark.parametrize("who", ["owner", "admin", "head"])
def test_owner_and_either_person_stop_it_for_good(owner, admin, head, who):
    reset = confirmed(owner, admin, head, 25)
    stop_reset(reset_id=reset, by={"owner": actor_of(owner), "admin": admin, "head": head}[who], **KZ)
    for act in (complete_reset, stop_reset):
        with pytest.raises(ResetNotUsable):
            act(reset_id=reset, by=admin, **KZ)
    assert reset_of(owner.pk) is None
    asked(owner, admin)


def test_the_owner_is_told(owner, admin):
    asked(owner, admin)
    assert reset_of(owner.pk).asked_by == "admin"


def test_two_resets_at_once_are_refused(owner, admin):
    asked(owner, admin)
    with pytest.raises(ResetOpen):
        asked(owner, admin)


def test_a_reset_of_another_country_is_not_found(owner, admin, head):
    reset = asked(owner, admin)
    with pytest.raises(NotFound):
        confirm_reset(reset_id=reset, country="kg", by=actor("other", Role.HEAD, country="kg"))
    with pytest.raises(NotFound):
        ask_reset(account_id=owner.pk, country="kg", by=actor("third", Role.ADMINISTRATOR, country="kg"))
