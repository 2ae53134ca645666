"""What would change if a thing were published again now, for those who may do so. It asks the rooms below: a process that serves the public alone has no use for it."""

from dataclasses import dataclass

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.comparing import Difference, differences, digest
from tirek.insight.publications.gathering import GATHER, now
from tirek.insight.publications.policies import check_may_publish
from tirek.insight.publications.queries.editions import edition


@dataclass(frozen=True, slots=True)
class Pending:
    """What differs from the newest edition, and the digest by which the page says what it showed."""

    version: int
    differences: tuple[Difference, ...]
    digest: str


def pending(kind: str, key: str, *, by: Actor, country: str) -> Pending:
    """What would change. Raises NotAllowed, NotFound for a thing that is not published or that the desk does not publish again."""
    check_may_publish(by, country)
    if kind not in GATHER:
        raise NotFound
    newest = edition(kind, country, key)
    body = now(kind, country, key, by)
    return Pending(newest.version.number, differences(newest.body, body), digest(newest.version.number, body))


def can_be_published_again(kind: str) -> bool:
    """Whether the desk publishes things of this kind again."""
    return kind in GATHER
