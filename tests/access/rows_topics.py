"""Rows of the topics: the mechanism reads them; analyst and office make them, add statements and publish."""

from tests.access.rows_sources import DECIDE, ELSEWHERE
from tests.access.rows_sources import source as source_of
from tests.access.table import CAST, MECHANISM, NOONE, Road, posts
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.claims import queries, services
from tirek.insight.claims.topic_values import NewStatement, NewTopic, Point


def words(text):
    return Words.of(dict.fromkeys(LANGUAGES, text))


def topic(scene):
    """A topic of the invented country with a statement, made at first need."""
    if "topic" not in scene.things:
        by = CAST["analyst"]
        made = services.make_topic(country="demo", new=NewTopic(words("Сколько?"), points=(Point("many", words("Сколько жалоб?")),)), by=by).value
        new = NewStatement("many", "поступило 120 жалоб", words("Ведомство"), position=words("120"))
        services.add_statement(topic_id=made, source_id=source_of(scene)["source_id"], new=new, by=by)
        scene.things["topic"] = made
    return {"topic_id": scene.things["topic"]}


def statement(scene):
    """Its statement."""
    found = queries.topic(topic(scene)["topic_id"], by=CAST["analyst"], country="demo")
    return {"statement_id": found.statements[0].id}


def no_topic(scene):
    return {"topic_id": scene.nothing}


def no_statement(scene):
    return {"statement_id": scene.nothing}


OF_TOPIC = ("topic-change", "topic-publish", "statement-add")
OF_STATEMENT = ("statement-change", "statement-take-back")
ROADS = [
    Road("desk:topics", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:topic-new", DECIDE | ELSEWHERE, kind="form"),
    *posts(["desk:topic-new"], DECIDE | ELSEWHERE),
    Road("desk:topic", MECHANISM, topic, kind="detail"),
    *[Road(f"desk:{name}", DECIDE, topic, kind="form") for name in OF_TOPIC],
    *posts([f"desk:{name}" for name in OF_TOPIC], DECIDE, topic),
    *posts(["desk:topic-reopen"], DECIDE, topic),
    *[Road(f"desk:{name}", DECIDE, statement, kind="form") for name in OF_STATEMENT],
    *posts([f"desk:{name}" for name in OF_STATEMENT], DECIDE, statement),
    *posts(["desk:topic-close"], DECIDE, topic),
    *[Road(f"desk:{name}", NOONE, no_topic, kind="form", about="not there") for name in ("topic", *OF_TOPIC)],
    *[Road(f"desk:{name}", NOONE, no_statement, kind="form", about="not there") for name in OF_STATEMENT],
    *posts(["desk:topic-close", "desk:topic-reopen"], NOONE, no_topic, "not there"),
]
