"""Tasks about what is published: replies whose writer is to be confirmed, requests for correction or removal with their ten working days."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.home.things import Asked, Tasks, dated, undated, way
from tirek.foundation.ui.formats import day, number
from tirek.ground.rules.actors import Role
from tirek.insight.publications.queries.voices import VoiceFacts, waiting


def voices(asked: Asked) -> Tasks:
    """All requests for a change in one line with the clock of the next, and all waiting replies in one line: for the secretariat, which reads what comes in."""
    if not asked.by.has(Role.SECRETARIAT, country=asked.country):
        return
    found = waiting(by=asked.by, country=asked.country)
    yield from changes([each for each in found if each.clock is not None])
    replies = sum(each.what == "reply" for each in found)
    if replies:
        text = ngettext("%(count)s reply waits until somebody makes sure who wrote it.", "%(count)s replies wait until somebody makes sure who wrote them.", replies)
        yield undated(text % {"count": number(replies)}, _("Replies"), reverse("desk:voices"), "messages")


def changes(found: list[VoiceFacts]) -> Tasks:
    """One request leads to its page, several to their list: whoever sends many does not push other tasks out of sight."""
    if not found:
        return
    first = min(found, key=lambda each: (each.clock.due if each.clock else date.max, each.made_at))
    text = _("Decide a request for correction or removal that came on %(day)s.") % {"day": day(first.made_at)}
    href = way("desk:voice-change", first.id)
    if len(found) > 1:
        several = ngettext("%(count)s request for correction or removal to be decided", "%(count)s requests for correction or removal to be decided", len(found))
        text, href = several % {"count": number(len(found))}, reverse("desk:voices")
    assert first.clock is not None
    yield dated(text, _("Correction or removal"), href, "messages", first.clock)
