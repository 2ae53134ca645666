"""Forms of findings. They ask and tidy; every rule stands in the room's services."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.citing import Rule, cited
from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.visits.words import DECISIONS, SERIOUSNESS, SOURCES
from tirek.faces.frame.fields import line, said
from tirek.foundation.jurisdictions.queries import areas, report_languages, standard_meant, standards, standards_asked
from tirek.foundation.ui.fields import WordsFormField
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import FindingFacts
from tirek.records.visits.services.findings import Observation

SEVERAL = re.compile(r"[;\n]")
OFFERED = 20
"""So many rules at most are offered for words that fit several."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A standard as a box to tick: its id in the page, what it is called, and whether it is ticked."""

    value: str
    anchor: str
    words: str
    ticked: bool


class FindingForm(CarefulForm):
    """One finding. Of a medical one the wording is the doctor's: the text is asked elsewhere."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("single_source_reason",)
    area = forms.ChoiceField(label=_("Area"))
    good_practice = forms.BooleanField(label=_("This is a good practice"), required=False, help_text=_("Then no seriousness is asked."))
    seriousness = forms.ChoiceField(label=_("How serious"), choices=list(SERIOUSNESS.items()), initial="notable", widget=forms.RadioSelect)
    sources = forms.MultipleChoiceField(
        label=_("Sources"), choices=list(SOURCES.items()), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("At least two kinds, so that nobody can be singled out as the one who told."),
    )  # fmt: skip
    single_source_reason = line(_("If there is one kind only: why"))
    standards = forms.MultipleChoiceField(label=_("Standards"), required=False, widget=forms.CheckboxSelectMultiple)
    named = forms.CharField(
        label=_("Add a standard by its number or words"), required=False, max_length=400,
        help_text=_("For example: NMR 24, or: solitary confinement. Between several write a semicolon."),
    )  # fmt: skip
    medical = forms.BooleanField(
        label=_("This is a medical finding"), required=False,
        help_text=_("The doctor of the delegation releases its wording; until then only that it waits is shown."),
    )  # fmt: skip

    def __init__(self, *args: Any, country: str, with_text: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if with_text:
            help_text = _("Write no names, numbers, or cells together with dates. Write what was seen, not who told it.")
            text = WordsFormField(label=_("What was seen"), languages=report_languages(country), rows=4, required=False, help_text=help_text)
            self.fields = {"area": self.fields["area"], "text": text, **self.fields}
        self.country, self.offered = country, tuple[Rule, ...]()
        for name in ("text", "sources"):  # a draft may lack them, the report may not: neither is "optional"
            if name in self.fields:
                self.fields[name].hangs_on_another = True  # type: ignore[attr-defined]
        self.choices_of("area").choices = [("", "—"), *((one.code, said(one.name)) for one in areas())]
        self.choices_of("standards").choices = [(one.id, one.number) for one in standards(country)]

    def choices_of(self, name: str) -> forms.ChoiceField:
        """A field of choices."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        return field

    def clean(self) -> dict[str, Any]:
        """Adds the standards that were written; of what fits several rules, or none, the writer is asked."""
        typed = super().clean()
        chosen = list(typed.get("standards") or ())
        for written in filter(None, map(str.strip, SEVERAL.split(str(typed.get("named") or "")))):
            chosen += self.read(written, chosen)
        typed["standards"] = list(dict.fromkeys(chosen))
        return typed

    def read(self, written: str, chosen: list[str]) -> list[str]:
        """The standards that the words add to the chosen ones; where several fit, they are offered, and a chosen one of them answers the question."""
        if one := standard_meant(self.country, written):
            return [one.id]
        fitting = standards_asked(self.country, written)
        if not fitting:
            self.add_error("named", gettext("No rule fits “%(words)s”. Write a text and a number, like NMR 24, or fewer words.") % {"words": written})
        elif not {each.id for each in fitting} & set(chosen):
            self.offered += fitting[:OFFERED]
            told = ngettext("%(count)s rule fits “%(words)s”. Tick it below if you mean it.", "%(count)s rules fit “%(words)s”. Tick below what you mean.", len(fitting))
            self.add_error("named", told % {"count": len(fitting), "words": written})
        return []

    def ticks(self) -> list[Tick]:
        """The chosen standards, and those that are offered, as boxes."""
        chosen = dict.fromkeys(self["standards"].value() or ())
        known = {one.id: one for one in standards(self.country)}
        if self.is_bound and hasattr(self, "cleaned_data"):
            chosen |= dict.fromkeys(self.cleaned_data.get("standards") or ())
        shown = [known[id] for id in chosen if id in known] + [one for one in self.offered if one.id not in chosen]
        return [Tick(one.id, f"{self['standards'].auto_id}_{one.id}", cited(self.country, one), one.id in chosen) for one in shown]

    def observation(self, text: Words | None = None) -> Observation:
        """What was written; `text` where the wording is not asked here."""
        typed = self.cleaned_data
        return Observation(
            area=typed["area"], text=typed["text"] if text is None else text, seriousness=typed["seriousness"] or "notable",
            good_practice=typed["good_practice"], standards=tuple(typed["standards"]), sources=tuple(typed["sources"]),
            single_source_reason=typed["single_source_reason"], medical=typed["medical"],
            names_nobody=typed.get("names_nobody", ""),
        )  # fmt: skip


class EditFindingForm(FindingForm):
    """A finding that stands already; `revision` is the one the writer began from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


def initial_of(facts: FindingFacts) -> dict[str, Any]:
    """What the form of a finding starts with."""
    plain = ("area", "text", "good_practice", "single_source_reason", "medical", "revision")
    lists = {"standards": list(facts.standards), "sources": list(facts.sources)}
    return {**{name: getattr(facts, name) for name in plain}, **lists, "seriousness": facts.seriousness or "notable"}


class WordingForm(forms.Form):
    """The doctor's wording, or a finding's translations; `revision` is the one the writer began from."""

    use_required_attribute = False
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, languages: tuple[str, ...], label: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = WordsFormField(label=label, languages=languages, rows=5)


class PassageForm(forms.Form):
    """What becomes of a passage that could name somebody."""

    use_required_attribute = False
    finding_id = forms.UUIDField(widget=forms.HiddenInput)
    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    decision = forms.ChoiceField(label=_("What becomes of the passage"), choices=list(DECISIONS.items()), widget=forms.RadioSelect)
    replacement = forms.CharField(
        label=_("In general words"), required=False, max_length=300, help_text=_("For example: one of the persons held there.")
    )
    reason = line(_("Why it stays"), help_text=_("For example: it is the name of an office-holder acting in office."))

    def keeps_only(self) -> None:
        """Leaves what somebody can decide whose wording it is not."""
        decision = self.fields["decision"]
        assert isinstance(decision, forms.ChoiceField)
        decision.choices = [(code, word) for code, word in DECISIONS.items() if code == "kept"]
        del self.fields["replacement"]
