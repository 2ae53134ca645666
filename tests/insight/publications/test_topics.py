"""Topics as editions: frozen whole, a further version where something changed, contacts masked, and nothing of what was taken back."""

import json

import pytest

from tests import people
from tests.insight.claims.test_topics import both, said, seen, source, topic, words
from tests.insight.topics_of_the_record import loaded, whole_record
from tirek.foundation.jurisdictions.queries import topics as told_topics
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.claims import services
from tirek.insight.claims.refusals import TopicNotReady
from tirek.insight.claims.topic_values import NewStatement, NewTopic, Point, Rival
from tirek.insight.publications import services as publishing
from tirek.insight.publications.models import Edition
from tirek.insight.publications.queries import published_topics, topic_edition

__all__ = ["loaded", "whole_record"]
pytestmark = pytest.mark.django_db
KEY = "are-there-cameras-everywhere"


def publish(made, **more):
    return publishing.publish_topic(topic_id=made, country="demo", by=people.analyst, **more).value


def test_every_topic_of_the_record_is_published_once_in_four_languages_in_the_order_of_the_packs(loaded):
    assert publishing.publish_topics(by=SYSTEM).value == 0
    for country in ("kz", "kg"):
        assert [each.key for each in published_topics(country)] == [each.id for each in told_topics(country)]
        for each in told_topics(country):
            found = topic_edition(country, each.id).topic
            assert len(found.statements) == len(each.statements)
            for text in (found.question, found.about, *(one.speaker for one in found.statements)):
                assert text.missing(LANGUAGES) == ()


def test_a_statement_leads_to_its_words_on_the_page_of_its_document(loaded):
    by_key = {each.key: each for each in topic_edition("kz", "video").topic.statements}
    assert by_key["cameras-004"].document.edition == 1 and by_key["cameras-004"].document.figure
    assert by_key["cameras-004"].says.startswith(("more than", "более"))
    assert by_key["equipped-003"].document.figure is None
    assert by_key["equipped-003"].ends == ("Видеоконтроль Оборудован, но не повсеместно", "")


def test_a_topic_is_frozen_and_a_change_makes_a_version_that_says_so():
    made = both()
    assert publish(made) and not publish(made)
    before = Edition.objects.get(kind="topic", country="demo").body
    last = seen(made).statements[1]
    services.take_back_statement(statement_id=last.id, reason="Не о том.", by=people.analyst)
    assert publish(made, note=words("Taken back."))
    now = topic_edition("demo", KEY)
    assert (now.version.number, now.version.change, now.version.note, len(now.topic.statements)) == (2, "correction", words("Taken back."), 1)
    first = topic_edition("demo", KEY, 1)
    assert not first.newest and len(first.topic.differ) == 1
    assert Edition.objects.get(kind="topic", country="demo", version=1).body == before
    assert "Не о том" not in Edition.objects.get(kind="topic", country="demo", version=2).body


NAMED = "Так сказал Азамат Жумабеков."


def test_what_could_name_somebody_is_published_only_with_a_reason_and_asked_about_once():
    made = both()
    publish(made)
    one = seen(made).statements[0]
    services.take_back_statement(statement_id=seen(made).statements[1].id, reason="Не о том.", by=people.analyst)
    new = NewStatement(one.point, "камеры стоят везде", words(NAMED), position=words("везде"))
    services.add_statement(topic_id=made, source_id=source("Ныне камеры стоят везде."), new=new, by=people.analyst)
    with pytest.raises(PassagesUndecided):
        publish(made)
    assert Edition.objects.filter(kind="topic", country="demo").count() == 1
    publish(made, names_nobody=" An office-holder, named as in the source. ")
    newest = Edition.objects.filter(kind="topic", country="demo").first()
    assert newest.kept_because == "An office-holder, named as in the source." and newest.kept_because not in newest.body
    services.take_back_statement(statement_id=one.id, reason="Не о том.", by=people.analyst)
    with pytest.raises(PassagesUndecided):
        publish(made, note=words("Добавил Серик Ахметов."))
    assert publish(made, note=words("Снято.")) and Edition.objects.filter(kind="topic", country="demo").first().kept_because == ""


@pytest.mark.parametrize("name", ["question", "about", "point", "rival"])
def test_every_text_of_a_topic_is_searched(name):
    texts = {each: words(NAMED if each == name else "камеры") for each in ("question", "about", "point", "rival")}
    new = NewTopic(texts["question"], texts["about"], (Point("where", texts["point"]),), (Rival(texts["rival"]),))
    made = services.make_topic(country="demo", new=new, by=people.analyst).value
    services.add_statement(topic_id=made, source_id=source(), new=said("камеры стоят везде"), by=people.analyst)
    with pytest.raises(PassagesUndecided):
        publish(made)
    assert publish(made, names_nobody="An office-holder.")


def test_contacts_within_a_quote_are_masked():
    made, of = topic(), source("Пишите на press@example.org, камеры стоят везде.")
    services.add_statement(topic_id=made, source_id=of, new=said("Пишите на press@example.org, камеры стоят везде"), by=people.analyst)
    publish(made)
    assert "press@example.org" not in Edition.objects.get(kind="topic", country="demo").body


def test_what_lacks_a_language_is_not_published():
    made = topic()
    with pytest.raises(TopicNotReady):
        publish(made)
    one = NewStatement("where", "камеры стоят везде", words("А"), position=Words.of({"ru": "везде"}))
    services.add_statement(topic_id=made, source_id=source(), new=one, by=people.analyst)
    with pytest.raises(TopicNotReady):
        publish(made)


def test_who_may_not_work_does_not_publish():
    made = both()
    for by, country, refusal in ((people.member, "demo", NotAllowed), (people.analyst, "kz", NotFound), (people.focal, "demo", NotFound)):
        with pytest.raises(refusal):
            publishing.publish_topic(topic_id=made, country=country, by=by)
    with pytest.raises(NotAllowed):
        publishing.publish_topics(by=people.head)


def test_the_edition_of_an_invented_country_is_marked_as_invented():
    made = both()
    publish(made)
    assert Edition.objects.get(kind="topic", country="demo").origin == "demonstration"


def test_the_lists_of_an_edition_name_statements_of_the_edition_alone(loaded):
    for row in Edition.objects.filter(kind="topic"):
        body = json.loads(row.body)
        keys = {each["key"] for each in body["statements"]}
        assert len(keys) == len(body["statements"])
        named = {key for name in ("agree", "unknown") for each in body["lists"][name] for key in each["keys"]}
        named |= {each[side] for each in body["lists"]["differ"] for side in ("one", "other")}
        assert named <= keys
