"""Writing notices: told, sent, come back, and what a person wishes."""

from tirek.foundation.notices.services.bounces import take_back
from tirek.foundation.notices.services.digests import write_digests
from tirek.foundation.notices.services.reminders import write_reminders
from tirek.foundation.notices.services.sending import send_due
from tirek.foundation.notices.services.telling import forget_old_notices, tell
from tirek.foundation.notices.services.wishing import try_again, try_own_again, wish

__all__ = ["forget_old_notices", "send_due", "take_back", "tell", "try_again", "try_own_again", "wish", "write_digests", "write_reminders"]
