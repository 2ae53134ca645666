"""A topic before it is published, for the desk. It asks the claims room: a process that serves the public alone cannot have it."""

from tirek.insight.claims.queries import TopicFacts
from tirek.insight.publications.topic_content import content, sign_of_topic
from tirek.insight.publications.topics import ShownTopic, shown_topic

__all__ = ["sign_of_topic", "topic_shown"]


def topic_shown(facts: TopicFacts) -> ShownTopic:
    """A topic as its page would show it if it were published now. Costs a query for each document that it quotes."""
    return shown_topic(content(facts))
