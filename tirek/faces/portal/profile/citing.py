"""A ready citation of one line of a profile, in each language: what is stated, by whom, in which edition it stands."""

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.ui import formats
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.insight.publications.queries import ShownLine, ShownProfile, ShownValue, profile_in


def citations(request: HttpRequest, found: ShownProfile, line: ShownLine) -> list[tuple[str, str, str]]:
    """For each language its code, its name and the citation. Costs two queries."""
    told = []
    for code, again in profile_in(found.country, found.year, found.version.number, LANGUAGE_NAMES).items():
        with translation.override(code):
            told.append((code, LANGUAGE_NAMES[code], cited(request, again, again.line(line.code), code)))
    return told


def cited(request: HttpRequest, found: ShownProfile, line: ShownLine, language: str) -> str:
    """The citation in the active language, with the address at which the line stays as it is now, in that language."""
    fixed = f"/{language}/{found.country}/profile/{found.year}/editions/{found.version.number}/{line.code}/"
    told = {
        "country": packs.country_name(found.country).best(language), "line": line.name.best(language), "year": str(found.year),
        "stated": formats.listed(stated(one, line, language) for one in line.values) if line.values else computed(line),
        "edition": str(found.version.number), "day": formats.day(found.version.published_at), "address": request.build_absolute_uri(fixed),
    }  # fmt: skip
    return _("%(country)s, %(year)s. %(line)s: %(stated)s. Edition %(edition)s of %(day)s: %(address)s") % told


def stated(value: ShownValue, line: ShownLine, language: str) -> str:
    """One value with who states it, and that its year is inferred where the source states none: what is cited elsewhere bears no other mark."""
    words = value.silence or value.amount or value.said.best(language) or value.step.best(language)
    if words == value.said.best(language) and value.said and value.language not in {"", language}:
        words += _(" [translated]")
    source = ". ".join(filter(None, (value.speaker.best(language), (value.title or value.retold).best(language))))
    beside = "; ".join(filter(None, (line.unit if value.amount else "", _("year inferred") if value.inferred else "", source)))  # a unit's name has no form for each number
    return f"{words} ({beside})" if beside else words


def computed(line: ShownLine) -> str:
    """What the formula gives."""
    if line.derived is None:
        return line.silence
    beside = "; ".join([_("computed"), *([_("year inferred")] if line.derived.inferred else [])])
    return f"{line.derived.amount} ({beside})"
