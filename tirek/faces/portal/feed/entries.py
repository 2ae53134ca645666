"""What an edition is called in a feed, where its page stands, and why it was made."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext_lazy

from tirek.foundation.jurisdictions.queries import country_name
from tirek.insight.publications.queries import Line, edition
from tirek.insight.publications.titles import title_of

WHY = {
    "rules": gettext_lazy("the rules that read the figures changed"),
    "decisions": gettext_lazy("people decided about figures"),
    "correction": gettext_lazy("a correction"),
    "reply": gettext_lazy("a reply was published"),
    "values": gettext_lazy("other values"),
    "definitions": gettext_lazy("other definitions"),
}
"""Why a version differs from the one before, whatever the kind."""
PAGES = {"document": "document-edition", "picture": "picture-edition", "topic": "topic-edition", "profile": "profile-edition", "report": "report-edition", "bodies": "bodies-edition"}


def title(line: Line) -> str:
    """The title of a published thing in the reader's language, for a withheld edition the newest one; the country's name where its edition holds none."""
    language = get_language() or "en"
    body = edition(line.kind, line.country, line.key, None if line.version.withheld else line.version.number).body
    told = title_of(line.kind, line.country, line.key, body)
    return told.best(language) or f"{country_name(line.country).best(language)}, {line.key}"


def address(line: Line, prefix: str) -> str:
    """Where this version is read; the country's page while the kind has none."""
    arguments = {"document": [line.key], "picture": [line.country], "topic": [line.country, line.key], "profile": [line.country, line.key], "report": [line.country, line.key], "bodies": [line.country]}
    try:
        return reverse(f"portal:{PAGES[line.kind]}", args=[*arguments[line.kind], line.version.number])
    except NoReverseMatch:
        return f"{prefix}{line.country}/"
