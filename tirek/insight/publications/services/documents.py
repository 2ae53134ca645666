"""Publishing the documents of the record: their texts with figures and checks, frozen as editions."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tirek.foundation.jurisdictions.documents import public
from tirek.foundation.jurisdictions.queries import documents
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.claims import queries as claims
from tirek.insight.publications.services.editions import freeze, newest_body

FORMAT = "tirek-document/1"


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
    body = frozen(source_id, country, by)
    before = newest_body("document", country, code)
    change = "rules" if before and before["rules"] != body["rules"] else "decisions"
    return freeze(kind="document", country=country, key=code, origin="sourced", body=body, change=change)


def frozen(source_id: UUID, country: str, by: Actor) -> dict[str, Any]:
    """The document's content as the public is given it: contacts masked, rejected figures left out with the checks that need them."""
    whole = claims.whole(source_id, by=by, country=country)
    kept = {key: claim for key, claim in whole.taken.items() if claim is not None}
    return {
        "format": FORMAT,
        "sha256": whole.sha256,
        "rules": whole.rules,
        "notes": list(whole.notes),
        "text": public(whole.text),
        "found": {
            "source": {"language": whole.language},
            "claims": list(kept.values()),
            "checks": [check for check in whole.checks if stands(check, whole, kept)],
        },
    }


def stands(check: Mapping[str, Any], whole: claims.Whole, kept: Mapping[str, Any]) -> bool:
    """Whether all figures of a check are taken as it took them: a check of a figure that a person reads otherwise would say what was not checked."""
    return all(key in kept and key not in whole.otherwise for key in check["claims"])
