"""Comparing: what a correction does with the recommendations of the version before it, which findings it says in other words, and in which
of the visit's other records it says something else, read from what both versions print. It knows no row.
"""

from collections.abc import Callable
from dataclasses import replace

from tirek.ground.rules.words import Words
from tirek.insight.reports.counting import PHRASES
from tirek.insight.reports.documents.model import RECORDS, ClosingTalk, Paragraph, RecommendationLine, ReportDocument


def compared(body: ReportDocument, before: ReportDocument) -> ReportDocument:
    """The body with every paragraph and recommendation that says something else marked, the numbers of those that are gone, and the records
    that changed.
    """
    former = {line.row: line for line in before.recommendations}
    said = {each.row: each for each in before.paragraphs}
    printed = {line.row for line in body.recommendations}
    return replace(
        body,
        sections=tuple(replace(each, paragraphs=marked(each.paragraphs, said)) for each in body.sections),
        good_practices=marked(body.good_practices, said),
        recommendations=tuple(replace(line, change=change_of(line, former.get(line.row))) for line in body.recommendations),
        withdrawn=tuple(line.number for row, line in former.items() if row not in printed),
        changed_records=tuple(part for part in RECORDS if TOLD[part](body, before) != TOLD[part](before, before)),
    )


def marked(paragraphs: tuple[Paragraph, ...], said: dict[str, Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, each with whether it says something else, in any language, than the one of the same row before."""
    return tuple(replace(each, reworded=each.row in said and not says_the_same(each, said[each.row])) for each in paragraphs)


def says_the_same(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs print the same. What the packs and translations add is left out."""
    return one.text.same_as(other.text) and original(one.single_source_reason) == original(other.single_source_reason)


def change_of(line: RecommendationLine, former: RecommendationLine | None) -> str:
    """What became of a recommendation since the version before."""
    if former is None:
        return "added"
    return "" if line.text.same_as(former.text) and line.indicator.same_as(former.indicator) else "reworded"


# What each part tells, without what the packs say of it and without translations.


def summary(document: ReportDocument, before: ReportDocument) -> object:
    """The summary in all its languages: every one of them is signed."""
    return document.summary.to_json()


def access(document: ReportDocument, before: ReportDocument) -> object:
    """How the entitlements were honoured. Older formats did not tell a refusal from a delay."""
    outcomes = any(each.outcome for each in before.entitlements)
    honoured = tuple(each.outcome if outcomes else each.granted for each in document.entitlements)
    return honoured, tuple(
        (each.row, original(each.office), original(each.ground), value(document, each.minutes), each.outcome if outcomes else "")
        for each in document.refusals
    )


def meetings(document: ReportDocument, before: ReportDocument) -> object:
    """Which meetings there were."""
    return {(each.row, each.held_on, original(each.subject)) for each in document.meetings}


def urgent(document: ReportDocument, before: ReportDocument) -> object:
    """What was asked of whom before the report, and what was answered. Older formats did not say when the answer came."""
    timed = any(each.seen_at for each in before.urgent_measures)
    return {
        (each.row, original(each.text), each.sent_at, value(document, each.hours), original(each.outcome), each.answered_at if timed else None)
        for each in document.urgent_measures
    }


def closing_talk(document: ReportDocument, before: ReportDocument) -> object:
    """The talk with its promises. The oldest formats printed the promises as one text, which is another one than their parts."""
    talk = document.closing_talk
    if talk is None:
        return None
    promises = {(original(each.what), original(each.by_whom), each.until) for each in talk.promises}
    return talk.held_on, original(talk.partner), promises, said(talk)


def said(talk: ClosingTalk) -> str:
    """What was said, as it was written: older formats held it in place of the promises, where there was none."""
    promised = "" if talk.promised.same_as(PHRASES.words("talk_held")) else original(talk.promised)
    return original(talk.said) or promised


def original(words: Words) -> str:
    """A text as it was written."""
    return words.in_(words.source)


def value(document: ReportDocument, number_id: str) -> int | None:
    """A number that a part prints, if it prints one."""
    return document.counted(number_id).value if number_id else None


TOLD: dict[str, Callable[[ReportDocument, ReportDocument], object]] = {
    "summary": summary, "access": access, "meetings": meetings, "urgent": urgent, "closing_talk": closing_talk,
}  # fmt: skip
