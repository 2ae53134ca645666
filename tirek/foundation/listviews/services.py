"""Saving, changing, removing a view, and beginning a list with one. What a query means its list alone knows, and judges whenever the view is opened."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from urllib.parse import parse_qsl
from uuid import UUID

from tirek.foundation.ledger.services import Draft, Recorded, record
from tirek.foundation.listviews.models import SavedView, StartingView
from tirek.foundation.listviews.policies import MOST, check_may_save_views, check_query, may_change_view, may_remove_view
from tirek.foundation.listviews.refusals import TooManyViews, ViewNameTaken
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import REASON_LIMIT, newly_kept
from tirek.ground.rules.refusals import NotAllowed, NotFound


def save_view(
    *, of_list: str, name: str, query: str, country: str, by: Actor, shared: bool = False, typed: Iterable[str] = (), names_nobody: str = ""
) -> Recorded[UUID]:
    """A new view of a list. `typed`: the names in the query whose values a person wrote freely; `names_nobody`: why passages stay that could name somebody.

    Raises NotAllowed, ViewNotUsable, TooManyViews, ViewNameTaken, PassagesUndecided, ReasonNames.
    """
    check_may_save_views(by, country)
    check_query(query)
    with record("view.shared", by=by, country=country) if shared else record("view.saved", by=by, country=country) as entry:
        if SavedView.objects.filter(country=country, owner=by.id, of_list=of_list).count() >= MOST:
            raise TooManyViews(most=MOST)
        view = SavedView(country=country, owner=by.id, of_list=of_list, query=query)
        told(view, name, shared, typed, names_nobody)
        entry.about("view", view.pk)
        return entry.of(view.pk)


def change_view(
    *, view_id: UUID, name: str, shared: bool, by: Actor, query: str | None = None, typed: Iterable[str] = (), names_nobody: str = ""
) -> Recorded[None]:
    """Another name, shared or not, and another query if one is given. Who began with a view that is shared no more begins with the whole list.

    Raises NotFound, NotAllowed and what `save_view` raises.
    """
    view = reached(view_id, by)
    if not may_change_view(view, by):
        raise NotAllowed
    with changing(view, shared, by) as entry:
        view = locked(view_id)
        if query is not None:
            check_query(query)
            view.query = query
        told(view, name, shared, typed, names_nobody)
        if not shared:
            StartingView.objects.filter(view=view).exclude(owner=view.owner).delete()
        return entry.of(None)


def remove_view(*, view_id: UUID, by: Actor) -> Recorded[None]:
    """The view is gone, for everybody who used it. Raises NotFound, NotAllowed."""
    view = reached(view_id, by)
    if not may_remove_view(view, by):
        raise NotAllowed
    with record("view.removed", by=by, subject=("view", view.pk), country=view.country) as entry:
        view = locked(view_id)
        StartingView.objects.filter(view=view).delete()
        view.delete()
        return entry.of(None)


def begin_with(*, of_list: str, view_id: UUID | None, country: str, by: Actor) -> Recorded[None]:
    """The list begins with this view for the acting person from now on; with None, whole. Raises NotFound, NotAllowed."""
    check_may_save_views(by, country)
    view = None if view_id is None else reached(view_id, by)
    if view is not None and (view.of_list, view.country) != (of_list, country):
        raise NotFound
    with record("view.begun-with", by=by, subject=("view", view_id) if view else None, country=country) as entry:
        row = StartingView.objects.filter(country=country, owner=by.id, of_list=of_list).first()
        if view is not None:
            row = row or StartingView(country=country, owner=by.id, of_list=of_list)
            row.view = view
            row.save()
        elif row is not None:
            row.delete()
        return entry.of(None)


def changing(view: SavedView, shared: bool, by: Actor) -> AbstractContextManager[Draft]:
    """The act: that the view is shared, is shared no more, or something else of it changed."""
    about = ("view", view.pk)
    if shared == view.shared:
        return record("view.changed", by=by, subject=about, country=view.country)
    if shared:
        return record("view.shared", by=by, subject=about, country=view.country)
    return record("view.unshared", by=by, subject=about, country=view.country)


def reached(view_id: UUID, by: Actor) -> SavedView:
    """The view, for somebody who may know of it. Raises NotFound."""
    view = SavedView.objects.filter(pk=view_id).first()
    if view is None or not SavedView.objects.visible_to(by, view.country).filter(pk=view_id).exists():
        raise NotFound
    return view


def locked(view_id: UUID) -> SavedView:
    """The view as it stands within the act. Raises NotFound for one that was removed meanwhile."""
    view = SavedView.objects.select_for_update(no_key=True).filter(pk=view_id).first()
    if view is None:
        raise NotFound
    return view


def told(view: SavedView, name: str, shared: bool, typed: Iterable[str], because: str) -> None:
    """Saves the view under its name. Of what a person typed into the filters it is asked as well where others will read it."""
    name = " ".join(name.split())
    taken = SavedView.objects.filter(country=view.country, owner=view.owner, of_list=view.of_list, name=name).exclude(pk=view.pk)
    if taken.exists():
        raise ViewNameTaken(name=name)
    free = set(typed)
    texts = [name, *(value for key, value in parse_qsl(view.query) if shared and key in free)]
    kept = newly_kept(view.pk, texts, because, ())
    view.name, view.shared, view.kept_because = name, shared, because.strip()[:REASON_LIMIT] if kept else ""
    view.save()
