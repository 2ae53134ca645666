"""Two at the same moment: a form that is sent twice is kept once, nobody decides over another's decision, one correction makes one edition."""

import pytest
from django.db import connection

from tests.insight.claims.test_topics import both
from tests.insight.publications.making import publish
from tests.insight.reports.test_at_once import at_once, refused
from tests.people import analyst, head, secretary
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.words import Words
from tirek.insight.claims import services as claims
from tirek.insight.claims.queries import topics
from tirek.insight.claims.topic_values import NewTopic, Point
from tirek.insight.publications import filing
from tirek.insight.publications.models import ChangeRequest, Edition, Reply, Withheld
from tirek.insight.publications.queries.corrections import pending
from tirek.insight.publications.receipts import new_form
from tirek.insight.publications.refusals import PublishedMeanwhile
from tirek.insight.publications.services import publish_topic, voices
from tirek.insight.publications.services.corrections import correct_edition
from tirek.insight.publications.services.withholding import give_back_edition, withhold_edition

pytestmark = pytest.mark.django_db(transaction=True)
ABOUT = filing.About("document", "demo", "svodka")
FILER = filing.Filer("authority", "Ведомство", "office")
TEXT = "Поступило 12 жалоб."
SAID = Words.of(dict.fromkeys(("ru", "kk", "ky", "en"), "Так."))


@pytest.fixture(autouse=True)
def published():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database has one connection; the same tests run on PostgreSQL")
    new = claims.NewSource(title=Words.of({"ru": "Сводка"}), kind="press", code="svodka")
    source = claims.add_source(country="demo", new=new, pasted=TEXT, by=analyst, later=False).value
    claims.make_proposals(source_id=source, by=analyst)
    publish("svodka", "demo", text=TEXT, sha256="")


def file(form):
    return filing.file_reply(about=ABOUT, filer=FILER, text=Words.of({"ru": "Нет."}), form=form)


def test_a_form_sent_twice_at_once_is_kept_once_under_one_number():
    form = new_form()
    numbers = at_once(lambda: file(form), lambda: file(form), lambda: file(form))
    assert len(set(numbers)) == 1 and Reply.objects.count() == 1
    assert verify().holds


def test_of_two_who_decide_about_a_reply_one_is_told_that_the_other_did():
    file(new_form())
    one = Reply.objects.get().pk
    outcomes = at_once(
        lambda: voices.confirm_reply(reply_id=one, way="letter", sure="Письмо.", by=head),
        lambda: voices.decline_reply(reply_id=one, reason="twice", told="Уже стоит.", by=secretary),
    )
    assert refused(outcomes) == 1 and verify().holds


def test_of_two_decisions_about_a_change_one_stands():
    filing.file_change(about=ABOUT, filer=FILER, sort="removal", text="Прошу.", form=new_form())
    one = ChangeRequest.objects.get().pk
    outcomes = at_once(*(lambda who=who: voices.decide_change(change_id=one, outcome="refused", answer=SAID, by=who) for who in (head, secretary)))
    assert refused(outcomes) == 1 and verify().holds


def test_two_who_publish_again_at_once_make_one_edition():
    seen = pending("document", "svodka", by=analyst, country="demo").digest
    outcomes = at_once(*(
        lambda who=who: correct_edition(kind="document", country="demo", key="svodka", note=SAID, seen=seen, by=who) for who in (head, analyst)
    ))  # fmt: skip
    assert refused(outcomes) == 1
    assert list(Edition.objects.filter(key="svodka").values_list("version", flat=True)) == [2, 1]


def test_two_who_withhold_one_edition_at_once_or_give_it_back_are_told_of_each_other():
    publish("svodka", "demo", text="Поступило 13 жалоб.", sha256="")
    thing = {"kind": "document", "country": "demo", "key": "svodka", "version": 1}
    outcomes = at_once(*(lambda who=who: withhold_edition(**thing, note=SAID, because="Просьба.", by=who) for who in (head, secretary)))
    assert refused(outcomes) == 1 and Withheld.objects.count() == 1
    outcomes = at_once(*(lambda who=who: give_back_edition(**thing, because="Ошибка.", by=who) for who in (head, secretary)))
    assert refused(outcomes) == 1 and verify().holds


def test_two_who_publish_a_topic_for_the_first_time_at_once_make_one_edition_and_one_is_told():
    topic = both()
    outcomes = at_once(*(lambda who=who: publish_topic(topic_id=topic, country="demo", by=who) for who in (head, analyst, secretary)))
    made = [outcome.value for outcome in outcomes if not isinstance(outcome, Refusal)]
    assert made.count(True) == 1 and {type(each) for each in outcomes if isinstance(each, Refusal)} <= {PublishedMeanwhile}
    assert list(Edition.objects.filter(kind="topic").values_list("version", flat=True)) == [1] and verify().holds


def test_new_questions_of_one_title_that_meet_each_get_an_address_of_their_own():
    new = NewTopic(question=SAID, points=(Point("", SAID),))
    outcomes = at_once(*(lambda who=who: claims.make_topic(country="demo", new=new, by=who) for who in (head, analyst, secretary)))
    keys = [line.key for line in topics(by=head, country="demo")]
    assert refused(outcomes) == 0 and sorted(keys) == ["topic", "topic-2", "topic-3"] and verify().holds


@pytest.mark.parametrize("kind", ["document", "picture", "profile", "topic"])
def test_first_editions_of_every_kind_that_meet_are_one_and_the_other_is_told(kind):
    outcomes = at_once(*(lambda text=text: publish("new", "demo", kind, text=text, sha256="") for text in ("one", "other", "third")))
    told = [each for each in outcomes if isinstance(each, Refusal)]
    versions = list(Edition.objects.filter(kind=kind, key="new").values_list("version", flat=True))
    assert all(isinstance(each, PublishedMeanwhile) for each in told) and versions == list(range(len(outcomes) - len(told), 0, -1))
