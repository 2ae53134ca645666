"""What the packs must agree on among each other: references, intervals, succession, quotes, digests.

Pure over what was read; each fault names file and line. It knows no file of a pack and no database.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from tirek.foundation.jurisdictions import documents
from tirek.foundation.jurisdictions.common import Common, SourceDocument
from tirek.foundation.jurisdictions.measured import unsound_definitions, unsound_values
from tirek.foundation.jurisdictions.pack import Authority, Dated, Holiday, NationalInstrument, NationalStandard, Pack, Source, Term
from tirek.foundation.jurisdictions.reading import Lines
from tirek.foundation.jurisdictions.refusals import Problem
from tirek.foundation.jurisdictions.soundness import unsound
from tirek.foundation.jurisdictions.topics import faults_of
from tirek.ground.rules.actors import Role
from tirek.ground.rules.words import LANGUAGES

KEY_NAMES = ("id", "code", "key", "role")
NEEDED_TERMS = ("answer", "report", "signature", "dissent", "urgent", "verification")
"""Time limits without which a visit cannot be carried to its end: whoever issues a report would be the first to be told."""
OF_RULES = "standard"
"""The kind of labels that are the rules of the catalogue."""
IN_HOURS = frozenset({"urgent", "urgent_sending"})
"""Terms that some clock counts in hours alone."""


class _Check:
    """Notes faults at the line where a value stood."""

    def __init__(self, lines: Lines) -> None:
        self.lines, self.problems = lines, list[Problem]()

    def fault(self, thing: object, what: str, key: str = "") -> None:
        file, line = self.lines.get((id(thing), key)) or self.lines.get((id(thing), ""), ("packs", 1))
        self.problems.append(Problem(file, line, what))

    def known(self, thing: object, value: str | None, among: Iterable[str], kind: str, key: str = "") -> None:
        if value is not None and value not in among:
            self.fault(thing, f"unknown {kind} “{value}”.", key or kind)


def faults(packs: Mapping[str, Pack], common: Common, lines: Lines) -> list[Problem]:
    """All faults of the packs and of what they share."""
    check = _Check(lines)
    _common(check, common)
    for pack in packs.values():
        _pack(check, pack, common)
    return check.problems


def _common(check: _Check, common: Common) -> None:
    for name in common.__slots__:
        _unique(check, getattr(common, name))
    for document in common.documents:
        _document(check, document)
    _catalogue(check, common)
    _labels(check, common)
    for term in common.glossary:
        for language in term.native_check:
            check.known(term, language, LANGUAGES, "language", "native_check")
    for thing, key, what in unsound_definitions(common):
        check.fault(thing, what, key)
    _sources(check, common.sources, common)


def _catalogue(check: _Check, common: Common) -> None:
    """Rules of one instrument stand together under numbers of their own; its first part begins with its first rule."""
    instruments = {one.id for one in common.instruments}
    for instrument in common.instruments:
        for language in instrument.native_check:
            check.known(instrument, language, LANGUAGES, "language", "native_check")
    began, numbers, before = set[str](), set[tuple[str, str]](), ""
    for standard in common.standards:
        check.known(standard, standard.instrument, instruments, "instrument")
        if standard.instrument != before and standard.instrument in began:
            check.fault(standard, f"the rules of “{standard.instrument}” must stand together; move this one to them.", "instrument")
        if (standard.instrument, standard.number) in numbers:
            check.fault(standard, f"“{standard.instrument}” has two rules with the number “{standard.number}”.", "number")
        began, before = began | {standard.instrument}, standard.instrument
        numbers.add((standard.instrument, standard.number))
    _parts(check, common)


def _labels(check: _Check, common: Common) -> None:
    """A label is of a known kind and source and no rule's namesake; of the kind `standard` none stands here."""
    kinds, rules = {one.code: one for one in common.label_kinds}, {one.id for one in common.standards}
    for kind in common.label_kinds:
        for language in kind.native_check:
            check.known(kind, language, LANGUAGES, "language", "native_check")
    numbers = set[tuple[str, str | None]]()
    for label in common.labels:
        check.known(label, label.kind, kinds.keys() - {OF_RULES}, "kind")
        check.known(label, label.source, {one.id for one in common.sources}, "source")
        if label.id in rules:
            check.fault(label, f"“{label.id}” is the name of a rule; choose another.", "id")
        if kinds.get(label.kind) and kinds[label.kind].numbered:
            if not label.number or (label.kind, label.number) in numbers:
                check.fault(label, f"labels of the kind “{label.kind}” have each a number of its own; write it.", "number")
            numbers.add((label.kind, label.number))


