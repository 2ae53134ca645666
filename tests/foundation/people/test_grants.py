"""Roles: who may give them, to whom, and what they never mix with."""

import pytest

from tests.foundation.people.cast import account
from tests.people import person
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.refusals import (
    AdministratorSeesNoContent,
    AuthorityNeeded,
    AuthorityNotWanted,
    LastAdministrator,
    OwnRights,
)
from tirek.foundation.people.services import disable_account, enable_account, end_grant, grant_role
from tirek.ground.rules.actors import NOBODY, SYSTEM, Role
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db


def test_an_actor_holds_what_was_granted_and_no_more():
    actor = actor_of(account("aida", Role.LEADER, Role.MEMBER))
    assert actor.roles_in("kz") == {Role.LEADER, Role.MEMBER}
    assert actor.countries == {"kz"}


def test_a_role_that_ended_is_gone_from_the_next_request_on():
    administrator, member = account("admin", Role.ADMINISTRATOR), account("member")
    grant = grant_role(account_id=member.pk, role=Role.AUDITOR, country="kz", by=actor_of(administrator)).value
    end_grant(grant_id=grant.pk, country="kz", by=actor_of(administrator))
    assert actor_of(member).grants == frozenset()
    assert verify().holds


def test_granting_twice_leaves_one_grant():
    member = account("member", Role.MEMBER)
    grant_role(account_id=member.pk, role=Role.MEMBER, country="kz", by=SYSTEM)
    assert member.grants.count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_the_administrator_of_the_country_grants(role):
    member = account("member")
    for by in (person("x", role, country="kz"), person("y", Role.ADMINISTRATOR, country="kg"), NOBODY):
        with pytest.raises(NotAllowed):
            grant_role(account_id=member.pk, role=Role.MEMBER, country="kz", by=by)


def test_nobody_grants_a_role_to_himself_or_ends_his_own():
    one, two = account("one", Role.ADMINISTRATOR), account("two", Role.ADMINISTRATOR)
    with pytest.raises(OwnRights):
        grant_role(account_id=one.pk, role=Role.HEAD, country="kz", by=actor_of(one))
    with pytest.raises(OwnRights):
        end_grant(grant_id=two.grants.get().pk, country="kz", by=actor_of(two))


def test_the_last_administrator_stays():
    one, two = account("one", Role.ADMINISTRATOR), account("two", Role.ADMINISTRATOR)
    by = person("outsider", Role.ADMINISTRATOR, country="kz")
    disable_account(account_id=one.pk, country="kz", by=by)
    with pytest.raises(LastAdministrator):
        end_grant(grant_id=two.grants.get().pk, country="kz", by=by)
    with pytest.raises(LastAdministrator):
        disable_account(account_id=two.pk, country="kz", by=by)
    enable_account(account_id=one.pk, country="kz", by=by)
    end_grant(grant_id=two.grants.get().pk, country="kz", by=by)


def test_an_administrator_holds_no_other_role():
    administrator, member = account("admin", Role.ADMINISTRATOR), account("member", Role.MEMBER)
    with pytest.raises(AdministratorSeesNoContent):
        grant_role(account_id=administrator.pk, role=Role.MEMBER, country="kz", by=SYSTEM)
    with pytest.raises(AdministratorSeesNoContent):
        grant_role(account_id=member.pk, role=Role.ADMINISTRATOR, country="kg", by=SYSTEM)


def test_focal_points_act_for_an_authority_and_others_for_none():
    member = account("member")
    with pytest.raises(AuthorityNeeded):
        grant_role(account_id=member.pk, role=Role.FOCAL_POINT, country="kz", by=SYSTEM)
    with pytest.raises(AuthorityNotWanted):
        grant_role(account_id=member.pk, role=Role.MEMBER, country="demo", authority="lum-law", by=SYSTEM)


def test_a_disabled_account_is_nobody_at_once():
    member = account("member", Role.MEMBER)
    disable_account(account_id=member.pk, country="kz", by=person("outsider", Role.ADMINISTRATOR, country="kz"))
    member.refresh_from_db()
    assert actor_of(member) == NOBODY


def test_an_account_of_another_country_is_not_found():
    stranger = account("stranger", Role.MEMBER, country="kg")
    with pytest.raises(NotFound):
        disable_account(account_id=stranger.pk, country="kz", by=person("outsider", Role.ADMINISTRATOR, country="kz"))
