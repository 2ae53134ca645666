"""The check of a text before it is published: a text or a document in, its figures and their checks out.

Nothing is kept, logged or counted, and nothing of the text is worked on in the server's own process: a document is read and its figures are
extracted in processes apart, with limits. It may not know faces.
"""

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from django.utils.translation import gettext as _

from tirek.foundation.ui.formats import calculation
from tirek.ground.rules.tongues import foreign
from tirek.insight.claims.confined import EFFORT, extract_apart, turn
from tirek.insight.claims.parts import Part, parts_of
from tirek.insight.claims.printing import worded
from tirek.insight.claims.reading import SENTENCES, Limits, read_document
from tirek.insight.claims.reading.refusals import DocumentTooLarge, NoText, ReadingBusy, TextTooLong
from tirek.insight.claims.sentences import remark_of
from tirek.insight.publications.checked import Change, CheckedText, Group, Piece, ShownCheck, ShownFigure, ShownRole
from tirek.insight.publications.figures import plain, read_as, speaks_of
from tirek.insight.publications.passages import Out
from tirek.insight.publications.refusals import TooManyFigures
from tirek.insight.publications.voice_words import GROUNDS
from tirek.insight.publications.words import FOLDED, LIKELY, VERDICTS, class_of, kind_word, reading_words, role_word

CHARACTERS = EFFORT.text
FILE = 5_000_000
WHOLE = 30_000
"""Characters of a text that is shown whole; a longer one is shown in parts."""
PART = 15_000
FULL, LEAST = 600, 3_000
"""Figures or checks that a part shows, about; and the least characters of one, however full of figures the text is."""
FIGURES = 8_000
"""Figures, and checks, that a page may show: making it takes a quarter of a millisecond for each, in the server's own process."""
DOCUMENT = Limits(size=FILE, unpacked=60_000_000, seconds=15, wait=25.0, pages=300, text=CHARACTERS)
Plain = Mapping[str, Any]
Numbered = tuple[int, Plain]
"""A check with its number."""

__all__ = ["CHARACTERS", "FILE", "DocumentTooLarge", "NoText", "ReadingBusy", "TextTooLong", "check_document", "check_text", "document_as_json", "shown", "text_as_json"]


def check_text(text: str, *, part: int = 1) -> CheckedText:
    """Checks the figures of a text, and shows that part of a long one; all of it is checked. Raises a refusal: NoText, TextTooLong, TooManyFigures, ReadingBusy, or one that says it was too much work."""
    with turn():
        found = extract_apart(text)
    return shown(text, remarks(text), found, part)


def check_document(data: bytes, *, name: str) -> CheckedText:
    """Reads a TXT, DOCX, PDF or HTML file and checks its text. Raises what `read_document` and `check_text` raise. The name is not kept."""
    with turn():
        document = read_document(data, name=name, limits=DOCUMENT)
        found = extract_apart(document.text)
    return shown(document.text, (*document.notes, *remarks(document.text)), found, part=1)


def remarks(text: str) -> tuple[str, ...]:
    """What is to be said of a text before its figures: that it is in no language that is read here."""
    return ("other-language",) if foreign(text) else ()


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


def shown(text: str, notes: Sequence[str], found: Plain, part: int = 0, out: Out = ()) -> CheckedText:
    """A text with what extraction says of it, ready for a page: the whole, or of a long text the part with this number, the last where there are fewer.

    Raises TooManyFigures.
    """
    parts = parts_of(text, part_size(text, found)) if part and len(text) > WHOLE else parts_of(text, len(text) + 1)
    stretch = parts[min(max(part, 1), len(parts)) - 1]
    here = {claim["id"] for claim in found["claims"] if stretch.start <= claim["span"][0] < stretch.end}
    numbered = _numbered(found)
    kept = [(number, check) for number, check in numbered if not here.isdisjoint(check["claims"])]
    if max(len(here), len(kept)) > FIGURES:
        raise TooManyFigures(limit=FIGURES)
    figures = _figures(found, numbered, here, here.union(*(check["claims"] for _number, check in kept)))
    groups = tuple(_group(code, kept, numbered, figures) for code in VERDICTS)
    in_order = tuple(figures[claim["id"]] for claim in found["claims"] if claim["id"] in here)
    told = tuple(_(SENTENCES[note]) for note in notes)
    numbers = tuple(each.number for each in parts)
    lone = len({claim["id"] for claim in found["claims"]}.difference(*(check["claims"] for check in found["checks"])))
    return CheckedText(text, found["source"]["language"], told, tuple(_pieces(text, stretch, found, figures, here, out)), in_order, groups, numbers, stretch.number, lone)