def _parts(check: _Check, common: Common) -> None:
    owners = {one.id: one.instrument for one in common.standards}
    firsts = [one.first for one in common.standard_parts]
    opened = {owners[first] for first in firsts if first in owners}
    beginnings = {next(one.id for one in common.standards if one.instrument == name) for name in opened}
    for part in common.standard_parts:
        check.known(part, part.first, owners, "standard", "first")
        if firsts.count(part.first) > 1:
            check.fault(part, f"two parts begin with “{part.first}”.", "first")
        beginnings.discard(part.first)
    for part in common.standard_parts:
        for missing in sorted(one for one in beginnings if owners[one] == owners.get(part.first)):
            check.fault(part, f"the parts of “{owners[missing]}” must begin with its first rule, “{missing}”.", "first")
            beginnings.discard(missing)


def _document(check: _Check, document: SourceDocument) -> None:
    check.known(document, document.language, LANGUAGES, "language")
    if not (documents.SOURCES / document.file).is_file():
        check.fault(document, f"the file “{document.file}” is missing in demo/sources.", "file")
    elif documents.digest(document.file) != document.sha256:
        check.fault(document, f"the SHA-256 of “{document.file}” is {documents.digest(document.file)}, not what stands here.", "sha256")


def _sources(check: _Check, sources: Iterable[Source], common: Common) -> None:
    for source in sources:
        check.known(source, source.document, {one.id for one in common.documents}, "document")


def _pack(check: _Check, pack: Pack, common: Common) -> None:
    for name in pack.__slots__:
        if name != "head":
            _unique(check, getattr(pack, name), names=("code", "since") if name in ("mechanisms", "regions") else None)
    _head(check, pack)
    _sourced(check, pack, common)
    _authorities(check, pack)
    _kinds(check, pack)
    _times(check, pack)
    _mentions(check, pack, common)
    _standards(check, pack, common)
    known, speakers = {one.id: one for one in common.documents}, frozenset(one.id for one in common.speakers)
    of_topics = (fault for topic in pack.topics for fault in faults_of(topic, known, speakers))
    for thing, key, what in (*unsound(pack), *of_topics, *unsound_values(pack, common)):
        check.fault(thing, what, key)


def _standards(check: _Check, pack: Pack, common: Common) -> None:
    own = {one.id for one in pack.instruments}
    for standard in pack.standards:
        check.known(standard, standard.instrument, own, "instrument")
    ids = {one.id for one in common.standards} | {one.id for one in common.labels}
    for own_ones, taken in ((pack.instruments, {one.id for one in common.instruments}), (pack.standards, ids)):
        thing: NationalInstrument | NationalStandard
        for thing in own_ones:
            if thing.id in taken:
                check.fault(thing, f"“{thing.id}” is the name of one that all countries share; choose another.", "id")


def _unique(check: _Check, things: Iterable[Any], names: tuple[str, ...] | None = None) -> None:
    seen: Counter[tuple[object, ...]] = Counter()
    for thing in things:
        keys = names or tuple(name for name in KEY_NAMES if hasattr(thing, name))[:1]
        mark = tuple(getattr(thing, name) for name in keys)
        seen[mark] += 1
        if keys and seen[mark] > 1:
            check.fault(thing, f"duplicate {keys[0]} “{mark[0]}”.", keys[0])


