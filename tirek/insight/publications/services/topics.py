"""Publishing topics: a question, its three lists and every statement with its quote, frozen as an edition."""

from uuid import UUID

from tirek.foundation.jurisdictions.queries import countries
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.open_texts import newly_kept, passages_of
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries as claims
from tirek.insight.claims.queries import TopicFacts
from tirek.insight.claims.refusals import TopicNotReady
from tirek.insight.publications.refusals import ChangedMeanwhile
from tirek.insight.publications.services.editions import UNCHANGED, freeze, newest_body
from tirek.insight.publications.topic_content import content, open_texts, sign_of_topic


def publish_topic(
    *, topic_id: UUID, country: str, by: Actor, note: Words = UNCHANGED, seen: str | None = None, names_nobody: str = ""
) -> Recorded[bool]:
    """A further edition of a topic as it stands, unless nothing changed since the newest. Returns whether one was made.

    `seen` is the digest of what the person looked at, None where nothing was shown before. Raises NotFound, NotAllowed, TopicNotReady, ChangedMeanwhile,
    PassagesUndecided without a reason in `names_nobody` for what could name somebody and does not stand in the newest edition.
    """
    with record("topic.published", by=by, subject=("topic", topic_id), country=country) as entry:
        facts = claims.topic(topic_id, by=by, country=country)
        if not facts.may_work:
            raise NotAllowed
        if not facts.ready:
            raise TopicNotReady
        if seen is not None and seen != sign_of_topic(facts):
            raise ChangedMeanwhile
        kept = names_nobody.strip() if newly_kept(topic_id, (note, *open_texts(content(facts))), names_nobody, standing(facts)) else ""
        return entry.of(frozen_anew(facts, "correction", note, kept))


def standing(facts: TopicFacts) -> set[str]:
    """Digests of the passages that stand in the topic's newest edition: they were decided about when it was published."""
    newest = newest_body("topic", facts.country, facts.key)
    return set(passages_of(facts.id, open_texts(newest))) if newest else set()


def publish_topics(*, by: Actor) -> Recorded[int]:
    """Publishes the topics of the record that stand otherwise than in their newest edition. Returns how many. Raises NotAllowed for everybody but the loader."""
    if by != SYSTEM:
        raise NotAllowed
    with record("editions.loaded", by=by) as entry:
        lines = [(country, line.id) for country in countries() for line in claims.topics(by=by, country=country) if line.origin == "sourced"]
        found = [claims.topic(topic_id, by=by, country=country) for country, topic_id in lines]
        return entry.of(sum(frozen_anew(facts, "decisions") for facts in found if facts.ready))


def frozen_anew(facts: TopicFacts, change: str, note: Words = UNCHANGED, kept_because: str = "") -> bool:
    """A further edition of the topic, within the act under way."""
    made = {"country": facts.country, "key": facts.key, "origin": facts.origin, "body": content(facts)}
    return freeze(kind="topic", change=change, note=note, kept_because=kept_because, **made)  # type: ignore[arg-type]
