"""The invented people of Lumeria: who holds which role. It knows no place and no visit."""

from tirek.foundation.people.services import make_demonstration_person
from tirek.ground.rules.actors import SYSTEM, Role

DOMAIN = "lumeria.example"
CAST: tuple[tuple[str, str, str, tuple[tuple[Role, str], ...]], ...] = (
    ("head", "Элара Винтер", "ru", ((Role.HEAD, ""),)),
    ("secretary", "Орсен Талли", "ru", ((Role.SECRETARIAT, ""),)),
    ("leader", "Мирена Кольт", "ru", ((Role.LEADER, ""), (Role.MEMBER, ""))),
    ("member", "Дариус Ольм", "kk", ((Role.MEMBER, ""),)),
    ("second-member", "Сайра Вельди", "ky", ((Role.MEMBER, ""),)),
    ("doctor", "Юна Берг", "ru", ((Role.MEDIC, ""), (Role.MEMBER, ""))),
    ("analyst", "Тео Марлин", "en", ((Role.ANALYST, ""),)),
    ("focal-prison", "Рован Эск", "ru", ((Role.FOCAL_POINT, "lum-prison-service"),)),
    ("head-prison", "Вира Тольд", "ru", ((Role.BODY_HEAD, "lum-prison-service"),)),
    ("focal-order", "Нара Линд", "ru", ((Role.FOCAL_POINT, "lum-order"),)),
    ("prosecutor", "Алвис Корр", "ru", ((Role.RECEIVER, "lum-prosecution"),)),
    ("auditor", "Лейна Фосс", "en", ((Role.AUDITOR, ""),)),
    ("administrator", "Кай Норден", "ru", ((Role.ADMINISTRATOR, ""),)),
    ("second-administrator", "Ида Рейн", "ru", ((Role.ADMINISTRATOR, ""),)),
)


def logins() -> tuple[str, ...]:
    """The addresses that the cast signs in with."""
    return tuple(f"{login}@{DOMAIN}" for login, *_ in CAST)


def load_people() -> None:
    """Makes the cast; again: completes it."""
    for login, name, language, roles in CAST:
        make_demonstration_person(login=f"{login}@{DOMAIN}", name=name, language=language, roles=roles, by=SYSTEM)
