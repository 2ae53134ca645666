"""Questions about the sourced record: facts, missions, documents, and where each comes from."""

from tirek.foundation.jurisdictions import documents as files
from tirek.foundation.jurisdictions.common import SourceDocument, Speaker
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.pack import Fact, Mission, Source
from tirek.foundation.jurisdictions.queries.finding import by_key, in_common, pack
from tirek.foundation.jurisdictions.refusals import UnknownThing
from tirek.foundation.jurisdictions.topics import Topic


def facts(country: str, station: str | None = None) -> tuple[Fact, ...]:
    """Facts of the documents about the country, those of one station if given."""
    return tuple(fact for fact in pack(country).facts if station in (None, fact.station))


def fact(country: str, id: str) -> Fact:
    """One fact."""
    found: Fact = by_key(country, "facts", id)
    return found


def topics(country: str) -> tuple[Topic, ...]:
    """Questions on which the documents about the country say different things, in the file's order."""
    return pack(country).topics


def missions(country: str) -> tuple[Mission, ...]:
    """Visits of international bodies in order of year."""
    return tuple(sorted(pack(country).missions, key=lambda mission: mission.year))


def mission(country: str, id: str) -> Mission:
    """One visit of an international body."""
    found: Mission = by_key(country, "missions", id)
    return found


def source(country: str, id: str) -> Source:
    """Where a fact of the country comes from."""
    found = {one.id: one for one in (*catalogue().common.sources, *pack(country).sources)}
    if id not in found:
        raise UnknownThing(country=country, code=id, among="sources")
    return found[id]


def documents() -> tuple[SourceDocument, ...]:
    """The source documents in order of number."""
    return catalogue().common.documents


def document(id: str) -> SourceDocument:
    """One source document."""
    found: SourceDocument = in_common("documents", id)
    return found


def document_text(id: str, *, public: bool = True) -> str:
    """The document's text; in the public view telephone numbers and e-mail addresses are masked, offsets unchanged."""
    stored = files.text(document(id).file)
    return files.public(stored) if public else stored


def speaker(id: str) -> Speaker:
    """Who says something in a document, as a role."""
    found: Speaker = in_common("speakers", id)
    return found
