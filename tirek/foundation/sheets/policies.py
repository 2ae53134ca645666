"""Who may bring a sheet in and take a list out: whoever the room of its kind says."""

from tirek.foundation.sheets.kinds import SheetKind, sheet_kinds
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed


def kinds_to_bring(by: Actor, country: str) -> tuple[SheetKind, ...]:
    """Kinds that the person may bring in."""
    return tuple(kind for kind in sheet_kinds() if by == SYSTEM or kind.may_bring(by, country))


def kinds_to_take(by: Actor, country: str) -> tuple[SheetKind, ...]:
    """Kinds that the person may take out."""
    return tuple(kind for kind in sheet_kinds() if by == SYSTEM or kind.may_take(by, country))


def check_may_bring(kind: SheetKind, by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if kind not in kinds_to_bring(by, country):
        raise NotAllowed


def check_may_take(kind: SheetKind, by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if kind not in kinds_to_take(by, country):
        raise NotAllowed
