"""The head freezes exactly what the page showed; what is frozen stays; only those who prepare what is said read it."""

import json
from hashlib import sha256
from uuid import uuid4

import pytest

from tests.followup.recommendations.making import answer
from tests.insight.speeches import making
from tests.people import EVERYBODY, analyst, deputy, foreigner, head, leader, secretary
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.models import Entry
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.speech_sheet import FIGURES
from tirek.insight.speeches import queries, services
from tirek.insight.speeches.models import SpeechSheet
from tirek.insight.speeches.refusals import CountsChanged, FrozenAlready
from tirek.insight.speeches.services import freezing

pytestmark = pytest.mark.django_db


def test_the_frozen_bytes_hold_the_ten_figures_their_moment_and_their_digest():
    making.ten_issued()
    row = SpeechSheet.objects.get(pk=making.frozen())
    body = json.loads(row.body)
    assert [each["code"] for each in body["figures"]] == list(FIGURES)
    assert body["as_of"] == row.as_of.isoformat() and (body["year"], body["version"]) == (making.year(), 1)
    assert row.digest == sha256(row.body.encode()).hexdigest()
    told = {each.code: each for each in queries.frozen_sheet(row.pk, by=head).figures}
    assert (told["carried_out"].part, told["carried_out"].upper, told["carried_out"].whole) == (3, 4, 10)
    assert (told["answered"].part, told["answered"].whole) == (5, 10)


def test_it_is_one_act_of_the_ledger_about_the_sheet():
    making.ten_issued()
    before = Entry.objects.count()
    made = making.frozen()
    entry = Entry.objects.latest("seq")
    assert Entry.objects.count() == before + 1
    assert (entry.verb, entry.noun, entry.subject, entry.country) == ("speech-sheet.frozen", "speech-sheet", str(made), "demo")


def test_a_second_freezing_is_a_further_version_and_the_first_stays_as_it_was():
    drafts = making.ten_issued()
    first = making.frozen()
    held = SpeechSheet.objects.get(pk=first).body
    answer(drafts[7])
    second = making.frozen(by=deputy)
    assert [each.version for each in queries.frozen_sheets(by=head, country="demo", year=making.year())] == [2, 1]
    assert SpeechSheet.objects.get(pk=first).body == held != SpeechSheet.objects.get(pk=second).body


def test_what_changed_since_the_page_was_opened_is_not_frozen_unseen():
    drafts = making.ten_issued()
    seen = making.counts()
    answer(drafts[7])
    with pytest.raises(CountsChanged):
        services.freeze_sheet(country="demo", year=making.year(), counts=seen, by=head)
    assert not SpeechSheet.objects.exists()


def test_sending_the_form_twice_freezes_once():
    making.ten_issued()
    seen = making.counts()
    making.frozen()
    with pytest.raises(FrozenAlready):
        services.freeze_sheet(country="demo", year=making.year(), counts=seen, by=head)


def test_of_two_heads_who_freeze_at_once_the_second_is_told_and_one_version_stands(monkeypatch):
    making.ten_issued()
    seen = making.counts()
    making.frozen()
    monkeypatch.setattr(freezing, "newest_of", lambda *asked: None)  # as the second one read it, before the first had finished
    with pytest.raises(FrozenAlready):
        services.freeze_sheet(country="demo", year=making.year(), counts=seen, by=deputy)
    assert SpeechSheet.objects.count() == 1


@pytest.mark.parametrize("who", [secretary, analyst, leader, foreigner])
def test_nobody_but_the_head_freezes(who):
    with pytest.raises(NotAllowed):
        services.freeze_sheet(country="demo", year=making.year(), counts="", by=who)


def test_a_year_that_has_not_begun_has_no_sheet():
    day = today("demo")
    with pytest.raises(NotFound):
        queries.live_sheet(by=head, country="demo", year=day.year + 1, today=day)
    with pytest.raises(NotFound):
        services.freeze_sheet(country="demo", year=day.year + 1, counts="", by=head)


def test_the_figures_are_the_same_for_whoever_may_read_them_and_nobody_else_has_any():
    making.ten_issued()
    made, readers = making.frozen(), {"head", "secretary", "analyst"}
    asked = {"country": "demo", "year": making.year(), "today": today("demo")}
    assert len({queries.live_sheet(by=each, **asked)[1] for each in (head, secretary, analyst)}) == 1
    for each in EVERYBODY:
        if each.name in readers:
            assert queries.frozen_sheet(made, by=each).line.id == made
            continue
        with pytest.raises(NotAllowed):
            queries.live_sheet(by=each, **asked)
        with pytest.raises(NotFound):
            queries.frozen_sheet(made, by=each)
        assert queries.frozen_sheets(by=each, country="demo") == ()
    with pytest.raises(NotFound):
        queries.frozen_sheet(uuid4(), by=head)
