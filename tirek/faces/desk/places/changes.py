"""The changes of a place: which form each has, what it says, and which verb of the register it calls. One entry a change."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.places.forms import bodies
from tirek.faces.frame.fields import CountryForm, choices, day_field, figure, line
from tirek.foundation.jurisdictions.queries import events
from tirek.registers.places import services


class RenameForm(CarefulForm, CountryForm):
    """Another name."""

    careful: ClassVar[tuple[str, ...]] = ("name",)

    since = day_field(_("First day of this name"), required=False, help_text=_("Leave empty only for the earliest name."))
    until = day_field(_("Last day of this name"), required=False, help_text=_("Only for a name of the past."))

    def choose(self, country: str) -> None:
        """The name in the country's languages."""
        self.name_in(country, _("Name of the place"))


class AuthorityForm(CountryForm):
    """Another authority."""

    authority = forms.ChoiceField(label=_("Authority"))
    since = day_field(_("First day under this authority"), required=False, help_text=_("Leave empty only for the earliest authority."))
    until = day_field(_("Last day under this authority"), required=False, help_text=_("Only for an authority of the past."))

    def choose(self, country: str) -> None:
        """All authorities, past ones too."""
        self.offer("authority", bodies(country))


class CountForm(CarefulForm, CountryForm):
    """How many people on a day."""

    careful: ClassVar[tuple[str, ...]] = ("source", "replaces_because")

    counted_on = day_field(_("Day of the count"))
    capacity = figure(_("Capacity"))
    male = figure(_("Men and boys"))
    female = figure(_("Women and girls"))
    unknown = figure(_("People whose sex is not known"))
    minors = figure(_("Of them minors"))
    source = forms.CharField(label=_("Source"), required=False, max_length=1000, help_text=_("Who counted, or which paper says so."))
    replaces_because = line(_("Why it replaces an earlier count of the same day"))


class DayForm(CountryForm):
    """One day."""

    on = day_field(_("Day"))


class MergeForm(CountryForm):
    """Into which place, from which day."""

    into_id = forms.ChoiceField(label=_("The other place"))
    on = day_field(_("First day as one place"))

    def __init__(self, *args: Any, others: list[tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("into_id", [("", "—"), *(others or [])])


class EventForm(CarefulForm, CountryForm):
    """A tie to an event of the country."""

    careful: ClassVar[tuple[str, ...]] = ("note",)

    event = forms.ChoiceField(label=_("Event"))
    note = line(_("Why"), help_text=_("What the place has to do with it. Do not name anybody who was held there."))

    def choose(self, country: str) -> None:
        """The events of the country's pack."""
        self.offer("event", choices((one.id, one.name) for one in events(country)))


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its form, its title, what it means, its button, and the verb that does it."""

    form: type[CountryForm]
    title: "str | Promise"
    lead: "str | Promise"
    button: "str | Promise"
    done: "str | Promise"
    verb: Callable[..., object]
    icon: str = ""


CHANGES: dict[str, Change] = {
    "count": Change(
        CountForm, _("Enter a count"), _("A figure that is not known stays empty; zero means that nobody was there."),
        _("Save the count"), _("The count is saved."), services.record_population, "users",
    ),
    "rename": Change(
        RenameForm, _("Enter another name"), _("The name before it ends the day before. Both stay in the story and both are found by search."),
        _("Save the name"), _("The name is saved."), services.rename_place, "pencil",
    ),
    "authority": Change(
        AuthorityForm, _("Enter another authority"), _("The authority before it ends the day before. Recommendations go to the authority of the day of the visit."),
        _("Save the authority"), _("The authority is saved."), services.change_authority, "building",
    ),
    "event": Change(
        EventForm, _("Tie to an event"), _("The tie puts the event on the place's time line."),
        _("Save the tie"), _("The tie is saved."), services.tie_to_event, "link",
    ),
    "close": Change(
        DayForm, _("Close the place"), _("Give its last day. The record stays."),
        _("Close the place"), _("The place is closed."), services.close_place, "ban",
    ),
    "reopen": Change(
        DayForm, _("Open the place again"), _("Give its first day."),
        _("Open the place again"), _("The place is open again."), services.reopen_place, "refresh",
    ),
    "merge": Change(
        MergeForm, _("Make it a part of another place"), _("It closes the day before and its record stays. From then on changes are entered at the other place."),
        _("Merge the places"), _("The places are merged."), services.merge_places, "arrow-right",
    ),
}  # fmt: skip
