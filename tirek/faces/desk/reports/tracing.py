"""The rows behind a report as its reader knows them: by what they are and the paragraph that prints them, with a link. It shows no id.

On paper the ids stay, as the printed proof; a page leads to the paragraph instead, and to the record of whoever may open the visit.
"""

from dataclasses import dataclass

from django.urls import reverse

from tirek.insight.reports.documents.blocks import Named
from tirek.insight.reports.queries import ReportFacts

ROOMS = {"finding": "desk:visit-findings", "access": "desk:visit-access", "measure": "desk:visit-access", "meeting": "desk:visit-access", "talk": "desk:visit-access"}


@dataclass(frozen=True, slots=True)
class Trace:
    """The rows of one report, for one reader."""

    rows: dict[str, Named]
    report: ReportFacts

    def names(self, text: str) -> tuple[Named, ...]:
        """The rows that a cell names, one a line; nothing when it holds other words."""
        found = tuple(self.rows[line] for line in text.split("\n") if line in self.rows)
        return found if len(found) == text.count("\n") + 1 else ()

    def in_words(self, named: Named) -> str:
        """What the row is, and the number of its paragraph."""
        _language, line = named.kind[0]
        return f"{line[0]} {named.number}"

    def at_source(self, named: Named) -> str:
        """Place and row in words."""
        language, _line = named.kind[0]
        return f"{self.report.place_name.best(language)}: {self.in_words(named)}"

    def source(self, named: Named) -> str:
        """The page of the record itself, or nothing for a reader who may not open it. Whoever reads an issued report reads its recommendations."""
        kind, _, key = named.row.partition("-")
        if kind == "recommendation" and (self.report.visit_open or self.report.issued_on):
            return reverse("desk:recommendation", args=[key])
        if kind not in ROOMS or not self.report.visit_open:
            return ""
        return reverse(ROOMS[kind], args=[self.report.visit_id]) + (f"#{key}" if kind == "finding" else "")
