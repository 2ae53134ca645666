"""Forms of topics and statements. They ask and tidy; every rule stands in the claims room."""

from dataclasses import replace
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.sources.forms import units
from tirek.faces.desk.sources.words import BASES, HEDGES
from tirek.faces.frame.fields import day_field, line, said
from tirek.foundation.ui.fields import WordsFormField
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.claims.exact import told_again
from tirek.insight.claims.queries import DecidedFigure, Line, StatementFacts, TopicFacts
from tirek.insight.claims.topic_values import READING, Figure, NewStatement, NewTopic, Point, Rival
from tirek.insight.publications.figures import read_as
from tirek.insight.publications.topic_words import SILENCES

NEW_POINTS = 3
"""Empty points offered beside those that stand."""


def words(label: object, *, required: bool = False, rows: int = 1, help_text: object = "") -> WordsFormField:
    """A text in four languages; all four are needed before a topic is published, not before it is saved."""
    return WordsFormField(label=label, languages=LANGUAGES, rows=rows, required=required, max_length=600, help_text=help_text)


class TopicForm(forms.Form):
    """A question with its points and the explanations that it leaves open."""

    use_required_attribute = False

    question = words(gettext_lazy("Question"), required=True, help_text=gettext_lazy("Neutral enough that both sides would ask it so."))
    about = words(gettext_lazy("What a reader should know before"), rows=2)
    revision = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, facts: TopicFacts | None = None) -> None:
        points, rivals = (facts.points, facts.rivals) if facts else ((), ())
        before: dict[str, Any] = {f"point_{place}": each.question for place, each in enumerate(points)} | {f"rival_{place}": each.text for place, each in enumerate(rivals)}
        told: dict[str, Any] = {"question": facts.question, "about": facts.about, "revision": facts.revision} if facts else {}
        super().__init__(data, initial={**before, **told})
        self.facts = facts
        for place in range(len(points) + NEW_POINTS):
            self.fields[f"point_{place}"] = words(_("Point %(number)s") % {"number": place + 1})
        for place in range(len(rivals) + 1):
            self.fields[f"rival_{place}"] = words(_("Possible explanation %(number)s") % {"number": place + 1})

    def named(self, kind: str) -> list[str]:
        """The fields of one kind, in order."""
        return [name for name in self.fields if name.startswith(f"{kind}_")]

    def new_topic(self) -> NewTopic:
        """What was asked; what the form does not ask stays as it is."""
        facts, typed = self.facts, self.cleaned_data
        held = facts.points if facts else ()
        tied = [each.statement for each in facts.rivals] if facts else []
        points = tuple(replace(held[place], question=typed[name]) if place < len(held) else Point("", typed[name]) for place, name in enumerate(self.named("point")))
        rivals = tuple(Rival(typed[name], tied[place] if place < len(tied) else "") for place, name in enumerate(self.named("rival")))
        kept: dict[str, Any] = {"breaks": facts.breaks, "beside": facts.beside, "place": facts.place} if facts else {}
        return NewTopic(question=typed["question"], about=typed["about"], points=points, rivals=rivals, **kept)


