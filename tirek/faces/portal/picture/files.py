"""A section of a picture as a file: CSV, JSON, SVG and PNG, each with its sources, its edition and whether a reply exists. It computes nothing."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tirek.faces.portal.picture.charts import said, source_of, spec_of
from tirek.faces.portal.picture.framed import framed
from tirek.faces.portal.picture.words import HEADINGS
from tirek.foundation.ui import formats
from tirek.foundation.ui.cells import MARK, written
from tirek.foundation.ui.charts import drawing
from tirek.foundation.ui.rasters import png
from tirek.insight.publications.queries import Figure, Picture, Section, replied

FORMAT = "tirek-picture-figures/1"
COLUMNS = (
    "section", "id", "label", "value", "hedge", "unit", "first_year", "year", "said", "new_way_of_counting", "speaker", "document", "document_title",
    "publisher", "document_date", "quote", "misuse", "reply", "edition", "edition_date", "address",
)  # fmt: skip
"""Names of the columns: the same in every language, so that programs can rely on them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a file is made of: the sections, whether a reply exists to each document, and where the picture's pages stand (address of the site)."""

    picture: Picture
    sections: tuple[Section, ...]
    replied_to: frozenset[str]
    picture_replied: bool
    site: str

    @property
    def edition(self) -> str:
        """The edition in words."""
        version = self.picture.version
        if version is None:
            return _("not yet published as an edition")
        return _("edition %(number)s of %(day)s") % {"number": version.number, "day": formats.day(version.published_at)}

    def reply(self, figures: Iterable[Figure]) -> bool:
        """Whether a reply is shown to the picture or to a document of these figures."""
        return self.picture_replied or any(one.document.id in self.replied_to for one in figures)

    def address(self, figure: Figure) -> str:
        """Where a figure stays as it is now."""
        fixed = f"editions/{self.picture.version.number}/" if self.picture.version else ""
        return f"{self.site}{self.picture.country}/facts/{figure.id}/{fixed}"


def gathered(picture: Picture, sections: tuple[Section, ...], site: str) -> Told:
    """What a file tells. Costs two queries."""
    country = picture.country
    return Told(picture, sections, replied("document", country), bool(replied("picture", country)), site)


def reply_words(exists: bool) -> str:
    """Whether a reply exists, as it stands inside every file."""
    return _("A reply exists: read it on the page.") if exists else _("No reply is shown so far.")


def as_csv(told: Told) -> bytes:
    """One line a figure; the text in the reader's language, quotes in the document's."""
    rows = (row(told, section, figure) for section in told.sections for figure in section.figures)
    return MARK + written([COLUMNS, *rows])


def row(told: Told, section: Section, one: Figure) -> list[object]:
    """A figure's line."""
    words = [said(one.speaker), one.document.id, said(one.document.title), said(one.document.publisher), one.document.dated or said(one.document.date_note)]
    counted = [said(one.label), one.value, one.hedge, one.unit, one.first_year, one.year, said(one.said), said(one.breaks)]
    version = told.picture.version
    edition = [version.number, formats.local_day(version.published_at)] if version else ["", ""]
    reply = reply_words(told.reply([one]))
    return [section.code, one.id, *counted, *words, one.quote, said(one.misuse), reply, *edition, told.address(one)]


def as_json(told: Told) -> bytes:
    """The figures with their words in all four languages."""
    version = told.picture.version
    body = {
        "format": FORMAT,
        "country": told.picture.country,
        "edition": version.number if version else None,
        "published_at": version.published_at.isoformat() if version else None,
        "sections": [
            {"code": one.code, "reply_exists": told.reply(one.figures), "figures": [plain(told, each) for each in one.figures]} for one in told.sections
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def plain(told: Told, one: Figure) -> dict[str, Any]:
    """A figure as plain values; a value is exact decimal text."""
    document = one.document
    return {
        "id": one.id, "label": dict(one.label.texts), "value": None if one.value is None else str(one.value), "hedge": one.hedge, "unit": one.unit,
        "first_year": one.first_year, "year": one.year, "said": dict(one.said.texts) or None, "new_way_of_counting": dict(one.breaks.texts) or None,
        "counted_by_us": one.counted, "speaker": dict(one.speaker.texts), "quote": one.quote, "span": list(one.span), "verdicts": list(one.verdicts),
        "misuse": dict(one.misuse.texts), "address": told.address(one),
        "document": {
            "id": document.id, "title": dict(document.title.texts), "publisher": dict(document.publisher.texts), "language": document.language,
            "date": document.dated.isoformat() if document.dated else None, "date_note": dict(document.date_note.texts), "sha256": document.sha256,
            "edition": document.edition, "reply_exists": document.id in told.replied_to,
        },
    }  # fmt: skip


def as_svg(told: Told) -> bytes:
    """The chart of a section with its title, source, edition and whether a reply exists, in fixed colours."""
    return drawn(told).encode()


def as_png(told: Told) -> bytes:
    """The same as PNG."""
    return png(drawn(told))


def drawn(told: Told) -> str:
    """The framed drawing of the one section that is told."""
    section = told.sections[0]
    breaks = [f"{_('A break in the series')}: {said(one.breaks)} {_('No change is computed across the broken line.')}" for one in section.figures if one.breaks]
    below = [*breaks, source_of(section), f"{told.site}{told.picture.country}/picture/ · {told.edition} · {reply_words(told.reply(section.figures))}"]
    return framed(drawing(spec_of(section)), title=f"{said(told.picture.name)}. {HEADINGS[section.code].title}", below=below)
