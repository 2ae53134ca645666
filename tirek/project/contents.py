"""What an instance is filled with at start: the sourced record always, the invented country in a demonstration."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from tirek.project.instance import ROOT


@dataclass(frozen=True, slots=True)
class Load:
    """One loading: a name for its stamp, words for the terminal, a digest of what it loads, and the work (idempotent)."""

    name: str
    words: str
    digest: Callable[[], str]
    work: Callable[[], None]


def loads(*, demo: bool) -> list[Load]:
    """The loadings of an edition, in order."""
    return [MISSIONS, *([PEOPLE] if demo else [])]


def people() -> None:
    """Makes the demonstration's persons."""
    from tirek.project.demonstration.people import load_people

    load_people()


def missions() -> None:
    """Brings the missions to what the packs say."""
    from tirek.followup.recommendations.services import load_missions
    from tirek.ground.rules.actors import SYSTEM

    load_missions(by=SYSTEM)


def missions_digest() -> str:
    """A digest of the packs' mission files."""
    folder = ROOT / "tirek" / "foundation" / "jurisdictions" / "packs"
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*/missions.yaml")))).hexdigest()


MISSIONS = Load("missions", "Sourced record: international missions", missions_digest, missions)
PEOPLE = Load("people", "People of the demonstration", lambda: "1", people)
