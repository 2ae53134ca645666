"""The check of a text before it is published: a text or a document in, its figures and their checks out.

Nothing is kept, logged or counted, and nothing of the text is worked on in the server's own process: a document is read and its figures are
extracted in processes apart, with limits. It may not know faces.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tirek.foundation.ui.formats import calculation
from tirek.insight.claims.confined import EFFORT, extract_apart, turn
from tirek.insight.claims.printing import worded
from tirek.insight.claims.reading import SENTENCES, Limits, read_document
from tirek.insight.claims.reading.refusals import DocumentTooLarge, NoText, ReadingBusy, TextTooLong
from tirek.insight.claims.sentences import remark_of
from tirek.insight.publications.checked import Change, CheckedText, Group, Piece, ShownCheck, ShownFigure, ShownRole
from tirek.insight.publications.figures import plain, read_as
from tirek.insight.publications.refusals import TooManyFigures
from tirek.insight.publications.words import FOLDED, REMARKED, VERDICTS, WORDING, kind_word, reading_words, role_word

CHARACTERS = EFFORT.text
FILE = 5_000_000
FIGURES = 8_000
"""Figures, and checks, that a page may show: making it takes a quarter of a millisecond for each, in the server's own process."""
DOCUMENT = Limits(size=FILE, unpacked=60_000_000, seconds=15, wait=25.0, pages=300, text=CHARACTERS)
Plain = Mapping[str, Any]

__all__ = ["CHARACTERS", "FILE", "DocumentTooLarge", "NoText", "ReadingBusy", "TextTooLong", "check_document", "check_text", "document_as_json", "shown", "text_as_json"]


def check_text(text: str) -> CheckedText:
    """Checks the figures of a text. Raises a refusal: NoText, TextTooLong, TooManyFigures, ReadingBusy, or one that says it was too much work."""
    with turn():
        found = extract_apart(text)
    return shown(text, (), found)


def check_document(data: bytes, *, name: str) -> CheckedText:
    """Reads a TXT, DOCX, PDF or HTML file and checks its text. Raises what `read_document` and `check_text` raise. The name is not kept."""
    with turn():
        document = read_document(data, name=name, limits=DOCUMENT)
        found = extract_apart(document.text)
    return shown(document.text, document.notes, found)


def text_as_json(text: str) -> str:
    """The check in the format of docs/reference/claims.md, sentences in the active language. Raises what `check_text` raises."""
    with turn():
        return _json(extract_apart(text))


def document_as_json(data: bytes, *, name: str) -> str:
    """The same of a file. Raises what `check_document` raises."""
    with turn():
        return _json(extract_apart(read_document(data, name=name, limits=DOCUMENT).text))


def _json(found: Plain) -> str:
    return json.dumps(worded(found), ensure_ascii=False, indent=1)


def shown(text: str, notes: Sequence[str], found: Plain) -> CheckedText:
    """A text with what extraction says of it, ready for a page. Raises TooManyFigures."""
    if max(len(found["claims"]), len(found["checks"])) > FIGURES:
        raise TooManyFigures(limit=FIGURES)
    figures = _figures(found)
    groups = tuple(_group(code, found, figures) for code in VERDICTS)
    in_order = tuple(figures[claim["id"]] for claim in found["claims"])
    told = tuple(_(SENTENCES[note]) for note in notes)
    return CheckedText(text, found["source"]["language"], told, tuple(_pieces(text, found, figures)), in_order, groups)


def _verdict(check: Plain) -> str:
    """The verdict of a check; what is only a remark on wording stands apart."""
    return WORDING if check["kind"] in REMARKED else str(check["verdict"])


def _numbered(found: Plain) -> list[tuple[int, Plain]]:
    """The checks with their numbers: in the order of the verdicts on the page, within one in the order of the text."""
    ordered = [check for code in VERDICTS for check in found["checks"] if _verdict(check) == code]
    return list(enumerate(ordered, 1))


def _figures(found: Plain) -> dict[str, ShownFigure]:
    """Every figure by its key, with the checks that speak of it; its sign is that of the first."""
    of_figure: dict[str, list[tuple[int, str]]] = {}
    for number, check in _numbered(found):
        for key in dict.fromkeys(check["claims"]):
            of_figure.setdefault(key, []).append((number, _verdict(check)))
    made = {}
    for number, claim in enumerate(found["claims"], 1):
        checks = of_figure.get(claim["id"], [])
        verdict = checks[0][1] if checks else ""
        numbers = tuple(each for each, _verdict in checks)
        sign = VERDICTS[verdict][1] if verdict else ""
        made[claim["id"]] = ShownFigure(number, claim["quote"], read_as(claim), claim["of"] or "", numbers, verdict, sign)
    return made


def _group(code: str, found: Plain, figures: Mapping[str, ShownFigure]) -> Group:
    title, sign = VERDICTS[code]
    checks = tuple(_check(number, check, figures) for number, check in _numbered(found) if _verdict(check) == code)
    return Group(code, _(title), sign, checks, folded=code in FOLDED)


def _check(number: int, check: Plain, figures: Mapping[str, ShownFigure]) -> ShownCheck:
    roles = tuple(ShownRole(role_word(name), tuple(figures[key] for key in keys)) for name, keys in check["roles"].items() if keys)
    changes = tuple(Change(figures[one["claim"]], plain(one["from"]), plain(one["to"])) for one in check["repairs"])
    reading = reading_words(check["kind"], check["reading"])
    return ShownCheck(number, kind_word(check["kind"]), reading, calculation(check["calculation"]), remark_of(check["remark"], check["values"]), roles, changes)


def _pieces(text: str, found: Plain, figures: Mapping[str, ShownFigure]) -> list[Piece]:
    """The text cut at its figures; one that begins inside another is not cut again."""
    pieces, done = [], 0
    for claim in sorted(found["claims"], key=lambda one: (one["span"][0], one["span"][1])):
        start, end = claim["span"]
        if start < done:
            continue
        if start > done:
            pieces.append(Piece(text[done:start]))
        pieces.append(Piece(text[start:end], figures[claim["id"]]))
        done = end
    return [*pieces, Piece(text[done:])] if done < len(text) else pieces
