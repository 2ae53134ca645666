"""What the state of a recommendation, and one's role, allow."""

from datetime import date

from tirek.followup.recommendations.models import Recommendation, Wording
from tirek.followup.recommendations.refusals import BeforeIssue, DateAhead, Frozen, NotInForce, ReceivedBeforeWritten
from tirek.followup.recommendations.wordings import in_work
from tirek.ground.rules.actors import OFFICE, SYSTEM, VISITORS, Actor, Role
from tirek.ground.rules.refusals import NotAllowed


def check_draft(row: Recommendation) -> None:
    """Raises Frozen once it is issued or dropped."""
    if row.state != "draft":
        raise Frozen


def changeable(row: Recommendation) -> Recommendation | Wording:
    """Whose text can still be changed. Raises Frozen for what is issued and not put in other words, or dropped."""
    held = in_work(row)
    if held is None:
        raise Frozen
    return held


def check_issued(state: str) -> None:
    """Answers, verifications and a withdrawal belong to what is issued and still in force. Raises NotInForce."""
    if state != "issued":
        raise NotInForce


def may_answer(by: Actor, country: str) -> bool:
    """The office enters answers and withdraws."""
    return by == SYSTEM or by.has(*OFFICE, country=country)


def check_may_answer(by: Actor, country: str) -> None:
    """Answers are entered by the secretariat or the head. Raises NotAllowed."""
    if not may_answer(by, country):
        raise NotAllowed


def may_see_caretakers(by: Actor, country: str) -> bool:
    """Who follows what up is for the office and those who visit: others learn nowhere who does what."""
    return by == SYSTEM or by.has(*OFFICE, *VISITORS, country=country)


def may_verify(by: Actor, country: str) -> bool:
    """Office and group leaders verify."""
    return by == SYSTEM or by.has(*OFFICE, Role.LEADER, country=country)


def check_may_verify(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_verify(by, country):
        raise NotAllowed


def check_dated(row: Recommendation, on: date, today: date) -> None:
    """Nothing is dated in the future or before the issue. Raises DateAhead, BeforeIssue."""
    if on > today:
        raise DateAhead(on=on)
    if row.issued_on and on < row.issued_on:
        raise BeforeIssue(issued=row.issued_on, on=on)


def check_letter_days(said_on: date, received_on: date, today: date) -> None:
    """A letter was written and came, in that order, and not in the future. Raises DateAhead, ReceivedBeforeWritten."""
    for on in (said_on, received_on):
        if on > today:
            raise DateAhead(on=on)
    if received_on < said_on:
        raise ReceivedBeforeWritten(received=received_on, written=said_on)


def check_letter_dated(row: Recommendation, said_on: date, received_on: date, today: date) -> None:
    """A letter is written since the issue and comes no earlier than that. Raises DateAhead, BeforeIssue, ReceivedBeforeWritten."""
    for on in (said_on, received_on):
        check_dated(row, on, today)
    if received_on < said_on:
        raise ReceivedBeforeWritten(received=received_on, written=said_on)
