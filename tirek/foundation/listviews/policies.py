"""Who may do what with a saved view, and what can be saved."""

import re

from tirek.foundation.listviews.models import SavedView
from tirek.foundation.listviews.refusals import ViewNotUsable
from tirek.ground.rules.actors import MECHANISM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed

MOST = 40
LONGEST = 2_000
QUERY = re.compile(r"(?:[a-z_]{1,40}=[A-Za-z0-9_.~*+%,:-]*(?:&|$))*")
"""Names and encoded values alone: no path, no host, no fragment, so that a view leads nowhere but to its list."""


def may_save_views(by: Actor, country: str) -> bool:
    """Everybody of the country's mechanism."""
    return bool(by.id) and by.has(*MECHANISM, country=country)


def may_change_view(view: SavedView, by: Actor) -> bool:
    """The own ones alone."""
    return view.owner == by.id


def may_remove_view(view: SavedView, by: Actor) -> bool:
    """The own ones; the head also those that others share."""
    return view.owner == by.id or (view.shared and by.has(Role.HEAD, country=view.country))


def check_may_save_views(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_save_views(by, country):
        raise NotAllowed


def check_query(query: str) -> None:
    """Raises ViewNotUsable."""
    if len(query) > LONGEST or not QUERY.fullmatch(query):
        raise ViewNotUsable
