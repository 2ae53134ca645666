"""Reading saved views: the own ones and those that the country's staff share."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from tirek.foundation.listviews.models import SavedView, SavedViewQuerySet, StartingView
from tirek.foundation.listviews.policies import may_change_view, may_remove_view
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class ViewFacts:
    """A saved view as its reader may use it; `starts`: the reader's list begins with it."""

    id: UUID
    of_list: str
    name: str
    query: str
    shared: bool
    owner: str
    starts: bool
    may_change: bool
    may_remove: bool


def views_of(of_list: str, *, by: Actor, country: str) -> tuple[ViewFacts, ...]:
    """The views of a list in order of name: the reader's own and the shared ones. Cost: one query."""
    return tuple(facts(row, by) for row in found(by, country).filter(of_list=of_list))


def view(view_id: UUID, *, by: Actor, country: str) -> ViewFacts:
    """One view. Raises NotFound, also where it may not be known of. Cost: one query."""
    row = found(by, country).filter(pk=view_id).first()
    if row is None:
        raise NotFound
    return facts(row, by)


def found(by: Actor, country: str) -> SavedViewQuerySet:
    """The reader's views with a mark on those that a list begins with."""
    begins = StartingView.objects.filter(view=OuterRef("pk"), owner=by.id, country=country)
    return SavedView.objects.visible_to(by, country).annotate(begins=Exists(begins))


def facts(row: SavedView, by: Actor) -> ViewFacts:
    """A row as its reader may use it."""
    starts = bool(getattr(row, "begins", False))
    return ViewFacts(row.pk, row.of_list, row.name, row.query, row.shared, row.owner, starts, may_change_view(row, by), may_remove_view(row, by))
