"""Who may see a visit, or an entry of the plan: one rule for every road. It knows no table; rooms turn it into querysets and test both."""

from dataclasses import dataclass

from tirek.ground.rules.actors import OFFICE, VISITORS, Actor, Role
from tirek.ground.rules.visit_states import BEGUN


@dataclass(frozen=True, slots=True)
class VisitSecrecy:
    """What the rule needs to know of a visit: `delegation` and `organisers` hold account ids."""

    country: str
    announced: bool
    state: str
    delegation: frozenset[str] = frozenset()
    organisers: frozenset[str] = frozenset()
    report_issued: bool = False

    @property
    def hidden(self) -> bool:
        """Unannounced and not begun: known only to those who make it. A cancelled unannounced visit stays hidden."""
        return not self.announced and self.state not in BEGUN


def visit_visible(visit: VisitSecrecy, actor: Actor) -> bool:
    """Whether the actor may know that the visit exists.

    Hidden visits: delegation and organisers who (still) hold a mechanism role in the country. Others: head and secretariat; leader, member
    and medic of the delegation; an analyst once the report is issued. Nobody else ever, whatever other roles they hold.
    """
    roles = actor.roles_in(visit.country)
    takes_part = actor.id in visit.delegation | visit.organisers and bool(roles & (OFFICE | VISITORS))
    if visit.hidden:
        return takes_part
    return takes_part or bool(roles & OFFICE) or (Role.ANALYST in roles and visit.report_issued)


def plan_entry_visible(*, country: str, announced: bool, organisers: frozenset[str], visit_begun: bool, actor: Actor) -> bool:
    """Whether the actor may know of an entry of the plan: announced ones (or begun visits') head, secretariat, leaders; unannounced ones their organisers."""
    roles = actor.roles_in(country)
    if actor.id in organisers and roles & (OFFICE | VISITORS):
        return True
    return bool(roles & (OFFICE | {Role.LEADER})) and (announced or visit_begun)
