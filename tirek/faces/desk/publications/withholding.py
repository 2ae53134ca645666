"""Earlier editions on the desk: one of them read, withheld from the public or given back. For the office alone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.one_by_one import one_by_one
from tirek.faces.desk.publications.forms import GiveBackForm, WithholdForm
from tirek.faces.desk.publications.parts import way_words
from tirek.faces.desk.publications.views import crumbs_to
from tirek.faces.desk.publications.words import CHANGES
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import listed
from tirek.insight.publications.queries.withholding import whole_edition, withholdable
from tirek.insight.publications.refusals import NewestStands, WithheldAlready
from tirek.insight.publications.services.withholding import give_back_edition, withhold_edition


@recently_authenticated
@read_or_write
def withhold(request: SignedRequest, kind: str, key: str) -> HttpResponse:
    """The earlier editions to choose from, with the note that stands in their place. One that somebody withheld meanwhile is told."""
    numbers = withholdable(kind, key, by=request.actor, country=request.country)
    crumbs = crumbs_to(request, kind, key, _("Withhold earlier editions"))
    form = WithholdForm(request.POST or None, country=request.country, editions=[(str(number), edition_words(number)) for number in numbers])

    def work(asked: dict[str, Any]) -> tuple[list[int], list[tuple[int, Any]]]:
        told = {"note": asked["note"], "because": asked["because"], "names_nobody": asked["names_nobody"]}
        return one_by_one(asked["editions"], lambda number: withhold_edition(
            kind=kind, country=request.country, key=key, version=number, by=request.actor, **told
        ), (WithheldAlready, NewestStands))  # fmt: skip

    outcome = kept(request, form, work)
    if outcome:
        done, left = outcome
        if done:
            messages.success(request, _("Withheld editions: %(numbers)s. Everybody reads the note in their place.") % {"numbers": listed([str(each) for each in done])})
        for _one, refusal in left:
            messages.warning(request, refusal_text(refusal))
        return redirect("desk:publication", kind=kind, key=key)
    context = {"form": form, "crumbs": crumbs, "back": crumbs[-2].href, "any": bool(numbers), "kind": kind, "key": key}
    return render(request, "desk/publications/withhold.html", context, status=422 if form.errors else 200)


@require_safe
def read(request: SignedRequest, kind: str, key: str, version: int) -> HttpResponse:
    """One edition as the office reads it, withheld or not. Raises NotAllowed, NotFound."""
    found = whole_edition(kind, key, version, by=request.actor, country=request.country)
    names = names_of([name for each in found.withholdings for name in (each.by, each.given_back_by) if name])
    context = {
        "found": found, "texts": [(way_words(where), text) for where, text in found.texts], "kind": kind, "key": key, "change": CHANGES.get(found.change, ""), "crumbs": crumbs_to(request, kind, key, edition_words(version)),
        "withholdings": [(each, names.get(each.by, ""), names.get(each.given_back_by, "")) for each in found.withholdings],
    }  # fmt: skip
    return render(request, "desk/publications/edition.html", context)


@recently_authenticated
@read_or_write
def give_back(request: SignedRequest, kind: str, key: str, version: int) -> HttpResponse:
    """The form that gives a withheld edition back to everybody."""
    found = whole_edition(kind, key, version, by=request.actor, country=request.country)
    form = GiveBackForm(request.POST or None)
    done = kept(request, form, lambda asked: give_back_edition(kind=kind, country=request.country, key=key, version=version, by=request.actor, **asked))
    if done:
        messages.success(request, _("Edition %(number)s can be read by everybody again.") % {"number": version})
        return redirect("desk:publication", kind=kind, key=key)
    title = _("Give an edition back")
    lead = _("Edition %(number)s stands again at its address for everybody, as it was.") % {"number": found.number}
    crumbs = crumbs_to(request, kind, key, title)
    context = {"form": form, "title": title, "lead": lead, "button": _("Give it back"), "crumbs": crumbs, "back": reverse("desk:publication", args=[kind, key])}
    return render(request, "desk/places/form.html", context, status=422 if form.errors else 200)


def edition_words(number: int) -> str:
    """An edition by its number."""
    return _("Edition %(number)s") % {"number": number}
