"""Gathering what goes into a bundle out of the rooms' own questions, asked as the head: what he or she may not know of cannot go in. It writes nothing."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from tirek.followup.international.queries import review
from tirek.followup.letters import queries as letters
from tirek.followup.recommendations import queries as recommendations
from tirek.foundation.files.queries import FileFacts, file_facts
from tirek.foundation.jurisdictions.queries import authorities_within, today
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.bundles.contents import Contents, File, LetterPart, RecommendationPart, ReportPart
from tirek.insight.bundles.models import Bundle
from tirek.insight.bundles.naming import plain, stem_of
from tirek.insight.bundles.refusals import NothingFound, TooManyLetters, TooManyRecommendations, TooManyReports, TooMuch
from tirek.insight.reports import queries as reports
from tirek.records.visits.queries import VisitFilters, visits
from tirek.registers.places.queries import one_with

MOST_REPORTS, MOST_RECOMMENDATIONS, MOST_LETTERS, MOST_MEGABYTES = 300, 3_000, 500, 1_000
MEGABYTE = 1_000_000
Names = dict[str, Words]


def gather(row: Bundle, by: Actor) -> Contents:
    """What goes in today. Raises NothingFound, TooMuch. Cost: some queries a report and a letter, some for each 200 recommendations."""
    names = {each.code: each.name for each in authorities_within(row.country, date.min, date.max)}
    visited = visited_at(row, by)
    found = tuple(recommendations_of(row, by, names)) if {"recommendations", "letters"} & set(row.parts) else ()
    made = Contents(
        row.delegation, mission_of(row, by), row.since, row.until, row.country == "demo",
        tuple(reports_of(row, by, visited)) if "reports" in row.parts else (),
        found if "recommendations" in row.parts else (),
        tuple(letters_of(row, by, names, {each.facts.id for each in found})) if "letters" in row.parts else (),
    )  # fmt: skip
    check(made)
    return made


def check(made: Contents) -> None:
    """Raises NothingFound, TooMuch."""
    if made.empty:
        raise NothingFound
    size = sum(each.facts.size for each in made.files) // MEGABYTE
    if size > MOST_MEGABYTES:
        raise TooMuch(found=str(size), most=str(MOST_MEGABYTES))


def mission_of(row: Bundle, by: Actor) -> Words:
    """The name of the chosen mission, or no words."""
    return review(row.review_id, by=by).name if row.review_id else Words()


def visited_at(row: Bundle, by: Actor) -> frozenset[UUID] | None:
    """The visits to the chosen places, and to those that are one with them by the register; None where every place goes in."""
    if not row.places:
        return None
    places = frozenset(one for each in map(UUID, row.places) for one in (each, *one_with(each, country=row.country)))
    return frozenset(each.id for each in visits(by=by, country=row.country, filters=VisitFilters(places=places)))


def reports_of(row: Bundle, by: Actor, visited: frozenset[UUID] | None) -> Iterator[ReportPart]:
    """The reports issued in the period in their present version, by place and day."""
    found: list[reports.Line] = []
    for year in range(row.since.year, row.until.year + 1):
        found += reports.reports(by=by, country=row.country, filters=reports.Filters(state="issued", year=year))
    wanted = [each for each in found if each.issued_on and row.since <= each.issued_on <= row.until and (visited is None or each.visit_id in visited)]
    if len(wanted) > MOST_REPORTS:
        raise TooManyReports(found=str(len(wanted)), most=str(MOST_REPORTS))
    for each in sorted(wanted, key=lambda one: (one.starts_on, one.number)):
        yield ReportPart(each.id, each.number, each.version, each.place_name, each.starts_on, each.ends_on, each.issued_on, tuple(documents_of(each, by)))


def documents_of(line: reports.Line, by: Actor) -> Iterator[File]:
    """The documents made from a report as it was issued."""
    for each in reports.document_files(line.id, by=by):
        tongues = "-".join(each.languages)
        yield File(f"reports/{stem_of(line.number, line.id)}-{plain(each.layout)}-{tongues}.{plain(each.form)}", each.file, each.languages)


def recommendations_of(row: Bundle, by: Actor, names: Names) -> Iterator[RecommendationPart]:
    """The recommendations issued in the period, each once, by number; more than a bundle holds are not read to their end. Raises TooMuch."""
    known: set[UUID] = set()
    asked_of: list[UUID | None] = [UUID(each) for each in row.places]
    for place in asked_of or [None]:
        asked = recommendations.Filters(place=place, issued_from=row.since, issued_until=row.until)
        for each in recommendations.whole(by=by, country=row.country, today=today(row.country), filters=asked, order="issued"):
            if each.facts.id in known:
                continue
            known.add(each.facts.id)
            if len(known) > MOST_RECOMMENDATIONS:
                raise TooManyRecommendations(most=str(MOST_RECOMMENDATIONS))
            bodies = dict.fromkeys(one.authority for one in each.facts.answers)
            yield RecommendationPart(each.facts, each.place_name, named(names, each.facts.addressee), tuple((code, named(names, code)) for code in bodies))


def named(names: Names, code: str) -> Words:
    """A body's name, or its code where the pack tells none."""
    return names.get(code) or Words.of({"en": code})


def letters_of(row: Bundle, by: Actor, names: Names, about: Iterable[UUID]) -> Iterator[LetterPart]:
    """The letters of the period; where places were chosen, those alone that are about recommendations of these."""
    wanted = set(about)
    found = letters.letters(by=by, country=row.country, filters=letters.Filters(since=row.since, until=row.until), size=MOST_LETTERS + 1)
    if len(found) > MOST_LETTERS:
        raise TooManyLetters(most=str(MOST_LETTERS))
    for line in found:
        one = letters.letter(line.id, by=by, today=today(row.country))
        if row.places and not wanted & {each.recommendation.id for each in one.parts}:
            continue
        numbers = tuple(dict.fromkeys(each.recommendation.number for each in one.parts if not row.places or each.recommendation.id in wanted))
        file = scan_of(one.file_id, f"letters/{stem_of(one.number, one.id)}")
        yield LetterPart(one.id, one.direction, one.kind, named(names, one.body), one.number, one.dated_on, one.moved_on, numbers, file)


def scan_of(file_id: UUID | None, stem: str) -> File | None:
    """The file of a letter, under a name that says nothing but its number."""
    if file_id is None:
        return None
    try:
        facts: FileFacts = file_facts(file_id)
    except NotFound:
        return None
    return File(f"{stem}.{ending(facts.media_type)}", facts)


def ending(media_type: str) -> str:
    """How a file's name ends."""
    known = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/tiff": "tif"}
    return known.get(media_type, "docx" if "wordprocessing" in media_type else "bin")
