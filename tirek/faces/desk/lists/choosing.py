"""Which columns a list shows and in what order: chosen on a page of its own, kept in the list's address."""

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.listing import ALL, COLUMNS, Shown, shown
from tirek.faces.desk.lists.kinds import work_list
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.ui.pieces import Crumb

AT, DONE = "at-", "chosen"


@require_safe
def columns(request: SignedRequest, of_list: str) -> HttpResponse:
    """A place for each column, or none; with the places given, back to the list with its new address."""
    listing = shown(request, work_list(of_list))
    listing.form.check_understood()
    if DONE in request.GET:
        return redirect(address(listing, placed(listing, request.GET)))
    stands = {each.key: number for number, each in enumerate(listing.columns, 1)}
    fields = [(each, field(listing, str(each.words), AT + each.key, stands.get(each.key))) for each in listing.of.columns[1:]]
    context = {
        "title": _("Columns of the list: %(list)s") % {"list": listing.of.title}, "first": listing.of.columns[0].words,
        "fields": [bound for _each, bound in fields], "kept": [(key, value) for key, values in QueryDict(listing.query).lists() if key != COLUMNS for value in values],
        "usual": address(listing, ()), "back": address(listing, tuple(each.key for each in listing.columns)),
        "crumbs": [Crumb(str(listing.of.title), listing.address), Crumb(_("Columns"))],
    }  # fmt: skip
    return render(request, "desk/lists/columns.html", context)


def field(listing: Shown, words: str, name: str, stands: int | None) -> forms.BoundField:
    """The choice of a column's place."""
    places = [("", _("not shown")), *((str(number), str(number)) for number in range(2, len(listing.of.columns) + 1))]
    form = forms.Form(initial={name: str(stands or "")})
    form.fields[name] = forms.ChoiceField(label=words, required=False, choices=places)
    return form[name]


def placed(listing: Shown, data: QueryDict) -> tuple[str, ...]:
    """The keys of the columns by their places; two with one place stand in the list's own order."""
    asked = [(int(value), number, each.key) for number, each in enumerate(listing.of.columns[1:]) if (value := data.get(AT + each.key, "")).isdecimal() and len(value) < 4]
    return (listing.of.columns[0].key, *(key for _place, _number, key in sorted(asked)))


def address(listing: Shown, keys: tuple[str, ...]) -> str:
    """The list's address with these columns; the usual ones where none is named."""
    data = QueryDict(listing.query, mutable=True)
    data[COLUMNS] = ",".join(keys)
    query = listing.of.query(listing.form, data)
    return f"{listing.address}?{query or f'{ALL}=1'}"
