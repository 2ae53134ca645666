"""The plan's entries: propose, approve, drop."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from tirek.foundation.jurisdictions.queries import today, visit_kinds
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.plan_states import PLAN
from tirek.ground.rules.refusals import NotAllowed, Refusal
from tirek.records.visits.models import Organiser, PlanEntry
from tirek.records.visits.moments import check_plannable
from tirek.records.visits.policies import check_may_approve, check_may_plan
from tirek.records.visits.reach import reach_entry
from tirek.records.visits.refusals import ChangedMeanwhile, PlaceNotOpen, UnknownCode
from tirek.records.visits.services.keeping import keep_passages
from tirek.records.visits.several import MOST, Judged, Wanted, judged
from tirek.registers.places.queries import place


def check_kind(country: str, kind: str) -> None:
    """Raises UnknownCode for a kind of visit that the pack does not list."""
    if kind not in {each.code for each in visit_kinds(country)}:
        raise UnknownCode(what=kind)


def plan_visit(
    *, place_id: UUID, country: str, kind: str, announced: bool, first_day: date, last_day: date, by: Actor, purpose: str = "",
    organisers: Iterable[str] = (), names_nobody: str = "", on: date | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """Puts a visit into the plan. The author is an organiser; `organisers` are further account ids. `on`: the day on which it was planned, if not today.

    `names_nobody`: why passages of the purpose stay that could name somebody.
    Raises UnknownCode, PlaceNotOpen, NotFound, PassagesUndecided, DatesWrong, DayGoneBy, PlannedTooFar, VisitTooLong.
    """
    check_may_plan(by, country)
    check_kind(country, kind)
    check_plannable(first_day, last_day, country, on)
    known = place(place_id, by=by, country=country)
    if not (known.unofficial or known.open_on(first_day)):
        raise PlaceNotOpen
    entry = PlanEntry(
        country=country, place_id=known.id, kind=kind, announced=announced, first_day=first_day, last_day=last_day, purpose=purpose,
        created_by=by.id, planned_on=on or today(country),
    )  # fmt: skip
    with record("visit.planned", by=by, subject=("plan_entry", entry.pk), veil=entry.pk) as act:
        keep_passages(about=entry.pk, country=country, texts=(purpose,), because=names_nobody, by=by)
        entry.save()
        for account in {by.id, *organisers} - {"system"}:
            Organiser(country=country, plan_entry=entry, account=account).save()
        return act.of(entry.pk)


def plan_visits(
    *, wanted: Iterable[Wanted], country: str, kind: str, announced: bool, by: Actor, purpose: str = "", organisers: Iterable[str] = (), names_nobody: str = "",
) -> tuple[Judged, ...]:  # fmt: skip
    """Puts several visits into the plan, each as an act of its own: what is refused of one keeps no other back. The answer says what became of each.

    Raises NotAllowed, UnknownCode, PassagesUndecided.
    """
    check_may_plan(by, country)
    check_kind(country, kind)
    organisers, made = tuple(organisers), []
    for each in judged(wanted, country=country, by=by)[:MOST]:
        if each.refusal is None and each.wanted.first and each.wanted.last:
            each = one_of_several(each, country=country, kind=kind, announced=announced, by=by, purpose=purpose, organisers=organisers, names_nobody=names_nobody)
        made.append(each)
    return tuple(made)


def one_of_several(each: Judged, *, by: Actor, **asked: Any) -> Judged:
    """One of them: made, or refused after all because something changed meanwhile."""
    assert each.wanted.first and each.wanted.last
    try:
        entry = plan_visit(place_id=each.wanted.place_id, first_day=each.wanted.first, last_day=each.wanted.last, by=by, **asked)
    except (NotAllowed, PassagesUndecided):
        raise
    except Refusal as refusal:
        return replace(each, refusal=refusal)
    return replace(each, entry_id=entry.value)


def change_plan_entry(
    *, entry_id: UUID, kind: str, announced: bool, first_day: date, last_day: date, by: Actor, purpose: str = "",
    organisers: Iterable[str] = (), names_nobody: str = "", revision: str | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """Rewrites an entry that is still proposed; days that stay as they are may have gone by. Organisers are added, never taken away: who knew of it knew.
    Whoever makes it one that is not announced organises it.

    `names_nobody` as in `plan_visit`; `revision`: what the writer saw, None where nobody looked.
    Raises NotFound, NotAllowed, IllegalMove, ChangedMeanwhile, UnknownCode, PassagesUndecided, DatesWrong, DayGoneBy, PlannedTooFar, VisitTooLong.
    """
    with record("visit.plan-changed", by=by, subject=("plan_entry", entry_id), veil=entry_id) as act:
        entry = reach_entry(entry_id, by, lock=True)
        check_may_plan(by, entry.country)
        check_kind(entry.country, kind)
        if (first_day, last_day) != (entry.first_day, entry.last_day):
            check_plannable(first_day, last_day, entry.country, None)
        entry.state = PLAN.after(entry.state, "change")
        if revision not in (None, entry.revision):
            raise ChangedMeanwhile
        entry.kind, entry.announced, entry.first_day, entry.last_day, entry.purpose = kind, announced, first_day, last_day, purpose
        keep_passages(about=entry.pk, country=entry.country, texts=(purpose,), because=names_nobody, by=by)
        entry.save()
        held = set(entry.organisers.values_list("account", flat=True))
        wanted = set(organisers) if announced else {by.id, *organisers} - {SYSTEM.id}
        for account in sorted(wanted - held):
            Organiser(country=entry.country, plan_entry=entry, account=account).save()
        return act.of(entry.pk)


def approve_plan_entry(*, entry_id: UUID, by: Actor) -> Recorded[UUID]:
    """Approves an entry. Raises NotFound, NotAllowed, IllegalMove."""
    with record("visit.approved", by=by, subject=("plan_entry", entry_id), veil=entry_id) as act:
        entry = reach_entry(entry_id, by, lock=True)
        check_may_approve(by, entry.country)
        entry.state = PLAN.after(entry.state, "approve")
        entry.save()
        return act.of(entry.pk)


def drop_plan_entry(*, entry_id: UUID, by: Actor, reason: str = "", names_nobody: str = "") -> Recorded[UUID]:
    """Takes an entry out of the plan; it stays as dropped, with the reason if one is given. Raises NotFound, NotAllowed, IllegalMove, PassagesUndecided."""
    with record("visit.dropped", by=by, subject=("plan_entry", entry_id), veil=entry_id) as act:
        entry = reach_entry(entry_id, by, lock=True)
        check_may_plan(by, entry.country)
        entry.state = PLAN.after(entry.state, "drop")
        entry.drop_reason = reason.strip()
        keep_passages(about=entry.pk, country=entry.country, texts=(entry.drop_reason,), because=names_nobody, by=by)
        entry.save()
        return act.of(entry.pk)
