"""The list of what is addressed to an authority. It cuts nothing itself: recommendations do."""

from collections.abc import Sequence

from django import forms
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.frame.answers.words import WORDS, head_of
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import FilterForm, said
from tirek.faces.respond.context import of_facility, tabs
from tirek.faces.respond.words import body_of, doing_cell, due_cell, state_cell
from tirek.followup.exchange import queries
from tirek.followup.recommendations.queries import AddressedLine, BodyFilters, addressed, body_counts
from tirek.foundation.ui.pieces import Cell, Column

PAGE = 50


class BodyFilterForm(FilterForm):
    """How the list is narrowed."""

    number = forms.CharField(label=gettext_lazy("Number"), required=False, max_length=40)
    word = forms.ChoiceField(label=gettext_lazy("Your body said"), required=False, choices=[("", gettext_lazy("all")), *((code, words) for code, (words, _shape) in WORDS.items())])
    awaiting = forms.BooleanField(label=gettext_lazy("Awaits your answer"), required=False)
    overdue = forms.BooleanField(label=gettext_lazy("Answer overdue"), required=False)
    doing_over = forms.BooleanField(label=gettext_lazy("Day for carrying out is over"), required=False)

    def leave_out(self, *names: str) -> None:
        """Without what is not told to whoever asks."""
        for name in names:
            del self.fields[name]

    @property
    def filters(self) -> BodyFilters:
        """What was asked; nothing where the form is not valid."""
        if not self.is_bound or not self.is_valid():
            return BodyFilters()
        return BodyFilters(**{**self.cleaned_data, "number": self.cleaned_data["number"].strip()})


class Part:
    """A list that is asked for page by page: how many there are, and some of them."""

    def __init__(self, request: SignedRequest, filters: BodyFilters) -> None:
        self.request, self.filters, self.today = request, filters, timezone.localdate()

    @cached_property
    def counts(self) -> int:
        """How many there are."""
        return body_counts(by=self.request.actor, country=self.request.country, today=self.today, filters=self.filters).total

    def __len__(self) -> int:
        return self.counts

    def __getitem__(self, asked: slice) -> Sequence[AddressedLine]:
        size = asked.stop - asked.start
        return addressed(by=self.request.actor, country=self.request.country, today=self.today, filters=self.filters, start=asked.start, size=size)


@require_safe
def recommendations(request: SignedRequest) -> HttpResponse:
    """All of them: what awaits an answer first, by the day on which it falls due."""
    form = BodyFilterForm(request.GET or None, country=request.country)
    if of_facility(request):
        form.leave_out("word", "doing_over")
    part = Part(request, form.filters)
    page: Page[AddressedLine] = Paginator(part, PAGE).get_page(request.GET.get("page"))  # type: ignore[arg-type]
    lines = tuple(page.object_list) if form.understood else ()
    context = {
        "form": form, "page": page, "total": len(part) if form.understood else 0, "columns": columns(), "rows": rows(request, lines),
        "narrowed": form.filters != BodyFilters(), "tabs": tabs(request, "recommendations"), "of_facility": of_facility(request),
    }  # fmt: skip
    return render(request, "respond/list.html", context)


def columns() -> list[Column]:
    """The columns of a list."""
    return [Column(_("Number"), width="short"), Column(_("What has to be done"), width="wide"), Column(_("Place")), Column(_("Who answers")), Column(_("Answer due")), Column(_("To be carried out by")), Column(_("How it stands"))]


def rows(request: SignedRequest, lines: tuple[AddressedLine, ...]) -> list[list[object]]:
    """Recommendations as rows. Cost: 2 queries."""
    prepared = queries.reply_states(lines, by=request.actor, country=request.country) if lines else {}
    new = queries.unopened(lines, by=request.actor, country=request.country) if lines else frozenset()
    today = timezone.localdate()
    return [
        [
            Cell(each.number, reverse("respond:recommendation", args=[each.id])), head_of(said(each.text), 200), said(each.place_name),
            body_of(each, request.country, today, short=True), due_cell(each), doing_cell(each), state_cell(each, prepared.get(each.id, ""), each.id in new),
        ]
        for each in lines
    ]  # fmt: skip
