"""Topics and statements, through services only: what is made, added, changed, taken back, refused, loaded from the packs, and who may see it."""

from dataclasses import replace
from datetime import date

import pytest

from tests import people
from tests.insight.topics_of_the_record import loaded, whole_record
from tests.remembering import remembered
from tirek.foundation.jurisdictions.queries import documents
from tirek.foundation.jurisdictions.queries import topics as told_topics
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.contradictions import Dimension
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.claims import queries, refusals, services
from tirek.insight.claims.models import Statement
from tirek.insight.claims.services import NewSource, topic_loading
from tirek.insight.claims.topic_values import Figure, NewStatement, NewTopic, Point

__all__ = ["loaded", "whole_record"]
pytestmark = pytest.mark.django_db
TEXT = "Министерство: камеры стоят везде. Объединение: камеры стоят не везде, жалоб было 120."


def words(text):
    return Words.of(dict.fromkeys(LANGUAGES, text))


@remembered
def source(text=TEXT, by=people.analyst):
    made = services.add_source(country="demo", new=NewSource(title=words("Сводка"), kind="press"), pasted=text, by=by).value
    services.make_proposals(source_id=made, by=by)
    return made


def topic(*points, by=people.analyst):
    asked = NewTopic(words("Are there cameras everywhere?"), points=tuple(Point(each, words(f"{each}?")) for each in points or ("where",)))
    return services.make_topic(country="demo", new=asked, by=by).value


def said(quote="камеры стоят везде", speaker="Министерство", position="везде", **more):
    return NewStatement(point=more.pop("point", "where"), quote=quote, speaker=words(speaker), position=words(position) if position else Words(), **more)


def seen(made, by=people.analyst):
    return queries.topic(made, by=by, country="demo")


def both(made=None, **more):
    made, of = made or topic(), source()
    services.add_statement(topic_id=made, source_id=of, new=said(**more), by=people.analyst)
    services.add_statement(topic_id=made, source_id=of, new=said("камеры стоят не везде", "Объединение", "не везде"), by=people.analyst)
    return made


def test_two_positions_on_a_point_are_a_difference_that_nothing_explains():
    found = seen(both())
    assert [each.reasons for each in found.lists.differ] == [()]
    assert [each.quote for each in found.statements] == ["камеры стоят везде", "камеры стоят не везде"]
    assert found.ready and found.key == "are-there-cameras-everywhere"


def test_a_dimension_that_both_state_explains_and_one_that_only_one_states_is_left_open():
    made = both(scope=words("тюрьмы"))
    assert seen(made).lists.differ[0].unstated == (Dimension.SCOPE,)
    last = seen(made).statements[1]
    services.change_statement(statement_id=last.id, new=said("камеры стоят не везде", "Объединение", "не везде", scope=words("полиция")), revision=last.revision, by=people.analyst)
    assert [each.dimension for each in seen(made).lists.differ[0].reasons] == [Dimension.SCOPE]


def test_the_same_words_in_one_shared_language_are_the_same():
    made, of = topic(), source()
    services.add_statement(topic_id=made, source_id=of, new=NewStatement("where", "камеры стоят везде", Words.of({"ru": "А"}), position=Words.of({"ru": "Да", "en": "Yes"})), by=people.analyst)
    services.add_statement(topic_id=made, source_id=of, new=NewStatement("where", "камеры стоят не везде", Words.of({"ru": "Б"}), position=Words.of({"en": " yes"})), by=people.analyst)
    assert len(seen(made).lists.agree) == 1 and not seen(made).ready
    assert set(seen(made).lacking) == {"kk", "ky", "en", "ru"}


def test_a_quote_must_stand_in_the_text_exactly_once():
    made, of = topic(), source()
    for quote in ("камер нет", "камеры стоят", " "):
        with pytest.raises(refusals.QuoteNotThere):
            services.add_statement(topic_id=made, source_id=of, new=said(quote), by=people.analyst)
    assert not Statement.objects.filter(country="demo").exists()


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"point": "other"}, refusals.PointUnknown), ({"speaker": ""}, refusals.SpeakerMissing), ({"position": ""}, refusals.NotOneReading),
        ({"missing": "closed"}, refusals.NotOneReading), ({"position": "", "missing": "lost"}, refusals.SourceCodeUnknown),
        ({"basis": "de_novo"}, refusals.SourceCodeUnknown), ({"since": date(2025, 1, 2), "until": date(2025, 1, 1)}, refusals.PeriodReversed),
        ({"position": "", "figure": Figure("много")}, refusals.NumberUnclear), ({"position": "", "figure": Figure("1", "elephants")}, refusals.UnitUnknown),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(more, refusal):
    with pytest.raises(refusal):
        services.add_statement(topic_id=topic(), source_id=source(), new=said(**more), by=people.analyst)


