"""Doing the same to several chosen things of a work list: chosen in the list, then a form, a preview of each, and what became of each.

Nothing is written before the preview was sent on, and then all of it in one transaction, each thing by an act of its own. Preview and deed call
the same verb, so that they agree; what stands otherwise than the preview showed it is left alone. It knows no noun and holds no rule.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.listing import Part, Reader, Shown, WorkList, read
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import CountryForm
from tirek.foundation.ledger.together import Outcomes
from tirek.foundation.ui.formats import day, number
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, Refusal

if TYPE_CHECKING:
    from django.utils.functional import Promise

MOST = 200
"""How many at once: each is an act of its own in the ledger, and somebody waits."""
CHOSEN, EVERYTHING, ASKED, DEED, STEP, SEEN = "chosen", "everything", "asked", "deed", "step", "seen"


class StandsOtherwise(Refusal):
    """What would be changed is no longer as the preview showed it."""

    code = "stands-otherwise"
    message = "Somebody has changed this since the preview. Nothing was done to it: look at it again."


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chosen thing: its name, where it stands, and what the deed would change as it stands now, in words and as it is held.

    `about` tells what it is, where its name is a number alone.
    """

    id: UUID
    name: str
    href: str
    stands: str
    held: str
    about: str = ""

    @property
    def seen(self) -> str:
        """What the preview showed of it."""
        return f"{self.id}={self.held}"


MakeForm = Callable[[Reader, QueryDict | None, dict[str, Any]], forms.Form]


def asking(form: type[CountryForm]) -> MakeForm:
    """A form that needs to know its country alone."""
    return lambda reader, data, initial: form(data, country=reader.country, initial=initial)


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done to several things: who may, the form that all share, and the verb that does it to each.

    `found` gives those of some ids that the person may see; `each` does it to these ids, or only tries, and says what was refused. `column` is the
    heading over what stands now, `about` the one over what the things are; `will` and `done` say of one thing what becomes of it.
    """

    title: "str | Promise"
    lead: "str | Promise"
    column: "str | Promise"
    will: "str | Promise"
    done: "str | Promise"
    icon: str
    may: Callable[[Actor, str], bool]
    form: "MakeForm"
    found: Callable[[Reader, Sequence[UUID]], Iterable[Chosen]]
    each: Callable[[Sequence[UUID], Mapping[str, Any], Actor, bool], Outcomes]
    danger: bool = False
    about: "str | Promise" = ""


def choosing(
    listing: Shown, deeds: Mapping[str, Deed], address: str, part: Part, name: Callable[[Any], str], more: Sequence[tuple[str, str, str, str]] = ()
) -> dict[str, object]:
    """What a list's page needs to let rows be chosen: nothing for whom no deed is open. `more`: deeds of other pages (key, words, icon, address)."""
    offered = [(key, str(deed.title), deed.icon, "") for key, deed in deeds.items() if deed.may(listing.by, listing.country)]
    boxes = [(str(one.id), name(one)) for one in part.things]
    return {
        "deeds": [*more, *offered], "deeds_at": reverse(address), "deeds_most": number(MOST), "deeds_past_most": part.total > MOST, "choices": boxes, "chosen_of": listing.query,
    }  # fmt: skip


def several(request: SignedRequest, of: WorkList, deeds: Mapping[str, Deed]) -> HttpResponse:
    """The form, then its preview, then what became of each. Raises NotAllowed for whom no deed is open."""
    of.check(request)
    if not any(deed.may(request.actor, request.country) for deed in deeds.values()):
        raise NotAllowed
    listing = read(of, request, QueryDict(request.POST.get(ASKED, "")))
    back = f"{listing.address}?{listing.query}" if listing.query else listing.address
    if request.POST.get(EVERYTHING) and not listing.form.understood:
        return unread(request, listing)
    deed = deeds.get(request.POST.get(DEED, ""))
    things, left = chosen(request, listing, deed) if deed else ([], 0)
    if deed is None or not things:
        messages.warning(request, _("Choose rows first: mark them in the list."))
        return redirect(back)
    if not deed.may(request.actor, request.country):
        raise NotAllowed
    step = request.POST.get(STEP, "")
    form = deed.form(request, request.POST if step else None, {})
    context = {
        "form": form, "deed": deed, "key": request.POST[DEED], "things": things, "left": left, "asked": listing.query, "back": back, "most": number(MOST),
        "crumbs": [Crumb(str(of.title), back), Crumb(str(deed.title))],
        "columns": [Column(str(of.columns[0].words), width=of.columns[0].width), *([Column(str(deed.about), width="wide")] if deed.about else []), Column(str(deed.column)), Column(_("What becomes of it"), width="wide")],
    }  # fmt: skip
    if step == "make" and (made := kept(request, form, lambda typed: done(request, deed, things, typed))):
        return render(request, "desk/lists/several_done.html", {**context, **outcome(made, things, deed, made=True)})
    if step in ("preview", "make") and (tried := kept(request, form, lambda typed: deed.each(ids_of(things), typed, request.actor, True))):
        return render(request, "desk/lists/several_preview.html", {**context, **outcome(tried, things, deed), "typed": typed_in(form), "sent": sent(form)})
    if step == "again":
        form = deed.form(request, None, {name: request.POST[name] for name in form.fields if name in request.POST})
        context["form"] = form
    return render(request, "desk/lists/several.html", context, status=422 if form.errors else 200)


