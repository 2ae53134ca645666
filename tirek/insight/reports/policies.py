"""What the state of a report, and one's part in it, allow. Visibility stands in reach; states on the ground floor."""

from datetime import date
from uuid import UUID

from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.actors import SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.report_states import REPORT
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports.gathering import Gathered, baseless, one_sided, sources_digest
from tirek.insight.reports.models import OPEN, Report, Signature
from tirek.insight.reports.reach import standing
from tirek.insight.reports.refusals import (
    ApprovalDate,
    ApproverAttaches,
    HandedIn,
    HitsUndecided,
    NothingToAbandon,
    NotInBothLanguages,
    OwnReview,
    ReportReasonNeeded,
    ReportTextTooLong,
    RestsOnNothing,
    RowsChanged,
    SignatureDate,
)
from tirek.insight.reports.texts import undecided
from tirek.records.visits.queries import findings, part
from tirek.records.visits.refusals import DoctorOnly
from tirek.registers.mandate.queries import member_names

LIMIT = 20_000
REASON_LIMIT = 2_000


def check_may_write(report: Report, by: Actor) -> None:
    """The delegation and the office write. Raises NotAllowed."""
    if not standing(report.visit_id, report.country, by).writes:
        raise NotAllowed


def check_may_word(report: Report, finding_id: UUID, by: Actor) -> None:
    """The words of a medical finding are the doctor's, in a correction too. Raises NotFound, DoctorOnly."""
    found = next((each for each in findings(report.visit_id, by=SYSTEM) if each.id == finding_id), None)
    if found is None:
        raise NotFound
    if found.medical and not part(report.visit_id, by=by).doctor:
        raise DoctorOnly


def check_may_review(report: Report, by: Actor) -> None:
    """Head and secretariat review, and not what they submitted themselves. Raises NotAllowed, OwnReview."""
    if not standing(report.visit_id, report.country, by).office:
        raise NotAllowed
    if by != SYSTEM and by.id == report.submitted_by:
        raise OwnReview


def check_may_keep(report: Report, by: Actor) -> None:
    """The leader and the office keep the signatures. Raises NotAllowed."""
    if not standing(report.visit_id, report.country, by).keeps:
        raise NotAllowed


def may_attach(report: Report, signature: Signature, by: Actor) -> bool:
    """Whether this person, of those who keep the signatures, may bring one that was given outside: two people stand behind a text and
    another's signature under it, so who approved the text attaches only the own sheet, and what is added to a signature that its owner gave here.
    """
    return by == SYSTEM or by.id != report.approved_by or signature.account == by.id or signature.state == "signed"


def check_may_attach(report: Report, signature: Signature, by: Actor) -> None:
    """Raises ApproverAttaches."""
    if not may_attach(report, signature, by):
        raise ApproverAttaches(name=member_names([signature.member_id]).get(str(signature.member_id), "—"))


def check_may_issue(report: Report, by: Actor) -> None:
    """Head and secretariat issue. Raises NotAllowed."""
    if not standing(report.visit_id, report.country, by).office:
        raise NotAllowed


def may_abandon(report: Report, by: Actor) -> bool:
    """A correction is abandoned by who began it, while that person still writes, and by the head."""
    if report.version == 1:
        return False
    if by == SYSTEM or by.has(Role.HEAD, country=report.country):
        return True
    return by.id == report.author and standing(report.visit_id, report.country, by).writes


def check_may_abandon(report: Report, by: Actor) -> None:
    """Raises NothingToAbandon, NotAllowed."""
    if report.version == 1:
        raise NothingToAbandon
    if not may_abandon(report, by):
        raise NotAllowed


def check_draft(report: Report, verb: str) -> None:
    """Raises IllegalMove unless the report is a draft."""
    if report.state != "draft":
        raise IllegalMove(verb=verb, state=report.state, possible=", ".join(REPORT.possible(report.state)) or "—")


def check_text(words: Words) -> None:
    """Raises ReportTextTooLong for any language's text beyond the limit."""
    longest = max((len(text) for _, text in words.texts), default=0)
    if longest > LIMIT:
        raise ReportTextTooLong(length=longest, limit=LIMIT)


def check_reason(reason: str) -> None:
    """Raises ReportReasonNeeded for nothing, ReportTextTooLong for a book."""
    if not reason.strip():
        raise ReportReasonNeeded
    if len(reason) > REASON_LIMIT:
        raise ReportTextTooLong(length=len(reason), limit=REASON_LIMIT)


def check_named_nobody(report: Report, gathered: Gathered) -> None:
    """Raises HitsUndecided while a passage that could name a person waits for a decision."""
    count = undecided(report, gathered).count
    if count:
        raise HitsUndecided(count=count)


def check_based(gathered: Gathered) -> None:
    """Raises RestsOnNothing for the first recommendation without a finding that the report prints."""
    for number, _about in baseless(gathered):
        raise RestsOnNothing(number=number)


def check_two_languages(gathered: Gathered) -> None:
    """Raises NotInBothLanguages for recommendations that lack a language in which the report is printed: an addressee is bound by either."""
    lacking = [f"{number} ({LANGUAGE_NAMES[language]})" for number, _about, language in one_sided(gathered)]
    if lacking:
        raise NotInBothLanguages(which=", ".join(lacking))


def check_unchanged(report: Report, gathered: Gathered) -> None:
    """Raises RowsChanged when the rows are not any more what the frozen text was made from."""
    if sources_digest(gathered, report.summary, report.changes) != report.sources:
        raise RowsChanged


def handed_in(visit_id: UUID) -> bool:
    """Whether a text of the visit's report lies with its reviewers or those who sign."""
    return Report.objects.filter(visit_id=visit_id, state__in=OPEN[1:]).exists()


def check_not_handed_in(visit_id: UUID) -> None:
    """Raises HandedIn."""
    if handed_in(visit_id):
        raise HandedIn


def check_laid_on(on: date, ended: date, country: str) -> None:
    """Raises ApprovalDate for a day in the future or before the end of the visit."""
    if not ended <= on <= today(country):
        raise ApprovalDate


def check_signed_on(on: date, report: Report) -> None:
    """Nobody signs a text that is not there yet. Raises SignatureDate for a day in the future or before the one on which it was frozen."""
    if report.frozen_on is None or not report.frozen_on <= on <= today(report.country):
        raise SignatureDate