def test_a_silence_and_a_point_of_which_nobody_speaks_are_in_the_third_list():
    made = topic("where", "who-looks")
    services.add_statement(topic_id=made, source_id=source(), new=said(position="", missing="not_published"), by=people.analyst)
    assert [(each.point, len(each.keys)) for each in seen(made).lists.unknown] == [("where", 1), ("who-looks", 0)]


def test_figures_of_one_unit_agree_and_of_two_units_differ():
    made, of = topic(), source()
    for quote, speaker, unit in (("120", "А", "complaints"), ("жалоб было 120", "Б", "complaints"), ("было 120", "В", "cases")):
        services.add_statement(topic_id=made, source_id=of, new=said(quote, speaker, "", figure=Figure("120", unit)), by=people.analyst)
    lists = seen(made).lists
    assert len(lists.agree) == 1 and [each.dimension for pair in lists.differ for each in pair.reasons] == [Dimension.STAGE] * 2


def test_a_statement_taken_back_leaves_the_lists_and_stays_in_the_record():
    made = both()
    last = seen(made).statements[0]
    with pytest.raises(refusals.DecisionReasonMissing):
        services.take_back_statement(statement_id=last.id, reason=" ", by=people.analyst)
    with pytest.raises(PassagesUndecided):
        services.take_back_statement(statement_id=last.id, reason="Осуждённый Петров А.В. просил.", by=people.analyst)
    assert seen(made).taken_back == ()
    services.take_back_statement(statement_id=last.id, reason="Сказано о другом.", by=people.analyst)
    found = seen(made)
    assert found.lists.differ == () and [each.reason for each in found.taken_back] == ["Сказано о другом."]
    with pytest.raises(refusals.AlreadyTakenBack):
        services.take_back_statement(statement_id=last.id, reason="Ещё раз.", by=people.analyst)


def test_the_second_of_two_writers_is_told():
    made = both()
    found = seen(made)
    asked = NewTopic(words("Cameras?"), points=found.points)
    services.change_topic(topic_id=made, new=asked, revision=found.revision, by=people.analyst)
    with pytest.raises(refusals.TopicMeanwhile):
        services.change_topic(topic_id=made, new=asked, revision=found.revision, by=people.secretary)
    one = found.statements[0]
    services.change_statement(statement_id=one.id, new=said(position="почти везде"), revision=one.revision, by=people.analyst)
    with pytest.raises(refusals.TopicMeanwhile):
        services.change_statement(statement_id=one.id, new=said(), revision=one.revision, by=people.secretary)


def test_a_point_with_statements_cannot_be_taken_away_and_a_new_one_gets_a_key():
    made = both()
    found = seen(made)
    with pytest.raises(refusals.PointUnknown):
        services.change_topic(topic_id=made, new=NewTopic(found.question, points=(Point("", words("Другой?")),)), revision=found.revision, by=people.analyst)
    services.change_topic(topic_id=made, new=NewTopic(found.question, points=(*found.points, Point("", words("Другой?")))), revision=found.revision, by=people.analyst)
    assert len(seen(made).points) == 2 and seen(made).points[1].key


def test_a_closed_topic_is_not_written_to_until_it_is_opened_again():
    made = both()
    services.close_topic(topic_id=made, by=people.analyst)
    with pytest.raises(refusals.TopicClosed):
        services.add_statement(topic_id=made, source_id=source("Иной текст 5."), new=said("Иной текст"), by=people.analyst)
    assert not seen(made).ready
    services.reopen_topic(topic_id=made, by=people.analyst)
    assert seen(made).ready


def test_members_see_topics_and_do_not_write_and_nobody_else_sees_them():
    made = both()
    assert [line.id for line in queries.topics(by=people.member, country="demo")] == [made]
    with pytest.raises(NotAllowed):
        services.close_topic(topic_id=made, by=people.member)
    assert queries.topics(by=people.focal, country="demo") == []
    for by, country in ((people.focal, "demo"), (people.analyst, "kz")):
        with pytest.raises(NotFound):
            queries.topic(made, by=by, country=country)


