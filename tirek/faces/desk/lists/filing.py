"""A work list as a file: asked for on a page, made by a job, with the columns, the order and the filters of the address it was asked from. It knows no noun: a list says its own rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.listing import ALL, Past, Shown, read
from tirek.faces.desk.lists.kinds import work_list
from tirek.faces.desk.lists.saving import said_of
from tirek.faces.desk.sheets.forms import TakeForm
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.jobs.kinds import Step
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.foundation.sheets.policies import kinds_to_take
from tirek.foundation.sheets.services import ask_for_list
from tirek.foundation.sheets.shown import NAME, TEXT, USUAL
from tirek.foundation.ui.pieces import Cell, Crumb
from tirek.ground.rules.actors import Actor

AT_ONCE = 500
AS_SHOWN, WHOLE = "shown", "whole"


class FileForm(TakeForm):
    """Which rows and columns the file holds, what it is for, and its kind."""

    holds = forms.ChoiceField(
        label=gettext_lazy("What the file holds"), widget=forms.RadioSelect, initial=AS_SHOWN,
        choices=[
            (AS_SHOWN, gettext_lazy("The list as it is shown: its rows, its columns, its order")),
            (WHOLE, gettext_lazy("Everything that you may see, under all columns that can be brought in again")),
        ],
    )  # fmt: skip
    field_order = ("holds", "ending", "purpose")

    def without_choice(self) -> None:
        """For a list that does not come in as a sheet, or not for this person."""
        del self.fields["holds"]


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a job works for."""

    actor: Actor
    country: str


@dataclass(frozen=True, slots=True)
class Filed:
    """A work list as its file says it."""

    listing: Shown

    @property
    def title(self) -> str:
        """What the list is called."""
        return str(self.listing.of.title)

    @property
    def headings(self) -> list[str]:
        """The headings of the chosen columns."""
        return [str(each.words) for each in self.listing.filed]

    @property
    def widths(self) -> list[int]:
        """How wide the chosen columns stand in a workbook."""
        first, *others = self.listing.filed
        return [{"short": USUAL, "wide": TEXT}.get(first.width, NAME), *(TEXT if each.width == "wide" else USUAL for each in others)]

    def rows(self, step: Step) -> Iterator[list[object]]:
        """The rows as the list's pages have them, with whole texts. What something new pushes from one portion into the next stands once."""
        of, asked, met = self.listing.of, self.listing.asked(filed=True), set[str]()
        total = of.count(asked)
        for start in range(0, total, AT_ONCE):
            for one in of.some(asked, start, AT_ONCE):
                if str(one.id) not in met:
                    met.add(str(one.id))
                    yield [plain(each) for each in self.listing.row(of.row(one, asked), filed=True)]
            step(min(total, start + AT_ONCE), total)

    def past(self, step: Step) -> tuple[str, list[str], Iterator[list[object]]] | None:
        """What happened to the things of the list: its title, its headings, and its rows."""
        past = self.listing.of.past
        return (_("History"), [str(self.listing.of.columns[0].words), *map(str, past.heads)], self.events(past, step)) if past else None

    def events(self, past: Past, step: Step) -> Iterator[list[object]]:
        """The events of one thing after the other, in the order of the list."""
        of, asked = self.listing.of, self.listing.asked(filed=True)
        total = of.count(asked)
        for start in range(0, total, AT_ONCE):
            things = of.some(asked, start, AT_ONCE)
            told: dict[Any, list[list[object]]] = {}
            for key, cells in past.events(things, asked):
                told.setdefault(key, []).append(cells)
            for one in things:
                name = plain(of.row(one, asked)[0])
                yield from ([name, *map(plain, cells)] for cells in told.get(one.id, ()))
            step(min(total, start + AT_ONCE), total)

    def told(self) -> list[tuple[str, str]]:
        """How the list was narrowed, and what its file leaves out."""
        narrowed = narrowed_by(self.listing) or [(_("Filters"), _("none"))]
        return [*narrowed, *([("", str(self.listing.of.note))] if self.listing.of.note else [])]


def narrowed_by(listing: Shown) -> list[tuple[str, str]]:
    """The filters that a file says."""
    query = QueryDict(listing.query, mutable=True)
    for each in listing.of.columns:
        if each.inside:
            query.pop(each.key, None)
    return said_of(listing.form, query.urlencode())


def plain(cell: object) -> object:
    """What stands in a cell; a link and a shape are the page's alone."""
    value = cell.text if isinstance(cell, Cell) else cell
    return value if isinstance(value, int) or hasattr(value, "isoformat") or value is None else str(value)


def read_filed(key: str, query: str, by: Actor, country: str) -> Filed:
    """The list under its query for a person. Raises NotFound, NotAllowed, FilterNotUnderstood."""
    listing = read(work_list(key), Person(by, country), QueryDict(query))
    listing.form.check_understood()
    return Filed(listing)


@recently_authenticated
@read_or_write
def file(request: SignedRequest, of_list: str) -> HttpResponse:
    """Asks what the file holds and what it is for, then lets a job make it."""
    of = work_list(of_list)
    listing = read(of, request, request.GET)
    listing.form.check_understood()
    form = FileForm(request.POST or None)
    if of.sheet not in {kind.name for kind in kinds_to_take(request.actor, request.country)}:
        form.without_choice()

    def ask(told: dict[str, str]) -> object:
        whole = told.get("holds") == WHOLE
        return ask_for_list(
            kind=sheet_kind(of.sheet).name if whole else of.key, query=None if whole else listing.query, ending=told["ending"], purpose=told["purpose"],
            country=request.country, by=request.actor,
        ).value  # fmt: skip

    if made := kept(request, form, ask):
        return redirect("desk:sheet-list", list_id=made)
    context = {
        "form": form, "of": of, "total": of.count(listing.asked(filed=True)), "narrowed": said_of(listing.form, listing.query),
        "columns": [each.words for each in listing.filed], "back": f"{listing.address}?{listing.query or f'{ALL}=1'}",
        "fuller": f"{reverse(of.fuller)}?{listing.query}" if of.fuller else "",
        "crumbs": [Crumb(str(of.title), listing.address), Crumb(_("Save as a file"))],
    }  # fmt: skip
    return render(request, "desk/lists/file.html", context, status=422 if form.errors else 200)
