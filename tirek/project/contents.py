"""What an instance is filled with at start: the sourced record always, the invented country in a demonstration.

Each loading may be killed at any moment and begun again: what stands is left as it is, a thing half told was rolled back.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tirek.project.instance import ROOT

Done = Callable[[], None]
PACKS = ROOT / "tirek" / "foundation" / "jurisdictions" / "packs"
DEMONSTRATION = ROOT / "tirek" / "project" / "demonstration"


@dataclass(frozen=True, slots=True)
class Load:
    """One loading: a name for its mark, words for the terminal, a digest of what it loads, and the work (idempotent).

    The work calls what it is given after each piece, so that the terminal shows that it goes on. What is told `once` is left as it is
    when a later version tells it differently.
    """

    name: str
    words: str
    digest: Callable[[], str]
    work: Callable[[Done], None]
    once: bool = False


def loads(*, demo: bool) -> list[Load]:
    """The loadings of an edition, in order."""
    return [MISSIONS, DOCUMENTS, EDITIONS, PICTURES, TOPICS, PROFILES, *([PEOPLE, PLACES, MEMBERS, YEAR, INTERNATIONAL, LETTERS, EXCHANGE, SOURCES, QUESTIONS, VALUES] if demo else [])]


def missions(done: Done) -> None:
    """Brings the missions, and what the room of international bodies tells of them, to what the packs say."""
    from tirek.followup.international.services import take_over_missions
    from tirek.followup.recommendations.services import load_missions
    from tirek.ground.rules.actors import SYSTEM

    load_missions(by=SYSTEM)
    take_over_missions(by=SYSTEM)


def documents(done: Done) -> None:
    """Enters the documents of the record as sources and reads their figures."""
    from tirek.ground.rules.actors import SYSTEM
    from tirek.insight.claims.services import load_documents

    load_documents(by=SYSTEM)


def editions(done: Done) -> None:
    """Publishes the documents whose figures are read otherwise than in their newest edition."""
    from tirek.ground.rules.actors import SYSTEM
    from tirek.insight.publications.services import publish_documents

    publish_documents(by=SYSTEM)


def pictures(done: Done) -> None:
    """Publishes the countries' pictures whose figures are told otherwise than in their newest edition."""
    from tirek.ground.rules.actors import SYSTEM
    from tirek.insight.publications.services import publish_pictures

    publish_pictures(by=SYSTEM)


def pictures_digest() -> str:
    """A digest of the packs and of everything that the documents' editions rest on."""
    told = [*PACKS.glob("*/facts.yaml"), *PACKS.glob("*/speakers.yaml"), ROOT / "tirek" / "insight" / "publications" / "picture" / "misuse.yaml"]
    return hashlib.sha256(f"{digest_of(told)} {documents_digest()}".encode()).hexdigest()


def topics(done: Done) -> None:
    """Brings the topics to what the packs say, and publishes those that changed."""
    from tirek.ground.rules.actors import SYSTEM
    from tirek.insight.claims.services import load_topics
    from tirek.insight.publications.services import publish_topics

    load_topics(by=SYSTEM)
    done()
    publish_topics(by=SYSTEM)


def topics_digest() -> str:
    """A digest of the topics, and of the documents on whose pages their quotes are found."""
    said = [*PACKS.glob("*/topics.yaml"), *PACKS.glob("*/speakers.yaml")]
    return hashlib.sha256(f"{digest_of(said)} {documents_digest()}".encode()).hexdigest()


def profiles(done: Done) -> None:
    """Brings the values of indicators to what the packs say, and publishes the profiles that changed."""
    from tirek.ground.rules.actors import SYSTEM
    from tirek.insight.indicators.services import load_values
    from tirek.insight.publications.services import publish_profiles

    load_values(by=SYSTEM)
    publish_profiles(by=SYSTEM)


def profiles_digest() -> str:
    """A digest of definitions, values and the documents that they stand in."""
    return digest_of([*PACKS.glob("common/*.yaml"), *PACKS.glob("*/values.yaml"), *PACKS.glob("*/vintages.yaml"), *PACKS.glob("*/breaks.yaml")])