def test_the_record_is_loaded_once_and_follows_the_packs_but_not_over_a_person(loaded):
    assert services.load_topics(by=SYSTEM).value == 0
    lines = queries.topics(by=SYSTEM, country="kz")
    assert [line.key for line in lines] == [each.id for each in told_topics("kz")]
    one, other = queries.topic(lines[0].id, by=SYSTEM, country="kz").statements[:2]
    for each, by in ((one, SYSTEM), (other, people.foreigner)):
        again = NewStatement(each.point, each.quote, each.speaker, start=each.start, position=words("иначе"), code=each.code)
        services.change_statement(statement_id=each.id, new=again, revision=each.revision, by=by)
    assert services.load_topics(by=SYSTEM).value == 1
    assert queries.statement(one.id, by=SYSTEM, country="kz").position.same_as(one.position)
    assert queries.statement(other.id, by=SYSTEM, country="kz").position == words("иначе")


def dropping(monkeypatch, statements):
    """The packs with one point less in a question of the record; `statements` says what becomes of those on it. The question and the point."""
    one = next(each for each in told_topics("kz") if len({on.point for on in each.statements}) > 1)
    gone = one.statements[-1].point
    less = replace(one, points=tuple(each for each in one.points if each.id != gone), statements=statements(one, gone))
    monkeypatch.setattr(topic_loading.packs, "topics", lambda country: tuple(less if each is one else each for each in told_topics(country)))
    return next(line.id for line in queries.topics(by=SYSTEM, country="kz") if line.key == one.id), gone


def points_of(topic_id):
    return {each.key: each.left for each in queries.topic(topic_id, by=SYSTEM, country="kz").points}


def test_a_point_that_the_pack_drops_stays_marked_while_statements_stand_on_it(loaded, monkeypatch, caplog):
    topic_id, gone = dropping(monkeypatch, lambda one, gone: tuple(each for each in one.statements if each.point != gone))
    assert services.load_topics(by=SYSTEM).value == 1
    assert points_of(topic_id)[gone] is True and [key for key, left in points_of(topic_id).items() if left] == [gone]
    assert f"no longer has the point “{gone}”" in caplog.text and "Take these statements back" in caplog.text
    assert services.load_topics(by=SYSTEM).value == 0
    for each in queries.topic(topic_id, by=SYSTEM, country="kz").statements:
        if each.point == gone:
            services.take_back_statement(statement_id=each.id, reason="Нет в собрании.", by=people.foreigner)
    assert services.load_topics(by=SYSTEM).value == 1 and gone not in points_of(topic_id)
    monkeypatch.undo()
    services.load_topics(by=SYSTEM)
    assert points_of(topic_id)[gone] is False


def test_a_point_whose_statements_the_pack_moves_goes(loaded, monkeypatch):
    topic_id, gone = dropping(monkeypatch, lambda one, gone: tuple(replace(each, point=one.statements[0].point) if each.point == gone else each for each in one.statements))
    services.load_topics(by=SYSTEM)
    assert gone not in points_of(topic_id) and services.load_topics(by=SYSTEM).value == 0


def test_a_statement_on_a_point_that_a_persons_question_does_not_have_is_left_out_and_said(loaded, monkeypatch, caplog):
    topic_id, gone = dropping(monkeypatch, lambda one, gone: tuple(each for each in one.statements if each.point != gone))
    for each in queries.topic(topic_id, by=SYSTEM, country="kz").statements:
        if each.point == gone:
            services.take_back_statement(statement_id=each.id, reason="Нет.", by=people.foreigner)
    services.load_topics(by=SYSTEM)
    services.close_topic(topic_id=topic_id, by=people.foreigner)
    services.reopen_topic(topic_id=topic_id, by=people.foreigner)
    monkeypatch.undo()
    moved = told_topics("kz")
    with_new = tuple(replace(each, statements=tuple(replace(on, id=f"{on.id}-new") if on.point == gone else on for on in each.statements)) for each in moved)
    monkeypatch.setattr(topic_loading.packs, "topics", lambda country: with_new if country == "kz" else ())
    services.load_topics(by=SYSTEM)
    assert "a person changed the question" in caplog.text and gone not in points_of(topic_id)


def test_nobody_but_the_loader_loads():
    with pytest.raises(NotAllowed):
        services.load_topics(by=people.head)


@pytest.mark.pure
def test_every_topic_quotes_documents_of_its_own_country():
    at = {each.id: each.country for each in documents()}
    for country in ("kz", "kg"):
        for each in told_topics(country):
            assert {at[one.document] for one in each.statements} == {country}