def _inside(thing: Any) -> Iterator[Any]:
    """The thing and every frozen value inside it that has slots of its own."""
    yield thing
    for cls in type(thing).__mro__:
        for name in getattr(cls, "__slots__", ()):
            value = getattr(thing, name)
            for item in value if isinstance(value, tuple) else (value,):
                if hasattr(type(item), "__dataclass_fields__") and not hasattr(item, "texts"):
                    yield from _inside(item)


def _sourced(check: _Check, pack: Pack, common: Common) -> None:
    _sources(check, pack.sources, common)
    sources = {source.id: source for source in (*common.sources, *pack.sources)}
    for thing in _inside(pack):
        if not hasattr(thing, "verified"):
            continue
        source = sources.get(thing.source)
        check.known(thing, thing.source, sources, "source")
        if source and source.kind == "assumption" and thing.verified:
            check.fault(thing, f"“{thing.source}” is an assumption and cannot be verified; write verified: false.", "verified")
        if source and source.kind == "invented" and not pack.head.invented:
            check.fault(thing, "an invented thing may stand only in the pack of an invented country.", "source")
        if isinstance(thing, Dated) and thing.since and thing.until and thing.since > thing.until:
            check.fault(thing, f"since {thing.since} is after until {thing.until}.", "since")


def _overlaps(check: _Check, spans: Iterable[Dated], what: str) -> None:
    ordered = sorted(spans, key=lambda span: span.since or date.min)
    for before, after in pairwise(ordered):
        if (before.until or date.max) >= (after.since or date.min):
            check.fault(
                after, f"{what}: this interval overlaps the one that begins {before.since or 'openly'} and ends {before.until or 'openly'}."
            )


