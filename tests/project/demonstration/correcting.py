"""What people do with a told report: correct it, add a recommendation, issue it. Also run within a started instance."""

from uuid import UUID

from tirek.followup.recommendations.services.drafts import Proposal
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.reports import services
from tirek.insight.reports.queries import report_of_visit
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.visits import stories
from tirek.project.demonstration.year import visits_by_code
from tirek.records.visits.queries import findings

CODE = "old-bridge-1"
TEXT = Words.of({"ru": "Назначить ответственного за освещение.", "kk": "Жарық үшін жауапты адамды тағайындау."})


def drafted() -> UUID:
    """A correction under way that adds a recommendation."""
    telling, visit = Telling(), visits_by_code()[CODE]
    old = report_of_visit(visit, by=SYSTEM)
    basis = tuple(each.id for each in findings(visit, by=SYSTEM)[:1])
    changes = Words.of({"ru": "Добавлена рекомендация."})
    new = services.correct_report(report_id=old.id, changes=changes, by=telling.actor("secretary")).value
    services.add_recommendation(report_id=new, made=Proposal(TEXT, "lum-prison-service", basis), by=telling.actor("leader"))
    return new


def signed() -> UUID:
    """The same, reviewed and signed."""
    telling, new = Telling(), drafted()
    told = next(one.report for one in stories() if one.code == CODE)
    services.submit(report_id=new, by=telling.actor("leader"))
    services.approve(report_id=new, by=telling.actor("secretary"))
    for each in told.signed:
        services.sign(report_id=new, by=telling.actor(each.by))
    return new


def issued() -> UUID:
    """The same, issued."""
    new = signed()
    services.issue_visit_report(report_id=new, by=Telling().actor("secretary"))
    return new
