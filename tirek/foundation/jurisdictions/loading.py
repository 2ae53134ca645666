"""Loading packs: files by noun, read and validated together, kept in the process.

It knows where packs stand and which file holds which noun; it knows no database, no settings and no clock.
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from tirek.foundation.jurisdictions import common, documents, measures, pack, topics, validation
from tirek.foundation.jurisdictions.calendars import DaysOff, days_off
from tirek.foundation.jurisdictions.reading import Lines, Reader
from tirek.foundation.jurisdictions.refusals import PackRefused, Problem

PACKS = Path(__file__).resolve().parent / "packs"
COUNTRY_FILES: dict[str, type] = {
    "sources": pack.Source,
    "mechanisms": pack.Mechanism,
    "authorities": pack.Authority,
    "duties": pack.Duty,
    "place_kinds": pack.PlaceKind,
    "visit_kinds": pack.VisitKind,
    "terms": pack.Term,
    "holidays": pack.Holiday,
    "regions": pack.Region,
    "events": pack.Event,
    "facts": pack.Fact,
    "topics": topics.Topic,
    "missions": pack.Mission,
    "roles": pack.RoleTitle,
    "instruments": pack.NationalInstrument,
    "standards": pack.NationalStandard,
    "vintages": measures.Vintage,
    "values": measures.IndicatorValue,
    "breaks": measures.Break,
}
COMMON_FILES: dict[str, type] = {
    "sources": pack.Source,
    "documents": common.SourceDocument,
    "speakers": common.Speaker,
    "instruments": common.Instrument,
    "standards": common.Standard,
    "standard_parts": common.StandardPart,
    "areas": common.Area,
    "themes": common.Theme,
    "label_kinds": common.LabelKind,
    "labels": common.Label,
    "professions": common.Profession,
    "spoken_languages": common.SpokenLanguage,
    "entitlements": common.Entitlement,
    "glossary": common.GlossaryTerm,
    "headings": measures.Heading,
    "scales": measures.Scale,
    "indicators": measures.Indicator,
    "explanations": measures.Explanation,
}
OPTIONAL = frozenset({"duties", "events", "facts", "topics", "missions", "instruments", "standards", "vintages", "values", "breaks"})


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All packs and what they share, validated; `index` finds a thing by country (or "common"), noun and key. One is only like itself."""

    packs: dict[str, pack.Pack]
    common: common.Common
    index: dict[tuple[str, str], dict[str, Any]]
    days_off: dict[str, DaysOff]


