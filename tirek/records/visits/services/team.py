"""The delegation, and the leader's decisions about warnings."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.visit_states import VISIT
from tirek.records.visits.models import DELEGATE_ROLES, Delegate, Visit, WarningDecision, team_revision
from tirek.records.visits.policies import check_may_lead, check_may_prepare
from tirek.records.visits.reach import reach_visit
from tirek.records.visits.refusals import ChangedMeanwhile, LeaderCannotSignIn, LeaderNeeded, MemberTwice, ReasonNeeded, UnknownCode
from tirek.records.visits.services.keeping import keep_passages
from tirek.records.visits.warnings import team_warnings
from tirek.registers.mandate.queries import can_sign_in, member_names


def set_delegation(*, visit_id: UUID, delegates: Iterable[tuple[UUID, str]], by: Actor, revision: str | None = None) -> Recorded[UUID]:
    """Makes the delegation be exactly these (member id, role). `revision`, where given, is the sign of the one that its writer saw.

    Raises NotFound, NotAllowed, IllegalMove, ChangedMeanwhile, LeaderNeeded, LeaderCannotSignIn, MemberTwice, UnknownCode.
    """
    wanted = [(UUID(str(member)), role) for member, role in delegates]
    with record("visit.team-set", by=by, subject=("visit", visit_id), veil=visit_id) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_prepare(visit, by)
        visit.state = VISIT.after(visit.state, "set_team")
        if revision not in (None, team_revision((each.member_id, each.role) for each in visit.delegates.filter(left=False))):
            raise ChangedMeanwhile
        check_delegation(wanted)
        check_leader(visit, wanted)
        write_delegation(visit, dict(wanted))
        return act.of(visit.pk)


def check_delegation(wanted: list[tuple[UUID, str]]) -> None:
    """One leader, nobody twice, known roles and members."""
    if len({member for member, _ in wanted}) != len(wanted):
        raise MemberTwice
    if [role for _, role in wanted].count("leader") != 1:
        raise LeaderNeeded
    strange = {role for _, role in wanted} - set(DELEGATE_ROLES)
    if strange:
        raise UnknownCode(what=strange.pop())
    if len(member_names(member for member, _ in wanted)) != len(wanted):
        raise NotFound


def check_leader(visit: Visit, wanted: list[tuple[UUID, str]]) -> None:
    """Whoever is to lead can sign in. Who led a visit that has ended stays its leader, also when the account was closed since."""
    (leader,) = (member for member, role in wanted if role == "leader")
    led = visit.state not in ("planned", "under_way") and visit.delegates.filter(member=leader, role="leader", left=False).exists()
    if not led and not can_sign_in([leader], visit.country):
        raise LeaderCannotSignIn(name=member_names([leader])[str(leader)])


def write_delegation(visit: Visit, wanted: dict[UUID, str]) -> None:
    """Saves what changed: who left is marked, who stays keeps the row."""
    held = {each.member_id: each for each in visit.delegates.all()}
    for member, row in held.items():
        role, left = wanted.get(member, row.role), member not in wanted
        if (row.role, row.left) != (role, left):
            row.role, row.left = role, left
            row.save()
    for member, role in wanted.items():
        if member not in held:
            Delegate(country=visit.country, visit=visit, member_id=member, role=role).save()


def accept_warning(
    *, visit_id: UUID, code: str, reason: str, by: Actor, about: str = "", names_nobody: str = ""
) -> Recorded[UUID]:
    """The leader goes on in spite of a warning, and says why. `names_nobody` says why passages of that stay which could name somebody.

    Raises NotFound, NotAllowed, ReasonNeeded, UnknownCode, PassagesUndecided.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("visit.warning-accepted", by=by, subject=("visit", visit_id), veil=visit_id) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_lead(visit, by)
        if (code, about) not in {(each.code, each.about) for each in team_warnings(visit)}:
            raise UnknownCode(what=code)
        decision = WarningDecision(
            country=visit.country, visit=visit, code=code, about=about, reason=reason.strip(), decided_by=by.id, decided_at=timezone.now()
        )
        keep_passages(about=decision.pk, country=visit.country, texts=(decision.reason,), because=names_nobody, by=by)
        decision.save()
        return act.of(decision.pk)
