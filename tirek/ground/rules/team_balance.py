"""Team balance: warnings about a delegation, each with its reason. They never block: the leader decides and the decision is recorded.

Sources: OPCAT article 18 (2); SPT guidelines CAT/OP/12/5 on the composition of visiting teams.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Teammate:
    """What the rule needs to know of a member. `conflicts` holds codes of places and authorities; the term is inclusive on both ends."""

    id: str
    name: str
    profession: str
    sex: str
    languages: frozenset[str] = frozenset()
    conflicts: frozenset[str] = frozenset()
    term_since: date | None = None
    term_until: date | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the rule needs to know of the visit. `touches` holds codes of the place and its chain of authorities."""

    starts_on: date
    ends_on: date
    touches: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    minimum: int = 2
    doctor_wanted: bool = True


@dataclass(frozen=True, slots=True)
class Warning:
    """One warning: a stable code, whom or what it is about, and parameters of its sentence."""

    code: str
    about: str = ""
    params: tuple[tuple[str, str], ...] = ()

    @property
    def about_what(self) -> tuple[str, str]:
        """What a decision about the warning is kept under."""
        return self.code, self.about


SENTENCES = {
    "too-few": "The delegation has %(count)s members; the rule asks for at least %(minimum)s.",
    "no-doctor": "There is no doctor: injuries cannot be recorded by a medical expert.",
    "one-sex": "All members are of one sex: some people will not speak to them alone.",
    "no-speaker": "Nobody speaks %(language)s, which is spoken in this place.",
    "conflict": "%(name)s has declared a conflict of interest with this place or its authority.",
    "term-over": "The term of %(name)s does not cover the whole visit.",
}
"""The English sentence of each warning; faces translate it with the warning's params."""


def warnings(team: Iterable[Teammate], occasion: Occasion) -> tuple[Warning, ...]:
    """All warnings about a team, in a fixed order: the whole team first, then member by member."""
    members = tuple(team)
    return (*team_warnings(members, occasion), *(found for member in members for found in member_warnings(member, occasion)))


def team_warnings(members: tuple[Teammate, ...], occasion: Occasion) -> tuple[Warning, ...]:
    """Warnings about the team as a whole."""
    found = []
    if len(members) < occasion.minimum:
        found.append(Warning("too-few", "", (("count", str(len(members))), ("minimum", str(occasion.minimum)))))
    if occasion.doctor_wanted and not any(member.profession == "doctor" for member in members):
        found.append(Warning("no-doctor"))
    if len({member.sex for member in members if member.sex}) == 1:
        found.append(Warning("one-sex"))
    spoken = frozenset().union(*(member.languages for member in members)) if members else frozenset[str]()
    found += [Warning("no-speaker", language, (("language", language),)) for language in sorted(occasion.languages - spoken)]
    return tuple(found)


def member_warnings(member: Teammate, occasion: Occasion) -> tuple[Warning, ...]:
    """Warnings about one member."""
    named = (("name", member.name),)
    found = []
    if member.conflicts & occasion.touches:
        found.append(Warning("conflict", member.id, named))
    begins_late = member.term_since is not None and member.term_since > occasion.starts_on
    ends_early = member.term_until is not None and member.term_until < occasion.ends_on
    if begins_late or ends_early:
        found.append(Warning("term-over", member.id, named))
    return tuple(found)
