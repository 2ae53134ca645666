"""Tasks of giving rights: what another asked for and waits for this person's confirmation."""

from django.utils.translation import gettext as _

from tirek.faces.desk.home.things import Asked, Tasks, today, way
from tirek.faces.frame.fields import said
from tirek.foundation.people.queries import rights_to_decide


def rights(asked: Asked) -> Tasks:
    """Rights that wait for a second person, for today: they expire within three days."""
    for each in rights_to_decide(by=asked.by, country=asked.country):
        told = {"name": each.name, "role": said(each.title), "asker": each.asked_by}
        text = _("Confirm or refuse a right that %(asker)s asked for: %(name)s, %(role)s.") % told
        yield today(text, _("Right: %(name)s") % told, way("desk:right", each.id), "key", asked)
