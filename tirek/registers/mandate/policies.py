"""Who may write members, and who may see and declare conflicts; who may see members stands in `models.MemberQuerySet.visible_to`."""

from tirek.ground.rules.actors import OFFICE, SYSTEM, VISITORS, Actor, Role
from tirek.ground.rules.refusals import NotAllowed


def may_write_members(by: Actor, country: str) -> bool:
    """Head and secretariat."""
    return by == SYSTEM or by.has(*OFFICE, country=country)


def is_own(by: Actor, account_id: object) -> bool:
    """Whether the member is the person who asks."""
    return account_id is not None and by.id == str(account_id)


def may_see_conflicts(by: Actor, country: str, account_id: object) -> bool:
    """Head, secretariat, group leaders, and the member."""
    return may_write_members(by, country) or by.has(Role.LEADER, country=country) or is_own(by, account_id)


def may_declare_conflict(by: Actor, country: str, account_id: object) -> bool:
    """The member for himself or herself; head and secretariat for anybody."""
    return may_write_members(by, country) or (is_own(by, account_id) and by.has(*OFFICE, *VISITORS, country=country))


def may_enter_absence(by: Actor, country: str, account_id: object) -> bool:
    """The member for himself or herself; head and secretariat for anybody."""
    return may_write_members(by, country) or (is_own(by, account_id) and by.has(*OFFICE, *VISITORS, country=country))


def check_may_enter_absence(by: Actor, country: str, account_id: object) -> None:
    """Raises NotAllowed."""
    if not may_enter_absence(by, country, account_id):
        raise NotAllowed()


def check_may_write_members(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_write_members(by, country):
        raise NotAllowed()


def check_may_declare_conflict(by: Actor, country: str, account_id: object) -> None:
    """Raises NotAllowed."""
    if not may_declare_conflict(by, country, account_id):
        raise NotAllowed()
