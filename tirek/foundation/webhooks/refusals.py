"""What may be refused about a webhook."""

from tirek.ground.rules.refusals import Refusal


class AddressNotUsable(Refusal):
    """No address that a message could be sent to."""

    code = "webhook-address"
    message = "This address cannot be used. Give one that begins with https:// and holds no user name, password or part after #."


class AddressInside(Refusal):
    """An address within the network that the operator did not name."""

    code = "webhook-inside"
    message = "This address leads into the server’s own network, or to nobody. Whoever runs the server can name networks that may be reached (TIREK_WEBHOOKS)."


class NothingChosen(Refusal):
    """A webhook without events."""

    code = "webhook-no-event"
    message = "Choose at least one event of which the other system is told."


class PurposeMissing(Refusal):
    """A webhook that nobody will understand in two years."""

    code = "webhook-purpose"
    message = "Say whose system this is and what for, so that others can judge it later."


class TooManyWebhooks(Refusal):
    """More than anybody looks after."""

    code = "webhook-too-many"
    message = "There are %(most)s webhooks that are not stopped, which is the most. Stop one that nobody needs any more."


class WebhookStopped(Refusal):
    """Sending by one that was stopped."""

    code = "webhook-stopped"
    message = "This webhook is stopped. Start it again first."


class NothingIsSent(Refusal):
    """The operator wants nothing to be sent."""

    code = "webhook-off"
    message = "On this server no webhooks are sent (TIREK_WEBHOOKS). Ask whoever runs it."
