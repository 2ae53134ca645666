"""Telling what the invented documents state of indicators: entered by the analyst, most of it checked by the head."""

from collections.abc import Callable

from django.db import transaction

from tirek.insight.claims.queries import sources
from tirek.insight.indicators import queries, services
from tirek.insight.indicators.services import NewValue
from tirek.project.demonstration import told
from tirek.project.demonstration.reading import list_of
from tirek.project.demonstration.telling import COUNTRY, Telling


def load_values(done: Callable[[], None]) -> None:
    """Enters the values that are not there yet; each whole in one transaction. `done` is called after each."""
    analyst, head = Telling().actor("analyst"), Telling().actor("head")
    held = {line.code: line.id for line in sources(by=analyst, country=COUNTRY)}
    known = {(one.source_id, one.indicator, one.year) for one in queries.values(by=analyst, country=COUNTRY)}
    for story in list_of("indicators.yaml", told.Measured):
        source = held[story.source]
        if (source, story.indicator, story.year) not in known:
            new = NewValue(
                indicator=story.indicator, year=story.year, source=source, quote=story.quote, amount=story.amount, hedge=story.hedge, missing=story.missing,
            )  # fmt: skip
            with transaction.atomic():
                made = services.enter_value(country=COUNTRY, new=new, by=analyst).value
                if story.checked:
                    services.check_value(value_id=made, by=head, country=COUNTRY)
        done()
