"""The report as tagged PDF/A-2a and PDF/UA-1: blocks become plain values for the template. The same report gives the same bytes."""

from collections.abc import Sequence
from pathlib import Path

from tirek.foundation.files.typesetting import typeset
from tirek.insight.reports.documents.blocks import (
    Blackened,
    Block,
    Counted,
    Drawing,
    Facts,
    Fixed,
    Foreign,
    Heading,
    Line,
    Part,
    Prose,
    Said,
    Table,
)
from tirek.insight.reports.documents.chart import chart_svg
from tirek.insight.reports.documents.composition import PHRASES, chart_name, marks, parts, running_head
from tirek.insight.reports.documents.model import ReportDocument

_TEMPLATE = Path(__file__).parent / "templates" / "report.typ"


def report_pdf(document: ReportDocument) -> bytes:
    """The PDF of the report in its layout; raises `PaperNotMade` where a picture cannot be read."""
    return composed_pdf(document, parts(document))


def composed_pdf(document: ReportDocument, composed: Sequence[Part]) -> bytes:
    """The PDF of parts that were composed already, such as those of a public edition; raises `PaperNotMade`."""
    pictures = {f"{chart_name(part.languages)}.svg": chart_svg(document, part.languages) for part in composed if document.chart}
    if document.emblem:
        pictures[f"emblem.{document.emblem.kind}"] = document.emblem.image
    return typeset(_TEMPLATE, _content(document, composed), stamp=document.stamp, pictures=pictures)


def _content(document: ReportDocument, composed: Sequence[Part]) -> dict[str, object]:
    first = document.languages[0]
    title = f"{PHRASES.say('report', first)}: {document.title.best(first)}"
    demonstration = [text for _, text in marks(document, document.languages)] if document.demonstration else []
    return {
        "title": f"{title} ({demonstration[0]})" if demonstration else title,
        "author": document.mechanism.best(first),
        "keywords": demonstration,
        "language": first,
        "stamp": [document.stamp.year, document.stamp.month, document.stamp.day],
        "emblem": _emblem(document),
        "parts": [_part(document, part) for part in composed],
    }


def _emblem(document: ReportDocument) -> dict[str, str] | None:
    if not document.emblem:
        return None
    first = document.languages[0]
    return {
        "name": f"emblem.{document.emblem.kind}",
        "alternative": document.emblem.description.best(first) or document.mechanism.best(first),
    }


def _part(document: ReportDocument, part: Part) -> dict[str, object]:
    languages = part.languages
    return {
        "languages": list(languages),
        "jurisdiction": [{"l": one, "t": document.jurisdiction.best(one)} for one in languages],
        "mechanism": [{"l": one, "t": document.mechanism.best(one)} for one in languages],
        "report": [{"l": one, "t": PHRASES.say("report", one)} for one in languages],
        "running": [{"l": one, "t": running_head(document, one)} for one in languages],
        "contents": [{"l": one, "t": PHRASES.say("contents", one)} for one in languages],
        "changes_label": [{"l": one, "t": PHRASES.say("changes", one)} for one in languages],
        "changes": _said(part.changes),
        "title": _said(part.title),
        "cover": _block(part.cover),
        "marks": [{"l": one, "t": text} for one, text in marks(document, languages)],
        "shade": PHRASES.say("draft_shade", languages[0]) if document.draft else "",
        "blocks": [_block(block) for block in part.blocks],
    }


def _line(line: Line) -> list[dict[str, str]]:
    return [_piece(piece) for piece in line]


def _piece(piece: str | Counted | Foreign | Blackened) -> dict[str, str]:
    match piece:
        case Counted():
            return {"n": piece.mark, "t": piece.shown, "l": ""}
        case Foreign():
            return {"n": "", "t": piece.shown, "l": piece.language}
        case Blackened():
            return {"n": "", "t": piece.shown, "l": "", "x": piece.ground}
        case _:
            return {"n": "", "t": piece, "l": ""}


def _said(said: Said) -> list[dict[str, object]]:
    return [{"l": language, "p": _line(line)} for language, line in said]


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading():
            return {"is": "heading", "level": block.level, "said": _said(block.said)}
        case Prose():
            return {
                "is": "prose",
                "number": block.number,
                "said": _said(block.said),
                "notes": [_said(note) for note in block.notes],
                "whole": _whole(block.said, 1200),
            }
        case Facts():
            return {"is": "facts", "rows": [[_said(label), _said(value)] for label, value in block.rows]}
        case Table():
            return {
                "is": "table",
                "heads": [_said(head) for head in block.heads],
                "rows": [[_said(cell) for cell in row] for row in block.rows],
                "widths": list(block.widths),
                "anchors": list(block.anchors),
                "small": block.small,
                "whole": all(_whole(cell, 600) for row in block.rows for cell in row),
            }
        case Drawing():
            return {"is": "drawing", "picture": f"{block.picture}.svg", "alternative": block.alternative, "caption": _said(block.caption)}
        case Fixed():
            return {"is": "fixed", "text": block.text}


def _whole(said: Said, letters: int) -> bool:
    """Whether a text is short enough to stand unbroken on one page."""
    shown = ["".join(piece if isinstance(piece, str) else piece.shown for piece in line) for _, line in said]
    return sum(map(len, shown)) <= letters and sum(text.count("\n") for text in shown) <= 12
