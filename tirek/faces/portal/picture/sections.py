"""The sections of a picture as its page shows them: headings, figures, groups by unit, charts. It asks nothing and computes nothing from figures."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from tirek.faces.portal.figures import figure_of
from tirek.faces.portal.picture.charts import by_year
from tirek.faces.portal.picture.words import HEADINGS, VERDICTS, Heading
from tirek.foundation.ui.charts import Picture as Drawn
from tirek.ground.rules.words import Words
from tirek.insight.publications.queries import Figure, Picture, Section
from tirek.insight.publications.words import unit_word

Shown = tuple[Figure, str, "tuple[str, str | Promise] | None"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted in one unit, apart from everything else."""

    title: str
    figures: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section ready for its page: chart, groups by unit or list; `breaks` says why a series breaks."""

    code: str
    heading: Heading
    chart: Drawn | None = None
    units: tuple[Unit, ...] = ()
    figures: tuple[Shown, ...] = ()
    breaks: tuple[Words, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the documents say nothing of it."""
        return not (self.chart or self.units or self.figures)


def sections_of(picture: Picture) -> list[ShownSection]:
    """All sections, in order; those of which the documents say nothing too."""
    return [section_of(picture, one) for one in picture.sections]


def section_of(picture: Picture, section: Section) -> ShownSection:
    """One section, drawn."""
    heading = HEADINGS[section.code]
    if section.shape == "series" and section.figures:
        breaks = tuple(one.breaks for one in section.figures if one.breaks)
        return ShownSection(section.code, heading, chart=by_year(picture, section), breaks=breaks)
    if section.shape == "units":
        return ShownSection(section.code, heading, units=tuple(by_unit(section.figures)), figures=tuple(shown(in_words(section.figures))))
    return ShownSection(section.code, heading, figures=tuple(shown(section.figures)))


def in_words(figures: Iterable[Figure]) -> list[Figure]:
    """Those that have no number."""
    return [one for one in figures if one.value is None]


def by_unit(figures: Iterable[Figure]) -> Iterable[Unit]:
    """The numbers, a group for each unit, in the order in which the units come."""
    groups: dict[str, list[Figure]] = {}
    for one in figures:
        if one.value is not None:
            groups.setdefault(one.unit or "", []).append(one)
    for unit, own in groups.items():
        yield Unit(unit_title(unit), tuple(shown(own)))


def unit_title(unit: str) -> str:
    """What is counted, in words; where the document does not say, that."""
    return _("the document does not say what is counted") if unit in {"", "not_stated"} else unit_word(unit)


def shown(figures: Iterable[Figure]) -> Iterable[Shown]:
    """Each figure with its number in the reader's way and the sign of the weightiest check."""
    return [(one, figure_of(one), VERDICTS[one.verdicts[0]] if one.verdicts else None) for one in figures]
