"""How a work list is shown: its columns and its order stand in the address beside its filters, and nothing else is taken from there.

The first column names the row and always stands. An address that asks for a column or an order that the list does not have gets the list's own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from tirek.faces.desk.context import DeskRequest
from tirek.faces.desk.fields import FilterForm
from tirek.foundation.listviews.queries import ViewFacts, views_of
from tirek.foundation.ui.pieces import Column

if TYPE_CHECKING:
    from django.utils.functional import Promise

COLUMNS, ORDER, ALL = "columns", "order", "all"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column that a list can show. `order`: the list can be ordered by it; `extra`: it is shown only if somebody chose it."""

    key: str
    words: "str | Promise"
    numeric: bool = False
    width: Literal["", "wide", "short"] = ""
    order: bool = False
    extra: bool = False


@dataclass(frozen=True, slots=True)
class WorkList:
    """A list that people work with: its key, its address by name, its title, its columns, and the form that narrows it."""

    key: str
    url: str
    title: "str | Promise"
    columns: tuple[ListColumn, ...]
    narrowing: Callable[[DeskRequest, QueryDict | None], FilterForm]
    check: Callable[[DeskRequest], None]

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
    """What stands over a list: its saved views as links (words, address, whether it is the one shown, whether others share it), and where to choose and to save."""

    whole: str
    views: tuple[tuple[str, str, bool, bool], ...]
    is_whole: bool
    manage: str
    choose: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A list as one address shows it."""

    of: WorkList
    form: FilterForm
    columns: tuple[ListColumn, ...]
    order: str
    query: str
    views: tuple[ViewFacts, ...]

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

    def row(self, cells: Sequence[object]) -> list[object]:
        """The cells of a row, given for all columns of the list, as the chosen columns show them."""
        told = dict(zip((each.key for each in self.of.columns), cells, strict=True))
        return [told[each.key] for each in self.columns]

    @property
    def bar(self) -> Bar:
        """What stands over the list."""
        views = tuple((each.name, reverse("desk:view", args=[each.id]), each.query == self.query, each.shared) for each in self.views)
        query = f"?{self.query}" if self.query else ""
        manage, choose = (reverse(name, args=[self.of.key]) + query for name in ("desk:views", "desk:columns"))
        return Bar(f"{self.address}?{ALL}=1", views, not self.query, manage, choose)

    @property
    def context(self) -> dict[str, object]:
        """What the list's page needs of it."""
        return {"form": self.form, "columns": self.heads, "bar": self.bar, "kept_in_address": self.kept, "everything": self.bar.whole}

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Columns and order, for the form of the filters: who narrows the list goes on seeing it so."""
        data = QueryDict(self.query)
        return [(name, data[name]) for name in (COLUMNS, ORDER) if name in data]


def shown(request: DeskRequest, of: WorkList) -> Shown:
    """The list as the address shows it. Raises what the list raises for somebody who may not open it. Cost: one query beside those of its form."""
    of.check(request)
    form = of.narrowing(request, request.GET or None)
    columns, order = of.chosen(request.GET.get(COLUMNS, "")), of.orders(request.GET.get(ORDER, ""))
    views = views_of(of.key, by=request.actor, country=request.country)
    return Shown(of, form, columns, order, of.query(form, request.GET), views)


def begun(request: DeskRequest, listing: Shown) -> HttpResponse | None:
    """For an address that asks for nothing: to the view with which the list begins for this person, if there is one that still can be used."""
    start = next((each for each in listing.views if each.starts), None)
    if request.GET or start is None:
        return None
    query = usable(request, listing.of, start.query)
    return HttpResponseRedirect(f"{listing.address}?{query}") if query else None


def usable(request: DeskRequest, of: WorkList, query: str) -> str | None:
    """A saved query as this reader's own list understands it now; None where one of its filters is not offered to him or her."""
    data = QueryDict(query)
    form = of.narrowing(request, data or None)
    return of.query(form, data) if form.understood and not set(data) - {*form.fields, COLUMNS, ORDER} else None
