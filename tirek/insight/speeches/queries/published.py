"""Figures of a speech that stand in what was published or issued: documents by the number and its words, visit reports where the sentence names one. It never says that one differs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.speech_matching import Said
from tirek.ground.rules.speech_printed import Printed, says
from tirek.ground.rules.speech_sentences import Around, words
from tirek.ground.rules.words import Words
from tirek.insight.publications.queries import PrintedFigure, printed_figures
from tirek.insight.reports.queries import PrintedNumbers, printed_numbers

CITED = re.compile(r"(?<![\d/])\d{1,5}/\d{4}(?![\d/])")
"""A report's number in a sentence: 14/2026."""
SHOWN = 5
"""Places of the record that are shown for one figure."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Where a figure stands: a published document (`key` is its code, `figure` its number there) or an issued report (`key` is its id), with its words there."""

    sort: str
    key: str
    title: Words
    quote: str
    on: date | None
    figure: int = 0


def printed_lines(text: str, said: Sequence[Said], around: Sequence[Around], *, by: Actor, country: str) -> list[tuple[PrintedLine, ...]]:
    """For each figure, where it stands, some at most. Cost: 3 queries, and a file for each report that is named."""
    figures = defaultdict[Decimal, list[PrintedFigure]](list)
    for each in printed_figures(country, {one.value for one in said if one.exact and one.value is not None}):
        figures[each.printed.value].append(each)
    named = [frozenset(CITED.findall(text[each.start : each.end])) for each in around]
    reports = {each.number: each for each in printed_numbers(frozenset().union(*named), by=by, country=country)}
    found = []
    for one, numbers in zip(said, named, strict=True):
        documents = (document_line(each) for each in figures.get(one.value or Decimal(-1), ()) if says(one, each.printed))
        issued = (line for number in sorted(numbers & reports.keys()) for line in report_lines(one, reports[number]))
        found.append((*issued, *documents)[:SHOWN])
    return found


def document_line(each: PrintedFigure) -> PrintedLine:
    """A figure of a published document."""
    return PrintedLine("document", each.key, each.title, each.quote, each.published_at.date(), each.number)


def report_lines(one: Said, report: PrintedNumbers) -> Iterator[PrintedLine]:
    """Numbers of an issued report that the figure says."""
    for number in report.numbers:
        told = words(" ".join(text for _code, text in number.noun.texts))
        if says(one, Printed(Decimal(number.value), None, None, told)):
            quote = f"{number.value}"
            yield PrintedLine("report", str(report.report_id), Words.of({code: f"{report.number}: {noun}" for code, noun in number.noun.texts}), quote, report.issued_on)
