"""Forms of what happened at the gate and within: access, meetings, the closing talk, urgent measures. Every rule stands in the services."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import REVISION, StandsNow, began_from, put, sent_revision, tell_once
from tirek.faces.desk.places.careful import CLEARED, CarefulForm
from tirek.faces.desk.visits.words import KEPT, OUTCOMES, WITH_WHOM, outcome_of
from tirek.faces.frame.context import refusal_text
from tirek.faces.frame.fields import day_field, line
from tirek.foundation.jurisdictions.common import Entitlement
from tirek.foundation.jurisdictions.queries import entitlements
from tirek.foundation.ui.formats import day
from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.revisions import revised, revision_of
from tirek.records.visits.queries import AccessFacts, MeetingFacts, meetings_revision
from tirek.records.visits.refusals import AccessIncomplete, ChangedMeanwhile
from tirek.records.visits.services.together import AccessNote

TOO_MANY = {"max_value": _("Write at most %(limit_value)s minutes; what lasted longer was refused.")}
PARTS = ("outcome", "by_whom", "ground", "minutes")
MISSING = {
    "by_whom": _("Write who delayed, refused or violated it: the office, never a name."),
    "ground": _("Write on what ground, as it was told to you. If no ground was given, write so."),
    "minutes": _("Write how many minutes the delay took; an estimate is better than nothing."),
}
"""What is asked of a delay or refusal, where it is not told."""
ASKED = {"given": ("by_whom", "ground", "minutes"), "kept": ("by_whom", "ground")}
"""What is asked besides the outcome: a violation has no minutes."""


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One entitlement in the form: what it is, how it was honoured, what is asked when it was not; and what another saved meanwhile."""

    entitlement: Entitlement
    outcome: BoundField
    more: tuple[BoundField, ...]
    revision: BoundField
    meanwhile: AccessFacts | None

    @property
    def outcome_now(self) -> str:
        """What another saved meanwhile, as a word."""
        return str(outcome_of(self.entitlement, self.meanwhile.outcome)[0]) if self.meanwhile else ""


