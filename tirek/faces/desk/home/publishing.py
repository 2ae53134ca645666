"""Tasks about what is published: replies whose writer is to be confirmed, requests for correction or removal with their ten working days."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.home.things import Asked, Tasks, dated, undated, way
from tirek.foundation.ui.formats import day, number
from tirek.ground.rules.actors import Role
from tirek.insight.publications.queries.voices import waiting


def voices(asked: Asked) -> Tasks:
    """Each request for a change with its clock, and all waiting replies in one line: for the secretariat, which reads what comes in."""
    if not asked.by.has(Role.SECRETARIAT, country=asked.country):
        return
    found = waiting(by=asked.by, country=asked.country)
    for each in found:
        if each.clock is not None:
            text = _("Decide a request for correction or removal that came on %(day)s.") % {"day": day(each.made_at)}
            yield dated(text, _("Correction or removal"), way("desk:voice-change", each.id), "messages", each.clock)
    replies = sum(each.what == "reply" for each in found)
    if replies:
        text = ngettext("%(count)s reply waits until somebody makes sure who wrote it.", "%(count)s replies wait until somebody makes sure who wrote them.", replies)
        yield undated(text % {"count": number(replies)}, _("Replies"), reverse("desk:voices"), "messages")
