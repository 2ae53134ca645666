"""Reading the edition on international bodies: missions with their public reports, and threads. Only what was frozen is read: the process that serves
the public alone has no other room.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.keys import COUNTRY
from tirek.insight.publications.queries.editions import Version, edition


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of a report's confidentiality."""

    state: str
    on: date
    by_then: bool
    source: Words


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A public report with its recommendations; `symbol` is empty where it has none."""

    symbol: str
    title: Words
    dated: date | None
    steps: tuple[ShownStep, ...]
    recommendations: tuple["ShownRecommendation", ...]


@dataclass(frozen=True, slots=True)
class ShownMission:
    """A mission or a review."""

    body: Words
    name: Words
    year: int
    first_day: date | None
    last_day: date | None
    joint: bool
    reports: tuple[ShownReport, ...]


@dataclass(frozen=True, slots=True)
class ShownOwn:
    """A recommendation of the mechanism that stands in a report it has published: number, day and the report's key."""

    number: str
    issued_on: date | None
    report: str


@dataclass(frozen=True, slots=True)
class ShownRecommendation:
    """A recommendation of a public report, which is called by its `symbol` or, where it has none, by its `title`; `follows` are the codes of earlier ones."""

    code: str
    report: str
    symbol: str
    title: Words
    year: int
    number: str
    text: Words
    follows: tuple[str, ...]
    own: tuple[ShownOwn, ...]


@dataclass(frozen=True)
class Bodies:
    """The whole content, of an edition or as it would be published now."""

    body: Mapping[str, Any]

    @cached_property
    def recommendations(self) -> dict[str, ShownRecommendation]:
        """All recommendations by code."""
        return {each["code"]: shown(each, self.titles.get(report_of(each), Words())) for each in self.body["recommendations"]}

    @cached_property
    def titles(self) -> dict[str, Words]:
        """The titles of all reports by key."""
        return {key_of(each, one["year"]): Words.from_json(each["title"]) for one in self.body["missions"] for each in one["reports"]}

    @cached_property
    def of_reports(self) -> dict[str, tuple[ShownRecommendation, ...]]:
        """The recommendations of each report, by its key, in their order."""
        found: dict[str, list[ShownRecommendation]] = {}
        for each in self.recommendations.values():
            found.setdefault(each.report, []).append(each)
        return {key: tuple(each) for key, each in found.items()}

    @cached_property
    def missions(self) -> tuple[ShownMission, ...]:
        """Missions, the newest first."""
        return tuple(self.mission(each) for each in self.body["missions"])

    def mission(self, told: Mapping[str, Any]) -> ShownMission:
        """One mission."""
        reports = tuple(self.report(each, told["year"]) for each in told["reports"])
        return ShownMission(
            Words.from_json(told["body"]), Words.from_json(told["name"]), told["year"], day(told["first_day"]), day(told["last_day"]), told["joint"], reports
        )

    def report(self, told: Mapping[str, Any], year: int) -> ShownReport:
        """One report with its recommendations."""
        steps = tuple(ShownStep(each["state"], date.fromisoformat(each["on"]), each["by_then"], Words.from_json(each["source"])) for each in told["steps"])
        return ShownReport(told["symbol"], Words.from_json(told["title"]), day(told["dated"]), steps, self.of_reports.get(key_of(told, year), ()))

    def thread(self, code: str) -> tuple[ShownRecommendation, ...]:
        """The recommendation and all that it goes on from or that go on from it, the oldest first. Raises NotFound."""
        if code not in self.recommendations:
            raise NotFound
        found, edge = {code}, {code}
        while edge:
            forth = {each.code for each in self.recommendations.values() if set(each.follows) & edge}
            back = {one for each in edge for one in self.recommendations[each].follows if one in self.recommendations}
            edge = (forth | back) - found
            found |= edge
        return tuple(sorted((self.recommendations[each] for each in found), key=lambda one: (one.year, one.symbol, one.number)))


@dataclass(frozen=True)
class BodiesEdition(Bodies):
    """An edition: this version and all versions, the newest first."""

    version: Version
    versions: tuple[Version, ...]

    @property
    def newest(self) -> bool:
        """Whether no later version stands."""
        return self.version == self.versions[0]


def key_of(report: Mapping[str, Any], year: int) -> str:
    """By what the recommendations of a report are found: in editions from before there were keys, by the mission's year and the symbol."""
    return str(report.get("key") or f"{year} {report['symbol']}")


def report_of(recommendation: Mapping[str, Any]) -> str:
    """The key of its report."""
    return str(recommendation.get("report") or f"{recommendation['year']} {recommendation['symbol']}")


def shown(told: Mapping[str, Any], title: Words) -> ShownRecommendation:
    """A recommendation of the frozen content."""
    own = tuple(ShownOwn(each["number"], day(each["issued_on"]), each["report"]) for each in told["own"])
    return ShownRecommendation(
        told["code"], report_of(told), told["symbol"], title, told["year"], told["number"], Words.from_json(told["text"]), tuple(told["follows"]), own
    )


def day(told: str) -> date | None:
    """A day of the frozen content."""
    return date.fromisoformat(told) if told else None


def bodies_edition(country: str, version: int | None = None) -> BodiesEdition:
    """The newest edition, or that version. Raises NotFound, EditionWithheld. Costs two queries."""
    found = edition("bodies", country, COUNTRY, version)
    return BodiesEdition(found.body, found.version, found.versions)
