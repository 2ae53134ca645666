"""What stands beside a published thing: replies in order, unanswered requests, changes asked for; nothing of another thing or country."""

from datetime import UTC, date, datetime

import pytest

from tests.people import analyst, head
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import ChangeRequest, Reply, ReplyRequest
from tirek.insight.publications.queries import replied, replies_to
from tirek.insight.publications.queries.mark import mark
from tirek.insight.publications.refusals import CodeUnknown, NotShown, WordsMissing
from tirek.insight.publications.services.voices import take_back_reply

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)
THING = {"country": "kz", "kind": "document", "key": "004", "version": 1, "made_at": DAY}
SHOWN = {"way": "letter", "decided_at": DAY, "decided_by": "x"}


def kept(row):
    with record("row.written", by=SYSTEM) as entry:
        row.save()
        entry.of(None)
    return row


def reply(**given):
    return kept(Reply(**{**THING, "speaker": "authority", "office": "Министерство", "text": Words.of({"ru": "Ответ."}), **given}))


def test_only_a_reply_whose_writer_was_confirmed_is_shown_and_the_request_that_it_answers_is_answered():
    asked = kept(ReplyRequest(**THING, speaker="authority", office="Министерство", asked_on=date(2026, 2, 1), letter="1-2"))
    waiting = reply(asked=asked)
    before = replies_to("document", "kz", "004")
    assert before.replies == () and [each.asked_on for each in before.unanswered] == [date(2026, 2, 1)]
    assert replied("document", "kz") == frozenset()
    for name, value in SHOWN.items():
        setattr(waiting, name, value)
    kept(waiting)
    after = replies_to("document", "kz", "004")
    assert [each.office for each in after.replies] == ["Министерство"] and after.unanswered == ()
    assert replied("document", "kz") == {"004"}


def test_what_is_said_of_another_thing_or_not_shown_does_not_stand_here():
    reply(**{**SHOWN, "way": "", "reason": "not_theirs"})
    reply(**SHOWN, key="003")
    kept(ReplyRequest(**THING, speaker="media", asked_on=date(2026, 2, 1), letter="1", decided_at=DAY, taken_back="Ошибка."))
    found = replies_to("document", "kz", "004")
    assert (found.replies, found.unanswered, found.changes, found.notes) == ((), (), (), ())


def test_a_reply_about_one_figure_stands_at_that_figure_and_one_about_the_whole_at_each():
    reply(**SHOWN, start=10, end=20)
    reply(**SHOWN)
    found = replies_to("document", "kz", "004")
    assert len(found.replies) == 2
    assert [len(found.about(*span).replies) for span in ((19, 25), (20, 25), (5, 11), (0, 10))] == [2, 1, 2, 1]


def test_a_change_asked_for_has_its_day_and_its_decision_stays_as_a_note():
    row = kept(ChangeRequest(**THING, speaker="person", sort="removal", text="Прошу.", due_on=date(2026, 3, 16)))
    (open_one,) = replies_to("document", "kz", "004").changes
    assert (open_one.sort, open_one.due_on) == ("removal", date(2026, 3, 16))
    row.outcome, row.decided_at, row.answer = "refused", DAY, Words.of({"ru": "Данные верны."})
    kept(row)
    found = replies_to("document", "kz", "004")
    assert found.changes == () and [(each.outcome, each.answer.in_("ru")) for each in found.notes] == [("refused", "Данные верны.")]


def test_a_shown_reply_is_taken_back_by_the_office_for_a_reason_and_leaves_its_days_without_its_words():
    asked = kept(ReplyRequest(**{**THING, "country": "demo"}, speaker="authority", office="Министерство", asked_on=date(2026, 2, 1), letter="1-2"))
    one = reply(**SHOWN, country="demo", asked=asked, start=10, end=20)
    given = {"reply_id": one.pk, "reason": "names_person", "told": "Назван человек.", "by": head}
    for refused, wrong in ((NotAllowed, {"by": analyst}), (CodeUnknown, {"reason": "dislike"}), (WordsMissing, {"told": " "})):
        with pytest.raises(refused):
            take_back_reply(**{**given, **wrong})
    before = mark()
    take_back_reply(**given)
    found = replies_to("document", "demo", "004")
    assert found.replies == found.unanswered == () and replied("document", "demo") == frozenset() and mark() != before
    assert [(each.speaker, each.reason, each.shown_at) for each in found.about(15, 16).taken_back] == [("authority", "names_person", DAY)]
    assert found.about(20, 25).taken_back == ()
    with pytest.raises(NotShown):
        take_back_reply(**given)
    with pytest.raises(NotShown):
        take_back_reply(**{**given, "reply_id": reply(country="demo").pk})
