"""Comparing: what a correction does with the recommendations of the version before it, read from what both versions print. It knows no row."""

from dataclasses import replace

from tirek.insight.reports.documents.model import RecommendationLine, ReportDocument


def compared(body: ReportDocument, before: ReportDocument) -> ReportDocument:
    """The body with every recommendation that was added or reworded marked, and the numbers of those that are gone."""
    former = {line.row: line for line in before.recommendations}
    printed = {line.row for line in body.recommendations}
    return replace(
        body,
        recommendations=tuple(replace(line, change=change_of(line, former.get(line.row))) for line in body.recommendations),
        withdrawn=tuple(line.number for row, line in former.items() if row not in printed),
    )


def change_of(line: RecommendationLine, former: RecommendationLine | None) -> str:
    """What became of a recommendation since the version before."""
    if former is None:
        return "added"
    return "" if line.text.same_as(former.text) and line.indicator.same_as(former.indicator) else "reworded"