class _Load:
    """One loading: collects faults and lines over all files."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.lines: Lines = {}

    def note(self, file: Path, what: str) -> None:
        self.problems.append(Problem(_shown(file), 1, what))

    def noun(self, file: Path, cls: type, given: dict[str, object]) -> tuple[Any, ...]:
        reader = Reader(_shown(file), self.problems, self.lines)
        node = reader.compose(self._text(file))
        return reader.entries(node, cls, given) if node is not None else ()

    def head(self, file: Path) -> pack.Head | None:
        if not file.is_file():
            self.note(file, "a pack needs this file.")
            return None
        reader = Reader(_shown(file), self.problems, self.lines)
        node = reader.compose(self._text(file))
        head = reader.thing(node, pack.Head) if node is not None else None
        return head if isinstance(head, pack.Head) else None

    def folder(
        self, folder: Path, nouns: dict[str, type], given: dict[str, object], optional: frozenset[str]
    ) -> dict[str, tuple[Any, ...]]:
        present = {file.stem: file for file in sorted(folder.glob("*.y*ml"))}
        for stem, file in present.items():
            if stem not in nouns and stem != "pack":
                self.note(file, f"no such file belongs to a pack; the files are {', '.join(sorted(nouns))}.")
        for stem in nouns.keys() - present.keys() - optional:
            self.note(folder / f"{stem}.yaml", "a pack needs this file.")
        return {stem: self.noun(present[stem], cls, given) for stem, cls in nouns.items() if stem in present}

    def countries(self, root: Path) -> list[Path]:
        if not root.is_dir():
            self.note(root, "there is no such folder of packs; correct TIREK_PACKS.")
            return []
        if (root / "pack.yaml").is_file():
            self.note(
                root / "pack.yaml", f"TIREK_PACKS names the folder of one pack; name the folder that holds it: {root.resolve().parent}."
            )
            return []
        found = [one for one in sorted(root.iterdir()) if one.is_dir() and one.name != "common"]
        if not found:
            self.note(root, "this folder holds no pack; a pack is a folder of its own inside it. Correct TIREK_PACKS.")
        return found

    def country(self, folder: Path, known: dict[str, common.SourceDocument]) -> pack.Pack | None:
        head = self.head(folder / "pack.yaml")
        nouns = self.folder(folder, COUNTRY_FILES, {"country": folder.name}, OPTIONAL)
        nouns["facts"] = _placed(nouns.get("facts", ()), known, self.lines)
        return pack.Pack(head=head, **nouns) if head else None

    def _text(self, file: Path) -> str:
        try:
            return file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            self.note(file, "the file is not UTF-8.")
            return "[]"


def _shown(file: Path) -> str:
    """The file as people know it: from the repository root where it stands there."""
    return file.relative_to(documents.ROOT).as_posix() if file.is_relative_to(documents.ROOT) else file.as_posix()


def _placed(facts: tuple[pack.Fact, ...], known: dict[str, common.SourceDocument], lines: Lines) -> tuple[pack.Fact, ...]:
    """The facts with the offsets of their quotes; a quote that is not found keeps -1 and is refused by validation."""
    placed = []
    for fact in facts:
        document = known.get(fact.document)
        span = documents.span_of(document.file, fact.quote) if document and (documents.SOURCES / document.file).is_file() else None
        made = replace(fact, start=span[0], end=span[1]) if span else fact
        lines.update({(id(made), key): lines[id(fact), key] for key in ("", "quote", "document", "speaker") if (id(fact), key) in lines})
        placed.append(made)
    return tuple(placed)


def load(*folders: Path) -> Catalogue:
    """Read and validate the packs of the folders; the first also holds `common`. Raises PackRefused with every fault found."""
    run = _Load()
    shared = common.Common(**run.folder(folders[0] / "common", COMMON_FILES, {}, frozenset()))
    known = {document.id: document for document in shared.documents}
    packs: dict[str, pack.Pack] = {}
    for folder in (one for root in folders for one in run.countries(root)):
        read = run.country(folder, known)
        if read and (read.country != folder.name or read.country in packs):
            run.note(folder / "pack.yaml", f"the country “{read.country}” must be named as its folder and stand only once.")
        if read:
            packs[read.country] = read
    run.problems += validation.faults(packs, shared, run.lines)
    if run.problems:
        raise PackRefused(run.problems)
    return Catalogue(packs, shared, _indexed({"common": shared, **packs}), {code: days_off(one) for code, one in packs.items()})


def _indexed(owners: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    nouns = [(country, owner, noun) for country, owner in owners.items() for noun in owner.__slots__ if noun != "head"]
    return {(country, noun): {_key_of(thing): thing for thing in getattr(owner, noun)} for country, owner, noun in nouns}


def _key_of(thing: Any) -> str:
    """The name under which a thing is found; regions and mechanisms of one code in several spans keep the last."""
    return str(next((getattr(thing, name) for name in validation.KEY_NAMES if hasattr(thing, name)), id(thing)))


_extra: tuple[Path, ...] = ()


def bind(*extra: Path) -> None:
    """Add folders of packs beside those of the product (the setting TIREK_PACKS); what was loaded is forgotten."""
    global _extra
    _extra = extra
    catalogue.cache_clear()


@cache
def catalogue() -> Catalogue:
    """All packs of this process, loaded once. Raises PackRefused."""
    return load(PACKS, *_extra)
