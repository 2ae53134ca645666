"""Forms of the recommendations. They ask and tidy; every rule stands in the room's services."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.forms import bodies
from tirek.faces.desk.plan.words import areas, kinds_of_place
from tirek.faces.desk.recommendations.before import BeforeShown
from tirek.faces.desk.recommendations.labelwords import grouped, rule_meant
from tirek.faces.desk.visits.words import DECISIONS
from tirek.faces.frame.answers.words import KINDS, PRIORITIES, STATES, VERIFICATIONS, WAYS, WORDS, Said, side_by_side
from tirek.faces.frame.confirming import Confirming
from tirek.faces.frame.context import refusal_text
from tirek.faces.frame.fields import Choices, CountryForm, FilterForm, choices, day_field, line, said
from tirek.faces.frame.uploads import UploadField
from tirek.followup.recommendations.queries import NOBODYS, NOTHING, Filters, RecommendationFacts, stretches
from tirek.followup.recommendations.refusals import LetterNumberNames
from tirek.foundation.jurisdictions.queries import authorities, divided, heirs_on, report_languages
from tirek.foundation.jurisdictions.queries import themes as themes_of_packs
from tirek.foundation.ui.fields import WordsFormField
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, VERIFICATION
from tirek.ground.rules.words import Words

TEXT, INDICATOR = 8_000, 2_000
ME = "me"
SAID_BEFORE = ("repeats", "other_things", "looked", "revision")
ISSUED = ("issued", "withdrawn", "superseded")


def coded(codes: dict[str, Any], wanted: Iterable[str] | None = None) -> Choices:
    """Codes with their words, all or those wanted; words may come with a shape."""
    return [(code, codes[code][0] if isinstance(codes[code], tuple) else codes[code]) for code in (wanted if wanted is not None else codes)]


class OneOrMore(forms.Select):
    """Several are chosen, each in a list of its own: as many lists as are chosen, and one more. An address may name several, as the board does for a column under a label."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The lists, one under another: what narrows is seen, and stays when something else is asked for."""
        given, lists = dict(attrs or {}), []
        for place, one in enumerate([*(value or ()), ""]):
            more = {"id": f"{given.get('id', name)}-{place}", "aria-label": _("One label more")} if place else {}
            lists.append((super().render(name, [one], {**given, **more}, renderer),))
        return format_html_join("", "{}", lists)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """All that are named."""
        return [one for one in (data.getlist(name) if hasattr(data, "getlist") else [data.get(name)]) if one]


