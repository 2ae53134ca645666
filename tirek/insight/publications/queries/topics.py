"""Reading editions of topics: the list of a country's questions, and one with its lists and statements."""

from dataclasses import dataclass

from tirek.ground.rules.words import Words
from tirek.insight.publications.queries.editions import Version, edition, newest_of
from tirek.insight.publications.topics import ShownTopic, shown_topic


@dataclass(frozen=True, slots=True)
class TopicEdition:
    """A topic as it was published: its key, this version, all versions the newest first, and its content."""

    key: str
    version: Version
    versions: tuple[Version, ...]
    topic: ShownTopic

    @property
    def newest(self) -> bool:
        """Whether no later version stands."""
        return self.version == self.versions[0]


@dataclass(frozen=True, slots=True)
class Question:
    """A published topic in a list, with how many statements agree, differ, and leave open."""

    key: str
    question: Words
    about: Words
    agree: int
    differ: int
    unknown: int


def topic_edition(country: str, key: str, version: int | None = None) -> TopicEdition:
    """The newest edition of a topic, or that version. Raises NotFound. Costs two queries."""
    found = edition("topic", country, key, version)
    return TopicEdition(key, found.version, found.versions, shown_topic(found.body))


def published_topics(country: str) -> tuple[Question, ...]:
    """The newest edition of every topic of a country, in the order that the topics have. Costs one query."""
    found = sorted(newest_of("topic", country), key=lambda each: (each.body["place"], each.key))
    return tuple(
        Question(
            each.key, Words.from_json(each.body["title"]), Words.from_json(each.body["about"]),
            *(len(each.body["lists"][name]) for name in ("agree", "differ", "unknown")),
        )
        for each in found
    )  # fmt: skip
