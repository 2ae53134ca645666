"""What the mechanism arranges for itself about an issued recommendation: another day for the answer, who follows it up, its theme, its labels. The report stays as it was."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from uuid import UUID

from tirek.followup.recommendations.models import DueMove, Passing, Recommendation
from tirek.followup.recommendations.policies import check_issued, check_may_answer
from tirek.followup.recommendations.reach import belongs_to_correction, check_may_draft, reach
from tirek.followup.recommendations.refusals import (
    AnswerCame,
    DueGoneBy,
    DueTooFar,
    NoCaretaker,
    NotAnHeir,
    ReasonNeeded,
    StandsSoAlready,
    TextMayName,
    TooManyLabels,
    UnknownChoice,
)
from tirek.followup.recommendations.texts import looked_at
from tirek.foundation.jurisdictions.queries import heirs_on, label_with, successor_on, themes, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ledger.together import Outcomes, together
from tirek.foundation.people.queries import actor_with_id
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor

FARTHEST = timedelta(days=366)
MOST_LABELS = 30


def move_due(*, recommendation_id: UUID, due_on: date, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Another day for the authority's answer, with the reason; the days before stay. Head and secretariat, while nothing was answered.

    `confirmed`: the writer has looked at what in the reason could name a person.
    Raises NotFound, NotAllowed, NotInForce, AnswerCame, StandsSoAlready, DueGoneBy, DueTooFar, ReasonNeeded, TextMayName.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("recommendation.due-moved", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(reason, confirmed)) as act:
        row = in_force(recommendation_id, by)
        if row.word != "none":
            raise AnswerCame
        if row.due_on == due_on:
            raise StandsSoAlready
        on = today(row.country)
        if due_on < on:
            raise DueGoneBy(on=due_on)
        if due_on > on + FARTHEST:
            raise DueTooFar(on=due_on)
        moved = {"position": row.due_moves.count() + 1, "before": row.due_on, "after": due_on, "reason": reason.strip(), "moved_by": by.id, "moved_on": on}
        DueMove(country=row.country, recommendation=row, **moved).save()
        row.due_on = due_on
        row.save()
        return act.of(row.pk)


def hand_over(*, recommendation_id: UUID, caretaker: str, by: Actor) -> Recorded[UUID]:
    """Who follows it up from now on: somebody of the office or of those who visit, or nobody (an empty id). Head and secretariat.

    Raises NotFound, NotAllowed, NotInForce, StandsSoAlready, NoCaretaker.
    """
    with record("recommendation.handed-over", by=by, subject=("recommendation", recommendation_id)) as act:
        row = in_force(recommendation_id, by)
        if row.caretaker == caretaker:
            raise StandsSoAlready
        if caretaker and not follows_up(caretaker, row.country):
            raise NoCaretaker
        row.caretaker = caretaker
        row.save()
        return act.of(row.pk)


def follows_up(account: str, country: str) -> bool:
    """Whether the account is in use by somebody of the office or of those who visit."""
    try:
        return actor_with_id(UUID(account)).has(*OFFICE, *VISITORS, country=country)
    except ValueError:
        return False


def set_theme(*, recommendation_id: UUID, theme: str, by: Actor) -> Recorded[UUID]:
    """The theme under which it is found: one of the packs' themes, or none. Head and secretariat.

    Raises NotFound, NotAllowed, NotInForce, StandsSoAlready, UnknownChoice.
    """
    with record("recommendation.theme-set", by=by, subject=("recommendation", recommendation_id)) as act:
        row = in_force(recommendation_id, by)
        if row.theme == theme:
            raise StandsSoAlready
        if theme and theme not in {each.code for each in themes()}:
            raise UnknownChoice(what=theme)
        row.theme = theme
        row.save()
        return act.of(row.pk)


def set_labels(*, recommendation_id: UUID, add: Collection[str] = (), remove: Collection[str] = (), by: Actor) -> Recorded[UUID]:
    """Puts labels on it and takes others off. Once issued: head and secretariat, while it is in force; of a draft: those who write it. Its text and its report stay.

    Raises NotFound, NotAllowed, NotInForce, UnknownChoice, TooManyLabels, StandsSoAlready.
    """
    with record("recommendation.labelled", by=by, subject=("recommendation", recommendation_id)) as act:
        row = reach(recommendation_id, by, lock=True)
        if row.state == "draft":
            check_may_draft(row.visit_id, by, belongs_to_correction(row))
        else:
            check_may_answer(by, row.country)
            check_issued(row.state)
        wanted = sorted(set(row.labels) - set(remove) | set(add))
        if wanted == row.labels:
            raise StandsSoAlready
        if unknown := next((one for one in add if label_with(row.country, one) is None), ""):
            raise UnknownChoice(what=unknown)
        if len(wanted) > MOST_LABELS:
            raise TooManyLabels(most=MOST_LABELS)
        row.labels = wanted
        row.save()
        return act.of(row.pk)


def pass_on(*, recommendation_id: UUID, to: str, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Passes a recommendation on to one of the bodies among which the addressee's duties were divided by the pack. From now on that one answers, and its people read it. Head and secretariat.

    The addressee stays who it was addressed to, and every earlier passing stays with its reason. What the former body had asked of one beneath it ends.
    Raises NotFound, NotAllowed, NotInForce, StandsSoAlready, NotAnHeir, ReasonNeeded, TextMayName.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("recommendation.passed-on", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(reason, confirmed)) as act:
        row = in_force(recommendation_id, by)
        on = today(row.country)
        before = successor_on(row.country, row.passed_to or row.addressee, on)
        heirs = heirs_on(row.country, row.addressee, on)
        if before == to:
            raise StandsSoAlready
        if to not in heirs:
            raise NotAnHeir
        passed = {"position": row.passings.count() + 1, "before": before, "after": to, "reason": reason.strip(), "passed_by": by.id, "passed_on": on}
        Passing(country=row.country, recommendation=row, **passed).save()
        for delegation in row.delegations.in_force():
            delegation.ended_by, delegation.ended_on = by.id, on
            delegation.save()
        row.passed_to = to
        row.save()
        return act.of(row.pk)


def in_force(recommendation_id: UUID, by: Actor) -> Recommendation:
    """The locked recommendation, for the office. Raises NotFound, NotAllowed, NotInForce."""
    row = reach(recommendation_id, by, lock=True)
    check_may_answer(by, row.country)
    check_issued(row.state)
    return row


def each_recommendation(ids: Iterable[UUID], work: Callable[[UUID], object], *, tried: bool) -> Outcomes:
    """The same for several; what is refused of each. `tried`: nothing stays. Raises ReasonNeeded, TextMayName, which are about a text that all share."""
    return together(ids, work, rows=Recommendation.objects.all(), tried=tried, stops=(ReasonNeeded, TextMayName))
