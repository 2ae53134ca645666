"""New roles: head and administrators notice whoever came in lately, and by whose invitation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.foundation.people.cast import PASSWORD, account, actor, invited
from tirek.foundation.people.queries import new_roles
from tirek.foundation.people.services import accept_invitation, grant_role
from tirek.ground.rules.actors import NOBODY, SYSTEM, Role

pytestmark = pytest.mark.django_db


def told(by):
    return {(each.name, each.title.best("en").lower(), each.invited_by) for each in new_roles(by=by, country="kz")}


def test_a_head_whom_two_persons_invited_is_noticed_by_the_head_and_every_administrator():
    head, admin, other = actor("head", Role.HEAD), actor("admin", Role.ADMINISTRATOR), actor("other", Role.ADMINISTRATOR)
    link = invited(admin, head, email="second@npm.example", name="Second", role=Role.HEAD)
    assert "Second" not in {name for name, _title, _host in told(head)}
    accept_invitation(secret=link.secret, password=PASSWORD)
    for each in (head, other, admin):
        assert ("Second", "admin") in {(name, host) for name, _title, host in told(each)}


def test_a_role_that_was_given_is_told_and_an_administrator_s_is_not():
    admin, somebody = actor("admin", Role.ADMINISTRATOR), account("somebody")
    assert told(admin) == set()
    grant_role(account_id=somebody.pk, role=Role.ANALYST, country="kz", by=SYSTEM)
    assert [(name, host) for name, _title, host in told(admin)] == [("somebody", "")]


def test_only_head_and_administrator_of_the_country_are_told():
    actor("head", Role.HEAD)
    for each in (actor("secretary", Role.SECRETARIAT), actor("foreign", Role.HEAD, country="uz"), NOBODY):
        assert new_roles(by=each, country="kz") == ()


def test_a_role_is_news_for_fourteen_days(monkeypatch):
    admin, later = actor("admin", Role.ADMINISTRATOR), timezone.now() + timedelta(days=15)
    account("somebody", Role.MEMBER)
    assert len(told(admin)) == 1
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert told(admin) == set()
