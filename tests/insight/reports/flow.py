"""Reports brought to a wanted state, through services only. The leader writes and submits, the secretary reviews and issues."""

from datetime import UTC, datetime

from tests import world
from tests.people import doctor, leader, member, secretary
from tests.remembering import remembered
from tirek.followup.recommendations.queries import proposals
from tirek.followup.recommendations.services import draft_recommendation, edit_draft
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.ground.rules.words import Words
from tirek.insight.reports import services
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings

SUMMARY = Words.of({"ru": "Условия стали лучше, но света по-прежнему мало.", "kk": "Жағдай жақсарды, бірақ жарық әлі аз."})
SIGNERS = (leader, member, doctor)


def both(ru, kk="Қазақша мәтін."):
    """A text in the two languages of a report."""
    return Words.of({"ru": ru, "kk": kk})


@remembered
def visit(**given):
    """A concluded visit with findings and one recommendation."""
    made = world.concluded(world.prison(), world.members(), **given)
    recommend(made)
    return made


def recommend(visit_id, text="Установить светильники в каждой камере.", by=leader):
    basis = tuple(each.id for each in findings(visit_id, by=leader)[:1])
    made = Proposal(both(text, "Әр камераға шам орнату."), "lum-prison-service", basis)
    return draft_recommendation(visit_id=visit_id, made=made, by=by).value


def rest_on(visit_id, finding_id):
    """Makes the first recommendation of a visit rest on this finding alone."""
    row = proposals(visit_id, by=leader)[0]
    made = Proposal(row.text, row.addressee, (finding_id,), row.kind, row.priority, indicator=row.indicator)
    edit_draft(recommendation_id=row.id, made=made, revision=1, by=leader)


@remembered
def full_visit():
    """A visit with everything that a report can print."""
    made = world.begun(world.prison(), world.members())
    for area, degree in (("living_conditions", "critical"), ("living_conditions", "serious"), ("health_care", "notable")):
        visits.add_finding(visit_id=made, seen=world.seen(f"Замечание о сфере {area} записано.", area=area, seriousness=degree), by=leader)
    visits.add_finding(visit_id=made, seen=world.seen("Памятка о правах висит в каждой камере.", good_practice=True), by=leader)
    one = world.seen("Журнал не ведётся.", sources=("records",), single_source_reason="Других источников не было.")
    visits.add_finding(visit_id=made, seen=one, by=leader)
    gone = visits.add_finding(visit_id=made, seen=world.seen("Эта запись снята."), by=leader).value
    visits.take_back_finding(finding_id=gone, by=leader)
    refusal = {"by_whom": "дежурная часть", "ground": "нет указания"}
    visits.record_access(visit_id=made, entitlement="all_places", outcome="delayed", minutes=45, by=leader, **refusal)
    visits.record_access(visit_id=made, entitlement="records", outcome="refused", by=leader, **refusal)
    visits.record_access(visit_id=made, entitlement="private_interview", outcome="granted", by=leader)
    today = datetime.now(UTC)
    visits.add_meeting(visit_id=made, with_whom="staff", held_on=today.date(), note="порядок посещения", by=leader)
    visits.record_closing_talk(
        visit_id=made, held_on=today.date(), with_whom="начальник учреждения", promises=[("убрать листы с окон", "начальник", today.date())], by=leader
    )
    visits.send_urgent_measure(
        visit_id=made, what=both("Показать человека врачу."), authority_code="lum-prison-service", observed_at=today, sent_at=today, by=leader
    )
    visits.end(visit_id=made, by=leader)
    recommend(made)
    recommend(made, "Вести журнал телесных повреждений.")
    return made


@remembered
def drafted(visit_id=None):
    """A draft with its summary."""
    report = services.draft_report(visit_id=visit_id or visit(), by=leader).value
    services.edit_report(report_id=report, summary=SUMMARY, revision=1, by=leader)
    return report


@remembered
def in_review(visit_id=None):
    report = drafted(visit_id)
    services.submit(report_id=report, by=leader)
    return report


@remembered
def for_signature(visit_id=None):
    report = in_review(visit_id)
    services.approve(report_id=report, by=secretary)
    return report


@remembered
def signed(visit_id=None):
    report = for_signature(visit_id)
    for who in SIGNERS:
        services.sign(report_id=report, by=who)
    return report


@remembered
def issued(visit_id=None):
    report = signed(visit_id)
    services.issue_visit_report(report_id=report, by=secretary)
    return report


@remembered
def documented(visit_id=None):
    """An issued report with its documents in every language."""
    report = issued(visit_id)
    services.make_documents(report_id=report, by=secretary)
    return report


@remembered
def corrected(report):
    """A correction of an issued report, issued too; its id."""
    new = services.correct_report(report_id=report, changes=both("Исправлена опечатка."), by=secretary).value
    through(new)
    return new


def through(report):
    """Brings a draft to its issue."""
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    for who in SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
