"""The form of a year's plan: lines of targets, lines of the budget, notes, and the reason of an amendment. Every rule stands in planning's services."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.careful import CLEARED, CarefulForm
from tirek.faces.desk.plan.words import areas, in_words_order, kinds_of_place
from tirek.faces.frame.fields import CountryForm, line
from tirek.ground.rules.annual_plan import ANYWHERE, Line, Target
from tirek.insight.planning.queries import PlanFacts

EMPTY_LINES = 5
MOST = 500


def whole(label: object, most: int) -> forms.IntegerField:
    """A whole number, in a narrow field that is told what it is."""
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=most)  # type: ignore[arg-type]


def amount(label: object) -> forms.DecimalField:
    """Money to the hundredth."""
    return forms.DecimalField(label=label, required=False, min_value=Decimal(0), max_digits=14, decimal_places=2, localize=False)  # type: ignore[arg-type]


class NotesForm(CarefulForm, CountryForm):
    """Notes of the plan, and, where it amends an approved plan, why."""

    careful: ClassVar[tuple[str, ...]] = ("notes", "reason")
    revision = began_from()
    reason = line(_("Why the approved plan is amended"), required=True, help_text=_("Kept with the plan, beside what stood there before."))
    notes = line(_("Notes"), help_text=_("What the year is about, and on what the plan rests. Printed on the sheet."), rows=4)

    def __init__(self, *args: Any, amends: bool, **kwargs: Any) -> None:
        self.amends = amends
        super().__init__(*args, **kwargs)

    def choose(self, country: str) -> None:
        """A draft asks for no reason."""
        if not self.amends:
            del self.fields["reason"]


class TargetForm(CountryForm):
    """One line of targets; an empty one is none."""

    place_kind = forms.ChoiceField(label=_("Kind of place"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    visits = whole(_("Visits"), 10_000)
    days = whole(_("Days there, each"), 60)
    travel_days = whole(_("Days of travel, each"), 60)
    cost = amount(_("Money for all"))

    def choose(self, country: str) -> None:
        """Kinds and regions."""
        self.offer("place_kind", kinds_of_place(country))
        self.offer("region", areas(country, _("the whole country")))

    def clean(self) -> dict[str, Any]:
        """A number without a kind of place is no target, and a kind without a number neither."""
        typed = super().clean() or {}
        told = any(typed.get(name) is not None for name in ("visits", "days", "travel_days", "cost")) or typed.get("region")
        if told and not typed.get("place_kind"):
            self.add_error("place_kind", _("Choose the kind of place."))
        if typed.get("place_kind") and typed.get("visits") is None and "visits" not in self.errors:
            self.add_error("visits", _("Write how many visits."))
        return typed


class LineForm(CarefulForm):
    """One line of the budget."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("what",)
    what = forms.CharField(label=_("What for"), required=False, max_length=200)
    amount = amount(_("Amount"))

    def clean(self) -> dict[str, Any]:
        """Both parts, or none."""
        typed = super().clean()
        if typed.get("amount") is not None and not typed.get("what"):
            self.add_error("what", _("Write what the money is for."))
        if typed.get("what") and typed.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("Write how much."))
        return typed


TargetForms = forms.formset_factory(TargetForm, extra=EMPTY_LINES, max_num=MOST)
LineForms = forms.formset_factory(LineForm, extra=3, max_num=100)


class PlanForms:
    """The whole form over what was sent, or over the plan as it stands."""

    def __init__(self, sent: QueryDict | None, plan: PlanFacts) -> None:
        held = plan.content
        self.notes = NotesForm(sent, country=plan.country, amends=plan.state == "approved", initial={"notes": held.notes, "revision": plan.revision})
        told = ("place_kind", "region", "visits", "days", "travel_days", "cost")
        shown = sent is None  # of what was sent every line counts, also one that stands as it did
        targets = [{name: getattr(each, name) for name in told} for each in in_words_order(held.targets, plan.country)] if shown else None
        lines = [{"what": each.what, "amount": each.amount} for each in held.lines] if shown else None
        self.targets = TargetForms(sent, initial=targets, prefix="targets", form_kwargs={"country": plan.country, "empty_permitted": True})
        self.lines = LineForms(sent, initial=lines, prefix="lines", form_kwargs={"empty_permitted": True})

    @property
    def all(self) -> list[forms.BaseForm]:
        """Every form, for the summary of mistakes."""
        return [self.notes, *self.targets.forms, *self.lines.forms]

    def is_valid(self) -> bool:
        """Whether nothing is wrong before the service is asked."""
        return all([self.notes.is_valid(), self.targets.is_valid(), self.lines.is_valid()])

    def typed(self) -> dict[str, Any]:
        """What was typed, as the service takes it. Passages of all lines stay for the reasons that were given for any."""
        told = self.notes.cleaned_data
        reasons = [told.get(CLEARED, ""), *(form.cleaned_data.get(CLEARED, "") for form in self.lines.forms)]
        return {
            "targets": [target(form.cleaned_data) for form in self.targets.forms if form.cleaned_data.get("place_kind")],
            "lines": [Line(form.cleaned_data["what"], form.cleaned_data["amount"]) for form in self.lines.forms if form.cleaned_data.get("what")],
            "notes": told["notes"],
            "reason": told.get("reason", ""),
            "names_nobody": "\n".join(dict.fromkeys(filter(None, reasons))),
            "revision": told["revision"],
        }


def target(typed: dict[str, Any]) -> Target:
    """A line of the form as a target; a visit takes a day unless told."""
    days = 1 if typed.get("days") is None else typed["days"]
    return Target(typed["place_kind"], typed.get("region") or ANYWHERE, typed["visits"], days, typed.get("travel_days") or 0, typed.get("cost") or Decimal(0))


def with_more_lines(sent: QueryDict) -> QueryDict:
    """What was sent, with room for further targets."""
    more = sent.copy()
    held = str(more.get("targets-TOTAL_FORMS", "0"))
    more["targets-TOTAL_FORMS"] = str(min(MOST, (int(held) if held.isdecimal() and len(held) < 5 else 0) + EMPTY_LINES))
    return more