class RecommendationFilterForm(FilterForm):
    """How the list is narrowed."""

    addressee = forms.ChoiceField(label=_("Addressee"), required=False)
    word = forms.ChoiceField(label=_("The authority says"), required=False, choices=[("", _("all")), *coded(WORDS)])
    verification = forms.ChoiceField(label=_("The mechanism verified"), required=False, choices=[("", _("all")), *coded(VERIFICATIONS)])
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *coded(STATES, ISSUED)])
    place = forms.ChoiceField(label=_("Place"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    place_kind = forms.ChoiceField(label=_("Kind of place"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    label = forms.MultipleChoiceField(label=_("Label"), required=False, widget=OneOrMore)
    standard = forms.CharField(label=_("Standard"), required=False, max_length=80)
    caretaker = forms.ChoiceField(label=_("In whose care"), required=False)
    repeated = forms.ChoiceField(
        label=_("Recommended"), required=False,
        choices=[("", _("however often")), ("2", _("twice or more")), ("3", _("three times or more")), ("5", _("five times or more"))],
    )  # fmt: skip
    open = forms.BooleanField(label=_("Still to be done"), required=False)
    overdue = forms.BooleanField(label=_("Answer overdue"), required=False)
    doing_over = forms.BooleanField(label=_("Day for carrying out is over"), required=False)
    again = forms.BooleanField(label=_("Due for another look"), required=False)
    issued_from = day_field(_("Issued from"), required=False)
    issued_until = day_field(_("Issued until"), required=False)
    due_from = day_field(_("Answer due from"), required=False)
    due_until = day_field(_("Answer due until"), required=False)
    answered_from = day_field(_("Answer received from"), required=False)
    answered_until = day_field(_("Answer received until"), required=False)
    verified_from = day_field(_("Verified from"), required=False)
    verified_until = day_field(_("Verified until"), required=False)

    def __init__(self, *args: Any, places: Choices, people: Choices | None, me: str = "", **kwargs: Any) -> None:
        """`people` may be in charge of something; without them nobody is asked for by name."""
        super().__init__(*args, **kwargs)
        self.me = me
        self.offer("place", [("", _("all")), *places])
        self.offer("theme", [("", _("all")), (NOTHING, _("not entered")), *themes()])
        self.offer("caretaker", [("", _("all")), (ME, _("myself")), (NOBODYS, _("nobody’s")), *(people or [])])
        if people is None:
            del self.fields["caretaker"]

    def clean_caretaker(self) -> str:
        """The account."""
        chosen = str(self.cleaned_data["caretaker"])
        return self.me if chosen == ME else chosen

    def clean_place(self) -> UUID | None:
        """The chosen place's id."""
        chosen = self.cleaned_data["place"]
        return UUID(chosen) if chosen else None

    def clean_standard(self) -> str:
        """The id of the one rule that was written."""
        written = str(self.cleaned_data["standard"]).strip()
        rule, likely = rule_meant(self.country, written) if written else ("", "")
        if written and not rule:
            raise forms.ValidationError(_("More than one rule fits: %(found)s.") % {"found": likely} if likely else _("No rule fits. Write a text and a number, like NMR 24."))
        return rule

    def clean_repeated(self) -> int:
        """In how many reports at least; 0 where nobody asked."""
        return int(self.cleaned_data["repeated"] or 0)

    def choose(self, country: str) -> None:
        """The authorities, past ones too. Days of answers and verifications are asked only where an address asks already: from a chart."""
        self.only_asked("answered_from", "answered_until")
        self.only_asked("issued_from", "issued_until")
        self.only_asked("due_from", "due_until")
        self.offer("label", [("", _("all")), *grouped(country)])
        self.only_asked("verified_from", "verified_until")
        self.offer("addressee", bodies(country, _("all")))
        self.offer("region", areas(country, _("all")))
        self.offer("place_kind", kinds_of_place(country, _("all")))
        self.only_asked("region", "place_kind", "open")

    @property
    def filters(self) -> Filters:
        """What was asked; nothing where the form is not valid."""
        if not self.is_valid():
            return Filters()
        told = dict(self.cleaned_data)
        labels = tuple(dict.fromkeys([*told.pop("label", ()), *filter(None, [told.pop("standard", "")])]))
        return Filters(**told, labels=labels)


class DraftForm(CountryForm):
    """Everything that is asked of a draft. Text and indicator come first, in the country's languages."""

    findings = forms.MultipleChoiceField(label=_("Findings it rests on"), widget=forms.CheckboxSelectMultiple)
    addressee = forms.ChoiceField(label=_("Addressee"))
    kind = forms.ChoiceField(label=_("What has to change"), choices=coded(KINDS))
    priority = forms.ChoiceField(label=_("Priority"), choices=coded(PRIORITIES))
    repeats = forms.UUIDField(label=_("What was said before"), required=False)
    other_things = forms.Field(widget=forms.MultipleHiddenInput, required=False)
    looked = forms.BooleanField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, findings: Choices, looking: Callable[["DraftForm"], BeforeShown], suggestion: object = "", **kwargs: Any) -> None:
        """`looking` finds what was said before, once somebody asks for it."""
        super().__init__(*args, **kwargs)
        self.offer("findings", findings)
        self.looking = looking
        self.fields["addressee"].help_text = suggestion  # type: ignore[assignment]

    @property
    def asked(self) -> list[forms.BoundField]:
        """What is asked field by field; the section of what was said before asks the rest."""
        return [self[name] for name in self.fields if name not in SAID_BEFORE]

    @cached_property
    def before(self) -> BeforeShown:
        """The section of what was said before, for what the form holds."""
        return self.looking(self)

    def choose(self, country: str) -> None:
        """The authorities of today and the one that stands in the draft; the words in the country's languages first."""
        held = str(self.initial.get("addressee", ""))
        today = timezone.localdate()
        found = [(one.code, one.name) for one in authorities(country) if one.code == held or one.code in valid_codes(country, today)]
        self.offer("addressee", choices(found))
        self.fields = {**worded(country, self.initial), **self.fields}

    def clean_findings(self) -> tuple[UUID, ...]:
        """Ids of the chosen findings."""
        return tuple(UUID(each) for each in self.cleaned_data["findings"])

    def clean_other_things(self) -> tuple[UUID, ...]:
        """Ids of those that are something else."""
        try:
            return tuple(UUID(each) for each in self.cleaned_data["other_things"] or ())
        except ValueError as wrong:
            raise forms.ValidationError(_("One of the earlier recommendations is not known. Look again at what was said before.")) from wrong


def worded(country: str, initial: Mapping[str, Any]) -> dict[str, forms.Field]:
    """The fields of text and indicator, in the country's languages and those that they already have."""
    languages = side_by_side(country, *(initial.get(name) or Words() for name in ("text", "indicator")))
    text = WordsFormField(label=_("What has to be done"), languages=languages, rows=5, max_length=TEXT, help_text=_("One action. Name nobody who is deprived of liberty."))
    sign = WordsFormField(
        label=_("By what one can tell that it was done"), languages=languages, rows=2, max_length=INDICATOR, required=False,
        help_text=_("A number, a document or a fact that somebody else can check."),
    )  # fmt: skip
    return {"text": text, "indicator": sign}


class RewordForm(CountryForm):
    """Other words for an issued recommendation. `revision` is the sign of those that the writer saw."""

    revision = began_from()

    def choose(self, country: str) -> None:
        """Text and indicator."""
        self.fields = {**worded(country, self.initial), **self.fields}


def valid_codes(country: str, on: date) -> frozenset[str]:
    """Codes of the authorities that exist on a day."""
    return frozenset(one.code for one in authorities(country, on))


class TranslationForm(forms.Form):
    """Translations of a draft beside its text; saving says that they fit the present text."""

    use_required_attribute = False
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, facts: RecommendationFacts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text, sign = facts.text, facts.indicator
        self.fields = {"text": translations(_("What has to be done"), facts.country, text, TEXT), **self.fields}
        if sign:
            asked = translations(_("By what one can tell that it was done"), facts.country, sign, INDICATOR)
            self.fields = {"text": self.fields["text"], "indicator": asked, "revision": self.fields["revision"]}

    def texts(self, name: str) -> dict[str, str]:
        """What was typed, by language; languages that were not asked for are not among them."""
        field = self.fields.get(name)
        if not isinstance(field, WordsFormField):
            return {}
        made: Words = self.cleaned_data[name]
        return {code: made.in_(code) for code in field.languages if made.in_(code)}


def translations(label: Said, country: str, words: Words, limit: int) -> WordsFormField:
    """A field for the languages of the country other than the one that the text was written in."""
    languages = [code for code in report_languages(country) if code != words.source]
    return WordsFormField(label=label, languages=languages, rows=6, max_length=limit, required=False)


class AnswerForm(Confirming):
    """The authority's word, as its letter says it."""

    word = forms.ChoiceField(label=_("What the authority says"), help_text=_("As the letter says it, not as you judge it."))
    said_on = day_field(_("Date of the letter"))
    received_on = day_field(_("Received on"))
    letter_number = forms.CharField(label=_("Number of the letter"), required=False, max_length=60)
    authority = forms.ChoiceField(label=_("Who answers"))
    official_name = forms.CharField(
        label=_("Name of the official"), required=False, max_length=120,
        help_text=_("Who answers for the authority, as the letter says it. Colleagues see it beside the answer; it stands in no list or file and is not published."),
    )  # fmt: skip
    official_function = forms.CharField(label=_("Function of the official"), required=False, max_length=200)
    text = line(_("What the letter says"), help_text=_("In your own short words. Name nobody who is deprived of liberty."), rows=4)
    named_until = day_field(
        _("Last day that the letter names for carrying it out"), required=False,
        help_text=_("Only where the letter says that it will be done. Without a day the country’s term runs from the day on which the letter came."),
    )  # fmt: skip
    letter = UploadField(label=_("The letter as a file"), required=False)

    def __init__(self, *args: Any, since: date, **kwargs: Any) -> None:
        """`since` is the day of the issue: bodies that were gone before it answer nothing. All words are offered: a letter from before the
        newest one may say what cannot follow that one."""
        super().__init__(*args, **kwargs)
        self.offer("word", [("", "—"), *coded(WORDS, AUTHORITY_WORD.possible(AUTHORITY_WORD.first))])
        self.offer("authority", bodies(self.country, days=(since, timezone.localdate())))

    def clean_letter_number(self) -> str:
        """A number that names nobody; the service refuses it too, but only here is the refusal said at the field."""
        number = str(self.cleaned_data["letter_number"])
        if stretches(number):
            raise forms.ValidationError(refusal_text(LetterNumberNames()), code=LetterNumberNames.code)
        return number


class VerificationForm(Confirming):
    """What the mechanism itself found."""

    outcome = forms.ChoiceField(label=_("What was found"), help_text=_("What you saw or read, whatever the authority says."))
    verified_on = day_field(_("Day of the verification"))
    way = forms.ChoiceField(label=_("How"), choices=coded(WAYS), widget=forms.RadioSelect)
    text = line(_("What was seen or read"), required=True, help_text=_("Name nobody who is deprived of liberty."), rows=4)
    visit_id = forms.ChoiceField(label=_("On which visit"), required=False)
    evidence = UploadField(label=_("Evidence as a file"), required=False)

    def __init__(self, *args: Any, held: str, visits: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("outcome", [("", "—"), *coded(VERIFICATIONS, VERIFICATION.possible(held))])
        self.offer("visit_id", [("", "—"), *visits])
        self.no_visit = not visits

    def clean_visit_id(self) -> UUID | None:
        """The visit's id."""
        chosen = self.cleaned_data["visit_id"]
        return UUID(chosen) if chosen else None


class WithdrawalForm(Confirming):
    """Why a recommendation is withdrawn."""

    searched = ("reason",)
    reason = line(_("Why it is withdrawn"), required=True, rows=3, help_text=_("It stays readable, with this reason."))


class DueForm(Confirming):
    """Another day for the answer, and why. The confirmation is asked once there is something to confirm."""

    searched = ("reason",)
    due_on = day_field(_("New day of the answer"))
    reason = line(_("Why it is moved"), required=True, rows=3, help_text=_("For example: the authority asked for more time, with the date and number of its letter."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        confirmed = self.fields.pop("confirmed")
        if self.passages:
            confirmed.help_text = "; ".join(f"“{each}”" for each in self.passages)
            self.fields["confirmed"] = confirmed


class PassingForm(Confirming):
    """To which of the bodies among which duties were divided, and why."""

    searched = ("reason",)
    to = forms.ChoiceField(label=_("Who answers from now on"), help_text=_("The bodies among which an addressee’s duties were divided by the country’s pack."))
    reason = line(_("Why this one"), required=True, rows=3, help_text=_("For example: the decree that divided the ministry, with its number, and the duty that it gives to this body."))

    def choose(self, country: str) -> None:
        """All that took over a part of something."""
        today = timezone.localdate()
        codes = {heir for one in divided(country, today) for heir in heirs_on(country, one.code, today)}
        self.offer("to", [("", "—"), *[(one.code, said(one.name)) for one in authorities(country, today) if one.code in codes]])


class LinkForm(Confirming):
    """Which earlier recommendation says the same, and why they are linked."""

    searched = ("reason",)
    number = forms.CharField(label=_("Number of the earlier recommendation"), max_length=40, help_text=_("As it stands in its report. Those shown on this page may say the same."))
    reason = line(_("Why they are linked"), required=True, rows=3, help_text=_("What in both is the same, although the words differ."))


class UnlinkForm(Confirming):
    """Why two recommendations are taken apart."""

    searched = ("reason",)
    reason = line(_("Why they are taken apart"), required=True, rows=3, help_text=_("What differs: the place, the duty, the persons."))


class CareForm(CountryForm):
    """Who follows it up."""

    caretaker = forms.ChoiceField(label=_("In whose care"), required=False, help_text=_("The person is told nothing by it: tell her or him yourself."))

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("caretaker", [("", _("nobody’s")), *people])


class ThemeForm(CountryForm):
    """Under which theme it is found."""

    theme = forms.ChoiceField(label=_("Theme"), required=False)

    def choose(self, country: str) -> None:
        """The packs' themes."""
        self.offer("theme", [("", "—"), *themes()])


def themes() -> Choices:
    """The packs' themes of recommendations."""
    return [(one.code, said(one.name)) for one in themes_of_packs()]


class PassageForm(forms.Form):
    """A decision about one passage of a draft."""

    use_required_attribute = False
    decision = forms.ChoiceField(label=_("Decision"), widget=forms.RadioSelect, choices=coded(DECISIONS))
    replacement = forms.CharField(label=_("General words instead"), help_text=_("Needed if you write it in general words."), required=False, max_length=300)
    reason = forms.CharField(label=_("Why it may stay"), help_text=_("Needed if you keep it."), required=False, max_length=1000)
