"""Reports brought to a wanted state, through services only."""

from tests import world
from tests.people import doctor, leader, member, secretary
from tirek.followup.recommendations.services import draft_recommendation
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.ground.rules.words import Words
from tirek.insight.reports import services
from tirek.records.visits.queries import findings

SUMMARY = Words.of({"ru": "Условия стали лучше, но света по-прежнему мало.", "kk": "Жағдай жақсарды, бірақ жарық әлі аз."})


def visit(**given):
    """A concluded visit with findings and one recommendation."""
    made = world.concluded(world.prison(), world.members(), **given)
    recommend(made)
    return made


def recommend(visit_id, text="Установить светильники в каждой камере до 1 марта."):
    words = Words.of({"ru": text, "kk": "Әр камераға шам орнату."})
    basis = tuple(each.id for each in findings(visit_id, by=leader)[:1])
    return draft_recommendation(visit_id=visit_id, made=Proposal(words, "lum-prison-service", basis), by=leader).value


def drafted(visit_id=None):
    """A draft with its summary."""
    report = services.draft_report(visit_id=visit_id or visit(), by=leader).value
    services.edit_report(report_id=report, summary=SUMMARY, revision=1, by=leader)
    return report


def in_review(visit_id=None):
    report = drafted(visit_id)
    services.submit(report_id=report, by=leader)
    return report


def for_signature(visit_id=None):
    report = in_review(visit_id)
    services.approve(report_id=report, by=secretary)
    return report


def signed(visit_id=None):
    report = for_signature(visit_id)
    for who in (leader, member, doctor):
        services.sign(report_id=report, by=who)
    return report


def issued(visit_id=None):
    report = signed(visit_id)
    services.issue_visit_report(report_id=report, by=secretary)
    return report