class StatementForm(forms.Form):
    """What a stretch of a source says on a point. Exactly one of position, number and silence is filled in."""

    use_required_attribute = False

    point = forms.ChoiceField(label=gettext_lazy("Point"))
    quote = forms.CharField(
        label=gettext_lazy("Words as they stand in the text"), strip=False, required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=gettext_lazy("Enough of them that they stand only once in the text of the source."),
    )  # fmt: skip
    known_speaker = forms.ChoiceField(label=gettext_lazy("Who says it, as in other statements"), required=False)
    speaker = words(gettext_lazy("Or another office or body"))
    retold_by = words(gettext_lazy("Retold by"), help_text=gettext_lazy("Only where the source passes on another's words."))
    of_whom = words(gettext_lazy("Of whom or what"))
    position = words(gettext_lazy("Position, in few words"), help_text=gettext_lazy("Loaded words stand in quotation marks."))
    value = forms.CharField(label=gettext_lazy("Or a number"), required=False, max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    hedge = forms.ChoiceField(label=gettext_lazy("How exact the words are"), required=False, choices=[("", gettext_lazy("exactly so")), *HEDGES.items()])
    missing = forms.ChoiceField(label=gettext_lazy("Or why the source gives no answer"), required=False, choices=[("", "—"), *SILENCES.items()])
    since = day_field(gettext_lazy("Speaks of the time from"), required=False)
    until = day_field(gettext_lazy("Speaks of the time until"), required=False)
    inferred = words(gettext_lazy("How the time is inferred"), help_text=gettext_lazy("Only where the source does not state it."))
    basis = forms.ChoiceField(label=gettext_lazy("By law or in practice"), required=False, choices=[("", "—"), *BASES.items()])
    scope = words(gettext_lazy("Institutions or law"))
    stage = words(gettext_lazy("What is counted"))
    people = words(gettext_lazy("Which persons"))
    location = words(gettext_lazy("Place"))
    revision = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, topic: TopicFacts, held: StatementFacts | None = None) -> None:
        super().__init__(data, initial=initial_of(held) if held else None)
        self.held = held
        self.speakers = {str(number): each for number, each in enumerate({said(one.speaker): one.speaker for one in topic.statements}.values(), 1)}
        self.offer("point", [(each.key, said(each.question)) for each in topic.points])
        self.offer("known_speaker", [("", "—"), *((key, said(each)) for key, each in self.speakers.items())])
        self.offer("unit", units())

    def offer(self, name: str, found: list[tuple[str, Any]]) -> None:
        """The choices of one field."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = found

    def new_statement(self) -> NewStatement:
        """What was said of the stretch; what the form does not ask stays as it is."""
        typed = self.cleaned_data
        asked: dict[str, Any] = {name: typed[name] for name in READING if name in self.fields}
        asked["speaker"] = typed["speaker"] or self.speakers.get(typed["known_speaker"], Words())
        number = Figure(typed["value"], typed["unit"], typed["hedge"]) if typed["value"].strip() else None
        quote, held = typed["quote"].replace("\r\n", "\n"), self.held
        kept: dict[str, Any] = {"start": held.start if quote == held.quote else None, "code": held.code, "role": held.role, "role_source": held.role_source} if held else {}
        return NewStatement(quote=quote, figure=number, **asked, **kept)


class AddForm(StatementForm):
    """A statement that is not there yet: its source, or a figure that was decided about."""

    source = forms.ChoiceField(label=gettext_lazy("Source"), required=False)
    figure = forms.ChoiceField(
        label=gettext_lazy("A figure that was confirmed"), required=False,
        help_text=gettext_lazy("Its source, words and number are taken; leave the words and the number below empty."),
    )  # fmt: skip
    field_order = ("source", "figure", "point", "quote")

    def __init__(self, data: Any = None, *, topic: TopicFacts, sources: list[Line], figures: list[DecidedFigure]) -> None:
        super().__init__(data, topic=topic)
        self.figures = {f"{each.source_id}:{each.start}-{each.end}": each for each in figures}
        self.offer("source", [("", "—"), *((str(each.id), said(each.title)) for each in sources if each.held)])
        self.offer("figure", [("", "—"), *((key, f"{each.quote} — {read_as(told_again(each.told))} — {said(each.title)}") for key, each in self.figures.items())])

    def clean(self) -> dict[str, Any]:
        """Asks for a source with words, or for a figure."""
        given = super().clean() or {}
        if not self.errors and not given["figure"] and not (given["source"] and given["quote"].strip()):
            raise ValidationError(_("Choose a figure that was confirmed, or a source and the words that stand in it."))
        return given

    @property
    def source_id(self) -> UUID:
        """The source chosen, or that of the figure."""
        chosen = self.figures.get(self.cleaned_data["figure"])
        return chosen.source_id if chosen else UUID(self.cleaned_data["source"])

    def new_statement(self) -> NewStatement:
        """As typed; a chosen figure gives its words and its number."""
        chosen = self.figures.get(self.cleaned_data["figure"])
        if chosen is not None:
            plain = chosen.told
            self.cleaned_data.update(quote=chosen.quote, value=plain["value"] or "", unit=plain["unit"] or "", hedge=plain["hedge"] or "")
        asked = super().new_statement()
        return asked if chosen is None else replace(asked, start=chosen.start)


class TakeBackForm(CarefulForm):
    """Why a statement is left out."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("reason",)

    reason = line(gettext_lazy("Why it is left out"), required=True)


class PublishForm(CarefulForm):
    """What changed since the edition before, and why passages that could name somebody stay. `seen` is the digest of what the page showed."""

    careful: ClassVar[tuple[str, ...]] = ("note",)

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    note = words(gettext_lazy("What changed since the edition before"), help_text=gettext_lazy("Public. Leave empty for the first edition."))


def initial_of(held: StatementFacts) -> dict[str, Any]:
    """A statement as it stands, for the form."""
    number = held.figure or {}
    plain = {name: getattr(held, name) for name in (*READING, "quote", "revision")}
    return {**plain, "value": number.get("value") or "", "unit": number.get("unit") or "", "hedge": number.get("hedge") or ""}
