"""How a work list is shown: its columns and its order stand in the address beside its filters, and nothing else is taken from there.

The first column names the row and always stands. An address that asks for a column or an order that the list does not have gets the list's own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import FilterForm
from tirek.foundation.listviews.queries import ViewFacts, views_of
from tirek.foundation.ui.pieces import Column
from tirek.ground.rules.actors import Actor

if TYPE_CHECKING:
    from django.utils.functional import Promise

COLUMNS, ORDER, ALL = "columns", "order", "all"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column that a list can show. `order`: the list can be ordered by it; `extra`: it is shown only if somebody chose it.

    `inside`: no file holds it, nor says that the list was narrowed by the filter of the same name. `may`: who is offered it, where it is not everybody.
    """

    key: str
    words: "str | Promise"
    numeric: bool = False
    width: Literal["", "wide", "short"] = ""
    order: bool = False
    extra: bool = False
    inside: bool = False
    may: Callable[[Actor, str], bool] | None = None


class Reader(Protocol):
    """Who reads a list, and of which country: a request on the desk, or a job that works for somebody."""

    @property
    def actor(self) -> Actor:
        """The person."""

    @property
    def country(self) -> str:
        """The country."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for: by whom, narrowed and ordered how. `filed`: for a file, where texts stand whole."""

    by: Actor
    country: str
    filters: Any
    order: str = ""
    filed: bool = False

    @property
    def whom(self) -> dict[str, Any]:
        """What every query of a room wants to know."""
        return {"by": self.by, "country": self.country}


def counted_by(query: Callable[..., int]) -> Callable[[Asked], int]:
    """How many things a list holds, by a query of its room that takes whose list it is and its filters."""
    return lambda asked: query(**asked.whom, filters=asked.filters)


def given_by(query: Callable[..., Sequence[Any]]) -> Callable[[Asked, int, int], Sequence[Any]]:
    """Some things of a list, by a query of its room that takes order, start and size too."""
    return lambda asked, start, size: query(**asked.whom, filters=asked.filters, order=asked.order, start=start, size=size)


@dataclass(frozen=True, slots=True)
class Past:
    """The history of a list's things, for its file: what the columns after the thing's name are called, and for some things their events, each with the thing's
    id before its cells. It tells what the reader may see on the things' own pages, and no name of who did it.
    """

    heads: "tuple[str | Promise, ...]"
    events: Callable[[Sequence[Any], Asked], Iterable[tuple[Any, list[object]]]]


