"""Making recommendations through services only, and moving their dates into the past, which no service does."""

from datetime import timedelta

from django.utils import timezone

from tests.people import head, leader, secretary
from tests.remembering import remembered
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.ground.rules.words import Words
from tirek.records.visits import queries as visits


def today():
    return timezone.localdate()


def ago(days):
    return today() - timedelta(days=days)


def words(ru="До 1 марта установить в камерах светильники.", kk="Наурызға дейін камераларға шам орнату қажет."):
    return Words.of({"ru": ru, "kk": kk})


def proposal(visit, **given):
    findings = tuple(each.id for each in visits.findings(visit, by=leader))[:1]
    return Proposal(**{"text": words(), "addressee": "lum-prison-service", "findings": findings, **given})


@remembered
def draft(visit, by=leader, **given):
    return services.draft_recommendation(visit_id=visit, made=proposal(visit, **given), by=by).value


@remembered
def issued(visit, days=60, number="Р-1", **given):
    """One issued `days` ago."""
    made = draft(visit, **given)
    services.issue(visit_id=visit, report_number=number, on=ago(days), by=leader)
    return made


def answer(recommendation, word="accepted", days=0, by=secretary, **given):
    dates = {"said_on": ago(days), "received_on": ago(days)}
    return services.record_answer(recommendation_id=recommendation, word=word, by=by, **{**dates, **given}).value


def verify(recommendation, outcome="implemented", days=0, by=leader, **given):
    way = "on_site" if given.get("visit_id") else "documents"
    asked = {"verified_on": ago(days), "way": way, "text": "Светильники осмотрены.", **given}
    return services.verify(recommendation_id=recommendation, outcome=outcome, by=by, **asked).value


def read(recommendation, by=head):
    return queries.recommendation(recommendation, by=by, today=today())
