"""Forms of what happened at the gate and within: access, meetings, the closing talk, urgent measures. Every rule stands in the services."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.careful import CLEARED, CarefulForm
from tirek.faces.desk.places.forms import bodies, day_field, line
from tirek.faces.desk.visits.forms import moment_field
from tirek.faces.desk.visits.words import OUTCOMES, WITH_WHOM
from tirek.foundation.jurisdictions.common import Entitlement
from tirek.foundation.jurisdictions.queries import entitlements, report_languages
from tirek.foundation.ui.fields import WordsFormField
from tirek.records.visits.queries import AccessFacts
from tirek.records.visits.services.together import AccessNote

PARTS = ("outcome", "by_whom", "ground", "minutes")


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One entitlement in the form: what it is, how it was honoured, and what is asked when it was not."""

    entitlement: Entitlement
    outcome: BoundField
    more: tuple[BoundField, ...]


class AccessForm(CarefulForm):
    """The checklist of entitlements: how each was honoured. A line without an outcome is left as it is."""

    use_required_attribute = False

    def __init__(self, *args: Any, held: Iterable[AccessFacts] = (), **kwargs: Any) -> None:
        self.held = {each.entitlement: each for each in held}
        self.asked = entitlements()
        super().__init__(*args, **kwargs)
        for one in self.asked:
            self.put(one, self.held.get(one.code))
        self.careful = tuple(f"{one.code}-{part}" for one in self.asked for part in ("by_whom", "ground"))  # type: ignore[misc]

    def put(self, one: Entitlement, held: AccessFacts | None) -> None:
        """The four fields of one entitlement."""
        outcomes = [(code, word) for code, (word, _shape) in OUTCOMES.items()]
        asked: dict[str, forms.Field] = {
            "outcome": forms.ChoiceField(label=_("How it was honoured"), choices=outcomes, required=False, widget=forms.RadioSelect),
            "by_whom": forms.CharField(
                label=_("By whom"), required=False, max_length=200, help_text=_("The office, for example the duty officer; never a name.")
            ),
            "ground": line(_("On what ground"), help_text=_("As it was told to you.")),
            "minutes": forms.IntegerField(label=_("How many minutes"), required=False, min_value=0, max_value=100_000),
        }
        for part in PARTS:
            asked[part].initial = getattr(held, part) if held else None
            self.fields[f"{one.code}-{part}"] = asked[part]

    def lines(self) -> list[AccessLine]:
        """The checklist, line by line."""
        return [
            AccessLine(one, self[f"{one.code}-outcome"], tuple(self[f"{one.code}-{part}"] for part in PARTS[1:])) for one in self.asked
        ]

    def notes(self) -> tuple[AccessNote, ...]:
        """The lines with an outcome that differ from what stands already."""
        told = [self.note(one.code) for one in self.asked]
        return tuple(note for note in told if note.outcome and self.differs(note))

    def note(self, code: str) -> AccessNote:
        """What one line says; of an entitlement that was granted nobody and no ground is asked."""
        typed = {part: self.cleaned_data.get(f"{code}-{part}") for part in PARTS}
        if typed["outcome"] == "granted":
            return AccessNote(code, "granted")
        reason = self.cleaned_data.get(CLEARED, "")
        return AccessNote(code, typed["outcome"] or "", typed["by_whom"] or "", typed["ground"] or "", typed["minutes"], reason)

    def differs(self, note: AccessNote) -> bool:
        """Whether the line says something new."""
        held = self.held.get(note.entitlement)
        return held is None or any(getattr(held, part) != getattr(note, part) for part in PARTS)


class MeetingForm(CarefulForm):
    """One meeting of the visit."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("note",)
    with_whom = forms.ChoiceField(label=_("With whom"), choices=[("", "—"), *WITH_WHOM.items()])
    held_on = day_field(_("Day"))
    note = line(_("What it was about"), help_text=_("Offices and topics; no names."))


class TalkForm(CarefulForm):
    """The closing talk."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("with_whom", "note")
    held_on = day_field(_("Day of the closing talk"))
    with_whom = line(_("Who took part"), required=True, help_text=_("Offices: the head of the place, the doctor."))
    note = line(_("What was said"))


class PromiseForm(CarefulForm):
    """One promise of the closing talk; an empty line is none."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("what", "by_whom")
    what = forms.CharField(label=_("What was promised"), required=False, max_length=1000)
    by_whom = forms.CharField(label=_("By whom"), required=False, max_length=200)
    until = day_field(_("Until"), required=False)

    def clean(self) -> dict[str, Any]:
        """Somebody or a day alone is no promise."""
        typed = super().clean()
        if (typed.get("by_whom") or typed.get("until")) and not typed.get("what"):
            self.add_error("what", _("Write what was promised."))
        return typed


PromiseForms = forms.formset_factory(PromiseForm, extra=3, max_num=40)


def promises_of(formset: Any) -> tuple[tuple[str, str, date | None], ...]:
    """The promises that were written."""
    told = [form.cleaned_data for form in formset.forms if form.cleaned_data.get("what")]
    return tuple((each["what"], each.get("by_whom", ""), each.get("until")) for each in told)


def reasons_of(talk: dict[str, Any], formset: Any) -> str:
    """Why passages of the talk and of its promises stay, as it was written at each."""
    told = [talk.get(CLEARED, ""), *(form.cleaned_data.get(CLEARED, "") for form in formset.forms)]
    return "\n".join(dict.fromkeys(filter(None, told)))


class MeasureForm(CarefulForm):
    """An urgent measure: what must be done, by which authority, since when."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("what",)
    authority_code = forms.ChoiceField(label=_("To which authority"))
    observed_at = moment_field(_("When it was seen"), help_text=_("The clock runs from this hour."))
    sent_at = moment_field(_("When it was sent"), required=False, help_text=_("Leave empty while it is not sent yet."))

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what = WordsFormField(
            label=_("What must be done at once"), languages=report_languages(country), rows=3, max_length=4000,
            help_text=_("In general words: the paper goes to the authority. Do not name anybody who is held there."),
        )  # fmt: skip
        self.fields = {"what": what, **self.fields}
        field = self.fields["authority_code"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = bodies(country)


class SentForm(CarefulForm):
    """That a measure was sent, and what the authority answered."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("answer",)
    sent_at = moment_field(_("When it was sent"), required=False)
    answered_at = moment_field(_("When the answer came"), required=False)
    answer = line(_("What the authority answered"))
