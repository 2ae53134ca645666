"""Publishing the documents of the record: their texts with figures and checks, frozen as editions."""

from tirek.foundation.jurisdictions.queries import documents
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.claims import queries as claims
from tirek.insight.publications.gathering import frozen
from tirek.insight.publications.services.editions import freeze, newest_body


def publish_documents(*, by: Actor) -> Recorded[int]:
    """Publishes the documents of the record whose figures are read otherwise than in their newest edition. Returns how many.

    Only the loader does: the record is public already. Raises NotAllowed for everybody else.
    """
    if by != SYSTEM:
        raise NotAllowed
    with record("editions.loaded", by=by) as entry:
        made = [publish(one.country, one.id, by) for one in documents()]
        return entry.of(sum(made))


def publish(country: str, code: str, by: Actor) -> bool:
    """A further edition of a document, unless nothing changed since the newest; within the act under way."""
    source_id = claims.source_called(code, by=by, country=country)
    if source_id is None:
        return False
    body = frozen(source_id, country, code, by)
    before = newest_body("document", country, code)
    change = "rules" if before and before["rules"] != body["rules"] else "decisions"
    return freeze(kind="document", country=country, key=code, origin="sourced", body=body, change=change)
