"""How sheets are spoken of: what a row would do or did, and the states of a sheet."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.jobs.words import why_failed
from tirek.foundation.jobs.queries import Progress
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.foundation.sheets.queries import ListFacts, SheetFacts
from tirek.foundation.sheets.shown import called
from tirek.foundation.ui.pieces import Job, StateKind

PHASES = {"queued": "waiting", "running": "running", "failed": "failed", "cancelled": "cancelled", "done": "done"}
WOULD = {
    "made": (gettext_lazy("would be new"), gettext_lazy("New")),
    "changed": (gettext_lazy("would change"), gettext_lazy("Changed")),
    "same": (gettext_lazy("already so"), gettext_lazy("Already so")),
    "refused": (gettext_lazy("refused"), gettext_lazy("Refused")),
}
STATES: dict[str, tuple[object, StateKind]] = {
    "read": (gettext_lazy("columns to be named"), "waiting"),
    "trying": (gettext_lazy("rows are being tried"), "going"),
    "tried": (gettext_lazy("tried, nothing entered yet"), "waiting"),
    "applying": (gettext_lazy("rows are being entered"), "going"),
    "applied": (gettext_lazy("entered"), "done"),
    "undoing": (gettext_lazy("being taken back"), "going"),
    "undone": (gettext_lazy("taken back"), "stopped"),
    "discarded": (gettext_lazy("put aside"), "stopped"),
}


def list_title(facts: ListFacts) -> str:
    """What a list that goes out is called."""
    return _("%(list)s, as shown") % {"list": called(facts.kind)} if facts.shown else _(sheet_kind(facts.kind).words)


def did(would: str, done: bool, undone: bool = False) -> tuple[str, StateKind]:
    """What a row would do, or did, with its shape. `undone`: its sheet was taken back, and what is not done any more was taken back with it."""
    if would == "refused":
        return str(WOULD[would][0]), "attention"
    if would == "same":
        return str(WOULD[would][0]), "stopped"
    if done:
        return (_("entered as new") if would == "made" else _("changed")), "done"
    if undone:
        return str(STATES["undone"][0]), "stopped"
    return str(WOULD[would][0]), "waiting"


def work(facts: SheetFacts, href: str) -> Job | None:
    """The job that the sheet waits for, or that did not succeed."""
    titles = {"trying": _("Each row is tried; nothing is written"), "applying": _("The good rows are entered"), "undoing": _("What the sheet entered is taken back")}
    if facts.state not in titles or facts.progress is None:
        return None
    return job(titles[facts.state], facts.progress, href)


def job(title: str, progress: Progress, href: str, result: str = "") -> Job:
    """A job as a page shows it."""
    state = PHASES[progress.state]
    return Job(title, state, progress.done, progress.total, href, result=result, text=why_failed(progress.failure))  # type: ignore[arg-type]
