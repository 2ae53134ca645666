"""Publishing what the mechanism holds of international bodies: missions, public reports, recommendations and threads, frozen as one edition of the country."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import newly_kept, passages_of
from tirek.insight.publications.bodies import content, texts_of
from tirek.insight.publications.keys import COUNTRY
from tirek.insight.publications.models import Edition
from tirek.insight.publications.policies import check_may_publish
from tirek.insight.publications.refusals import ChangedMeanwhile, SameAsPublished
from tirek.insight.publications.services.editions import freeze, newest_body

ORIGINS = {True: "demonstration", False: "entered"}


def publish_bodies(*, country: str, seen: str, by: Actor, names_nobody: str = "") -> Recorded[bool]:
    """A further edition, of exactly what the person saw (`seen` is its digest).

    Raises NotAllowed, ChangedMeanwhile, SameAsPublished, and PassagesUndecided without a reason in `names_nobody` for what could name somebody and does
    not stand in the newest edition.
    """
    with record("bodies.published", by=by, country=country) as act:
        check_may_publish(by, country)
        body = content(country)
        if sign_of(body) != seen:
            raise ChangedMeanwhile
        before = newest_body("bodies", country, COUNTRY)
        about = f"bodies {country}"
        decided = set(passages_of(about, texts_of(before))) if before else set()
        kept = names_nobody.strip() if newly_kept(about, texts_of(body), names_nobody, decided) else ""
        if not freeze(kind="bodies", country=country, key=COUNTRY, origin=ORIGINS[country == "demo"], body=body, change="correction", kept_because=kept):
            raise SameAsPublished
        act.about("edition", Edition.objects.filter(country=country, kind="bodies", key=COUNTRY).values_list("pk", flat=True).first())
        return act.of(True)


def sign_of(body: Mapping[str, Any]) -> str:
    """The digest of what would be published."""
    return hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
