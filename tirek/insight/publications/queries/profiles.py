"""Reading editions of country profiles: a year with its headings, one line with its sentences, what was published of a country."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from tirek.foundation.jurisdictions import queries as packs
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.claims.sentences import sentence_of
from tirek.insight.publications import measures
from tirek.insight.publications.measures import words
from tirek.insight.publications.picture.misuse import misuse_key, misuses
from tirek.insight.publications.queries.editions import Frozen, Version, edition, newest_of
from tirek.insight.publications.words import unit_word

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShownValue:
    """What one source states: its amount or silence in the reader's words, the step of its scale, its sentence, and what is to be said of it.

    `inferred` says why the year is taken, empty where the source states it; `superseded` is the year of a later value, None where there is none;
    `as_of` the day that the source names.
    """

    amount: str
    step: Words
    said: Words
    silence: str
    inferred: Words
    scope: Words
    remark: Words
    document: str
    title: Words
    speaker: Words
    retold: Words
    before: str
    quote: str
    after: str
    superseded: int | None
    check: str
    as_of: date | None

    @property
    def language(self) -> str:
        """The language of the quoted sentence; empty where its document is not of the record."""
        return packs.document(self.document).language if self.document else ""


@dataclass(frozen=True, slots=True)
class ShownDerived:
    """What a formula gives: the result, the formula by names, and whether it rests on inferred years or on different bodies."""

    amount: str
    numerator: Words
    denominator: Words | None
    times: int
    inferred: bool
    scopes: tuple[Words, Words]
    scopes_differ: bool


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One definition in a year. `silence` says in words why nothing is there, where nothing is."""

    code: str
    heading: str
    name: Words
    kind: str
    measure: str
    unit: str
    rule: Words
    version: int
    steps: tuple[Words, ...]
    scale: Words | None
    of_profile: bool
    series: bool
    values: tuple[ShownValue, ...]
    derived: ShownDerived | None
    silence: str
    cell: tuple[Words, Words] | None
    misuse: Words

    @property
    def known(self) -> bool:
        """Whether anything but a silence is there."""
        return self.derived is not None or any(not one.silence for one in self.values)


