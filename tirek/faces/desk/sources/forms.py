"""Forms of sources and of decisions about figures. They ask and tidy; every rule stands in the claims room."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tirek.faces.desk.places.careful import CLEARED, CarefulForm
from tirek.faces.desk.sources.words import CHOSEN, CONTEXT, CONTEXT_HELP, DISTANCES, HEDGES, KINDS, QUANTITIES
from tirek.faces.frame.fields import Choices, CountryForm, day_field, line, said
from tirek.faces.frame.uploads import LIMIT, MEGABYTE
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.fields import WordsFormField
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.insight.claims.context import LONGEST
from tirek.insight.claims.queries import Figure, Line
from tirek.insight.claims.services import Changes, Context, NewSource, Seen
from tirek.insight.claims.units import KNOWN
from tirek.insight.publications.words import unit_word

ORDER = ("value", "kind", "unit", "hedge", "first", "last", *CONTEXT, "reason", "seen", "proposal")
ENDINGS = ".txt,.docx,.pdf,.html,.htm"


def largest() -> str:
    """Which files may be chosen."""
    return _("TXT, DOCX, PDF with text, or HTML; at most %(number)s MB.") % {"number": number(LIMIT // MEGABYTE)}


class SourceForm(CountryForm):
    """What a document is, and its text: a file, pasted, or not held."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of source"), choices=list(KINDS.items()))
    author = forms.CharField(label=gettext_lazy("Author"), max_length=200, required=False)
    dated = day_field(gettext_lazy("Date of the document"), required=False, help_text=gettext_lazy("Leave empty if the document states no date."))
    language = forms.ChoiceField(label=gettext_lazy("Language of the text"), required=False)
    distance = forms.ChoiceField(label=gettext_lazy("How near it stands"), choices=list(DISTANCES.items()))
    about = forms.ChoiceField(label=gettext_lazy("Which source it tells of"), required=False)
    address = forms.URLField(label=gettext_lazy("Address on the internet"), max_length=500, required=False, assume_scheme="https")
    licence = forms.CharField(label=gettext_lazy("Licence"), max_length=200, required=False)
    text = forms.CharField(
        label=gettext_lazy("Text"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=gettext_lazy("Paste it as it stands; it is never changed afterwards."),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or a file"), required=False, allow_empty_file=True, help_text=lazy(largest, str)(),
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
    )  # fmt: skip
    not_held = forms.BooleanField(
        label=gettext_lazy("The text is not held"), required=False,
        help_text=gettext_lazy("For a document that is known only from what others say of it. Its figures are shown as retold and are not checked."),
    )  # fmt: skip

    def __init__(self, *args: Any, others: list[Line], **options: Any) -> None:
        self.others = others
        super().__init__(*args, **options)

    def choose(self, country: str) -> None:
        """Titles in the country's languages first; other sources to tell of."""
        languages = report_languages(country)
        title = WordsFormField(label=gettext_lazy("Title"), languages=languages, rows=1, max_length=300)
        publisher = WordsFormField(label=gettext_lazy("Publisher"), languages=languages, rows=1, max_length=300, required=False)
        self.fields = {"title": title, "publisher": publisher, **self.fields}
        self.offer("language", [("", _("as it is found")), *LANGUAGE_NAMES.items()])
        self.offer("about", [("", "—"), *((str(one.id), said(one.title)) for one in self.others)])
        for name in ("text", "file", "not_held"):
            self.fields[name].hangs_on_another = True  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        """The text with the line ends that it had before the browser sent it."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")

    def clean_file(self) -> Any:
        """A file that is not too large to be read."""
        sent = self.cleaned_data["file"]
        if sent and sent.size > LIMIT:
            raise ValidationError(_("This file is too large: at most %(limit)s MB are read.") % {"limit": number(LIMIT // MEGABYTE)})
        return sent

    def clean(self) -> dict[str, Any]:
        """Asks for exactly one of text, file, "not held"."""
        given = super().clean() or {}
        if self.errors:
            return given
        ways = [bool(str(given.get("text", "")).strip()), given.get("file") is not None, bool(given.get("not_held"))]
        if sum(ways) == 0:
            self.add_error("text", _("There is no text yet. Paste it, choose a file, or say that the text is not held."))
        elif sum(ways) > 1:
            raise ValidationError(_("Only one of the three can be: a pasted text, a file, or that the text is not held. Take the others away."))
        return given

    def new_source(self) -> NewSource:
        """What was said of the document."""
        names = ("title", "kind", "publisher", "author", "distance", "dated", "language", "address", "licence")
        return NewSource(**{name: self.cleaned_data[name] for name in names}, about=self.cleaned_data["about"] or None)


def units() -> Choices:
    """Units with their words, in the order of the words."""
    return [("", "—"), *sorted(((unit, unit_word(unit)) for unit in KNOWN), key=lambda pair: pair[1].casefold())]


class SeenForm(forms.Form):
    """What stood on the page when somebody decided, sent back with the decision: the decision before and the digest of the proposal."""

    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)
    proposal = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def seen_then(self) -> Seen:
        """What the person saw; of a form that cannot be read, nothing that stands."""
        return Seen(self.cleaned_data.get("seen"), self.cleaned_data.get("proposal", ""))


def seen_now(figure: Figure) -> dict[str, Any]:
    """What stands on the page of a figure, for its forms."""
    return {"seen": figure.decision.id if figure.decision else None, "proposal": figure.digest}


def said_of(name: str) -> forms.Field:
    """The field for one thing that extraction cannot know: a list where it has one, else a line."""
    if name in CHOSEN:
        return forms.ChoiceField(label=CONTEXT[name], required=False, choices=[("", "—"), *CHOSEN[name].items()])
    return forms.CharField(label=CONTEXT[name], max_length=LONGEST[name], required=False, help_text=CONTEXT_HELP.get(name, ""))


class ContextForm(SeenForm):
    """What extraction cannot know of a figure."""

    use_required_attribute = False

    field_order: Sequence[str] | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields.update({name: said_of(name) for name in CONTEXT})
        self.order_fields(self.field_order)

    def context(self) -> Context:
        """What was said."""
        return Context(**{name: self.cleaned_data[name] for name in CONTEXT})


class FigureForm(CarefulForm, ContextForm):
    """A figure as a person reads it."""

    careful: ClassVar[tuple[str, ...]] = ("reason",)

    value = forms.CharField(label=pgettext_lazy("figure", "Number"), max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    kind = forms.ChoiceField(label=gettext_lazy("What sort of number"), choices=list(QUANTITIES.items()))
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    hedge = forms.ChoiceField(label=gettext_lazy("How exact the words are"), required=False, choices=[("", gettext_lazy("exactly so")), *HEDGES.items()])
    first = day_field(gettext_lazy("From the day"), required=False)
    last = day_field(gettext_lazy("To the day"), required=False)
    reason = line(gettext_lazy("Why"), required=True)

    field_order = ORDER

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = units()
        held = self.initial.get("unit")
        if held and held not in KNOWN:  # a rate's unit is made of two
            field.choices = [*units(), (held, unit_word(held))]

    def why(self) -> dict[str, Any]:
        """The reason, and why it names nobody."""
        return {name: self.cleaned_data[name] for name in ("reason", CLEARED)}

    def changes(self) -> Changes:
        """The figure as typed."""
        return Changes(**{name: self.cleaned_data[name] for name in ("value", "kind", "unit", "hedge", "first", "last")})


class AddedForm(FigureForm):
    """A figure that extraction did not find: its words as they stand in the text."""

    quote = forms.CharField(
        label=gettext_lazy("Words as they stand in the text"), max_length=300, strip=False,
        help_text=gettext_lazy("The number with its words; enough of them that they stand only once in this part of the text."),
    )  # fmt: skip
    field_order = ("quote", *ORDER)


class RejectForm(CarefulForm, SeenForm):
    """Why a proposal is no figure."""

    careful: ClassVar[tuple[str, ...]] = ("reason",)

    use_required_attribute = False

    reason = line(gettext_lazy("Why it is no figure"), required=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "reject_%s", **options})  # it stands beside the other form, whose reason has this id already


def initial_of(told: Mapping[str, Any], context: Mapping[str, str]) -> dict[str, Any]:
    """A figure as it is taken now, for the form."""
    period = told.get("period") or {}
    value = told.get("value")
    return {
        "value": "" if value is None else str(value), "kind": told.get("kind") or "count", "unit": told.get("unit") or "", "hedge": told.get("hedge") or "",
        "first": period.get("from"), "last": period.get("to"), **context,
    }  # fmt: skip