def part_size(text: str, found: Plain) -> int:
    """Characters of a part: fewer where a text is full of figures, so that none of its pages grows beyond about a megabyte."""
    many = max(len(found["claims"]), len(found["checks"]), 1)
    return min(PART, max(LEAST, FULL * len(text) // many))


def _numbered(found: Plain) -> list[Numbered]:
    """The checks with their numbers: in the order of the verdicts on the page, within one in the order of the text."""
    ordered = [check for code in VERDICTS for check in found["checks"] if class_of(check) == code]
    return list(enumerate(ordered, 1))


def _figures(found: Plain, numbered: Sequence[Numbered], here: AbstractSet[str], needed: AbstractSet[str]) -> dict[str, ShownFigure]:
    """Every needed figure by its key, with the checks in which it has a part; its sign is that of the first whose verdict is about it."""
    of_figure: dict[str, list[tuple[int, str]]] = {}
    for number, check in numbered:
        for key in dict.fromkeys(check["claims"]):
            of_figure.setdefault(key, []).append((number, class_of(check) if speaks_of(check, key) else ""))
    made = {}
    for number, claim in enumerate(found["claims"], 1):
        if claim["id"] not in needed:
            continue
        checks = of_figure.get(claim["id"], [])
        verdict = next((each for _number, each in checks if each not in {"", LIKELY}), "")
        numbers = tuple(each for each, _verdict in checks)
        sign = VERDICTS[verdict][1] if verdict else ""
        made[claim["id"]] = ShownFigure(number, claim["quote"], read_as(claim), claim["of"] or "", numbers, verdict, sign, claim["id"] in here)
    return made


def _group(code: str, kept: Sequence[Numbered], numbered: Sequence[Numbered], figures: Mapping[str, ShownFigure]) -> Group:
    title, sign = VERDICTS[code]
    checks = tuple(_check(number, check, figures) for number, check in kept if class_of(check) == code)
    total = sum(class_of(check) == code for _number, check in numbered)
    return Group(code, _(title), sign, checks, folded=code in FOLDED, total=total)


def _check(number: int, check: Plain, figures: Mapping[str, ShownFigure]) -> ShownCheck:
    roles = tuple(ShownRole(role_word(name), tuple(figures[key] for key in keys)) for name, keys in check["roles"].items() if keys)
    changes = tuple(Change(figures[one["claim"]], plain(one["from"]), plain(one["to"])) for one in check["repairs"])
    reading = reading_words(check["kind"], check["reading"])
    return ShownCheck(number, kind_word(check["kind"]), reading, calculation(check["calculation"]), remark_of(check["remark"], check["values"]), roles, changes)


def _pieces(text: str, stretch: Part, found: Plain, figures: Mapping[str, ShownFigure], here: AbstractSet[str], out: Out) -> list[Piece]:
    """The stretch of the text cut at its figures and at what was taken out of it; one that begins inside another is not cut again."""
    pieces, done = [], stretch.start
    cuts = [(*claim["span"], figures[claim["id"]], "") for claim in found["claims"] if claim["id"] in here]
    cuts += [(each.start, each.end, None, str(GROUNDS[each.reason])) for each in out if stretch.start <= each.start < stretch.end]
    for start, end, figure, reason in sorted(cuts, key=lambda cut: cut[:2]):
        end = min(end, stretch.end)
        if start < done:
            continue
        if start > done:
            pieces.append(Piece(text[done:start]))
        pieces.append(Piece(text[start:end], figure, reason))
        done = end
    return [*pieces, Piece(text[done : stretch.end])] if done < stretch.end else pieces
