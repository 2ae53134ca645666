"""Codes of bodies: an authority by its code in the country's pack, a facility by its place in the register. It knows neither the pack nor the register."""

from uuid import UUID

FACILITY = "place:"
"""What a facility's code begins with. The code of no authority can: a pack's codes hold small Latin letters, digits and hyphens alone."""


def facility_code(place_id: UUID) -> str:
    """The code of a place as a body: 42 characters."""
    return f"{FACILITY}{place_id}"


def is_facility(code: str) -> bool:
    """Whether a code means a place of the register, also where it names none that can be."""
    return code.startswith(FACILITY)


def place_of(code: str) -> UUID | None:
    """The place that a code means; nothing where it means none. Each place has one spelling, so that one body is never two."""
    try:
        found = UUID(code.removeprefix(FACILITY))
    except ValueError:
        return None
    return found if facility_code(found) == code else None
