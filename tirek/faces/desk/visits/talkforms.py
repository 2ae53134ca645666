"""The form of the closing talk with its promises. What another saved meanwhile is shown beside what is typed; every rule stands in the services."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from, put, sent_revision, tell_once
from tirek.faces.desk.places.careful import CLEARED, CarefulForm
from tirek.faces.frame.fields import day_field, line
from tirek.records.visits.queries import TalkFacts, talk_revision
from tirek.records.visits.refusals import ChangedMeanwhile
from tirek.records.visits.services.together import TalkNote


class TalkForm(CarefulForm):
    """The closing talk."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("with_whom", "note")
    revision = began_from()
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


class TalkForms:
    """The talk and its promises over one sent form, or over none. It begins from what is recorded; `day` where nothing is."""

    def __init__(self, sent: Any, held: TalkFacts | None, *, day: date, prefix: str = "", optional: bool = False) -> None:
        self.meanwhile: TalkFacts | None = None
        self.day, self.prefix, self.optional = day, prefix, optional
        self.fill(sent, held)

    def fill(self, sent: Any, held: TalkFacts | None) -> None:
        """Makes the forms. Of what was sent a talk that was shown filled counts whole: whether it was touched its revision tells."""
        shown = held if sent is None else None
        start: dict[str, object] = {"held_on": self.day}
        if shown:
            start = {name: getattr(shown, name) for name in ("held_on", "with_whom", "note", "revision")}
        told = [{"what": each.what, "by_whom": each.by_whom, "until": each.until} for each in shown.promises] if shown else None
        self.form = TalkForm(sent, initial=start, prefix=self.prefix or None, empty_permitted=self.optional)
        self.promises = PromiseForms(sent, initial=told, prefix="promises", form_kwargs={"empty_permitted": True})

    def is_valid(self) -> bool:
        """Whether nothing is wrong before the service is asked. A promise without a talk is told at the talk."""
        self.form.empty_permitted = self.optional and not self.promised
        return all([self.form.is_valid(), self.promises.is_valid()])

    @property
    def promised(self) -> bool:
        """Whether a promise stands in what was sent."""
        return any(form.has_changed() for form in self.promises.forms)

    def note(self) -> TalkNote:
        """What was typed, as the service takes it."""
        told = self.form.cleaned_data
        reasons = [told.get(CLEARED, ""), *(form.cleaned_data.get(CLEARED, "") for form in self.promises.forms)]
        typed = {name: told[name] for name in ("held_on", "with_whom", "note")}
        cleared = "\n".join(dict.fromkeys(filter(None, reasons)))
        return TalkNote(**typed, promises=promises_of(self.promises), names_nobody=cleared, revision=sent_revision(self.form))

    @property
    def touched(self) -> bool:
        """Whether something else was sent than was shown. What cannot be read was touched."""
        if not (self.form.has_changed() or self.promised):
            return False
        if not {"held_on", "with_whom", "note"} <= set(self.form.cleaned_data) or not self.promises.is_valid():
            return True
        told = self.note()
        return told.revision != talk_revision(told.held_on, told.with_whom, told.note, told.promises)

    def catch_up(self, held: TalkFacts | None) -> None:
        """What another saved meanwhile comes into the form that is shown again: in its place where nothing was touched, beside it where it was."""
        if held is None or sent_revision(self.form) == held.revision:
            return
        if not self.touched:
            self.fill(None, held)
            return
        self.meanwhile = held
        tell_once(self.form, None, ChangedMeanwhile())
        put(self.form, [("revision", held.revision)])