@dataclass(frozen=True, slots=True)
class ShownTable:
    """Lines that stand as a table: its columns, and each row with its cells in their order."""

    columns: tuple[Words, ...]
    rows: tuple[tuple[Words, tuple[ShownLine | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class ShownHeading:
    """A heading with its lines, and those of them that stand as a table."""

    name: Words
    lines: tuple[ShownLine, ...]

    @property
    def single(self) -> tuple[ShownLine, ...]:
        """The lines that stand by themselves."""
        return tuple(line for line in self.lines if line.cell is None)

    @property
    def table(self) -> ShownTable | None:
        """The lines that stand together."""
        cells = {line.cell: line for line in self.lines if line.cell is not None}
        columns = tuple(dict.fromkeys(column for _row, column in cells))
        rows = tuple((row, tuple(cells.get((row, column)) for column in columns)) for row in dict.fromkeys(row for row, _column in cells))
        return ShownTable(columns, rows) if cells else None


@dataclass(frozen=True, slots=True)
class ShownProfile:
    """A country in a year, as published: this version, all versions the newest first, and its lines under their headings."""

    country: str
    year: int
    version: Version
    versions: tuple[Version, ...]
    headings: tuple[ShownHeading, ...]

    @property
    def newest(self) -> bool:
        """Whether no later version stands."""
        return self.version == self.versions[0]

    @property
    def lines(self) -> tuple[ShownLine, ...]:
        """All lines in the order of the page."""
        return tuple(line for heading in self.headings for line in heading.lines)

    def line(self, code: str) -> ShownLine:
        """The line of a definition. Raises NotFound."""
        found = next((line for line in self.lines if line.code == code), None)
        if found is None:
            raise NotFound
        return found

    @property
    def language(self) -> str:
        """The language of its first quoted sentence; empty where none is quoted."""
        return next((one.language for line in self.lines for one in line.values if one.language), "")

    @property
    def inferred(self) -> tuple[Words, ...]:
        """Why the year was taken, each reason once: of the values whose source states none."""
        return tuple(dict.fromkeys(one.inferred for line in self.lines for one in line.values if one.inferred))


def profile(country: str, year: int, version: int | None = None) -> ShownProfile:
    """The newest edition of a country's year, or that version. Raises NotFound. Costs two queries."""
    found = edition("profile", country, str(year), version)
    return shown_profile(country, found)


def profile_in(country: str, year: int, version: int, languages: Iterable[str]) -> dict[str, ShownProfile]:
    """One edition of a country's year in each of the languages: amounts, units and silences are told anew. Raises NotFound. Costs two queries."""
    found, told = edition("profile", country, str(year), version), {}
    for code in languages:
        with translation.override(code):
            told[code] = shown_profile(country, found)
    return told


def profile_years(country: str) -> tuple[tuple[int, int], ...]:
    """The years published of a country, each with how many lines of the profile have a value; in order. Costs one query."""
    found = [one for one in newest_of("profile", country) if one.key.isdigit()]
    return tuple((int(one.key), sum(has_value(line) for line in one.body["lines"] if line["profile"])) for one in sorted(found, key=lambda one: int(one.key)))


def has_value(line: Plain) -> bool:
    """Whether a source states anything but a silence."""
    return line["derived"] is not None or any(not one["missing"] for one in line["values"])


def shown_profile(country: str, found: Frozen) -> ShownProfile:
    """A frozen year in the reader's words."""
    body = found.body
    names = {line["code"]: words(line["name"]) for line in body["lines"]}
    lines = [shown_line(line, names, body["scales"], country) for line in body["lines"]]
    headings = tuple(ShownHeading(words(one["name"]), tuple(line for line in lines if line.heading == one["code"])) for one in body["headings"])
    return ShownProfile(country, body["year"], found.version, found.versions, headings)


def shown_line(line: Plain, names: Mapping[str, Words], scales: Plain, country: str) -> ShownLine:
    """A line in the reader's words."""
    scale = scales.get(line["scale"])
    steps = tuple(words(step) for step in scale["steps"]) if scale else ()
    derived = shown_derived(line["derived"], names, line["unit"])
    values = tuple(shown_value(one, line["unit"], steps, derived) for one in line["values"])
    return ShownLine(
        code=line["code"], heading=line["heading"], name=names[line["code"]], kind=line["kind"], measure=measures.measure(line["measure"]),
        unit=unit_word(line["unit"]), rule=words(line["rule"]), version=line["version"], steps=steps, scale=words(scale["name"]) if scale else None,
        of_profile=line["profile"], series=line["series"], values=values, derived=derived, silence="" if values or derived else measures.silence(""),
        cell=(words(line["cell"][0]), words(line["cell"][1])) if line.get("cell") else None,
        misuse=misuses()[misuse_key(country, line["code"] if line["series"] else None, line["unit"] or None)],
    )  # fmt: skip


def shown_value(value: Plain, unit: str, steps: tuple[Words, ...], derived: ShownDerived | None) -> ShownValue:
    """A value in the reader's words."""
    return ShownValue(
        amount=measures.amount(value, unit), step=steps[value["step"]] if value["step"] is not None else Words(), said=words(value["said"]),
        silence=measures.silence(value["missing"]) if value["missing"] else "", inferred=words(value["inferred"]), scope=words(value["scope"]),
        remark=words(value["remark"]), document=value["document"], title=words(value["title"]), speaker=words(value["speaker"]), retold=words(value["retold"]),
        before=value["before"], quote=value["quote"], after=value["after"], superseded=value["superseded"], check=check_sentence(value["check"], derived),
        as_of=date.fromisoformat(value["as_of"]) if value.get("as_of") else None,
    )  # fmt: skip


def check_sentence(check: Plain | None, derived: ShownDerived | None) -> str:
    """What the arithmetic says of a stated value, and whether its two parts are of the same bodies: both, or nothing where there is no formula."""
    if check is None:
        return ""
    told = sentence_of(check["verdict"], check["calculation"], "", {})
    if derived is None or not derived.scopes_differ:
        return told
    return told + " " + _("But what is divided and what it is divided by are not of the same bodies, as far as the source says.")


def shown_derived(derived: Plain | None, names: Mapping[str, Words], unit: str) -> ShownDerived | None:
    """A formula's result in the reader's words. The days of a year have no name of their own: the denominator is then None."""
    if derived is None:
        return None
    first, second = (words(each) for each in derived["scopes"])
    return ShownDerived(
        measures.computed(derived, unit), names[derived["numerator"]], names.get(derived["denominator"]), derived["times"], derived["inferred"],
        (first, second), derived["scopes_differ"],
    )  # fmt: skip
