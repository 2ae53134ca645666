"""Reading the countries' pictures: the newest, or one version, and the drawer of each of its figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tirek.foundation.jurisdictions.queries import document_text
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.checked import Group, ShownCheck
from tirek.insight.publications.picture import KEY, content
from tirek.insight.publications.picture.checks import Found, checks_of, claims_at, found_of
from tirek.insight.publications.queries.editions import Version, edition
from tirek.insight.publications.texts import shown


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a picture names it; `edition` is the version of its page that the picture rests on."""

    id: str
    title: Words
    publisher: Words
    dated: date | None
    date_note: Words
    language: str
    sha256: str
    edition: int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or a saying of a picture, with the stretch of its sentence and the verdicts of its checks."""

    id: str
    station: str
    label: Words
    value: Decimal | None
    hedge: str
    unit: str | None
    said: Words
    year: int | None
    first_year: int | None
    series: str | None
    breaks: Words
    counted: bool
    speaker: Words
    document: Document
    quote: str
    span: tuple[int, int]
    verdicts: tuple[str, ...]
    misuse: Words

    @property
    def years(self) -> str:
        """The year, or the first and the last of several; nothing where the document states none."""
        return f"{self.first_year}–{self.year}" if self.first_year else str(self.year or "")


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its figures in the order of the pack."""

    code: str
    shape: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A country's picture: this version and all versions, the newest first; none before the first edition."""

    country: str
    name: Words
    version: Version | None
    versions: tuple[Version, ...]
    sections: tuple[Section, ...]
    figures: Mapping[str, Figure]

    @property
    def newest(self) -> bool:
        """Whether no later version stands."""
        return not self.versions or self.version == self.versions[0]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the figures come from, in order of number."""
        return tuple({one.document.id: one.document for one in sorted(self.figures.values(), key=lambda each: each.document.id)}.values())

    def section(self, code: str) -> Section:
        """One section. Raises NotFound where there is none or it is empty."""
        found = next((one for one in self.sections if one.code == code and one.figures), None)
        if found is None:
            raise NotFound
        return found


@dataclass(frozen=True, slots=True)
class Drawer:
    """All about one figure: the picture it stands in, its sentence in its surroundings, and its checks in the edition of its document.

    `withheld` is the number of that edition where it is withheld: the sentence is then the picture's own, without surroundings and checks.
    """

    picture: Picture
    figure: Figure
    text: str
    checks: tuple[Group, ...]
    checked_in: int | None
    withheld: int | None = None

    @property
    def quote(self) -> str:
        """The sentence."""
        return self.figure.quote if self.withheld else self.text[slice(*self.figure.span)]

    @property
    def section(self) -> str:
        """The code of the section in which the figure stands."""
        return next(one.code for one in self.picture.sections if self.figure in one.figures)

    @property
    def across(self) -> bool:
        """Whether the figure is one of a series that breaks: a check of a change may reach across the break."""
        return any(one.breaks for one in self.picture.figures.values() if one.series and one.series == self.figure.series)

    @property
    def others(self) -> tuple[Figure, ...]:
        """What the documents say of the same question: the figures of the same station, those of other documents first, each in order of number."""
        same = [one for one in self.picture.figures.values() if one.station == self.figure.station and one.id != self.figure.id]
        return tuple(sorted(same, key=lambda one: (one.document == self.figure.document, one.document.id)))

    def around(self, characters: int) -> tuple[str, str]:
        """What stands in the document before and after the sentence, whole words of at most so many characters."""
        start, end = self.figure.span
        before, after = self.text[max(0, start - characters) : start], self.text[end : end + characters]
        before = before.partition(" ")[2] if start > characters else before
        return before.lstrip(), (after.rpartition(" ")[0] if end + characters < len(self.text) else after).rstrip()


def picture(country: str, version: int | None = None) -> Picture:
    """The newest picture of a country, or that version; before the first edition what would be frozen now. Raises NotFound. Costs two queries."""
    try:
        found = edition("picture", country, KEY, version)
    except NotFound:
        if version is not None:
            raise
        return _drawn(country, content(country), None, ())
    return _drawn(country, found.body, found.version, found.versions)


def drawer(country: str, figure_id: str, version: int | None = None) -> Drawer:
    """A figure of the newest picture, or of that version, with its checks. Raises NotFound.

    An earlier version shows the checks of the edition that it rested on, the newest those of the document's newest edition. Costs three queries.
    """
    seen = picture(country, version)
    if figure_id not in seen.figures:
        raise NotFound
    figure = seen.figures[figure_id]
    wanted = None if seen.newest else figure.document.edition
    found = found_of(country, figure.document.id, wanted)
    if found is None and wanted is not None:
        return Drawer(seen, figure, "", (), None, wanted)
    if found is None:
        return Drawer(seen, figure, document_text(figure.document.id), (), None)
    return Drawer(seen, figure, found.text, _checks(figure, found), found.version)


def _checks(figure: Figure, found: Found) -> tuple[Group, ...]:
    """The checks of a figure, by verdict, numbered as on the document's page."""
    keys = set(claims_at(found.found, *figure.span, figure.value))
    if not checks_of(found.found, keys):
        return ()
    whole = shown(found.text, (), found.found)
    own = {one.number for one, claim in zip(whole.figures, found.found["claims"], strict=True) if claim["id"] in keys}
    kept = [(group, tuple(check for check in group.checks if own & numbers_in(check))) for group in whole.groups]
    return tuple(Group(group.code, group.title, group.sign, checks, group.folded) for group, checks in kept if checks)


def numbers_in(check: ShownCheck) -> set[int]:
    """The numbers of the figures that have a part in a check."""
    return {figure.number for role in check.roles for figure in role.figures}


def _drawn(country: str, body: Mapping[str, Any], version: Version | None, versions: tuple[Version, ...]) -> Picture:
    documents = {code: _document(code, each) for code, each in body["documents"].items()}
    figures = {code: _figure(code, each, documents) for code, each in body["figures"].items()}
    sections = tuple(Section(one["code"], one["shape"], tuple(figures[code] for code in one["figures"])) for one in body["sections"])
    return Picture(country, _words(body["name"]), version, versions, sections, figures)


def _document(code: str, told: Mapping[str, Any]) -> Document:
    dated = date.fromisoformat(told["dated"]) if told["dated"] else None
    texts = (_words(told["title"]), _words(told["publisher"]), dated, _words(told["date_note"]))
    return Document(code, *texts, told["language"], told["sha256"], told["edition"])


def _figure(code: str, told: Mapping[str, Any], documents: Mapping[str, Document]) -> Figure:
    words: dict[str, Any] = {name: _words(told[name]) for name in ("label", "said", "breaks", "speaker", "misuse")}
    plain: dict[str, Any] = {name: told[name] for name in ("station", "hedge", "unit", "year", "first_year", "series", "counted", "quote")}
    value = None if told["value"] is None else Decimal(told["value"])
    span, verdicts = (told["span"][0], told["span"][1]), tuple(told["verdicts"])
    return Figure(id=code, value=value, span=span, verdicts=verdicts, document=documents[told["document"]], **words, **plain)


def _words(told: Mapping[str, str] | None) -> Words:
    return Words.of(told, "ru") if told else Words()
