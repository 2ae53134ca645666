"""A topic before it is published, for the desk. It asks the claims room: a process that serves the public alone cannot have it."""

from tirek.insight.claims.queries import TopicFacts
from tirek.insight.publications.comparing import digest
from tirek.insight.publications.models import Edition
from tirek.insight.publications.topic_content import content
from tirek.insight.publications.topics import ShownTopic, shown_topic


def topic_shown(facts: TopicFacts) -> ShownTopic:
    """A topic as its page would show it if it were published now. Costs a query for each document that it quotes."""
    return shown_topic(content(facts))


def sign_of_topic(facts: TopicFacts) -> str:
    """The digest of what would be published now, after the edition that stands: the page carries it, so that nothing goes out that was not on it."""
    newest = Edition.objects.filter(country=facts.country, kind="topic", key=facts.key).values_list("version", flat=True).first()
    return digest(newest or 0, content(facts))
