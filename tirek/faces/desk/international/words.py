"""The codes of international bodies' missions and reports in the reader's words. It knows no row."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tirek.faces.frame.fields import said
from tirek.followup.international.queries import ReportFacts, ReviewFacts, StepFacts
from tirek.foundation.jurisdictions.queries import source
from tirek.foundation.ui.formats import span
from tirek.foundation.ui.pieces import Event, StateKind

PROCEDURES: dict[str, "str | Promise"] = {
    "spt": gettext_lazy("Subcommittee on Prevention of Torture (SPT)"),
    "cat": gettext_lazy("Committee against Torture (CAT)"),
    "treaty_body": gettext_lazy("another treaty body"),
    "special_procedure": gettext_lazy("special procedure of the Human Rights Council"),
    "upr": gettext_lazy("Universal Periodic Review (UPR)"),
    "regional": gettext_lazy("regional body"),
    "other": gettext_lazy("another international body"),
}
WAYS: dict[str, "str | Promise"] = {
    "letter": pgettext_lazy("contact", "letter"), "meeting": pgettext_lazy("contact", "meeting"), "call": pgettext_lazy("contact", "call"), "mail": pgettext_lazy("contact", "e-mail"),
}  # fmt: skip
STATES: dict[str, tuple["str | Promise", StateKind]] = {
    "confidential": (pgettext_lazy("international report", "confidential to the State"), "waiting"),
    "requested": (pgettext_lazy("international report", "publication requested"), "going"),
    "public": (pgettext_lazy("international report", "public"), "done"),
}


def named(report: ReportFacts) -> str:
    """What a report is called on a page: its symbol, else its title."""
    return report.symbol or said(report.title)


def when(review: ReviewFacts) -> str:
    """The days of a mission, else its year."""
    return str(span(review.first_day, review.last_day or review.first_day)) if review.first_day else str(review.year)


def source_of(country: str, step: StepFacts) -> str:
    """Where a step can be looked up."""
    return said(source(country, step.source_code).title) if step.source_code else step.source


def events_of(report: ReportFacts) -> list[Event]:
    """The steps of a report in order of date, with the document's own date."""
    told = []
    for each in report.steps:
        where = _("Source: %(source)s") % {"source": source_of(report.country, each)}
        note = _("It was so on that day; since when, the source does not tell.") + " " if each.by_then else ""
        told.append(Event(str(STATES[each.state][0]), each.on, note + where, icon="eye" if each.state == "public" else "file-text"))
    if report.dated:
        told.append(Event(_("Date of the report"), report.dated, icon="file-text"))
    return sorted(told, key=lambda event: str(event.day))
