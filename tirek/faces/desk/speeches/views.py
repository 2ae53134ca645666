"""The sheet of a year as it stands now, with its frozen versions; one frozen version; the head freezes it. It decides no access."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.speeches.cards import WIDE, cards, say
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import moment
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Tab
from tirek.ground.rules.refusals import NotFound
from tirek.insight.speeches import queries, services
from tirek.insight.speeches.policies import may_freeze_sheets

FORMS = ("pdf", "docx")


@require_safe
def newest(request: SignedRequest) -> HttpResponse:
    """The sheet of this year."""
    return sheet(request, today(request.country).year)


@require_safe
def sheet(request: SignedRequest, year: int) -> HttpResponse:
    """The ten figures of the year as they stand now. Cost: 12 queries."""
    actor, country, day = request.actor, request.country, today(request.country)
    figures, counts = queries.live_sheet(by=actor, country=country, year=year, today=day)
    versions = queries.frozen_sheets(by=actor, country=country, year=year)
    context = {
        **frame(request, year, "sheet"),
        "cards": cards(figures), "counts": counts, "today": day, "how": say("how"), "wide": WIDE,
        "years": [each for each in queries.sheet_years(by=actor, country=country, today=day) if each != year],
        "unchanged": bool(versions) and versions[0].counts == counts,
        "may_freeze": may_freeze_sheets(actor, country),
        "columns": [Column(each) for each in (_("Version"), _("Frozen"), _("Frozen by"))], "rows": rows_of(versions),
    }  # fmt: skip
    return render(request, "desk/speeches/sheet.html", context)


def frame(request: SignedRequest, year: int, here: str) -> dict[str, object]:
    """What the pages of a year share."""
    offered = (("sheet", _("Ten figures"), reverse("desk:speech", args=[year])), ("check", _("Look a speech through"), reverse("desk:speech-check", args=[year])))
    return {"year": year, "tabs": [Tab(word, href, current=name == here) for name, word, href in offered]}


def rows_of(versions: Iterable[queries.SheetLine]) -> list[list[object]]:
    """Frozen versions as rows, the newest first."""
    found = tuple(versions)
    names = names_of(each.frozen_by for each in found)
    return [
        [Cell(_("Version %(number)s") % {"number": each.version}, reverse("desk:speech-frozen", args=[each.id])), moment(each.as_of), names.get(each.frozen_by, "")]
        for each in found
    ]  # fmt: skip


@require_POST
def freeze(request: SignedRequest, year: int) -> HttpResponse:
    """Freezes what the head saw."""
    made = services.freeze_sheet(country=request.country, year=year, counts=request.POST.get("counts", ""), by=request.actor).value
    messages.success(request, _("The figures are frozen. This version stays as it is; print it from here."))
    return redirect("desk:speech-frozen", sheet_id=made)


def reached(request: SignedRequest, sheet_id: UUID) -> queries.SheetFacts:
    """A frozen version of the country that is chosen; raises NotFound."""
    facts = queries.frozen_sheet(sheet_id, by=request.actor)
    if facts.country != request.country:
        raise NotFound
    return facts


@require_safe
def frozen(request: SignedRequest, sheet_id: UUID) -> HttpResponse:
    """One version as it was frozen, with its files and the versions after it."""
    facts = reached(request, sheet_id)
    versions = queries.frozen_sheets(by=request.actor, country=facts.country, year=facts.line.year)
    context = {
        **frame(request, facts.line.year, ""),
        "facts": facts, "cards": cards(facts.figures), "how": say("how"), "wide": WIDE,
        "newest": versions[0], "by": names_of([facts.line.frozen_by]).get(facts.line.frozen_by, ""),
        "files": [(name, [(form.upper(), reverse("desk:speech-file", args=[sheet_id, code, form])) for form in FORMS]) for code, name in LANGUAGE_NAMES.items()],
        "crumbs": [Crumb(_("Speech sheet"), reverse("desk:speech", args=[facts.line.year])), Crumb(_("Version %(number)s") % {"number": facts.line.version})],
    }  # fmt: skip
    return render(request, "desk/speeches/frozen.html", context)
