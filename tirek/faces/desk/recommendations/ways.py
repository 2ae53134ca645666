"""The ways to look at the recommendations of a filter: table, board, time line. The filters go along, what only one of them knows does not."""

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.listing import Shown
from tirek.foundation.ui.pieces import Tab

DAYS = ("issued_from", "issued_until", "due_from", "due_until")
"""What the time line cuts by itself."""


def ways(listing: Shown, current: str) -> list[Tab]:
    """Table, board and time line, with the filters of the list."""
    whole = QueryDict(listing.query, mutable=True)
    bare = without(whole, "columns", "order")
    found = (
        ("table", _("Table"), "desk:recommendations", whole), ("board", _("Board"), "desk:recommendations-board", bare),
        ("timeline", _("Time line"), "desk:recommendations-timeline", without(bare, *DAYS)),
    )  # fmt: skip
    return [Tab(name, f"{reverse(url)}?{query.urlencode(safe=',')}" if query else reverse(url), key == current) for key, name, url, query in found]


def without(query: QueryDict, *names: str) -> QueryDict:
    """A query without some of its names."""
    data = query.copy()
    for name in names:
        data.pop(name, None)
    return data