def unread(request: SignedRequest, listing: Shown) -> HttpResponse:
    """Back to the list whose rows were all asked for by a filter that says nothing: it is named, and stands marked there."""
    messages.warning(request, _("Nothing is chosen, because a filter could not be used: %(filters)s. Choose it again.") % {"filters": ", ".join(listing.form.not_understood)})
    return redirect(f"{listing.address}?{listing.form.data.urlencode()}")  # type: ignore[attr-defined]


def chosen(request: SignedRequest, listing: Shown, deed: Deed) -> tuple[list[Chosen], int]:
    """The things that were marked, or the first of all that the list holds, in its order; and how many of the list are left for another time."""
    left, ids = 0, [one for one in map(uuid_of, request.POST.getlist(CHOSEN)) if one]
    if request.POST.get(EVERYTHING):
        asked = listing.asked()
        ids = [one.id for one in listing.of.some(asked, 0, MOST)]
        left = max(0, listing.of.count(asked) - MOST) if len(ids) == MOST else 0
    ids = list(dict.fromkeys(ids))[:MOST]
    found = {one.id: one for one in deed.found(request, ids)}
    return [found[each] for each in ids if each in found], left


def uuid_of(given: str) -> UUID | None:
    """The id; None for what is none."""
    try:
        return UUID(given)
    except ValueError:
        return None


def ids_of(things: Sequence[Chosen]) -> list[UUID]:
    """Their ids."""
    return [one.id for one in things]


def done(request: SignedRequest, deed: Deed, things: Sequence[Chosen], typed: Mapping[str, Any]) -> Outcomes:
    """Does it to those that stand as the preview showed them."""
    seen = set(request.POST.getlist(SEEN))
    same = [one for one in things if one.seen in seen]
    made = deed.each(ids_of(same), typed, request.actor, False)
    return {one.id: made[one.id] if one.id in made else StandsOtherwise() for one in things}


def outcome(found: Outcomes, things: Sequence[Chosen], deed: Deed, made: bool = False) -> dict[str, object]:
    """Each thing with what becomes of it, and how many there are of both."""
    bad = sum(found[one.id] is not None for one in things)
    good = len(things) - bad
    counted = [
        ngettext("%(count)s changed", "%(count)s changed", good) % {"count": number(good)} if made else ngettext("%(count)s would be changed", "%(count)s would be changed", good) % {"count": number(good)},
        ngettext("%(count)s refused", "%(count)s refused", bad) % {"count": number(bad)},
    ]  # fmt: skip
    return {"rows": [row(one, found[one.id], deed, made) for one in things], "good": good, "counted": counted if bad else counted[:1]}


def row(one: Chosen, refusal: Refusal | None, deed: Deed, made: bool) -> list[object]:
    """A thing as a line."""
    what = Cell(refusal_text(refusal), state="stopped") if refusal else Cell(str(deed.done if made else deed.will), state="done" if made else "waiting")
    return [Cell(one.name, one.href), *([one.about] if deed.about else []), one.stands, what]


def typed_in(form: forms.Form) -> list[tuple[object, object]]:
    """What was typed, for people: the label of each field and its words."""
    return [(form[name].label, in_words(field, form.cleaned_data.get(name))) for name, field in form.fields.items() if form.cleaned_data.get(name)]


def in_words(field: forms.Field, value: object) -> object:
    """The value of a field as people read it."""
    if isinstance(field, forms.ChoiceField):
        return dict(field.choices).get(value, value)  # type: ignore[arg-type]
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return day(value) if isinstance(value, date) else value


def sent(form: forms.Form) -> list[tuple[str, str]]:
    """What was typed, to be sent once more as it is."""
    return [(name, value) for name in form.fields for value in form.data.getlist(form.add_prefix(name))]  # type: ignore[attr-defined]
