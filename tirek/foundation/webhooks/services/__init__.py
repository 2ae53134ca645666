"""What webhooks do: made, renewed, stopped and started; events announced; messages sent. Nothing else writes their rows."""

from tirek.foundation.webhooks.services.announcing import announce, announce_inside, forget_old_messages
from tirek.foundation.webhooks.services.making import Made, choose_inside, make_webhook, renew_secret, start_webhook, stop_webhook
from tirek.foundation.webhooks.services.sending import send_due
from tirek.foundation.webhooks.services.trying import send_again, try_webhook

__all__ = [
    "Made", "announce", "announce_inside", "choose_inside", "forget_old_messages", "make_webhook", "renew_secret", "send_again", "send_due", "start_webhook", "stop_webhook", "try_webhook",
]  # fmt: skip