def _grouped(things: Iterable[Any], key: Callable[[Any], object]) -> dict[object, list[Any]]:
    groups: dict[object, list[Any]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return groups


def _head(check: _Check, pack: Pack) -> None:
    for language in pack.head.report_languages:
        check.known(pack.head, language, LANGUAGES, "language", "report_languages")
    if not pack.head.report_languages:
        check.fault(pack.head, "at least one report language is needed.")
    if any(day not in range(1, 8) for day in pack.head.weekend):
        check.fault(pack.head, "weekend days are numbers from 1 (Monday) to 7 (Sunday).")
    _overlaps(check, pack.head.minimum_delegation, "minimum_delegation")
    missing = [str(role) for role in Role if role not in {title.role for title in pack.roles}]
    if missing and pack.roles:
        check.fault(pack.roles[0], f"no title for the roles {', '.join(missing)}.")


def _authorities(check: _Check, pack: Pack) -> None:
    codes = {authority.code for authority in pack.authorities}
    for authority in pack.authorities:
        _overlaps(check, authority.periods, f"authority “{authority.code}”")
        if not authority.periods:
            check.fault(authority, f"authority “{authority.code}” has no period.")
        for period in authority.periods:
            check.known(period, period.parent, codes, "authority", "parent")
        if authority.succeeded_by:
            check.known(authority.succeeded_by, authority.succeeded_by.to, codes, "authority", "to")
            for other in authority.succeeded_by.also:
                check.known(authority.succeeded_by, other, codes, "authority", "also")
    _no_circle(check, pack.authorities)


def _no_circle(check: _Check, authorities: Iterable[Authority]) -> None:
    """No authority is its own superior or its own successor, over however many steps."""
    by_code = {authority.code: authority for authority in authorities}
    up = {code: {period.parent for period in one.periods if period.parent} for code, one in by_code.items()}
    on = {code: {one.succeeded_by.to, *one.succeeded_by.also} if one.succeeded_by else set() for code, one in by_code.items()}
    for steps, what in ((up, "superior"), (on, "successor")):
        for code, authority in by_code.items():
            reached, waiting = set[str](), list(steps[code])
            while waiting:
                step = waiting.pop()
                if step not in reached:
                    reached.add(step)
                    waiting += steps.get(step, ())
            if code in reached:
                check.fault(authority, f"authority “{code}” is its own {what}.")


def _kinds(check: _Check, pack: Pack) -> None:
    codes = {authority.code for authority in pack.authorities}
    kinds = {kind.code for kind in pack.place_kinds}
    for kind in pack.place_kinds:
        _overlaps(check, kind.responsible, f"place kind “{kind.code}”")
        for one in kind.responsible:
            check.known(one, one.authority, codes, "authority")
    for duty in pack.duties:
        for holder in duty.holders:
            check.known(holder, holder.authority, codes, "authority")
    for visit in pack.visit_kinds:
        for interval in visit.intervals:
            for place_kind in interval.place_kinds:
                check.known(interval, place_kind, kinds, "place kind")
        for spans in _grouped(visit.intervals, lambda interval: interval.place_kinds).values():
            _overlaps(check, spans, f"visit kind “{visit.code}”")


def _times(check: _Check, pack: Pack) -> None:
    for mechanism in pack.mechanisms:
        check.known(mechanism, mechanism.authority, {one.code for one in pack.authorities}, "authority")
        check.known(mechanism, mechanism.law, {one.id for one in pack.sources}, "source")
    _overlaps(check, pack.mechanisms, "mechanism")
    for spans in _grouped(pack.regions, lambda region: region.code).values():
        _overlaps(check, spans, f"region “{spans[0].code}”")
    missing = [key for key in NEEDED_TERMS if key not in {term.key for term in pack.terms}]
    if missing:
        check.fault(pack.terms[-1] if pack.terms else pack.head, f"terms.yaml needs the time limits {', '.join(missing)} too.")
    for term in pack.terms:
        _overlaps(check, term.rules, f"term “{term.key}”")
        _unit(check, term)
    for holiday in pack.holidays:
        _holiday(check, holiday)


def _unit(check: _Check, term: Term) -> None:
    """The clocks of urgent measures run in hours: an amount in days would be read as so many hours."""
    for rule in term.rules if term.key in IN_HOURS else ():
        if rule.unit != "hours":
            check.fault(rule, f"“unit” of the term “{term.key}” is “{rule.unit}”, but must be hours: its clock counts nothing else.", "unit")


def _holiday(check: _Check, holiday: Holiday) -> None:
    if (holiday.day is None) == (holiday.on is None):
        check.fault(holiday, "a holiday needs either “day” (every year) or “on” (once).")
        return
    try:
        date.fromisoformat(f"2024-{holiday.day}") if holiday.day else None
    except ValueError:
        check.fault(holiday, f"“day” is “{holiday.day}”, but must be month and day like 12-16.")


def _mentions(check: _Check, pack: Pack, common: Common) -> None:
    regions = {region.code for region in pack.regions}
    known = {document.id: document for document in common.documents}
    for event in pack.events:
        for region in event.regions:
            check.known(event, region, regions, "region")
    for fact in pack.facts:
        check.known(fact, fact.document, known, "document")
        check.known(fact, fact.speaker, {one.id for one in common.speakers}, "speaker")
        if fact.document in known and fact.start < 0:
            check.fault(fact, f"the quote of “{fact.id}” was not found verbatim in document {fact.document}.", "quote")
        if fact.value is None and fact.said is None:
            check.fault(fact, f"“{fact.id}” needs a value or what was said.")
    sources = {source.id: source for source in (*common.sources, *pack.sources)}
    for statement in (one for mission in pack.missions for one in mission.statements if one.quote):
        document = known.get((sources[statement.source].document or "") if statement.source in sources else "")
        if document and documents.span_of(document.file, statement.quote or "") is None:
            check.fault(statement, f"the quote of “{statement.id}” was not found verbatim in document {document.id}.", "quote")
