"""Papers of editions: an edition never changes, so neither does its paper. It knows no edition."""

from django.utils.translation import gettext_noop as _

from tirek.foundation.ui.press import Press
from tirek.ground.rules.refusals import Refusal


class PressBusy(Refusal):
    """Another paper is being made."""

    code = "press-busy"
    message = _("Other documents are being made just now. Wait a moment and ask again.")


PRESS = Press(largest=16_000_000, wait=3.0, busy=PressBusy)
