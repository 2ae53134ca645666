"""Telling what invented bodies say in figures: sources with their texts, and what the analyst decided about some figures."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from tirek.ground.rules.actors import Actor
from tirek.insight.claims import queries, services
from tirek.insight.claims.services import Changes, Context, NewSource
from tirek.project.demonstration import told
from tirek.project.demonstration.reading import list_of
from tirek.project.demonstration.telling import COUNTRY, Telling


def stories() -> tuple[told.Source, ...]:
    """All sources of the told country."""
    return list_of("sources.yaml", told.Source)


def load_sources(done: Callable[[], None]) -> None:
    """Enters the sources that are not there yet, by the analyst; each whole in one transaction. `done` is called after each."""
    by = Telling().actor("analyst")
    known = {line.code: line.id for line in queries.sources(by=by, country=COUNTRY)}
    for story in stories():
        if story.key not in known:
            with transaction.atomic():
                known[story.key] = tell(story, known, by)
        done()


def tell(story: told.Source, known: dict[str, UUID], by: Actor) -> UUID:
    """One source with its figures and the decisions about them."""
    new = NewSource(
        title=story.title, kind=story.kind, publisher=story.publisher, distance=story.distance, about=known[story.about] if story.about else None,
        dated=story.dated, language=story.language, code=story.key,
    )  # fmt: skip
    source = services.add_source(country=COUNTRY, new=new, by=by, pasted=story.text, later=False).value
    if story.text:
        services.make_proposals(source_id=source, by=by)
    for decision in story.decisions:
        decide(source, decision, by)
    return source


def decide(source: UUID, story: told.Decision, by: Actor) -> None:
    """One decision about the first figure with these words."""
    found = queries.analysis(source, 1, by=by, country=COUNTRY)
    figure = next(each for each in found.figures if each.quote == story.quote)
    stretch = (figure.start, figure.end)
    context = Context(speaker=story.speaker, scope=story.scope, flow=story.flow)
    if story.verdict == "confirmed":
        services.confirm(source_id=source, stretch=stretch, by=by, context=context)
    else:
        period = figure.told["period"] or {}
        changes = Changes(value=story.value, unit=story.unit, first=told.day_of(period.get("from")), last=told.day_of(period.get("to")))
        services.edit(source_id=source, stretch=stretch, changes=changes, reason=story.reason, by=by, context=context)
