"""Colleagues by name: for those who work in the mechanism, and only those who hold a role today."""

import pytest

from tests.foundation.people.cast import account
from tirek.foundation.people.queries import actor_of, colleagues, names_of
from tirek.foundation.people.services import disable_account, end_grant, grant_role
from tirek.ground.rules.actors import SYSTEM, Role
from tirek.ground.rules.refusals import NotAllowed

pytestmark = pytest.mark.django_db


def test_colleagues_are_those_who_hold_a_role_today():
    head, member, analyst = account("head", Role.HEAD), account("member", Role.MEMBER), account("analyst", Role.ANALYST)
    gone, ended, elsewhere = account("gone", Role.MEMBER), account("ended"), account("elsewhere", Role.MEMBER, country="kg")
    disable_account(account_id=gone.pk, country="kz", by=SYSTEM)
    grant = grant_role(account_id=ended.pk, role=Role.MEMBER, country="kz", by=SYSTEM).value
    end_grant(grant_id=grant.pk, country="kz", by=SYSTEM)
    assert [each.name for each in colleagues(by=actor_of(head), country="kz")] == ["head", "member"]
    for outsider in (analyst, elsewhere):
        with pytest.raises(NotAllowed):
            colleagues(by=actor_of(outsider), country="kz")
    assert names_of([str(member.pk), "system", "", str(analyst.pk)]) == {str(member.pk): "member", str(analyst.pk): "analyst"}
    assert names_of([]) == {}
