"""Recommendations of international reports as a sheet: one row each, found again by the report's symbol and the number of the paragraph."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_noop as _

from tirek.followup.international.models import BodyReport, Paragraph, ParagraphQuerySet
from tirek.followup.international.policies import may_enter
from tirek.followup.international.refusals import ParagraphUnclear, ReportUnknown
from tirek.followup.international.services.paragraphs import amend_paragraph, enter_paragraph, remove_paragraph
from tirek.foundation.sheets.choosing import bodies
from tirek.foundation.sheets.kinds import SheetKind, Values
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.ground.rules.numbered_paragraphs import cited
from tirek.ground.rules.sheet_columns import Column
from tirek.ground.rules.sheet_refusals import NotBySheet
from tirek.ground.rules.words import LANGUAGES, Words

TEXTS = {
    "ru": _("Recommendation in Russian"), "kk": _("Recommendation in Kazakh"), "ky": _("Recommendation in Kyrgyz"), "en": _("Recommendation in English"),
}  # fmt: skip


class ParagraphsSheet(SheetKind):
    """Which columns such a sheet has. Of a report that is not public head and secretariat alone bring something in, and its readers alone take something out."""

    name = "international"
    words = _("Recommendations of international bodies")
    label = "number"
    label_else = ("text_ru", "text_en")
    note = _("Enter the report first, with its symbol: a row of a report that is not entered is refused.")
    by_reference = False
    found_by = _("A row is found again by the symbol of the report and the number of the paragraph, so that the next sheet changes it. An empty cell leaves what is there.")

    def columns(self, country: str) -> tuple[Column, ...]:
        """The report, the paragraph, its words, whom it is for."""
        texts = [Column(key=f"text_{language}", words=words, most=8_000, hint=_("At least one language needs the text.")) for language, words in TEXTS.items()]
        return (
            Column(key="report", words=_("Symbol of the report"), needed=True, most=80, also=("Symbol", "Символ", "Документ")),
            Column(key="number", words=_("Paragraph"), needed=True, most=40, hint=_("As it is cited: 45, 45 (a) or 122.31."), also=("Пункт", "Para", "№")),
            *texts,
            Column(key="addressee", words=_("Addressee"), kind="choice", choices=bodies(country), also=("Кому", "Орган")),
        )

    def may_bring(self, by: Actor, country: str) -> bool:
        """Head and secretariat."""
        return may_enter(by, country)

    def may_take(self, by: Actor, country: str) -> bool:
        """All of the mechanism; what is in it is cut to the reports that they may read."""
        return by.has(*MECHANISM, country=country)

    def seen(self, by: Actor, country: str) -> ParagraphQuerySet:
        """Those that the person may read."""
        return Paragraph.objects.readable_by(by, country)

    def ids(self, by: Actor, country: str) -> Iterable[UUID]:
        """By report and paragraph, the latest mission first."""
        return self.seen(by, country).order_by("-report__review__year", "report", "place", "number").values_list("pk", flat=True)

    def held(self, ids: Sequence[UUID], by: Actor, country: str) -> Mapping[UUID, Values]:
        """As they stand."""
        return {row.pk: values_of(row) for row in self.seen(by, country).filter(pk__in=ids).select_related("report")}

    def report(self, values: Values, by: Actor, country: str) -> BodyReport | None:
        """The report that a row names."""
        symbol = " ".join(str(values.get("report") or "").split())
        return BodyReport.objects.readable_by(by, country).filter(symbol__iexact=symbol).first() if symbol else None

    def find(self, values: Values, by: Actor, country: str) -> UUID | None:
        """The paragraph of that report. Raises ReportUnknown, ParagraphUnclear."""
        if not values.get("report") or not values.get("number"):
            return None
        report = self.report(values, by, country)
        if report is None:
            raise ReportUnknown(symbol=str(values["report"])[:80])
        number = cited(str(values["number"]))
        if not number:
            raise ParagraphUnclear(number=str(values["number"])[:40])
        found = report.paragraphs.filter(number=number).values_list("pk", flat=True).first()
        return found if found else None

    def told_of(self, values: Values) -> str:
        """Symbol and paragraph."""
        return f"{str(values['report']).upper()} {cited(str(values['number']))}" if values.get("report") and values.get("number") else ""

    def make(self, values: Values, *, reference: str, by: Actor, country: str, names_nobody: str) -> UUID:
        """Enters it."""
        report = self.report(values, by, country)
        if report is None:
            raise ReportUnknown(symbol=str(values.get("report"))[:80])
        return enter_paragraph(
            report_id=report.pk, number=str(values["number"]), text=worded(Words(), values), addressee=str(values.get("addressee") or ""), by=by,
            confirmed=bool(names_nobody),
        ).value  # fmt: skip

    def change(self, thing: UUID, held: Values, changes: Values, *, by: Actor, country: str, names_nobody: str) -> None:
        """Writes other words, another language or another addressee; how report and number are spelt changes nothing."""
        if any(key in changes and norm(changes[key]) != norm(held.get(key)) for key in ("report", "number")):
            raise NotBySheet
        row = Paragraph.objects.get(pk=thing)
        told: dict[str, Any] = {"text": worded(row.text, changes)} if any(key.startswith("text_") for key in changes) else {}
        if "addressee" in changes:
            told["addressee"] = str(changes["addressee"] or "")
        if told:
            amend_paragraph(paragraph_id=thing, changes=told, by=by, confirmed=bool(names_nobody))

    def unmake(self, thing: UUID, *, by: Actor, country: str) -> None:
        """Takes it away; raises StillUsed once anything was linked to it."""
        remove_paragraph(paragraph_id=thing, by=by)


def norm(value: object) -> str:
    """A symbol or a number without regard to how it is spelt."""
    text = " ".join(str(value or "").split())
    return cited(text) or text.casefold()


def worded(before: Words, values: Values) -> Words:
    """The text with the languages that the row tells."""
    told = {language: str(values[f"text_{language}"] or "") for language in LANGUAGES if f"text_{language}" in values}
    whole = {**dict(before.texts), **told}
    return Words.of(whole, before.source if whole.get(before.source) else "")


def values_of(row: Paragraph) -> dict[str, Any]:
    """Its values under the keys of the columns."""
    texts = {f"text_{language}": row.text.in_(language) or None for language in LANGUAGES}
    return {"report": row.report.symbol, "number": row.number, **texts, "addressee": row.addressee or None}
