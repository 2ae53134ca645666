"""The locked member for a change, and checks that several verbs need. It opens no act of its own."""

from datetime import date
from uuid import UUID

from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.spans import Span
from tirek.registers.mandate.models import Member
from tirek.registers.mandate.policies import check_may_write_members
from tirek.registers.mandate.refusals import TermReversed


def member_seen(member_id: object, by: Actor) -> Member:
    """The locked member, for somebody who may see him or her. Raises NotFound."""
    found = Member.objects.filter(pk=as_uuid(member_id)).select_for_update(no_key=True).first()
    if found is None or not Member.objects.visible_to(by, found.country).filter(pk=found.pk).exists():
        raise NotFound()
    return found


def member_for(member_id: object, by: Actor) -> Member:
    """The locked member, for somebody who may write the register. Raises NotFound, NotAllowed."""
    found = member_seen(member_id, by)
    check_may_write_members(by, found.country)
    return found


def as_uuid(given: object) -> UUID:
    """The id; raises NotFound for what is none."""
    try:
        return given if isinstance(given, UUID) else UUID(str(given))
    except ValueError:
        raise NotFound() from None


def in_order(since: date, until: date | None) -> Span:
    """The span; raises TermReversed."""
    span = Span(since, until)
    if not span.ordered:
        raise TermReversed(since=day(since), until=day(until) if until else "…")
    return span
