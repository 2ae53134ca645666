"""Telling the missions of an invented body: reports with their steps, recommendations, and what of the mechanism's own bears on them."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from tirek.followup.international import queries, services
from tirek.ground.rules.actors import SYSTEM
from tirek.project.demonstration import members, places, reporting, told, year
from tirek.project.demonstration.reading import list_of
from tirek.project.demonstration.telling import COUNTRY, Telling
from tirek.records.visits.queries import findings


def stories() -> tuple[told.Mission, ...]:
    """All missions of the told country, the oldest first."""
    return list_of("international.yaml", told.Mission)


def load_international(done: Callable[[], None]) -> None:
    """Tells the missions whose report is not there yet, by the secretariat; each whole in one transaction. `done` is called after each."""
    stands = {each.symbol: each for each in queries.reports(by=SYSTEM, country=COUNTRY)}
    telling = Telling(places=places.places_by_code(), members=members.members_by_key(Telling()), visits=year.visits_by_code())
    known: dict[str, UUID] = {}
    for story in stories():
        if story.symbol not in stands:
            with transaction.atomic():
                tell(story, known, telling)
        else:
            known |= {f"{story.key} {each.number}": each.id for each in queries.paragraphs(stands[story.symbol].id, by=SYSTEM)}
        done()


def tell(story: told.Mission, known: dict[str, UUID], telling: Telling) -> None:
    """One mission, its report, its recommendations with their links."""
    by = telling.actor("secretary")
    review = services.enter_review(
        country=COUNTRY, procedure=story.procedure, body=story.body, name=story.name, year=story.year, first_day=story.first_day, last_day=story.last_day,
        joint=story.joint, by=by,
    ).value  # fmt: skip
    first, *later = story.steps
    report = services.enter_report(
        review_id=review, title=story.title, symbol=story.symbol, dated=story.dated, state=first.state, on=first.on, source=first.source, by=by
    ).value
    for step in later:
        services.enter_step(report_id=report, state=step.state, on=step.on, source=step.source, by=by)
    for each in story.paragraphs:
        made = services.enter_paragraph(report_id=report, number=each.number, text=each.text, addressee=each.addressee, by=by).value
        known[f"{story.key} {each.number}"] = made
        link(each, made, known, telling)


def link(story: told.Paragraph, paragraph: UUID, known: dict[str, UUID], telling: Telling) -> None:
    """What one recommendation goes on from, and what bears on it."""
    by, leader = telling.actor("secretary"), telling.actor("leader")
    if story.follows:
        services.link_earlier(paragraph_id=paragraph, earlier_id=known[story.follows], by=by)
    for code in story.recommendations:
        number = reporting.number_of(code, telling)
        if number:
            services.link_national(paragraph_id=paragraph, number=number, by=by)
    for named in story.findings:
        visit, _, place = named.rpartition(" ")
        seen = findings(telling.visits[visit], by=SYSTEM)[int(place) - 1]
        services.link_finding(paragraph_id=paragraph, finding_id=seen.id, by=leader)
