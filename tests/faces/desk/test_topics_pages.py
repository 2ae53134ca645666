"""Topics on the desk: made, filled from quotes and confirmed figures, their lists live, published after confirming; nothing typed is lost."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.accounts import sign_in
from tests.insight.publications.making import publish as frozen
from tests.people import analyst, foreigner, member
from tirek.foundation.ledger.queries import history
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.claims import queries, services
from tirek.insight.claims.services import NewSource
from tirek.insight.claims.topic_values import NewTopic, Point
from tirek.insight.publications.queries import published_topics, topic_edition

pytestmark = pytest.mark.django_db
TEXT = "В 2024 году поступило 120 жалоб. Камеры стоят везде, а объединение пишет: камеры есть не везде."


def words(name, text):
    return {f"{name}_{code}": text for code in LANGUAGES}


@pytest.fixture
def source(client):
    sign_in(client, analyst)
    made = services.add_source(country="demo", new=NewSource(title=Words.of({"ru": "Сводка"}), kind="press"), pasted=TEXT, by=analyst).value
    services.make_proposals(source_id=made, by=analyst)
    return made


@pytest.fixture
def topic(client, source):
    client.post(reverse("desk:topic-new"), {**words("question", "Cameras everywhere?"), **words("point_0", "Everywhere?"), **words("point_1", "How many complaints?")})
    (line,) = queries.topics(by=analyst, country="demo")
    return line.id


def seen(topic):
    return queries.topic(topic, by=analyst, country="demo")


def statement(source, quote, position, speaker, **more):
    return {"source": str(source), "quote": quote, **words("position", position), **words("speaker", speaker), **more}


def add(client, topic, data, point=0):
    return client.post(reverse("desk:statement-add", args=[topic]), {"point": seen(topic).points[point].key, **data})


def both(client, topic, source):
    assert add(client, topic, statement(source, "Камеры стоят везде", "везде", "Ведомство")).status_code == 302
    assert add(client, topic, statement(source, "камеры есть не везде", "не везде", "Объединение")).status_code == 302


def page(client, name, *args):
    answer = client.get(reverse(f"desk:{name}", args=args))
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def publish(client, topic, **typed):
    """Sends the page's form as it is shown."""
    shown = re.search(r'name="seen" value="(\w+)"', page(client, "topic-publish", topic))[1]
    return client.post(reverse("desk:topic-publish", args=[topic]), {"seen": shown, **typed}, follow=True)


def test_two_statements_stand_in_the_live_list_of_differences(client, topic, source):
    both(client, topic, source)
    shown = page(client, "topic", topic)
    assert "Nothing that both sources state explains it." in shown and "Камеры стоят везде" in shown
    assert "not published" in shown


def test_a_statement_may_take_the_words_and_the_number_of_a_confirmed_figure(client, topic, source):
    one = next(each for each in queries.analysis(source, 1, by=analyst, country="demo").figures if each.quote.startswith("120"))
    services.confirm(source_id=source, stretch=(one.start, one.end), by=analyst)
    answer = add(client, topic, {"figure": f"{source}:{one.start}-{one.end}", **words("speaker", "Ведомство")}, point=1)
    assert answer.status_code == 302
    (held,) = seen(topic).statements
    assert (held.quote, held.figure["value"], held.figure["unit"], held.start) == (one.quote, "120", "complaints", one.start)


def test_what_is_refused_comes_back_with_what_was_typed(client, topic, source):
    answer = add(client, topic, statement(source, "везде", "везде", "Ведомство"))
    assert answer.status_code == 422
    shown = unescape(answer.content.decode())
    assert "exactly once" in shown and "Ведомство" in shown
    for data in ({}, {"source": str(source), "quote": " "}):
        assert add(client, topic, data).status_code == 422
    assert seen(topic).statements == ()


def test_a_statement_is_read_otherwise_and_taken_back_with_a_reason(client, topic, source):
    both(client, topic, source)
    one = seen(topic).statements[0]
    found = page(client, "statement-change", one.id)
    revision = re.search(r'name="revision" value="(\w+)"', found)[1]
    data = {"point": one.point, "quote": one.quote, "revision": revision, **words("position", "почти везде"), **words("speaker", "Ведомство"), **words("scope", "тюрьмы")}
    assert client.post(reverse("desk:statement-change", args=[one.id]), data).status_code == 302
    assert queries.statement(one.id, by=analyst, country="demo").position.in_("ru") == "почти везде"
    assert client.post(reverse("desk:statement-change", args=[one.id]), data).status_code == 422
    assert client.post(reverse("desk:statement-take-back", args=[one.id]), {"reason": ""}).status_code == 422
    assert client.post(reverse("desk:statement-take-back", args=[one.id]), {"reason": "Не о том."}).status_code == 302
    assert len(seen(topic).statements) == 1 and "Не о том." in page(client, "topic", topic)


