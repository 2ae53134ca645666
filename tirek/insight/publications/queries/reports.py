"""Reading published reports: the list of a country, and one public edition with its text and its files. Only what was frozen is read."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from tirek.ground.rules.words import Words
from tirek.insight.publications.queries.editions import Version, edition, latest_of, these
from tirek.insight.publications.report_page import ReportPage, laid_out
from tirek.insight.reports.documents.public import PublicReport, from_json, public_docx, public_pdf

FORMS = ("pdf", "docx", "json")
"""The files of an edition; a JSON file holds every language."""


@dataclass(frozen=True, slots=True)
class PublishedReport:
    """A report in a list: its key and number, its title with what is not published told in words, its newest edition, and how much was taken out."""

    key: str
    number: str
    title: Words
    version: int
    published_at: datetime
    passages: int


@dataclass(frozen=True)
class ReportEdition:
    """A report as it was published: its key, this version, all versions the newest first, and its content."""

    key: str
    version: Version
    versions: tuple[Version, ...]
    body: Mapping[str, Any]

    @property
    def newest(self) -> bool:
        """Whether no later version stands."""
        return self.version == self.versions[0]

    @cached_property
    def public(self) -> PublicReport:
        """The value from which pages and files are made."""
        return from_json(self.body)

    @property
    def title(self) -> Words:
        """The title, with what is not published told in words."""
        return Words.from_json(self.body["title"])

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which the report was issued, the first two of which stand side by side."""
        return self.public.document.languages

    def page(self, languages: tuple[str, ...]) -> ReportPage:
        """The text as a page."""
        return laid_out(self.public, languages)

    def file(self, form: str, languages: tuple[str, ...]) -> bytes:
        """The text as a file of the form. Costs up to a second of a processor. Raises PaperNotMade."""
        if form == "json":
            return json.dumps(self.body, ensure_ascii=False, indent=1).encode()
        return public_pdf(self.public, languages) if form == "pdf" else public_docx(self.public, languages)


def reports_in_order(country: str) -> tuple[UUID, ...]:
    """The newest edition of every published report of a country, the latest first. Costs one query and reads no content."""
    return latest_of("report", country)


def published_reports(editions: Iterable[UUID]) -> tuple[PublishedReport, ...]:
    """Some of `reports_in_order`, as a list tells them. Costs one query."""
    return tuple(
        PublishedReport(
            each.key, each.body["report"]["number"], Words.from_json(each.body["title"]), each.version.number, each.version.published_at,
            sum(one["passages"] for one in each.body["redacted"]),
        )
        for each in these(editions)
    )  # fmt: skip


def report_edition(country: str, key: str, version: int | None = None) -> ReportEdition:
    """The newest edition of a report, or that version. Raises NotFound, and EditionWithheld for one that the public is not given. Costs two queries."""
    found = edition("report", country, key, version)
    return ReportEdition(found.key, found.version, found.versions, found.body)
