"""Differing: two versions of a report side by side, as both print themselves in one language: what was added, removed and changed, section by
section and word by word, and which figures changed. It knows no row.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from tirek.ground.rules.text_differences import Kind, Stretch, differences
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import Block, Facts, Heading, Line, Prose, Said, Table
from tirek.insight.reports.documents.composition import told_parts

Key = tuple[str, ...]
Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a version prints: a paragraph with its notes, a row of a table. `name` is its number or its label, `key` what it is found again by."""

    key: Key
    section: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """A thing of either version or of both. `name` is the one of the later version; `was_named` and `was_in` where the earlier one said otherwise."""

    name: str
    stretches: tuple[Stretch, ...]
    was_named: str = ""
    was_in: str = ""

    @property
    def kind(self) -> str:
        """What became of it: same, changed, added or removed. Another number alone is no change; another section is."""
        kinds = {each.kind for each in self.stretches}
        if len(kinds) == 1 and not self.was_in:
            return next(iter(kinds))
        return "changed"


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """A section of either version, with its things in order."""

    title: str
    entries: tuple[ComparedEntry, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of its things were added, removed, changed."""
        return Counter(each.kind for each in self.entries)

    @property
    def differs(self) -> bool:
        """Whether anything in it is not the same."""
        return any(each.kind != "same" for each in self.entries)


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure with another value in the later version; a version that has none of it has no value. `how` says what was counted, in words."""

    noun: str
    how: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions compared: the sections in their order, and the figures that changed."""

    sections: tuple[ComparedSection, ...]
    figures: tuple[ComparedFigure, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many things were added, removed, changed in all."""
        return sum((Counter(each.counts) for each in self.sections), Counter())


def differing(before: model.ReportDocument, after: model.ReportDocument, language: str) -> Comparison:
    """Two versions compared as each prints itself in that language."""
    old, new = ({each.key: each for each in entries(one, language)} for one in (before, after))
    found = dict[str, list[ComparedEntry]]()
    for key in in_both_orders(tuple(old), tuple(new)):
        one = compared_entry(old.get(key), new.get(key))
        found.setdefault((new.get(key) or old[key]).section, []).append(one)
    order = in_both_orders(*(tuple(dict.fromkeys(each.section for each in side.values())) for side in (old, new)))
    return Comparison(tuple(ComparedSection(title, tuple(found[title])) for title in order if title in found), tuple(figures(before, after, language)))


def compared_entry(was: Entry | None, now: Entry | None) -> ComparedEntry:
    """One thing as both versions have it."""
    if was is None or now is None:
        kind: Kind = "removed" if was else "added"
        only = was or now
        assert only
        return ComparedEntry(only.name, (Stretch(kind, only.text),))
    stretches = differences(was.text, now.text) or (Stretch("same", ""),)
    return ComparedEntry(now.name, stretches, was.name if was.name != now.name else "", was.section if was.section != now.section else "")


def figures(before: model.ReportDocument, after: model.ReportDocument, language: str) -> Iterator[ComparedFigure]:
    """The figures that changed, by what is counted."""
    old, new = ({each.id: each for each in one.numbers} for one in (before, after))
    for key in in_both_orders(tuple(old), tuple(new)):
        was, now = old.get(key), new.get(key)
        values = was.value if was else None, now.value if now else None
        if values[0] != values[1]:
            known = new.get(key) or old[key]
            yield ComparedFigure(known.noun.best(language), known.query.best(language), *values)


def in_both_orders(old: tuple[Name, ...], new: tuple[Name, ...]) -> list[Name]:
    """All that either has, each once, in the later order; what only the earlier one has stands behind what stood before it there."""
    kept = set(new)
    last: Name | None = None
    waiting: dict[Name | None, list[Name]] = {}
    for each in old:
        if each in kept:
            last = each
        else:
            waiting.setdefault(last, []).append(each)
    behind = [waiting.get(name, []) for name in new]
    return waiting.get(None, []) + [each for name, others in zip(new, behind, strict=True) for each in (name, *others)]


def entries(document: model.ReportDocument, language: str) -> Iterator[Entry]:
    """What a version prints, one thing after the other; without what vouches for it, and without what it says itself of its changes."""
    seen = Counter[Key]()
    for section, kind, name, text in _told(bare(document), language):
        key = (kind,) if kind.startswith("row:") else (section, kind, name if kind == "cell" else "")
        place = seen[key]
        seen[key] += 1
        yield Entry((*key, str(place)), section, name, text)


def bare(document: model.ReportDocument) -> model.ReportDocument:
    """The report without its marks of what a version changed, and without the digests that signatures bind: they differ in every version."""
    return replace(
        document,
        sections=tuple(replace(each, paragraphs=tuple(replace(one, reworded=False) for one in each.paragraphs)) for each in document.sections),
        good_practices=tuple(replace(one, reworded=False) for one in document.good_practices),
        recommendations=tuple(replace(one, change="") for one in document.recommendations),
        signatures=tuple(replace(one, digest="") for one in document.signatures),
        withdrawn=(), changed_records=(), checkpoint="",
    )  # fmt: skip


def _told(document: model.ReportDocument, language: str) -> Iterator[tuple[str, str, str, str]]:
    """Section, kind of thing, name and text of everything that is printed."""
    title, inner = "", ""
    for block in told_parts(document, language):
        match block:
            case Heading():
                title, inner = (said(block.said), "") if block.level == 1 else (title, said(block.said))
            case _:
                section = f"{title} › {inner}" if inner else title
                yield from ((section, *each) for each in _things(block))


def _things(block: Block) -> Iterator[tuple[str, str, str]]:
    """Kind, name and text of what one block prints."""
    match block:
        case Prose():
            yield f"row:{block.row}" if block.row else "prose", block.number, "\n".join([said(block.said), *map(said, block.notes)])
        case Facts():
            yield from (("cell", said(label), said(value)) for label, value in block.rows)
        case Table():
            heads = [said(each) for each in block.heads]
            for first, *others in block.rows:
                named = [(head, said(cell)) for head, cell in zip(heads[1:], others, strict=True)]
                told = [text if len(named) == 1 else f"{head}: {text}" for head, text in named if text]
                yield "cell", said(first), "\n".join(told)


def said(words: Said) -> str:
    """What is said, as text."""
    return " · ".join(line(each) for _language, each in words)


def line(pieces: Line) -> str:
    """A line as text; of a number its value, since marks are counted anew in every version."""
    return "".join(each if isinstance(each, str) else each.shown for each in pieces)
