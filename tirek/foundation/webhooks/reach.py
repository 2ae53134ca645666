"""What of the network this instance may reach for webhooks, by its settings. It looks up no name."""

from django.conf import settings

from tirek.ground.rules.outside_addresses import LOOPBACK, Network, may_reach


def inside() -> tuple[Network, ...]:
    """Networks that are allowed beside public ones. The demonstration reaches this very machine and nothing else: nothing invented leaves it."""
    return LOOPBACK if settings.TIREK_DEMO else settings.TIREK_WEBHOOKS or ()


def reaches_public() -> bool:
    """Whether public addresses are allowed."""
    return not settings.TIREK_DEMO


def is_off() -> bool:
    """Whether whoever runs the server wants nothing to be sent."""
    return settings.TIREK_WEBHOOKS is None


def allowed(number: str) -> bool:
    """Whether an address in numbers may be connected to."""
    return not is_off() and may_reach(number, inside(), public=reaches_public())
