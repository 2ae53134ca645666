"""A draft of a speech set against the frozen record. The page keeps nothing: no row, no file, no line in a log, and no browser keeps its answer."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tirek.faces.desk.speeches.cards import language, say
from tirek.faces.desk.speeches.views import frame
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.foundation.jurisdictions.queries import is_invented, today
from tirek.foundation.ui.formats import day, number, percent
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.ground.rules.speech_matching import HUNDRED, Verdict
from tirek.insight.claims.reading.refusals import TextTooLong
from tirek.insight.speeches import queries
from tirek.insight.speeches.policies import check_may_read_sheets

VERDICTS = {
    Verdict.DIFFERS: (gettext_lazy("Differs from the record"), "≠", "does_not_follow"),
    Verdict.ONE_END: (gettext_lazy("One end of an interval alone"), "↔", "does_not_follow"),
    Verdict.ABSENT: (gettext_lazy("Not in the record"), "?", "cannot_be_checked"),
    Verdict.UNCOMPARED: (gettext_lazy("Not compared"), "…", "cannot_be_checked"),
    Verdict.FOUND: (gettext_lazy("Found in the record"), "=", "holds"),
}
"""Words, sign and mark of each, in the order of the page."""


def longest() -> str:
    """How much may be pasted."""
    return _("At most %(number)s characters.") % {"number": number(queries.CHARACTERS)}


class SpeechForm(forms.Form):
    """A pasted speech. It is no field of any row."""

    use_required_attribute = False

    text = forms.CharField(
        label=gettext_lazy("The draft of the speech"), strip=False, help_text=lazy(longest, str)(),
        error_messages={"required": gettext_lazy("There is no text yet. Paste the draft of the speech.")},
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "autocomplete": "off"}),
    )  # fmt: skip

    def clean_text(self) -> str:
        """The text with the line ends that it had before the browser sent it."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure with its mark, and what the record says in words, each line with where it stands."""

    figure: queries.SaidFigure
    sign: str
    mark: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of which the same can be said."""

    code: str
    title: str
    sign: str
    figures: tuple[Shown, ...]


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: SignedRequest, year: int) -> HttpResponse:
    """The form, or the speech with its figures marked. Cost: 2 queries, and a process for a text that is sent."""
    check_may_read_sheets(request.actor, request.country)
    if not 2000 <= year <= today(request.country).year:
        raise NotFound
    if request.method != "POST":
        return page(request, year, SpeechForm())
    try:
        form = SpeechForm(request.POST)
    except RequestDataTooBig:
        return page(request, year, refused(SpeechForm({}), TextTooLong(limit=queries.CHARACTERS)), 413)
    if not form.is_valid():
        return page(request, year, form, 422)
    try:
        found = queries.checked_speech(form.cleaned_data["text"], by=request.actor, country=request.country, year=year)
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        return page(request, year, refused(form, refusal), 422)
    return page(request, year, SpeechForm(initial=form.cleaned_data), found=found)


def refused(form: SpeechForm, refusal: Refusal) -> SpeechForm:
    """The form with the sentence of a refusal and no other."""
    form.is_valid()
    form.errors.clear()
    form.add_error("text", refusal_text(refusal))
    return form


def page(request: SignedRequest, year: int, form: SpeechForm, status: int = 200, found: queries.CheckedSpeech | None = None) -> HttpResponse:
    """The page: the form, above it the speech where one was looked through, and whether anything is frozen yet."""
    shown = {each.number: as_shown(each, request.country) for each in found.figures} if found else {}
    context = {
        **frame(request, year, "check"), "form": form, "found": found,
        "pieces": [(each.text, shown[each.figure.number] if each.figure else None) for each in found.stretches] if found else [],
        "groups": [group(code, shown.values()) for code in VERDICTS],
        "sheets": queries.frozen_sheets(by=request.actor, country=request.country),
    }  # fmt: skip
    made = render(request, "desk/speeches/check.html", context, status=status)
    made._has_been_logged = True  # type: ignore[attr-defined]  # Django would write a line with the hour for each refused text
    return made


def as_shown(figure: queries.SaidFigure, country: str) -> Shown:
    """A figure with its sign and the lines of the record."""
    _title, sign, mark = VERDICTS[figure.verdict]
    of_sheets = ((line_words(each), reverse("desk:speech-frozen", args=[each.sheet_id])) for each in figure.lines)
    return Shown(figure, sign, mark, (*of_sheets, *((printed_words(each), printed_address(each, country)) for each in figure.printed)))


def printed_words(line: queries.PrintedLine) -> str:
    """Where a figure was printed, in words."""
    told = {"quote": line.quote, "title": line.title.best(language()), "day": day(line.on) if line.on else "—"}
    return (_("“%(quote)s” in the issued report %(title)s (%(day)s)") if line.sort == "report" else _("“%(quote)s” in the published document %(title)s (%(day)s)")) % told


def printed_address(line: queries.PrintedLine, country: str) -> str:
    """The way there; nothing where the public page does not show it."""
    if line.sort == "report":
        return reverse("desk:report", args=[line.key])
    return "" if is_invented(country) else f"{reverse('portal:document', args=[line.key])}#figure-{line.figure}"


def group(code: Verdict, shown) -> Group:  # type: ignore[no-untyped-def]
    """The figures of one verdict, in the order of the speech."""
    title, sign, _mark = VERDICTS[code]
    return Group(code.value, str(title), sign, tuple(each for each in shown if each.figure.verdict is code))


def line_words(line: queries.RecordLine) -> str:
    """A number of the record in words: what it is, its value, the year and the day."""
    value = percent(line.value / HUNDRED, 1) if line.percent else number(int(line.value))
    key = f"{line.what}_{line.code}" if line.what in ("part", "upper", "whole") else f"beside_{line.what}"
    return _("%(value)s: %(what)s (figures of %(year)s, on %(day)s)") % {"value": value, "what": say(key), "year": line.year, "day": day(line.on) if line.on else "—"}
