"""Translations, for the report, of texts that the visit's records hold in one language. The records stay as they were written."""

from uuid import UUID

from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.report_states import REPORT
from tirek.ground.rules.revisions import revision_of
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.models import OPEN, Report
from tirek.insight.reports.policies import check_may_write, check_text
from tirek.insight.reports.reach import reach
from tirek.insight.reports.refusals import ReportChanged, TranslatedAlready
from tirek.insight.reports.texts import redacted
from tirek.insight.reports.untranslated import WrittenText, written_texts


def translate_text(
    *, report_id: UUID, about: UUID, part: str, language: str, text: Words, by: Actor, revision: str | None = None
) -> Recorded[UUID]:
    """Says in which language a text of the visit's records was written, and what the report prints in the others.

    Until the text is laid for signature. `revision`, where given, is the sign of the words that the writer saw.
    Raises NotFound (no such text, no such language), NotAllowed, IllegalMove, ReportTextTooLong, ReportChanged, TranslatedAlready.
    """
    check_text(text)
    if language not in LANGUAGES:
        raise NotFound
    with record("report.text-translated", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        check_may_write(report, by)
        if report.state not in OPEN[:2]:
            raise IllegalMove(verb="translate_text", state=report.state, possible=", ".join(REPORT.possible(report.state)) or "—")
        found = the_text(report, about, part)
        if revision not in (None, revision_of(found.words)):
            raise ReportChanged
        if text.in_(language) not in ("", found.original):
            raise TranslatedAlready
        others = {code: told for code, told in text.texts if code != language and told != found.original}
        words = Words.of({language: found.original, **others}, language, text.stale)
        report.translated = {**report.translated, f"{about} {part}": words.to_json()}
        report.save()
        return act.of(report.pk)


def the_text(report: Report, about: UUID, part: str) -> WrittenText:
    """The text as the report prints it; raises NotFound."""
    texts = written_texts(redacted(gathered_for(report)), report_languages(report.country))
    found = next((each for each in texts if (each.about, each.part) == (about, part)), None)
    if found is None:
        raise NotFound
    return found
