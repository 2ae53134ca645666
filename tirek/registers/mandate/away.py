"""Days on which members are away, for those who see members. No reason stands here, and no visit: what a member is busy with tells nothing."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.plan_conflicts import Away
from tirek.registers.mandate.models import Absence, Member


@dataclass(frozen=True, slots=True)
class AwayFacts:
    """Days of one member, both included."""

    id: UUID
    member_id: UUID
    since: date
    until: date

    @property
    def away(self) -> Away:
        """The same, as the rule of conflicts knows it."""
        return Away(str(self.member_id), self.since, self.until)


@once
def absences(*, by: Actor, country: str, first: date, last: date) -> tuple[AwayFacts, ...]:
    """Absences that touch the days from `first` to `last`, in order of their first day. Cost: one query."""
    seen = Member.objects.visible_to(by, country).values("pk")
    found = Absence.objects.filter(member__in=seen, since__lte=last, until__gte=first)
    return tuple(AwayFacts(*row) for row in found.values_list("pk", "member_id", "since", "until"))


def absences_of(member_id: UUID, *, by: Actor, country: str) -> tuple[AwayFacts, ...]:
    """All absences of a member, the newest first. Cost: one query."""
    seen = Member.objects.visible_to(by, country).values("pk")
    found = Absence.objects.filter(member=member_id, member__in=seen).order_by("-since", "pk")
    return tuple(AwayFacts(*row) for row in found.values_list("pk", "member_id", "since", "until"))