@dataclass(frozen=True, slots=True)
class WorkList:
    """A list that people work with: its key, its address by name, its title, its columns, and the form that narrows it.

    `count` says how many things it holds as it is asked for, `some` gives those from one number on, so many, and `row` says one of them in all columns.
    `past` is the history of its things. `sheet` is the kind of sheet as which all of it goes out and comes in; `note` says what a file leaves out; `fuller` is
    the address by name of a file with more than the list can show.
    """

    key: str
    url: str
    title: "str | Promise"
    columns: tuple[ListColumn, ...]
    narrowing: Callable[[Reader, QueryDict | None], FilterForm]
    check: Callable[[Reader], None]
    count: Callable[[Asked], int]
    some: Callable[[Asked, int, int], Sequence[Any]]
    row: Callable[[Any, Asked], Sequence[object]]
    page: int = 50
    sheet: str = ""
    note: "str | Promise" = ""
    fuller: str = ""
    past: Past | None = None

    def open_to(self, reader: Reader) -> "WorkList":
        """The list with those of its columns that the reader is offered."""
        kept = [number for number, each in enumerate(self.columns) if each.may is None or each.may(reader.actor, reader.country)]
        if len(kept) == len(self.columns):
            return self
        row = self.row

        def narrower(one: Any, asked: Asked) -> list[object]:
            cells = row(one, asked)
            return [cells[number] for number in kept]

        return replace(self, columns=tuple(self.columns[number] for number in kept), row=narrower)

    def usual(self) -> tuple[ListColumn, ...]:
        """The columns of somebody who chose none."""
        return tuple(each for each in self.columns if not each.extra)

    def chosen(self, asked: str) -> tuple[ListColumn, ...]:
        """The columns that an address names, in its order, after the one that names the row; the usual ones where it names none of the list's."""
        first, known = self.columns[0], {each.key: each for each in self.columns[1:]}
        named = [known[key] for key in dict.fromkeys(asked.split(",")) if key in known]
        return (first, *named) if named or first.key in asked.split(",") else self.usual()

    def orders(self, asked: str) -> str:
        """The order that an address names, if the list has it."""
        return asked if asked.removeprefix("-") in {each.key for each in self.columns if each.order} else ""

    def query(self, form: FilterForm, data: QueryDict) -> str:
        """What an address says of filters, columns and order, and no more: in the list's own sequence, so that one view has one query."""
        pairs = [(name, value) for name in form.fields for value in data.getlist(name) if value] if form.is_bound and form.understood else []
        columns = self.chosen(data.get(COLUMNS, ""))
        if columns != self.usual():
            pairs.append((COLUMNS, ",".join(each.key for each in columns)))
        if order := self.orders(data.get(ORDER, "")):
            pairs.append((ORDER, order))
        return urlencode(pairs, safe=",")


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands over a list: its saved views as links (words, address, whether it is the one shown, whether others share it), and where to choose, to save, and to make a file."""

    whole: str
    views: tuple[tuple[str, str, bool, bool], ...]
    is_whole: bool
    manage: str
    choose: str
    file: str


@dataclass(frozen=True, slots=True)
class Part:
    """The things of one page of a list, and how many the list holds; none of a list whose filters say nothing."""

    things: Sequence[Any]
    page: Page[int]
    total: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A list as one address shows it."""

    of: WorkList
    by: Actor
    country: str
    form: FilterForm
    columns: tuple[ListColumn, ...]
    order: str
    query: str
    views: tuple[ViewFacts, ...]

    def asked(self, *, filed: bool = False) -> Asked:
        """What the list is asked for."""
        return Asked(self.by, self.country, self.form.filters, self.order, filed)

    def part(self, page: str | None, total: int | None = None) -> Part:
        """One page of it; `total` where somebody counted already."""
        asked = self.asked()
        if not self.form.understood:
            total = 0
        elif total is None:
            total = self.of.count(asked)
        found = Paginator(range(total), self.of.page).get_page(page)
        things = self.of.some(asked, max(0, found.start_index() - 1), self.of.page) if total else ()
        return Part(things, found, total)

    @property
    def address(self) -> str:
        """Where the list stands."""
        return reverse(self.of.url)

    @property
    def heads(self) -> list[Column]:
        """The columns as a table wants them; a heading by which the list can be ordered is a link that orders by it, and then the other way."""
        return [self.head(each) for each in self.columns]

    def head(self, column: ListColumn) -> Column:
        """One heading."""
        if not column.order:
            return Column(str(column.words), numeric=column.numeric, width=column.width)
        way: Literal["", "ascending", "descending"] = {column.key: "ascending", f"-{column.key}": "descending"}.get(self.order, "")  # type: ignore[assignment]
        data = QueryDict(self.query, mutable=True)
        data[ORDER] = f"-{column.key}" if way == "ascending" else column.key
        return Column(str(column.words), numeric=column.numeric, width=column.width, sort=f"?{data.urlencode(safe=',')}", ordered=way)

    def row(self, cells: Sequence[object], *, filed: bool = False) -> list[object]:
        """The cells of a row, given for all columns of the list, as the chosen columns show them."""
        told = dict(zip((each.key for each in self.of.columns), cells, strict=True))
        return [told[each.key] for each in (self.filed if filed else self.columns)]

    @property
    def filed(self) -> tuple[ListColumn, ...]:
        """The chosen columns that may leave the house."""
        return tuple(each for each in self.columns if not each.inside)

    @property
    def bar(self) -> Bar:
        """What stands over the list."""
        views = tuple((each.name, reverse("desk:view", args=[each.id]), each.query == self.query, each.shared) for each in self.views)
        query = f"?{self.query}" if self.query else ""
        manage, choose, file = (reverse(name, args=[self.of.key]) + query for name in ("desk:views", "desk:columns", "desk:list-file"))
        return Bar(f"{self.address}?{ALL}=1", views, not self.query, manage, choose, file)

    def context(self, part: Part) -> dict[str, object]:
        """What the list's page needs to show this part of it."""
        asked = self.asked()
        return {
            "form": self.form, "columns": self.heads, "bar": self.bar, "kept_in_address": self.kept, "everything": self.bar.whole,
            "rows": [self.row(self.of.row(one, asked)) for one in part.things], "page": part.page, "total": part.total, "narrowed": self.narrowed,
        }  # fmt: skip

    @property
    def narrowed(self) -> bool:
        """Whether a filter takes something away, or says nothing."""
        return not self.form.understood or bool(set(QueryDict(self.query)) - {COLUMNS, ORDER})

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Columns and order, for the form of the filters: who narrows the list goes on seeing it so."""
        data = QueryDict(self.query)
        return [(name, data[name]) for name in (COLUMNS, ORDER) if name in data]


def shown(request: SignedRequest, of: WorkList) -> Shown:
    """The list as the address shows it. Raises what the list raises for somebody who may not open it. Cost: one query beside those of its form."""
    return read(of, request, request.GET, views_of(of.key, by=request.actor, country=request.country))


def read(of: WorkList, reader: Reader, data: QueryDict, views: tuple[ViewFacts, ...] = ()) -> Shown:
    """The list as a query shows it to a reader. Raises what the list raises for somebody who may not open it."""
    of.check(reader)
    of = of.open_to(reader)
    form = of.narrowing(reader, data or None)
    columns, order = of.chosen(data.get(COLUMNS, "")), of.orders(data.get(ORDER, ""))
    return Shown(of, reader.actor, reader.country, form, columns, order, of.query(form, data), views)


def begun(request: SignedRequest, listing: Shown) -> HttpResponse | None:
    """For an address that asks for nothing: to the view with which the list begins for this person, if there is one that still can be used."""
    start = next((each for each in listing.views if each.starts), None)
    if request.GET or start is None:
        return None
    query = usable(request, listing.of, start.query)
    return HttpResponseRedirect(f"{listing.address}?{query}") if query else None


def usable(request: SignedRequest, of: WorkList, query: str) -> str | None:
    """A saved query as this reader's own list understands it now; None where one of its filters is not offered to him or her."""
    data = QueryDict(query)
    form = of.narrowing(request, data or None)
    return of.query(form, data) if form.understood and not set(data) - {*form.fields, COLUMNS, ORDER} else None
