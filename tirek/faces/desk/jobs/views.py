"""The list of jobs and one job: how far, why it failed, cancel, try again. What a job is about is not shown here."""

from collections.abc import Callable
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.accounts.answers import told
from tirek.faces.desk.jobs import words
from tirek.faces.desk.jobs.forms import JobFilter
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jobs import queries, services
from tirek.foundation.ledger.services import Recorded
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import moment, zone_note
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Job
from tirek.ground.rules.actors import Role

PAGE = 25


@require_safe
def jobs(request: SignedRequest) -> HttpResponse:
    """Jobs, the newest first: for an administrator all of the country, for everybody else their own. Cost: three questions."""
    form = JobFilter(request.GET or None)
    understood = not form.is_bound or form.is_valid()
    asked = {"by": request.actor, "country": request.country, "filters": form.filters}
    counts = queries.counts(**asked) if understood else {}  # type: ignore[arg-type]
    page = Paginator(range(sum(counts.values())), PAGE).get_page(request.GET.get("page"))
    found = queries.jobs(**asked, start=max(0, page.start_index() - 1), size=PAGE) if counts else ()  # type: ignore[arg-type]
    names = names_of(one.owner for one in found)
    context = {
        "form": form,
        "columns": [Column(_("Work")), Column(_("State")), Column(_("How far"), numeric=True), Column(_("Asked for by")), Column(_("Asked for")), Column(_("Ended"))],
        "rows": [row(one, names) for one in found],
        "page": page,
        "counts": counts,
        "watches": request.actor.has(Role.ADMINISTRATOR, country=request.country),
        "zone": zone_note(),
    }
    return render(request, "desk/jobs/list.html", context)


def row(one: queries.JobFacts, names: dict[str, str]) -> list[object]:
    """A job as a line of the list."""
    ended = moment(one.finished_at, "short") if one.finished_at else ""
    title = Cell(_(one.title), reverse("desk:job", args=[one.id]))
    return [title, words.state_cell(one), words.how_far(one), words.asker(one.owner, names), moment(one.created_at, "short"), ended]


@require_safe
def job(request: SignedRequest, job_id: UUID) -> HttpResponse:
    """One job. The page looks again by itself while the job goes on."""
    facts = queries.job(job_id, by=request.actor, country=request.country)
    title = _(facts.title)
    text = words.why_failed(facts.failure) or (_(facts.phase) if facts.phase and facts.state == "running" else "")
    context = {
        "title": title,
        "facts": facts,
        "piece": Job(title, words.PHASES[facts.state], facts.done, facts.total, request.path, text=text),  # type: ignore[arg-type]
        "who": words.asker(facts.owner, names_of([facts.owner])),
        "crumbs": [Crumb(_("Jobs"), reverse("desk:jobs")), Crumb(title)],
        "zone": zone_note(),
    }
    return render(request, "desk/jobs/job.html", context)


@require_POST
def cancel(request: SignedRequest, job_id: UUID) -> HttpResponse:
    """Stops it."""
    return done(request, job_id, services.cancel, _("The job is stopped at its next step. What it finished before stays."))


@require_POST
def again(request: SignedRequest, job_id: UUID) -> HttpResponse:
    """Gives it to a worker once more."""
    return done(request, job_id, services.retry, _("The job waits for its turn again."))


def done(request: SignedRequest, job_id: UUID, act: Callable[..., Recorded[None]], words_of_it: str) -> HttpResponse:
    """Does it and leads back to the job."""
    back = reverse("desk:job", args=[job_id])
    return told(request, lambda: act(job_id=job_id, by=request.actor, country=request.country), words_of_it, back)
