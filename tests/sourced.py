"""The sourced record as the first start loads it, made once in a worker and put back for the tests that begin with it."""

from tests.remembering import remembered
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims import services as claims
from tirek.insight.indicators import services as indicators
from tirek.insight.publications import services as publications


@remembered
def documents() -> int:
    """The five documents as sources, their figures read; how many."""
    return claims.load_documents(by=SYSTEM).value


@remembered
def editions() -> int:
    """The documents published; how many."""
    return publications.publish_documents(by=SYSTEM).value


@remembered
def values() -> int:
    """The values of the indicators; how many."""
    return indicators.load_values(by=SYSTEM).value


@remembered
def profiles() -> int:
    """The countries' profiles published; how many."""
    return publications.publish_profiles(by=SYSTEM).value


@remembered
def topics() -> int:
    """The questions on which sources speak; how many."""
    return claims.load_topics(by=SYSTEM).value
