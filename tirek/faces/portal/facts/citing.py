"""A ready citation of a figure, in each language: who says it, where it stands, and the edition that shows it."""

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from tirek.faces.portal.figures import figure_of
from tirek.foundation.ui import formats
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.insight.publications.queries import Drawer


def citations(request: HttpRequest, opened: Drawer) -> list[tuple[str, str, str]]:
    """For each language its code, its name and the citation."""
    found = []
    for code, name in LANGUAGE_NAMES.items():
        with translation.override(code):
            found.append((code, name, cited(request, opened, code)))
    return found


def cited(request: HttpRequest, opened: Drawer, language: str) -> str:
    """The citation in the active language, with the address at which the figure stays as it is now."""
    figure, document = opened.figure, opened.figure.document
    said = figure.said.best(language) if figure.said else ""
    if said and document.language != language:
        said += _(" [translated]")
    told = {
        "speaker": figure.speaker.best(language),
        "figure": " ".join(filter(None, (figure_of(figure), figure.label.best(language)))) + (f": {said}" if said else ""),
        "year": figure.years or _("year not stated"),
        "title": document.title.best(language),
        "publisher": document.publisher.best(language),
        "date": formats.day(document.dated) if document.dated else document.date_note.best(language),
        "address": request.build_absolute_uri(address_of(opened, language)),
    }
    if opened.picture.version is None:
        return _("%(speaker)s: %(figure)s (%(year)s). %(title)s. %(publisher)s, %(date)s. %(address)s") % told
    version = opened.picture.version
    told |= {"edition": str(version.number), "day": formats.day(version.published_at)}
    return _("%(speaker)s: %(figure)s (%(year)s). %(title)s. %(publisher)s, %(date)s. Edition %(edition)s of %(day)s: %(address)s") % told


def address_of(opened: Drawer, language: str) -> str:
    """Where the figure stands in that language: at its edition, so that it stays what it was."""
    fixed = f"editions/{opened.picture.version.number}/" if opened.picture.version else ""
    return f"/{language}/{opened.picture.country}/facts/{opened.figure.id}/{fixed}"
