"""The page about this server. It stands with the project and not on the desk, because it tells of settings and of the machine."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.frame.context import SignedRequest
from tirek.foundation.ui.formats import day, moment, number, zone_note
from tirek.ground.rules.actors import Role
from tirek.ground.rules.refusals import NotAllowed
from tirek.project.cli.checking import NOT_SEEN, keys_open_to_others
from tirek.project.cli.deploying import OLDEST, SOON, deployment_faults
from tirek.project.facts import Facts, gather
from tirek.project.system.lines import Line
from tirek.project.told import span_words

PATIENCE = timedelta(minutes=10)
"""How long a job may wait before somebody should look why."""


@require_safe
def instance(request: SignedRequest) -> HttpResponse:
    """All that an administrator can know of the server without a terminal. Some twenty questions, none over a whole table of records."""
    if not request.actor.has(Role.ADMINISTRATOR, country=request.country):
        raise NotAllowed
    facts = gather(timezone.now())
    found = [*deployment_faults(settings.INSTANCE), *keys_open_to_others(settings.INSTANCE)]
    context = {
        "faults": [each.in_words() for each in found],
        "groups": [(_("What waits"), waiting(facts)), (_("What is kept"), kept(facts)), (_("Room"), sizes(facts)), (_("What runs here"), running(facts))],
        "unseen": [_(each) for each in NOT_SEEN],
        "zone": zone_note(),
    }
    return render(request, "desk/system/instance.html", context)


def waiting(facts: Facts) -> list[Line]:
    """Jobs, schedule, mails and webhooks."""
    states, since = facts.queue.states, facts.queue.waiting_since
    waited = facts.at - since if since else timedelta(0)
    told = _("%(waiting)s wait, %(running)s run") % {"waiting": number(states["queued"]), "running": number(states["running"])}
    slow = _("The oldest has waited for %(span)s: look whether the service runs, and give it more workers (TIREK_WORKERS).") % {"span": span_words(waited)}
    stands = _("%(late)s late, %(failing)s did not succeed last time") % {"late": number(facts.queue.late), "failing": number(facts.queue.failing)}
    mails = _("%(waiting)s wait, %(failed)s given up or come back") % {"waiting": number(facts.mails_waiting), "failed": number(facts.mails_failed)}
    hooks = _("%(waiting)s messages wait, %(failing)s take nothing") % {"waiting": number(facts.messages_waiting), "failing": number(facts.webhooks_failing)}
    return [
        Line(_("Jobs"), told, slow if waited > PATIENCE else "", href="desk:jobs"),
        Line(_("Schedule"), stands if facts.queue.late or facts.queue.failing else _("everything ran at its time"), attention=bool(facts.queue.late or facts.queue.failing), href="desk:schedule"),
        Line(_("Mails"), mails, attention=bool(facts.mails_failed)),
        Line(_("Webhooks"), hooks, attention=bool(facts.webhooks_failing), href="desk:webhooks"),
    ]


def kept(facts: Facts) -> list[Line]:
    """Backup, checkpoints, certificate."""
    signed = facts.signed
    covered = _("%(entries)s entries, %(bare)s of them in no checkpoint yet") % {"entries": number(signed.entries), "bare": number(signed.bare)}
    written = _("The newest was written %(when)s.") % {"when": moment(signed.at)} if signed.at else _("None is written yet.")
    return [
        Line(_("Newest backup"), age(facts.backed_up_at, facts.at) or _("none is known"), attention=facts.backed_up_at is None or facts.at - facts.backed_up_at > OLDEST),
        Line(_("Ledger and checkpoints"), covered, written),
        certificate(facts),
    ]


def age(at: datetime | None, now: datetime) -> str:
    """A moment and how long ago it was; nothing for none."""
    return _("%(when)s, %(span)s ago") % {"when": moment(at), "span": span_words(now - at)} if at else ""


def certificate(facts: Facts) -> Line:
    """The TLS certificate, if its file was named."""
    if facts.certificate is None:
        return Line(_("TLS certificate"), _("not known"), _("Name its file in TIREK_CERTIFICATE, and this page tells when it ends. Nobody outside is asked."))
    left = facts.certificate - facts.at
    told = _("ends on %(day)s, in %(span)s") % {"day": day(facts.certificate), "span": span_words(left)} if left > timedelta(0) else _("has ended")
    return Line(_("TLS certificate"), told, attention=left < SOON)


def sizes(facts: Facts) -> list[Line]:
    """The database, the files, the disk."""
    free = _("%(free)s of %(whole)s free") % {"free": filesizeformat(facts.free), "whole": filesizeformat(facts.disk)}
    files = _("%(count)s files, %(size)s") % {"count": number(facts.files), "size": filesizeformat(facts.files_bytes)}
    return [Line(_("Database"), str(filesizeformat(facts.database_bytes))), Line(_("Stored files"), files), Line(_("Disk"), free)]


def running(facts: Facts) -> list[Line]:
    """Versions and the clock."""
    names = {"tirek": "Tirek", "python": "Python", "django": "Django"}
    lines = [Line(name, facts.versions[key]) for key, name in names.items()]
    return [*lines, Line(_("Database"), facts.versions["database"]), Line(_("The server’s clock"), moment(facts.at, seconds=True))]
