"""The text of a report as a page: the same composition as PDF and DOCX, block by block, in one language or in two side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tirek.faces.desk.reports.frame import report_frame
from tirek.faces.desk.reports.tracing import Trace
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.charts import Picture, draw
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Column, Tab
from tirek.insight.reports import queries
from tirek.insight.reports.documents import ReportDocument
from tirek.insight.reports.documents.blocks import (
    Blackened,
    Block,
    Counted,
    Drawing,
    Facts,
    Fixed,
    Foreign,
    Heading,
    Part,
    Prose,
    Said,
    Table,
)
from tirek.insight.reports.documents.composition import PHRASES, parts
from tirek.insight.reports.documents.model import Layout


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: words, or a number with the mark under which the page tells where it comes from, or a row with the way to it.

    `language` stands where it is another one than the line's; `black`: the words stand for what is not published.
    """

    text: str
    mark: str = ""
    href: str = ""
    language: str = ""
    black: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as the template draws it: `kind` names the piece of the template."""

    kind: str
    said: object = ()
    number: str = ""
    row: str = ""
    notes: tuple[object, ...] = ()
    rows: tuple[object, ...] = ()
    heads: tuple[object, ...] = ()
    text: str = ""
    picture: Picture | None = None


@require_safe
def text(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """The whole text; the languages stand in the address."""
    context = report_frame(request, report_id, "text")
    facts = context["report"]
    assert isinstance(facts, queries.ReportFacts)
    if question := purpose_first(request, facts.visit_id):
        return question
    document = queries.report_document(report_id, by=request.actor)
    country = request.country
    languages = chosen(request.GET.get("in", ""), report_languages(country))
    context |= {"languages": languages, "ways": ways(languages, report_languages(country)), **laid_out(document, languages, facts)}
    return render(request, "desk/reports/text.html", context)


def laid_out(document: ReportDocument, languages: tuple[str, ...], facts: queries.ReportFacts) -> dict[str, object]:
    """The context in which the template of the text draws it."""
    layout: Layout = "side_by_side" if len(languages) == 2 else "apart"
    (part,) = parts(replace(document, languages=languages, layout=layout))
    return printed(part, document, languages[0], facts)


def printed(part: Part, document: ReportDocument, language: str, facts: queries.ReportFacts) -> dict[str, object]:
    """The same of a part that is composed already."""
    trace = Trace({each.row: each for each in reversed(part.rows)}, facts)
    return {
        "document": document,
        "heading": lines(part.title),
        "cover": shown(part.cover, document, language, trace),
        "changes": lines(part.changes),
        "blocks": [shown(block, document, language, trace) for block in without_second_table(part.blocks)],
    }


def chosen(asked: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The languages asked for, one or two of the reports'; else the first two."""
    wanted = tuple(dict.fromkeys(code for code in asked.split("-") if code in known))[:2]
    return wanted or known[:2]


def ways(languages: tuple[str, ...], known: tuple[str, ...]) -> list[Tab]:
    """The ways to read: side by side, or one language."""
    sets = [known[:2], *((code,) for code in known)] if len(known) > 1 else [known]
    mine = (get_language() or "en").split("-")[0]
    if mine in known[2:]:
        sets.insert(1, (known[0], mine))
    return [Tab(" · ".join(LANGUAGE_NAMES[code] for code in group), f"?in={'-'.join(group)}", group == languages) for group in sets]


def lines(said: Said) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """What is said in each language, as pieces."""
    return tuple((language, tuple(piece(each) for each in line)) for language, line in said)


def piece(each: str | Counted | Foreign | Blackened) -> Piece:
    """Words, words in another language, or a number."""
    match each:
        case Counted():
            return Piece(each.shown, each.mark)
        case Foreign():
            return Piece(each.shown, language=each.language)
        case Blackened():
            return Piece(each.shown, black=True)
        case _:
            return Piece(each)


def without_second_table(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the table after the chart: on a page the chart brings its own."""
    return [block for place, block in enumerate(blocks) if not (place and isinstance(blocks[place - 1], Drawing) and isinstance(block, Table))]


def shown(block: Block, document: ReportDocument, language: str, trace: Trace) -> Shown:
    """A block as the template draws it; a chart speaks the first language of the text."""
    match block:
        case Heading():
            return Shown(f"heading{block.level}", lines(block.said))
        case Prose():
            return Shown("prose", lines(block.said), numbered(block.number), block.row, tuple(lines(note) for note in block.notes))
        case Facts():
            return Shown("facts", rows=tuple((lines(label), lines(value)) for label, value in block.rows))
        case Table():
            return table(block, trace)
        case Drawing():
            return Shown("drawing", picture=picture(document, language))
        case Fixed():
            return Shown("fixed", text=block.text)


def table(block: Table, trace: Trace) -> Shown:
    """A table; columns that hold nothing on a page (the pages of the paper) are left out. Ids of rows become words that lead to them."""
    filled = [place for place in range(len(block.heads)) if not block.rows or any(row[place] for row in block.rows)]
    marks = block.anchors or ("",) * len(block.rows)
    labels = {place: " · ".join("".join(each.text for each in line) for _language, line in lines(block.heads[place])) for place in filled}
    rows = tuple((mark, tuple((labels[place], cell(row[place], mark, trace)) for place in filled)) for mark, row in zip(marks, block.rows, strict=True))
    return Shown("table", rows=rows, heads=tuple(lines(block.heads[place]) for place in filled))


def cell(said: Said, mark: str, trace: Trace) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """A cell; a number's rows lead to their paragraphs, a paragraph's row leads to its record."""
    return tuple((language, tuple(made for each in line for made in pieces(each, mark, trace))) for language, line in said)


def pieces(each: str | Counted | Foreign | Blackened, mark: str, trace: Trace) -> tuple[Piece, ...]:
    """Words, a number, or rows one beneath the other."""
    named = trace.names(each) if isinstance(each, str) else ()
    if not named:
        return (piece(each),)
    ways = [Piece(trace.in_words(one), href=f"#{one.row}") if mark else Piece(trace.at_source(one), href=trace.source(one)) for one in named]
    return tuple(made for place, way in enumerate(ways) for made in ((Piece("\n"), way) if place else (way,)))


def numbered(number: str) -> str:
    """The number of a paragraph with its full stop; a recommendation's own number has none."""
    return f"{number}." if number.isdigit() else number


def picture(document: ReportDocument, language: str) -> Picture:
    """The report's chart in the look of the pages, with its table."""
    assert document.chart
    bars = [(bar.label.best(language), document.counted(bar.number).value) for bar in document.chart.bars]
    values = [{"label": label, "count": count} for label, count in bars]
    spec = {
        "data": {"values": values},
        "height": {"step": 30},
        "encoding": {"y": {"field": "label", "type": "nominal", "sort": None, "title": None}, "x": {"field": "count", "type": "quantitative", "axis": None}},
        "layer": [{"mark": {"type": "bar", "height": 16}}, {"mark": {"type": "text", "align": "left", "dx": 5}, "encoding": {"text": {"field": "count", "format": "d"}}}],
    }
    columns = [Column(PHRASES.say("what", language)), Column(PHRASES.say("count", language), numeric=True)]
    return draw(spec, title=document.chart.title.best(language), alt=document.chart.alternative.best(language), columns=columns, rows=bars)
