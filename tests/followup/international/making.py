"""Missions, reports and recommendations of an invented body to the invented country, made through services only."""

from datetime import date

from tests.people import head, leader, secretary
from tests.remembering import remembered
from tirek.followup.international import queries, services
from tirek.ground.rules.words import Words

BODY = Words.of({"ru": "Совет посещений", "en": "Council of Visits"})
SOURCE = "Письмо Совета посещений, 3 марта"


def words(text):
    return Words.of({"ru": text})


@remembered
def review(year=2016, **given):
    first = date(year, 9, 20)
    told = {"procedure": "regional", "body": BODY, "name": words(f"Визит Совета посещений, {year}"), "first_day": first, "last_day": date(year, 9, 29), **given}
    return services.enter_review(country="demo", year=year, by=secretary, **told).value


@remembered
def report(review_id, symbol="CV/LUM/1", state="public", on=date(2019, 2, 7), **given):
    told = {"title": words(f"Доклад {symbol}"), "source": SOURCE, **given}
    return services.enter_report(review_id=review_id, symbol=symbol, state=state, on=on, by=secretary, **told).value


@remembered
def paragraph(report_id, number="45", text="Установить в камерах светильники.", **given):
    return services.enter_paragraph(report_id=report_id, number=number, text=words(text), by=secretary, **given).value


def old():
    """A recommendation of the public report on the mission of 2016."""
    return paragraph(report(review()))


def new(state="confidential"):
    """A recommendation of the report on the mission of 2023, which is not public."""
    made = report(review(2023), symbol="CV/LUM/2", state=state, on=date(2023, 4, 6))
    return paragraph(made, number="31", text="Закончить установку светильников.")


def named(report_id, who):
    services.name_reader(report_id=report_id, account=who.id, by=head)


def thread(paragraph_id, by=head):
    return queries.thread(paragraph_id, by=by, today=date.today())


def link(paragraph_id, by=leader, **to):
    (kind,) = to
    verb = {"earlier_id": services.link_earlier, "number": services.link_national, "finding_id": services.link_finding}[kind]
    return verb(paragraph_id=paragraph_id, by=by, **to).value
