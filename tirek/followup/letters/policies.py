"""What one's role, and the letter itself, allow. It reads no row."""

from datetime import date

from tirek.followup.letters.codes import IN, OUT
from tirek.followup.letters.models import Letter
from tirek.followup.letters.refusals import AcknowledgedAlready, BeforeSending, NotAnAnswer, NotOutgoing, PagesUnlike
from tirek.followup.recommendations.refusals import DateAhead
from tirek.ground.rules.actors import MECHANISM, OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed


def may_register(by: Actor, country: str) -> bool:
    """The office keeps the register."""
    return by == SYSTEM or by.has(*OFFICE, country=country)


def check_may_register(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_register(by, country):
        raise NotAllowed


def may_take_further(by: Actor, country: str) -> bool:
    """The head decides about rungs."""
    return by == SYSTEM or by.has(Role.HEAD, country=country)


def check_may_take_further(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_take_further(by, country):
        raise NotAllowed


def check_may_read(by: Actor, country: str) -> None:
    """Whether there is a register for the person at all. Raises NotAllowed."""
    if not (by == SYSTEM or by.has(*MECHANISM, country=country)):
        raise NotAllowed


def check_came(*, dated_on: date, moved_on: date, today: date) -> None:
    """A letter moves no earlier than it is dated, and neither is ahead. Raises DateAhead, BeforeSending."""
    for on in (dated_on, moved_on):
        if on > today:
            raise DateAhead(on=on)
    if moved_on < dated_on:
        raise BeforeSending(moved=moved_on, dated=dated_on)


def check_is_incoming(direction: str) -> None:
    """Raises NotAnAnswer: answers are read out of letters that came in."""
    if direction != IN:
        raise NotAnAnswer


def check_to_acknowledge(row: Letter) -> None:
    """Raises NotOutgoing, AcknowledgedAlready."""
    if row.direction != OUT:
        raise NotOutgoing
    if row.acknowledged_on:
        raise AcknowledgedAlready(on=row.acknowledged_on)


def check_pages(row: Letter, first: int | None, last: int | None) -> None:
    """The pages of a part: both or neither, in order, within the letter where its pages are counted. Raises PagesUnlike."""
    if first is None and last is None:
        return
    if first is None or last is None or first < 1 or last < first or (row.pages and last > row.pages):
        raise PagesUnlike(pages=row.pages or "—")
