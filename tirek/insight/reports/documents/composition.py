"""The composition: lays one report out as parts made of rooms, in their order. Each room composes its own blocks.

It knows the words of documents; it does not know Typst, Word or a database.
"""

from collections.abc import Callable, Iterable

from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import Block, Drawing, Part, Prose
from tirek.insight.reports.documents.conclusions import dissents, findings, practices, recommendations
from tirek.insight.reports.documents.course import access, closing_talk, meetings, urgent
from tirek.insight.reports.documents.opening import changed, chart_name, cover, overview, summary
from tirek.insight.reports.documents.vouching import checkpoint, provenance, signatures
from tirek.insight.reports.documents.wording import PHRASES, Wording

__all__ = ["PHRASES", "chart_name", "marks", "parts", "reworded", "running_head", "told_parts"]
ROOMS: tuple[Callable[[Wording], list[Block]], ...] = (
    summary, overview, access, meetings, urgent, findings, practices, closing_talk, recommendations, dissents, signatures, provenance, checkpoint,
)  # fmt: skip
VOUCHING = (provenance, checkpoint)


def parts(document: model.ReportDocument) -> tuple[Part, ...]:
    """One part with both languages side by side, or one part a language."""
    groups = (document.languages,) if document.layout == "side_by_side" else tuple((language,) for language in document.languages)
    return tuple(part(Wording(document, group)) for group in groups)


def told_parts(document: model.ReportDocument, language: str) -> list[Block]:
    """What the report tells in one language, in its order, for setting versions side by side: without what vouches for it, and without its picture."""
    it = Wording(document, (language,))
    changes: list[Block] = [it.heading("changes"), Prose(it.words(document.changes))] if document.changes else []
    rooms = [block for room in ROOMS if room not in VOUCHING for block in room(it)]
    return [it.heading("visit"), cover(it), *changes, *(each for each in rooms if not isinstance(each, Drawing))]


def reworded(document: model.ReportDocument) -> tuple[str, ...]:
    """The numbers of the paragraphs that this version says in other words than the one before."""
    numbers = {each.row: each.number for each in parts(document)[0].rows}
    return tuple(numbers[each.row] for each in document.paragraphs if each.reworded)


def running_head(document: model.ReportDocument, language: str) -> str:
    """The right side of every page's head: number or draft, and version."""
    name = PHRASES.say("number_sign", language).format(number=document.number) if document.number else PHRASES.say("draft", language)
    return f"{name} · {PHRASES.say('version', language).format(number=document.version)}"


def marks(document: model.ReportDocument, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What every page must say besides: demonstration and draft, each with its language."""
    keys = [key for key, holds in (("demonstration", document.demonstration), ("draft_long", document.draft)) if holds]
    return tuple((language, PHRASES.say(key, language)) for key in keys for language in languages)


def part(it: Wording) -> Part:
    """One part with all its rooms; what it changes is composed last, for it names paragraphs by their numbers, and stands first."""
    document = it.document
    blocks = [block for room in ROOMS for block in room(it)]
    blocks = [*changed(it), *blocks]
    changes = it.words(document.changes) if document.changes else ()
    return Part(it.languages, it.written(document.title), cover(it), changes, tuple(blocks), tuple(it.named()))
