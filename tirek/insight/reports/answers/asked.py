"""Who is asked what: the authorities that answer a report's recommendations, and the form for each of them. For those who enter answers."""

from dataclasses import dataclass
from uuid import UUID

from tirek.followup.recommendations.policies import check_may_answer
from tirek.followup.recommendations.queries import RecommendationFacts, visit_recommendations
from tirek.foundation.jurisdictions.queries import authority, report_languages, today
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.reports.documents.answer_form import AnswerForm, Asked, answer_form
from tirek.insight.reports.documents.composition import PHRASES
from tirek.insight.reports.freezing import present
from tirek.insight.reports.models import Report
from tirek.insight.reports.reach import reach


@dataclass(frozen=True, slots=True)
class Respondent:
    """An authority that answers today, with the numbers of the recommendations that it is asked about."""

    code: str
    name: Words
    numbers: tuple[str, ...]


def respondents(report_id: UUID, *, by: Actor) -> tuple[Respondent, ...]:
    """The authorities that answer recommendations of an issued report. Raises NotFound, NotAllowed."""
    row = answerable(report_id, by)
    found = dict[str, list[str]]()
    for each in in_force(row, by):
        found.setdefault(each.answers_for_it, []).append(each.number)
    on = today(row.country)
    return tuple(Respondent(code, authority(row.country, code, on).name, tuple(numbers)) for code, numbers in found.items())


def answer_form_of(report_id: UUID, code: str, *, by: Actor) -> bytes:
    """The form for one authority, in the report's languages. Raises NotFound, NotAllowed."""
    row = answerable(report_id, by)
    return answer_form(form_of(row, code, by))


def answerable(report_id: UUID, by: Actor) -> Report:
    """An issued version, for those who enter answers. Raises NotFound, NotAllowed."""
    row = reach(report_id, by)
    check_may_answer(by, row.country)
    if row.state != "issued" and row.state != "superseded":
        raise NotFound
    return row


def of_version(row: Report) -> tuple[RecommendationFacts, ...]:
    """The recommendations of the report's visit, whoever reads."""
    return visit_recommendations(row.visit_id, by=SYSTEM, today=today(row.country))


def in_force(row: Report, by: Actor) -> tuple[RecommendationFacts, ...]:
    """The recommendations that can be answered. Whoever enters answers may see them, also of a visit that the reader was not at."""
    check_may_answer(by, row.country)
    return tuple(each for each in of_version(row) if each.state == "issued" and each.number)


def form_of(row: Report, code: str, by: Actor) -> AnswerForm:
    """What the form for one authority prints. Raises NotFound for one that is asked nothing."""
    mine = [each for each in in_force(row, by) if code in (each.addressee, each.answers_for_it)]
    if not mine or row.issued is None:
        raise NotFound
    document = present(row)
    lines = {each.number: each for each in document.recommendations}
    asked = tuple(Asked(each.number, lines[each.number].text if each.number in lines else each.text, each.due_on) for each in mine)
    name = authority(row.country, code, today(row.country)).name
    return AnswerForm(
        f"{row.issued.sha256[:16]}/{code}", row.number, document.mechanism, name, report_languages(row.country)[:2], asked, document.stamp,
        PHRASES.words("demonstration") if document.demonstration else None,
    )  # fmt: skip