class AccessForm(CarefulForm):
    """The checklist of entitlements: how each was honoured. A line without an outcome is left as it is."""

    use_required_attribute = False

    def __init__(self, *args: Any, held: Iterable[AccessFacts] = (), **kwargs: Any) -> None:
        self.held = {each.entitlement: each for each in held}
        self.meanwhile: dict[str, AccessFacts] = {}
        self.asked = entitlements()
        super().__init__(*args, **kwargs)
        for one in self.asked:
            self.put(one, self.held.get(one.code))
        self.careful = tuple(f"{one.code}-{part}" for one in self.asked for part in ("by_whom", "ground"))  # type: ignore[misc]

    def put(self, one: Entitlement, held: AccessFacts | None) -> None:
        """The four fields of one entitlement, and what its writer saw."""
        outcomes = [(code, word) for code, (word, _shape) in (KEPT if one.answers == "kept" else OUTCOMES).items()]
        asked: dict[str, forms.Field] = {
            "outcome": forms.ChoiceField(label=_("How it was honoured"), choices=outcomes, required=False, widget=forms.RadioSelect),
            "by_whom": forms.CharField(
                label=_("By whom"), required=False, max_length=200, help_text=_("The office, for example the duty officer; never a name.")
            ),
            "ground": line(_("On what ground"), help_text=_("As it was told to you.")),
            "minutes": forms.IntegerField(label=_("How many minutes"), required=False, min_value=0, max_value=100_000, error_messages=TOO_MANY),
        }
        for part in PARTS:
            asked[part].initial = getattr(held, part) if held else None
            self.fields[f"{one.code}-{part}"] = asked[part]
        self.fields[f"{one.code}-{REVISION}"] = began_from()
        self.fields[f"{one.code}-{REVISION}"].initial = held.revision if held else ""

    def lines(self) -> list[AccessLine]:
        """The checklist, line by line."""
        return [
            AccessLine(
                one, self[f"{one.code}-outcome"], tuple(self[f"{one.code}-{part}"] for part in ASKED[one.answers]), self[f"{one.code}-{REVISION}"],
                self.meanwhile.get(one.code),
            )
            for one in self.asked
        ]  # fmt: skip

    def notes(self) -> tuple[AccessNote, ...]:
        """The lines with an outcome that were changed and say something new."""
        told = [self.note(one.code) for one in self.asked]
        return tuple(note for note in told if note.outcome and self.touched(note) and self.differs(note))

    def note(self, code: str) -> AccessNote:
        """What one line says; of an entitlement that was granted nobody and no ground is asked."""
        typed = {part: self.cleaned_data.get(f"{code}-{part}") for part in PARTS}
        seen = sent_revision(self, f"{code}-{REVISION}")
        if typed["outcome"] == "granted":
            return AccessNote(code, "granted", revision=seen)
        reason = self.cleaned_data.get(CLEARED, "")
        return AccessNote(code, typed["outcome"] or "", typed["by_whom"] or "", typed["ground"] or "", typed["minutes"], reason, seen)

    def touched(self, note: AccessNote) -> bool:
        """Whether the line says something else than when it was shown."""
        return note.revision != revised(note, PARTS)

    def differs(self, note: AccessNote) -> bool:
        """Whether the line says something new."""
        held = self.held.get(note.entitlement)
        return held is None or any(getattr(held, part) != getattr(note, part) for part in PARTS)

    def tell_line(self, code: str, refusal: Refusal) -> None:
        """Says at one line what the service refuses: what is missing at its own field."""
        if isinstance(refusal, AccessIncomplete):
            for part in refusal.missing:
                self.add_error(f"{code}-{part}", MISSING[part])
        else:
            self.add_error(f"{code}-outcome", refusal_text(refusal))

    def sent_line(self, code: str) -> str:
        """The sign of a line as it was sent, whether it can be read or not; empty where no outcome was chosen."""
        outcome, by_whom, ground, minutes = (str(self.data.get(self.add_prefix(f"{code}-{part}"), "")).strip() for part in PARTS)
        if outcome in ("", "granted"):
            return outcome and revision_of(outcome, "", "", None)
        return revision_of(outcome, by_whom, ground, int(minutes) if minutes.isdecimal() else minutes or None)

    def catch_up(self, held: Iterable[AccessFacts]) -> None:
        """What others saved meanwhile comes into the form that is shown again: as it is where the line was not touched, beside it where it was."""
        for each in held:
            code, sees = each.entitlement, f"{each.entitlement}-{REVISION}"
            if sent_revision(self, sees) == each.revision:
                continue
            if self.sent_line(code) not in ("", sent_revision(self, sees), each.revision):
                self.meanwhile[code] = each
                tell_once(self, f"{code}-outcome", ChangedMeanwhile())
            else:
                put(self, ((f"{code}-{part}", getattr(each, part)) for part in PARTS))
            put(self, [(sees, each.revision)])


class SawField(forms.CharField):
    """What the writer saw, in a line that counts as empty where nothing else stands in it."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Never: it is not typed."""
        return False


class MeetingForm(CarefulForm):
    """One meeting of the visit."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("note",)
    with_whom = forms.ChoiceField(label=_("With whom"), choices=[("", "—"), *WITH_WHOM.items()])
    held_on = day_field(_("Day"))
    note = line(_("What it was about"), help_text=_("Offices and topics; no names."))
    revision = SawField(required=False, max_length=64, widget=forms.HiddenInput)

    def catch_up(self, met: Iterable[MeetingFacts], *, told: bool) -> list[StandsNow]:
        """What stands there now, where others entered or took out a meeting meanwhile; the form then starts from there, and says so if `told`."""
        found = tuple(met)
        revision = meetings_revision(each.id for each in found)
        if not self.is_bound or sent_revision(self) == revision:
            return []
        if told:
            tell_once(self, None, ChangedMeanwhile())
        put(self, [(REVISION, revision)])
        return [StandsNow(str(WITH_WHOM[each.with_whom]), " · ".join(filter(None, [day(each.held_on), each.note]))) for each in found]
