"""What is missing for the next state of a report: a short list, each line a code with a count, which a face puts into words and links."""

from dataclasses import dataclass
from uuid import UUID

from tirek.foundation.jurisdictions.queries import entitlements, report_languages
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.gathering import Gathered, baseless, one_sided, sources_digest
from tirek.insight.reports.models import Report
from tirek.insight.reports.reach import reach
from tirek.insight.reports.texts import redacted, undecided
from tirek.insight.reports.untranslated import written_texts


@dataclass(frozen=True, slots=True)
class Need:
    """One line: `blocks` says whether the next step is refused without it; `language` is empty unless it is about one.

    `about`: the recommendation that it concerns, whose number is the `count`.
    """

    code: str
    done: bool
    blocks: bool
    count: int = 0
    language: str = ""
    about: UUID | None = None


def needs(report_id: UUID, *, by: Actor) -> tuple[Need, ...]:
    """What the next step needs; empty for an issued report. Raises NotFound."""
    row = reach(report_id, by)
    if row.state not in ("draft", "in_review", "for_signature"):
        return ()
    gathered = gathered_for(row)
    hits = undecided(row, gathered).count
    bare = tuple(Need("baseless", False, True, number, about=about) for number, about in baseless(gathered))
    bare += tuple(Need("bilingual", False, True, number, language, about) for number, about, language in one_sided(gathered))
    texts = (Need("summary", bool(row.summary), True), *bare, Need("hits", not hits, True, hits), *translations(row, gathered))
    if row.state != "for_signature":
        return (*texts, *advice(gathered))
    lines = [each.state for each in row.signatures.all() if each.state != "voided"]
    unchanged = sources_digest(gathered, row.summary, row.changes) == row.sources
    return (
        Need("unchanged", unchanged, True),
        Need("hits", not hits, True, hits),
        Need("signatures", "awaited" not in lines, True, lines.count("awaited")),
        Need("signed", "signed" in lines, True),
        *old_translations(row, gathered),
    )


def untranslated(report_id: UUID, *, by: Actor) -> tuple[Need, ...]:
    """What an open version lacks in the two languages in which it is printed, for those who approve, sign or issue it. Raises NotFound."""
    row = reach(report_id, by)
    printed = report_languages(row.country)[:2]
    return tuple(each for each in translations(row, gathered_for(row)) if not each.done and each.language in printed)


def translations(row: Report, gathered: Gathered) -> tuple[Need, ...]:
    """Texts that lack a language of the reports, or have an old translation in it; and the same of texts that were written once."""
    texts, made = texts_of(row, gathered), []
    for language in report_languages(row.country):
        lacking = sum(bool(text) and (not text.in_(language) or language in text.stale) for text in texts)
        made.append(Need("translation", not lacking, False, lacking, language))
    once = written_texts(redacted(gathered), report_languages(row.country))
    for language in report_languages(row.country):
        lacking = sum(each.lacks(language) for each in once)
        made.append(Need("written", not lacking, False, lacking, language))
    return tuple(made)


def old_translations(row: Report, gathered: Gathered) -> tuple[Need, ...]:
    """Languages in which texts are older than their originals: the last chance to see it before the issue. It blocks nothing."""
    languages = report_languages(row.country)
    texts = [*texts_of(row, gathered), *(each.words for each in written_texts(redacted(gathered), languages))]
    counted = [(language, sum(language in text.stale for text in texts)) for language in languages]
    return tuple(Need("stale", False, False, count, language) for language, count in counted if count)


def texts_of(row: Report, gathered: Gathered) -> list[Words]:
    """The texts of a report that are written in its languages."""
    proposed = [words for each in gathered.recommendations for words in (each.text, each.indicator)]
    demanded = [each.what for each in gathered.measures]
    return [row.summary, *(each.text for each in gathered.findings), *demanded, *proposed, *([row.changes] if row.changes else [])]


def advice(gathered: Gathered) -> tuple[Need, ...]:
    """What does not block, but is better known: no findings, no recommendations, medical findings without a wording."""
    waiting = len(gathered.waiting_for_doctor)
    silent = len({each.code for each in entitlements()} - {each.entitlement for each in gathered.access})
    return (
        Need("findings", bool(gathered.findings), False, len(gathered.findings)),
        Need("recommendations", bool(gathered.recommendations), False, len(gathered.recommendations)),
        Need("doctor", not waiting, False, waiting),
        Need("access", not silent, False, silent),
    )