def documents_digest() -> str:
    """A digest of what is said of the documents and of the rules that read their figures."""
    from tirek.insight.claims.rules import rules_digest

    return hashlib.sha256(f"{digest_of([PACKS / 'common' / 'documents.yaml'])} {rules_digest()}".encode()).hexdigest()


def people(done: Done) -> None:
    """Makes the demonstration's persons."""
    from tirek.project.demonstration.people import load_people

    load_people()


def places(done: Done) -> None:
    """Tells the invented places."""
    from tirek.project.demonstration.places import load_places

    load_places(done)


def members(done: Done) -> None:
    """Tells the invented members."""
    from tirek.project.demonstration.members import load_members

    load_members(done)


def year(done: Done) -> None:
    """Tells the year of visits, reports and answers."""
    from tirek.project.demonstration.year import load_year

    load_year(done)


def international(done: Done) -> None:
    """Tells the missions of an invented body."""
    from tirek.project.demonstration.international import load_international

    load_international(done)


def letters(done: Done) -> None:
    """Tells letters, and a recommendation that was taken further."""
    from tirek.project.demonstration.letters import load_letters

    load_letters(done)


def exchange(done: Done) -> None:
    """Tells what passes with an authority on its page."""
    from tirek.project.demonstration.exchange import load_exchange

    load_exchange(done)


def sources(done: Done) -> None:
    """Tells what invented bodies say in figures."""
    from tirek.project.demonstration.sources import load_sources

    load_sources(done)


def questions(done: Done) -> None:
    """Tells the questions on which the invented sources differ."""
    from tirek.project.demonstration.topics import load_topics

    load_topics(done)


def values(done: Done) -> None:
    """Tells what these bodies state of indicators."""
    from tirek.project.demonstration.indicators import load_values

    load_values(done)


def digest_of(paths: Iterable[Path]) -> str:
    """A digest of files' contents: when it changes, the loading runs again."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(paths))).hexdigest()


def told(pattern: str) -> Callable[[], str]:
    """A digest of files of the told country."""
    return lambda: digest_of((DEMONSTRATION / "lumeria").glob(pattern))


MISSIONS = Load("missions", "Sourced record: international missions", lambda: digest_of(PACKS.glob("*/missions.yaml")), missions)
DOCUMENTS = Load("documents", "Sourced record: the documents and their figures", documents_digest, documents)
EDITIONS = Load("editions", "Sourced record: the public pages of the documents", documents_digest, editions)
PICTURES = Load("pictures", "Sourced record: the countries' pictures", pictures_digest, pictures)
TOPICS = Load("topics", "Sourced record: topics and their public pages", topics_digest, topics)
PROFILES = Load("profiles", "Sourced record: indicators and country profiles", profiles_digest, profiles)
PEOPLE = Load("people", "Demonstration: people", lambda: digest_of([DEMONSTRATION / "people.py"]), people, once=True)
PLACES = Load("places", "Demonstration: places", told("places.yaml"), places, once=True)
MEMBERS = Load("members", "Demonstration: members", told("members.yaml"), members, once=True)
YEAR = Load("year", "Demonstration: a year of visits", told("visits/*.yaml"), year, once=True)
INTERNATIONAL = Load("international", "Demonstration: missions of an international body", told("international.yaml"), international, once=True)
LETTERS = Load("letters", "Demonstration: letters", told("letters.yaml"), letters, once=True)
EXCHANGE = Load("exchange", "Demonstration: the page of an authority", lambda: digest_of([DEMONSTRATION / "exchange.py"]), exchange, once=True)
SOURCES = Load("sources", "Demonstration: sources and figures", told("sources.yaml"), sources, once=True)
QUESTIONS = Load("topics-told", "Demonstration: questions on which sources differ", told("topics.yaml"), questions, once=True)
VALUES = Load("values", "Demonstration: values of indicators", told("indicators.yaml"), values, once=True)
