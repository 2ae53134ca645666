"""The labels of one recommendation: read, put on, taken off. What a service refuses comes back in the form. It knows no rule of who may label."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.recommendations.following import arranged
from tirek.faces.desk.recommendations.labelwords import grouped, label_words, offered, rule_meant
from tirek.faces.desk.recommendations.reaching import form_page, reached
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.answers.words import STATES
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import CountryForm, said
from tirek.followup.recommendations import queries, services
from tirek.foundation.jurisdictions.queries import kind_of_label, label_kinds
from tirek.foundation.jurisdictions.validation import OF_RULES
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed

NONE_FITS = gettext_lazy("No rule fits “%(words)s”. Write a text and a number, like NMR 24, or fewer words.")
SEVERAL_FIT = gettext_lazy("More than one rule fits “%(words)s”: %(found)s. Write the number of the one that you mean.")
STOOD = "stood"
"""Under this name the page carries the labels that it showed: what a colleague ticked meanwhile is neither wanted nor taken off."""
WRITTEN = gettext_lazy("For example: NMR 24, or: solitary confinement. Between several write a semicolon.")


def read_rules(country: str, written: str) -> list[str]:
    """The ids of the rules that somebody wrote, with semicolons between. Raises ValidationError for words that fit none or several."""
    found = []
    for each in filter(None, map(str.strip, written.replace("\n", ";").split(";"))):
        rule, likely = rule_meant(country, each)
        if not rule:
            raise forms.ValidationError((SEVERAL_FIT if likely else NONE_FITS) % {"words": each, "found": likely})
        found.append(rule)
    return found


class LabelsForm(CountryForm):
    """All labels of one recommendation: boxes by kind, and the rules in a line."""

    def choose(self, country: str) -> None:
        """A field for each kind of the packs."""
        for kind in label_kinds():
            name, hint = capfirst(said(kind.name)), said(kind.hint)
            if kind.code == OF_RULES:
                field: forms.Field = forms.CharField(label=name, required=False, max_length=600, help_text=f"{hint} {WRITTEN}")
            else:
                field = forms.MultipleChoiceField(label=name, required=False, widget=forms.CheckboxSelectMultiple, help_text=hint, choices=offered(country, kind.code))
            self.fields[kind.code] = field

    def clean_standard(self) -> list[str]:
        """The ids of the rules."""
        return read_rules(self.country, str(self.cleaned_data["standard"]))

    @property
    def groups(self) -> list[tuple[forms.BoundField, int]]:
        """The fields of the kinds that are ticked, and how many labels of each stand now."""
        return [(self[name], len(self.initial.get(name) or ())) for name in self.fields if name != OF_RULES]

    @property
    def wanted(self) -> set[str]:
        """The labels that were chosen."""
        return {one for found in self.cleaned_data.values() for one in found}


class LabelForm(CountryForm):
    """Labels for several recommendations at once: one of a list, rules in a line, or both."""

    label = forms.ChoiceField(label=gettext_lazy("Label"), required=False)
    standard = forms.CharField(label=gettext_lazy("Standard"), required=False, max_length=600, help_text=WRITTEN)

    def choose(self, country: str) -> None:
        """The labels by kind."""
        self.offer("label", [("", "—"), *grouped(country)])

    def clean(self) -> dict[str, Any]:
        """The ids, as the verb takes them."""
        typed = super().clean() or {}
        try:
            found = [*filter(None, [typed.get("label")]), *read_rules(self.country, str(typed.get("standard") or ""))]
        except forms.ValidationError as wrong:
            self.add_error("standard", wrong)
            return {}
        if not found and not self.errors:
            raise forms.ValidationError(_("Choose a label, or write a standard."))
        return {"labels": tuple(found)}


@read_or_write
def labels(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """The labels of a draft, for those who write it; of what is in force, for the office."""
    facts = reached(request, recommendation_id)
    if facts.state == "draft":
        if not queries.may_draft(facts.visit_id, request.actor, facts.added_by_correction):
            raise NotAllowed
        if question := purpose_first(request, facts.visit_id):
            return question
        back = f"{reverse('desk:visit-recommendations', args=[facts.visit_id])}#{facts.id}"
    else:
        facts = arranged(request, recommendation_id)
        back = reverse("desk:recommendation", args=[facts.id])
    form = LabelsForm(request.POST if request.method == "POST" else None, country=facts.country, initial=initial_of(facts.country, facts.labels))

    stood = request.POST.getlist(STOOD) if request.method == "POST" else [one for one in facts.labels if kind_of_label(facts.country, one)]

    def work(_asked: dict[str, Any]) -> object:
        shown = set(stood)
        return services.set_labels(recommendation_id=recommendation_id, add=form.wanted - shown, remove=shown - form.wanted, by=request.actor)

    if kept(request, form, work):
        messages.success(request, _("The labels are saved."))
        return redirect(back)
    way = [Crumb(_("Recommendations"), reverse("desk:recommendations")), Crumb(facts.number or str(STATES["draft"][0]), back)]
    lead = _("For finding and counting. The report stays as it was issued.")
    return form_page(request, "desk/recommendations/labels.html", form, way, title=_("Labels"), lead=lead, facts=facts, stood=stood)


def initial_of(country: str, held: Iterable[str]) -> dict[str, Any]:
    """What the form starts with."""
    found: dict[str, Any] = {kind.code: [one for one in held if kind_of_label(country, one) == kind.code] for kind in label_kinds()}
    return {**found, OF_RULES: "; ".join(label_words(country, one) for one in found.get(OF_RULES, ()))}
