"""Telling the visits: plan, team, and the days on the spot, each visit up to the end of its report's draft in one transaction."""

from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import today, work_calendar
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.visit_days import long_ago
from tirek.project.demonstration.reading import files, one_of
from tirek.project.demonstration.telling import COUNTRY, Telling, at
from tirek.project.demonstration.told_visits import BEGUN, ENDED, Visit
from tirek.records.visits import queries, services

ENTERED = "Внесено с бумаги после посещения."
"""Why a visit that began days ago is entered only now."""


@cache
def stories() -> tuple[Visit, ...]:
    """All told visits, in the order of their files."""
    return tuple(one_of(file, Visit) for file in files("visits"))


def standing_entries() -> dict[str, queries.EntryFacts]:
    """Entries of the plan that stand, by code of the told visit."""
    codes = {story.purpose: story.code for story in stories()}
    return {codes[each.purpose]: each for each in queries.plan_entries(by=SYSTEM, country=COUNTRY) if each.purpose in codes}


def days_of(story: Visit, telling: Telling) -> tuple[date, date]:
    """First and last day. A visit under way began so many hours ago."""
    first = today(COUNTRY, timezone.now() - timedelta(hours=story.hours_ago)) if story.hours_ago else telling.day(story.day)
    last = work_calendar(COUNTRY).working_day_from(first + timedelta(days=story.days - 1)) if story.days > 1 else first
    return first, last if story.reach not in ENDED else min(last, telling.today)


def plan(story: Visit, telling: Telling) -> UUID | None:
    """The entry of the plan and, where the story goes so far, the visit with its delegation. Answers the visit's id."""
    first, last = days_of(story, telling)
    by = telling.actor(story.planner)
    organisers = [telling.actor(login).id for login in (*story.organisers, story.approver)]
    entry = services.plan_visit(
        place_id=telling.places[story.place], country=COUNTRY, kind=story.kind, announced=story.announced, first_day=first,
        last_day=last, by=by, purpose=story.purpose, organisers=organisers, on=min(first, telling.today),
    ).value  # fmt: skip
    if story.reach == "dropped":
        services.drop_plan_entry(entry_id=entry, by=by)
    if story.reach in {"proposed", "dropped"}:
        return None
    services.approve_plan_entry(entry_id=entry, by=telling.actor(story.approver))
    if story.reach == "approved":
        return None
    return prepare(story, entry, telling)


def prepare(story: Visit, entry: UUID, telling: Telling) -> UUID:
    """The visit of an entry: delegation, decisions about warnings (those of a visit that has not begun wait), other days, cancellation."""
    by = telling.actor(story.planner)
    visit = telling.visits[story.code] = services.open_visit(entry_id=entry, by=by).value
    services.set_delegation(visit_id=visit, delegates=[(telling.members[each.member], each.role) for each in story.team], by=by)
    if story.reach in BEGUN:
        for warning in queries.warnings(visit, by=telling.actor("leader")):
            services.accept_warning(
                visit_id=visit, code=warning.code, about=warning.about, reason=story.warnings, by=telling.actor("leader")
            )
    if story.postponed_to is not None:
        moved = telling.day(story.postponed_to)
        services.postpone(
            visit_id=visit, starts_on=moved, ends_on=moved + timedelta(days=story.days - 1), on=min(moved, telling.today), by=by
        )
    if story.reach == "cancelled":
        services.cancel(visit_id=visit, reason=story.cancel_reason, by=by)
    return visit


def begin(story: Visit, visit: UUID, telling: Telling) -> None:
    """The delegation stands at the gate."""
    if story.reach in BEGUN:
        moment = begun_at(story, telling)
        because = ENTERED if long_ago(today(COUNTRY, moment), telling.today) else ""
        services.begin(visit_id=visit, by=telling.actor("leader"), at=moment, because=because)


def begun_at(story: Visit, telling: Telling) -> datetime:
    """When the visit began."""
    if story.hours_ago:
        return timezone.now() - timedelta(hours=story.hours_ago)
    return at(days_of(story, telling)[0], story.begin)


def end(story: Visit, visit: UUID, telling: Telling) -> None:
    """The delegation leaves."""
    if story.reach in ENDED:
        services.end(visit_id=visit, by=telling.actor("leader"), at=at(days_of(story, telling)[1], story.end))
