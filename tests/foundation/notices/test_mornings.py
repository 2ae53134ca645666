"""The number of things that wait: in the morning of the person's country, once, and only to whoever wished it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.foundation.people.cast import account, actor
from tirek.foundation.notices import waiting
from tirek.foundation.notices.letters import sentences
from tirek.foundation.notices.models import Notice
from tirek.foundation.notices.services import wish, write_digests
from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.services import invite
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 3, tzinfo=UTC)  # eight o'clock in Kazakhstan (UTC+5)


@pytest.fixture
def three(monkeypatch):
    monkeypatch.setattr(waiting, "_counters", [lambda person: 3])


@pytest.fixture
def aida(post):
    return actor_of(account("aida", Role.MEMBER))


def wishes(person, digest):
    wish(confirmations=True, decisions=True, jobs=False, reminders=True, digest=digest, by=person)


def test_once_a_morning_to_whoever_wished_it(aida, three):
    assert write_digests(MONDAY) == 0
    wishes(aida, "daily")
    assert write_digests(MONDAY - timedelta(hours=2)) == 0, "at six nobody is told"
    assert [write_digests(MONDAY + timedelta(minutes=10 * step)) for step in range(3)] == [1, 0, 0]
    assert write_digests(MONDAY + timedelta(days=1)) == 1
    assert list(Notice.objects.values_list("kind", "count", "state")) == [("digest", 3, "waiting")] * 2


def test_on_mondays_where_so_wished(aida, three):
    wishes(aida, "weekly")
    assert [write_digests(MONDAY + timedelta(days=day)) for day in range(8)] == [1, 0, 0, 0, 0, 0, 0, 1]


def test_nothing_is_told_where_nothing_waits(aida, monkeypatch):
    monkeypatch.setattr(waiting, "_counters", [lambda person: 0])
    wishes(aida, "daily")
    assert write_digests(MONDAY) == 0 and not Notice.objects.exists()


def test_the_number_is_that_of_the_own_page(post):
    admin, head, member = actor("admin", Role.ADMINISTRATOR), actor("head", Role.HEAD), actor("member", Role.MEMBER)
    invite(email="new@npm.example", name="New", language="kk", country="kz", role=Role.MEMBER, by=admin)
    assert [waiting.waiting_for(each) for each in (head, member, admin)] == [1, 0, 0]


@pytest.mark.parametrize(("language", "count", "words"), [
    ("ru", 1, "ждёт 1 дело"), ("ru", 3, "ждут 3 дела"), ("ru", 5, "ждут 5 дел."), ("ru", 21, "ждёт 21 дело"), ("en", 1, "1 thing waits"), ("en", 2, "2 things wait"),
    ("kk", 3, "3 іс"), ("ky", 3, "3 иш"),
])  # fmt: skip
def test_the_number_stands_in_its_right_form(language, count, words):
    from django.utils import translation

    with translation.override(language):
        assert words in sentences("digest", count, "")[1]


def test_what_cannot_be_counted_for_one_keeps_no_other_from_being_told(aida, monkeypatch):
    other = actor_of(account("other", Role.MEMBER))
    wishes(aida, "daily"), wishes(other, "daily")
    monkeypatch.setattr(waiting, "_counters", [lambda person: 3 if person.id == other.id else 1 // 0])
    assert write_digests(MONDAY) == 1 and str(Notice.objects.get().account_id) == other.id