def test_the_question_and_its_points_are_changed_and_the_second_writer_is_told(client, topic):
    shown = page(client, "topic-change", topic)
    revision = re.search(r'name="revision" value="(\w+)"', shown)[1]
    data = {**words("question", "Are there cameras?"), **words("point_0", "Everywhere?"), **words("point_1", "How many?"), "revision": revision}
    assert client.post(reverse("desk:topic-change", args=[topic]), data).status_code == 302
    assert seen(topic).points[1].question.in_("en") == "How many?"
    assert client.post(reverse("desk:topic-change", args=[topic]), data).status_code == 422


def test_a_topic_is_published_and_the_ledger_knows(client, topic, source):
    both(client, topic, source)
    assert "This is what the public will read." in page(client, "topic-publish", topic)
    answer = publish(client, topic, **words("note", ""))
    assert "published as a new edition" in answer.content.decode()
    assert len(topic_edition("demo", seen(topic).key).topic.differ) == 1
    again = publish(client, topic)
    assert "Nothing changed since the newest edition" in again.content.decode()
    assert "topic.published" in [each.verb for each in history("topic", topic)]


def test_a_published_question_leads_to_its_public_page_and_one_that_is_not_nowhere(client):
    asked = NewTopic(Words.of({"en": "Cameras?"}), points=(Point("", Words.of({"en": "Everywhere?"})),))
    one, other = (services.make_topic(country="kz", new=asked, by=foreigner).value for _ in range(2))
    key = queries.topic(one, by=foreigner, country="kz").key
    frozen(key, "kz", "topic", title={})
    sign_in(client, foreigner)
    assert [f'href="{reverse("portal:topic", args=["kz", key])}"' in page(client, "topic", each) for each in (one, other)] == [True, False]


def test_what_a_colleague_wrote_meanwhile_is_shown_before_it_is_published(client, topic, source):
    both(client, topic, source)
    shown = re.search(r'name="seen" value="(\w+)"', page(client, "topic-publish", topic))[1]
    services.take_back_statement(statement_id=seen(topic).statements[0].id, reason="Не о том.", by=analyst)
    answer = client.post(reverse("desk:topic-publish", args=[topic]), {"seen": shown, **words("note", "So.")})
    text = answer.content.decode()
    assert answer.status_code == 422 and "So." in text and not published_topics("demo")
    now = re.search(r'name="seen" value="(\w+)"', text)[1]
    assert client.post(reverse("desk:topic-publish", args=[topic]), {"seen": now}).status_code == 302
    assert len(published_topics("demo")) == 1


def test_a_topic_that_could_name_somebody_is_published_when_it_is_said_why(client, topic, source):
    assert add(client, topic, statement(source, "Камеры стоят везде", "везде", "Министр Азамат Жумабеков")).status_code == 302
    assert "Why these passages stay" not in page(client, "topic-publish", topic)
    answer = publish(client, topic)
    text = unescape(answer.content.decode())
    assert answer.status_code == 422 and "These passages could name a person: “Министр Азамат Жумабеков”" in text and "Why these passages stay" in text
    assert publish(client, topic, names_nobody="").status_code == 422 and not published_topics("demo")
    assert "published as a new edition" in publish(client, topic, names_nobody="Office-holder.").content.decode()


def test_publishing_asks_who_signed_in_long_ago_to_confirm(client, topic, source):
    both(client, topic, source)
    session = client.session
    session["confirmed_at"] = 0
    session["account_authentication_methods"] = [{**each, "at": 0} for each in session.get("account_authentication_methods", [])]
    session.save()
    answer = client.post(reverse("desk:topic-publish", args=[topic]))
    assert answer.status_code == 302 and "confirm" in answer.url


def test_a_topic_in_one_language_is_saved_and_not_published(client, source):
    client.post(reverse("desk:topic-new"), {"question_ru": "Камеры?", "point_0_ru": "Везде?"})
    (line,) = queries.topics(by=analyst, country="demo")
    assert add(client, line.id, {"source": str(source), "quote": "Камеры стоят везде", "position_ru": "везде", "speaker_ru": "Ведомство"}).status_code == 302
    assert "are still needed in" in page(client, "topic", line.id)
    answer = publish(client, line.id)
    assert answer.status_code == 422 and "cannot be published yet" in answer.content.decode()


def test_a_closed_topic_offers_nothing_to_write_and_a_member_only_reads(client, topic, source):
    both(client, topic, source)
    assert client.post(reverse("desk:topic-close", args=[topic])).status_code == 302
    assert "Add a statement" not in page(client, "topic", topic)
    assert client.post(reverse("desk:topic-reopen", args=[topic])).status_code == 302
    sign_in(client, member)
    shown = page(client, "topic", topic)
    assert "Add a statement" not in shown and "Close the question" not in shown


def test_an_empty_list_says_what_will_stand_there(client):
    sign_in(client, analyst)
    assert "No question yet" in page(client, "topics")
