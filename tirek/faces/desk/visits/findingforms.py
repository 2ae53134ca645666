"""Forms of findings. They ask and tidy; every rule stands in the room's services."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.citing import standard_words
from tirek.faces.desk.fields import line, said
from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.visits.words import DECISIONS, SERIOUSNESS, SOURCES
from tirek.foundation.jurisdictions.queries import areas, instruments, report_languages, standards
from tirek.foundation.ui.fields import WordsFormField
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import FindingFacts
from tirek.records.visits.services.findings import Observation


@dataclass(frozen=True, slots=True)
class StandardGroup:
    """The standards of one instrument, as boxes to tick; `chosen` of them are ticked."""

    name: Words
    options: tuple[Any, ...]
    chosen: int


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
        self.country, self.catalogue = country, standards(country)
        for name in ("text", "sources"):  # a draft may lack them, the report may not: neither is "optional"
            if name in self.fields:
                self.fields[name].hangs_on_another = True  # type: ignore[attr-defined]
        self.choices_of("area").choices = [("", "—"), *((one.code, said(one.name)) for one in areas())]
        self.choices_of("standards").choices = [(one.id, standard_words(one)) for one in self.catalogue]

    def choices_of(self, name: str) -> forms.ChoiceField:
        """A field of choices."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        return field

    def standard_groups(self) -> list[StandardGroup]:
        """The catalogue by instrument."""
        ticks = {option.data["value"]: option for option in self["standards"].subwidgets}
        chosen = set(self["standards"].value() or ())
        found = []
        for instrument in instruments(self.country):
            ids = [one.id for one in self.catalogue if one.instrument == instrument.id]
            if ids:
                found.append(StandardGroup(instrument.short, tuple(ticks[each] for each in ids), len(chosen & set(ids))))
        return found

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
